"""The files of test questions that an installation has, and which one is looked at."""

from pathlib import Path

import streamlit as st

import evals
from evals.history import HISTORY_FILE, file_of, files_in
from evals.questions import Question, QuestionFileError, load_questions
from hierarchy.levels import Hierarchy
from settings import Settings
from ui.escape import as_label
from ui.quality.part import show_empty
from ui.texts import Texts

_OWN = "judged-questions.yaml"
_SAMPLE = Path(str(evals.__file__)).parent / "sample" / "questions.yaml"


def own_file(settings: Settings) -> Path:
    """The file that judged answers are added to; it need not be there yet."""
    return settings.judged_questions or settings.data / _OWN


def known_files(settings: Settings, hierarchy: Hierarchy) -> list[Path]:
    """The installation's own file, those that have been measured with, and where they fit the library the
    sample region's: each that is there, once.
    """
    history = settings.data / HISTORY_FILE
    candidates = [own_file(settings), *(history.parent / file for file in files_in(history))]
    found = {path.resolve(): None for path in candidates if path.is_file() and path.stat().st_size}
    if hierarchy.organisations and _SAMPLE.resolve() not in found and _fits(_SAMPLE, hierarchy):
        found[_SAMPLE.resolve()] = None
    return list(found)


def _fits(file: Path, hierarchy: Hierarchy) -> bool:
    known = {organisation.id for organisation in hierarchy.organisations}
    return {question.organisation for question in _questions(file, file.stat().st_mtime_ns)} <= {None, *known}


@st.cache_data(show_spinner=False, max_entries=16)
def _questions(file: Path, changed: int) -> tuple[Question, ...]:
    del changed
    return load_questions(file)


def questions_in(file: Path) -> tuple[Question, ...]:
    """The file's questions, read again only when it has changed. Raises QuestionFileError."""
    try:
        changed = file.stat().st_mtime_ns
    except OSError as error:
        raise QuestionFileError(file, "filen går inte att läsa.", "Kontrollera sökvägen.") from error
    return _questions(file, changed)


def chosen_file(settings: Settings, hierarchy: Hierarchy, texts: Texts) -> Path | None:
    """The file that the administrator chooses; None, which has been said, where there is none."""
    files = known_files(settings, hierarchy)
    if not files:
        show_empty(texts("quality.files.none"))
        return None
    if len(files) == 1:
        return files[0]
    return st.selectbox(
        texts("quality.files.choose"),
        files,
        format_func=lambda file: as_label(f"{file.parent.name}/{file.name}"),
        key="quality-file",
    )


def name_of(file: Path, settings: Settings) -> str:
    """What the history calls the file."""
    return file_of(file, settings.data / HISTORY_FILE)
