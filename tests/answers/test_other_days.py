"""What would have answered on another day is no answer, and what is left in force is none instead of it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from answers.assistant import Assistant
from answers.choice import Choice
from answers.other_days import rule_of_other_days
from answers.ranking import Ranked
from answers.scope import LeftOut
from answers.understanding import Understood
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import RefusedBecause
from hierarchy.levels import Level
from tests.answers.making import asked, document, ranked, ranking

LAW = document("lag", Level.LAW)
RE_USE = "riktlinje-for-hallbara-inkop"
ENDED = document("granser-2025", title="Gränser", valid_from=date(2024, 1, 1), valid_to=date(2025, 12, 31))
NEXT = document("granser-2026", title="Gränser", valid_from=date(2026, 1, 1))
IN_2023 = asked(as_of=date(2023, 5, 1))


def told(
    *near: GoverningDocument,
    ended: float = 5.0,
    in_force: float | None = 3.0,
    support: float = 1.0,
    question: Understood | None = None,
    known: tuple[GoverningDocument, ...] = (LAW, ENDED),
    referred: tuple[int, ...] = (),
) -> Ranked | None:
    """What stands in a document of other days, by its score and that of what answers in force."""
    question = question or asked()
    others = [ranked(one, 2, score=ended, support=support) for one in near]
    answering = [] if in_force is None else [ranked(LAW, 1, score=in_force)]
    finder: Any = SimpleNamespace(
        library=SimpleNamespace(documents_on=lambda _: {one.document: one for one in known}),
        ranking=ranking(),
        near=lambda _, reasons: list(near) if LeftOut.PAST in reasons else [],
        ranked_with=lambda _, more: sorted([*others, *answering], key=lambda r: -r.score),
    )
    found: Any = SimpleNamespace(question=question, referred=SimpleNamespace(provisions=referred))
    return rule_of_other_days(found, Choice({Level.LAW: answering}, ()), finder)


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


def test_of_a_past_day_a_rule_that_had_not_begun_is_told_unless_one_before_it_is_there() -> None:
    before = document("granser-2022", title="Gränser", valid_from=date(2022, 1, 1), status=Status.ADOPTED)
    assert told(ENDED, question=IN_2023) is not None
    assert told(ENDED, question=IN_2023, known=(LAW, ENDED, before)) is None


def test_a_rule_that_is_yet_to_come_does_not_silence_what_is_in_force_today() -> None:
    coming = document("granser-2027", title="Gränser", valid_from=date(2027, 1, 1))
    reasons: list[set[LeftOut]] = []
    finder: Any = SimpleNamespace(
        library=SimpleNamespace(documents_on=lambda _: {coming.document: coming}),
        near=lambda _, asked_of: reasons.append(set(asked_of)) or [],
    )
    found: Any = SimpleNamespace(question=asked(), referred=SimpleNamespace(provisions=()))
    assert rule_of_other_days(found, Choice({}, ()), finder) is None
    assert reasons == [{LeftOut.PAST}]


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
    assert answer.refused_because is RefusedBecause.OTHER_DAYS
    assert "men gällde till och med 2026-10-31" in answer.text
    assert answer.related[0].document.document == RE_USE
    assert "but applied until 2026-10-31" in sample_assistant.ask(question, language="en").text
