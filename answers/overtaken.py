"""Amounts that a later rule has made obsolete, in documents that still state them."""

from collections.abc import Sequence
from dataclasses import dataclass

from answers.cite import cite_span
from answers.wording import Wording
from hierarchy import ladder
from hierarchy.ladder import Citation, WarningCode
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.money import written_sum
from hierarchy.procurement.thresholds import Standing
from index.library import Library
from index.sentences import sentence_spans


@dataclass(frozen=True)
class Overtaken:
    """The citation at index `citation` states the limit `old`, which the limit `new` has overtaken."""

    citation: int
    old: Checked
    new: Checked


def overtaken_in(citations: Sequence[Citation], limits: Sequence[Checked]) -> list[Overtaken]:
    """Every limit that a quote states and that a verified limit of the library has overtaken."""
    by_id = {limit.threshold.id: limit for limit in limits if limit.standing is Standing.VERIFIED}
    return [
        Overtaken(index, old, by_id[by])
        for old in limits
        if (by := old.threshold.overtaken_by) in by_id
        for index, citation in enumerate(citations)
        if any(_overlap(citation, stated) for stated in old.citations)
    ]


def sources_of(overtaken: Sequence[Overtaken], library: Library) -> list[Citation]:
    """The sentences that state the limits which apply instead."""
    return [_sentence(citation, library) for one in overtaken for citation in one.new.citations]


def _sentence(cited: Citation, library: Library) -> Citation:
    """The whole sentences around a quote that is a part of them."""
    provision = cited.provision
    said = library.text(provision.document)[provision.start : provision.end]
    spans = [(provision.start + start, provision.start + end) for start, end in sentence_spans(said)]
    around = [(start, end) for start, end in spans if start < cited.end and cited.start < end]
    return cite_span(library, cited.document, provision, around[0][0], around[-1][1])


def warnings_of(
    overtaken: Sequence[Overtaken], citations: Sequence[Citation], wording: Wording, language: str
) -> tuple[ladder.Warning, ...]:
    """For each, that its amount applies no longer, which does, and where that is said."""
    return tuple(
        ladder.Warning(
            WarningCode.SUPERSEDED,
            one.citation,
            wording.warning(
                "overtaken",
                title=citations[one.citation].document.title,
                old=_amount(one.old, language),
                source=_named(one.new),
                new=_amount(one.new, language),
            ),
        )
        for one in overtaken
    )


def _overlap(one: Citation, other: Citation) -> bool:
    return (
        one.document.document == other.document.document and one.start < other.end and other.start < one.end
    )


def _amount(limit: Checked, language: str) -> str:
    amount = limit.threshold.amount
    return written_sum(amount, language) if amount is not None else limit.threshold.id


def _named(limit: Checked) -> str:
    cited = limit.citations[0]
    return f"{cited.document.title}, {cited.provision.address}"
