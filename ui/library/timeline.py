"""Which edition held when: bars on an axis of years for the eye, a table for everyone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hierarchy.validity import begins_on
from ui.escape import as_html
from ui.formats import written_date
from ui.library.shelf import Row
from ui.library.standing import Standing, standing_html, written_held
from ui.links import document_link
from ui.texts import Texts

_MOST_TICKS = 7
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_NARROWEST = 0.8
"""Per cent of the axis: an edition of a single day is still seen."""


@dataclass(frozen=True)
class Track:
    """One line of the picture: a name and the editions whose days are drawn on it."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Axis:
    """From the first day that is drawn to the last."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day stands, in per cent from the left."""
        whole = (self.last - self.first).days or 1
        return min(100.0, max(0.0, 100 * (day - self.first).days / whole))

    @property
    def years(self) -> list[int]:
        """The years whose first day is marked; few enough to be read."""
        span = range(self.first.year + (self.first > date(self.first.year, 1, 1)), self.last.year + 1)
        step = next((s for s in _STEPS if len(span) / s <= _MOST_TICKS), _STEPS[-1])
        return [year for year in span if year % step == 0]


def axis_of(tracks: Sequence[Track], day: date) -> Axis:
    """An axis of whole years with every known day of the tracks on it, and `day`."""
    days = [day]
    for row in (row for track in tracks for row in track.rows):
        if begins := begins_on(row.document):
            days.append(begins)
        if row.held:
            days += [d for d in (row.held.first, row.held.last) if d]
    return Axis(date(max(1, min(days).year), 1, 1), date(min(9998, max(days).year) + 1, 1, 1))


def timeline_html(tracks: Sequence[Track], day: date, texts: Texts) -> str:
    """The picture, which a screen reader passes over, and the table that says the same."""
    axis = axis_of(tracks, day)
    ticks = "".join(f"<span style='left:{axis.at(date(y, 1, 1)):.2f}%'>{y}</span>" for y in axis.years)
    lines = "".join(f"<i style='left:{axis.at(date(y, 1, 1)):.2f}%'></i>" for y in axis.years)
    drawn = "".join(
        f"<div class='rs-track'><div class='rs-track-name'>{as_html(track.name)}</div>"
        f"<div class='rs-track-line'>{lines}{''.join(_bar(row, axis) for row in track.rows)}"
        f"<b style='left:{axis.at(day):.2f}%'></b></div></div>"
        for track in tracks
    )
    legend = "".join(
        f"<span><i class='rs-span {kind}'></i>{texts(f'library.legend.{name}')}</span>"
        for name, kind in _kinds(tracks)
    )
    return (
        f"<div class='rs-timeline' aria-hidden='true'><div class='rs-track rs-axis'><div></div>"
        f"<div class='rs-track-line'>{ticks}</div></div>{drawn}"
        f"<p class='rs-legend'>{legend}<span><i class='rs-today'></i>"
        f"{texts('library.legend.day', day=written_date(day, texts))}</span></p></div>"
        f"{table_html(tracks, texts)}"
    )


def table_html(tracks: Sequence[Track], texts: Texts) -> str:
    """Every edition with its days and where it stands."""
    rows = "".join(
        f"<tr><th scope='row'><a href='{as_html(document_link(row.document.document))}'>"
        f"{as_html(row.document.title)}</a></th><td>{as_html(said_held(row, texts))}</td>"
        f"<td>{standing_html(row.standing, texts)}</td></tr>"
        for track in tracks
        for row in track.rows
    )
    heads = "".join(
        f"<th scope='col'>{texts(key)}</th>"
        for key in ("library.column.edition", "library.column.held", "library.column.standing")
    )
    return (
        f"<div class='rs-scroll' tabindex='0' role='region' aria-label='{texts('library.timeline.table')}'>"
        f"<table class='rs-table'><caption>{texts('library.timeline.table')}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def said_held(row: Row, texts: Texts) -> str:
    """The days on which it has held, in words; that it never has, or that nobody knows."""
    if held := written_held(row.held, texts):
        return held
    decided = row.standing in (Standing.PROPOSED, Standing.REFERRED_BACK, Standing.RECORD)
    return texts("library.held.never" if decided else "library.held.unknown")


def _bar(row: Row, axis: Axis) -> str:
    if row.held is None:
        known = begins_on(row.document)
        return f"<em style='left:{axis.at(known):.2f}%'></em>" if known else ""
    left = axis.at(row.held.first) if row.held.first else 0.0
    right = axis.at(row.held.last) if row.held.last else 100.0
    width = max(_NARROWEST, right - left)
    return f"<i class='rs-span {_kind(row)}' style='left:{left:.2f}%;width:{width:.2f}%'></i>"


def _kind(row: Row) -> str:
    if row.standing is Standing.IN_FORCE:
        return "rs-span-holds"
    if row.standing is Standing.NOT_YET:
        return "rs-span-later"
    unknown = row.held is not None and row.held.last is None and not row.held.open
    return "rs-span-unknown" if unknown else "rs-span-held"


def _kinds(tracks: Sequence[Track]) -> list[tuple[str, str]]:
    """What the picture holds, so that the legend says no more."""
    drawn = {_kind(row) for track in tracks for row in track.rows if row.held}
    return [
        (name, f"rs-span-{name}")
        for name in ("holds", "held", "later", "unknown")
        if f"rs-span-{name}" in drawn
    ]
