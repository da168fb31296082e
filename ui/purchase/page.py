"""The page for purchasers: a form, and what a purchase of that value requires."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hierarchy.levels import Hierarchy
from hierarchy.procurement.money import SumError, kronor
from hierarchy.procurement.purchase import Outcome, Purchase, examine
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.procurement.value import VAT_RATES, Part, PurchaseError, Role
from index.errors import LibraryError
from index.library import Library
from index.thresholds import checked_thresholds
from settings import Settings
from ui import engine, sidebar
from ui.formats import organisation_name
from ui.notice import show_problem
from ui.opening import open_page, show_title
from ui.paper.docx import as_docx
from ui.paper.pdf import as_pdf
from ui.purchase import outcome as purchase_outcome
from ui.purchase.record import paper_of, record_of
from ui.purchase.words import fault_said
from ui.texts import Texts

_LONGEST = 200
_ACTS = (Law.LOU, Law.LUF, Law.LUK)


def page() -> None:
    """Draws the whole page; what is missing is said in a sentence with its remedy."""
    opened = open_page()
    if opened is None:
        return
    settings, texts = opened
    show_title("purchase", texts)
    try:
        library = engine.load_library(settings)
    except LibraryError as error:
        show_problem(texts("problem.head"), error.message, error.remedy)
        return
    sidebar.show_language(texts)
    _ask(library, settings, texts)


def _ask(library: Library, settings: Settings, texts: Texts) -> None:
    with st.form("purchase", border=False):
        written = _form(library.hierarchy, settings, texts)
        if st.form_submit_button(texts("purchase.form.submit"), type="primary", key="purchase-submit"):
            st.session_state["described"] = written
    described: Written | None = st.session_state.get("described")
    if described is not None:
        _show(described, library, texts)


def _show(written: "Written", library: Library, texts: Texts) -> None:
    try:
        purchase = written.purchase()
    except SumError as error:
        key = f"purchase.sum.{error.fault}"
        show_problem(texts("problem.head"), texts(key, text=error.text), texts(f"{key}_remedy"))
        return
    thresholds = checked_thresholds(library, purchase.day)
    if not thresholds:
        show_problem(texts("problem.head"), texts("purchase.none"), texts("purchase.none_remedy"))
        return
    known = [organisation.id for organisation in library.hierarchy.organisations]
    try:
        outcome = examine(purchase, thresholds, known)
    except PurchaseError as error:
        show_problem(texts("problem.head"), *fault_said(error, texts))
        return
    st.html(f"<h2 class='rs-part'>{texts('purchase.result')}</h2>")
    purchase_outcome.show(outcome, library, library.hierarchy, texts, key="purchase")
    _offer_record(outcome, library, texts)


def _offer_record(outcome: Outcome, library: Library, texts: Texts) -> None:
    record = paper_of(record_of(outcome, library.hierarchy, library.version.id, texts))
    st.html(
        f"<h3 class='rs-part'>{texts('purchase.record.heading')}</h3><p>{texts('purchase.record.note')}</p>"
    )
    name = f"{texts('purchase.record.file')}-{outcome.assessment.day}"
    with st.container(horizontal=True, key="record"):
        st.download_button(
            texts("purchase.record.docx"), lambda: as_docx(record), f"{name}.docx", key="record-docx"
        )
        st.download_button(
            texts("purchase.record.pdf"), lambda: as_pdf(record), f"{name}.pdf", key="record-pdf"
        )


@dataclass(frozen=True)
class Written:
    """The form as it was filled in; empty texts for what was left out."""

    value: str
    vat: Decimal | None
    options: str
    monthly: bool
    months: int
    subject: Subject | None
    law: Law | None
    organisation: str | None
    day: date
    earlier: str
    recurring: str

    def purchase(self) -> Purchase:
        """Raises SumError for a text that is no sum."""
        months = self.months if self.monthly else None
        options = [text for text in self.options.split(";") if text.strip()]
        return Purchase(
            parts=(
                Part(kronor(self.value), Role.CONTRACT, self.vat, months),
                *(Part(kronor(option), Role.OPTION, self.vat) for option in options),
            ),
            day=self.day,
            law=self.law,
            subject=self.subject,
            organisation=self.organisation,
            earlier=kronor(self.earlier) if self.earlier.strip() else None,
            recurring=kronor(self.recurring) if self.recurring.strip() else None,
        )


def _form(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> Written:
    left, right = st.columns(2)
    value = _sum(left, "value", texts)
    vat = right.selectbox(
        texts("purchase.form.vat"),
        (None, *VAT_RATES),
        format_func=lambda rate: (
            texts("purchase.form.vat_rate", rate=rate) if rate else texts("purchase.form.no_vat")
        ),
        key="purchase-vat",
    )
    options = _sum(left, "options", texts)
    subject = right.selectbox(
        texts("purchase.form.subject"),
        (None, *Subject),
        format_func=lambda it: texts(f"purchase.subject.{it}") if it else texts("purchase.form.unknown"),
        key="purchase-subject",
    )
    organisation = _organisation(hierarchy, settings, texts)
    with st.expander(texts("purchase.form.more")):
        left, right = st.columns(2)
        law = left.selectbox(
            texts("purchase.form.law"),
            (None, *_ACTS),
            format_func=lambda it: texts(f"purchase.law.{it}") if it else texts("purchase.form.unknown"),
            key="purchase-law",
        )
        day = right.date_input(texts("purchase.form.day"), format="YYYY-MM-DD", key="purchase-day")
        monthly = left.selectbox(
            texts("purchase.form.paid"),
            (False, True),
            format_func=lambda it: texts("purchase.form.paid_monthly" if it else "purchase.form.paid_once"),
            key="purchase-paid",
        )
        months = right.number_input(
            texts("purchase.form.months"),
            min_value=0,
            max_value=1200,
            value=12,
            help=texts("purchase.form.months_help"),
            key="purchase-months",
        )
        earlier = _sum(left, "earlier", texts)
        recurring = _sum(right, "recurring", texts)
    return Written(
        value,
        vat,
        options,
        bool(monthly),
        int(months),
        subject,
        law,
        organisation,
        day if isinstance(day, date) else date.today(),
        earlier,
        recurring,
    )


def _sum(column: DeltaGenerator, name: str, texts: Texts) -> str:
    """A field for a sum, written as one likes."""
    return column.text_input(
        texts(f"purchase.form.{name}"),
        help=texts(f"purchase.form.{name}_help"),
        max_chars=_LONGEST,
        key=f"purchase-{name}",
    )


def _organisation(hierarchy: Hierarchy, settings: Settings, texts: Texts) -> str | None:
    known = {organisation.id: organisation for organisation in hierarchy.organisations}
    if len(known) <= 1:
        return next(iter(known), None)
    options = [None, *known]
    chosen = st.selectbox(
        texts("purchase.form.organisation"),
        options,
        index=options.index(settings.default_organisation) if settings.default_organisation in known else 0,
        format_func=lambda i: organisation_name(known[i], texts) if i else texts("purchase.form.unknown"),
        key="purchase-organisation",
    )
    return chosen
