"""How thresholds are written in the library's JSON, and read back."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from hierarchy.amounts import Comparator
from hierarchy.levels import Level
from hierarchy.procurement.thresholds import (
    Effect,
    Law,
    Procedure,
    SourceQuote,
    Subject,
    Threshold,
)

_AMOUNTS = ("amount", "percent", "euro", "until")
_DAYS = ("valid_from", "valid_to")


def thresholds_to_json(thresholds: tuple[Threshold, ...]) -> str:
    """Thresholds as one JSON list; amounts as text, so that no öre is lost."""
    return json.dumps([asdict(threshold) for threshold in thresholds], ensure_ascii=False, default=_plain)


def thresholds_from_json(text: str) -> tuple[Threshold, ...]:
    """The inverse of `thresholds_to_json`."""
    return tuple(_threshold(fields) for fields in json.loads(text))


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _threshold(fields: dict[str, Any]) -> Threshold:
    for name in _AMOUNTS:
        fields[name] = None if fields[name] is None else Decimal(fields[name])
    for name in _DAYS:
        fields[name] = None if fields[name] is None else date.fromisoformat(fields[name])
    comparator = fields["comparator"]
    return Threshold(
        **{
            **fields,
            "law": Law(fields["law"]),
            "effect": Effect(fields["effect"]),
            "comparator": None if comparator is None else Comparator(comparator),
            "level": Level(fields["level"]),
            "subjects": frozenset(map(Subject, fields["subjects"])),
            "procedures": frozenset(map(Procedure, fields["procedures"])),
            "organisations": frozenset(fields["organisations"]),
            "sources": tuple(SourceQuote(**source) for source in fields["sources"]),
        }
    )
