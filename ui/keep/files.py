"""Documents handed in and taken away."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from index.library import Library
from ingest.readers import SUPPORTED
from keeping.errors import Refused
from keeping.uploads import MOST_FILES, Accepted, Taken, Upload
from ui.escape import as_html, as_label
from ui.formats import capitalised
from ui.keep.actions import Actions
from ui.keep.doing import attempt, show_error
from ui.keep.paging import show_pages, shown_of
from ui.links import document_link
from ui.notice import notice_html
from ui.texts import Texts

_AT_ONCE = 15
_ROUND = "keep-upload-round"


def show(actions: Actions, library: Library, texts: Texts) -> None:
    """The field for files, and the documents that are there."""
    st.html(f"<h2 class='rs-head'>{texts('keep.files.heading')}</h2>")
    _show_upload(actions, texts)
    st.html(f"<h2 class='rs-head'>{texts('keep.files.list')}</h2>")
    _show_list(actions, library, texts)


def _show_upload(actions: Actions, texts: Texts) -> None:
    open_folders = actions.folders()
    folder = open_folders[0]
    if len(open_folders) > 1:
        folder = st.selectbox(
            texts("keep.files.folder"),
            open_folders,
            format_func=lambda path: _shown_folder(path, open_folders),
            key="keep-folder",
        )
    turn = st.session_state.setdefault(_ROUND, 0)
    largest = actions.settings.largest_file_mb
    given = st.file_uploader(
        texts("keep.files.choose", megabytes=largest),
        type=sorted(suffix.lstrip(".") for suffix in SUPPORTED),
        accept_multiple_files=True,
        max_upload_size=largest,
        key=f"keep-upload-{turn}",
    )
    # Streamlit's own words on the button are English in every language.
    st.html(f"<style>.stApp {{ --rs-choose: '{texts('keep.files.button')}'; }}</style>")
    if not given:
        return
    if len(given) > MOST_FILES:
        st.html(
            notice_html(texts("notice.caution"), texts("keep.files.too_many", most=MOST_FILES), "caution")
        )
        return
    looked, right = _looked_at(actions, folder, [Upload(f.name, f.getvalue()) for f in given], texts)
    choices = _choices(looked, texts)
    new = [one for one in looked if not one.same and choices.get(one.name) is not Taken.SKIP]
    label = texts("keep.files.put_one") if len(new) == 1 else texts("keep.files.put", number=len(new))
    if new and st.button(label, type="primary", key="keep-put"):

        def put() -> None:
            actions.put(folder, right, choices)
            st.session_state[_ROUND] = turn + 1
            actions.follow()

        attempt(put, texts, texts("keep.files.done"))


def _looked_at(
    actions: Actions, folder: Path, given: Sequence[Upload], texts: Texts
) -> tuple[list[Accepted], list[Upload]]:
    """The files that may be put in place, as looked at and as given; the others are told about."""
    looked, right = [], []
    for upload in given:
        try:
            looked.append(actions.looked_at(folder, upload))
            right.append(upload)
        except Refused as error:
            show_error(error, texts)
    news = {True: texts("keep.files.same"), False: texts("keep.files.new")}
    items = "".join(
        f"<li>{as_html(one.name)} <span class='rs-why'>{news[one.same]}</span></li>"
        for one in looked
        if not one.taken
    )
    if items:
        st.html(f"<ul class='rs-points'>{items}</ul>")
    return looked, right


def _choices(looked: Sequence[Accepted], texts: Texts) -> dict[str, Taken]:
    """What to do with each file whose name is taken."""
    # Two files may come with one name: one answer goes for both.
    taken = dict.fromkeys(one.name for one in looked if one.taken)
    return {
        name: st.radio(
            as_label(texts("keep.files.taken", name=name)),
            list(Taken),
            format_func=lambda choice: texts(f"keep.files.{choice}"),
            key=f"keep-taken-{name}",
        )
        or Taken.SKIP
        for name in taken
    }


def _shown_folder(path: Path, all_folders: Sequence[Path]) -> str:
    """The folder's way from the library's own, which is told by its name alone."""
    root = next(one for one in all_folders if path.is_relative_to(one))
    return str(Path(root.name) / path.relative_to(root))


def _show_list(actions: Actions, library: Library, texts: Texts) -> None:
    documents = [d for d in library.documents() if d.withdrawn is None]
    sought = st.text_input(texts("keep.files.search"), max_chars=200, key="keep-files-sought").casefold()
    found = sorted(
        (d for d in documents if sought in f"{d.title} {d.source}".casefold()),
        key=lambda d: (d.title.casefold(), d.document),
    )
    if not found:
        st.html(f"<p class='rs-why'>{texts('keep.files.none')}</p>")
        return
    shown, pages = shown_of(found, _AT_ONCE, "keep-files-page")
    with st.container(key="keep-rows"):
        for document in shown:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"keep-row-{document.document}"
            ):
                facts = [as_html(document.source), texts(f"status.{document.status}")]
                if not document.confirmed:
                    facts.append(texts("keep.files.unconfirmed"))
                st.html(
                    f"<p class='rs-row rs-soft'><a href='{as_html(document_link(document.document))}'>"
                    f"<b>{as_html(document.title)}</b></a><br>"
                    f"<span class='rs-why'>{' · '.join(facts)}</span></p>"
                )
                if st.button(
                    texts("keep.files.remove"),
                    key=f"keep-remove-{document.document}",
                    help=as_label(texts("keep.files.remove_help", title=document.title)),
                ):
                    _confirm(actions, document.document, document.title, texts)
    show_pages(pages, "keep-files-page")


def _confirm(actions: Actions, document: str, title: str, texts: Texts) -> None:
    @st.dialog(texts("keep.files.remove_title"))
    def asked() -> None:
        st.html(f"<p><b>{as_html(capitalised(title))}</b></p><p>{texts('keep.files.remove_note')}</p>")

        def remove() -> None:
            actions.remove(document)
            actions.follow()

        if st.button(texts("keep.files.remove_yes"), type="primary", key="keep-remove-yes"):
            attempt(remove, texts, texts("keep.files.removed"))

    asked()
