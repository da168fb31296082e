"""A small library without vectors, and a queued assistant in the place of the engine."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import cli
from hierarchy import ladder as values
from hierarchy.documents import Evidence, GoverningDocument, Provision, Status
from hierarchy.ladder import Answer, Citation, Conflict, Relation, Rung, WarningCode
from hierarchy.levels import Level
from index.keys import Keys
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from tests.queued_assistant import QueuedAssistant

LAW_TEXT = "2 § Köp under 700 000 kronor får göras direkt.\n\n3 § Skälen ska antecknas."
LAW = GoverningDocument(
    "lag-om-kop",
    "Lag om köp",
    "lag",
    Level.LAW,
    Status.ADOPTED,
    adopted_by="Riksdagen",
    date=date(2020, 5, 14),
    valid_from=date(2020, 7, 1),
    number="2020:400",
    source="lag/lag-om-kop.md",
    confirmed=True,
    evidence={
        "number": Evidence("(2020:400)", 1),
        "title": Evidence(confirmed_by="Registratorn", confirmed_on=date(2026, 1, 2)),
    },
)
GUIDELINE_TEXT = "Tre anbud\n\nÖver 100 000 kronor ska tre leverantörer tillfrågas."
GUIDELINE = GoverningDocument(
    "riktlinje-for-kop",
    "Riktlinje för köp",
    "riktlinje",
    Level.GUIDELINE,
    Status.UNCONFIRMED,
    ("exempel",),
    source="exempel/riktlinje-for-kop.pdf",
    doubts=("Beslutsdatumet står inte i dokumentet.",),
)
PROVISIONS = {
    LAW.document: (
        Provision(LAW.document, "2 §", ("2 §",), None, 0, 46, amended_by="2024:1"),
        Provision(LAW.document, "3 §", ("3 §",), None, 48, len(LAW_TEXT)),
    ),
    GUIDELINE.document: (
        Provision(
            GUIDELINE.document, "Tre anbud", ("Tre anbud",), "Tre anbud", 11, len(GUIDELINE_TEXT), 2, "7"
        ),
    ),
}
TEXTS = {LAW.document: LAW_TEXT, GUIDELINE.document: GUIDELINE_TEXT}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A data folder whose library holds the two documents above."""
    data = tmp_path / "bibliotek"
    writer = LibraryWriter(data)
    writer.clear()
    for document in (LAW, GUIDELINE):
        held = IngestedDocument(document, TEXTS[document.document], (), PROVISIONS[document.document])
        writer.put_document(tmp_path / document.source, held, Keys({}))
    writer.commit()
    writer.close()
    return data


def cite(document: GoverningDocument, quote: str, place: int = 0) -> Citation:
    start = TEXTS[document.document].index(quote)
    provision = PROVISIONS[document.document][place]
    return Citation(
        document, provision, quote, start, start + len(quote), provision.page, provision.printed_page
    )


@pytest.fixture
def answer() -> Answer:
    """Law decides, a guideline specifies with a warning, and yields in a conflict."""
    return Answer(
        question="Får vi köpa direkt?",
        organisation="exempel",
        as_of=date(2026, 3, 1),
        language="sv",
        abstained=False,
        text="Ja, under 700 000 kronor.\n\nLagen: ”Köp under 700 000 kronor får göras direkt.”",
        applicable_level=Level.LAW,
        applicable_citation=0,
        rungs=(
            Rung(Level.LAW, Relation.DECIDES, (0,)),
            Rung(Level.GUIDELINE, Relation.SPECIFIES, (1,)),
        ),
        background=(2,),
        citations=(
            cite(LAW, "Köp under 700 000 kronor får göras direkt."),
            cite(GUIDELINE, "Över 100 000 kronor ska tre leverantörer tillfrågas."),
            cite(LAW, "Skälen ska antecknas.", 1),
        ),
        conflicts=(Conflict(0, 1, "lex superior", "Lagen står över riktlinjen."),),
        warnings=(
            values.Warning(WarningCode.UNCONFIRMED, 1, "Ingen har bekräftat uppgifterna."),
            values.Warning(WarningCode.STALE_INDEX, None, "Biblioteket är gammalt."),
        ),
        timings_ms=(("total", 12.345),),
    )


@pytest.fixture
def abstention() -> Answer:
    return Answer(
        question="Hur lång är semestern?",
        organisation=None,
        as_of=date(2026, 3, 1),
        language="sv",
        abstained=True,
        text="Jag hittar inget svar i dokumenten.\n\nFråga inköpsenheten.",
        related=(cite(LAW, "Skälen ska antecknas.", 1),),
    )


@dataclass
class SearchingAssistant(QueuedAssistant):
    """One that is searched as well; what it finds is in `results`."""

    results: list[Any] = field(default_factory=list)

    def search(self, query: str, **chosen: Any) -> list[Any]:
        self.asked.append((query, chosen))
        return self.results


def found(document: GoverningDocument, score: float) -> Any:
    """A search result over the document's first provision."""
    text = TEXTS[document.document]
    return SimpleNamespace(
        document=document, provision=PROVISIONS[document.document][0], score=score, text=text
    )


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> SearchingAssistant:
    """The fake, in the place of the real one."""
    fake = SearchingAssistant()
    monkeypatch.setattr(cli, "open_assistant", lambda settings: fake)
    return fake


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but a test's own: an empty working folder and no variables."""
    for name in [name for name in os.environ if name.startswith("REGELSTEGEN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    # A terminal of 80 columns, whatever the tests run in.
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def lines_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put
