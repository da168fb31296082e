"""Learning the query adapter, on a handful of vectors."""

from pathlib import Path

import pytest
import torch

from answers.assistant import Assistant
from evals import adapt
from evals.adapt import Lesson, Shelf, UnknownSource, key_lessons, keys_of, learn, question_lessons, units_of
from evals.questions import Expectation, ExpectedSource, Question
from hierarchy.levels import Level
from index.embedding import open_embedder

# Two kinds of question, each answered by what stands on another axis; the third is answered by nothing.
QUESTIONS = torch.eye(6)[:2]
SILENT = torch.eye(6)[2:3]
PASSAGES = torch.eye(6)[3:5]
EVERY = torch.ones(2, 2, dtype=torch.bool)
RIGHT = torch.eye(2, dtype=torch.bool)


def shelves(data: Path, assistant: Assistant) -> tuple[Shelf, Shelf]:
    """The units and the keys of a library."""
    return units_of(assistant.library, data, open_embedder()), keys_of(assistant.library, open_embedder())


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


def asked(*sources: ExpectedSource) -> Question:
    return Question("fråga", "Får jag ta emot en present?", _expected(sources), organisation="exempel")


def _expected(sources: tuple[ExpectedSource, ...]) -> Expectation:
    return Expectation(not sources, Level.RULE if sources else None, sources)


def test_a_question_teaches_the_units_of_its_section_and_none_of_another_document(
    sample_library: Path, sample_assistant: Assistant
) -> None:
    embedder = open_embedder()
    units, keys = shelves(sample_library, sample_assistant)
    question = asked(ExpectedSource("gavor-och-representation", section="Intern representation"))
    lesson = next(question_lessons(sample_assistant, units, keys, embedder, [question]))
    assert lesson.right is not None
    documents = {place.document for place, right in zip(units.places, lesson.right[0], strict=True) if right}
    assert documents == {"gavor-och-representation"}


def test_a_question_that_nothing_answers_has_no_right_passage(
    sample_library: Path, sample_assistant: Assistant
) -> None:
    embedder = open_embedder()
    units, keys = shelves(sample_library, sample_assistant)
    (lesson,) = question_lessons(sample_assistant, units, keys, embedder, [asked()])
    assert lesson.right is None
    assert lesson.silent


def test_a_source_that_the_library_does_not_hold_is_refused_by_the_id_of_its_question(
    sample_library: Path, sample_assistant: Assistant
) -> None:
    embedder = open_embedder()
    units, keys = shelves(sample_library, sample_assistant)
    question = asked(ExpectedSource("gavor-och-representation", section="Finns inte"))
    with pytest.raises(UnknownSource, match="fråga"):
        list(question_lessons(sample_assistant, units, keys, embedder, [question]))


def test_the_keys_of_a_library_are_learned_from_once(
    sample_library: Path, sample_assistant: Assistant
) -> None:
    embedder = open_embedder()
    units, keys = shelves(sample_library, sample_assistant)
    known: set[str] = set()
    first = list(key_lessons(units, keys, embedder, known))
    assert first
    assert not list(key_lessons(units, keys, embedder, known))
