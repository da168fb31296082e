"""The day that a question is about: named outright, understood from the past tense, or today."""

from datetime import date

import pytest

from answers.days import day_asked_for

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Vad gällde 2020?", date(2020, 12, 31)),
        ("Vad gällde den 1 maj 2020?", date(2020, 5, 1)),
        ("Vilken policy var i kraft 2019-06-30?", date(2019, 6, 30)),
        ("Vad var gränsen för direktupphandling i februari 2024?", date(2024, 2, 29)),
        ("2018, vad gällde då?", date(2018, 12, 31)),
        ("Hur många anbud skulle vi ta in 2021?", date(2021, 12, 31)),
        ("Gäller policyn för möten 2020?", date(2020, 12, 31)),
        ("What applied in 2020?", date(2020, 12, 31)),
    ],
)
def test_a_question_about_another_time_is_answered_for_it(question: str, day: date) -> None:
    assert day_asked_for(question, TODAY) == day


@pytest.mark.parametrize(
    "question",
    [
        "Vad gäller för möten?",
        "Vad gäller 2026?",
        "Hur stor var avtalstroheten 2024?",
        "Vad gäller för möten 2028?",
        "Vem fick ha kort enligt policyn från 2017?",
        "Vad sade 2017 års policy?",
        "Vad gällde enligt lagen (2016:1145)?",
        "När beslutades policyn som antogs 2016?",
        "Vad gällde den 31 februari 2020?",
        "Vilka var uppe i ärende C 2021/1036?",
    ],
)
def test_a_year_that_says_something_else_is_no_day(question: str) -> None:
    assert day_asked_for(question, TODAY) is None
