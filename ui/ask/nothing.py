"""Help where nothing is found: what was searched, what was missing, how to go on, and what lies near."""

from datetime import date

import streamlit as st

from hierarchy.editions import as_they_stand
from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from hierarchy.validity import is_rule_in_force
from ui.ask import citation as citations
from ui.ask.ladder import levels_of
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.formats import capitalised, level_label, organisation_name, written_date
from ui.texts import Texts


def show(answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str) -> None:
    """Draws what follows the sentence that nothing was found."""
    st.html(f"{advice_html(answer, hierarchy, texts)}{searched_html(answer, library, hierarchy, texts)}")
    if not answer.related:
        return
    st.html(f"<h3 class='rs-part'>{texts('abstained.related')}</h3><p>{texts('abstained.related_note')}</p>")
    with st.container(key=f"near-{key}", gap="small"):
        for at, related in enumerate(answer.related):
            citations.show(
                [related],
                library,
                hierarchy,
                texts,
                key=f"{key}-related-{at}",
                organisation=answer.organisation,
            )


def advice_html(answer: Answer, hierarchy: Hierarchy, texts: Texts, today: date | None = None) -> str:
    """How to ask differently, by why there was no answer; empty where nothing is known of that."""
    if answer.refused_because is None:
        return ""
    advice = [texts(f"nothing.because.{answer.refused_because}")]
    if answer.organisation is None and len(hierarchy.organisations) > 1:
        advice.append(texts("nothing.choose"))
    if answer.as_of != (today or date.today()):
        advice.append(texts("nothing.other_day"))
    items = "".join(f"<li>{as_html(line)}</li>" for line in advice)
    return f"<h3 class='rs-part'>{texts('nothing.advice')}</h3><ul class='rs-list'>{items}</ul>"


def searched_html(answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts) -> str:
    """Whose rules were searched, as of when, and how many documents in force there are on each level."""
    organisation = hierarchy.organisation(answer.organisation) if answer.organisation else None
    whose = organisation_name(organisation, texts) if organisation else texts("answer.any_organisation")
    where = texts("nothing.where", organisation=whose, date=written_date(answer.as_of, texts))
    concerned = [
        document.level
        for document in as_they_stand(library.documents(), answer.as_of)
        if is_rule_in_force(document, answer.as_of)
        and (not organisation or not document.organisations or organisation.id in document.organisations)
    ]
    items = "".join(
        f"<li>{as_html(texts('nothing.level', level=label, documents=_counted(count, texts)))}</li>"
        for level in levels_of(hierarchy, answer.organisation, ())
        for label in [capitalised(level_label(level, hierarchy, answer.organisation, texts))]
        for count in [concerned.count(level)]
    )
    return (
        f"<h3 class='rs-part'>{texts('nothing.searched')}</h3><p>{as_html(where)}</p>"
        f"<ul class='rs-list rs-searched'>{items}</ul>"
    )


def _counted(count: int, texts: Texts) -> str:
    if count == 0:
        return texts("nothing.none")
    return texts("nothing.one_document") if count == 1 else texts("nothing.documents", count=count)
