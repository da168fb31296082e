"""What a document says of its own review and end."""

from datetime import date

import pytest

from ingest.review_interval import ReviewRule, review_rules


def only(text: str) -> ReviewRule:
    (rule,) = review_rules(text)
    assert text[rule.start : rule.end] == rule.quote
    return rule


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Policyn ska ses över vart tredje år.", 3),
        ("Denna riktlinje revideras vartannat år eller oftare.", 2),
        ("Riktlinjerna ska aktualitetsprövas minst vart 4:e år.", 4),
        ("Dokumentet ska uppdateras årligen.", 1),
        ("Detta reglemente ska ses över en gång per mandatperiod.", 4),
        ("Policyn ses över senast inom två år från beslutet.", 2),
        ("• Policyn ska utvärderas minst en gång varje mandatperiod och ändras vid behov", 4),
        ("Resepolicy ska prövas vart femte år.", 5),
        ("Policyn gäller i fyra år.", 4),
        ("Giltighetstid: tre år", 3),
    ],
)
def test_an_interval_is_read_in_years(sentence: str, years: int) -> None:
    assert only(f"Inledning\n\n{sentence}\n\nAvslutning").years == years


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Riktlinjen ska revideras senast den 30 juni 2027.", date(2027, 6, 30)),
        ("Revideras senast: 2026-12-01", date(2026, 12, 1)),
        ("Nästa översyn: mars 2028", date(2028, 3, 31)),
        ("Policyn ska ses över senast 2026.", date(2026, 12, 31)),
        ("Nästa revidering\n2027-02", date(2027, 2, 28)),
    ],
)
def test_a_day_for_the_review_is_read(sentence: str, day: date) -> None:
    assert only(f"Inledning\n\n{sentence}\n\nAvslutning").by == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Policyn gäller till och med 2026-12-31.",
        "Denna riktlinje gäller från 2024-01-01 t.o.m. den 31 december 2026.",
        "Giltig till: 2026-12-31",
        "Giltig t.o.m. 2026-12-31",
    ],
)
def test_a_last_day_is_read(sentence: str) -> None:
    assert only(f"Inledning\n\n{sentence}\n\nAvslutning").until == date(2026, 12, 31)


@pytest.mark.parametrize(
    "sentence",
    [
        "Avtalen ska ses över vart tredje år.",
        "Mandatperioden är tre år med möjlighet till förlängning.",
        "Chefen gör i januari varje år en översyn av korten.",
        "Anställningen gäller längst till och med 2025-12-31.",
        "Policyn ska ses över när lagen ändras.",
        "Kortet omprövas varje år i januari.",
        "Denna policy beslutades 2019 och gäller tills vidare.",
    ],
)
def test_what_is_said_of_other_things_is_no_review(sentence: str) -> None:
    assert review_rules(sentence) == []


def test_an_interval_counts_from_the_decision() -> None:
    rule = only("Policyn ska ses över vart fjärde år.")
    assert rule.due(date(2024, 2, 29)) == date(2028, 2, 29)
    assert rule.due(date(2023, 2, 28)) == date(2027, 2, 28)
    assert rule.due(None) is None


def test_a_leap_day_falls_on_the_last_of_february() -> None:
    assert only("Policyn ska ses över vart tredje år.").due(date(2024, 2, 29)) == date(2027, 2, 28)
