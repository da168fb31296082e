"""The parts of an answer as HTML."""

from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from hierarchy.ladder import Band, Confidence
from ui.ask.answer import lead_html
from ui.ask.citation import quote_html
from ui.ask.context import context_html
from ui.ask.ladder import by_provision, folded
from ui.ask.remarks import cautions_of, conflicts_html
from ui.identity import identity_html
from ui.texts import load_texts

SV = load_texts("sv")


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_the_lead_says_whose_rules_and_as_of_when(ladder: Any, assistant: Any) -> None:
    assert "Gäller Region Exempel, så som reglerna var 1 mars 2026." in words(
        lead_html(ladder, assistant.hierarchy, SV)
    )


def test_where_there_is_no_ladder_the_whole_text_stands_under_its_first_line(
    ladder: Any, assistant: Any
) -> None:
    soup = BeautifulSoup(
        lead_html(
            replace(ladder, text="Ja.\n\nMer om saken.", rungs=(), background=()), assistant.hierarchy, SV
        ),
        "html.parser",
    )
    lead, more = soup.select_one(".rs-lead"), soup.select_one(".rs-more")
    assert lead is not None
    assert lead.get_text() == "Ja."
    assert more is not None
    assert more.get_text() == "Mer om saken."


def test_a_ladder_is_not_said_twice(ladder: Any, assistant: Any) -> None:
    soup = BeautifulSoup(
        lead_html(replace(ladder, text="Ja.\n\nLagen säger så."), assistant.hierarchy, SV), "html.parser"
    )
    assert "Lagen säger så." not in soup.get_text()


def test_a_caution_about_the_whole_answer_stands_at_its_top(ladder: Any, assistant: Any) -> None:
    general = replace(ladder.warnings[0], citation=None, text="Registret är äldre än filerna.")
    assert "Registret är äldre än filerna." in words(
        lead_html(replace(ladder, warnings=(general,)), assistant.hierarchy, SV)
    )


def test_a_quote_is_verbatim_with_its_title_address_and_page(ladder: Any) -> None:
    soup = BeautifulSoup(quote_html([ladder.citations[1]], SV), "html.parser")
    assert soup.blockquote is not None
    assert soup.blockquote.get_text() == ladder.citations[1].quote
    assert soup.figcaption is not None
    assert words(str(soup.figcaption)) == "Riktlinje för köp Tre anbud sida 7 (sida 1 i filen)"


def test_a_quote_is_marked_with_its_documents_language(ladder: Any) -> None:
    citation = replace(ladder.citations[0], document=replace(ladder.citations[0].document, language="en"))
    soup = BeautifulSoup(quote_html([citation], SV), "html.parser")
    assert soup.blockquote is not None
    assert soup.blockquote["lang"] == "en"


def test_a_quote_from_a_scanned_page_says_so_with_its_least_confidence(ladder: Any) -> None:
    scanned = [replace(ladder.citations[1], ocr_confidence=sure) for sure in (0.95, 0.81)]
    assert "inskannad text, säkerhet 0,81" in words(quote_html(scanned, SV))
    assert "inskannad" not in words(quote_html([ladder.citations[1]], SV))


def test_a_document_that_is_not_adopted_says_so_beside_its_quote(ladder: Any) -> None:
    assert "Förslag, inte beslutat" in words(quote_html([ladder.citations[3]], SV))


def test_markup_in_a_document_is_shown_as_text(ladder: Any) -> None:
    hostile = "<img src=x onerror=alert(1)> **fet** $x$"
    citation = replace(
        ladder.citations[0],
        quote=hostile,
        start=0,
        end=len(hostile),
        document=replace(ladder.citations[0].document, title=hostile),
    )
    for html in (quote_html([citation], SV, [hostile]), context_html([citation], hostile, SV)):
        soup = BeautifulSoup(html, "html.parser")
        assert hostile in soup.get_text()
        assert soup.find("img") is None


def test_the_context_marks_the_quote_and_nothing_else(ladder: Any, library: Any) -> None:
    soup = BeautifulSoup(context_html([ladder.citations[0]], library.text("lag"), SV), "html.parser")
    assert [mark.get_text() for mark in soup.find_all("mark")] == [ladder.citations[0].quote]


