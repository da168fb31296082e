"""What is said of the page that is looked at, and the copy of a reference."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from hierarchy.documents import Evidence
from ui.ask.original import told_of
from ui.ask.reading import reference_html
from ui.evidence import evidence_html
from ui.page_image import PageImage
from ui.texts import load_texts

SV = load_texts("sv")


@pytest.mark.parametrize(
    ("marked", "page", "told"),
    [
        ((0, 58), 1, "Citatet är markerat på sidan."),
        ((0, 20), 1, "Början av citatet är markerad."),
        ((20, 58), 2, "Slutet av citatet är markerat."),
        ((0, 0), 1, "kunde inte pekas ut"),
        ((0, 0), 4, "Citatet står på sida 1."),
    ],
)
def test_it_is_said_what_of_the_quote_is_on_the_page(
    ladder: Any, marked: tuple[int, int], page: int, told: str
) -> None:
    quote = ladder.citations[1]
    assert len(quote.quote) == 58
    assert told in told_of(PageImage(b"", 5, (marked,)), [quote], page, SV)


def test_a_reference_is_shown_and_copied_as_text(ladder: Any) -> None:
    hostile = "</p><script>alert('1')</script>"
    quote = ladder.citations[1]
    named = replace(quote, document=replace(quote.document, title=hostile))
    soup = BeautifulSoup(reference_html(named, SV), "html.parser")
    said, button = soup.select_one(".rs-cited-text"), soup.select_one("button")
    assert said is not None
    assert button is not None
    assert said.get_text() == button["data-rs-copy"]
    assert said.get_text().startswith(hostile)
    assert soup.find("script") is None


def test_evidence_is_its_words_and_page_or_who_vouches(ladder: Any) -> None:
    document = replace(
        ladder.citations[1].document,
        evidence={
            "decision": Evidence("Beslutad av regionstyrelsen <b>§ 12</b>", 1),
            "status": Evidence(confirmed_by="Eva Ek"),
        },
    )
    told = " ".join(BeautifulSoup(evidence_html(document, SV), "html.parser").get_text(" ").split())
    assert "Beslut ”Beslutad av regionstyrelsen <b>§ 12</b>” (sida 1)" in told
    assert "Status Bekräftat av Eva Ek." in told
    assert evidence_html(replace(document, evidence={}), SV) == ""
