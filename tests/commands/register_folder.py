"""A governance folder with a register, and the library of its two policies."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cli import run
from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from index.keys import Keys
from index.writer import LibraryWriter
from ingest.document import IngestedDocument

Captured = pytest.CaptureFixture[str]
Typed = Callable[[bytes], None]

HIERARCHY = """\
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    rungs:
      - {level: policy, label: Policyer, kinds: [policy]}
"""
REGISTER = """\
# Skött för hand.
documents:
  - document: köp-2017   # den gamla
    title: Köppolicy
    status: superseded
    date: 2017-05-06
    valid_to: 2025-12-31
    confirmed: {by: Åsa Öst, on: 2026-01-02}
"""
POLICY = GoverningDocument(
    "köp",
    "Köppolicy",
    "policy",
    Level.POLICY,
    Status.ADOPTED,
    ("norr",),
    adopted_by="regionfullmäktige",
    date=date(2025, 11, 20),
    valid_from=date(2026, 1, 1),
    supersedes="köp-2017",
    source="köp.pdf",
    doubts=("Dokumentet saknar diarienummer.",),
    evidence={
        "title": Evidence("Köppolicy", 1),
        "date": Evidence("antagen den 20 november 2025", 1),
        "adopted_by": Evidence("Antagen av regionfullmäktige", 1),
        "supersedes": Evidence("Ersätter köp-2017", 1),
    },
)
OLD = GoverningDocument(
    "köp-2017",
    "Köppolicy",
    "policy",
    Level.POLICY,
    Status.ADOPTED,
    ("norr",),
    date=date(2017, 6, 14),
    source="köp-2017.pdf",
    evidence={"date": Evidence("den 14 juni 2017", 2)},
)
TEXT = "Köppolicy\n\nPolicyn ska ses över vart tredje år."


def fill(folder: Path) -> Path:
    """Makes `folder` a governance folder with, in `data/`, the library of its two policies."""
    (folder / "hierarchy.yaml").write_text(HIERARCHY, "utf-8")
    (folder / "register.yaml").write_text(REGISTER, "utf-8")
    writer = LibraryWriter(folder / "data")
    writer.clear()
    writer.set_meta("governance", str(folder))
    for document in (POLICY, OLD):
        writer.put_document(folder / document.source, IngestedDocument(document, TEXT, (), ()), Keys({}))
    writer.commit()
    writer.close()
    return folder


def written(folder: Path) -> str:
    return (folder / "register.yaml").read_text("utf-8")


def review(folder: Path, lines_in: Typed, *answers: str, arguments: tuple[str, ...] = ()) -> int:
    lines_in("".join(f"{answer}\n" for answer in answers).encode())
    return run(["register", "review", "--by", "Eva Ek", *arguments])
