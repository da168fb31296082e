"""Question files: read as they should be, and refused with place and remedy."""

from datetime import date
from pathlib import Path

import pytest

from evals.questions import ExpectedSource, QuestionFileError, load_questions
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level

GOLD = Path(__file__).parents[3] / "shared" / "gold"

WHOLE = """
- id: beslut-200
  question: Vem beslutar om köp för 200 tkr?
  language: sv
  organisation: exempel
  as_of: 2026-03-01
  tags: [belopp, ansvar]
  expect:
    abstain: false
    level: policy
    sources:
    - {document: inkopspolicy, section: Ansvar, page: 3, quote: Enhetschefen beslutar.}
    must_include: [enhetschefen]
    must_not_include: [direktören]
    warning: superseded
"""
ANSWERABLE = """
- id: a
  question: Vad gäller?
  expect: {abstain: false, level: law, sources: [{document: d, quote: q}]}
"""


@pytest.fixture
def refused(tmp_path: Path):
    """Loads the text as a file that must be refused, and gives the error."""

    def load(text: str) -> QuestionFileError:
        file = tmp_path / "frågor.yaml"
        file.write_text(text, "utf-8")
        with pytest.raises(QuestionFileError) as caught:
            load_questions(file)
        return caught.value

    return load


def test_every_field_is_read(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text(WHOLE, "utf-8")
    (question,) = load_questions(file)
    assert (question.id, question.question) == ("beslut-200", "Vem beslutar om köp för 200 tkr?")
    assert (question.organisation, question.as_of, question.tags) == (
        "exempel",
        date(2026, 3, 1),
        ("belopp", "ansvar"),
    )
    expect = question.expect
    assert (expect.abstain, expect.level, expect.warning) == (False, Level.POLICY, WarningCode.SUPERSEDED)
    assert expect.sources == (ExpectedSource("inkopspolicy", "Enhetschefen beslutar.", "Ansvar", 3),)
    assert (expect.must_include, expect.must_not_include) == (("enhetschefen",), ("direktören",))


def test_fields_that_are_left_out_have_defaults(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text("- {id: a, question: 'Vad kostar kaffet?', expect: {abstain: true}}", "utf-8")
    (question,) = load_questions(file)
    assert (question.language, question.organisation, question.as_of, question.tags) == ("sv", None, None, ())
    assert (question.expect.level, question.expect.sources, question.expect.warning) == (None, (), None)


def test_a_date_may_be_written_as_text(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text("- {id: a, question: 'Vad?', as_of: '2026-03-01', expect: {abstain: true}}", "utf-8")
    assert load_questions(file)[0].as_of == date(2026, 3, 1)


def test_a_mistake_is_named_by_file_question_field_and_remedy(refused) -> None:
    error = refused(WHOLE.replace("level: policy", "level: föreskrift"))
    assert (error.question, error.field) == ("beslut-200", "expect.level")
    for part in ("frågor.yaml", "frågan beslut-200", "fältet expect.level", "»föreskrift«", "guideline"):
        assert part in str(error)


@pytest.mark.parametrize(
    ("was", "becomes", "field"),
    [
        ("  question: Vem beslutar om köp för 200 tkr?\n", "", "question"),
        ("language: sv", "language: de", "language"),
        ("as_of: 2026-03-01", "as_of: i våras", "as_of"),
        ("as_of: 2026-03-01", "as_of: 2026-03-01 10:00:00", "as_of"),
        ("tags: [belopp, ansvar]", "tags: belopp", "tags"),
        ("tags: [belopp, ansvar]", "taggar: [belopp]", "taggar"),
        ("abstain: false", "abstain: nej", "expect.abstain"),
        ("    abstain: false\n", "", "expect.abstain"),
        ("    level: policy\n", "", "expect.level"),
        ("page: 3", "page: 0", "expect.sources[0].page"),
        ("quote: Enhetschefen beslutar.", "quote: ' '", "expect.sources[0].quote"),
        ("section: Ansvar, page: 3, quote: Enhetschefen beslutar.", "page: 3", "expect.sources[0].quote"),
        ("document: inkopspolicy, ", "", "expect.sources[0].document"),
        ("must_include: [enhetschefen]", "must_include: [200]", "expect.must_include"),
        ("warning: superseded", "warning: gammal", "expect.warning"),
        ("abstain: false", "abstain: true", "expect.level"),
    ],
)
def test_a_wrong_field_is_refused(refused, was: str, becomes: str, field: str) -> None:
    assert was in WHOLE
    assert refused(WHOLE.replace(was, becomes)).field == field


def test_an_answerable_question_needs_a_source(refused) -> None:
    assert (
        refused("- {id: a, question: 'Vad?', expect: {abstain: false, level: law}}").field == "expect.sources"
    )


def test_a_question_without_an_id_is_named_by_its_place(refused) -> None:
    error = refused(ANSWERABLE + "- {question: 'Vad?', expect: {abstain: true}}")
    assert (error.question, error.field) == ("nummer 2", "id")


def test_two_questions_may_not_share_an_id(refused) -> None:
    error = refused(ANSWERABLE + ANSWERABLE)
    assert (error.question, error.field) == ("a", "id")


@pytest.mark.parametrize("text", ["", "[]", "id: a", "bara text"])
def test_a_file_that_is_no_list_of_questions_is_refused(refused, text: str) -> None:
    error = refused(text)
    assert (error.question, error.field) == (None, None)
    assert "lista" in str(error)


def test_broken_yaml_is_named_by_its_line(refused) -> None:
    assert "rad 3" in str(refused('- id: a\n  tags: [x\n  question: "Vad?"\n'))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="går inte att läsa"):
        load_questions(tmp_path / "saknas.yaml")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_bytes("- id: fråga".encode("latin-1"))
    with pytest.raises(QuestionFileError, match="UTF-8"):
        load_questions(file)


@pytest.mark.corpus
@pytest.mark.skipif(not GOLD.is_dir(), reason="no gold questions beside the project")
@pytest.mark.parametrize("name", ["questions.yaml", "questions-dalarna.yaml"])
def test_the_question_files_on_the_real_documents_are_valid(name: str) -> None:
    questions = load_questions(GOLD / name)
    assert any(question.expect.abstain for question in questions)
    assert any(question.expect.sources for question in questions)


def test_the_earlier_questions_of_a_conversation_are_read_oldest_first(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text(ANSWERABLE + '  after: ["Får vi köpa?", "hur mycket då?"]\n', "utf-8")
    (question,) = load_questions(file)
    assert question.after == ("Får vi köpa?", "hur mycket då?")
    assert question.conversation == "Får vi köpa? → hur mycket då? → Vad gäller?"


def test_earlier_questions_that_are_no_list_of_texts_are_refused(refused) -> None:
    assert refused(ANSWERABLE + "  after: Får vi köpa?\n").field == "after"
    assert refused(ANSWERABLE + "  after: [700000]\n").field == "after"
