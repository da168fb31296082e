"""Checks of time: a decision older than the review that the document itself asks for, or past its own end."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from hierarchy.validity import Validity, state_on
from ingest.registrar.findings import Finding, Severity
from ingest.review_interval import ReviewRule, review_rules

_EVERY = {1: "varje", 2: "vartannat", 3: "vart tredje", 4: "vart fjärde", 5: "vart femte"}


def overdue(
    documents: Sequence[GoverningDocument],
    texts: Mapping[str, str],
    page_of: Callable[[str, int], int | None],
    as_of: date,
) -> Iterator[Finding]:
    """Documents in force on `as_of` whose own words say that they should have been reviewed, or have ended.

    `texts` are the stored texts by document; `page_of` gives the page of an offset in one of them.
    """
    for document in documents:
        if document.level in (Level.LAW, Level.BACKGROUND) or document.status is not Status.ADOPTED:
            continue
        if state_on(document, as_of) not in (Validity.IN_FORCE, Validity.CONDITIONAL):
            continue
        late = [
            (due, rule)
            for rule in review_rules(texts.get(document.document, ""))
            if (due := rule.due(document.date or document.valid_from)) is not None and due < as_of
        ]
        if late:
            due, rule = max(late, key=lambda found: found[0])
            yield _finding(document, rule, due, page_of(document.document, rule.start))


def _finding(document: GoverningDocument, rule: ReviewRule, due: date, page: int | None) -> Finding:
    quote = " ".join(rule.quote.split())
    if rule.until:
        text = f"”{document.title}” anger självt att det gäller till och med {due}, men står som gällande."
        remedy = f"Sätt valid_to: {due} i registret, eller läs in beslutet som förlänger det."
        return Finding(
            Severity.WARNING, "ended_by_itself", document.document, text, remedy, quote=quote, page=page
        )
    if rule.years:
        every = _EVERY.get(rule.years, f"vart {rule.years}:e")
        text = (
            f"”{document.title}” ska enligt sin egen text ses över {every} år, men beslutades "
            f"{document.date or document.valid_from} och skulle ha setts över senast {due}."
        )
    else:
        text = f"”{document.title}” skulle enligt sin egen text ha setts över senast {due}."
    remedy = "Påminn den som förvaltar dokumentet; läs in den nya utgåvan eller det nya beslutet."
    return Finding(
        Severity.WARNING, "review_overdue", document.document, text, remedy, quote=quote, page=page
    )
