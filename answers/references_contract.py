"""The JSON contract of `references --json`."""

from collections.abc import Iterable
from typing import Any

from references.reference import Reference

_FIELDS = ("text", "start", "end", "act", "chapter", "section", "stycke", "mening", "point")


def references_to_json(references: Iterable[Reference]) -> dict[str, Any]:
    """References in the order given; what the text does not say is null."""
    return {"references": [{name: getattr(reference, name) for name in _FIELDS} for reference in references]}
