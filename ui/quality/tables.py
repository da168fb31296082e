"""Tables as HTML: real headings for whoever hears them, and a bar beside a figure for whoever sees it."""

from collections.abc import Sequence

from ui.escape import as_html

Cell = str | float
"""A text as it stands, or a share (0–1) to be drawn as a bar."""


def table_html(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Sequence[int] = ()
) -> str:
    """A table whose first column names each row; `numbers` are the columns (from 0) set to the right."""
    head = "".join(
        f"<th scope='col'{_side(at, numbers)}>{as_html(name)}</th>" for at, name in enumerate(heads)
    )
    body = "".join(f"<tr>{_row(row, numbers)}</tr>" for row in rows)
    name = as_html(caption)
    return (
        f"<div class='rs-scroll' role='region' tabindex='0' aria-label='{name}'>"
        f"<table class='rs-table rs-measured'><caption>{name}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell], numbers: Sequence[int]) -> str:
    first, *others = row
    cells = "".join(_cell(cell, at, numbers) for at, cell in enumerate(others, start=1))
    return f"<th scope='row'>{as_html(str(first))}</th>{cells}"


def _cell(cell: Cell, at: int, numbers: Sequence[int]) -> str:
    if isinstance(cell, str):
        return f"<td{_side(at, numbers)}>{as_html(cell)}</td>"
    width = round(100 * min(1.0, max(0.0, cell)), 1)
    # The figure stands in a column of its own, so the bar is only for the eye.
    bar = f"<span class='rs-proportion' style='width:{width}%'></span>"
    return f"<td class='rs-proportion-cell' aria-hidden='true'>{bar}</td>"


def _side(at: int, numbers: Sequence[int]) -> str:
    return " class='rs-number'" if at in numbers else ""
