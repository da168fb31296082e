"""The pages `/bibliotek` and `/dokument`, run by Streamlit itself over a small library."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import streamlit as st
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from tests.ui.library.small_library import DOCUMENTS, HOSTILE, LAW, NEW, OLD, build

LIST = "from ui.library import list_page\nlist_page.page()"
DOCUMENT = "from ui.library import document_page\ndocument_page.page()"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "bibliotek"
    monkeypatch.setenv("REGELSTEGEN_DATA", str(folder))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


@pytest.fixture
def library(data: Path) -> Path:
    build(data)
    return data


def opened(script: str, **query: str) -> BeautifulSoup:
    app = AppTest.from_string(script, default_timeout=20)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return BeautifulSoup("".join(h.proto.body for h in app.get("html")), "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select(".rs-doc > div > a")]


def said(page: BeautifulSoup) -> str:
    return " ".join(page.get_text(" ").split())


def test_every_document_stands_on_its_rung_in_the_ladders_order(library: Path) -> None:
    page = opened(LIST)
    rungs = [heading.get_text().split(" ")[0] for heading in page.select(".rs-shelf h2")]
    assert rungs == ["Lag", "Policy", "Regler", "Bakgrund"]
    assert len(titles(page)) == len(DOCUMENTS)


def test_only_what_is_in_force_looks_like_it(library: Path) -> None:
    page = opened(LIST, dag="2026-06-01")
    holding = {row.a.get_text() for row in page.select(".rs-holding") if row.a}
    assert holding == {LAW.title, NEW.title, "Åtgärdslista", f"Titel {HOSTILE}"}
    words = {row.select_one(".rs-standing").get_text() for row in page.select(".rs-not-holding")}  # type: ignore[union-attr]
    assert words == {"Ersatt", "Förslag", "Underlag", "Borttaget", "Obekräftat"}


def test_a_day_in_the_past_shows_what_held_then(library: Path) -> None:
    page = opened(LIST, dag="2020-06-01", niva="policy")
    marks = [mark.get_text() for mark in page.select(".rs-doc .rs-standing")]
    assert marks == ["Gäller", "Gäller ännu inte"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"sok": "2016:1145"}, [LAW.title]),
        ({"sok": "INKÖPS policy", "status": "proposed"}, ["Förslag till ny inköpspolicy"]),
        ({"slag": "protokoll"}, ["Protokoll 2025-11-04"]),
        ({"organisation": "granne"}, [LAW.title, "Äldre anvisning"]),
    ],
)
def test_the_query_string_chooses(library: Path, query: dict[str, str], expected: list[str]) -> None:
    assert titles(opened(LIST, **query)) == expected


def test_what_is_chosen_stands_in_the_form(library: Path) -> None:
    page = opened(LIST, sok="inköp", status="proposed", dag="2026-05-07")
    assert page.select_one("#rs-sok")["value"] == "inköp"  # type: ignore[index]
    assert page.select_one("#rs-status option[selected]")["value"] == "proposed"  # type: ignore[index]
    assert page.select_one("#rs-dag")["value"] == "2026-05-07"  # type: ignore[index]


def test_a_day_that_is_none_is_said(library: Path) -> None:
    assert "2026-13-01" in said(opened(LIST, dag="2026-13-01"))


def test_a_choice_that_fits_nothing_says_so(library: Path) -> None:
    assert "Inget dokument stämmer" in said(opened(LIST, sok="zebra"))


def test_the_timeline_says_in_a_table_what_it_draws(library: Path) -> None:
    page = opened(LIST, visa="tidslinje", niva="policy")
    rows = [" ".join(row.get_text(" ").split()) for row in page.select(".rs-table tbody tr")]
    assert rows[0].endswith("giltigt 1 januari 2018 – 31 december 2025 Ersatt")
    assert "gäller från 1 januari 2026 tills vidare Gäller" in rows[1]
    assert len(page.select(".rs-track-line .rs-span")) == 2


def test_an_empty_library_says_what_to_do(data: Path) -> None:
    build(data, ())
    assert "regelstegen ingest" in said(opened(LIST))


def test_a_library_that_is_not_there_is_said_on_both_pages(data: Path) -> None:
    for script in (LIST, DOCUMENT):
        assert "Det finns inget bibliotek" in said(opened(script))


def test_a_library_of_one_document_is_shown(data: Path) -> None:
    build(data, (LAW,))
    assert titles(opened(LIST)) == [LAW.title]


def test_the_provision_asked_for_is_marked_and_has_a_reference_to_copy(library: Path) -> None:
    page = opened(DOCUMENT, id="lag", bestammelse="1 kap. 2 §")
    marked = page.select("#rs-asked")
    assert len(marked) == 1
    assert "700 000 kronor" in marked[0].get_text()
    button = marked[0].select_one("button[data-rs-copy]")
    assert button is not None
    assert button["data-rs-copy"] == "1 kap. 2 § lagen (2016:1145) om offentlig upphandling"


def test_a_provision_that_is_not_there_is_said_and_the_document_shown(library: Path) -> None:
    page = opened(DOCUMENT, id="lag", bestammelse="7 kap. 7 §")
    assert "ingen bestämmelse ”7 kap. 7 §”" in said(page)
    assert page.select(".rs-provision")


def test_an_unknown_document_is_said_with_the_way_back(library: Path) -> None:
    page = opened(DOCUMENT, id="../../etc/passwd")
    assert "inget dokument som heter ”../../etc/passwd”" in said(page)
    assert page.select("a[href='/bibliotek']")


def test_an_address_without_a_document_is_said(library: Path) -> None:
    assert "säger inte vilket dokument" in said(opened(DOCUMENT))


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("borttagen", "togs bort ur biblioteket den 1 februari 2026"),
        ("forslag", "är ett förslag som inte är beslutat"),
        ("policy-2018", "är ersatt och gäller inte längre"),
        ("odaterad", "kan inte tas för en gällande regel"),
        ("protokoll", "är ett underlag"),
    ],
)
def test_what_is_no_rule_in_force_says_why(library: Path, document: str, words: str) -> None:
    assert words in said(opened(DOCUMENT, id=document))


def test_a_superseded_edition_leads_to_the_one_in_its_place(library: Path) -> None:
    page = opened(DOCUMENT, id="policy-2018")
    assert page.select(".rs-caution a[href='/dokument?id=policy-2026']")


def test_a_document_without_provisions_shows_its_text(library: Path) -> None:
    page = opened(DOCUMENT, id="oindelad")
    assert "inte är indelad" in said(page)
    assert page.select_one(".rs-text p")


def test_a_file_that_is_gone_is_said(library: Path) -> None:
    assert "Originalfilen finns inte längre" in said(opened(DOCUMENT, id="borttagen"))


def test_words_are_found_in_the_document_and_lead_to_their_provision(library: Path) -> None:
    page = opened(DOCUMENT, id="lag", sok="upphandling")
    assert "finns på 3 ställen" in said(page)
    assert {mark.get_text() for mark in page.select(".rs-hits mark")} == {"upphandling"}
    assert "finns inte i dokumentet" in said(opened(DOCUMENT, id="lag", sok="zebra"))
    chosen = opened(DOCUMENT, id="lag", sok="upphandling", bestammelse="2 kap. 1 §")
    assert chosen.select("#rs-asked mark")


def test_references_lead_both_ways_and_broken_ones_are_said(library: Path) -> None:
    into = opened(DOCUMENT, id="lag", visa="hanvisningar")
    assert into.select("a[href='/dokument?id=policy-2026&bestammelse=Gr%C3%A4ns']")
    out = opened(DOCUMENT, id="policy-2026", visa="hanvisningar")
    assert out.select("a[href='/dokument?id=lag&bestammelse=1+kap.+2+%C2%A7']")
    assert "1 av hänvisningarna leder till en bestämmelse som biblioteket inte har" in said(out)


def test_the_identity_stands_with_its_evidence(library: Path) -> None:
    page = opened(DOCUMENT, id="policy-2026", visa="uppgifter")
    assert "”" not in page.select_one(".rs-evidence q").get_text()  # type: ignore[union-attr]
    assert "gäller från den 1 januari 2026" in said(page)
    assert "står uttryckligen" in said(page)


def test_two_editions_stand_side_by_side_with_their_amounts_named(library: Path) -> None:
    page = opened(DOCUMENT, id="policy-2026", visa="jamfor")
    summary = page.select_one(".rs-summary")
    assert summary is not None
    assert "100 000 kronor" in summary.select_one("del").get_text()  # type: ignore[union-attr]
    assert "200 000 kronor" in summary.select_one("ins").get_text()  # type: ignore[union-attr]
    kinds = [mark.get_text().split()[-1] for mark in page.select(".rs-change-kind")]
    assert kinds == ["Ändrad", "Flyttad", "Ny", "Borttagen"]


def test_the_earlier_edition_stands_to_the_left_whichever_one_comes_from(library: Path) -> None:
    for here, other in (("policy-2018", "policy-2026"), ("policy-2026", "policy-2018")):
        page = opened(DOCUMENT, id=here, visa="jamfor", med=other)
        assert said(page.select_one(".rs-summary")).startswith(  # type: ignore[arg-type]
            f"Sammanfattning Från {OLD.title}, 1 januari 2018 till {NEW.title}, 1 januari 2026."
        )


def test_a_document_compared_with_itself_or_with_nothing_is_said(library: Path) -> None:
    assert "samma dokument" in said(opened(DOCUMENT, id="policy-2026", visa="jamfor", med="policy-2026"))
    assert "ingen annan utgåva" in said(opened(DOCUMENT, id="protokoll", visa="jamfor"))
    assert "inget dokument som heter ”nix”" in said(opened(DOCUMENT, id="lag", visa="jamfor", med="nix"))


def test_a_proposal_is_compared_with_the_rule_it_would_change(library: Path) -> None:
    page = opened(DOCUMENT, id="forslag", visa="jamfor")
    assert page.select_one("#rs-med option[selected]")["value"] == "policy-2026"  # type: ignore[index]


def test_a_document_without_pages_says_so(library: Path) -> None:
    assert "har inga sidor" in said(opened(DOCUMENT, id="lag", visa="sidor"))


@pytest.mark.parametrize("view", ["text", "uppgifter", "hanvisningar", "utgavor", "jamfor", "sidor"])
def test_a_documents_text_is_never_markup(library: Path, view: str) -> None:
    page = opened(DOCUMENT, id="vild", visa=view, sok="", med="lag")
    assert not page.select("img, [onerror]")
    assert HOSTILE in page.select_one("h1").get_text()  # type: ignore[union-attr]


def test_every_page_has_one_title_and_headings_in_order(library: Path) -> None:
    pages = [opened(LIST), opened(LIST, visa="tidslinje"), opened(LIST, ordning="titel")]
    pages += [
        opened(DOCUMENT, id=name, visa=view)
        for name in ("lag", "policy-2026")
        for view in ("text", "uppgifter", "hanvisningar", "utgavor", "jamfor")
    ]
    for page in pages:
        levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4")]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), levels
