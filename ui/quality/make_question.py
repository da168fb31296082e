"""A judged answer made into a test question: the right sources marked, the level that decides, one press."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast

import streamlit as st

from evals.adding import add_question, remove_question
from evals.judging import judged, level_of, source_of, warning_of
from evals.questions import ExpectedSource, QuestionFileError, load_questions
from evals.records import AnswerRecord, CitationRecord
from hierarchy.levels import Level
from ingest.yaml_fields import GovernanceError
from people import feedback_queue as store
from people.database import Database
from people.feedback import Verdict
from people.feedback_queue import Listed, State
from settings import Settings
from ui.escape import as_html, as_label
from ui.formats import capitalised
from ui.notice import show_problem
from ui.quality.question_files import own_file
from ui.quality.said import say
from ui.texts import Texts

_TAG = "chatt"
"""What the questions are tagged with, so that whoever keeps the file sees where they come from."""
_LONGEST = 160
_SOURCES, _NOTHING = "sources", "nothing"


def show(item: Listed, record: dict[str, Any], settings: Settings, database: Database, texts: Texts) -> None:
    """Ask what is right, and make the question. `record`: the answer's JSON contract, with `related`."""
    passages: list[CitationRecord] = [*record["citations"], *record.get("related", [])]
    right = _NOTHING
    if passages:
        right = st.segmented_control(
            texts("quality.make.right"),
            (_SOURCES, _NOTHING),
            default=_NOTHING if record["abstained"] and item.verdict is Verdict.HELPED else _SOURCES,
            required=True,
            format_func=lambda right: texts(f"quality.make.{right}"),
            key=f"right-{item.id}",
        )
    marked, level = list[int](), None
    if right == _SOURCES:
        marked = _marked(item, record, passages, texts)
        level = st.selectbox(
            texts("quality.make.level"),
            [None, *Level],
            format_func=lambda level: (
                capitalised(texts(f"level.{level}")) if level else texts("quality.make.level_of_sources")
            ),
            key=f"level-{item.id}",
        )
    else:
        st.html(f"<p class='rs-holds'>{texts('quality.make.refuse')}</p>")
    if st.button(texts("quality.make.make"), type="primary", key=f"make-{item.id}"):
        if right == _SOURCES and not marked:
            show_problem(texts("problem.head"), texts("quality.make.none"), texts("quality.make.none_remedy"))
            return
        _make(item, record, passages, marked, level, own_file(settings), database, texts)


def _marked(
    item: Listed, record: dict[str, Any], passages: Sequence[CitationRecord], texts: Texts
) -> list[int]:
    """The passages (indexes) that are marked: to begin with, the deciding one of an answer that helped."""
    decides = (record.get("applicable") or {}).get("citation")
    st.html(f"<p class='rs-holds'>{texts('quality.make.which')}</p>")
    return [
        index
        for index, passage in enumerate(passages)
        if st.checkbox(
            as_label(
                texts(
                    "quality.make.passage",
                    title=passage["title"],
                    section=passage["section"],
                    quote=_shortened(passage["quote"]),
                )
            ),
            value=item.verdict is Verdict.HELPED and index == decides,
            key=f"passage-{item.id}-{index}",
        )
    ]


def _make(
    item: Listed,
    record: dict[str, Any],
    passages: Sequence[CitationRecord],
    marked: Sequence[int],
    level: Level | None,
    file: Path,
    database: Database,
    texts: Texts,
) -> None:
    answer = cast(AnswerRecord, record)
    cited = [index for index in marked if index < len(record["citations"])]
    sources: list[ExpectedSource] = [source_of(passages[index]) for index in marked]
    if level is None and marked:
        level = level_of(answer, cited) if cited else Level(passages[marked[0]]["level"])
    # Rules of the day that the answer was given are asked for as such: the question then follows the day.
    same_day = record["as_of"] == item.at.astimezone().date().isoformat()
    try:
        made = judged(
            answer,
            sources,
            level,
            taken={question.id for question in _questions(file)},
            as_of=None if same_day else date.fromisoformat(record["as_of"]),
            warning=warning_of(answer, cited),
            tags=(_TAG,),
        )
        add_question(file, made)
    except (QuestionFileError, GovernanceError, OSError) as error:
        show_problem(texts("problem.head"), str(error), "")
        return
    store.became(database, item.id, str(file), made.id)
    undo = partial(_undo, item.id, file, made.id, database, item.state, item.note)
    say(texts("quality.said.made", name=made.id, file=file.name), undo)
    st.rerun()


def _questions(file: Path) -> Sequence[Any]:
    return load_questions(file) if file.exists() and file.stat().st_size else ()


def show_made(item: Listed, database: Database, texts: Texts) -> None:
    """Which question it became, and a way to undo that."""
    file = Path(item.made_file or "")
    st.html(
        f"<p class='rs-holds'>{as_html(texts('quality.made.where', name=item.made_id, file=file.name))}</p>"
    )
    if st.button(texts("quality.made.undo"), key=f"unmake-{item.id}"):
        _undo(item.id, file, item.made_id or "", database, State.NEW, "")
        say(texts("quality.said.unmade"))
        st.rerun()


def _undo(judgement: int, file: Path, name: str, database: Database, state: State, note: str) -> None:
    """Raises nothing: a file that has been changed since is left, and that is said."""
    try:
        remove_question(file, name)
    except (QuestionFileError, GovernanceError, OSError) as error:
        say(str(error))
        return
    store.move(database, judgement, state, note)


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
