"""Where on a page a quote stands."""

from ui.quote_place import locate


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