def test_quotes_of_one_provision_share_its_source_and_context(ladder: Any, library: Any) -> None:
    whole = ladder.citations[0]
    middle = whole.start + whole.quote.index(" ") + 1
    quotes = [
        replace(whole, quote=whole.quote[: middle - 1 - whole.start], end=middle - 1),
        replace(whole, quote=whole.quote[middle - whole.start :], start=middle),
    ]
    shown = BeautifulSoup(quote_html(quotes, SV), "html.parser")
    assert [said.get_text() for said in shown.find_all("blockquote")] == [quote.quote for quote in quotes]
    assert len(shown.find_all("figcaption")) == 1
    context = BeautifulSoup(context_html(quotes, library.text("lag"), SV), "html.parser")
    assert [mark.get_text() for mark in context.find_all("mark")] == [quote.quote for quote in quotes]
    whole_context = BeautifulSoup(context_html([whole], library.text("lag"), SV), "html.parser")
    assert context.get_text() == whole_context.get_text()


def test_a_text_that_has_changed_since_is_said_instead_of_shown(ladder: Any) -> None:
    assert "Dokumentet har ändrats" in words(context_html([ladder.citations[0]], "något annat", SV))


def test_a_conflict_stands_at_the_quote_that_yields_with_its_reason(ladder: Any) -> None:
    told = words(conflicts_html(ladder, [2], SV))
    assert "Följ inte den här bestämmelsen i det här fallet: Riktlinje för köp, Tre anbud går före." in told
    assert "Riktlinjen står över regler på intranätet. (lex superior)" in told


def test_what_prevails_says_over_what_and_a_bystander_says_nothing(ladder: Any) -> None:
    assert words(conflicts_html(ladder, [1], SV)) == "Går före Köp: så gör du, Köp på intranätet."
    assert conflicts_html(ladder, [0, 3], SV) == ""


def test_a_conflict_that_a_person_must_settle_is_said_at_both_quotes(ladder: Any) -> None:
    open_question = replace(ladder, conflicts=(replace(ladder.conflicts[0], settled=False),))
    assert "Kan krocka med Köp: så gör du" in words(conflicts_html(open_question, [1], SV))
    assert "Kan krocka med Riktlinje för köp" in words(conflicts_html(open_question, [2], SV))


def test_a_warning_is_said_once_for_quotes_that_share_it(ladder: Any) -> None:
    twice = replace(ladder, warnings=(ladder.warnings[0], replace(ladder.warnings[0], citation=1)))
    assert cautions_of(twice, [1, 2]) == ["Ingen har bekräftat uppgifterna om dokumentet."]
    assert cautions_of(twice, [0]) == []


def test_a_long_rung_shows_two_provisions_and_folds_the_rest_away_but_no_conflict(ladder: Any) -> None:
    calm = replace(ladder, conflicts=())
    groups = by_provision(calm, (0, 1, 2, 3))
    assert folded(calm, groups) == ([[0], [1]], [[2], [3]])
    assert folded(ladder, groups) == ([[0], [1], [2]], [[3]])


def test_a_documents_identity_tells_who_decided_when_and_what_is_in_doubt(
    ladder: Any, assistant: Any
) -> None:
    told = words(identity_html(ladder.citations[1].document, assistant.hierarchy, "exempel", SV))
    assert "Beslutat av Regionstyrelsen Beslut § 12/24 Beslutsdatum 5 mars 2024" in told
    assert "Giltighet från och med 1 april 2024" in told
    assert "Osäkert. Beslutsdatumet är läst ur sidfoten." in told
    assert "Uppgifterna bekräftade nej" in told


def test_fields_that_nobody_knows_are_left_out(ladder: Any, assistant: Any) -> None:
    told = words(identity_html(ladder.citations[2].document, assistant.hierarchy, "exempel", SV))
    assert "Beslutat av" not in told
    assert "Giltighet" not in told


def test_how_sure_an_answer_is_stands_below_whose_rules_it_tells(ladder: Any, assistant: Any) -> None:
    sure = replace(ladder, confidence=Confidence(0.7, Band.MEDIUM, 0.79))
    assert "Säkerhet: medel. Av svar som detta har 8 av 10 haft rätt källa" in words(
        lead_html(sure, assistant.hierarchy, SV)
    )
    assert "Säkerhet" not in words(lead_html(ladder, assistant.hierarchy, SV))
