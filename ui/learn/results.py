"""A trainer's view of how a course goes: counts, never persons."""

import streamlit as st

from learning.course import Course
from learning.results import Tally, tallies
from people import progress
from ui.escape import as_html
from ui.learn.opening import Room
from ui.spreadsheet import as_csv
from ui.texts import Texts

COLUMNS = ("question", "answered", "missed", "share", "document", "address")


def show(course: Course, room: Room) -> None:
    """How many began and finished, which exercises people miss, and all of it as a file."""
    texts = room.texts
    counts = progress.counts(room.database, course.id)
    st.html(
        f"<h2 class='rs-section'>{texts('learn.results')}</h2><dl class='rs-figures'>"
        f"<div><dt>{texts('learn.began')}</dt><dd>{counts.began}</dd></div>"
        f"<div><dt>{texts('learn.finished')}</dt><dd>{counts.finished}</dd></div></dl>"
        f"<p class='rs-meta'>{texts('learn.results_note')}</p>"
    )
    found = tallies(course, counts.first)
    if not counts.began:
        st.html(f"<p class='rs-empty'>{texts('learn.no_results')}</p>")
    else:
        rows = "".join(_row(tally, texts) for tally in found)
        heads = "".join(f"<th scope='col'>{head}</th>" for head in _heads(texts)[:4])
        st.html(
            f"<div class='rs-results' tabindex='0' role='region' aria-label='{texts('learn.results')}'>"
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    st.download_button(
        texts("learn.export"),
        lambda: _file(found, counts, texts),
        f"{texts('learn.results_file')}-{room.today}.csv",
        mime="text/csv",
        key="results-export",
    )


def _heads(texts: Texts) -> list[str]:
    return [texts(f"learn.column.{name}") for name in COLUMNS]


def _row(tally: Tally, texts: Texts) -> str:
    share = texts("learn.percent", percent=tally.missed_percent) if tally.answered else "–"
    # On a narrow page each figure stands under the question with its head beside it.
    cells = "".join(
        f"<td data-head='{as_html(head)}'>{value}</td>"
        for head, value in zip(_heads(texts)[1:4], (tally.answered, tally.missed, share), strict=True)
    )
    return f"<tr><th scope='row'>{as_html(tally.item.question)}</th>{cells}</tr>"


def _file(found: list[Tally], counts: progress.Counts, texts: Texts) -> bytes:
    rows: list[tuple[object, ...]] = [
        (
            tally.item.question,
            tally.answered,
            tally.missed,
            tally.missed_percent,
            tally.item.source.title,
            tally.item.source.address,
        )
        for tally in found
    ]
    rows += [(), (texts("learn.began"), counts.began), (texts("learn.finished"), counts.finished)]
    return as_csv([_heads(texts), *rows])
