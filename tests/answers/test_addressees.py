"""What is addressed to the highest organs of the state alone answers nobody else's question."""

import pytest

from answers.addressees import asks_of_the_state, is_for_the_state_alone


@pytest.mark.parametrize(
    "provision",
    [
        "Riksdagen beslutar om statens budget. Regeringen lämnar ett förslag.",
        "Regeringen får meddela föreskrifter om annonser enligt detta kapitel. Lag (2021:1110).",
        "Statschefen ska hållas underrättad av statsministern.",
    ],
)
def test_what_only_orders_the_work_of_the_riksdag_the_government_or_the_crown_is_for_the_state(
    provision: str,
) -> None:
    assert is_for_the_state_alone(provision)


@pytest.mark.parametrize(
    "provision",
    [
        "Ingen myndighet, inte heller riksdagen, får bestämma hur ett ärende ska avgöras.",
        "Regeringen får meddela föreskrifter. Ett anbud ska lämnas skriftligt.",
        "Regeringen eller den myndighet som regeringen bestämmer får meddela föreskrifter.",
        "Beslut fattas av regionstyrelsen.",
        "Enligt regeringsformen ska var och en behandlas lika.",
        "",
    ],
)
def test_what_also_speaks_of_others_is_not(provision: str) -> None:
    assert not is_for_the_state_alone(provision)


@pytest.mark.parametrize(
    "question",
    [
        "Vem utser statsministern?",
        "Kan riksdagen ändra en grundlag med ett beslut?",
        "Hur ofta är det val?",
        "Who elects the parliament?",
        "What is the voting age?",
        "Vem får meddela föreskrifter om annonser?",
    ],
)
def test_a_question_of_the_state_and_what_it_issues_is_told_by_its_words(question: str) -> None:
    assert asks_of_the_state(question)


@pytest.mark.parametrize(
    "question",
    [
        "Vem får besluta om resor utanför Norden?",
        "Hur många ledamöter röstade emot i nämnden?",
        "Vad ska stå i beslutet?",
        "Måste vi annonsera köpet?",
        "Hur stor andel av vår budget får gå till städning?",
    ],
)
def test_a_question_of_ones_own_work_is_not_of_the_state(question: str) -> None:
    assert not asks_of_the_state(question)
