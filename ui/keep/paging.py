"""A long list, a page at a time."""

from collections.abc import Sequence
from math import ceil
from typing import TypeVar

import streamlit as st

_Item = TypeVar("_Item")


def shown_of(items: Sequence[_Item], at_once: int, key: str) -> tuple[Sequence[_Item], int]:
    """The items of the page that is chosen, and how many pages there are."""
    pages = max(1, ceil(len(items) / at_once))
    page = min(max(1, int(st.session_state.get(key, 1))), pages)
    return items[(page - 1) * at_once : page * at_once], pages


def show_pages(pages: int, key: str) -> None:
    """The way to the other pages; nothing where there is one."""
    if pages > 1:
        if int(st.session_state.get(key, 1)) > pages:
            st.session_state[key] = pages
        st.pagination(pages, key=key)
