"""The library as its pages need it, worked out once for each state of it."""

from datetime import date
from pathlib import Path

import streamlit as st

from answers.comparing import compare_documents
from hierarchy.comparing import Comparison
from index.citing import Citing, Citings
from index.library import Library
from ingest.registrar.families import Family, families
from settings import Settings
from ui import engine
from ui.library.shelf import Row, rows

_Stamp = tuple[tuple[int, int], ...]


class Shelves:
    """An open library with the families of its documents. Raises LibraryError when it can't be opened."""

    def __init__(self, settings: Settings) -> None:
        self._key = settings.data, engine.library_stamp(settings.data)
        self.library = engine.load_library(settings)

    @property
    def families(self) -> dict[str, Family]:
        """The family of each document, by id."""
        return _families(*self._key, self.library)

    def rows(self, day: date) -> list[Row]:
        """Every document, and where it stands on the day."""
        return _rows(*self._key, day, self.library)

    def row(self, document: str, day: date) -> Row | None:
        """One document; None where there is none of that id."""
        found = self.library.document(document)
        return rows(self.families, [found], day)[0] if found else None

    def editions(self, document: str, day: date) -> list[Row]:
        """The document's family, oldest first. Raises KeyError for an id that is not there."""
        return rows(self.families, self.families[document].editions, day)

    def cites(self, document: str) -> list[Citing]:
        """The references in the document."""
        return _cites(*self._key, document, self.library)

    def cited(self, document: str) -> list[Citing]:
        """The references to the document in others. Raises KeyError for an id that is not there."""
        return _cited(*self._key, document, self.library)

    def comparison(self, earlier: str, later: str) -> Comparison:
        """Two documents against each other. Raises KeyError for an id that is not there."""
        return _compared(*self._key, earlier, later, self.library)


# The library itself is known by its folder and stamp: an argument with an underscore is not looked at.
@st.cache_resource(show_spinner=False, max_entries=2)
def _families(data: Path, stamp: _Stamp, _library: Library) -> dict[str, Family]:
    return families(_library.documents(), _library.hierarchy)


@st.cache_resource(show_spinner=False, max_entries=8)
def _rows(data: Path, stamp: _Stamp, day: date, _library: Library) -> list[Row]:
    return rows(_families(data, stamp, _library), _library.documents(), day)


@st.cache_resource(show_spinner=False, max_entries=2)
def _citings(data: Path, stamp: _Stamp, _library: Library) -> Citings:
    return Citings(_library)


@st.cache_resource(show_spinner=False, max_entries=64)
def _cites(data: Path, stamp: _Stamp, document: str, _library: Library) -> list[Citing]:
    return _citings(data, stamp, _library).out_of(document)


@st.cache_resource(show_spinner=False, max_entries=64)
def _cited(data: Path, stamp: _Stamp, document: str, _library: Library) -> list[Citing]:
    found = _library.document(document)
    if found is None:
        raise KeyError(document)
    return _citings(data, stamp, _library).into(found)


@st.cache_resource(show_spinner=False, max_entries=32)
def _compared(data: Path, stamp: _Stamp, earlier: str, later: str, _library: Library) -> Comparison:
    return compare_documents(_library, earlier, later)
