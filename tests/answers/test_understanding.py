"""What is read out of a question: whose it is, for which day, in which language, about which documents."""

from datetime import date

import pytest

from answers.understanding import detect_language, understand
from hierarchy.levels import Hierarchy
from tests.answers.making import HIERARCHY, NORR, SYD, TODAY, asked, document


def test_the_organisation_that_was_chosen_asks_and_another_that_is_named_is_another() -> None:
    question = asked("Vad säger Region Syds policy?", organisation="norr")
    assert question.organisation is NORR
    assert question.others == (SYD,)


def test_without_a_choice_the_one_organisation_that_is_named_asks() -> None:
    question = asked("Vad gäller för gåvor i Norrlandstinget?", organisation=None)
    assert question.organisation is NORR
    assert question.others == ()


def test_without_a_choice_and_with_two_named_nobody_asks() -> None:
    question = asked("Skiljer sig Region Norr från Region Syd?", organisation=None)
    assert question.organisation is None
    assert set(question.others) == {NORR, SYD}


def test_the_only_organisation_asks_everything() -> None:
    alone = Hierarchy((NORR,))
    question = understand("Vad gäller?", alone, (), organisation=None, as_of=None, language=None, today=TODAY)
    assert question.organisation is NORR


def test_an_unknown_organisation_is_a_lookup_error() -> None:
    with pytest.raises(KeyError):
        asked(organisation="öster")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Får jag ta emot en gåva?", "sv"),
        ("May I accept a gift from a supplier?", "en"),
        ("gåvor", "sv"),
        ("dnr LTV 160080", "sv"),
        ("What does upphandlingspolicyn say about gifts?", "en"),
    ],
)
def test_the_language_is_the_questions_own(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_chosen_language_wins() -> None:
    assert asked("Får jag ta emot en gåva?", language="en").language == "en"


def test_a_question_is_for_today_unless_it_says_otherwise() -> None:
    assert asked().as_of == TODAY
    assert asked(as_of=date(2020, 5, 1)).as_of == date(2020, 5, 1)


def test_a_past_year_in_the_question_is_the_end_of_that_year() -> None:
    assert asked("Vilken gräns gällde 2019?").as_of == date(2019, 12, 31)
    assert asked("Which limit applied in 2019?").as_of == date(2019, 12, 31)


def test_a_year_to_come_or_one_that_is_only_mentioned_moves_nothing() -> None:
    assert asked("Vilken gräns gällde 2031?").as_of == TODAY
    assert asked("Vad står i policyn från 2017?").as_of == TODAY


def test_a_chosen_day_wins_over_a_year_in_the_question() -> None:
    assert asked("Vilken gräns gällde 2019?", as_of=date(2018, 1, 1)).as_of == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Vad sa den gamla policyn?", "wants_former"),
        ("What did the previous policy say?", "wants_former"),
        ("Vilka belopp fanns i tidigare riktlinjer?", "wants_former"),
        ("Vad gällde om gåvor tidigare?", "wants_former"),
        ("Vad föreslås om gränsen?", "wants_proposal"),
        ("Vad hände med ärendet som återremitterades?", "wants_proposal"),
        ("När antogs policyn?", "asks_identity"),
        ("Vilket dnr har policyn?", "asks_identity"),
        ("Stämmer det fortfarande att vi får köpa direkt?", "asks_highest"),
        ("Vilka blev valda förra året?", "asks_event"),
        ("Vad betalade regionen för bilarna 2025?", "asks_event"),
    ],
)
def test_what_a_question_is_after_is_read_from_its_words(text: str, field: str) -> None:
    assert getattr(asked(text), field)
    assert not getattr(asked("Får jag ta emot en gåva?"), field)


@pytest.mark.parametrize(
    "text",
    [
        "Vad gällde för gåvor förra året?",
        "Vad sa den gamla policyn från 2019 om gåvor?",
        "När antogs policyn som gällde 2019?",
        "Vad tycker nämnden om gåvor?",
        "Vad blev direktupphandlingsgränsen 2026?",
        "Vem hade rätt att besluta enligt delegationsordningen 2025?",
        "Vem godkänner när jag tog taxi i februari 2026?",
        "Hur gallras handlingar som kom in 2015?",
    ],
)
def test_what_a_rule_said_then_and_what_has_no_time_are_no_events(text: str) -> None:
    assert not asked(text).asks_event


def test_according_to_a_kind_of_document_binds_the_answer_to_it() -> None:
    assert asked("Vem får besluta enligt vår delegationsordning?").bound_to == "delegation"
    assert asked("Vad gäller om delegationsordningen saknas?").bound_to is None


def test_a_document_that_is_called_by_its_title_is_named() -> None:
    gifts = document("gavor", title="Regel om gåvor")
    question = asked(
        "Vad säger regel om gåvor?", documents=[gifts, document("resor", title="Regel om resor")]
    )
    assert question.named == {"gavor"}


def test_a_common_noun_names_no_neighbour() -> None:
    assert asked("Vad gäller i regionen?").others == ()
    assert all(o in HIERARCHY.organisations for o in asked("regionen").others)


@pytest.mark.parametrize(
    "text",
    [
        "Varför gick nämnden back förra året?",
        "Vad tycker nämnden själv om förslaget?",
        "Vilken firma anlitade revisorerna?",
        "Om riktlinjen och policyn säger olika, vilken går före?",
        "How much did the board overspend?",
    ],
)
def test_what_happened_what_a_body_thinks_and_what_goes_first_is_asked_of_records(text: str) -> None:
    assert asked(text).asks_record


@pytest.mark.parametrize(
    "text", ["Hur mycket får en gåva kosta?", "Vem ska godkänna resan?", "What may I accept?"]
)
def test_what_is_allowed_and_required_is_asked_of_rules(text: str) -> None:
    assert not asked(text).asks_record


def test_the_offices_of_a_question_are_roles_and_of_a_who_question_names_too() -> None:
    assert asked("Får avdelningschefen godkänna det?").offices == {"avdelningschefen"}
    assert asked("Vem gör köpet, vi eller Inköp?").offices == {"inköp"}
    assert asked("Får vi köpa kaffe i Norge?").offices == frozenset()


@pytest.mark.parametrize(
    "text", ["Vad sägs i utkastet?", "Vad blir nytt i en ny inköpspolicy?", "What is in the draft?"]
)
def test_a_draft_and_a_new_policy_are_proposals(text: str) -> None:
    assert asked(text).wants_proposal


def test_a_new_colleague_is_no_proposal() -> None:
    assert not asked("Vi ska anställa en ny administratör, vem beslutar?").wants_proposal
