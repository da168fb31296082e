"""The page for purchasers, run by Streamlit itself over a small library with limits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Hierarchy, Level
from index.keys import Keys
from index.records import hierarchy_to_json
from index.threshold_records import thresholds_to_json
from index.thresholds import META_KEY
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from ingest.thresholds_file import parse_thresholds
from tests.kept_limits import limits

LAW_TEXT = (
    "2 § Köp under 700 000 kronor får göras direkt.\n\n3 § Över 100 000 kronor antecknas <b>skälen</b>."
)
LAW = GoverningDocument(
    "lag-om-kop", "Lag om köp", "lag", Level.LAW, Status.ADOPTED, source="lag.md", confirmed=True
)
PROVISIONS = (
    Provision("lag-om-kop", "2 §", ("2 §",), None, 0, 46),
    Provision("lag-om-kop", "3 §", ("3 §",), None, 48, len(LAW_TEXT)),
)
LIMITS = limits("Över 100 000 kronor antecknas <b>skälen</b>.")
PAGE = "from ui.purchase import page\npage.page()"


def build(data: Path, limits: str) -> None:
    writer = LibraryWriter(data)
    writer.clear()
    writer.put_document(data / "lag.md", IngestedDocument(LAW, LAW_TEXT, (), PROVISIONS), Keys({}))
    writer.set_meta("hierarchy", hierarchy_to_json(Hierarchy(())))
    found = parse_thresholds(Path("thresholds.yaml"), limits, Hierarchy(()))
    writer.set_meta(META_KEY, thresholds_to_json(found))
    writer.commit()
    writer.close()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "bibliotek"
    monkeypatch.setenv("REGELSTEGEN_DATA", str(folder))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


def opened() -> AppTest:
    return AppTest.from_string(PAGE, default_timeout=20).run()


def examined(value: str, options: str = "") -> AppTest:
    app = opened()
    app.text_input(key="purchase-value").set_value(value)
    app.text_input(key="purchase-options").set_value(options)
    return app.button(key="purchase-submit").click().run()


def words(app: AppTest) -> str:
    page = "\n".join(part.proto.body for part in app.main.get("html"))
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_nothing_is_said_before_anything_is_asked(data: Path) -> None:
    build(data, LIMITS)
    app = opened()
    assert not app.exception
    assert "Värdet är" not in words(app)


def test_the_outcome_is_a_sentence_with_the_value_read_back(data: Path) -> None:
    build(data, LIMITS)
    assert "Värdet är 650 000 kr: direktupphandling räcker enligt LOU." in words(examined("650 tkr"))


def test_options_are_counted_and_shown(data: Path) -> None:
    build(data, LIMITS)
    shown = words(examined("650 tkr", "40 tkr; 10 000 kr"))
    assert "Direktupphandling: inte tillåten" in shown
    assert "Option: 40 000 kr" in shown


def test_each_rule_stands_with_its_quote_and_a_way_to_open_it(data: Path) -> None:
    build(data, LIMITS)
    app = examined("650 tkr")
    assert "Köp under 700 000 kronor får göras direkt." in words(app)
    assert "Öppna 2 §" in [button.label for button in app.button]


def test_a_documents_markup_stands_as_text(data: Path) -> None:
    build(data, LIMITS)
    assert "antecknas <b>skälen</b>." in words(examined("650 tkr"))


def test_the_scale_has_a_text_alternative(data: Path) -> None:
    build(data, LIMITS)
    page = "".join(part.proto.body for part in examined("650 tkr").main.get("html"))
    scale = BeautifulSoup(page, "html.parser").select_one("[role=img]")
    assert scale is not None
    assert str(scale["aria-label"]).startswith("Värdet 650\u00a0000\u00a0kr på en skala. 1 av 2 gränser")


def test_a_record_is_offered_as_word_and_pdf(data: Path) -> None:
    build(data, LIMITS)
    labels = [button.proto.label for button in examined("650 tkr").main.get("download_button")]
    assert labels == ["Hämta som Word", "Hämta som PDF"]


def test_what_is_no_sum_is_told_with_the_remedy(data: Path) -> None:
    build(data, LIMITS)
    assert "”mycket” är inget belopp. Skriv det i kronor" in words(examined("mycket"))


def test_another_currency_is_refused(data: Path) -> None:
    build(data, LIMITS)
    assert "”500 euro” är inte i kronor." in words(examined("500 euro"))


def test_a_library_without_limits_says_how_to_keep_some(data: Path) -> None:
    build(data, "")
    assert "thresholds.yaml" in words(examined("650 tkr"))


def test_a_missing_library_is_told_in_a_sentence(data: Path) -> None:
    app = opened()
    assert not app.exception
    assert "Det finns inget bibliotek" in words(app)
