"""Words divided at line ends, real hyphens, ligatures and the glyphs of symbol fonts."""

import pytest

from ingest.readers.characters import clean
from ingest.readers.hyphenation import Vocabulary, join
from ingest.readers.lists import heading_number, mark

EMPTY = Vocabulary([])


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("gäller vid upp-", "handling av varor", "gäller vid upphandling av varor"),
        ("gäller inköps-", "och upphandlingsfrågor", "gäller inköps- och upphandlingsfrågor"),
        ("skickas med e-", "post till chefen", "skickas med e-post till chefen"),
        ("enligt EU-", "direktivet", "enligt EU-direktivet"),
        ("av Syd-", "Sverige", "av Syd-Sverige"),
        ("inför 2024-", "talet", "inför 2024-talet"),
        ("en upp\u00ad", "handling", "en upphandling"),
        ("tre", "ord", "tre ord"),
    ],
)
def test_a_line_end_is_mended_as_a_reader_would(before: str, after: str, joined: str) -> None:
    assert join(before, after, EMPTY).replace("\u00ad", "") == joined


def test_a_compound_that_the_document_writes_with_a_hyphen_keeps_it() -> None:
    vocabulary = Vocabulary(["principen om icke-diskriminering gäller"])
    assert join("om icke-", "diskriminering", vocabulary) == "om icke-diskriminering"


def test_a_compound_that_the_document_writes_as_one_word_is_joined() -> None:
    vocabulary = Vocabulary(["årsarbetstiden, års-arbetstiden"])
    assert join("minskas års-", "arbetstiden", vocabulary) == "minskas årsarbetstiden"


def test_a_line_that_ends_in_half_a_word_adds_no_half_word_to_the_vocabulary() -> None:
    vocabulary = Vocabulary(["en ny upp-", "handling"])
    assert "upp" not in vocabulary
    assert "handling" in vocabulary


def test_ligatures_and_invisible_characters_are_spelled_out() -> None:
    assert clean("o\ufb03ciell\u200b  \u00a0 a\ufb00är") == "officiell affär"


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("• vara hållbara", "bullet"),
        ("\uf0b7 vara hållbara", "bullet"),
        ("o förfrågan", "bullet"),
        ("* förtydliga", "bullet"),
        ("– kort", "dash"),
        ("1. Beslutet gäller", "number"),
        ("2) Beslutet gäller", "number"),
        ("a) en byggnad", "letter"),
        ("5.1.2.4 Besluta om inköp", "point"),
    ],
)
def test_an_item_marker_is_known(line: str, marker: str) -> None:
    found = mark(line)
    assert found is not None
    assert found.marker == marker


@pytest.mark.parametrize(
    "line", ["och därefter", "-talet", "2016. Detta gäller", "3 000 kronor", "ordet", "t.ex. resor"]
)
def test_other_lines_begin_no_item(line: str) -> None:
    assert mark(line) is None


def test_a_glyph_of_a_symbol_font_becomes_a_bullet() -> None:
    found = mark("\uf0a7\tvara hållbara")
    assert found is not None
    assert found.text == "• vara hållbara"


def test_the_number_of_a_heading_is_read() -> None:
    assert heading_number("2.10. Jäv") == (2, 10)
    assert heading_number("3 Begrepp") == (3,)
    assert heading_number("Begrepp 3") == ()
