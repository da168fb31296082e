"""An answer: the sentence first, then the ladder, then what informs without deciding."""

import streamlit as st

from hierarchy.ladder import Answer, orders_of
from hierarchy.levels import Hierarchy
from ui.ask import ladder, nothing
from ui.ask.lead import language_of, lead_of
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.formats import organisation_name, told_confidence, written_date
from ui.notice import notice_html
from ui.purchase import outcome as purchase_outcome
from ui.texts import Texts, tied


def show(
    answer: Answer,
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    *,
    key: str,
) -> None:
    """Draws `answer`; `key` is unique in the conversation.

    What is opened in it draws this answer again and nothing else.
    """
    st.fragment(_draw)(answer, library, hierarchy, texts, key)


def _draw(answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str) -> None:
    _, rest = split_lead(answer.text)
    with st.container(key=f"answer-{key}", gap="small"):
        st.html(lead_html(answer, hierarchy, texts))
        if answer.abstained:
            nothing.show(answer, library, hierarchy, texts, key)
        if answer.rungs:
            ladder.show(answer, library, hierarchy, texts, key)
        if orders := orders_of(answer):
            st.html(f"<h3 class='rs-part'>{texts('conflict.order')}</h3>")
            ladder.show_citations(answer, orders, library, hierarchy, texts, f"{key}-order")
        if background := tuple(i for i in answer.background if i not in orders):
            st.html(
                f"<h3 class='rs-part'>{texts('background.heading')}</h3><p>{texts('background.note')}</p>"
            )
            ladder.show_citations(answer, background, library, hierarchy, texts, f"{key}-background")
        if answer.purchase:
            with st.expander(texts("purchase.in_chat"), type="compact", key=f"open-purchase-{key}"):
                purchase_outcome.show(answer.purchase, library, hierarchy, texts, key=f"{key}-purchase")
        if rest and not answer.abstained:
            with st.expander(texts("answer.as_text"), type="compact", key=f"open-text-{key}"):
                st.code(answer.text, language=None, wrap_lines=True)


def split_lead(text: str) -> tuple[str, str]:
    """The answer's first line, which says what applies, and what follows it."""
    first, _, rest = text.strip().partition("\n")
    return first.rstrip(), rest.strip()


def lead_html(answer: Answer, hierarchy: Hierarchy, texts: Texts) -> str:
    """The answer in a line, for whom and when it holds, and the cautions that concern all of it.

    What follows the first line repeats the citations in words, so it stands here only where there are none.
    """
    _, rest = split_lead(answer.text)
    lead = lead_of(answer)
    organisation = hierarchy.organisation(answer.organisation) if answer.organisation else None
    whose = organisation_name(organisation, texts) if organisation else texts("answer.any_organisation")
    scope = {"organisation": whose, "date": written_date(answer.as_of, texts)}
    # What an abstention searched is told below it, with the number of documents.
    holds = [] if answer.abstained else [texts("answer.holds", **scope)]
    language = as_html(answer.language)
    whole = as_html(tied(lead.source))
    source = f"<span class='rs-lead-source'>{whole}</span>" if whole else ""
    said = f"<span lang='{as_html(language_of(answer))}'>{as_html(lead.said)}</span>"
    cited = answer.rungs or answer.background
    lines = [] if cited else rest.splitlines()
    more = "".join(
        f"<p class='rs-more' lang='{language}'>{as_html(line)}</p>"
        for line in (*lines, *answer.account)
        if line.strip()
    )
    if told := told_confidence(answer, texts):
        holds.append(told)
    if answer.language != texts.language:
        holds.append(texts("ask.language", language=texts(f"language.{answer.language}")))
    general = "".join(
        notice_html(texts("notice.caution"), warning.text, "caution")
        for warning in answer.warnings
        if warning.citation is None
    )
    below = f"<p class='rs-holds'>{as_html(' '.join(holds))}</p>" if holds else ""
    return (
        f"<p class='rs-lead' lang='{language}'>{source}{said if source else as_html(lead.said)}</p>"
        f"{more}{below}{general}"
    )
