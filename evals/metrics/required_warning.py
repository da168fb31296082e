"""Warnings: the caution that an honest answer carries is there."""

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord


def required_warning(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where the required warning is given, or no answer is; None where no warning is required.

    Which citation the warning belongs to is not scored, nor are further warnings.
    """
    required = question.expect.warning
    if required is None:
        return None
    if answer["abstained"]:
        return verdict(True, "inget svar gavs, alltså inget att varna för")
    given = sorted({warning["code"] for warning in answer["warnings"]})
    if required.value in given:
        return verdict(True, f"varnar: {required.value}")
    return verdict(False, f"varningen {required.value} saknas (gavs: {', '.join(given) or 'ingen'})")
