"""Dates in Swedish text, and places where one is missing."""

from datetime import date

import pytest

from ingest.dates import find_dates, find_placeholder, first_date


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-01",
        "20240501",
        "den 1 maj 2024",
        "1 MAJ 2024",
        "1/5 2024",
        "1/5-2024",
        "2024-5-1",
        "2024/05/01",
    ],
)
def test_every_usual_way_of_writing_a_date_is_read(written: str) -> None:
    assert first_date(f"Beslutad {written}.") == date(2024, 5, 1)


@pytest.mark.parametrize(
    "text", ["2024-02-31", "2024-13-01", "telefon 021-17 45 09", "mål 2023/24", "55 600"]
)
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert first_date(text) is None


def test_dates_come_in_reading_order_with_their_places() -> None:
    text = "Från 2024-01-01 till den 31 december 2025."
    assert [(text[found.start : found.end], found.value.year) for found in find_dates(text)] == [
        ("2024-01-01", 2024),
        ("31 december 2025", 2025),
    ]


@pytest.mark.parametrize("text", ["2024-xx-xx", "20XX-XX-XX", "ÅÅÅÅ-MM-DD", "§ xx", "§xx", "[datum]"])
def test_a_place_to_be_filled_in_is_found(text: str) -> None:
    assert find_placeholder(f"Antagen {text} av nämnden") is not None


@pytest.mark.parametrize("text", ["2024-05-01", "§ 14", "§ 3/26", "XX-09-01 anslås listan"])
def test_what_is_filled_in_is_no_placeholder(text: str) -> None:
    assert find_placeholder(text) is None
