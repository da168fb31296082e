"""Ingesting from the page: started, followed, ended, and what came of it."""

from pathlib import Path
from typing import Any

import streamlit as st

from index.library import Library
from keeping.changes import waiting
from keeping.errors import KeepingError
from keeping.running import Job, State
from people.errors import NotKept
from ui.escape import as_html
from ui.keep.actions import Actions
from ui.keep.doing import attempt, tell
from ui.keep.words import field_name, time_said
from ui.links import document_link, keep_link
from ui.notice import Tone, notice_html
from ui.texts import Texts

_OFTEN = 1.5
"""Seconds between two looks at an ingest that runs."""
_MOST = 30
"""Items shown of a list; the rest are counted."""
_STAGES = {"read": 0.0, "embed": 0.4, "vectors": 0.9, "report": 0.95}
"""Where on the whole way each stage begins."""


def show_state(actions: Actions, texts: Texts) -> None:
    """What the library is busy with, or what waits to be taken in; nothing where nothing does."""
    job = actions.ingest()
    if job is not None and job.state is State.RUNNING:
        _follow(actions, texts)
        return
    left = waiting(actions.changes())
    if left:
        many = texts("keep.waiting.one") if len(left) == 1 else texts("keep.waiting.many", number=len(left))
        with st.container(key="keep-waiting", horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{many}</p>")
            if st.button(texts("keep.reading.start"), type="primary", key="keep-start-waiting"):
                attempt(actions.start_ingest, texts, texts("keep.reading.started"))


def _follow(actions: Actions, texts: Texts) -> None:
    @st.fragment(run_every=_OFTEN)
    def followed() -> None:
        try:
            job = actions.ingest()
        except (KeepingError, NotKept):
            st.rerun()
        if job is None or job.state is not State.RUNNING:
            tell(texts(f"keep.reading.{job.state}") if job else "")
            st.rerun()
        with st.container(key="keep-running"):
            st.html(f"<p role='status'>{texts('keep.reading.running', name=as_html(job.by))}</p>")
            st.progress(_share(job), text=_stage(job, texts))
            if st.button(texts("keep.reading.cancel"), key="keep-cancel"):
                attempt(actions.cancel_ingest, texts, texts("keep.reading.cancelling"))

    followed()


def _share(job: Job) -> float:
    begins = list(_STAGES.values())
    at = begins.index(_STAGES[job.stage]) if job.stage in _STAGES else 0
    ends = [*begins[1:], 1.0][at]
    done = job.done / job.total if job.total else 0.0
    return min(1.0, begins[at] + (ends - begins[at]) * min(1.0, done))


def _stage(job: Job, texts: Texts) -> str:
    if job.stage not in _STAGES:
        return texts("keep.stage.begin")
    return texts(f"keep.stage.{job.stage}", done=min(job.done, job.total), total=job.total)


def show(actions: Actions, library: Library, texts: Texts) -> None:
    """The button, and the latest ingest with what it understood, doubted, refused and changed."""
    job = actions.ingest()
    busy = job is not None and job.state is State.RUNNING
    st.html(
        f"<h2 class='rs-head'>{texts('keep.reading.heading')}</h2>"
        f"<p class='rs-why'>{texts('keep.reading.note')}</p>"
    )
    report = st.checkbox(texts("keep.reading.report"), key="keep-report", disabled=busy)
    if st.button(texts("keep.reading.start"), key="keep-start", disabled=busy):
        attempt(lambda: actions.start_ingest(report=report), texts, texts("keep.reading.started"))
    if job is None:
        st.html(f"<p class='rs-why'>{texts('keep.reading.never')}</p>")
    elif not busy:
        _show_outcome(job, library, texts)


def _show_outcome(job: Job, library: Library, texts: Texts) -> None:
    st.html(f"<h2 class='rs-head'>{texts('keep.reading.latest')}</h2>")
    when = texts("keep.reading.by", time=time_said(job.at, texts), name=as_html(job.by))
    st.html(f"<p class='rs-why'>{when}</p>")
    if job.state is not State.DONE:
        said = job.error or texts(f"keep.reading.{job.state}_note")
        tone: Tone = "caution" if job.state is State.CANCELLED else "error"
        st.html(notice_html(texts(f"keep.reading.{job.state}"), said, tone))
        return
    outcome = job.outcome
    counts = {
        "read": len(outcome.get("read", [])),
        "unchanged": outcome.get("unchanged", 0),
        "removed": len(outcome.get("removed", [])),
        "refused": len(outcome.get("refused", [])),
    }
    cells = "".join(
        f"<div><dt>{texts(f'keep.count.{name}')}</dt><dd>{number}</dd></div>"
        for name, number in counts.items()
    )
    st.html(f"<dl class='rs-counts'>{cells}</dl>")
    _show_refused(outcome.get("refused", []), texts)
    _show_changed(job.changed, texts)
    _show_doubts(outcome.get("read", []), library, texts)
    if job.report is not None:
        st.download_button(
            texts("keep.reading.fetch"),
            job.report.read_bytes(),
            "inlasning.html",
            "text/html",
            key="keep-fetch",
        )


def _show_refused(refused: list[dict[str, Any]], texts: Texts) -> None:
    if not refused:
        return
    st.html(f"<h3 class='rs-part'>{texts('keep.refused')}</h3>")
    items = [
        f"<li><b>{as_html(Path(one['path']).name)}</b><br>"
        f"{as_html(one['reason'])} {as_html(one['remedy'])}</li>"
        for one in refused[:_MOST]
    ]
    st.html(_list(items, len(refused), texts))


def _show_changed(changed: dict[str, Any], texts: Texts) -> None:
    """What is another than before, kind by kind; a sentence where nothing is."""
    st.html(f"<h3 class='rs-part'>{texts('keep.changed.heading')}</h3>")
    if not any(changed.values()):
        st.html(f"<p class='rs-why'>{texts('keep.changed.nothing')}</p>")
        return
    for kind in ("new", "altered", "withdrawn"):
        listed = changed.get(kind, [])
        if listed:
            items = [_document_item(one, kind, texts) for one in listed[:_MOST]]
            st.html(
                f"<p class='rs-rule'>{texts(f'keep.changed.{kind}')}</p>{_list(items, len(listed), texts)}"
            )
    for kind in ("off", "on", "broken"):
        listed = changed.get(kind, [])
        if listed:
            items = [f"<li>{_line(kind, one, texts)}</li>" for one in listed[:_MOST]]
            st.html(
                f"<p class='rs-rule'>{texts(f'keep.changed.{kind}')}</p>{_list(items, len(listed), texts)}"
            )


def _document_item(one: dict[str, Any], kind: str, texts: Texts) -> str:
    told = []
    if kind == "new":
        told.append(texts("keep.changed.provisions", number=len(one["added"])))
    elif kind == "altered":
        told += [texts("keep.changed.fields", names=_fields(one["fields"], texts))] if one["fields"] else []
        for name in ("added", "altered", "gone"):
            addresses = one[name]
            if addresses:
                few = ", ".join(addresses[:8]) + (" …" if len(addresses) > 8 else "")
                told.append(texts(f"keep.changed.provisions_{name}", number=len(addresses), addresses=few))
    said = f"<br><span class='rs-why'>{as_html(' '.join(told))}</span>" if told else ""
    title = as_html(one["title"])
    if kind != "withdrawn":
        title = f"<a href='{as_html(document_link(one['document']))}'>{title}</a>"
    return f"<li class='rs-soft'>{title}{said}</li>"


def _fields(names: list[str], texts: Texts) -> str:
    known = [name for name in names if f"keep.field.{name}" in texts.keys]
    return ", ".join(field_name(name, texts).lower() for name in known) or texts("keep.changed.other")


def _line(kind: str, one: Any, texts: Texts) -> str:
    if kind == "broken":
        return texts(
            "keep.changed.reference",
            document=as_html(one["document"]),
            address=as_html(one["address"]),
            text=as_html(one["text"]),
        )
    if kind == "off":
        return f"<b>{as_html(one[0])}</b><br><span class='rs-why'>{as_html(one[1])}</span>"
    return as_html(one)


def _show_doubts(read: list[str], library: Library, texts: Texts) -> None:
    doubted = [d for name in read if (d := library.document(name)) and (d.doubts or not d.confirmed)]
    if not doubted:
        return
    st.html(f"<h3 class='rs-part'>{texts('keep.doubted')}</h3>")
    items = []
    for document in doubted[:_MOST]:
        doubts = "".join(f"<br><span class='rs-why'>{as_html(doubt)}</span>" for doubt in document.doubts)
        link = as_html(keep_link(document.document))
        items.append(f"<li><a href='{link}'>{as_html(document.title)}</a>{doubts}</li>")
    st.html(_list(items, len(doubted), texts))


def _list(items: list[str], number: int, texts: Texts) -> str:
    rest = f"<li>{texts('keep.more', number=number - len(items))}</li>" if number > len(items) else ""
    return f"<ul class='rs-points'>{''.join(items)}{rest}</ul>"
