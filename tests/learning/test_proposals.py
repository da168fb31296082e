"""What is proposed of the sample region's rules: right answers stand in their source, wrong ones don't."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.questions import load_questions
from hierarchy.procurement.assessment import Checked, assess
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.validity import is_rule_in_force
from index.library import Library
from index.thresholds import checked_thresholds
from learning.asking import questions
from learning.cases import ALLOWED, NOT_ALLOWED, cases, values_around
from learning.cloze import GAP, clozes, put_back
from learning.course import Item, Kind, fault_of
from learning.curated import Curated, curated_item
from learning.material import Material, is_whole_rule
from learning.options import Options
from learning.proposing import Wanted, Workshop
from tests.conftest import ROOT

DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def library(sample_library: Path) -> Library:
    return Library(sample_library)


@pytest.fixture(scope="module")
def material(library: Library) -> Material:
    return Material(library, "exempel", DAY)


@pytest.fixture(scope="module")
def options(material: Material) -> Options:
    return Options(material)


@pytest.fixture(scope="module")
def said(material: Material, options: Options) -> list[Item]:
    return [item for rule in material.rules for item in questions(rule, material, options)]


@pytest.fixture(scope="module")
def gaps(material: Material, options: Options) -> list[Item]:
    return [item for rule in material.rules for item in clozes(rule, material, options)]


@pytest.fixture(scope="module")
def limits(library: Library) -> tuple[Checked, ...]:
    return checked_thresholds(library, DAY)


def test_there_is_much_to_choose_from(said: list[Item], gaps: list[Item]) -> None:
    assert len(said) >= 25
    assert len(gaps) >= 150


def test_every_quote_is_the_stored_text_at_its_place(
    said: list[Item], gaps: list[Item], library: Library
) -> None:
    for item in (*said, *gaps):
        source = item.source
        assert library.text(source.document)[source.start : source.end] == source.quote


def test_the_right_option_stands_in_the_source_and_no_wrong_one_does(
    said: list[Item], gaps: list[Item]
) -> None:
    forces = {"ska", "får", "bör", "får inte"}
    for item in (*said, *gaps):
        assert item.answer in item.source.quote
        if item.answer in forces:
            continue
        for wrong in item.options:
            assert wrong == item.answer or wrong.casefold() not in item.source.quote.casefold()


def test_a_gap_put_back_gives_the_exact_text(gaps: list[Item]) -> None:
    for item in gaps:
        assert item.question.count(GAP) == 1
        assert item.source.quote in put_back(item.question, item.answer)


def test_no_exercise_breaks_what_the_editor_demands(said: list[Item], gaps: list[Item]) -> None:
    assert [item.question for item in (*said, *gaps) if fault_of(item.question, item.options)] == []


def test_only_rules_in_force_that_bind_the_organisation_are_asked_of(
    said: list[Item], gaps: list[Item], material: Material
) -> None:
    for item in (*said, *gaps):
        document = material.documents[item.source.document]
        assert is_rule_in_force(document, DAY)
        assert not document.organisations or "exempel" in document.organisations


def test_wrong_options_stand_in_other_provisions(gaps: list[Item], material: Material) -> None:
    everything = "\n".join(sentence.text for sentence in material.everything).casefold()
    for item in gaps:
        for option in item.options:
            assert option.casefold() in everything


def test_a_case_has_the_answer_that_the_limits_compute(
    material: Material, limits: tuple[Checked, ...]
) -> None:
    found = list(cases(material, limits, DAY))
    assert len(found) >= 15
    direct = [item for item in found if set(item.options) == {ALLOWED, NOT_ALLOWED}]
    limit = next(c.threshold.amount for c in limits if c.threshold.id == "lou-direkt")
    assert limit is not None
    for value in values_around(limit):
        opened = assess(
            value, limits, law=Law.LOU, subject=Subject.GOODS, organisation="exempel", day=DAY
        ).openings[0]
        expected = ALLOWED if opened.open else NOT_ALLOWED
        figure = f"{value:,.0f}".replace(",", "\u00a0")
        assert [item.answer for item in direct if figure in item.question] == [expected]


def test_a_value_on_the_limit_is_not_below_it(material: Material, limits: tuple[Checked, ...]) -> None:
    at_limit = [item for item in cases(material, limits, DAY) if "700\u00a0000\u00a0kr" in item.question]
    assert NOT_ALLOWED in {item.answer for item in at_limit}


def test_a_duty_of_the_value_is_never_a_wrong_option(material: Material, limits: tuple[Checked, ...]) -> None:
    for item in cases(material, limits, DAY):
        if NOT_ALLOWED in item.options:
            continue
        value = next(
            v
            for c in limits
            if c.threshold.amount
            for v in values_around(c.threshold.amount)
            if f"{v:,.0f}".replace(",", "\u00a0") in item.question
        )
        duties = assess(
            value, limits, law=Law.LOU, subject=Subject.GOODS, organisation="exempel", day=DAY
        ).duties
        following = {limit.threshold.consequence_sv for limit in duties}
        assert [option for option in item.options if option in following] == [item.answer]


def test_a_curated_question_is_answered_by_its_own_source(material: Material) -> None:
    made = 0
    for question in load_questions(ROOT / "evals" / "sample" / "questions.yaml"):
        sources = tuple((s.document, s.quote) for s in question.expect.sources if s.quote)
        item = curated_item(Curated(question.question, sources, question.expect.must_include), material)
        if item is None:
            continue
        made += 1
        assert item.answer in {" ".join(quote.split()) for _, quote in sources}
    assert made >= 10


@pytest.mark.parametrize(
    "text",
    [
        "4.2 Köp under 30 000 kronor",
        "Detta gäller även vid köp som görs av en annan enhet.",
        "Under 30 000 kronor Ett pris räcker Beställande verksamhet",
        "som har lämnat offert ska underrättas skriftligen om utfallet.",
        "Avtalet ska tecknas enligt 5 kap. 3 § av den som har rätt till det.",
    ],
)
def test_a_title_a_fragment_or_a_leaning_sentence_is_no_exercise(text: str) -> None:
    assert not is_whole_rule(text)


@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    is_whole_rule(text) if text else None


def test_proposals_come_in_several_kinds_and_never_twice(
    material: Material, limits: tuple[Checked, ...]
) -> None:
    workshop = Workshop(material, limits, DAY)
    first = workshop.propose(Wanted(), 9)
    assert {item.kind for item in first} == {Kind.SAYS, Kind.CLOZE, Kind.CASE}
    second = workshop.propose(Wanted(), 9, without=first)
    assert not {item.id for item in first} & {item.id for item in second}


def test_a_document_that_is_picked_is_the_only_source(
    material: Material, limits: tuple[Checked, ...]
) -> None:
    found = Workshop(material, limits, DAY).propose(Wanted(document="uppforandekod"), 5)
    assert {item.source.document for item in found} == {"uppforandekod"}


def test_no_two_exercises_of_a_round_ask_the_same(material: Material, limits: tuple[Checked, ...]) -> None:
    found = Workshop(material, limits, DAY).propose(Wanted(kinds=frozenset({Kind.CASE})), 40)
    assert len({item.question for item in found}) == len(found)


def test_a_clause_that_tells_which_goes_with_what_is_counted(said: list[Item]) -> None:
    split = [
        item.question for item in said if "medarbetare ska" in item.question and " som " in item.question
    ]
    assert split == []


def test_a_wrong_time_can_stand_where_the_right_one_does(gaps: list[Item], said: list[Item]) -> None:
    for item in (*gaps, *said):
        next_day = {option.startswith("nästa") for option in item.options}
        assert len(next_day) < 2, item
