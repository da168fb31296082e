"""Level accuracy: the level that the answer says applies is the expected one."""

from evals.metrics.score import Score, verdict
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord
from hierarchy.levels import Level

LEVEL_NAMES = {
    Level.LAW: "lag",
    Level.POLICY: "policy",
    Level.GUIDELINE: "riktlinje",
    Level.RULE: "regel",
    Level.BACKGROUND: "bakgrund",
}
"""What reports call the levels: in general terms, whatever each organisation's own labels are."""


def level_name(level: str | None) -> str:
    """The Swedish name of a level's id, "ingen" for None."""
    return "ingen" if level is None else LEVEL_NAMES[Level(level)]


def shown_level(answer: AnswerRecord) -> str | None:
    """The applicable level's id; `background` where only background is shown; None where neither is."""
    if answer["applicable"] is not None:
        return answer["applicable"]["level"]
    return Level.BACKGROUND.value if answer["background"] and not answer["abstained"] else None


def level_accuracy(question: Question, answer: AnswerRecord, results: SearchRecord) -> Score | None:
    """1 where the shown level is the expected one, else 0; None where nothing answers.

    The level alone is scored: the right level on the strength of the wrong document counts here, and is
    caught by right source shown.
    """
    expected = question.expect.level
    if question.expect.abstain or expected is None:
        return None
    shown = shown_level(answer)
    if shown == expected.value:
        return verdict(True, f"nivån är {level_name(shown)}")
    return verdict(False, f"nivån är {level_name(shown)}, väntad {level_name(expected)}")
