"""In-force honesty: what is not known to be in force here never stands on a rung without a warning."""

from collections.abc import Callable, Collection

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, CitationRecord, SearchRecord
from hierarchy.documents import Status
from hierarchy.ladder import WarningCode

WARNING_FOR_STATUS = {
    Status.PROPOSED: WarningCode.PROPOSAL,
    Status.REFERRED_BACK: WarningCode.REFERRED_BACK,
    Status.SUPERSEDED: WarningCode.SUPERSEDED,
    # The contract has no code of its own for a repealed document; to a reader both are no longer in force.
    Status.REPEALED: WarningCode.SUPERSEDED,
    Status.UNCONFIRMED: WarningCode.UNCONFIRMED,
}
"""The warning that a document of each status must carry; an adopted one needs none."""


def in_force_honesty(
    question: Question,
    answer: AnswerRecord,
    results: SearchRecord,
    *,
    organisations_of: Callable[[str], Collection[str]],
) -> Score | None:
    """1 where every citation on a rung is in force for the asker's organisation or carries the warning that
    it is not.

    None where the answer abstains or has no rungs. `organisations_of` gives the ids of the organisations that
    a document (stem) binds; empty means all. A warning counts for a citation when it names that citation or
    none. Background is not scored, as it never decides; nor is the document's validity on the as-of date,
    which the contract does not carry: a superseded edition needs its warning also where it was in force on
    that date.
    """
    on_rungs = sorted({index for rung in answer["rungs"] for index in rung["citations"]})
    if answer["abstained"] or not on_rungs:
        return None
    for index in on_rungs:
        citation = answer["citations"][index]
        given = {warning["code"] for warning in answer["warnings"] if warning["citation"] in (index, None)}
        for needed in _needed(citation, question.organisation, organisations_of):
            if needed.value not in given:
                return verdict(
                    False, f"citat {index + 1} ({citation['document']}) saknar varningen {needed.value}"
                )
    return verdict(True, "inget visas som gällande utan att vara det")


def _needed(
    citation: CitationRecord, organisation: str | None, organisations_of: Callable[[str], Collection[str]]
) -> list[WarningCode]:
    needed = []
    status = Status(citation["status"])
    if status in WARNING_FOR_STATUS:
        needed.append(WARNING_FOR_STATUS[status])
    bound = organisations_of(citation["document"])
    if organisation is not None and bound and organisation not in bound:
        needed.append(WarningCode.OTHER_ORGANISATION)
    return needed
