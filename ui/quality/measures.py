"""How good the answers are: the figures of the latest run, how they have gone, and what failed."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from evals.history import HISTORY_FILE, PastRun, altered, load_history
from evals.kept_report import load_report
from people.database import Database
from settings import Settings
from ui import engine
from ui.escape import as_html
from ui.formats import written_date
from ui.notice import show_problem
from ui.quality import failures, question_files
from ui.quality.background_run import BackgroundRun, background_run
from ui.quality.figures import decimal, percent
from ui.quality.part import show_empty, show_head, show_heading
from ui.quality.tables import Cell, table_html
from ui.quality.trend import Line, Point, trend_html
from ui.texts import Texts

METRICS = (
    "right_source_shown",
    "level",
    "facts",
    "quotes",
    "refusal_recall",
    "refusal_precision",
    "warnings",
    "forbidden",
    "in_force",
    "mrr",
)
"""The metrics with names of their own here, in the order of the page; others come after."""
_DEGREES = frozenset({"mrr"})
"""Those that are no shares of questions."""
_RECALL = "recall@"
_MOST_RUNS = 40
_TICK_SECONDS = 1.0


def show(settings: Settings, database: Database, texts: Texts) -> None:
    """Draws the part. Raises LibraryError."""
    del database
    show_head("measures", texts)
    library = engine.load_library(settings)
    file = question_files.chosen_file(settings, library.hierarchy, texts)
    if file is None:
        return
    _offer_run(background_run(settings.data), settings, file, texts)
    name = question_files.name_of(file, settings)
    try:
        runs = load_history(settings.data / HISTORY_FILE, name)[-_MOST_RUNS:]
    except OSError as error:
        show_problem(texts("problem.head"), texts("quality.measures.unread"), str(error.strerror))
        return
    if not runs:
        show_empty(texts("quality.measures.none"))
        return
    st.html(_latest_html(runs[-1], texts))
    _show_history(runs, texts)
    report = load_report(settings.data, name)
    if report is not None:
        failures.show(report, texts)


def _offer_run(run: BackgroundRun, settings: Settings, file: Path, texts: Texts) -> None:
    progress = run.progress
    going = progress is not None and progress.is_running

    @st.fragment(run_every=_TICK_SECONDS if going else None)
    def follow() -> None:
        now = run.progress
        if now is not None and now.is_running:
            told = (
                texts("quality.run.progress", done=now.done, of=now.of)
                if now.of
                else texts("quality.run.opening")
            )
            st.progress(now.done / now.of if now.of else 0.0, told)
            if st.button(texts("quality.run.stop"), key="quality-run-stop"):
                run.stop()
        elif going:
            st.rerun()
        else:
            if now is not None and now.error is not None:
                why = now.error or texts("quality.run.stopped")
                show_problem(texts("problem.head"), texts("quality.run.failed"), why)
            if st.button(texts("quality.run.start"), icon=":material/play_arrow:", key="quality-run-start"):
                run.start(settings, file)
                st.rerun()

    follow()


def _named(metric: str, texts: Texts) -> str:
    if metric.startswith(_RECALL):
        return texts("quality.recall", top=metric.removeprefix(_RECALL))
    return texts(f"quality.metric.{metric}") if metric in METRICS else metric


def _ordered(names: Sequence[str]) -> list[str]:
    return [*(name for name in METRICS if name in names), *(name for name in names if name not in METRICS)]


def _figure(metric: str, amount: float, texts: Texts) -> str:
    return decimal(amount, 2, texts) if metric in _DEGREES else percent(amount, texts)


def _latest_html(latest: PastRun, texts: Texts) -> str:
    def row(name: str) -> tuple[Cell, ...]:
        figure = latest.metrics[name]
        mean, low, high = (_figure(name, part, texts) for part in (figure.mean, figure.low, figure.high))
        within = f"{low.rstrip('%').rstrip()}–{high}"
        return _named(name, texts), mean, within, str(figure.count), figure.mean

    rows = [row(name) for name in _ordered(list(latest.metrics))]
    heads = [texts(f"quality.measures.{name}") for name in ("metric", "value", "interval", "count", "bar")]
    caption = texts(
        "quality.measures.latest",
        date=written_date(latest.at.date(), texts),
        time=f"{latest.at:%H.%M}" if texts.language == "sv" else f"{latest.at:%H:%M}",
        questions=latest.questions,
    )
    return table_html(caption, heads, rows, numbers=(1, 2, 3))


def _show_history(runs: Sequence[PastRun], texts: Texts) -> None:
    show_heading(texts("quality.measures.history"))
    if len(runs) < 2:
        show_empty(texts("quality.measures.one"))
        return
    names = _ordered(list(runs[-1].metrics))
    breaks = [(at - 0.5) / (len(runs) - 1) for at in altered(runs)]
    charts = "".join(_chart_html(name, runs, breaks, texts) for name in names)
    rewritten = f" {texts('quality.measures.altered')}" if breaks else ""
    told = texts(
        "quality.measures.runs",
        number=len(runs),
        first=written_date(runs[0].at.date(), texts),
        last=written_date(runs[-1].at.date(), texts),
    )
    st.html(f"<p class='rs-holds'>{as_html(told + rewritten)}</p><div class='rs-trends'>{charts}</div>")
    with st.expander(texts("quality.as_table"), type="compact", key="open-history-table"):
        rows = [
            (
                f"{written_date(run.at.date(), texts)} {run.at:%H:%M}",
                *(_figure(n, run.metrics[n].mean, texts) if n in run.metrics else "–" for n in names),
            )
            for run in reversed(runs)
        ]
        heads = [texts("quality.measures.run"), *(_named(name, texts) for name in names)]
        st.html(table_html(texts("quality.measures.history"), heads, rows, numbers=range(1, len(names) + 1)))


def _chart_html(metric: str, runs: Sequence[PastRun], breaks: Sequence[float], texts: Texts) -> str:
    points = [
        Point(at / (len(runs) - 1), figure.mean, figure.low, figure.high)
        for at, past in enumerate(runs)
        if (figure := past.metrics.get(metric)) is not None
    ]
    if len(points) < 2:
        return ""
    first, last = (_figure(metric, point.value, texts) for point in (points[0], points[-1]))
    name = _named(metric, texts)
    told = texts("quality.measures.from_to", metric=name, first=first, last=last)
    ticks = [(height, _figure(metric, height, texts)) for height in (0.0, 0.5, 1.0)]
    ends = (written_date(runs[0].at.date(), texts), written_date(runs[-1].at.date(), texts))
    chart = trend_html(told, [Line("middle", points)], ticks, ends, breaks)
    return (
        f"<figure class='rs-figure'><figcaption>{as_html(name)}: <b>{as_html(first)} → {as_html(last)}</b>"
        f"</figcaption>{chart}</figure>"
    )
