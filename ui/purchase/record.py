"""The decision record: what the documentation duty asks for of a direct procurement, ready to complete.

Its figures and quotes come from the outcome; what only the buyer knows is left to fill in.
"""

from dataclasses import dataclass

from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from hierarchy.procurement.assessment import Limit
from hierarchy.procurement.purchase import Outcome
from ui.formats import capitalised, level_label, written_date, written_page
from ui.paper.model import Blanks, Block, Facts, Heading, Notice, Paper, Points, Quote, Text
from ui.purchase.words import buyer, caution, consequence, lead, next_said, step_said, written_sum
from ui.texts import Texts


@dataclass(frozen=True)
class Quoted:
    """A rule that applies: what follows from it, its words, and where they stand."""

    follows: str
    quotes: tuple[Quote, ...]
    caution: str | None


@dataclass(frozen=True)
class Record:
    """`facts`: name and value, in order. `blanks`: what is left for the buyer to write."""

    title: str
    outcome: str
    facts: tuple[tuple[str, str], ...]
    value_heading: str
    steps: tuple[str, ...]
    rules_heading: str
    rules: tuple[Quoted, ...]
    blanks_heading: str
    blanks: tuple[str, ...]
    notice: str
    caution_head: str
    language: str


BLANKS = ("need", "asked", "chosen", "why", "conflict_of_interest", "decided_by", "signed")
"""What only the buyer knows, in the order of the form."""


def record_of(outcome: Outcome, hierarchy: Hierarchy, library_version: str, texts: Texts) -> Record:
    """The record of one outcome, in the reader's language."""
    assessment = outcome.assessment
    rules = (
        *(limit for opening in assessment.openings for limit in (*opening.limits, *opening.stricter)),
        *assessment.duties,
    )
    once = {limit.threshold.id: limit for limit in rules}
    return Record(
        title=texts("purchase.record.title"),
        outcome=lead(outcome, texts),
        facts=(
            (texts("purchase.record.buyer"), buyer(assessment.organisation, hierarchy, texts)),
            (texts("purchase.record.law"), texts(f"purchase.law.{assessment.law}")),
            (texts("purchase.record.subject"), texts(f"purchase.subject.{assessment.subject}")),
            (texts("purchase.record.value"), written_sum(assessment.value, texts)),
            (texts("purchase.record.day"), written_date(assessment.day, texts)),
            (texts("purchase.record.next"), next_said(assessment.next_limit, texts)),
            (texts("purchase.record.library"), library_version),
        ),
        value_heading=texts("purchase.value.heading"),
        steps=tuple(step_said(step, texts) for step in outcome.value.steps),
        rules_heading=texts("purchase.record.rules"),
        rules=tuple(_quoted(limit, hierarchy, assessment.organisation, texts) for limit in once.values()),
        blanks_heading=texts("purchase.record.blanks"),
        blanks=tuple(texts(f"purchase.blank.{name}") for name in BLANKS),
        notice=texts("purchase.notice"),
        caution_head=texts("notice.caution"),
        language=texts.language,
    )


def paper_of(record: Record) -> Paper:
    """The record as a paper of one or two pages, with room for what is left to write."""
    blocks: list[Block] = [Text(record.outcome, strong=True), Facts(record.facts)]
    blocks += [Heading(record.value_heading), Points(record.steps), Heading(record.rules_heading)]
    for rule in record.rules:
        blocks += [Text(rule.follows, strong=True), *rule.quotes]
        blocks += [Notice(record.caution_head, rule.caution)] if rule.caution else []
    blocks += [Heading(record.blanks_heading), Blanks(record.blanks), Text(record.notice, quiet=True)]
    return Paper(record.title, tuple(blocks), record.language)


def _quoted(limit: Limit, hierarchy: Hierarchy, organisation: str | None, texts: Texts) -> Quoted:
    level = capitalised(level_label(limit.threshold.level, hierarchy, organisation, texts))
    amount = f" ({written_sum(limit.amount, texts)})" if limit.amount is not None else ""
    return Quoted(
        f"{level}: {consequence(limit.threshold, texts)}{amount}",
        tuple(
            Quote(" ".join(c.quote.split()), _where(c, texts), c.document.language)
            for c in limit.checked.citations
        ),
        caution(limit.checked, texts),
    )


def _where(citation: Citation, texts: Texts) -> str:
    parts = (citation.document.title, citation.provision.address, written_page(citation, texts))
    return ", ".join(part for part in parts if part)
