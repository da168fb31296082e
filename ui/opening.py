"""The settings of a page, or the sentence that says why there are none."""

from tomllib import TOMLDecodeError

from pydantic import ValidationError

from settings import Settings
from ui import style
from ui.notice import show_problem
from ui.texts import load_texts


def open_settings() -> Settings | None:
    """The installation's settings; None where they can't be read, which has then been said on the page."""
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
