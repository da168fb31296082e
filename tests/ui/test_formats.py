"""Dates, pages and names in the reader's form."""

from dataclasses import replace
from datetime import date
from typing import Any

from hierarchy.levels import Level
from ui.formats import capitalised, level_label, written_date, written_page
from ui.texts import load_texts

SV, EN = load_texts("sv"), load_texts("en")


def test_a_date_is_written_out_in_the_readers_language() -> None:
    assert written_date(date(2026, 3, 1), SV) == "1 mars 2026"
    assert written_date(date(2026, 3, 1), EN) == "1 March 2026"


def test_a_printed_page_number_that_differs_comes_first(ladder: Any) -> None:
    assert written_page(ladder.citations[1], SV) == "sida 7 (sida 1 i filen)"


def test_a_printed_page_number_that_agrees_is_not_repeated(ladder: Any) -> None:
    assert written_page(replace(ladder.citations[1], printed_page="1"), SV) == "sida 1"


def test_a_format_without_pages_has_no_page_to_write(ladder: Any) -> None:
    assert written_page(ladder.citations[0], SV) is None


def test_a_rung_is_called_what_the_organisation_calls_it(assistant: Any) -> None:
    assert level_label(Level.POLICY, assistant.hierarchy, "exempel", SV) == "policy beslutad av fullmäktige"
    assert level_label(Level.POLICY, assistant.hierarchy, "exempel", EN) == "policy adopted by the assembly"


def test_without_an_organisation_a_rung_has_its_general_name(assistant: Any) -> None:
    assert level_label(Level.GUIDELINE, assistant.hierarchy, None, SV) == "riktlinje"


def test_only_the_first_letter_is_made_large() -> None:
    assert capitalised("regler enligt SKR") == "Regler enligt SKR"
