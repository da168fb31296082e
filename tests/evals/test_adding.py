"""Questions made from judged answers, and added to files that people keep."""

import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.adding import add_question, remove_question, written
from evals.judging import judged, level_of, missing_facts, new_id, source_of, warning_of
from evals.questions import Expectation, ExpectedSource, Question, QuestionFileError, load_questions
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level

KEPT = """# Våra frågor, i den ordning som vi lärde oss dem.
- question: Var står kaffet?   # frågas varje vecka
  id: kaffe
  expect: {abstain: true}
"""
NEW = Question("ny", "Vem beslutar?", Expectation(abstain=True))


def test_what_a_person_wrote_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "fragor.yaml"
    path.write_text(KEPT, encoding="utf-8")
    add_question(path, NEW)
    assert path.read_text("utf-8").startswith(KEPT)
    assert [question.id for question in load_questions(path)] == ["kaffe", "ny"]


def test_a_file_that_is_missing_is_made(tmp_path: Path) -> None:
    add_question(tmp_path / "fragor.yaml", NEW)
    assert load_questions(tmp_path / "fragor.yaml") == (NEW,)


@pytest.mark.parametrize(
    "former",
    [
        KEPT.rstrip("\n"),
        KEPT.replace("\n", "\r\n"),
        "---\n" + KEPT,
        "  - id: kaffe\n    question: Var?\n    expect: {abstain: true}\n",
        KEPT + "# Sist en anmärkning.\n",
        KEPT + "  language: sv\n\n\n",
    ],
    ids=["no line end", "windows", "document mark", "indented", "comment last", "empty lines last"],
)
def test_however_the_list_is_written_the_question_is_last(former: str, tmp_path: Path) -> None:
    path = tmp_path / "fragor.yaml"
    path.write_bytes(former.encode())
    add_question(path, NEW)
    assert load_questions(path)[-1] == NEW
    assert path.read_bytes().startswith(former.encode())


@pytest.mark.parametrize("former", ["[{id: a, question: b, expect: {abstain: true}}]\n", KEPT + "...\n"])
def test_a_file_that_can_not_be_added_to_is_left_as_it_was(former: str, tmp_path: Path) -> None:
    path = tmp_path / "fragor.yaml"
    path.write_text(former, encoding="utf-8")
    with pytest.raises(QuestionFileError):
        add_question(path, NEW)
    assert path.read_text("utf-8") == former
    assert [kept.name for kept in tmp_path.iterdir()] == ["fragor.yaml"]


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    add_question(tmp_path / "fragor.yaml", NEW)
    with pytest.raises(QuestionFileError, match="finns redan"):
        add_question(tmp_path / "fragor.yaml", NEW)


TEXT = st.text(alphabet=string.printable + "åäöÅÄÖ§”–:#'\"\u00a0", min_size=1, max_size=60).filter(
    lambda text: bool(text.strip()) and "\r" not in text and "\x0b" not in text and "\x0c" not in text
)


@given(TEXT, TEXT, TEXT, st.sampled_from(["", "  "]))
def test_whatever_the_words_are_the_question_is_read_back_as_it_was(
    asked: str, quote: str, fact: str, indent: str
) -> None:
    import yaml

    from evals.questions import _question

    source = ExpectedSource("policy", quote, "2 § ”Ansvar”", 3)
    expect = Expectation(False, Level.POLICY, (source,), (fact,), (), WarningCode.PROPOSAL)
    question = Question("q", asked, expect, "sv", "exempel", date(2026, 3, 1), ("a b",), (asked, "och då?"))
    assert _question(yaml.safe_load(written(question, indent))[0]) == question


def test_the_chosen_citations_become_the_expected_sources(build) -> None:
    answer = build.answer(build.citation(), build.citation("lag"), warnings=[build.warning("unconfirmed", 1)])
    made = judged(
        answer,
        [source_of(answer["citations"][1])],
        level_of(answer, [1]),
        taken=(),
        warning=warning_of(answer, [1]),
    )
    assert made.expect.sources == (ExpectedSource("lag", build.passage, "Ansvar", 1),)
    assert made.expect.level is Level.POLICY
    assert made.expect.warning is WarningCode.UNCONFIRMED
    assert made.id == "vem-beslutar"


def test_citations_on_no_rung_are_background(build) -> None:
    answer = replace_rungs(build.answer(build.citation()))
    assert level_of(answer, [0]) is Level.BACKGROUND


def replace_rungs(answer):
    return {**answer, "rungs": [], "applicable": None, "background": [0]}


def test_nothing_right_makes_a_question_that_nothing_answers(build) -> None:
    made = judged(build.answer(build.citation()), [], None, taken={"vem-beslutar"})
    assert made.expect == Expectation(abstain=True)
    assert made.id == "vem-beslutar-2"


def test_facts_have_to_stand_in_what_is_shown() -> None:
    assert missing_facts(["700 000", "tre år"], "Högst 700\u00a0000 kronor.") == ["tre år"]


@given(st.text(max_size=200), st.sets(st.sampled_from(["fraga", "fraga-2", "a"])))
def test_ids_are_short_plain_and_free(question: str, taken: set[str]) -> None:
    made = new_id(question, taken)
    assert made not in taken
    assert 0 < len(made) <= 44
    assert set(made) <= set(string.ascii_lowercase + string.digits + "-")


def test_the_fingerprint_follows_what_is_asked_and_expected_but_not_the_labels() -> None:
    assert NEW.fingerprint == replace(NEW, tags=("kort",)).fingerprint
    assert NEW.fingerprint != replace(NEW, question="Vem betalar?").fingerprint
    assert NEW.fingerprint != replace(NEW, after=("Vem betalar?",)).fingerprint


def test_a_question_taken_out_leaves_the_file_as_it_was_before(tmp_path: Path) -> None:
    file = tmp_path / "frågor.yaml"
    before = "# Våra frågor\n- id: först\n  question: Vem?\n  expect: {abstain: true}  # så är det\n"
    file.write_text(before, "utf-8")
    add_question(file, Question("ny", "Vad gäller?", Expectation(abstain=True)))
    remove_question(file, "ny")
    assert file.read_text("utf-8") == before


def test_one_is_taken_out_from_between_others(tmp_path: Path) -> None:
    file = tmp_path / "frågor.yaml"
    for name in ("ett", "två", "tre"):
        add_question(file, Question(name, f"Vad gäller {name}?", Expectation(abstain=True)))
    remove_question(file, "två")
    assert [question.id for question in load_questions(file)] == ["ett", "tre"]


def test_the_only_question_taken_out_leaves_a_file_that_can_be_added_to(tmp_path: Path) -> None:
    file = tmp_path / "frågor.yaml"
    question = Question("ny", "Vad gäller?", Expectation(abstain=True))
    add_question(file, question)
    remove_question(file, "ny")
    add_question(file, question)
    assert load_questions(file) == (question,)


def test_a_question_that_a_person_has_rewritten_is_not_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "frågor.yaml"
    add_question(file, Question("ny", "Vad gäller?", Expectation(abstain=True)))
    rewritten = file.read_text("utf-8").replace("Vad gäller?", "Vad gäller nu?") + "  # omskriven\n"
    file.write_text(rewritten.replace("question: Vad", "question:   Vad"), "utf-8")
    with pytest.raises(QuestionFileError, match="har ändrats eller tagits bort"):
        remove_question(file, "ny")
    assert "Vad gäller nu?" in file.read_text("utf-8")
