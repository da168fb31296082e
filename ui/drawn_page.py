"""A page of an original, drawn once for all who look at it."""

from pathlib import Path

import streamlit as st

from ui.page_image import PageImage, PageNotDrawn, Quoted, draw_page

_KEPT = 128


def drawn_page(source: Path, page: int, quoted: tuple[Quoted, ...] = ()) -> PageImage:
    """`draw_page`, kept for as long as the file is the same. Raises `PageNotDrawn`, for a lost file too."""
    try:
        return _drawn(source, source.stat().st_mtime_ns, page, quoted)
    except OSError as error:
        raise PageNotDrawn(f"{source.name}: {page}") from error


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _drawn(source: Path, changed: int, page: int, quoted: tuple[Quoted, ...]) -> PageImage:
    """`changed` (the file's time stamp) makes an altered file a new picture."""
    del changed
    return draw_page(source, page, quoted)
