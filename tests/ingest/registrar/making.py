"""Documents, entries and claims to state a case with."""

from datetime import date
from pathlib import Path
from typing import Any

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from ingest.registrar.claims import Claim
from ingest.registrar.register_file import RegisterFile, open_register

NORTH = Organisation(
    "norr",
    "Region Norr",
    "North Region",
    (
        RungDefinition(Level.POLICY, "Policy", "Policy", kinds=("policy",)),
        RungDefinition(Level.GUIDELINE, "Riktlinjer", "Guidelines", kinds=("riktlinje",)),
        RungDefinition(Level.RULE, "Regler", "Rules", kinds=("regel",)),
    ),
    names=("Region Norr", "Landstinget Norr"),
)
HIERARCHY = Hierarchy((NORTH,))


def document(name: str = "kop", **fields: Any) -> GoverningDocument:
    """A policy in force, each of whose fields stands in the document on page 1."""
    given: dict[str, Any] = {
        "title": "Policy för köp",
        "kind": "policy",
        "level": Level.POLICY,
        "status": Status.ADOPTED,
        "organisations": ("norr",),
        "adopted_by": "regionfullmäktige",
        "date": date(2024, 5, 6),
        **fields,
    }
    evidence = given.pop("evidence", None)
    if evidence is None:
        said = given.keys() - {"organisations", "level", "source", "doubts", "valid_to", "confirmed"}
        evidence = {n: Evidence(f"ord om {n}", 1) for n in said if given[n] is not None}
    return GoverningDocument(name, **{"source": f"norr/{name}.pdf", **given}, evidence=evidence)


def register_of(folder: Path, text: str) -> RegisterFile:
    path = folder / "register.yaml"
    path.write_text(text, "utf-8")
    return open_register(path)


def claim(
    name: str, field: str, value: Any, quote: str = "Policyn antas.", sure: Confidence = Confidence.STATED
) -> Claim:
    """What a protocol says of another document on its third page."""
    return Claim(name, field, value, "protokoll-2026", Evidence(quote, 3, confidence=sure))
