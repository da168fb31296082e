"""What every page starts with: its settings and words, or the sentence that says why there are none."""

from tomllib import TOMLDecodeError

import streamlit as st
from pydantic import ValidationError

from settings import Settings
from ui import sidebar, style
from ui.notice import show_problem
from ui.texts import Texts, load_texts


def open_page() -> tuple[Settings, Texts] | None:
    """The settings, and the words in the language that the visitor has chosen, on a page that has its styles.

    None where the settings can't be read, which has then been said on the page.
    """
    settings = _settings()
    if settings is None:
        return None
    texts = load_texts(sidebar.chosen_language(settings.language))
    style.apply(texts.language)
    return settings, texts


def show_title(area: str, texts: Texts) -> None:
    """The heading of a page and the line under it: the messages `AREA.title` and `AREA.subtitle`."""
    st.html(
        f"<h1 class='rs-title'>{texts(f'{area}.title')}</h1>"
        f"<p class='rs-subtitle'>{texts(f'{area}.subtitle')}</p>"
    )


def _settings() -> Settings | None:
    try:
        return Settings()
    except (ValidationError, TOMLDecodeError) as error:
        texts = load_texts("sv")
        style.apply("sv")
        remedy = texts("problem.settings_remedy", where=_where_wrong(error))
        show_problem(texts("problem.head"), texts("problem.settings"), remedy)
        return None


def _where_wrong(error: ValidationError | TOMLDecodeError) -> str:
    """The settings at fault by name, or the place in the file that can't be read."""
    if isinstance(error, ValidationError):
        return ", ".join(".".join(str(part) for part in fault["loc"]) for fault in error.errors())
    return str(error)
