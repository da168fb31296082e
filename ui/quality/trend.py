"""Values over time, drawn as lines in HTML (Streamlit takes SVG out of a page) with a text alternative."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ui.escape import as_html


@dataclass(frozen=True)
class Point:
    """A value at a place, both as shares (0–1) of the picture, and the bounds it lies within, if known."""

    place: float
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Line:
    """Points from left to right; a `high` line is told from a `middle` one by its marks and its dashes."""

    kind: Literal["middle", "high"]
    points: Sequence[Point]


def trend_html(
    told: str,
    lines: Sequence[Line],
    ticks: Sequence[tuple[float, str]],
    ends: tuple[str, str],
    breaks: Sequence[float] = (),
) -> str:
    """The picture; `told` says in words what it shows. `ticks`: heights (0–1) with their labels. `ends`: what
    stands under its left and right end. `breaks`: places where a dashed line parts what can't be compared.
    """
    grid = "".join(
        f"<span class='rs-trend-grid' style='bottom:{_percent(height)}'><i>{as_html(label)}</i></span>"
        for height, label in ticks
    )
    parted = "".join(
        f"<span class='rs-trend-break' style='left:{_percent(place)}'></span>" for place in breaks
    )
    drawn = "".join(_band(line) + _stroke(line) + _marks(line) for line in lines)
    under = "".join(f"<span>{as_html(end)}</span>" for end in dict.fromkeys(ends))
    return (
        f"<div class='rs-trend' role='img' aria-label='{as_html(told)}'>"
        f"<div class='rs-trend-plot'>{grid}{parted}{drawn}</div>"
        f"<div class='rs-trend-ends'>{under}</div></div>"
    )


def _band(line: Line) -> str:
    bounds = [(p.place, p.low, p.high) for p in line.points if p.low is not None and p.high is not None]
    if len(bounds) < 2:
        return ""
    upper = [f"{_percent(place)} {_percent(1 - high)}" for place, _, high in bounds]
    lower = [f"{_percent(place)} {_percent(1 - low)}" for place, low, _ in reversed(bounds)]
    return f"<span class='rs-trend-band' style='clip-path:polygon({','.join(upper + lower)})'></span>"


def _stroke(line: Line) -> str:
    if len(line.points) < 2:
        return ""
    at = [(_percent(point.place), _percent(1 - point.value)) for point in line.points]
    upper = [f"{x} calc({y} - 1.25px)" for x, y in at]
    lower = [f"{x} calc({y} + 1.25px)" for x, y in reversed(at)]
    shape = ",".join(upper + lower)
    return f"<span class='rs-trend-line rs-trend-{line.kind}' style='clip-path:polygon({shape})'></span>"


def _marks(line: Line) -> str:
    return "".join(
        f"<span class='rs-trend-mark rs-trend-{line.kind}' "
        f"style='left:{_percent(point.place)};bottom:{_percent(point.value)}'></span>"
        for point in line.points
    )


def _percent(share: float) -> str:
    return f"{min(1.0, max(0.0, share)) * 100:.1f}%"


def round_ticks(highest: float) -> list[float]:
    """Three to six round values from 0 that reach `highest`."""
    step = 1.0
    while step * 5 < highest:
        step = step * 2.5 if f"{step:.0f}".startswith("2") else step * 2
    return [step * at for at in range(max(3, int(-(-highest // step)) + 1))]
