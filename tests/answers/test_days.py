"""The day that a question is about: named outright, understood from the past tense, or today."""

from datetime import date

import pytest

from answers.days import as_on_its_day, day_asked_for, names_past_time

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
        ("Vad gällde före 2020?", date(2019, 12, 31)),
        ("Vad gällde för möten förra året?", date(2025, 12, 31)),
        ("Hur fick man boka lokaler 2020?", date(2020, 12, 31)),
        ("Could we book rooms ourselves in 2020?", date(2020, 12, 31)),
        ("Vad gällde för möten innan juni 2025?", date(2025, 5, 31)),
        ("Vilka regler gällde innan den 1 mars 2026?", date(2026, 2, 28)),
        ("Hur löd 4 kap. 2 § kommunallagen 2019?", date(2019, 12, 31)),
        ("Vad stod det i lagen 2015 om anbud?", date(2015, 12, 31)),
        ("Vad sa policyn 2021 om kaffe?", date(2021, 12, 31)),
        ("What did the guideline say in 2021?", date(2021, 12, 31)),
        ("Vilket tröskelvärde hade vi 2025?", date(2025, 12, 31)),
        ("Hur lång var överklagandetiden 2024?", date(2024, 12, 31)),
        ("What was required of bidders in 2024?", date(2024, 12, 31)),
        ("Vad låg EU-gränsen på i kronor under 2018?", date(2018, 12, 31)),
        ("Hur högt gränsen för inköp låg 2021?", date(2021, 12, 31)),
        # "gränsen" ends with "sen", which is no "since".
        ("Hur hög var gränsen 2021?", date(2021, 12, 31)),
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
        "Är det en låg gräns i planen 2023?",
        "Finns krav på låg klimatpåverkan i planen 2023?",
        "Vem fick ha kort enligt policyn från 2017?",
        "Vad sade 2017 års policy?",
        "Vad gällde enligt lagen (2016:1145)?",
        "När beslutades policyn som antogs 2016?",
        "Vad gällde den 31 februari 2020?",
        "Vilka var uppe i ärende C 2021/1036?",
        "När var policyn beslutad 2019?",
        "Vad sa revisorerna 2019?",
        "Hur många var det som reste 2019?",
        "Vilken policy gällde sen 2021?",
    ],
)
def test_a_year_that_says_something_else_is_no_day(question: str) -> None:
    assert day_asked_for(question, TODAY) is None


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("Vad gällde för möten 2020?", "Vad gäller för möten?"),
        ("Den 1 maj 2020, vad gällde då?", "vad gäller då?"),
        ("What applied to meetings in 2020?", "What applies to meetings?"),
        ("Hur löd 4 § mötesordningslagen år 2020?", "Hur gäller 4 § mötesordningslagen?"),
        ("Vad gäller för möten?", "Vad gäller för möten?"),
        ("Hur hög är gränsen 2026?", "Hur hög är gränsen?"),
        ("Vad är gränsen under 2026?", "Vad är gränsen?"),
        ("Vad är budgeten för 2026?", "Vad är budgeten för 2026?"),
        ("Vilka risker finns i planen 2026?", "Vilka risker finns i planen 2026?"),
        ("Vad är gränsen 2027?", "Vad är gränsen 2027?"),
        ("Hur stor var avtalstroheten 2024?", "Hur stor var avtalstroheten 2024?"),
    ],
)
def test_the_day_and_the_tense_are_no_words_of_what_is_asked(question: str, searched: str) -> None:
    assert as_on_its_day(question, TODAY, []) == searched


def test_a_year_that_an_act_of_the_library_is_numbered_by_stays() -> None:
    assert as_on_its_day("Vilka belopp gällde 2024?", TODAY, ["2024:30"]) == "Vilka belopp gäller 2024?"


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Vilka fick priset förra året?", True),
        ("Hur många reste 2025?", True),
        ("Hur många har rest 2026?", True),
        ("Hur många reser 2027?", False),
        ("Vilka blir valda i december 2026?", False),
        ("Vilka blev valda 2025-13-40?", True),
        ("Vem fick kort enligt policyn från maj 2017?", False),
        ("Vem fick kort enligt policyn från 2017?", False),
        ("Vem får kort?", False),
    ],
)
def test_a_time_gone_by_is_one_that_has_begun(text: str, past: bool) -> None:
    assert names_past_time(text, TODAY) is past
