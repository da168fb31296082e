"""An exercise on the page: its options, whether the answer was right, and the words that it rests on."""

import streamlit as st

from learning.course import Item, Source
from ui.escape import as_html, as_label
from ui.learn.opening import Room
from ui.links import document_link
from ui.notice import notice_html
from ui.texts import Texts


def ask(item: Item, room: Room, key: str) -> int | None:
    """Draws the options with a button; the chosen one's place once it has been answered."""
    with st.form(f"answer-{key}", border=False):
        chosen = st.radio(
            as_label(item.question),
            range(len(item.options)),
            index=None,
            format_func=lambda at: as_label(item.options[at]),
            key=f"chosen-{key}",
        )
        answered = st.form_submit_button(room.texts("learn.answer"), type="primary", key=f"submit-{key}")
    if answered and chosen is None:
        st.html(notice_html(room.texts("notice.caution"), room.texts("learn.choose_first"), "caution"))
    return int(chosen) if answered and chosen is not None else None


def show_answered(item: Item, chosen: int | None, room: Room) -> None:
    """The question with its options marked, what was chosen and what is right, and the source below."""
    texts = room.texts
    st.html(f"<p class='rs-asked'>{as_html(item.question)}</p>")
    if chosen is not None:
        right = chosen == item.right
        word = texts("learn.right") if right else texts("learn.wrong")
        st.html(
            f"<p class='rs-verdict {'rs-was-right' if right else 'rs-was-wrong'}' role='alert'>"
            f"<strong>{word}</strong> {as_html(texts('learn.answer_is', answer=item.answer))}</p>"
        )
    rows = "".join(_option_html(item, at, chosen, texts) for at in range(len(item.options)))
    st.html(f"<ul class='rs-options'>{rows}</ul>")
    show_source(item.source, room)


def _option_html(item: Item, at: int, chosen: int | None, texts: Texts) -> str:
    said = []
    if at == item.right:
        said.append(texts("learn.mark_right"))
    if at == chosen:
        said.append(texts("learn.mark_chosen"))
    kind = "rs-right" if at == item.right else "rs-missed" if at == chosen else ""
    marks = f" <span class='rs-mark-word'>{', '.join(said)}</span>" if said else ""
    return f"<li class='{kind}'>{as_html(item.options[at])}{marks}</li>"


def show_source(source: Source, room: Room) -> None:
    """The quote with its address and a link to it; said so where it no longer stands there."""
    st.html(source_html(source, room))


def source_html(source: Source, room: Room) -> str:
    """The quote as it is stored, checked now."""
    document = room.library.document(source.document)
    held = document is not None and (
        room.library.text(source.document)[source.start : source.end] == source.quote
    )
    if not held or document is None:
        return notice_html(room.texts("notice.caution"), room.texts("learn.source_moved"), "caution")
    mark = room.library.mark_at(source.document, source.start)
    page = f" <span>{room.texts('citation.page', page=mark.page)}</span>" if mark else ""
    link = as_html(document_link(source.document, source.address))
    return (
        f"<figure class='rs-quote'><blockquote lang='{as_html(document.language)}'>{as_html(source.quote)}"
        f"</blockquote><figcaption><cite><a href='{link}'>{as_html(source.title)}</a></cite> "
        f"<span>{as_html(source.address)}</span>{page}</figcaption></figure>"
    )
