"""An answer that is kept is the same answer when it is read again."""

import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from answers.assistant import Assistant
from evals.questions import load_questions
from hierarchy.ladder import Answer, Band, Carried, CarriedKind, Confidence, Premise, YesNo
from people.kept_answers import Unreadable, read, written
from tests.ui.conftest import abstaining_answer, ladder_answer

QUESTIONS = Path(__file__).parents[2] / "evals" / "sample" / "questions.yaml"
LARGE = 200_000
"""Bytes that no answer of the sample region comes near when it is kept."""


@pytest.fixture(scope="module")
def answers(sample_assistant: Assistant) -> list[Answer]:
    """The sample region's answers to its own questions, and to some of each further kind."""
    questions = [question.question for question in load_questions(QUESTIONS)][::5]
    questions += [
        "Vi ska köpa kontorsstolar för 90 000 kronor, vad gäller?",
        "Får vi direktupphandla för 900 000 kronor?",
        "Hur många semesterdagar har jag?",
        "Vem har beslutat om inköpspolicyn?",
        "Under vilket belopp får en upphandlande myndighet direktupphandla enligt lagen?",
    ]
    return [sample_assistant.ask(question) for question in questions]


def test_every_answer_comes_back_equal_in_every_field(answers: list[Answer]) -> None:
    assert len(answers) > 20
    for answer in answers:
        assert read(written(answer)) == answer


def test_the_answers_are_of_every_kind(answers: list[Answer]) -> None:
    kinds = [
        any(a.abstained for a in answers),
        any(a.rungs for a in answers),
        any(a.purchase for a in answers),
        any(a.warnings for a in answers),
    ]
    assert all(kinds), kinds


def test_keeping_is_small_and_quick_beside_answering(answers: list[Answer]) -> None:
    assert max(len(written(answer)) for answer in answers) < LARGE
    began = time.perf_counter()
    for answer in answers:
        read(written(answer))
    assert (time.perf_counter() - began) / len(answers) < 0.05


FOLLOWED = replace(
    ladder_answer(),
    asked="Får vi köpa direkt i Region Granne?",
    carried=(Carried(CarriedKind.TOPIC, "köpa direkt"),),
    verdict=YesNo("yes", 0, "En myndighet får köpa direkt"),
    premise=Premise("500 000 kronor", "700 000 kronor", 0, "om värdet understiger 700 000 kronor."),
    confidence=Confidence(0.1 + 0.2, Band.HIGH, 2 / 3),
)


@pytest.mark.parametrize("answer", [ladder_answer(), abstaining_answer(), FOLLOWED])
def test_so_do_answers_with_conflicts_warnings_and_what_was_taken_over(answer: Answer) -> None:
    assert repr(read(written(answer))) == repr(answer)


@pytest.mark.parametrize(
    "kept", [b"", b"text", zlib.compress(b"text"), zlib.compress(b'{"question": "x"}'), zlib.compress(b"[]")]
)
def test_what_is_no_answer_is_said_to_be_none(kept: bytes) -> None:
    with pytest.raises(Unreadable):
        read(kept)
