"""The assistant as the pages use it, opened once for the whole server and each state of the library."""

import gc
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Protocol, cast

import streamlit as st

from answers.earlier import Earlier
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from index.library import Library
from index.schema import LIBRARY_FILE
from index.version import Version
from settings import Settings

if TYPE_CHECKING:
    from answers.assistant import Assistant


class ReadableLibrary(Protocol):
    """What a citation needs in order to be opened."""

    def text(self, document_id: str, /) -> str:
        """The stored text; raises KeyError for a document that is no longer there."""
        ...

    def documents(self) -> list[GoverningDocument]: ...

    def source_path(self, document_id: str, /) -> Path | None: ...

    @property
    def version(self) -> Version:
        """Which state of the library this is."""
        ...


class Answering(Protocol):
    """What the chat needs of `answers.assistant.Assistant`."""

    @property
    def hierarchy(self) -> Hierarchy: ...

    @property
    def library(self) -> ReadableLibrary: ...

    def ask(
        self,
        question: str,
        *,
        organisation: str | None,
        as_of: date | None,
        language: str | None,
        after: Sequence[Earlier] = (),
    ) -> Answer: ...

    def example_questions(self, organisation: str | None, language: str) -> list[str]: ...

    def next_questions(self, answer: Answer, within: float, /) -> list[str]: ...


def load(settings: Settings) -> Answering:
    """The assistant that the settings ask for, opened anew when they or the library have changed.

    Raises `index.errors.LibraryError`; a failure is not kept, so the next visit tries again.
    """
    return _opened(
        settings.data,
        settings.embedder,
        settings.reranker,
        settings.chroma_url,
        settings.contact,
        settings.ocr_limit,
        library_stamp(settings.data),
    )


def library_stamp(data: Path) -> tuple[tuple[int, int], ...]:
    """Size and time of the library's files: another stamp, another library."""
    files = (data / LIBRARY_FILE, data / f"{LIBRARY_FILE}-wal")
    states = [file.stat() for file in files if file.is_file()]
    # A reader leaves an empty log behind, which is no change.
    return tuple((state.st_size, state.st_mtime_ns) for state in states if state.st_size)


def load_library(settings: Settings) -> Library:
    """The library by itself, without any engine, opened anew when it has changed. Raises LibraryError."""
    return _library(settings.data, library_stamp(settings.data))


@st.cache_resource(show_spinner=False, max_entries=2)
def _library(data: Path, stamp: tuple[tuple[int, int], ...]) -> Library:
    del stamp
    return Library(data)


@st.cache_resource(show_spinner=False, max_entries=2)
def _opened(
    data: Path,
    embedder: str,
    reranker: str | None,
    chroma_url: str | None,
    contact: str | None,
    ocr_limit: float,
    stamp: tuple[tuple[int, int], ...],
) -> Answering:
    del stamp
    # Imported late: the engines take a second, and the page should be on the screen before that.
    from answers.assistant import Assistant

    opened = Assistant.open(
        data,
        embedder=embedder,
        reranker=reranker,
        chroma_url=chroma_url,
        contact=contact,
        ocr_limit=ocr_limit,
    )
    # Nobody waits for it: whoever opened the page is still reading it.
    Thread(target=_prepare, args=(opened,), daemon=True).start()
    return cast(Answering, opened)


def _prepare(assistant: "Assistant") -> None:
    with suppress(sqlite3.ProgrammingError):  # the library was closed meanwhile
        assistant.prepare()
    _spare_what_stays()


def _spare_what_stays() -> None:
    """Keeps the garbage collector, which Streamlit runs after every visit, from going through the library.

    What an earlier library has left behind is freed first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
