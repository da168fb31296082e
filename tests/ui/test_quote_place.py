"""Where on a page a quote stands."""

from hypothesis import given
from hypothesis import strategies as st

from ui.quote_place import letters, locate


def marked(page: str, quote: str, before: str = "") -> str | None:
    place = locate(page, quote, before)
    return page[place.first : place.last + 1] if place else None


def test_a_quote_is_found_across_line_breaks_and_hyphens() -> None:
    page = "Vid köp ska leve-\r\nrantörer och anbuds-\ngivare behandlas lika. Slut."
    quote = "leverantörer och anbudsgivare behandlas lika."
    assert marked(page, quote) == "leve-\r\nrantörer och anbuds-\ngivare behandlas lika."


def test_a_ligature_on_the_page_is_the_letters_that_it_stands_for() -> None:
    assert marked("En oﬃciell ﬁl", "officiell fil") == "oﬃciell ﬁl"


def test_of_two_places_with_the_same_words_the_preceding_text_chooses() -> None:
    page = "Nämnden beslutar. Styrelsen beslutar."
    place = locate(page, "beslutar.", "Styrelsen ")
    assert place is not None
    assert place.first == page.rindex("beslutar")


def test_the_beginning_is_found_of_a_quote_that_goes_on_to_the_next_page() -> None:
    quote = "Beställaren ska dokumentera skälen för sitt val."
    place = locate("Inledning. Beställaren ska dokumentera\n12", quote)
    assert place is not None
    assert quote[place.covered :] == "skälen för sitt val."
    rest = locate("Region Exempel\nskälen för sitt val. Nästa stycke.", quote[place.covered :])
    assert rest is not None
    assert rest.covered == len("skälen för sitt val.")


def test_another_amount_is_not_the_same_quote() -> None:
    assert marked("Gränsen är 100 000 kronor.", "Gränsen är 700 000 kronor.") is None


def test_a_few_letters_in_common_are_no_place() -> None:
    assert marked("Beställning sker i systemet.", "Beslut fattas av nämnden.") is None


def test_a_quote_without_letters_has_no_place() -> None:
    assert locate("– – –", "–") is None


def parts(page: str, quote: str) -> list[str]:
    place = locate(page, quote)
    return [page[first : last + 1] for first, last in place.parts] if place else []


def test_the_mark_of_a_footnote_within_a_quote_is_passed_over() -> None:
    page = "Högskolan är en styrelsemyndighet3\n. Som sådan leds den av en styrelse. 3 Se lagen."
    quote = "Högskolan är en styrelsemyndighet. Som sådan leds den av en styrelse."
    assert parts(page, quote) == [
        "Högskolan är en styrelsemyndighet",
        "Som sådan leds den av en styrelse.",
    ]


def test_the_cells_of_a_row_are_found_in_the_columns_that_they_stand_in() -> None:
    page = "Belopp från 30 000 kronor\nBeslutas av\nTre leverantörer ska tillfrågas skriftligen."
    quote = "Belopp från 30 000 kronor Tre leverantörer ska tillfrågas skriftligen."
    assert "".join(parts(page, quote)).replace("\n", "") == quote.replace("kronor Tre", "kronorTre")


def test_a_quote_that_breaks_off_is_not_continued_by_a_few_letters_elsewhere() -> None:
    page = "Beställaren ska dokumentera sina\n\nskäl. En annan regel om skälen för köpet."
    place = locate(page, "Beställaren ska dokumentera sina skälen för sitt val.")
    assert place is not None
    assert len(place.parts) == 1


@given(
    words=st.lists(st.text("abcdefåäö", min_size=2, max_size=9), min_size=8, max_size=30),
    cut=st.integers(4, 7),
    mark=st.sampled_from(["", "1", "12", "*", " 3\n"]),
)
def test_what_is_marked_reads_as_what_is_covered(words: list[str], cut: int, mark: str) -> None:
    quote = " ".join(words)
    page = "\n".join(["Inledning", *words[:cut]]) + mark + "\n" + " ".join([*words[cut:], "Slut"])
    place = locate(page, quote)
    if place is not None:
        said = "".join(page[first : last + 1] for first, last in place.parts)
        assert letters(said)[0] == letters(quote[: place.covered])[0]
