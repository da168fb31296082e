"""Provisions of statutes: a section each."""

from datetime import date

import pytest

from ingest.blocks import Block, PageMark
from ingest.statutes import is_statute, statute_provisions, wording_doubts
from ingest.stored_text import assemble
from tests.ingest.provisions import header, heading, item, note, paragraph, row, shown, stored


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


def test_of_several_notes_the_latest_act_is_the_amendment() -> None:
    text = stored(
        heading("1 §"), paragraph("Lagen gäller. Lag (2031:90)."), paragraph("Alltid. Lag (2030:110).")
    )
    (found,) = statute_provisions("lag", "Lag", text)
    assert found.amended_by == "2031:90"
    assert text.text[found.start : found.end] == "Lagen gäller. Lag (2031:90).\n\nAlltid."


def test_notes_after_each_other_are_all_kept_apart() -> None:
    text = stored(heading("1 §"), paragraph("Lagen gäller. Lag (2030:1). Lag (2031:2)."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert (found.amended_by, text.text[found.start : found.end]) == ("2031:2", "Lagen gäller.")


def test_a_note_without_full_stop_is_a_note() -> None:
    text = stored(heading("1 §"), paragraph("Lagen gäller köp. Lag (2031:110)"))
    (found,) = statute_provisions("lag", "Lag", text)
    assert (found.amended_by, text.text[found.start : found.end]) == ("2031:110", "Lagen gäller köp.")


def test_a_repealed_section_says_so_and_by_which_act() -> None:
    text = stored(heading("1 §"), paragraph("Upphävd genom lag (2031:110)."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert (found.amended_by, text.text[found.start : found.end]) == (
        "2031:110",
        "Upphävd genom lag (2031:110).",
    )


def test_several_sections_repealed_together_are_one_provision() -> None:
    found = provisions(paragraph("3 § Text."), paragraph("4–6 §§ Har upphävts genom lag (2031:1)."))
    assert found[1] == ("4–6 §§", "Har upphävts genom lag (2031:1).")


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


def test_each_acts_transitional_provisions_are_addressed_by_act_and_item() -> None:
    found = provisions(
        heading("1 §"),
        paragraph("Lagen gäller köp."),
        heading("Övergångsbestämmelser"),
        paragraph("2030:1"),
        item("1. Lagen träder i kraft den 1 juli 2030."),
        item("2. Äldre köp omfattas inte."),
        paragraph("Det gäller även hyra."),
        heading("2031:7", 2),
        paragraph("Denna lag träder i kraft den 1 januari 2032."),
    )
    assert found[1:] == [
        ("Övergångsbestämmelser 2030:1 › 1", "1. Lagen träder i kraft den 1 juli 2030."),
        ("Övergångsbestämmelser 2030:1 › 2", "2. Äldre köp omfattas inte.\n\nDet gäller även hyra."),
        ("Övergångsbestämmelser 2031:7", "Denna lag träder i kraft den 1 januari 2032."),
    ]


def test_an_annex_is_addressed_by_its_number_and_its_parts_below_it() -> None:
    text = stored(
        heading("1 kap. Inledning"),
        heading("1 §", 3),
        paragraph("Lagen gäller köp."),
        heading("Bilaga 1"),
        heading("Varor som avses", 2),
        row("Mjölk\t5 000"),
        heading("Undantag", 2),
        paragraph("Fil undantas."),
        heading("Bilaga 2 Ordlista"),
        paragraph("Köp: byte mot pengar."),
    )
    found = statute_provisions("lag", "Lag", text)[1:]
    assert [(p.address, p.heading) for p in found] == [
        ("Bilaga 1", "Varor som avses"),
        ("Bilaga 1 › Undantag", "Undantag"),
        ("Bilaga 2", "Ordlista"),
    ]


def test_two_wordings_of_a_section_are_in_force_one_after_the_other() -> None:
    text = stored(
        heading("2 §"),
        note("Upphör att gälla U:2031-07-01"),
        paragraph("Köp ska ske i tid."),
        heading("2 §"),
        note("Träder i kraft I:2031-07-01"),
        paragraph("Köp ska ske i god tid."),
    )
    old, new = statute_provisions("lag", "Lag", text)
    assert shown(text, (old, new)) == [
        ("2 §", "Köp ska ske i tid."),
        ("2 § (träder i kraft 2031-07-01)", "Köp ska ske i god tid."),
    ]
    assert (old.valid_from, old.valid_to) == (None, date(2031, 6, 30))
    assert (new.valid_from, new.valid_to) == (date(2031, 7, 1), None)
    assert wording_doubts((old, new)) == ()


def test_a_mark_printed_before_the_text_is_no_part_of_it() -> None:
    text = stored(paragraph("2 § /Träder i kraft I:2031-07-01/ Köp ska ske i god tid."))
    (found,) = statute_provisions("lag", "Lag", text)
    assert shown(text, (found,)) == [("2 §", "Köp ska ske i god tid.")]
    assert found.valid_from == date(2031, 7, 1)


def test_a_mark_on_a_chapter_holds_for_its_sections() -> None:
    text = stored(
        heading("1 kap. Köp"),
        heading("1 §", 3),
        paragraph("Köp."),
        paragraph("/Kapitlet träder i kraft I:2031-07-01/"),
        heading("2 kap. Hyra"),
        heading("1 §", 3),
        paragraph("Hyra."),
    )
    assert [p.valid_from for p in statute_provisions("lag", "Lag", text)] == [None, date(2031, 7, 1)]


def test_two_wordings_that_nothing_tells_apart_are_a_doubt() -> None:
    text = stored(heading("2 §"), paragraph("Köp ska ske."), heading("2 §"), paragraph("Köp ska inte ske."))
    (doubt,) = wording_doubts(statute_provisions("lag", "Lag", text))
    assert doubt.startswith("2 § står i flera lydelser")


def test_a_wording_without_a_day_is_a_doubt_and_never_begun() -> None:
    text = stored(heading("2 §"), note("Träder i kraft I:den dag regeringen bestämmer"), paragraph("Köp."))
    found = statute_provisions("lag", "Lag", text)
    assert found[0].valid_from == date.max
    assert wording_doubts(found) == (
        "2 § träder i kraft en dag som inte är bestämd; lägg in texten på nytt när den är det.",
    )


def test_a_heading_left_at_the_end_of_a_section_is_the_next_ones() -> None:
    text = stored(
        heading("Köp", 2),
        heading("1 §", 3),
        paragraph("Köp får ske. Lag (2031:1)."),
        paragraph("Hyra av lokal"),
        heading("2 §", 3),
        paragraph("Hyra får ske."),
    )
    assert [p.heading for p in statute_provisions("lag", "Lag", text)] == ["Köp", "Hyra av lokal"]
