"""A governance folder, and the library of an act and a rule that state limits."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from cli import run
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from index.keys import Keys
from index.writer import LibraryWriter
from ingest.document import IngestedDocument

Typed = Callable[[bytes], None]

HIERARCHY = """\
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    rungs:
      - {level: rule, label: Regler, kinds: [regel]}
"""
ACT = GoverningDocument("lag-om-kop", "Lag om köp", "lag", Level.LAW, Status.ADOPTED, confirmed=True)
RULE = GoverningDocument(
    "regel-om-kop",
    "Regel om köp",
    "regel",
    Level.RULE,
    Status.ADOPTED,
    ("norr",),
    valid_from=date(2025, 1, 1),
    confirmed=True,
)
SAYS = (
    (
        ACT,
        ("2 §", "Direktupphandling får användas om värdet understiger 700 000 kronor."),
        ("3 §", "En direktupphandling över 100 000 kronor ska dokumenteras."),
    ),
    (
        RULE,
        ("Köp", "Direktupphandling får användas om värdet understiger 450 000 kronor."),
        ("Gåvor", "En gåva får kosta högst 300 kronor."),
    ),
)
ACT_LIMIT, ACT_DUTY = "lag-om-kop-2-700000", "lag-om-kop-3-100000"
RULE_LIMIT, GIFT = "regel-om-kop-kop-450000", "regel-om-kop-gavor-300"


def fill(folder: Path) -> Path:
    """Makes `folder` a governance folder with, in `data/`, the library of the two documents."""
    (folder / "hierarchy.yaml").write_text(HIERARCHY, "utf-8")
    writer = LibraryWriter(folder / "data")
    writer.clear()
    writer.set_meta("governance", str(folder))
    for document, *sections in SAYS:
        text, provisions = "", []
        for address, said in sections:
            provisions.append(
                Provision(document.document, address, (address,), None, len(text), len(text) + len(said))
            )
            text += f"{said}\n\n"
        held = IngestedDocument(document, text, (), tuple(provisions))
        writer.put_document(folder / f"{document.document}.md", held, Keys({}))
    writer.commit()
    writer.close()
    return folder


def propose(*arguments: str) -> int:
    return run(["threshold", "propose", "--as-of", "2026-03-01", *arguments])


def review(lines_in: Typed, *answers: str) -> int:
    lines_in("".join(f"{answer}\n" for answer in answers).encode())
    return run(["threshold", "review", "--by", "Eva Ek"])


def waiting(folder: Path) -> str:
    return (folder / "thresholds.forslag.yaml").read_text("utf-8")


def kept(folder: Path) -> str:
    return (folder / "thresholds.yaml").read_text("utf-8")
