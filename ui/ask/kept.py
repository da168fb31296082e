"""An answer that was given before: what of it still stands, held against the library as it is now."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import streamlit as st

from answers.verify import is_verbatim
from hierarchy import ladder
from hierarchy.ladder import Answer, Citation, WarningCode
from index.version import Version
from people.turns import Faded
from ui.ask.scope import version_said, written_time
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.notice import notice_html
from ui.texts import Texts

_Other = TypeVar("_Other")


def has_changed(given: Version, library: ReadableLibrary) -> bool:
    """Whether the library is another than the one that the answer was given from."""
    return given.id != library.version.id


def stands(citation: Citation, library: ReadableLibrary) -> bool:
    """Whether the quote is still, letter for letter, where the citation says."""
    try:
        return is_verbatim(citation, library.text(citation.document.document))
    except KeyError:  # the document is gone
        return False


def checked(answer: Answer, given: Version, library: ReadableLibrary, texts: Texts) -> Answer:
    """The answer with a caution at each quote that no longer stands in the library.

    Nothing is left out or altered: the quote is told to be what stood there when the answer was given.
    """
    said = texts("kept.quote_changed", version=version_said(given, texts))
    code = WarningCode.STALE_INDEX
    added = [
        ladder.Warning(code, index, said)
        for index, citation in enumerate(answer.citations)
        if not stands(citation, library)
    ]
    if not all(stands(citation, library) for citation in answer.related):
        added.append(ladder.Warning(code, None, texts("kept.related_changed")))
    if not all(stands(citation, library) for citation in _of_purchase(answer)):
        added.append(ladder.Warning(code, None, texts("kept.purchase_changed")))
    return replace(answer, warnings=(*answer.warnings, *added)) if added else answer


def checked_outcome(
    outcome: Answer | _Other, given: Version, library: ReadableLibrary, texts: Texts
) -> Answer | _Other:
    """`checked`, of whatever came of a question: what is no answer is as it was."""
    return checked(outcome, given, library, texts) if isinstance(outcome, Answer) else outcome


def _of_purchase(answer: Answer) -> list[Citation]:
    if answer.purchase is None:
        return []
    assessment = answer.purchase.assessment
    limits = [limit for opening in assessment.openings for limit in (*opening.limits, *opening.stricter)]
    held = [*(limit.checked for limit in (*limits, *assessment.duties)), *assessment.left_out]
    return [citation for limit in held for citation in limit.citations]


def show_change(answer: Answer | Faded, library: ReadableLibrary, texts: Texts) -> None:
    """Says that the library has changed since the answer was given, and whether its quotes have."""
    quotes = answer.citations if isinstance(answer, Answer) else ()
    lost = sum(not stands(citation, library) for citation in quotes)
    told = texts("kept.changed", version=version_said(library.version, texts))
    if lost:
        told = f"{told} {texts('kept.changed_quotes', count=lost)}"
    st.html(notice_html(texts("notice.caution"), told, "caution"))


def given_html(asked_at: datetime, given: Version, texts: Texts, more: str = "") -> str:
    """When the answer was given, and from which state of the library; `more` is said after it."""
    said = texts("kept.given", time=written_time(asked_at, texts), version=version_said(given, texts))
    return f"<p class='rs-given'>{as_html(said + more)}</p>"


def faded_html(outcome: Faded, texts: Texts) -> str:
    """The words that are left of an answer that can't be read whole, and why there are no more."""
    notice = notice_html(texts("notice.caution"), texts("kept.faded"), "caution")
    return f"{notice}<p class='rs-more'>{as_html(outcome.said)}</p>"
