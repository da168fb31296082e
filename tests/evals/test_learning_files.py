"""What the query adapter learns from stays apart from what answers are judged on."""

import re
from pathlib import Path

import pytest

from answers.assistant import Assistant
from evals.questions import Question, load_questions

EVALS = Path(__file__).parents[2] / "evals"
GOLD = EVALS.parents[1] / "shared" / "gold"
LEARNED = [EVALS / "real/learning.yaml", EVALS / "sample/learning.yaml", EVALS / "off_topic.yaml"]
JUDGED = [
    *sorted((EVALS / "sample").glob("questions*.yaml")),
    EVALS / "real/questions-by-section.yaml",
    EVALS / "real/near-misses.yaml",
    EVALS / "real/questions-by-document.yaml",
    EVALS / "real/questions-everyday.yaml",
    EVALS / "real/questions-of-who.yaml",
    GOLD / "questions.yaml",
    GOLD / "questions-dalarna.yaml",
]


def letters(question: Question) -> str:
    return re.sub(r"[\W_]", "", question.question.lower()) or question.question


@pytest.mark.parametrize("judged", JUDGED, ids=lambda path: path.stem)
def test_no_question_that_is_judged_has_been_learned_from(judged: Path) -> None:
    if not judged.is_file():
        pytest.skip(f"needs the questions in {judged}, which are not there")
    learned = {letters(question) for path in LEARNED for question in load_questions(path)}
    assert learned
    assert not [question.id for question in load_questions(judged) if letters(question) in learned]


@pytest.mark.parametrize("path", LEARNED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_question_is_learned_from_twice(path: Path) -> None:
    learned = [letters(question) for question in load_questions(path)]
    assert len(learned) == len(set(learned))


def test_what_is_learned_on_the_sample_region_stands_in_it(sample_assistant: Assistant) -> None:
    library = sample_assistant.library
    missing = [
        question.id
        for question in load_questions(EVALS / "sample/learning.yaml")
        for source in question.expect.sources
        if source.section not in library.provision_ids(source.document)
    ]
    assert not missing


def test_off_topic_questions_are_answered_by_nothing_and_asked_by_nobody_in_particular() -> None:
    questions = load_questions(EVALS / "off_topic.yaml")
    assert questions
    assert all(question.expect.abstain and question.organisation is None for question in questions)
