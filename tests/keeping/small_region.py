"""A region with three documents and a limit, written by the tests that change it."""

from datetime import date
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from index.report import NoProgress
from index.update import update_library
from ingest.governance import load_governance

HIERARCHY = """\
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    rungs:
      - {level: law, label: Lag, kinds: [lag]}
      - {level: guideline, label: Riktlinjer, kinds: [riktlinje]}
      - {level: rule, label: Regler, kinds: [regel]}
"""
REGISTER = """\
# Skött för hand.
documents:
  - document: regel-om-kop   # på intranätet
    title: Regel om köp
    kind: regel
    level: rule
    status: adopted
    organisations: [norr]
    valid_from: 2025-01-01
    confirmed: {by: Åsa Öst, on: 2026-01-02}

  - document: riktlinje-for-resor
    title: Riktlinje för resor
    kind: riktlinje
    level: guideline
    status: adopted
    organisations: [norr]
    adopted_by: regionstyrelsen
    date: 2025-03-04
"""
THRESHOLDS = """\
# Gränserna, skötta för hand.
thresholds:
  - id: direkt-450   # regionens egen
    law: lou
    effect: direct_procurement
    comparator: under
    amount: 450000
    level: rule
    organisations: [norr]
    consequence: {sv: Köpet får göras direkt., en: You may buy directly.}
    sources:
      - document: regel-om-kop
        section: Belopp
        quote: Direktupphandling får användas om värdet understiger 450 000 kronor.
"""
RULE = """\
# Regel om köp

Gäller från och med: 2025-01-01

## Belopp

Direktupphandling får användas om värdet understiger 450 000 kronor.

## Avtal

Kontrollera först om det finns ett avtal.
"""


def write(folder: Path) -> Path:
    """Makes `folder` a folder of documents, with what people keep beside them."""
    (folder / "norr").mkdir(parents=True)
    (folder / "hierarchy.yaml").write_text(HIERARCHY, "utf-8")
    (folder / "register.yaml").write_text(REGISTER, "utf-8")
    (folder / "thresholds.yaml").write_text(THRESHOLDS, "utf-8")
    (folder / "norr" / "regel-om-kop.md").write_text(RULE, "utf-8")
    (folder / "norr" / "gavor.md").write_text("# Regel om gåvor\n\nEn gåva får inte ta emot.\n", "utf-8")
    _write_guideline(folder / "norr" / "riktlinje-for-resor.pdf")
    return folder


def _write_guideline(file: Path) -> None:
    page = Canvas(str(file), pagesize=(595, 842))
    lines = [
        (16, 780, "Riktlinje för resor"),
        (11, 752, "Dokumenttyp: Riktlinje"),
        (11, 736, "Beslutad av: Regionstyrelsen"),
        (11, 720, "Beslutsdatum: 2025-03-04"),
        (11, 704, "Diarienummer: RN 2025-0117"),
        (14, 660, "Tåg eller flyg"),
        (11, 640, "Resor under fyra timmar görs med tåg. Flyg kräver chefens godkännande i förväg."),
        (14, 600, "Boende"),
        (11, 580, "Hotell bokas genom regionens resebyrå."),
    ]
    for size, height, line in lines:
        page.setFont("Helvetica-Bold" if size > 11 else "Helvetica", size)
        page.drawString(72, height, line)
    page.save()


def read_in(data: Path, folder: Path, today: date | None = None) -> None:
    """The library of the folder, in `data`, as read on `today` (by default on the day that it is)."""
    update_library(data, [folder], load_governance(folder), NoProgress(), today=today)
