"""A course's exercises as JSON, and back."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from learning.course import Item, Kind, Source


def items_to_json(items: Iterable[Item]) -> str:
    return json.dumps([asdict(item) for item in items], ensure_ascii=False)


def items_from_json(text: str) -> tuple[Item, ...]:
    """Raises ValueError, KeyError or TypeError for what `items_to_json` did not write."""
    return tuple(
        Item(
            id=entry["id"],
            kind=Kind(entry["kind"]),
            question=entry["question"],
            options=tuple(entry["options"]),
            right=entry["right"],
            source=Source(**entry["source"]),
            set_aside=entry["set_aside"],
        )
        for entry in json.loads(text)
    )
