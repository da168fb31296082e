"""An answer and search results in a terminal of 80 columns: the answer first, then rung by rung."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from commands.output import paragraph, plain, shortened
from hierarchy.documents import Status
from hierarchy.ladder import Answer, Citation, Relation, orders_of
from hierarchy.levels import RUNGS, Hierarchy, Level
from ui.ask.lead import lead_of
from ui.formats import (
    capitalised,
    level_label,
    organisation_name,
    told_confidence,
    written_confidence,
    written_counterparts,
    written_date,
    written_page,
)
from ui.texts import Texts, load_texts

_LONGEST_RESULT = 320
"""Characters of a search result: enough to see whether it is worth opening."""


def answer_shown(answer: Answer, hierarchy: Hierarchy) -> RenderableType:
    """The whole answer, in its own language."""
    texts = load_texts(answer.language)
    shown = _Shown(answer, hierarchy, texts)
    parts = [*shown.head()]
    if answer.related:
        parts += shown.related()
    if answer.rungs:
        parts += shown.ladder()
    if answer.conflicts:
        parts += shown.conflicts()
    background = [i for i in answer.background if i not in orders_of(answer)]
    if background:
        parts += [*_part(texts("background.heading")), paragraph(texts("background.note"), style="dim")]
        parts += shown.citations(background)
    return Group(*parts)


def results_shown(results: Sequence[dict[str, Any]], texts: Texts) -> RenderableType:
    """Search results as the JSON contract has them, best first."""
    if not results:
        return paragraph("Inget hittades. Pröva andra ord, eller en annan organisation eller dag.")
    parts: list[RenderableType] = []
    for place, result in enumerate(results, start=1):
        page = texts("citation.page", page=result["page"]) if result["page"] is not None else ""
        where = ", ".join(part for part in (result["title"], result["section"], page) if part)
        level = texts(f"level.{result['level']}")
        score = f"{result['score']:.2f}".replace(".", ",")
        parts += [
            paragraph(f"{place}. {where}", style="bold"),
            paragraph(f"{capitalised(level)} · {result['document']} · {score}", 3, "dim"),
            paragraph(shortened(result["text"], _LONGEST_RESULT), 3),
            Text(),
        ]
    return Group(*parts[:-1])


def _part(heading: str) -> list[RenderableType]:
    return [Text(), paragraph(heading, style="bold underline")]


class _Shown:
    """One answer with what its parts need in order to be named."""

    def __init__(self, answer: Answer, hierarchy: Hierarchy, texts: Texts) -> None:
        self._answer = answer
        self._hierarchy = hierarchy
        self._texts = texts

    def head(self) -> Iterable[RenderableType]:
        """The answer in a line, for whom and when it holds, and the cautions that concern all of it.

        The rest of the text repeats the citations in words, so it stands here only where there are none.
        """
        answer, texts = self._answer, self._texts
        rest = answer.text.strip().partition("\n")[2]
        lead = lead_of(answer)
        if answer.asked:
            yield paragraph(texts("follow.asked", question=answer.asked), style="dim")
        if lead.source:
            yield paragraph(lead.source)
        yield paragraph(lead.said, style="bold")
        if rest.strip() and not answer.rungs and not answer.background:
            yield paragraph(rest.strip())
        for line in answer.account:
            yield paragraph(line)
        organisation = self._hierarchy.organisation(answer.organisation) if answer.organisation else None
        whose = organisation_name(organisation, texts) if organisation else texts("answer.any_organisation")
        scope = {"organisation": whose, "date": written_date(answer.as_of, texts)}
        yield paragraph(
            texts("answer.searched" if answer.abstained else "answer.holds", **scope), style="dim"
        )
        if told := told_confidence(answer, texts):
            yield paragraph(told, style="dim")
        for warning in answer.warnings:
            if warning.citation is None:
                yield self._caution(warning.text, 0)

    def related(self) -> Iterable[RenderableType]:
        """The nearest passages, said to support nothing."""
        yield from _part(self._texts("abstained.related"))
        yield paragraph(self._texts("abstained.related_note"), style="dim")
        for citation in self._answer.related:
            yield from self._citation(citation)

    def ladder(self) -> Iterable[RenderableType]:
        """Every rung of the organisation from the top, also those that are silent: they show the order."""
        texts = self._texts
        said = {rung.level: rung for rung in self._answer.rungs}
        yield from _part(texts("ladder.heading"))
        for level in self._levels():
            label = level_label(level, self._hierarchy, self._answer.organisation, texts)
            rung = said.get(level)
            yield Text()
            if rung is None:
                yield paragraph(
                    f"○ {capitalised(label)}: {_lower_first(texts('ladder.silent'))}", style="dim"
                )
                continue
            decides = rung.relation is Relation.DECIDES
            head = plain(f"{'●' if decides else '○'} {capitalised(label)}", "bold")
            head.append(f"  [{texts(f'relation.{rung.relation}')}]", "bold green" if decides else "cyan")
            yield head
            yield from self.citations(rung.citations)

    def conflicts(self) -> Iterable[RenderableType]:
        """Each pair that can't both be followed: which prevails, over which, and why."""
        yield from _part(self._texts("conflict.heading"))
        for conflict in self._answer.conflicts:
            prevails, yields = self._named(conflict.prevails), self._named(conflict.yields)
            told = "conflict.prevails" if conflict.settled else "conflict.possible"
            yield paragraph(self._texts(told, prevails=prevails, yields=yields), 2)
            yield paragraph(f"{conflict.why} ({conflict.rule})", 4, "dim")
        if orders := orders_of(self._answer):
            yield from _part(self._texts("conflict.order"))
            yield from self.citations(orders)

    def citations(self, indexes: Iterable[int]) -> Iterable[RenderableType]:
        for index in indexes:
            yield from self._citation(self._answer.citations[index])
            held = [p.counterpart for p in self._answer.parallels if p.citation == index]
            if line := written_counterparts(held, self._texts):
                yield paragraph(line, 4, "dim")
            for caution in self._cautions(index):
                yield self._caution(caution, 4)

    def _citation(self, citation: Citation) -> Iterable[RenderableType]:
        document = citation.document
        source = [document.title, citation.provision.address, written_page(citation, self._texts)]
        source.append(written_confidence(citation, self._texts))
        if document.status is not Status.ADOPTED:
            source.append(self._texts(f"status.{document.status}"))
        yield Text()
        yield paragraph(f"”{citation.quote}”", 2)
        yield paragraph(f"– {', '.join(part for part in source if part)}", 4, "dim")

    def _caution(self, text: str, columns: int) -> RenderableType:
        return paragraph(f"! {self._texts('notice.caution')} {text}", columns, "yellow")

    def _cautions(self, index: int) -> list[str]:
        """What a reader of this citation must know: its warnings, conflicts that it loses or may lose."""
        own = [warning.text for warning in self._answer.warnings if warning.citation == index]
        lost = [
            self._texts("conflict.yields_here", prevails=self._named(conflict.prevails))
            for conflict in self._answer.conflicts
            if conflict.yields == index and conflict.settled
        ]
        doubtful = [
            self._texts(
                "conflict.possible_here", other=self._named(conflict.prevails + conflict.yields - index)
            )
            for conflict in self._answer.conflicts
            if index in (conflict.prevails, conflict.yields) and not conflict.settled
        ]
        return list(dict.fromkeys([*own, *lost, *doubtful]))

    def _named(self, index: int) -> str:
        citation = self._answer.citations[index]
        return f"{citation.document.title}, {citation.provision.address}"

    def _levels(self) -> list[Level]:
        organisation = (
            self._hierarchy.organisation(self._answer.organisation) if self._answer.organisation else None
        )
        own = {rung.level for rung in organisation.rungs} if organisation and organisation.rungs else RUNGS
        said = {rung.level for rung in self._answer.rungs}
        return [level for level in RUNGS if level in own or level in said]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
