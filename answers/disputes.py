"""The conflicts of an answer: between what it cites, and with what says otherwise of the same matter.

A rule that breaks another is often worded like it, so that a question finds both; but only one may come near
enough to be cited. What the question found is therefore read for rules against those that are cited.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from answers.cite import cite_span
from answers.ranking import Ranked
from answers.understanding import Understood
from answers.verify import verified
from hierarchy.conflicts import (
    Passage,
    are_near,
    collisions,
    find_conflicts,
    may_contradict,
    passage_of,
)
from hierarchy.documents import Provision
from hierarchy.ladder import Citation, Conflict
from hierarchy.levels import Level, Organisation
from hierarchy.order import find_order
from index.library import Library

# More contradictions than this confuse more than they help.
_MOST_ADDED = 4


@dataclass(frozen=True)
class Disputes:
    """`citations` with those added that contradict them, and the order of the levels.

    Only the first `answering` of them answer: the order informs.
    """

    citations: Sequence[Citation]
    conflicts: tuple[Conflict, ...]
    answering: int


def settle(
    library: Library,
    question: Understood,
    citations: Sequence[Citation],
    ranked: Mapping[Level, Sequence[Ranked]],
) -> Disputes:
    """Every conflict of the citations, among themselves and with the other provisions that were read."""
    organisation, as_of = question.organisation, question.as_of
    everything = verified([*citations, *_contradicting(library, question, citations, ranked)], library.text)
    texts = [library.text(c.document.document)[c.provision.start : c.provision.end] for c in everything]
    conflicts = find_conflicts(everything, organisation, as_of, question.language, texts)
    by_levels = [
        c
        for c in conflicts
        if everything[c.prevails].document.level is not everything[c.yields].document.level
    ]
    order = order_of(library, organisation) if organisation and by_levels else None
    if order is None:
        return Disputes(everything, conflicts, len(everything))
    spans = [(c.document.document, c.start, c.end) for c in everything]
    own = (order.document.document, order.start, order.end)
    place = spans.index(own) if own in spans else len(everything)
    return Disputes(
        everything if own in spans else [*everything, order],
        tuple(replace(c, order=place) if c in by_levels else c for c in conflicts),
        len(everything),
    )


def _contradicting(
    library: Library,
    question: Understood,
    citations: Sequence[Citation],
    ranked: Mapping[Level, Sequence[Ranked]],
) -> list[Citation]:
    """The sentences that collide with a cited one, or with each other on the same matter, of provisions that
    the question found and did not cite.
    """

    def whole(provision: Provision) -> str:
        return library.text(provision.document)[provision.start : provision.end]

    cited = [passage_of(citation, whole(citation.provision)) for citation in citations]
    rules = [rule for passage in cited for rule in passage.rules()]
    shown = {(c.provision.document, c.provision.start) for c in citations}
    others = [
        Passage(r.candidate.document, r.candidate.provision, whole(r.candidate.provision))
        for level in Level
        if level.is_rung
        for r in ranked.get(level, ())
        if (r.candidate.provision.document, r.candidate.provision.start) not in shown
        and may_contradict(whole(r.candidate.provision), rules)
    ]
    every = [*cited, *others]
    # A stricter rule may be what answers, while those above it contradict each other.
    pairs = [(i, j) for i in range(len(every)) for j in range(max(i + 1, len(cited)), len(every))]
    added: dict[tuple[str, int], Citation] = {}
    for collision in collisions(every, pairs, question.organisation, question.as_of):
        sides = ((collision.prevails, collision.prevailing), (collision.yields, collision.yielding))
        if all(place >= len(cited) for place, _ in sides) and not any(
            are_near(rule, statement) for rule in rules for _, statement in sides
        ):
            continue
        for place, statement in sides:
            if place < len(cited):
                continue
            passage = every[place]
            start = passage.provision.start
            citation = cite_span(
                library, passage.document, passage.provision, start + statement.start, start + statement.end
            )
            added[citation.document.document, citation.start] = citation
    return list(added.values())[:_MOST_ADDED]


def order_of(library: Library, organisation: Organisation) -> Citation | None:
    """The organisation's order of precedence in the words of the document that lays it down."""
    document = library.document(organisation.order_source) if organisation.order_source else None
    if document is None:
        return None
    text = library.text(document.document)
    found = find_order(text, library.provisions(document.document), organisation)
    if found is None:
        return None
    cited = verified([cite_span(library, document, *found)], library.text)
    return cited[0] if cited else None
