"""Provisions of statutes: a section each."""

import pytest

from ingest.blocks import Block, PageMark
from ingest.statutes import is_statute, statute_provisions
from ingest.stored_text import assemble
from tests.ingest.provisions import header, heading, item, paragraph, shown, stored


def provisions(*blocks: Block, title: str = "Lag (2030:1) om köp") -> list[tuple[str, str]]:
    text = stored(*blocks)
    return shown(text, statute_provisions("lag", title, text))


def test_sections_under_headings_of_their_own_are_addressed_by_chapter_and_number() -> None:
    found = provisions(
        heading("Lag (2030:1) om köp"),
        heading("1 kap. Inledning"),
        heading("Lagens tillämpningsområde", 2),
        heading("1 §", 3),
        paragraph("Lagen gäller köp."),
        paragraph("Den gäller även hyra."),
        heading("19 a kap. Direktupphandling"),
        heading("2 a §", 3),
        paragraph("Köp får göras direkt."),
    )
    assert found == [
        ("1 kap. 1 §", "Lagen gäller köp.\n\nDen gäller även hyra."),
        ("19 a kap. 2 a §", "Köp får göras direkt."),
    ]


def test_a_number_printed_before_the_text_is_no_part_of_it() -> None:
    found = provisions(paragraph("1 § Lagen gäller köp."), paragraph("2 a § Den gäller hyra."))
    assert found == [("1 §", "Lagen gäller köp."), ("2 a §", "Den gäller hyra.")]


def test_a_reference_at_the_start_of_a_paragraph_begins_no_section() -> None:
    found = provisions(heading("1 §"), paragraph("Lagen gäller köp."), paragraph("2 § gäller inte då."))
    assert found == [("1 §", "Lagen gäller köp.\n\n2 § gäller inte då.")]


def test_points_belong_to_their_section() -> None:
    found = provisions(heading("3 §"), paragraph("Med köp avses"), item("1. varor,"), item("2. tjänster."))
    assert found == [("3 §", "Med köp avses\n1. varor,\n2. tjänster.")]


def test_the_latest_amendment_is_known_and_is_no_part_of_the_text() -> None:
    text = stored(heading("1 §"), paragraph("Lagen gäller köp. Lag (2031:110)."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert found.amended_by == "2031:110"
    assert text.text[found.start : found.end] == "Lagen gäller köp."


def test_an_amendment_note_in_a_paragraph_of_its_own_is_the_sections() -> None:
    text = stored(heading("1 §"), paragraph("Lagen gäller köp."), paragraph("Förordning (2031:110)."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert (found.amended_by, text.text[found.start : found.end]) == ("2031:110", "Lagen gäller köp.")


def test_a_section_that_is_only_an_amendment_note_keeps_it() -> None:
    assert provisions(heading("1 §"), paragraph("Lag (2031:110).")) == [("1 §", "Lag (2031:110).")]


def test_a_reference_to_an_act_inside_the_text_is_no_amendment() -> None:
    text = stored(heading("1 §"), paragraph("Här gäller lag (2031:110) om hyra."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert found.amended_by is None


def test_text_outside_sections_is_addressed_by_its_heading() -> None:
    found = provisions(
        heading("Lag (2030:1) om köp"),
        paragraph("Utfärdad den 1 mars."),
        heading("1 kap. Inledning"),
        paragraph("Kapitlets innehåll."),
        heading("1 §", 3),
        paragraph("Lagen gäller köp."),
        heading("Övergångsbestämmelser"),
        paragraph("Lagen träder i kraft 2031."),
    )
    assert [address for address, _ in found] == [
        "Lag (2030:1) om köp",
        "1 kap. Inledning",
        "1 kap. 1 §",
        "Övergångsbestämmelser",
    ]


def test_an_identity_block_stands_by_itself() -> None:
    assert provisions(header("Beslutat av: Nämnden"), paragraph("1 § Alla."))[0][0] == "Dokumenthuvud"


def test_the_heading_above_a_section_and_its_chapter_are_known() -> None:
    text = stored(heading("2 kap. Tid"), heading("Frister", 2), heading("1 §", 3), paragraph("Sju dagar."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert (found.path, found.heading) == (("2 kap. Tid", "1 §"), "Frister")


def test_a_section_is_on_the_page_where_its_words_begin() -> None:
    text = assemble([Block("paragraph", "1 § Lagen gäller.", 0, (PageMark(0, 1), PageMark(4, 2)))])
    (found,) = statute_provisions("lag", "Lag", text)
    assert found.page == 2


@pytest.mark.parametrize(("sections", "expected"), [(3, True), (2, False)])
def test_three_numbered_sections_make_a_statute(sections: int, expected: bool) -> None:
    text = stored(*(paragraph(f"{number} § Text.") for number in range(sections)))
    assert is_statute(text, {}) is expected
    assert is_statute(text, {"beteckning": "2030:1"})
