"""Rules that were, and what happened: read apart from what only looks like them."""

import pytest

from answers.former import asks_former, asks_what_happened


@pytest.mark.parametrize(
    "text",
    [
        "Vad sa den gamla policyn?",
        "Vad sa den gamla?",
        "Vilka belopp fanns i tidigare riktlinjer?",
        "Vad gällde enligt tidigare lag?",
        "Vad sa gamla LOU om annonser?",
        "Vad var gränsen tidigare?",
        "Fick man ta emot gåvor förut?",
        "What did the previous policy say?",
        "What did the old one say?",
        "What is in the superseded document?",
    ],
)
def test_an_old_rule_is_a_former_one(text: str) -> None:
    assert asks_former(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vem får sälja gamla möbler enligt policyn?",
        "Hur många reste förra året?",
        "Jag är 35 år gammal, får jag gå i pension enligt lagen?",
        "Gäller det anställda som tidigare har varit konsulter?",
        "Får jag ett utlägg ersatt enligt policyn?",
        "Vilken policy ersatte riktlinjen?",
        "Får jag sluta tidigare enligt policyn?",
        "May we use the previous contract?",
        "I applied for a grant previously, may I apply again?",
    ],
)
def test_what_is_old_and_no_rule_is_not(text: str) -> None:
    assert not asks_former(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vilka blev valda förra året?",
        "Hur många upphandlingar pågick i januari?",
        "Vilken firma anlitade revisorerna?",
        "How many candidates became members?",
    ],
)
def test_what_happened_is_asked_by_a_verb_beside_the_word_that_asks(text: str) -> None:
    assert asks_what_happened(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vad blev gränsen?",
        "Vilka regler kom 2024?",
        "Vem hade rätt att besluta?",
        "Vem godkänner när jag tog taxi?",
        "Vad gäller för den som blev vald?",
    ],
)
def test_a_rule_and_what_holds_now_are_nothing_that_happened(text: str) -> None:
    assert not asks_what_happened(text)
