"""Answers in words of our own about a document itself, with the quotes that bear them out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answers.answered import answer_to
from answers.cite import cite_span, once
from answers.compose import compose_told, compose_unknown
from answers.understanding import Understood
from answers.verify import verified
from answers.warnings import OCR_LIMIT, warnings_for
from answers.wording import wording_of
from hierarchy.documents import Evidence, GoverningDocument, Provision
from hierarchy.ladder import Answer, Citation, RefusedBecause
from hierarchy.levels import Hierarchy
from hierarchy.precedence import applicable
from index.library import Library
from index.passages import sentences, units
from ingest.outline import TITLE_BLOCK

_LONGEST = 500
"""Characters of a quote: of a longer sentence, as a table's row may be, only the words that were read."""


@dataclass(frozen=True)
class Told:
    """What is said of a document: the first line, further lines, and the quotes behind them, best first.

    `missing` is set where the library does not hold what is asked for: then there is no answer, and the
    quotes only show where it might have stood.
    """

    lead: str
    account: tuple[str, ...]
    citations: tuple[Citation, ...]
    missing: str = ""


def answer_told(
    told: Told,
    question: Understood,
    library: Library,
    hierarchy: Hierarchy,
    contact: str | None = None,
    ocr_limit: float = OCR_LIMIT,
) -> Answer | None:
    """The answer that says `told`, or that the library does not hold it; None where no quote of it stands."""
    citations = verified(once(told.citations), library.text)
    wording = wording_of(question.language)
    if told.missing:
        text = compose_unknown(wording, told.missing, contact)
        refused = answer_to(question, text, abstained=True)
        return replace(refused, related=tuple(citations), refused_because=RefusedBecause.NOT_KNOWN)
    if not citations:
        return None
    ladder = applicable(citations, question.organisation, question.as_of)
    warnings = warnings_for(citations, question, hierarchy, wording, ocr_limit)
    background = (*ladder.background, *ladder.aside)
    text = compose_told(
        wording,
        question.organisation,
        (told.lead, *told.account),
        citations,
        ladder.rungs,
        background,
        warnings,
        question.language,
    )
    return replace(
        answer_to(question, text),
        applicable_level=ladder.level,
        applicable_citation=ladder.citation,
        rungs=ladder.rungs,
        background=background,
        citations=tuple(citations),
        warnings=warnings,
        account=told.account,
    )


def cite_fields(library: Library, document: GoverningDocument, fields: Iterable[str]) -> list[Citation]:
    """The sentences that the fields were read from, in reading order, neighbours as one quote.

    A field that nothing in the text shows adds none.
    """
    text = library.text(document.document)
    spans: list[tuple[Provision, int, int]] = []
    for field in fields:
        evidence = document.evidence.get(field)
        if evidence is not None and (place := evidence_place(library, document, evidence)):
            spans.append(place)
    joined: list[tuple[Provision, int, int]] = []
    for provision, start, end in sorted(spans, key=lambda span: span[1:]):
        if joined and joined[-1][0] == provision and not text[joined[-1][2] : start].strip():
            joined[-1] = (provision, joined[-1][1], max(end, joined[-1][2]))
        elif not joined or joined[-1][2] < end:
            joined.append((provision, start, end))
    return [cite_span(library, document, *span) for span in joined]


def cite_head(library: Library, document: GoverningDocument) -> list[Citation]:
    """The beginning of the document: where it says what it is."""
    provisions = library.provisions(document.document)
    head = next((p for p in provisions if p.path == (TITLE_BLOCK,)), provisions[0] if provisions else None)
    if head is None:
        return []
    first = units(library.text(document.document), head.start, head.end)[:1]
    return [cite_span(library, document, head, unit.span.start, unit.span.end) for unit in first]


def cite_end(library: Library, document: GoverningDocument, provision: Provision) -> Citation:
    """A provision's last sentence, where a statute prints what amended it, with the one before."""
    text = library.text(document.document)
    spans = [s for u in units(text, provision.start, provision.end) for s in sentences(text, u)][-2:]
    start, end = (spans[0].start, spans[-1].end) if spans else (provision.start, provision.end)
    return cite_span(library, document, provision, start, end)


def evidence_place(
    library: Library, document: GoverningDocument, evidence: Evidence
) -> tuple[Provision, int, int] | None:
    """The provision and the sentences that hold the evidence's quote, on its page where it has one."""
    if not evidence.quote:
        return None
    text = library.text(document.document)
    places = list(_places(text, evidence.quote))
    on_page = [at for at in places if _page(library, document, at) == evidence.page]
    for start in on_page or places:
        end = start + len(evidence.quote)
        around = [p for p in library.provisions(document.document) if p.start <= start and end <= p.end]
        if around:
            provision = min(around, key=lambda p: p.end - p.start)
            return (provision, *sentences_around(text, provision, start, end))
    return None


def sentences_around(text: str, provision: Provision, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` widened to whole sentences of the provision, unless they are too long to quote."""
    spans = [
        span
        for unit in units(text, provision.start, provision.end)
        for span in sentences(text, unit)
        if span.start < end and start < span.end
    ]
    first = min((span.start for span in spans), default=start)
    last = max((span.end for span in spans), default=end)
    return (min(first, start), max(last, end)) if last - first <= _LONGEST else (start, end)


def joined_sentences(sentences: Sequence[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _page(library: Library, document: GoverningDocument, offset: int) -> int | None:
    mark = library.mark_at(document.document, offset)
    return mark.page if mark else None
