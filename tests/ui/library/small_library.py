"""A library small enough to be read at a glance, with one of everything that a page must be able to show."""

from datetime import date
from pathlib import Path

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Provision, Status
from hierarchy.levels import Hierarchy, Level
from index.keys import Keys
from index.records import hierarchy_to_json
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from tests.queued_assistant import NEIGHBOUR, REGION

HIERARCHY = Hierarchy((REGION, NEIGHBOUR))
HOSTILE = "<img src=x onerror=alert(1)> **fet** $x$ [länk](javascript:alert(1))"


def document(name: str, title: str, level: Level, **fields: object) -> GoverningDocument:
    """An adopted document of Region Exempel, unless `fields` say otherwise."""
    given: dict[str, object] = {"kind": str(level), "status": Status.ADOPTED, "organisations": ("exempel",)}
    return GoverningDocument(name, title, level=level, **(given | fields))  # type: ignore[arg-type]


LAW = document(
    "lag",
    "Lag om offentlig upphandling",
    Level.LAW,
    kind="lag",
    organisations=(),
    number="2016:1145",
    valid_from=date(2017, 1, 1),
    confirmed=True,
)
OLD = document(
    "policy-2018",
    "Inköpspolicy för Region Exempel",
    Level.POLICY,
    kind="policy",
    status=Status.SUPERSEDED,
    adopted_by="Fullmäktige",
    date=date(2017, 11, 3),
    valid_from=date(2018, 1, 1),
    valid_to=date(2025, 12, 31),
    confirmed=True,
)
NEW = document(
    "policy-2026",
    "Inköpspolicy för Region Exempel",
    Level.POLICY,
    kind="policy",
    adopted_by="Fullmäktige",
    decision="§ 12/25",
    date=date(2025, 11, 4),
    valid_from=date(2026, 1, 1),
    diary_number="RE 2025-117",
    supersedes="policy-2018",
    evidence={"valid_from": Evidence("gäller från den 1 januari 2026", confidence=Confidence.STATED)},
)
PROPOSAL = document(
    "forslag",
    "Förslag till ny inköpspolicy",
    Level.BACKGROUND,
    kind="tjänsteutlåtande",
    status=Status.PROPOSED,
    date=date(2026, 5, 6),
)
PROTOCOL = document(
    "protokoll", "Protokoll 2025-11-04", Level.BACKGROUND, kind="protokoll", date=date(2025, 11, 4)
)
GONE = document(
    "borttagen",
    "Äldre anvisning",
    Level.RULE,
    kind="anvisning",
    valid_from=date(2020, 1, 1),
    withdrawn=date(2026, 2, 1),
    organisations=("granne",),
)
UNDATED = document("odaterad", "Östra husets regler", Level.RULE, kind="regel", status=Status.UNCONFIRMED)
PLAIN = document("oindelad", "Åtgärdslista", Level.RULE, kind="regel", valid_from=date(2024, 1, 1))
WILD = document("vild", f"Titel {HOSTILE}", Level.RULE, kind="regel", valid_from=date(2024, 1, 1))

_TEXTS = {
    "lag": [
        ("1 kap. Inledning", "1 §", "Denna lag gäller för upphandling. Om beloppet gäller 2 §."),
        ("1 kap. Inledning", "2 §", "Direktupphandling får användas under 700 000 kronor."),
        ("2 kap. Övrigt", "1 §", "Ordet upphandling står också här."),
    ],
    "policy-2018": [
        ("Gräns", None, "Köp under 100 000 kronor får göras direkt."),
        ("Miljö", None, "Miljökrav ställs alltid."),
        ("Fax", None, "Svar per fax godtas."),
    ],
    "policy-2026": [
        ("Gräns", None, "Köp under 200 000 kronor får göras direkt enligt 1 kap. 2 § LOU."),
        ("Hållbarhet", None, "Miljökrav ställs alltid."),
        ("Fel", None, "Se 9 kap. 9 § lagen (2016:1145) om offentlig upphandling."),
    ],
    "forslag": [("Gräns", None, "Gränsen föreslås bli 900 000 kronor.")],
    "protokoll": [("§ 12/25", None, "Inköpspolicyn fastställs.")],
    "borttagen": [("Gammalt", None, "Det här gäller inte längre.")],
    "odaterad": [("Huset", None, "Dörren stängs.")],
    "oindelad": [],
    "vild": [("Avsnitt " + HOSTILE, None, f"Text {HOSTILE}")],
}
DOCUMENTS = (LAW, OLD, NEW, PROPOSAL, PROTOCOL, GONE, UNDATED, PLAIN, WILD)


def ingested(of: GoverningDocument) -> IngestedDocument:
    """The document with the text that it has here."""
    text, provisions = "", []
    for chapter, section, words in _TEXTS[of.document]:
        heading = f"{chapter}\n\n"
        start = len(text) + len(heading)
        path = (chapter, section) if section else (chapter,)
        address = f"{chapter.partition(' kap.')[0]} kap. {section}" if section else chapter
        text += f"{heading}{words}\n\n"
        provisions.append(Provision(of.document, address, path, None, start, start + len(words)))
    return IngestedDocument(of, text or "En text som inte är indelad.", (), tuple(provisions))


def build(data: Path, documents: tuple[GoverningDocument, ...] = DOCUMENTS) -> None:
    """Writes the library; each original is a text file in `data`, but for the withdrawn one's."""
    data.mkdir(parents=True, exist_ok=True)
    writer = LibraryWriter(data)
    writer.clear()
    for one in documents:
        source = data / f"{one.document}.txt"
        if one.withdrawn is None:
            source.write_text(ingested(one).text, "utf-8")
        writer.put_document(source, ingested(one), Keys({}))
    writer.set_meta("hierarchy", hierarchy_to_json(HIERARCHY))
    writer.commit()
    writer.close()
