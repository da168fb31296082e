"""A rule that has ended is no answer, and what is left in force is none instead of it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from answers.assistant import Assistant
from answers.choice import Choice
from answers.ended_rules import ended_rule
from answers.ranking import Ranked
from answers.understanding import Understood
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import RefusedBecause
from hierarchy.levels import Level
from tests.answers.making import asked, document, ranked, ranking

LAW = document("lag", Level.LAW)
RE_USE = "riktlinje-for-hallbara-inkop"
ENDED = document("granser-2025", title="Gränser", valid_from=date(2024, 1, 1), valid_to=date(2025, 12, 31))
NEXT = document("granser-2026", title="Gränser", valid_from=date(2026, 1, 1))


def told(
    *near: GoverningDocument,
    ended: float = 5.0,
    in_force: float | None = 3.0,
    support: float = 1.0,
    question: Understood | None = None,
    known: tuple[GoverningDocument, ...] = (LAW, ENDED),
    referred: tuple[int, ...] = (),
    missing: bool = False,
    answers: bool = False,
) -> Ranked | None:
    """What stands in a document of other days, by its score and that of what answers in force."""
    question = question or asked()
    others = [ranked(one, 2, score=ended, support=support) for one in near]
    answering = [] if in_force is None else [ranked(LAW, 1, score=in_force)]
    chosen = [ranked(LAW, 9)] if answers else answering
    finder: Any = SimpleNamespace(
        library=SimpleNamespace(documents_on=lambda _: {one.document: one for one in known}),
        ranking=ranking(),
        near_but_ended=lambda _: list(near),
        ranked_with=lambda _, more: sorted([*others, *answering], key=lambda r: -r.score),
    )
    found: Any = SimpleNamespace(
        question=question,
        referred=SimpleNamespace(provisions=referred, missing=()),
        scope=SimpleNamespace(missing_acts=("lag",) if missing else (), named_acts=frozenset()),
    )
    return ended_rule(found, Choice({Level.LAW: chosen}, ()), finder)


def test_a_rule_that_has_ended_with_nothing_in_its_place_is_told_where_it_says_most() -> None:
    found = told(ENDED)
    assert found is not None
    assert found.candidate.document == ENDED


def test_it_is_told_too_where_nothing_in_force_answers() -> None:
    assert told(ENDED, in_force=None) is not None


def test_what_is_in_force_answers_where_it_says_as_much() -> None:
    assert told(ENDED, ended=3.0) is None


def test_what_has_no_support_is_not_told() -> None:
    assert told(ENDED, support=-1.0) is None


def test_an_edition_whose_place_another_has_taken_is_not_told() -> None:
    assert told(ENDED, known=(LAW, ENDED, NEXT)) is None


def test_a_record_is_no_rule_of_any_day() -> None:
    record = document("protokoll", Level.BACKGROUND, valid_to=date(2025, 12, 31))
    assert told(record) is None


@pytest.mark.parametrize(
    "question", ["Vad sa den tidigare policyn om gåvor?", "Vad stod i den gamla riktlinjen om gåvor?"]
)
def test_a_question_for_a_former_edition_gets_it_as_an_answer(question: str) -> None:
    assert told(ENDED, question=asked(question)) is None


def test_a_question_for_certain_provisions_is_answered_by_them() -> None:
    assert told(ENDED, referred=(1,)) is None


def test_a_document_of_another_kind_than_the_question_names_is_not_told() -> None:
    guideline = document("riktlinje", Level.GUIDELINE, kind="riktlinje", valid_to=date(2025, 12, 31))
    question = "Vad gäller för gåvor enligt riktlinjen?"
    assert told(guideline, question=asked(question, documents=[guideline])) is not None
    assert told(ENDED, question=asked(question, documents=[guideline])) is None


def test_an_edition_that_differs_only_by_its_year_has_come_in_its_place() -> None:
    before = document("plan-2025", title="Plan 2025", valid_to=date(2025, 12, 31))
    after = document("plan-2026", title="Plan 2026", valid_from=date(2026, 1, 1))
    assert told(before, known=(LAW, before, after)) is None
    assert told(before, known=(LAW, before)) is not None


def test_of_what_is_marked_as_superseded_something_else_has_been_decided() -> None:
    superseded = document("policy-2017", status=Status.SUPERSEDED, valid_to=date(2022, 12, 31))
    assert told(superseded, known=(LAW, superseded)) is None


def test_an_act_that_the_library_lacks_is_told_instead() -> None:
    assert told(ENDED, question=asked("Vad säger försvarsupphandlingslagen?"), missing=True) is None


def test_an_answer_that_is_not_read_closely_any_more_is_not_silenced() -> None:
    assert told(ENDED, in_force=None, answers=True) is None


def test_a_refusal_names_the_rule_that_has_ended_and_since_when(
    sample_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_they_are = sample_assistant.library.documents_on

    def with_one_ended(day: date) -> dict[str, GoverningDocument]:
        known = as_they_are(day)
        return {**known, RE_USE: replace(known[RE_USE], valid_to=date(2026, 10, 31))}

    question = "Ska verksamheten söka begagnade möbler innan nya möbler köps in?"
    assert not sample_assistant.ask(question, organisation="exempel").abstained
    monkeypatch.setattr(sample_assistant.library, "documents_on", with_one_ended)
    answer = sample_assistant.ask(question, organisation="exempel")
    assert answer.refused_because is RefusedBecause.ENDED
    assert "men gällde till och med 2026-10-31" in answer.text
    assert answer.related[0].document.document == RE_USE
    assert "but applied until 2026-10-31" in sample_assistant.ask(question, language="en").text
