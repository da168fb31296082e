"""The page on quality: one part at a time, for administrators alone."""

from collections.abc import Callable

from index.errors import LibraryError
from people.database import Database
from people.errors import NotKept
from people.person import Role
from settings import Settings
from ui import parts, sidebar
from ui.notice import show_problem
from ui.opening import open_page, show_title
from ui.person import current_person, open_database
from ui.quality import covered, latency, measures, queue, unanswered
from ui.texts import Texts

PARTS: dict[str, Callable[[Settings, Database, Texts], None]] = {
    "feedback": queue.show,
    "unanswered": unanswered.show,
    "measures": measures.show,
    "coverage": covered.show,
    "latency": latency.show,
}
"""The parts by the names that addresses have for them (`?del=`)."""


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("quality", texts)
    sidebar.show_language(texts)
    try:
        database = open_database(settings)
        if not current_person(database).may(Role.ADMINISTRATOR):
            show_problem(texts("quality.closed"), texts("quality.closed_why"), texts("quality.closed_remedy"))
            return
        PARTS[parts.choose("quality", list(PARTS), texts)](settings, database, texts)
    except (NotKept, LibraryError) as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
