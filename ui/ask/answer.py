"""An answer: the sentence first, then the ladder, then what informs without deciding."""

import streamlit as st

from hierarchy.ladder import Answer, Relation, orders_of
from hierarchy.levels import RUNGS, Hierarchy, Level
from ui.ask import citation as citations
from ui.ask.lead import language_of, lead_of
from ui.engine import ReadableLibrary
from ui.escape import as_html
from ui.formats import capitalised, level_label, organisation_name, told_confidence, written_date
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
    """Draws `answer`; `key` is unique in the conversation."""
    _, rest = split_lead(answer.text)
    with st.container(key=f"answer-{key}", gap="small"):
        st.html(lead_html(answer, hierarchy, texts))
        if answer.related:
            _show_related(answer, library, hierarchy, texts, key)
        if answer.rungs:
            _show_ladder(answer, library, hierarchy, texts, key)
        if answer.conflicts:
            st.html(conflicts_html(answer, texts))
            _show_order(answer, library, hierarchy, texts, key)
        background = tuple(i for i in answer.background if i not in orders_of(answer))
        if background:
            st.html(
                f"<h3 class='rs-part'>{texts('background.heading')}</h3><p>{texts('background.note')}</p>"
            )
            _show_citations(answer, background, library, hierarchy, texts, f"{key}-background")
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
    holds = texts("answer.searched", **scope) if answer.abstained else texts("answer.holds", **scope)
    language = as_html(answer.language)
    whole = as_html(tied(lead.source))
    source = f"<span class='rs-lead-source'>{whole}</span>" if whole else ""
    said = f"<span lang='{as_html(language_of(answer))}'>{as_html(lead.said)}</span>"
    cited = answer.rungs or answer.background
    more = f"<p class='rs-more' lang='{language}'>{as_html(rest)}</p>" if rest and not cited else ""
    more += "".join(f"<p class='rs-more' lang='{language}'>{as_html(line)}</p>" for line in answer.account)
    told = told_confidence(answer, texts)
    sure = f"<p class='rs-holds'>{as_html(told)}</p>" if told else ""
    general = "".join(
        notice_html(texts("notice.caution"), warning.text, "caution")
        for warning in answer.warnings
        if warning.citation is None
    )
    return (
        f"<p class='rs-lead' lang='{language}'>{source}{said if source else as_html(lead.said)}</p>{more}"
        f"<p class='rs-holds'>{as_html(holds)}</p>{sure}{general}"
    )


def conflicts_html(answer: Answer, texts: Texts) -> str:
    """Each pair that can't both be followed: which prevails, over which, and why."""
    items = []
    for conflict in answer.conflicts:
        over = texts(
            "conflict.prevails" if conflict.settled else "conflict.possible",
            prevails=_named(answer, conflict.prevails),
            yields=_named(answer, conflict.yields),
        )
        items.append(
            f"<li><p>{as_html(over)}</p><p class='rs-why' lang='{as_html(answer.language)}'>"
            f"{as_html(conflict.why)} <span>({as_html(conflict.rule)})</span></p></li>"
        )
    return (
        f"<h3 class='rs-part'>{texts('conflict.heading')}</h3><ul class='rs-conflicts'>{''.join(items)}</ul>"
    )


def _show_order(
    answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str
) -> None:
    """The order of the levels in the words of the document that lays it down, where it settles a conflict."""
    if orders := orders_of(answer):
        st.html(f"<h4 class='rs-rung'>{texts('conflict.order')}</h4>")
        _show_citations(answer, orders, library, hierarchy, texts, f"{key}-order")


def rung_html(label: str, relation: str, *, decides: bool) -> str:
    """The head of a rung that says something: its name, and in a word how it stands to the question."""
    kind = "rs-relation rs-decides" if decides else "rs-relation"
    return (
        f"<h4 class='rs-rung'><span>{as_html(label)}</span> "
        f"<span class='{kind}'>{as_html(relation)}</span></h4>"
    )


