"""Limits: those in force, those switched off because their text has changed, and those that wait."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from hierarchy.amounts import Comparator
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.money import SumError, kronor
from hierarchy.procurement.thresholds import Standing, Threshold
from index.library import Library
from index.thresholds import checked_thresholds
from ingest.registrar.yaml_values import Value
from keeping.limits import Proposal, texts_now, waiting
from keeping.threshold_desk import ThresholdDesk
from ui.escape import as_html, as_label
from ui.keep import evidence
from ui.keep.actions import Actions
from ui.keep.doing import attempt
from ui.keep.paging import show_pages, shown_of
from ui.keep.words import limit_said
from ui.links import document_link
from ui.notice import notice_html, show_problem
from ui.texts import Texts

_AT_ONCE = 10
_CHOSEN = "keep-limit"
_LONGEST = 1000
_FIRST = (Standing.OFF, Standing.SUPERSEDED, Standing.UNCONFIRMED)
"""What needs a person comes first."""


def show(actions: Actions, library: Library, texts: Texts) -> None:
    """The list, or the limit that is looked at."""
    desk = actions.limit_desk(library)
    checked = {one.threshold.id: one for one in checked_thresholds(library, date.today())}
    kept = {threshold.id: threshold for threshold in desk.kept}
    chosen = kept.get(st.session_state.get(_CHOSEN, ""))
    if chosen is not None:
        _show_limit(actions, desk, library, chosen, checked.get(chosen.id), texts)
        return
    _show_waiting(actions, desk, library, texts)
    st.html(f"<h2 class='rs-head'>{texts('keep.limits.heading')}</h2>")
    if not kept:
        st.html(f"<p class='rs-why'>{texts('keep.limits.none')}</p>")
        return

    def urgency(threshold: Threshold) -> int:
        standing = checked[threshold.id].standing if threshold.id in checked else None
        return _FIRST.index(standing) if standing in _FIRST else len(_FIRST)

    shown, pages = shown_of(sorted(kept.values(), key=urgency), _AT_ONCE, "keep-limits-page")
    with st.container(key="keep-rows"):
        for threshold in shown:
            _show_row(threshold, checked.get(threshold.id), texts)
    show_pages(pages, "keep-limits-page")


def _show_row(threshold: Threshold, checked: Checked | None, texts: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"keep-row-{threshold.id}"):
        st.html(
            f"<p class='rs-row'><b>{as_html(limit_said(threshold, texts))}</b>{_mark(checked, texts)}<br>"
            f"<span class='rs-why'>{as_html(_consequence(threshold, texts))}</span></p>"
        )
        label = as_label(texts("keep.limits.open_help", limit=threshold.id))
        if st.button(texts("keep.limits.open"), key=f"keep-limit-{threshold.id}", help=label):
            st.session_state[_CHOSEN] = threshold.id
            st.rerun()


def _mark(checked: Checked | None, texts: Texts) -> str:
    standing = str(checked.standing) if checked else "not_read"
    tone = "rs-off" if standing in (Standing.OFF, Standing.SUPERSEDED) else ""
    return f" <span class='rs-tag {tone}'>{texts(f'keep.standing.{standing}')}</span>"


def _consequence(threshold: Threshold, texts: Texts) -> str:
    return threshold.consequence_en if texts.language == "en" else threshold.consequence_sv


# --- one limit ---------------------------------------------------------------------------------


def _show_limit(
    actions: Actions,
    desk: ThresholdDesk,
    library: Library,
    threshold: Threshold,
    checked: Checked | None,
    texts: Texts,
) -> None:
    if st.button(texts("keep.limits.back"), type="tertiary", icon=":material/arrow_back:", key="keep-back"):
        _leave()
        st.rerun()
    st.html(
        f"<h2 class='rs-head'>{as_html(limit_said(threshold, texts))}{_mark(checked, texts)}</h2>"
        f"<p class='rs-why'>{as_html(threshold.id)}</p>"
    )
    if checked is not None and checked.why:
        st.html(notice_html(texts("notice.caution"), checked.why, "caution"))
    left, right = st.columns([1, 1.15], gap="medium")
    with left:
        _edit(actions, desk, threshold, texts)
    with right:
        st.html(f"<h3 class='rs-part'>{texts('keep.limits.sources')}</h3>")
        if not threshold.sources:
            st.html(f"<p class='rs-why'>{texts('keep.limits.no_source')}</p>")
        if checked is None or checked.threshold.sources != threshold.sources:
            st.html(f"<p class='rs-why'>{texts('keep.limits.not_read')}</p>")
        _show_sources(library, threshold, texts)
    with st.expander(texts("keep.limits.remove"), type="compact", key="keep-limit-remove-box"):
        st.html(f"<p>{texts('keep.limits.remove_note')}</p>")
        if st.button(texts("keep.limits.remove_yes"), key="keep-limit-remove"):
            attempt(lambda: actions.remove_limit(desk, threshold.id), texts, texts("keep.limits.removed"))


def _leave() -> None:
    st.session_state.pop(_CHOSEN, None)


def _show_sources(library: Library, threshold: Threshold, texts: Texts) -> None:
    """Each quote where it stands; where the text is another now, both texts."""
    for now in texts_now(library, Checked(threshold, Standing.UNCONFIRMED)):
        source = now.source
        link = as_html(document_link(source.document, source.section))
        place = f"{as_html(source.document)}, {as_html(source.section)}"
        st.html(f"<p class='rs-why rs-soft'><a href='{link}'>{place}</a></p>")
        if now.holds:
            page = next(
                (p.page for p in library.provisions(source.document) if p.address == source.section), None
            )
            evidence.show(library, evidence.Place(source.document, source.quote, page), texts)
            continue
        says = as_html(now.says) if now.says else texts("keep.limits.gone")
        st.html(
            f"<p class='rs-rule'>{texts('keep.limits.kept_text')}</p>"
            f"<figure class='rs-quote'><blockquote>{as_html(source.quote)}</blockquote></figure>"
            f"<p class='rs-rule'>{texts('keep.limits.text_now')}</p>"
            f"<figure class='rs-quote'><blockquote>{says}</blockquote></figure>"
        )


def _edit(actions: Actions, desk: ThresholdDesk, threshold: Threshold, texts: Texts) -> None:
    """The form with what may be changed; the rest of the entry stays as it was written."""
    st.html(f"<h3 class='rs-part'>{texts('keep.limits.edit')}</h3>")
    with st.form(f"keep-limit-form-{threshold.id}", border=False):
        comparator = None
        if threshold.comparator is not None:
            comparator = st.selectbox(
                texts("keep.limits.comparator"),
                list(Comparator),
                index=list(Comparator).index(threshold.comparator),
                format_func=lambda one: texts(f"keep.comparator.{one}"),
                key="keep-limit-comparator",
            )
        amount = None
        if threshold.amount is not None:
            amount = st.text_input(
                texts("keep.limits.amount"),
                value=f"{threshold.amount:,}".replace(",", "\u00a0"),
                max_chars=60,
                key="keep-limit-amount",
            )
        first = st.date_input(
            texts("keep.limits.from"), value=threshold.valid_from, format="YYYY-MM-DD", key="keep-limit-from"
        )
        last = st.date_input(
            texts("keep.limits.to"), value=threshold.valid_to, format="YYYY-MM-DD", key="keep-limit-to"
        )
        swedish = st.text_area(
            texts("keep.limits.consequence"),
            value=threshold.consequence_sv,
            max_chars=_LONGEST,
            key="keep-limit-sv",
        )
        english = st.text_area(
            texts("keep.limits.consequence_en"),
            value=threshold.consequence_en,
            max_chars=_LONGEST,
            key="keep-limit-en",
        )
        quotes = {
            place: st.text_area(
                as_label(texts("keep.limits.quote", section=source.section)),
                value=source.quote,
                max_chars=_LONGEST,
                key=f"keep-limit-quote-{place}",
            )
            for place, source in enumerate(threshold.sources)
        }
        saved = st.form_submit_button(texts("keep.limits.save"), type="primary", key="keep-limit-save")
    if not saved:
        return
    try:
        figure = kronor(amount) if amount is not None else None
    except SumError as error:
        key = f"purchase.sum.{error.fault}"
        show_problem(texts("problem.head"), texts(key, text=error.text), texts(f"{key}_remedy"))
        return
    fields = _changed(threshold, comparator, figure, first, last, swedish, english)
    attempt(lambda: actions.edit_limit(desk, threshold.id, fields, quotes), texts, texts("keep.limits.saved"))


def _changed(
    threshold: Threshold,
    comparator: Comparator | None,
    amount: Decimal | None,
    first: Any,
    last: Any,
    swedish: str,
    english: str,
) -> Mapping[str, Value]:
    """The fields that are another than before, as they are to stand in the file."""
    fields: dict[str, Value] = {}
    if comparator is not None and comparator is not threshold.comparator:
        fields["comparator"] = str(comparator)
    if amount is not None and amount != threshold.amount:
        fields["amount"] = f"{amount:f}"
    for name, day, before in (
        ("valid_from", first, threshold.valid_from),
        ("valid_to", last, threshold.valid_to),
    ):
        if day != before:
            fields[name] = day if isinstance(day, date) else None
    if (swedish, english) != (threshold.consequence_sv, threshold.consequence_en):
        fields["consequence"] = {"sv": swedish.strip(), "en": english.strip()}
    return fields


# --- proposals ---------------------------------------------------------------------------------


def _show_waiting(actions: Actions, desk: ThresholdDesk, library: Library, texts: Texts) -> None:
    found = waiting(desk)
    st.html(
        f"<h2 class='rs-head'>{texts('keep.limits.waiting')}</h2>"
        f"<p class='rs-why'>{texts('keep.limits.waiting_note')}</p>"
    )
    if st.button(texts("keep.limits.propose"), key="keep-propose"):

        def propose() -> None:
            if actions.propose_limits(desk) is None:
                st.session_state["keep-nothing-proposed"] = True

        attempt(propose, texts, texts("keep.limits.proposed"))
    if st.session_state.pop("keep-nothing-proposed", False):
        st.html(f"<p class='rs-why'>{texts('keep.limits.nothing')}</p>")
    shown, pages = shown_of(found, _AT_ONCE, "keep-proposals-page")
    for proposal in shown:
        _show_proposal(actions, desk, library, proposal, texts)
    show_pages(pages, "keep-proposals-page")


def _show_proposal(
    actions: Actions, desk: ThresholdDesk, library: Library, proposal: Proposal, texts: Texts
) -> None:
    threshold = next((one for one in desk.waiting if one.id == proposal.id), None)
    if threshold is None:
        return
    opened = st.expander(
        as_label(f"{limit_said(threshold, texts)}: {threshold.consequence_sv}"),
        key=f"keep-proposal-{proposal.id}",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        _show_sources(library, threshold, texts)
        with st.container(horizontal=True, key=f"keep-proposal-do-{proposal.id}"):
            if st.button(texts("keep.limits.keep"), type="primary", key=f"keep-keep-{proposal.id}"):
                attempt(lambda: actions.keep_limit(desk, proposal.id), texts, texts("keep.limits.kept"))
            if st.button(texts("keep.limits.drop"), key=f"keep-drop-{proposal.id}"):
                attempt(
                    lambda: actions.turn_down_limit(desk, proposal.id), texts, texts("keep.limits.dropped")
                )
