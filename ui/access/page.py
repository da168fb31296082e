"""The accessibility statement, and what is kept of a person with a way to have it deleted.

The statement holds what the law (2018:1937), 13 and 18 §§, and the regulations MDFFS 2019:2 ask for: who
provides the service, whether it conforms, what does not and why and what can be used instead, how and when
that was judged, how to tell of a flaw or ask for something in another form, and who supervises.
"""

import re

import streamlit as st

from people.errors import NotKept
from people.forgetting import forget
from settings import Settings
from ui import sidebar
from ui.access.remaining import REMAINING, UPDATED, Remaining
from ui.escape import as_html
from ui.formats import written_date
from ui.notice import show_problem
from ui.opening import open_page
from ui.person import current_person, open_database
from ui.texts import Texts

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def page() -> None:
    """Draws the whole page."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    st.html(
        f"<h1 class='rs-title'>{texts('access.title')}</h1>"
        f"<p class='rs-subtitle'>{texts('access.subtitle')}</p>{statement_html(settings, texts)}"
    )
    sidebar.show_language(texts)
    _show_privacy(settings, texts)


def statement_html(settings: Settings, texts: Texts) -> str:
    """The statement as the law asks for it; what the organisation has not said is named as missing."""
    owner = settings.organisation_name or texts("access.owner_unknown")
    conforms = texts("access.partly" if REMAINING else "access.wholly")
    remaining = "".join(_remaining_html(flaw, texts) for flaw in REMAINING)
    assessed = (
        texts("access.assessed", day=written_date(settings.accessibility_assessed, texts))
        if settings.accessibility_assessed
        else texts("access.not_assessed")
    )
    return "".join(
        (
            _part(texts("access.status"), texts("access.who", owner=owner), conforms),
            _part(texts("access.remaining")),
            f"<dl class='rs-remaining'>{remaining}</dl>"
            if remaining
            else _text(texts("access.none_remains")),
            _part(
                texts("access.method"),
                texts("access.tested"),
                assessed,
                texts("access.updated", day=written_date(UPDATED, texts)),
            ),
            _part(texts("access.tell"), texts("access.tell_how")),
            contact_html(settings.contact, texts),
            _part(
                texts("access.supervision"),
                texts("access.complain"),
                settings.accessibility_supervisor or texts("access.supervisor_unknown"),
            ),
        )
    )


def contact_html(contact: str | None, texts: Texts) -> str:
    """Whom to tell, its mail address as a link; a sentence where nobody is named."""
    if not contact:
        return _text(texts("access.no_contact"))
    shown = _MAIL.sub(lambda found: f"<a href='mailto:{found[0]}'>{found[0]}</a>", as_html(contact))
    return f"<p class='rs-statement'>{shown}</p>"


def _remaining_html(flaw: Remaining, texts: Texts) -> str:
    key = f"access.remaining.{flaw.name}"
    return (
        f"<dt>{as_html(texts(key))}</dt><dd>{as_html(texts(f'{key}_why'))} "
        f"{as_html(texts(f'{key}_instead'))}</dd>"
    )


def _show_privacy(settings: Settings, texts: Texts) -> None:
    kept = "".join(f"<li>{as_html(texts(f'privacy.{what}'))}</li>" for what in ("cookie", "rows", "shared"))
    st.html(
        f"{_part(texts('privacy.heading'), texts('privacy.intro'))}<ul class='rs-points'>{kept}</ul>"
        f"{_text(texts('privacy.delete_how'))}"
    )
    if st.session_state.pop("forgotten", False):
        st.html(f"<p role='status'>{as_html(texts('privacy.deleted'))}</p>")
    with st.popover(texts("privacy.delete"), key="privacy-ask"):
        st.html(_text(texts("privacy.sure")) + _text(texts("privacy.stays")))
        st.button(
            texts("privacy.delete_now"),
            type="primary",
            key="privacy-delete",
            on_click=_forget,
            args=(settings, texts),
        )


def _forget(settings: Settings, texts: Texts) -> None:
    """Deletes what is the person's in the database and in the open page, but for the language chosen."""
    try:
        database = open_database(settings)
        forget(database, current_person(database))
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    for key in set(st.session_state) - {"language", "person_secret"}:
        del st.session_state[key]
    st.session_state["forgotten"] = True


def _part(heading: str, *sentences: str) -> str:
    return f"<h2 class='rs-part'>{as_html(heading)}</h2>{''.join(map(_text, sentences))}"


def _text(sentence: str) -> str:
    return f"<p class='rs-statement'>{as_html(sentence)}</p>"
