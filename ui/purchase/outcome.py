"""A purchase's outcome: the procedure in a sentence, a scale, the rules rung by rung, what is unknown."""

from collections.abc import Sequence

import streamlit as st

from hierarchy.levels import RUNGS, Hierarchy, Level
from hierarchy.procurement.assessment import Assessment, Limit
from hierarchy.procurement.purchase import Outcome
from ui.ask import citation as citations
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.formats import capitalised, level_label
from ui.notice import notice_html
from ui.purchase.scale import scale_html
from ui.purchase.words import (
    alternative_said,
    buyer,
    caution,
    consequence,
    lead,
    missing_said,
    next_said,
    scope,
    state_of,
    step_said,
    written_sum,
)
from ui.texts import Texts


def show(outcome: Outcome, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, *, key: str) -> None:
    """Draws the outcome; `key` is unique on the page."""
    with st.container(key=f"outcome-{key}", gap="small"):
        st.html(lead_html(outcome, hierarchy, texts))
        st.html(f"{_part(texts('purchase.scale.heading'))}{scale_html(outcome.assessment, texts)}")
        st.html(_part(texts("purchase.ladder")))
        with st.container(key=f"ladder-{key}", gap="small"):
            for level in RUNGS:
                _show_rung(level, outcome.assessment, library, hierarchy, texts, key)
        st.html(unknown_html(outcome, hierarchy, texts))
        _show_left_out(outcome, library, hierarchy, texts, key)
        st.html(f"<p class='rs-holds'>{as_html(texts('purchase.notice'))}</p>")


def lead_html(outcome: Outcome, hierarchy: Hierarchy, texts: Texts) -> str:
    """The outcome in a sentence, what is left to the next limit, the value as counted, the procedures."""
    name = buyer(outcome.assessment.organisation, hierarchy, texts)
    procedures = "".join(
        f"<li>{as_html(texts(f'purchase.procedure.{opening.procedure}'))}: "
        f"<b>{as_html(state_of(opening, name, texts))}</b></li>"
        for opening in outcome.assessment.openings
    )
    steps = "".join(f"<li>{as_html(step_said(step, texts))}</li>" for step in outcome.value.steps)
    return (
        f"<p class='rs-lead'>{as_html(lead(outcome, texts))}</p>"
        f"<p class='rs-more'>{as_html(next_said(outcome.assessment.next_limit, texts))}</p>"
        f"<p class='rs-holds'>{as_html(scope(outcome, hierarchy, texts))}</p>"
        f"{_part(texts('purchase.value.heading'))}<ul class='rs-points'>{steps}</ul>"
        f"{_part(texts('purchase.procedures.heading'))}<ul class='rs-points'>{procedures}</ul>"
    )


def unknown_html(outcome: Outcome, hierarchy: Hierarchy, texts: Texts) -> str:
    """The facts that were not given, and what each would change; nothing where all were."""
    if not outcome.missing:
        return ""
    items = []
    for missing in outcome.missing:
        others = "".join(
            f"<li>{as_html(alternative_said(missing, alternative, hierarchy, texts))}</li>"
            for alternative in missing.alternatives
        )
        items.append(
            f"<li>{as_html(missing_said(missing, texts))}{f'<ul>{others}</ul>' if others else ''}</li>"
        )
    return f"{_part(texts('purchase.missing.heading'))}<ul class='rs-points'>{''.join(items)}</ul>"


def of_rung(assessment: Assessment, level: Level) -> list[Limit]:
    """The limits and duties that one rung states of this purchase, each once."""
    stated = (
        *(limit for opening in assessment.openings for limit in (*opening.limits, *opening.stricter)),
        *assessment.duties,
    )
    once = {limit.threshold.id: limit for limit in stated}
    return [limit for limit in once.values() if limit.threshold.level is level]


def _show_rung(
    level: Level,
    assessment: Assessment,
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    key: str,
) -> None:
    label = as_html(capitalised(level_label(level, hierarchy, assessment.organisation, texts)))
    limits = of_rung(assessment, level)
    if not limits:
        st.html(f"<p class='rs-rung rs-silent'><span>{label}</span></p>")
        return
    decides = level is Level.LAW
    kind = "decides" if decides else "speaks"
    relation = texts("relation.decides") if decides else texts("relation.specifies")
    mark = "rs-relation rs-decides" if decides else "rs-relation"
    with st.container(key=f"rung-{kind}-{key}-{level}", gap="small"):
        st.html(
            f"<h4 class='rs-rung'><span>{label}</span> <span class='{mark}'>{as_html(relation)}</span></h4>"
        )
        for at, limit in enumerate(limits):
            amount = f" ({written_sum(limit.amount, texts)})" if limit.amount is not None else ""
            st.html(f"<p class='rs-rule'>{as_html(consequence(limit.threshold, texts) + amount)}</p>")
            _show_sources(limit, library, hierarchy, texts, f"{key}-{level}-{at}")


def _show_sources(
    limit: Limit, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str
) -> None:
    said = caution(limit.checked, texts)
    if not limit.checked.citations and said:
        st.html(notice_html(texts("notice.caution"), said, "caution"))
    for at, citation in enumerate(limit.checked.citations):
        cautions: Sequence[str] = (said,) if said and at == 0 else ()
        citations.show([citation], library, hierarchy, texts, key=f"{key}-{at}", cautions=cautions)


def _show_left_out(
    outcome: Outcome, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str
) -> None:
    left_out = outcome.assessment.left_out
    if not left_out:
        return
    st.html(_part(texts("purchase.left_out.heading")))
    for at, checked in enumerate(left_out):
        why = f"<p class='rs-why'>{as_html(checked.why)}</p>" if checked.why else ""
        st.html(f"<p class='rs-rule'>{as_html(consequence(checked.threshold, texts))}</p>{why}")
        for number, citation in enumerate(checked.citations):
            citations.show([citation], library, hierarchy, texts, key=f"{key}-left-{at}-{number}")


def _part(heading: str) -> str:
    return f"<h3 class='rs-part'>{as_html(heading)}</h3>"
