"""Rows as CSV for a spreadsheet, in which no cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for the beginning of a formula, also after white space that it passes over.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """The rows in UTF-8 with a mark of it and semicolons between, as a Swedish Excel opens them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def inert(cell: object) -> object:
    """A text that could be read as a formula with an apostrophe before it; anything else as it is."""
    if not isinstance(cell, str):
        return cell
    text = " ".join(cell.split("\n"))
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
