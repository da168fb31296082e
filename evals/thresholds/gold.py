"""The lists of numeric rules that a person has read out of the documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from hierarchy.amounts import Comparator
from hierarchy.procurement.thresholds import Effect

HERE = Path(__file__).parent
SAMPLE = HERE / "gold-sample.yaml"
REAL = HERE / "gold-real.yaml"
UNITS = ("kr", "euro", "%")


@dataclass(frozen=True)
class Limit:
    """What a numeric rule is known by: its place, the words that compare, the figure and its unit."""

    document: str
    section: str
    comparator: Comparator
    figure: Decimal
    unit: str


@dataclass(frozen=True)
class GoldRule:
    """One rule, or `times` of them that differ in their subject only; `what` tells a reader which."""

    limit: Limit
    effect: Effect
    times: int
    what: str


@dataclass(frozen=True)
class Gold:
    """The rules of some documents as they stand on a day; a document may have none."""

    day: date
    documents: frozenset[str]
    rules: tuple[GoldRule, ...]


def load_gold(path: Path) -> Gold:
    """A list of rules. Raises KeyError or ValueError for a field that is missing or misspelt."""
    read = yaml.safe_load(path.read_text("utf-8"))
    documents: dict[str, dict[str, list[dict[str, Any]]]] = read["rules"]
    return Gold(read["day"], frozenset(documents), tuple(_rules(documents)))


def _rules(documents: dict[str, dict[str, list[dict[str, Any]]]]) -> Iterator[GoldRule]:
    for document, sections in documents.items():
        for section, entries in sections.items():
            for entry in entries:
                (comparator,) = entry.keys() & {*Comparator}
                figure, unit = entry[comparator].split()
                limit = Limit(document, section, Comparator(comparator), Decimal(figure), unit)
                if unit not in UNITS:
                    raise ValueError(f"{document}, {section}: {unit}")
                effect = Effect(entry.get("effect", Effect.DUTY))
                yield GoldRule(limit, effect, entry.get("times", 1), entry["what"])
