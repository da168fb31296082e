"""A judgement under an answer, kept as a question of the organisation's own regression test.

Shown only where the installation names the file that it is written to.
"""

import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import streamlit as st

from answers.contract import answer_to_json
from evals.adding import add_question
from evals.judging import judged, level_of, source_of, warning_of
from evals.questions import QuestionFileError, load_questions
from evals.records import AnswerRecord
from hierarchy.ladder import Answer
from ingest.yaml_fields import GovernanceError
from ui.escape import as_label
from ui.notice import show_problem
from ui.texts import Texts

_log = logging.getLogger(__name__)
_LONGEST = 120
_TAG = "chatt"
"""What the questions are tagged with, so that whoever keeps the file sees where they come from."""


def show(answer: Answer, file: Path, texts: Texts, *, key: str) -> None:
    """Ask whether the answer is right and add what is said to the file; `key` is the turn's own."""
    saved = st.session_state.setdefault("judged", {})
    if key in saved:
        st.caption(texts("judge.saved", name=saved[key]))
        return
    with st.expander(texts("judge.heading"), type="compact", key=f"judge-{key}"):
        marked: list[int] = []
        if not answer.abstained:
            st.caption(texts("judge.which"))
            marked = _marked(answer, texts, key)
            if st.button(texts("judge.right"), key=f"judge-right-{key}"):
                if marked:
                    _save(answer, marked, file, texts, key)
                else:
                    st.caption(texts("judge.none_marked"))
        if st.button(texts("judge.nothing"), key=f"judge-nothing-{key}"):
            _save(answer, [], file, texts, key)


def _marked(answer: Answer, texts: Texts, key: str) -> list[int]:
    """The citations (indexes) that the person has marked."""
    labels = [
        texts(
            "judge.citation",
            title=citation.document.title,
            section=citation.provision.address,
            quote=_shortened(citation.quote),
        )
        for citation in answer.citations
    ]
    return [
        index
        for index, label in enumerate(labels)
        if st.checkbox(as_label(label), key=f"judge-citation-{key}-{index}")
    ]


def _save(answer: Answer, marked: Sequence[int], file: Path, texts: Texts, key: str) -> None:
    record = cast(AnswerRecord, answer_to_json(answer))
    try:
        made = judged(
            record,
            [source_of(record["citations"][index]) for index in marked],
            level_of(record, marked) if marked else None,
            taken={question.id for question in load_questions(file)} if file.exists() else (),
            # Today's rules are asked for as such, so that the question follows the day it is asked on.
            as_of=None if answer.as_of == date.today() else answer.as_of,
            warning=warning_of(record, marked),
            tags=(_TAG,),
        )
        add_question(file, made)
    except (QuestionFileError, GovernanceError, OSError):
        _log.exception("The judgement could not be saved")
        show_problem(texts("problem.head"), texts("judge.failed"), texts("judge.remedy", file=str(file)))
        return
    st.session_state["judged"][key] = made.id
    st.rerun()


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
