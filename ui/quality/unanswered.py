"""What people ask that nothing answers, by topic: what the organisation has no rule for."""

from datetime import date

import streamlit as st

from index.embedding import Embedder, open_embedder
from people import asked
from people.asked import Unanswered
from people.database import Database
from people.meanings import meanings
from people.topics import Topic, topics
from settings import Settings
from ui.escape import as_html, as_label
from ui.formats import capitalised, written_date
from ui.quality.figures import percent
from ui.quality.part import show_empty, show_head
from ui.quality.period import chosen_days
from ui.spreadsheet import as_csv
from ui.texts import Texts

MOST = 1000
"""Different questions that are grouped, the most asked of them all."""
_NEW_AT_ONCE = 100
"""Questions whose meaning is worked out in one visit; the others are told by their words until the next."""
_PAGE = 15


def show(settings: Settings, database: Database, texts: Texts) -> None:
    """Draws the part. Raises `people.errors.NotKept`, and LibraryError for an embedder that is missing."""
    show_head("unanswered", texts)
    _, since = chosen_days(texts, "unanswered")
    tally = asked.tally(database, since)
    if not tally.refused:
        nothing = texts("quality.unanswered.none", asked=tally.asked)
        show_empty(nothing if settings.question_log else texts("quality.log_off"))
        return
    with st.spinner(texts("quality.unanswered.grouping")):
        found = _grouped(database, str(database.path), since, tally.refused, settings.embedder)
    share = percent(tally.refused / tally.asked, texts)
    told = texts("quality.unanswered.tally", asked=tally.asked, refused=tally.refused, share=share)
    st.html(f"<p class='rs-tally'>{as_html(told)}</p>")
    pages = -(-len(found) // _PAGE)
    at = _page_of(pages)
    with st.container(key="quality-topic-list", gap="small"):
        for number, topic in enumerate(found[(at - 1) * _PAGE : at * _PAGE]):
            _show_topic(topic, f"{since}-{at}-{number}", texts)
    if pages > 1:
        st.pagination(pages, key="quality-topics")
    st.download_button(
        texts("quality.unanswered.export"),
        lambda: as_csv(_rows(found, texts)),
        f"{texts('quality.unanswered.file')}-{date.today()}.csv",
        "text/csv",
        key="quality-unanswered-csv",
    )


def _page_of(pages: int) -> int:
    return min(int(st.session_state.get("quality-topics", 1)), pages)


@st.cache_resource(show_spinner=False, max_entries=1)
def _embedder(name: str) -> Embedder:
    return open_embedder(name)


@st.cache_data(show_spinner=False, max_entries=4)
def _grouped(_database: Database, path: str, since: date, refused: int, embedder: str) -> list[Topic]:
    """The topics; `path` tells the database from others, and another `refused` that more has been asked."""
    del path, refused
    questions = asked.unanswered(_database, since, MOST)
    return topics(questions, meanings(_database, _embedder(embedder), questions, _NEW_AT_ONCE))


def _show_topic(topic: Topic, key: str, texts: Texts) -> None:
    name = capitalised(", ".join(topic.words))
    label = texts("quality.unanswered.topic", name=name, times=_times(topic.times, texts))
    with st.expander(as_label(label), key=f"topic-{key}"):
        items = "".join(_question_html(question, texts) for question in topic.questions)
        st.html(f"<ul class='rs-list'>{items}</ul>")


def _question_html(question: Unanswered, texts: Texts) -> str:
    when = texts(
        "quality.unanswered.when",
        times=_times(question.times, texts),
        last=written_date(question.last, texts),
    )
    return f"<li>{as_html(question.question)} <span>{as_html(when)}</span></li>"


def _times(times: int, texts: Texts) -> str:
    return texts("quality.unanswered.once" if times == 1 else "quality.unanswered.times", times=times)


def _rows(found: list[Topic], texts: Texts) -> list[tuple[object, ...]]:
    heads = tuple(texts(f"quality.unanswered.head.{name}") for name in ("topic", "question", "times", "last"))
    return [
        heads,
        *(
            (", ".join(topic.words), question.question, question.times, question.last.isoformat())
            for topic in found
            for question in topic.questions
        ),
    ]
