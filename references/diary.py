"""Diary numbers: "dnr LTV 160080", "RS 2024/123", "IN-IN26-0003-1"."""

import re
from collections.abc import Iterator

from references.reference import Reference, ReferenceKind

_NUMBER = r"[A-ZÅÄÖ]{0,6}[- ]?(?:[A-ZÅÄÖ]{2}\d{2}-|\d{4}[/-])?\d[\d/:-]{0,15}\b"
_DIARY = re.compile(
    # After the word for it, any number; without it, one that has a case's form: letters, and a year or six digits.
    rf"\b(?:[Dd]nr|[Dd]iarienr|[Dd]iarienummer|[Ää]rendenummer)[.:]? (?P<named>{_NUMBER})"
    r"|\b(?P<formed>[A-ZÅÄÖ]{1,6}[- ](?:[A-ZÅÄÖ]{2}\d{2}-\d{4}(?:-\d+)?|20\d\d[/-]\d{2,6}|\d{6})|[A-ZÅÄÖ]{2}\d{6})\b"
)


def diary_numbers(text: str) -> Iterator[Reference]:
    """The diary numbers in a text, each as the `act` of its reference."""
    for match in _DIARY.finditer(text):
        group = "named" if match["named"] else "formed"
        start, end = match.span(group)
        yield Reference(text[start:end], start, end, act=match[group], kind=ReferenceKind.DIARY)
