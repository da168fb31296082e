"""A question of the trainer's own, which rests on words of a document as the others do."""

import secrets
from dataclasses import replace

import streamlit as st

from hierarchy.documents import Provision
from hierarchy.validity import is_rule_in_force
from learning.course import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_ITEMS,
    MOST_OPTIONS,
    Item,
    Kind,
    Source,
    fault_of,
    source_of,
)
from people.courses import KeptCourse
from ui.learn.changing import change
from ui.learn.opening import Room
from ui.notice import notice_html

_LONGEST_QUOTE = 1000
_OWN_OPTIONS = 4


def show(kept: KeptCourse, room: Room) -> None:
    """A question of the trainer's own, resting on words that are found in the document first."""
    texts, library = room.texts, room.library
    standing = library.documents_on(room.today).values()
    documents = {
        one.document: one.title
        for one in sorted(standing, key=lambda one: one.title.casefold())
        if is_rule_in_force(one, room.today)
    }
    # A question that has been added leaves empty fields for the next.
    written_before = sum(item.kind is Kind.OWN for item in kept.course.items)
    fields = f"{kept.course.id}-{written_before}"
    with st.form("own-form", border=False):
        document = st.selectbox(
            texts("learn.document"),
            list(documents),
            format_func=lambda id_: documents[id_],
            key="own-document",
        )
        quote = st.text_area(
            texts("learn.own_quote"),
            help=texts("learn.own_quote_help"),
            max_chars=_LONGEST_QUOTE,
            key=f"own-quote-{fields}",
        )
        question = st.text_area(
            texts("learn.question"), max_chars=LONGEST_QUESTION, key=f"own-question-{fields}"
        )
        options = [
            st.text_input(
                texts("learn.own_right") if at == 0 else texts("learn.own_wrong", at=at),
                max_chars=LONGEST_OPTION,
                key=f"own-option-{at}-{fields}",
            )
            for at in range(min(_OWN_OPTIONS, MOST_OPTIONS))
        ]
        sent = st.form_submit_button(texts("learn.add"), key="own-submit")
    if not sent or document is None:
        return
    written = [option for option in options if option.strip()]
    source = _found(document, quote.strip(), room) if quote.strip() else None
    fault = fault_of(question, written)
    if source is None:
        problem = texts("learn.own_no_quote")
    elif not options[0].strip() or len(written) < FEWEST_OPTIONS:
        problem = texts("learn.fault.few_options")
    elif fault:
        problem = texts(f"learn.fault.{fault}")
    elif len(kept.course.items) >= MOST_ITEMS:
        problem = texts("learn.full", count=MOST_ITEMS)
    else:
        shuffled = sorted((option.strip() for option in written), key=lambda _: secrets.token_hex(4))
        right = shuffled.index(options[0].strip())
        item = Item(secrets.token_hex(8), Kind.OWN, question.strip(), tuple(shuffled), right, source)
        course = replace(kept.course, items=(*kept.course.items, item))
        change(kept, room, course, texts("learn.added"))
        st.rerun()
    st.html(notice_html(texts("notice.caution"), problem, "caution"))


def _found(document: str, quote: str, room: Room) -> Source | None:
    """Where the words stand, the first place of several."""
    known, text = room.library.document(document), room.library.text(document)
    at = text.find(quote)
    holding: list[Provision] = [p for p in room.library.provisions(document) if p.start <= at < p.end]
    if known is None or at < 0 or not holding:
        return None
    return source_of(known, min(holding, key=lambda p: p.end - p.start), text, at, at + len(quote))