def silent_rung_html(label: str, texts: Texts) -> str:
    """A rung that says nothing on the question."""
    return f"<p class='rs-rung rs-silent'><span>{as_html(label)}</span> {texts('ladder.silent')}</p>"


def _show_ladder(
    answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str
) -> None:
    """Every rung of the organisation from the top, also those that are silent: they show the order."""
    said = {rung.level: rung for rung in answer.rungs}
    st.html(f"<h3 class='rs-part'>{texts('ladder.heading')}</h3>")
    with st.container(key=f"ladder-{key}", gap="medium"):
        for level in _rungs_of(hierarchy, answer):
            label = capitalised(level_label(level, hierarchy, answer.organisation, texts))
            rung = said.get(level)
            if rung is None:
                with st.container(key=f"rung-silent-{key}-{level}"):
                    st.html(silent_rung_html(label, texts))
                continue
            decides = rung.relation is Relation.DECIDES
            with st.container(key=f"rung-{'decides' if decides else 'speaks'}-{key}-{level}", gap="small"):
                st.html(rung_html(label, texts(f"relation.{rung.relation}"), decides=decides))
                _show_citations(answer, rung.citations, library, hierarchy, texts, f"{key}-{level}")


def _rungs_of(hierarchy: Hierarchy, answer: Answer) -> list[Level]:
    organisation = hierarchy.organisation(answer.organisation) if answer.organisation else None
    own = {rung.level for rung in organisation.rungs} if organisation and organisation.rungs else set(RUNGS)
    return [level for level in RUNGS if level in own or level in {rung.level for rung in answer.rungs}]


def _show_citations(
    answer: Answer,
    indexes: tuple[int, ...],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    key: str,
) -> None:
    for together in _by_provision(answer, indexes):
        cautions = [caution for index in together for caution in _cautions(answer, index, texts)]
        citations.show(
            [answer.citations[index] for index in together],
            library,
            hierarchy,
            texts,
            key=f"{key}-{together[0]}",
            cautions=list(dict.fromkeys(cautions)),
            organisation=answer.organisation,
            counterparts=[p.counterpart for p in answer.parallels if p.citation in together],
        )


def _by_provision(answer: Answer, indexes: tuple[int, ...]) -> list[list[int]]:
    """The citations, those of one provision together and in its own order."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index in indexes:
        citation = answer.citations[index]
        groups.setdefault((citation.document.document, citation.provision.address), []).append(index)
    return [sorted(group, key=lambda index: answer.citations[index].start) for group in groups.values()]


def _cautions(answer: Answer, index: int, texts: Texts) -> list[str]:
    """What a reader of this citation must know: its warnings, conflicts that it loses or may lose."""
    own = [warning.text for warning in answer.warnings if warning.citation == index]
    lost = [
        texts("conflict.yields_here", prevails=_named(answer, conflict.prevails))
        for conflict in answer.conflicts
        if conflict.yields == index and conflict.settled
    ]
    doubtful = [
        texts("conflict.possible_here", other=_named(answer, conflict.prevails + conflict.yields - index))
        for conflict in answer.conflicts
        if index in (conflict.prevails, conflict.yields) and not conflict.settled
    ]
    return list(dict.fromkeys([*own, *lost, *doubtful]))


def _named(answer: Answer, index: int) -> str:
    citation = answer.citations[index]
    return f"{citation.document.title}, {citation.provision.address}"


def _show_related(
    answer: Answer,
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    key: str,
) -> None:
    """The nearest passages, said to support nothing."""
    st.html(f"<h3 class='rs-part'>{texts('abstained.related')}</h3><p>{texts('abstained.related_note')}</p>")
    for at, related in enumerate(answer.related):
        citations.show(
            [related], library, hierarchy, texts, key=f"{key}-related-{at}", organisation=answer.organisation
        )
