"""The ladder of an answer: every rung from law down, the one that decides marked, each with its quotes."""

from collections.abc import Collection

import streamlit as st

from hierarchy.ladder import Answer, Relation, Rung
from hierarchy.levels import RUNGS, Hierarchy, Level
from ui.ask import citation as citations
from ui.ask.remarks import cautions_of, conflicts_html
from ui.engine import ReadableLibrary
from ui.escape import as_html, as_label
from ui.formats import capitalised, level_label
from ui.texts import Texts

_OPEN_AT_ONCE = 2
"""Provisions of a rung that are shown before one asks for more."""


def show(answer: Answer, library: ReadableLibrary, hierarchy: Hierarchy, texts: Texts, key: str) -> None:
    """Draws every rung of the organisation from the top, also those that are silent: they show the order."""
    said = {rung.level: rung for rung in answer.rungs}
    st.html(f"<h3 class='rs-part'>{texts('ladder.heading')}</h3>")
    with st.container(key=f"ladder-{key}", gap=None):
        for level in levels_of(hierarchy, answer.organisation, said):
            label = capitalised(level_label(level, hierarchy, answer.organisation, texts))
            if rung := said.get(level):
                _show_rung(rung, label, answer, library, hierarchy, texts, key)
            else:
                st.html(silent_rung_html(label, texts("ladder.silent")))


def levels_of(hierarchy: Hierarchy, organisation: str | None, said: Collection[Level]) -> list[Level]:
    """The rungs of an organisation's ladder from the top; all of them where it has none of its own."""
    whose = hierarchy.organisation(organisation) if organisation else None
    own = {rung.level for rung in whose.rungs} if whose and whose.rungs else set(RUNGS)
    return [level for level in RUNGS if level in own or level in said]


def rung_html(label: str, relation: str, *, decides: bool) -> str:
    """The head of a rung that says something: its name, and in a word how it stands to the question."""
    kind = "rs-relation rs-decides" if decides else "rs-relation"
    return (
        f"<h4 class='rs-rung'><span>{as_html(label)}</span> "
        f"<span class='{kind}'>{as_html(relation)}</span></h4>"
    )


def silent_rung_html(label: str, told: str) -> str:
    """A rung that says nothing on the question, or has not been asked yet."""
    return f"<p class='rs-rung rs-silent'><span>{as_html(label)}</span> {as_html(told)}</p>"


def _show_rung(
    rung: Rung,
    label: str,
    answer: Answer,
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    key: str,
) -> None:
    decides = rung.relation is Relation.DECIDES
    kind = "decides" if decides else "yields" if rung.relation is Relation.YIELDS else "speaks"
    with st.container(key=f"rung-{kind}-{key}-{rung.level}", gap="small"):
        st.html(rung_html(label, texts(f"relation.{rung.relation}"), decides=decides))
        show_citations(answer, rung.citations, library, hierarchy, texts, f"{key}-{rung.level}")


def show_citations(
    answer: Answer,
    indexes: tuple[int, ...],
    library: ReadableLibrary,
    hierarchy: Hierarchy,
    texts: Texts,
    key: str,
) -> None:
    """Draws citations by provision: the first of them open, the rest behind a line that says how many.

    What holds for a whole document is said where it is first quoted.
    """
    groups = by_provision(answer, indexes)
    told: set[str] = set()

    def draw(several: list[list[int]]) -> None:
        for together in several:
            cautions = [text for text in cautions_of(answer, together) if text not in told]
            told.update(cautions)
            citations.show(
                [answer.citations[index] for index in together],
                library,
                hierarchy,
                texts,
                key=f"{key}-{together[0]}",
                cautions=cautions,
                organisation=answer.organisation,
                counterparts=[p.counterpart for p in answer.parallels if p.citation in together],
                remarks=conflicts_html(answer, together, texts),
            )

    at_once, later = folded(answer, groups)
    draw(at_once)
    if later:
        count = len(later)
        label = texts("rung.more_one") if count == 1 else texts("rung.more", count=count)
        with st.expander(as_label(label), type="compact", key=f"more-{key}"):
            draw(later)


def folded(answer: Answer, groups: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """The provisions to show at once, and those to fold away, which are never in a conflict."""
    disputed = {index for c in answer.conflicts for index in (c.prevails, c.yields)}
    at_once = [g for n, g in enumerate(groups) if n < _OPEN_AT_ONCE or disputed.intersection(g)]
    return at_once, [group for group in groups if group not in at_once]


def by_provision(answer: Answer, indexes: tuple[int, ...]) -> list[list[int]]:
    """The citations, those of one provision together and in its own order."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index in indexes:
        citation = answer.citations[index]
        groups.setdefault((citation.document.document, citation.provision.address), []).append(index)
    return [sorted(group, key=lambda index: answer.citations[index].start) for group in groups.values()]
