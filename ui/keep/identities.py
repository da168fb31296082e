"""Documents whose fields nobody has confirmed, reviewed with the evidence beside them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from hierarchy.documents import Status
from hierarchy.levels import Hierarchy, Level
from index.library import Library
from ingest.registrar.review import Answers, FieldQuestion, Questions
from keeping.desk import Desk
from keeping.identities import Told, Waiting, agreed, told_by, value_given, waiting
from ui.engine import library_stamp
from ui.escape import as_html, as_label
from ui.formats import organisation_name
from ui.keep import evidence
from ui.keep.actions import Actions
from ui.keep.doing import attempt
from ui.keep.paging import show_pages, shown_of
from ui.keep.words import field_name, value_said
from ui.links import document_link
from ui.notice import notice_html
from ui.texts import Texts

_AT_ONCE = 12
_CHOSEN = "keep-reviewed"
_LONGEST = 500


def choose(document: str) -> None:
    """Has the document looked at; where nothing is left to say of it, the list is shown."""
    st.session_state[_CHOSEN] = document


def show(actions: Actions, library: Library, texts: Texts) -> None:
    """The list of documents to look at, or the one that is looked at."""
    desk = actions.desk(library)
    data = actions.settings.data
    with st.spinner(texts("keep.identities.loading")):
        found = waiting(desk, _told(data, library_stamp(data), desk))
    chosen = next((one for one in found.asked if one.document == st.session_state.get(_CHOSEN)), None)
    if chosen is not None:
        _show_document(actions, desk, chosen, texts)
        return
    st.html(f"<h2 class='rs-head'>{texts('keep.identities.heading')}</h2>")
    _show_without_entry(actions, desk, found, texts)
    if not found.asked:
        if not found.without_entry:
            st.html(f"<p class='rs-why'>{texts('keep.identities.none')}</p>")
        return
    st.html(f"<p class='rs-why'>{texts('keep.identities.note', number=len(found.asked))}</p>")
    shown, pages = shown_of(found.asked, _AT_ONCE, "keep-identities-page")
    with st.container(key="keep-rows"):
        for one in shown:
            with st.container(horizontal=True, vertical_alignment="center", key=f"keep-row-{one.document}"):
                st.html(
                    f"<p class='rs-row'><b>{as_html(one.title)}</b><br>"
                    f"<span class='rs-why'>{_left(one, texts)}</span></p>"
                )
                if st.button(
                    texts("keep.identities.review"),
                    key=f"keep-review-{one.document}",
                    help=as_label(texts("keep.identities.review_help", title=one.title)),
                ):
                    choose(one.document)
                    st.rerun()
    show_pages(pages, "keep-identities-page")


@st.cache_resource(show_spinner=False, max_entries=2)
def _told(data: Path, stamp: Any, _desk: Desk) -> Told:
    """Kept for as long as the library is the same, whatever is written in the register meanwhile."""
    del data, stamp
    return told_by(_desk)


def _show_without_entry(actions: Actions, desk: Desk, found: Waiting, texts: Texts) -> None:
    if not found.without_entry:
        return
    number = len(found.without_entry)
    st.html(f"<p>{texts('keep.identities.without', number=number)}</p>")
    if st.button(texts("keep.identities.write_up", number=number), type="primary", key="keep-write-up"):
        attempt(lambda: actions.write_up(desk), texts, texts("keep.identities.written_up"))


def _left(one: Questions, texts: Texts) -> str:
    told = []
    if one.fields:
        told.append(texts("keep.identities.fields", number=len(one.fields)))
    if one.doubts:
        told.append(texts("keep.identities.doubts", number=len(one.doubts)))
    return " · ".join([as_html(one.source), *told])


def _show_document(actions: Actions, desk: Desk, one: Questions, texts: Texts) -> None:
    if st.button(
        texts("keep.identities.back"), type="tertiary", icon=":material/arrow_back:", key="keep-back"
    ):
        st.session_state.pop(_CHOSEN, None)
        st.rerun()
    st.html(
        f"<h2 class='rs-head'>{as_html(one.title)}</h2><p class='rs-why rs-soft'>{as_html(one.source)} · "
        f"<a href='{as_html(document_link(one.document))}'>{texts('keep.to_document')}</a></p>"
    )

    def answer(answers: Answers, said: str) -> None:
        attempt(lambda: actions.answer(desk, one.document, answers), texts, said)

    if one.fields:
        left, right = st.columns([1, 1.15], gap="medium")
        with left:
            question = _choose_field(one, desk, texts)
            _show_field(desk, one, question, answer, texts)
        with right:
            st.html(f"<h3 class='rs-part'>{texts('keep.evidence.heading')}</h3>")
            _show_evidence(desk, one, question, texts)
    for number, doubt in enumerate(one.doubts):
        _show_doubt(doubt, number, answer, texts)


def _choose_field(one: Questions, desk: Desk, texts: Texts) -> FieldQuestion:
    names = [question.field for question in one.fields]
    by_name = {question.field: question for question in one.fields}
    key = f"keep-field-{one.document}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = names[0]
    chosen = st.radio(
        texts("keep.identities.which"),
        names,
        format_func=lambda name: as_label(
            f"{field_name(name, texts)}: {value_said(name, by_name[name].value, desk.hierarchy, texts)}"
        ),
        key=key,
    )
    return by_name[chosen or names[0]]


def _show_field(
    desk: Desk,
    one: Questions,
    question: FieldQuestion,
    answer: Callable[[Answers, str], None],
    texts: Texts,
) -> None:
    field = question.field
    if question.said is not None:
        said = value_said(field, question.said.value, desk.hierarchy, texts)
        st.html(notice_html(texts("notice.doubt"), texts("keep.identities.says", value=said), "caution"))
        if st.button(texts("keep.identities.take"), key=f"keep-take-{field}"):
            answer(Answers(changed=((field, question.said.value),)), texts("keep.identities.saved"))
    label = "keep.identities.hold" if question.said is not None else "keep.identities.right"
    if st.button(texts(label), type="primary", key=f"keep-right-{field}"):
        settled = agreed(desk, one.document, field) if question.said is not None else ()
        answer(Answers(confirmed=(field,), settled=settled), texts("keep.identities.saved"))
    with st.expander(texts("keep.identities.correct"), type="compact", key=f"keep-correct-{field}"):
        typed = _field_input(field, question.value, desk.hierarchy, texts)
        if st.button(texts("keep.identities.save"), key=f"keep-save-{field}"):

            def correct(said: str = texts("keep.identities.saved")) -> None:
                answer(Answers(changed=((field, value_given(desk, field, typed)),)), said)

            attempt(correct, texts, texts("keep.identities.saved"))
    plain = tuple(each.field for each in one.fields if each.said is None)
    if len(plain) > 1 and st.button(
        texts("keep.identities.all_right", number=len(plain)), key="keep-all-right"
    ):
        answer(Answers(confirmed=plain), texts("keep.identities.saved"))


def _field_input(field: str, value: Any, hierarchy: Hierarchy, texts: Texts) -> str:
    """What the person gives, as it is to stand in the register."""
    label, key = field_name(field, texts), f"keep-new-{field}"
    kinds: dict[str, list[str]] = {"level": [*Level], "status": [*Status]}
    if field in kinds:
        options = [str(option) for option in kinds[field]]
        return str(
            st.selectbox(
                label,
                options,
                index=options.index(str(value)) if str(value) in options else 0,
                format_func=lambda option: texts(
                    f"level.{option}" if field == "level" else f"status.{option}"
                ),
                key=key,
            )
        )
    if field == "organisations" and hierarchy.organisations:
        known = {organisation.id: organisation for organisation in hierarchy.organisations}
        chosen = st.multiselect(
            label,
            list(known),
            default=[i for i in value or () if i in known],
            format_func=lambda i: organisation_name(known[i], texts),
            placeholder=texts("identity.everyone"),
            key=key,
        )
        return ", ".join(chosen)
    written = value.isoformat() if isinstance(value, date) else str(value or "")
    help_text = texts("keep.identities.day" if _is_day(field) else "keep.identities.empty")
    return st.text_input(label, value=written, max_chars=_LONGEST, help=help_text, key=key).strip()


def _is_day(field: str) -> bool:
    return field in ("date", "valid_from", "valid_to")


def _show_evidence(desk: Desk, one: Questions, question: FieldQuestion, texts: Texts) -> None:
    found, document = question.evidence, one.document
    if question.said is not None:
        found, document = question.said.evidence, question.said.said_in or one.document
    if not found.quote:
        st.html(f"<p class='rs-why'>{texts('keep.evidence.none')}</p>")
        return
    if document != one.document:
        other = desk.library.document(document)
        title = as_html(other.title if other else document)
        st.html(f"<p class='rs-why rs-soft'><a href='{as_html(document_link(document))}'>{title}</a></p>")
    st.html(f"<figure class='rs-quote'><blockquote>{as_html(found.quote)}</blockquote></figure>")
    evidence.show(desk.library, evidence.Place(document, found.quote, found.page), texts)


def _show_doubt(doubt: str, number: int, answer: Callable[[Answers, str], None], texts: Texts) -> None:
    if number == 0:
        st.html(f"<h3 class='rs-part'>{texts('keep.identities.doubts_heading')}</h3>")
    st.html(notice_html(texts("notice.doubt"), doubt, "caution"))
    with st.container(horizontal=True, key=f"keep-doubt-{number}"):
        if st.button(texts("keep.identities.settle"), key=f"keep-settle-{number}"):
            answer(Answers(settled=(doubt,)), texts("keep.identities.saved"))
        if st.button(texts("keep.identities.keep_open"), key=f"keep-open-{number}"):
            answer(Answers(kept=(doubt,)), texts("keep.identities.saved"))
