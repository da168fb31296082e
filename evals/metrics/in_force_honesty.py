"""In-force honesty: what is not known to be in force here never stands on a rung without a warning."""

from collections.abc import Callable, Collection
from datetime import date

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord
from hierarchy.ladder import WarningCode
from hierarchy.validity import Validity

WARNING_FOR_STATE = {
    Validity.PROPOSED: WarningCode.PROPOSAL,
    Validity.REFERRED_BACK: WarningCode.REFERRED_BACK,
    Validity.SUPERSEDED: WarningCode.SUPERSEDED,
    # The contract has no code of its own for these two; to a reader they are no longer in force either.
    Validity.REPEALED: WarningCode.SUPERSEDED,
    Validity.ENDED: WarningCode.SUPERSEDED,
    Validity.WITHDRAWN: WarningCode.SUPERSEDED,
    Validity.UNCONFIRMED: WarningCode.UNCONFIRMED,
    Validity.NOT_YET: WarningCode.UNCONFIRMED,
    Validity.CONDITIONAL: WarningCode.UNCONFIRMED,
}
"""The warning that a document in each state must carry; one in force needs none."""


def in_force_honesty(
    question: Question,
    answer: AnswerRecord,
    results: SearchRecord,
    *,
    organisations_of: Callable[[str], Collection[str]],
    state_of: Callable[[str, date], Validity],
) -> Score | None:
    """1 where every citation on a rung is in force for the asker's organisation on the answer's as-of date,
    or carries the warning that it is not.

    None where the answer abstains or has no rungs. `organisations_of` gives the ids of the organisations
    that a document (stem) binds; empty means all. `state_of` says what a document is on a day: a superseded
    edition needs no warning on a day within its validity. A warning counts for every citation of the
    document that it names, and one that names none counts for all. Background is not scored, as it never
    decides.
    """
    on_rungs = sorted({index for rung in answer["rungs"] for index in rung["citations"]})
    if answer["abstained"] or not on_rungs:
        return None
    as_of = date.fromisoformat(answer["as_of"])
    for index in on_rungs:
        document = answer["citations"][index]["document"]
        needed = {WARNING_FOR_STATE.get(state_of(document, as_of))} - {None}
        bound = organisations_of(document)
        if question.organisation is not None and bound and question.organisation not in bound:
            needed.add(WarningCode.OTHER_ORGANISATION)
        for code in needed - _given(answer, document):
            return verdict(False, f"citat {index + 1} ({document}) saknar varningen {code}")
    return verdict(True, "inget visas som gällande utan att vara det")


def _given(answer: AnswerRecord, document: str) -> set[WarningCode]:
    """The warnings that a reader of this document's citations has been given."""
    return {
        WarningCode(warning["code"])
        for warning in answer["warnings"]
        if warning["citation"] is None or answer["citations"][warning["citation"]]["document"] == document
    }
