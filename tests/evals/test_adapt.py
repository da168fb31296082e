"""Learning the query adapter, on a handful of vectors."""

import pytest
import torch

from evals import adapt
from evals.adapt import Lesson, learn

# Two kinds of question, each answered by what stands on another axis; the third is answered by nothing.
QUESTIONS = torch.eye(6)[:2]
SILENT = torch.eye(6)[2:3]
PASSAGES = torch.eye(6)[3:5]
EVERY = torch.ones(2, 2, dtype=torch.bool)
RIGHT = torch.eye(2, dtype=torch.bool)


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapt, "STEPS", 150)


def test_a_question_learns_to_stand_nearest_to_what_answers_it() -> None:
    learned = learn([Lesson(QUESTIONS, PASSAGES, EVERY, RIGHT, 1.0, 2)])
    nearness = learned(QUESTIONS) @ PASSAGES.T
    assert nearness.argmax(1).tolist() == [0, 1]


def test_a_question_that_nothing_answers_learns_to_stand_farther_from_everything() -> None:
    answered = Lesson(QUESTIONS, PASSAGES, EVERY, RIGHT, 1.0, 2, silent=True)
    unanswered = Lesson(SILENT, PASSAGES, EVERY[:1], None, 1.0, 2, silent=True)
    learned = learn([answered, unanswered])
    nearest = (learned(QUESTIONS) @ PASSAGES.T).diagonal().min()
    assert (learned(SILENT) @ PASSAGES.T).max() < nearest - 0.2
    assert learned.silence < nearest


def test_what_may_not_answer_does_not_count() -> None:
    # The passage that is nearest from the beginning belongs to somebody else.
    passages = torch.stack([QUESTIONS[0], PASSAGES[1]])
    eligible = torch.tensor([[False, True]])
    lesson = Lesson(QUESTIONS[:1], passages, eligible, torch.tensor([[False, True]]), 1.0, 1)
    assert float(lesson.loss(adapt.Adapt(6)).detach()) == pytest.approx(0.0)


def test_a_query_that_nothing_is_right_for_is_left_out() -> None:
    lesson = Lesson(QUESTIONS, PASSAGES, EVERY, torch.tensor([[True, False], [False, False]]), 1.0, 2)
    assert len(lesson.kept().queries) == 1


def test_the_same_lessons_teach_the_same_adapter() -> None:
    lesson = Lesson(QUESTIONS, PASSAGES, EVERY, RIGHT, 1.0, 2)
    assert torch.equal(learn([lesson]).down, learn([lesson]).down)
