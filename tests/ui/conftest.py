"""A queued fake assistant: the pages are tested without an engine, and the answers are the test's own."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from hierarchy import ladder as values
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Answer, Citation, Conflict, Relation, Rung, WarningCode
from hierarchy.levels import Level
from tests.queued_assistant import QueuedAssistant

TEXTS = {
    "lag": (
        "1 kap. Allmänt\n\n1 § Den här lagen gäller köp som myndigheter gör.\n\n"
        "2 § En myndighet får köpa direkt om värdet understiger 700 000 kronor. "
        "Skälen för köpet ska antecknas.\n\n3 § Regeringen får meddela närmare föreskrifter."
    ),
    "riktlinje": (
        "Riktlinje för köp\n\nTre anbud\n\nÖver 100 000 kronor ska minst tre leverantörer tillfrågas. "
        "Svaren sparas i diariet.\n\nUndantag\n\nUndantag beslutas av inköpschefen."
    ),
    "regel": "Köp på intranätet\n\nAlla köp över 50 000 kronor får göras utan att någon tillfrågas.",
    "förslag": "Förslag till ny policy\n\nGränsen föreslås höjas till 900 000 kronor.",
}
DOCUMENTS = {
    "lag": GoverningDocument(
        "lag",
        "Lag om köp",
        "lag",
        Level.LAW,
        Status.ADOPTED,
        source="lag.md",
        confirmed=True,
        adopted_by="Riksdagen",
        date=date(2020, 5, 14),
        valid_from=date(2020, 7, 1),
    ),
    "riktlinje": GoverningDocument(
        "riktlinje",
        "Riktlinje för köp",
        "riktlinje",
        Level.GUIDELINE,
        Status.ADOPTED,
        ("exempel",),
        source="riktlinje.pdf",
        adopted_by="Regionstyrelsen",
        decision="§ 12/24",
        date=date(2024, 3, 5),
        valid_from=date(2024, 4, 1),
        diary_number="RE 2024-117",
        doubts=("Beslutsdatumet är läst ur sidfoten.",),
    ),
    "regel": GoverningDocument(
        "regel", "Köp: så gör du", "regel", Level.RULE, Status.UNCONFIRMED, ("exempel",), source="regel.html"
    ),
    "förslag": GoverningDocument(
        "förslag",
        "Förslag till inköpspolicy",
        "förslag",
        Level.BACKGROUND,
        Status.PROPOSED,
        ("exempel",),
        source="förslag.docx",
    ),
}


def cite(
    document: str, quote: str, address: str, page: int | None = None, printed: str | None = None
) -> Citation:
    """A citation of `quote`, which stands in the fake library's text; its provision is the paragraph."""
    text = TEXTS[document]
    start = text.index(quote)
    first = text.rfind("\n\n", 0, start) + 2
    last = text.find("\n\n", start)
    provision = Provision(
        document,
        address,
        tuple(address.split(" › ")),
        None,
        first,
        len(text) if last < 0 else last,
        page,
        printed,
    )
    return Citation(DOCUMENTS[document], provision, quote, start, start + len(quote), page, printed)


def ladder_answer() -> Answer:
    """Law decides, the guideline specifies, an intranet rule yields; a proposal is background."""
    return Answer(
        question="Får vi köpa direkt?",
        organisation="exempel",
        as_of=date(2026, 3, 1),
        language="sv",
        abstained=False,
        text="Ja, om värdet understiger 700 000 kronor. Lagen avgör.",
        applicable_level=Level.LAW,
        applicable_citation=0,
        rungs=(
            Rung(Level.LAW, Relation.DECIDES, (0,)),
            Rung(Level.GUIDELINE, Relation.SPECIFIES, (1,)),
            Rung(Level.RULE, Relation.YIELDS, (2,)),
        ),
        background=(3,),
        citations=(
            cite("lag", "En myndighet får köpa direkt om värdet understiger 700 000 kronor.", "1 kap. 2 §"),
            cite(
                "riktlinje", "Över 100 000 kronor ska minst tre leverantörer tillfrågas.", "Tre anbud", 1, "7"
            ),
            cite(
                "regel",
                "Alla köp över 50 000 kronor får göras utan att någon tillfrågas.",
                "Köp på intranätet",
            ),
            cite("förslag", "Gränsen föreslås höjas till 900 000 kronor.", "Förslag till ny policy"),
        ),
        conflicts=(Conflict(1, 2, "lex superior", "Riktlinjen står över regler på intranätet."),),
        warnings=(
            values.Warning(WarningCode.UNCONFIRMED, 2, "Ingen har bekräftat uppgifterna om dokumentet."),
            values.Warning(WarningCode.PROPOSAL, 3, "Det här är ett förslag som inte är beslutat."),
        ),
    )


def abstaining_answer() -> Answer:
    return Answer(
        question="Hur många semesterdagar har jag?",
        organisation="exempel",
        as_of=date(2026, 3, 1),
        language="sv",
        abstained=True,
        text="Jag hittade inget i dokumenten som svarar på frågan.\nFråga inköpsenheten, inkop@example.org.",
        related=(cite("riktlinje", "Undantag beslutas av inköpschefen.", "Undantag", 1),),
    )


@dataclass
class FakeLibrary:
    """Holds the texts above; a test fills `sources` with files and `gone` with documents taken away."""

    sources: dict[str, Path] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    held: list[GoverningDocument] = field(default_factory=lambda: list(DOCUMENTS.values()))

    def text(self, document_id: str) -> str:
        if document_id in self.gone:
            raise KeyError(document_id)
        return TEXTS[document_id]

    def documents(self) -> list[GoverningDocument]:
        return self.held

    def source_path(self, document_id: str) -> Path | None:
        return self.sources.get(document_id)


@dataclass
class FakeAssistant(QueuedAssistant):
    """One with a library to look into and examples to begin with."""

    library: FakeLibrary = field(default_factory=FakeLibrary)
    examples: list[str] = field(default_factory=lambda: ["Får vi köpa direkt?", "Vem beslutar om undantag?"])

    def example_questions(self, organisation: str | None, language: str) -> list[str]:
        return self.examples


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAssistant:
    """The fake, in the place of the real one, over a data folder of the test's own (`tmp_path`)."""
    monkeypatch.setenv("REGELSTEGEN_DATA", str(tmp_path))
    fake = FakeAssistant()
    monkeypatch.setattr("ui.engine.load", lambda settings: fake)
    return fake


@pytest.fixture
def ladder() -> Answer:
    return ladder_answer()


@pytest.fixture
def abstaining() -> Answer:
    return abstaining_answer()


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture(scope="session")
def guideline_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guideline as a page of A4: its lines broken and hyphenated, a page number at the foot."""
    file = tmp_path_factory.mktemp("original") / "riktlinje.pdf"
    page = Canvas(str(file), pagesize=(595, 842))
    lines = [
        (760, "Riktlinje för köp"),
        (720, "Tre anbud"),
        (702, "Över 100 000 kronor ska minst tre leveran-"),
        (684, "törer tillfrågas. Svaren sparas i diariet."),
        (648, "Undantag"),
        (630, "Undantag beslutas av inköpschefen."),
        (40, "7"),
    ]
    page.setFont("Helvetica", 11)
    for height, line in lines:
        page.drawString(72, height, line)
    page.save()
    return file
