"""A purchase's outcome, and the limits kept, in a terminal of 80 columns."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from commands.output import counted, paragraph, shortened
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from hierarchy.procurement.assessment import Assessment, Checked, Limit
from hierarchy.procurement.purchase import Outcome
from hierarchy.procurement.thresholds import Standing
from ui.formats import capitalised, level_label, written_page
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

_LONGEST_QUOTE = 240


def outcome_shown(outcome: Outcome, hierarchy: Hierarchy, texts: Texts) -> RenderableType:
    """The outcome first, then why, what comes with it, and what isn't known."""
    return Group(*_parts(outcome, hierarchy, texts))


def _parts(outcome: Outcome, hierarchy: Hierarchy, texts: Texts) -> Iterator[RenderableType]:
    assessment = outcome.assessment
    yield paragraph(lead(outcome, texts), style="bold")
    yield paragraph(scope(outcome, hierarchy, texts), style="dim")
    if len(outcome.value.steps) > 1 or any(step.given != step.counted for step in outcome.value.steps):
        yield from _heading(texts("purchase.value.heading"))
        yield from (paragraph(step_said(step, texts), 2) for step in outcome.value.steps)
    yield from _heading(texts("purchase.procedures.heading"))
    name = buyer(assessment.organisation, hierarchy, texts)
    for opening in assessment.openings:
        procedure = texts(f"purchase.procedure.{opening.procedure}")
        yield paragraph(f"{procedure}: {state_of(opening, name, texts)}", 2, "bold")
        if opening.procedure == "direct" or opening is assessment.openings[-1]:
            yield from _limits((*opening.limits, *opening.stricter), assessment, hierarchy, texts)
    if assessment.duties:
        yield from _heading(texts("purchase.duties.heading"))
        yield from _limits(assessment.duties, assessment, hierarchy, texts)
    yield from _heading(texts("purchase.next.heading"))
    yield paragraph(next_said(assessment.next_limit, texts), 2)
    if outcome.missing:
        yield from _heading(texts("purchase.missing.heading"))
        for missing in outcome.missing:
            yield paragraph(missing_said(missing, texts), 2)
            for alternative in missing.alternatives:
                yield paragraph(alternative_said(missing, alternative, hierarchy, texts), 4, "dim")
    if assessment.left_out:
        yield from _heading(texts("purchase.left_out.heading"))
        for left in assessment.left_out:
            yield paragraph(consequence(left.threshold, texts), 2)
            yield from _why(left)
            yield from _quotes(left.citations, texts)
    yield from (Text(), paragraph(texts("purchase.notice"), style="dim"))


def _limits(
    limits: Sequence[Limit], assessment: Assessment, hierarchy: Hierarchy, texts: Texts
) -> Iterator[RenderableType]:
    for limit in limits:
        level = level_label(limit.threshold.level, hierarchy, assessment.organisation, texts)
        amount = f" ({written_sum(limit.amount, texts)})" if limit.amount is not None else ""
        yield paragraph(f"{capitalised(level)}: {consequence(limit.threshold, texts)}{amount}", 4)
        if said := caution(limit.checked, texts):
            yield paragraph(said, 6, "yellow")
        yield from _quotes(limit.checked.citations, texts)


def _quotes(citations: Sequence[Citation], texts: Texts) -> Iterator[RenderableType]:
    for citation in citations:
        page = written_page(citation, texts)
        where = ", ".join(
            part for part in (citation.document.title, citation.provision.address, page) if part
        )
        yield paragraph(f"”{shortened(citation.quote, _LONGEST_QUOTE)}”", 6)
        yield paragraph(where, 6, "dim")


def _why(checked: Checked) -> Iterator[RenderableType]:
    if checked.why:
        yield paragraph(checked.why, 4, "yellow")


def _heading(text: str) -> Iterator[RenderableType]:
    yield from (Text(), paragraph(text, style="bold underline"))


def thresholds_shown(checked: Sequence[Checked], texts: Texts) -> RenderableType:
    """Every threshold with its standing, those that are switched off last with the reason."""
    if not checked:
        return paragraph("Inga beloppsgränser är inlagda. Skriv dem i thresholds.yaml i styrmappen.")
    parts: list[RenderableType] = []
    for one in sorted(checked, key=lambda found: found.standing is Standing.OFF):
        threshold = one.threshold
        amount = written_sum(threshold.amount, texts) if threshold.amount is not None else "utan belopp"
        parts.append(paragraph(f"{threshold.id}: {amount}", style="bold"))
        parts.append(paragraph(consequence(threshold, texts), 2))
        parts.extend(_why(one))
        parts.extend(_quotes(one.citations, texts))
    off = sum(one.standing is Standing.OFF for one in checked)
    parts += [
        Text(),
        paragraph(
            f"{counted(len(checked), 'gräns', 'gränser')}, {off} avstängda.",
            style="bold red" if off else "bold",
        ),
    ]
    return Group(*parts)
