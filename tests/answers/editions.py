"""A small library of two editions of a policy and a protocol that names them, without vectors."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from answers.understanding import Understood
from hierarchy.documents import Evidence, GoverningDocument, Provision, Status
from hierarchy.levels import Level
from index.keys import Keys
from index.library import Library
from index.records import hierarchy_to_json
from index.writer import LibraryWriter
from ingest.document import IngestedDocument

from .making import HIERARCHY, asked

OLD_TEXT = """Mötespolicy

Antagen av fullmäktige 2018-03-05, § 12

Omfattning

Policyn gäller nämnder och stiftelser.

Kaffe

Kaffe bjuds på förmiddagen."""
NEW_TEXT = """Mötespolicy

Antagen av fullmäktige 2024-05-06, § 40
Diarienummer RN 2024-7

1 Omfattning

Policyn gäller nämnder och helägda bolag.

2 Distans

Möten hålls i första hand på distans."""
RECORD_TEXT = """§ 3/25

Utskottet önskar besked om mötespolicyn före sommaren."""


def _document(name: str, title: str, level: Level = Level.POLICY, **stated: object) -> GoverningDocument:
    kind = "policy" if level is Level.POLICY else "protokoll"
    given = {"organisations": ("norr",), "confirmed": True, "source": f"{name}.md", **stated}
    return replace(GoverningDocument(name, title, kind, level, Status.ADOPTED), **given)  # type: ignore[arg-type]


OLD = _document(
    "mote-2018",
    "Mötespolicy",
    status=Status.SUPERSEDED,
    adopted_by="fullmäktige",
    date=date(2018, 3, 5),
    valid_from=date(2018, 3, 5),
    valid_to=date(2024, 5, 31),
    evidence={"adopted_by": Evidence("Antagen av fullmäktige"), "date": Evidence("2018-03-05")},
)
NEW = _document(
    "mote-2024",
    "Mötespolicy",
    adopted_by="fullmäktige",
    decision="§ 40",
    date=date(2024, 5, 6),
    valid_from=date(2024, 6, 1),
    diary_number="RN 2024-7",
    supersedes="mote-2018",
    evidence={
        "adopted_by": Evidence(
            "Antagen av fullmäktige", confirmed_by="Eva Ek", confirmed_on=date(2025, 1, 9)
        ),
        "date": Evidence("2024-05-06"),
        "diary_number": Evidence("Diarienummer RN 2024-7"),
        "valid_from": Evidence(confirmed_by="Eva Ek", confirmed_on=date(2025, 1, 9)),
    },
)
RECORD = _document("protokoll-3", "Protokoll utskottet", Level.BACKGROUND, date=date(2025, 2, 2))


def _provisions(document: GoverningDocument, text: str, headings: tuple[str, ...]) -> tuple[Provision, ...]:
    starts = [text.index(f"\n{heading}\n") + len(heading) + 3 for heading in headings]
    ends = [text.find("\n\n", start) for start in starts]
    head = Provision(
        document.document, "Dokumenthuvud", ("Dokumenthuvud",), None, 0, text.index(headings[0]) - 2
    )
    return (
        head,
        *(
            Provision(document.document, h, (h,), h, start, end if end >= 0 else len(text))
            for h, start, end in zip(headings, starts, ends, strict=True)
        ),
    )


def editions_library(data: Path) -> Library:
    """The three documents in a library of their own in `data`."""
    writer = LibraryWriter(data)
    writer.clear()
    writer.set_meta("hierarchy", hierarchy_to_json(HIERARCHY))
    record = Provision(RECORD.document, "§ 3/25", ("§ 3/25",), "§ 3/25", 8, len(RECORD_TEXT))
    for document, text, provisions in (
        (OLD, OLD_TEXT, _provisions(OLD, OLD_TEXT, ("Omfattning", "Kaffe"))),
        (NEW, NEW_TEXT, _provisions(NEW, NEW_TEXT, ("1 Omfattning", "2 Distans"))),
        (RECORD, RECORD_TEXT, (record,)),
    ):
        held = IngestedDocument(document, text, (), provisions)
        writer.put_document(data / document.source, held, Keys({}))
    writer.commit()
    writer.close()
    return Library(data)


def asked_of(library: Library, question: str, **chosen: object) -> Understood:
    return asked(question, documents=library.documents(), **chosen)
