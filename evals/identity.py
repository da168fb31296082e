"""How much of each document's identity is read right, without any register.

`python -m evals.identity CORPUS GOLD.yaml... [--governance DIR] [--json]` reads the files below CORPUS that
the gold names, with the organisations of DIR/hierarchy.yaml (default: `evals/real`) and nothing else, and
compares every field that the gold states. Of a file that is refused nothing is compared but that it holds no
text. A field is right, wrong, or wrong but marked as doubtful by the reading itself. Exit status 1 where
less than `ENOUGH` of the fields is right or a wrong one is not marked.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.identity_fields import Compared, compare, refusal
from hierarchy.levels import Hierarchy
from ingest.document import IngestedDocument, document_id, ingest_file
from ingest.errors import UnreadableFile
from ingest.governance import HIERARCHY_FILE, Governance, GovernanceError
from ingest.hierarchy_file import load_hierarchy
from ingest.readers import SUPPORTED
from ingest.says_of_others import says_of_others

ENOUGH = 0.95
"""The share of all fields that must be right."""
_GOVERNANCE = Path(__file__).parent / "real"
_LONGEST = 90


@dataclass(frozen=True)
class Measured:
    """Every field compared; the documents that no file was found for; and the doubts.

    `doubted`: documents that the gold doubts, and of these how many the reading doubts. `overdoubted`:
    documents that the gold doesn't doubt, and of these how many the reading doubts all the same.
    """

    fields: tuple[Compared, ...]
    missing: tuple[str, ...]
    doubted: tuple[int, int]
    overdoubted: tuple[int, int]

    @property
    def share(self) -> float:
        """Of all fields, those that are right, 0 to 1."""
        return sum(one.right for one in self.fields) / max(len(self.fields), 1)

    @property
    def undoubted_misses(self) -> tuple[Compared, ...]:
        """What is wrong and not marked as doubtful."""
        return tuple(one for one in self.fields if not one.right and not one.doubtful)

    @property
    def passes(self) -> bool:
        return bool(self.fields) and not self.missing and self.share >= ENOUGH and not self.undoubted_misses


def measure(corpus: Path, gold: Iterable[Mapping[str, Any]], hierarchy: Hierarchy) -> Measured:
    """Reads the documents of the gold below `corpus` and compares them."""
    entries = {entry["document"]: entry for entry in gold}
    files = {
        document_id(path): path
        for path in sorted(corpus.rglob("*"))
        if path.is_file() and path.suffix.lower() in SUPPORTED and document_id(path) in entries
    }
    read: dict[str, IngestedDocument] = {}
    refused: dict[str, str] = {}
    for document, path in files.items():
        try:
            read[document] = ingest_file(path, corpus, Governance(hierarchy))
        except UnreadableFile as error:
            refused[document] = error.reason
    library = [one.document for one in read.values()]
    fields = [refusal(document, entries[document], reason) for document, reason in refused.items()]
    doubts = {True: [0, 0], False: [0, 0]}
    for document, ingested in read.items():
        entry = entries[document]
        said = says_of_others([ingested], library)
        fields += compare(entry, ingested, said, hierarchy)
        counted = doubts["doubt" in entry]
        counted[0] += 1
        counted[1] += bool(ingested.document.doubts)
    missing = tuple(document for document in entries if document not in files)
    (doubted, agreed), (clear, over) = doubts[True], doubts[False]
    return Measured(tuple(fields), missing, (doubted, agreed), (clear, over))


def by_field(fields: Iterable[Compared]) -> dict[str, tuple[int, int, int]]:
    """Of each field: how many there are, how many are right, how many of the wrong are marked as doubtful."""
    counted: dict[str, list[int]] = {}
    for one in fields:
        count = counted.setdefault(one.field, [0, 0, 0])
        count[0] += 1
        count[1] += one.right
        count[2] += not one.right and one.doubtful
    return {field: (count[0], count[1], count[2]) for field, count in counted.items()}


def by_confidence(fields: Iterable[Compared]) -> dict[str, tuple[int, int]]:
    """Of each step of confidence that a reading claims: how many fields there are and how many are right."""
    counted: dict[str, list[int]] = {}
    for one in fields:
        if one.confidence:
            count = counted.setdefault(one.confidence, [0, 0])
            count[0] += 1
            count[1] += one.right
    return {step: (count[0], count[1]) for step, count in counted.items()}


def to_json(measured: Measured) -> dict[str, Any]:
    """Everything as one JSON document; shares from 0 to 1."""
    return {
        "fields": len(measured.fields),
        "right": round(measured.share, 4),
        "passes": measured.passes,
        "by_field": {
            field: {"fields": number, "right": right, "doubtful_misses": doubtful}
            for field, (number, right, doubtful) in by_field(measured.fields).items()
        },
        "by_confidence": {
            step: {"fields": number, "right": right}
            for step, (number, right) in by_confidence(measured.fields).items()
        },
        "doubts": {
            "documents_doubted_in_gold": measured.doubted[0],
            "of_these_doubted": measured.doubted[1],
            "other_documents": measured.overdoubted[0],
            "of_these_doubted_too": measured.overdoubted[1],
        },
        "misses": [asdict(one) for one in measured.fields if not one.right],
        "missing": list(measured.missing),
    }


def show(measured: Measured, console: Console) -> None:
    """The shares as a table, then each miss."""
    table = Table(
        title=Text("Identitet utan register", style="bold"), box=box.SIMPLE_HEAD, title_justify="left"
    )
    table.add_column("Fält")
    for column in ("Antal", "Rätt", "Andel", "Fel men tveksamt", "Fel"):
        table.add_column(column, justify="right")
    for field, (number, right, doubtful) in sorted(by_field(measured.fields).items()):
        wrong = number - right - doubtful
        table.add_row(field, str(number), str(right), _share(right, number), str(doubtful), str(wrong))
    console.print(table)
    number = len(measured.fields)
    console.print(f"Alla fält: {_share(sum(one.right for one in measured.fields), number)} av {number} rätt.")
    for step, (count, right) in sorted(by_confidence(measured.fields).items()):
        console.print(f"  {step}: {right} av {count} rätt")
    doubted, agreed = measured.doubted
    clear, over = measured.overdoubted
    console.print(f"Tvekan: {agreed} av {doubted} dokument som facit tvekar om; {over} av {clear} andra.")
    for one in measured.fields:
        if not one.right:
            mark = "tveksamt" if one.doubtful else "FEL"
            console.print(f"{mark}: {one.document} · {one.field}", style="bold")
            console.print(f"  facit: {one.true[:_LONGEST]}")
            console.print(f"  läst:  {one.read[:_LONGEST] or '–'}")
    for document in measured.missing:
        console.print(f"SAKNAS: {document}: ingen fil i mappen.", style="bold")


def load_gold(paths: Iterable[Path]) -> list[Mapping[str, Any]]:
    """The entries of the gold files. Raises OSError and yaml.YAMLError for files that can't be read."""
    return [entry for path in paths for entry in yaml.safe_load(path.read_text("utf-8"))]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %".replace(".", ",")


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0 where the gate is passed, 1 where it is not, 2 where nothing could be measured."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.identity", description="Mät hur mycket av dokumentens identitet som läses rätt."
    )
    parser.add_argument("corpus", type=Path, help="mappen med dokumenten")
    parser.add_argument("gold", type=Path, nargs="+", help="facit: YAML-filer med en post per dokument")
    parser.add_argument("--governance", type=Path, default=_GOVERNANCE, help="mappen med hierarchy.yaml")
    parser.add_argument("--json", action="store_true", help="skriv ett JSON-dokument")
    chosen = parser.parse_args(arguments)
    try:
        gold = load_gold(chosen.gold)
        hierarchy = load_hierarchy(chosen.governance / HIERARCHY_FILE)
    except (OSError, yaml.YAMLError, GovernanceError) as error:
        sys.stderr.write(f"Facit eller {HIERARCHY_FILE} går inte att läsa: {error}\n")
        return 2
    measured = measure(chosen.corpus, gold, hierarchy)
    if chosen.json:
        sys.stdout.write(json.dumps(to_json(measured), ensure_ascii=False, indent=1) + "\n")
    else:
        show(measured, Console(highlight=False, markup=False))
    return 0 if measured.passes else 1


if __name__ == "__main__":
    sys.exit(main())
