"""A judgement under an answer, where the installation keeps them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from evals.questions import load_questions
from hierarchy.levels import Level

from .test_chat import asked, expanders, opened, words


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "fragor.yaml"
    monkeypatch.setenv("REGELSTEGEN_JUDGED_QUESTIONS", str(path))
    return path


def marked(app: AppTest, *indexes: int) -> AppTest:
    for index in indexes:
        app.checkbox(key=f"judge-citation-0-{index}").check()
    return app.button(key="judge-right-0").click().run()


def test_nobody_is_asked_unless_the_installation_says_where_to_keep_it(assistant: Any, ladder: Any) -> None:
    assistant.queue.append(ladder)
    assert "Stämmer svaret?" not in expanders(asked(opened()))


def test_marked_citations_become_a_question_as_of_the_day_of_the_answer(
    assistant: Any, ladder: Any, file: Path
) -> None:
    assistant.queue.append(ladder)
    app = marked(asked(opened()), 0, 1)
    (question,) = load_questions(file)
    assert [source.document for source in question.expect.sources] == ["lag", "riktlinje"]
    assert question.expect.level is Level.LAW
    assert (question.organisation, question.as_of) == ("exempel", date(2026, 3, 1))
    assert question.tags == ("chatt",)
    assert "far-vi-kopa-direkt" in " ".join(caption.value for caption in app.caption)


def test_an_answer_is_judged_once(assistant: Any, ladder: Any, file: Path) -> None:
    assistant.queue.append(ladder)
    app = marked(asked(opened()), 0)
    assert "Stämmer svaret?" not in expanders(app)


def test_nothing_is_kept_where_nothing_is_marked(assistant: Any, ladder: Any, file: Path) -> None:
    assistant.queue.append(ladder)
    marked(asked(opened()))
    assert not file.exists()


def test_a_right_refusal_becomes_a_question_that_nothing_answers(
    assistant: Any, abstaining: Any, file: Path
) -> None:
    assistant.queue.append(abstaining)
    app = asked(opened())
    app.button(key="judge-nothing-0").click().run()
    assert load_questions(file)[0].expect.abstain


def test_a_file_that_can_not_be_added_to_is_a_sentence(assistant: Any, ladder: Any, file: Path) -> None:
    file.write_text("nej", encoding="utf-8")
    assistant.queue.append(ladder)
    app = marked(asked(opened()), 0)
    assert "Bedömningen kunde inte sparas." in words(app)
    assert file.read_text("utf-8") == "nej"
