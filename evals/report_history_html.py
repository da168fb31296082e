"""The part of the page that shows how the figures have gone from run to run."""

from collections.abc import Sequence
from html import escape
from pathlib import PurePosixPath

from evals import wording
from evals.history import PastRun, altered
from evals.history_chart import Point, history_chart
from evals.metrics.suite import Metric

MOST_RUNS = 40
"""As many of the latest runs as the charts show."""


def history_html(runs: Sequence[PastRun], metrics: Sequence[Metric]) -> str:
    """A chart for each metric; nothing where there are not two runs to compare."""
    shown = runs[-MOST_RUNS:]
    if len(shown) < 2:
        return ""
    breaks = [(at - 0.5) / (len(shown) - 1) for at in altered(shown)]
    charts = "".join(_chart(metric, shown, breaks) for metric in metrics)
    first, last = (f"{past.at:%Y-%m-%d}" for past in (shown[0], shown[-1]))
    name = escape(PurePosixPath(shown[-1].file).name)
    rewritten = " Vid en streckad linje ändrades frågorna." if breaks else ""
    return (
        f'<h2>Historik</h2><p class="soft">De {len(shown)} senaste körningarna av {name}, '
        f"{first} till {last}, äldst till vänster. Fältet runt linjen är 95 % konfidensintervall.{rewritten}"
        f'</p><div class="trends">{charts}</div>'
    )


def _chart(metric: Metric, runs: Sequence[PastRun], breaks: Sequence[float]) -> str:
    points = [
        Point(at / (len(runs) - 1), figure.mean, figure.low, figure.high)
        for at, past in enumerate(runs)
        if (figure := past.metrics.get(metric.name)) is not None
    ]
    if len(points) < 2:
        return ""
    said = f"{wording.figure(metric, points[0].value)} → {wording.figure(metric, points[-1].value)}"
    spoken = (
        f"Från {wording.figure(metric, points[0].value)} till {wording.figure(metric, points[-1].value)}."
    )
    chart = history_chart(f"history-{metric.name}", metric.label, spoken, points, breaks)
    return f"<figure>{chart}<figcaption>{escape(metric.label)}: {said}</figcaption></figure>"
