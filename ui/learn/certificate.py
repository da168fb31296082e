"""The certificate of a passed course, and the check of one that somebody shows."""

from functools import partial
from hmac import compare_digest

import streamlit as st

from learning.certificate import LONGEST_NAME, Certificate, editions, name_digest, read_code
from learning.course import Course
from learning.results import Standing
from people import progress
from people.errors import NotKept
from ui.escape import as_html
from ui.formats import written_date
from ui.learn.certificate_pdf import as_pdf
from ui.learn.opening import Room
from ui.notice import notice_html, show_problem


def offer(course: Course, stands: Standing, room: Room) -> None:
    """A field for the name, and the PDF once it is made."""
    texts = room.texts
    st.html(f"<h2 class='rs-part'>{texts('learn.certificate')}</h2><p>{texts('learn.certificate_note')}</p>")
    with st.form(f"certificate-{course.id}", border=False):
        name = st.text_input(
            texts("learn.name"),
            max_chars=LONGEST_NAME,
            autocomplete="name",
            key=f"certificate-name-{course.id}",
        )
        made = st.form_submit_button(texts("learn.make_certificate"), key=f"certificate-make-{course.id}")
    if made and not name.strip():
        st.html(notice_html(texts("notice.caution"), texts("learn.name_missing"), "caution"))
    elif made:
        st.session_state[f"certificate-{course.id}-made"] = progress.issue(
            room.database,
            room.person.id,
            course,
            name,
            percent=stands.percent,
            editions=editions(course.open_items),
            day=room.today,
        )
    issued: Certificate | None = st.session_state.get(f"certificate-{course.id}-made")
    if issued is not None:
        st.html(f"<p role='status'>{as_html(texts('learn.certificate_made', code=issued.code))}</p>")
        st.download_button(
            texts("learn.certificate_get"),
            partial(as_pdf, issued, texts),
            f"{texts('learn.certificate_file')}-{issued.code}.pdf",
            key=f"certificate-get-{course.id}",
        )


def show_check(room: Room) -> None:
    """A form for a certificate's code and name, and what is known of it."""
    texts = room.texts
    with st.form("certificate-check", border=False):
        code = st.text_input(texts("learn.check_code"), max_chars=30, key="check-code")
        name = st.text_input(texts("learn.check_name"), max_chars=LONGEST_NAME, key="check-name")
        asked = st.form_submit_button(texts("learn.check"), key="check-submit")
    if not asked:
        return
    read = read_code(code)
    try:
        issued = progress.find_certificate(room.database, read) if read else None
    except NotKept as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    if issued is None or not compare_digest(name_digest(issued.code, name), issued.name_digest):
        st.html(notice_html(texts("notice.caution"), texts("learn.check_unknown"), "caution"))
        return
    day = written_date(issued.issued, texts)
    said = texts("learn.check_known", course=issued.title, date=day, percent=issued.percent)
    rows = "".join(f"<li>{as_html(_edition(title, edition))}</li>" for title, edition in issued.editions)
    st.html(
        f"<div class='rs-known' role='status'>"
        f"<p><strong>{texts('learn.check_right')}</strong> {as_html(said)}</p>"
        f"<p>{texts('learn.certificate_rests')}</p><ul class='rs-points'>{rows}</ul></div>"
    )


def _edition(title: str, edition: str) -> str:
    return f"{title} ({edition})" if edition else title
