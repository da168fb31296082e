"""How the figures have gone from run to run: one small chart a metric, drawn as SVG without any library."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 360, 132
LEFT, RIGHT, TOP, BOTTOM = 34, 348, 10, 112
"""Where the scales begin and end, in the chart's own units."""


@dataclass(frozen=True)
class Point:
    """One run: its place on the time axis from 0 (oldest) to 1, and values from 0 to 1."""

    place: float
    value: float
    low: float
    high: float


def history_chart(
    name: str, title: str, description: str, points: Sequence[Point], breaks: Sequence[float] = ()
) -> str:
    """An SVG element: a line through the means within the band of their intervals.

    `breaks`: places from 0 to 1 where the questions were altered, so that what stands on either side is not
    the same measure. `name` is unique on the page.
    """
    name = escape(name)
    ticks = "".join(
        f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{_y(share)}" y2="{_y(share)}"/>'
        f'<text class="tick" x="{LEFT - 6}" y="{_y(share) + 4}" text-anchor="end">{share * 100:.0f}</text>'
        for share in (0.0, 0.5, 1.0)
    )
    upper = " ".join(f"{_x(point.place)},{_y(point.high)}" for point in points)
    lower = " ".join(f"{_x(point.place)},{_y(point.low)}" for point in reversed(points))
    line = " ".join(f"{_x(point.place)},{_y(point.value)}" for point in points)
    dots = "".join(
        f'<circle class="dot" cx="{_x(point.place)}" cy="{_y(point.value)}" r="2.5"/>' for point in points
    )
    altered = "".join(
        f'<line class="limit" x1="{_x(place)}" x2="{_x(place)}" y1="{TOP}" y2="{BOTTOM}"/>'
        for place in breaks
    )
    return (
        f'<svg class="chart trend" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
        f'{ticks}{altered}<polygon class="band" points="{upper} {lower}"/>'
        f'<polyline class="line" points="{line}"/>{dots}</svg>'
    )


def _x(place: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, place)), 1)


def _y(share: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * min(1.0, max(0.0, share)), 1)
