"""Bar charts with confidence intervals, as SVG to be set into a page.

Colours come from the page's custom properties (`report.css`), so that a chart follows light and dark.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 770
LEFT, RIGHT = 250, 566
"""Where the scale begins and ends, in the chart's own units; labels stand left of it, figures right."""
ROW, BAR, TOP, BOTTOM = 30, 12, 6, 26
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Bar:
    """One bar: values from 0 to 1, `figures` the text at its right, `minimum` the limit that it must reach,
    if any.
    """

    label: str
    value: float
    low: float
    high: float
    figures: str
    minimum: float | None = None

    @property
    def is_below(self) -> bool:
        return self.minimum is not None and self.value < self.minimum


def bar_chart(name: str, title: str, description: str, bars: Sequence[Bar]) -> str:
    """An SVG element; `name` is unique on the page and ties the title and description to it for screen
    readers.
    """
    height = TOP + ROW * len(bars) + BOTTOM
    ticks = "".join(_tick(tick, height - BOTTOM) for tick in TICKS)
    rows = "".join(_row(bar, TOP + ROW * number) for number, bar in enumerate(bars))
    name = escape(name)
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
        f"{ticks}{rows}</svg>"
    )


def _x(share: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 1)


def _tick(share: float, bottom: float) -> str:
    x = _x(share)
    return (
        f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP}" y2="{bottom}"/>'
        f'<text class="tick" x="{x}" y="{bottom + 17}" text-anchor="middle">{share * 100:.0f}</text>'
    )


def _row(bar: Bar, top: float) -> str:
    middle = top + ROW / 2
    state = " below" if bar.is_below else ""
    return (
        f'<text class="label" x="{LEFT - 12}" y="{middle + 4.5}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect class="bar{state}" x="{LEFT}" y="{middle - BAR / 2}" '
        f'width="{round(_x(bar.value) - LEFT, 1)}" height="{BAR}" rx="2"/>'
        f"{_whisker(_x(bar.low), _x(bar.high), middle)}"
        f"{_limit(bar.minimum, top)}"
        f'<text class="figures{state}" x="{RIGHT + 14}" y="{middle + 4.5}">{escape(bar.figures)}</text>'
    )


def _whisker(low: float, high: float, middle: float) -> str:
    return f'<path class="whisker" d="M{low} {middle - 4}v8M{low} {middle}H{high}M{high} {middle - 4}v8"/>'


def _limit(minimum: float | None, top: float) -> str:
    if minimum is None:
        return ""
    x = _x(minimum)
    return f'<line class="limit" x1="{x}" x2="{x}" y1="{top + 3}" y2="{top + ROW - 3}"/>'
