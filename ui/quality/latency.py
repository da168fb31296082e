"""How long the answers have taken."""

from datetime import date

import streamlit as st

from people import asked
from people.database import Database
from people.latency import Spent, by_step, over_time
from settings import Settings
from ui.escape import as_html
from ui.formats import written_date
from ui.quality.figures import milliseconds
from ui.quality.part import show_empty, show_head
from ui.quality.period import chosen_days
from ui.quality.tables import table_html
from ui.quality.trend import Line, Point, round_ticks, trend_html
from ui.texts import Texts

_FRESH_SECONDS = 60


def show(settings: Settings, database: Database, texts: Texts) -> None:
    """Draws the part. Raises `people.errors.NotKept`."""
    show_head("latency", texts)
    days, since = chosen_days(texts, "latency")
    steps, periods = _measured(database, str(database.path), since, days)
    if not steps:
        key = "quality.latency.none" if settings.question_log else "quality.log_off"
        show_empty(texts(key))
        return
    _draw(periods, texts)
    st.html(_steps_html(steps, texts))
    with st.expander(texts("quality.as_table"), type="compact", key="open-latency-table"):
        st.html(_periods_html(periods, texts))


@st.cache_data(show_spinner=False, ttl=_FRESH_SECONDS, max_entries=8)
def _measured(
    _database: Database, path: str, since: date, days: int
) -> tuple[dict[str, Spent], dict[date, Spent]]:
    del path  # what tells one database from another
    spent = asked.spent(_database, since)
    return by_step(spent), over_time(spent, days)


def _draw(periods: dict[date, Spent], texts: Texts) -> None:
    scale = round_ticks(max(spent.p95 for spent in periods.values()))
    first, last = min(periods), max(periods)
    lines = (
        Line("high", [Point(_place(day, first, last), s.p95 / scale[-1]) for day, s in periods.items()]),
        Line("middle", [Point(_place(day, first, last), s.median / scale[-1]) for day, s in periods.items()]),
    )
    told = texts(
        "quality.latency.told",
        day=written_date(last, texts),
        median=milliseconds(periods[last].median, texts),
        p95=milliseconds(periods[last].p95, texts),
    )
    legend = (
        f"<span class='rs-key rs-key-middle'>{texts('quality.latency.median')}</span>"
        f"<span class='rs-key rs-key-high'>{texts('quality.latency.p95')}</span>"
    )
    ticks = [(value / scale[-1], milliseconds(value, texts)) for value in scale]
    ends = written_date(first, texts), written_date(last, texts)
    chart = trend_html(f"{texts('quality.latency.chart')}. {told}", lines, ticks, ends)
    st.html(
        f"<figure class='rs-figure rs-large'>{chart}"
        f"<figcaption>{legend}<p>{as_html(told)}</p></figcaption></figure>"
    )


def _place(day: date, first: date, last: date) -> float:
    return (day - first).days / (last - first).days if last > first else 0.5


def _steps_html(steps: dict[str, Spent], texts: Texts) -> str:
    rows = [
        (
            texts(f"quality.step_of_answer.{step}"),
            milliseconds(spent.median, texts),
            milliseconds(spent.p95, texts),
            str(spent.count),
        )
        for step, spent in steps.items()
    ]
    heads = [texts(f"quality.latency.{name}") for name in ("step", "median", "p95", "answers")]
    return table_html(texts("quality.latency.steps"), heads, rows, numbers=(1, 2, 3))


def _periods_html(periods: dict[date, Spent], texts: Texts) -> str:
    rows = [
        (
            written_date(day, texts),
            milliseconds(spent.median, texts),
            milliseconds(spent.p95, texts),
            str(spent.count),
        )
        for day, spent in sorted(periods.items(), reverse=True)
    ]
    heads = [texts(f"quality.latency.{name}") for name in ("from", "median", "p95", "answers")]
    return table_html(texts("quality.latency.chart"), heads, rows, numbers=(1, 2, 3))
