"""An answer, or a whole conversation, as a paper to take away."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hierarchy import ladder
from hierarchy.documents import Status
from hierarchy.ladder import Answer, Citation
from hierarchy.levels import RUNGS, Hierarchy
from index.version import Version
from people.turns import Faded, Problem, Turn
from ui.ask.answer import split_lead
from ui.ask.lead import lead_of
from ui.ask.scope import scope_said, version_said, written_time
from ui.formats import (
    capitalised,
    level_label,
    told_confidence,
    written_confidence,
    written_counterparts,
)
from ui.paper.model import Block, Facts, Heading, Notice, Paper, Points, Quote, Text
from ui.purchase.record import paper_of, record_of
from ui.reference import citation_reference
from ui.texts import Texts


def conversation_paper(title: str, turns: Sequence[Turn], hierarchy: Hierarchy, texts: Texts) -> Paper:
    """Every question of a conversation with what came of it, in order."""
    blocks: list[Block] = []
    for turn in turns:
        blocks.append(Heading(turn.question))
        blocks += outcome_blocks(turn.outcome, turn.asked_at, turn.library, hierarchy, texts)
    return Paper(title, tuple(blocks), texts.language)


def answer_paper(
    question: str,
    outcome: Answer | Faded,
    asked_at: datetime,
    library: Version,
    hierarchy: Hierarchy,
    texts: Texts,
) -> Paper:
    """One question with its answer."""
    blocks = outcome_blocks(outcome, asked_at, library, hierarchy, texts)
    return Paper(texts("paper.title"), (Heading(question), *blocks), texts.language)


def outcome_blocks(
    outcome: Answer | Problem | Faded,
    asked_at: datetime,
    library: Version,
    hierarchy: Hierarchy,
    texts: Texts,
) -> list[Block]:
    """What came of a question: when and of what it was asked, the answer, its ladder and its cautions."""
    when = (texts("paper.asked_at"), written_time(asked_at, texts))
    source = (texts("paper.library"), version_said(library, texts))
    if isinstance(outcome, Problem):
        return [Facts((when, source)), Notice(texts("problem.head"), outcome.sentence), Text(outcome.remedy)]
    if isinstance(outcome, Faded):
        return [
            Facts((when, source)),
            Notice(texts("notice.caution"), texts("kept.faded")),
            Text(outcome.said),
        ]
    scope = (texts("paper.scope"), scope_said(outcome, hierarchy, texts))
    read_as = [(texts("paper.read_as"), outcome.asked)] if outcome.asked else []
    return [
        *_lead(outcome, texts),
        Facts((*read_as, scope, when, source)),
        *_notices((w for w in outcome.warnings if w.citation is None), texts),
        *_related(outcome, texts),
        *_ladder(outcome, hierarchy, texts),
        *_conflicts(outcome, texts),
        *_background(outcome, texts),
        *_purchase(outcome, library, hierarchy, texts),
    ]


def source_of(citation: Citation, texts: Texts) -> str:
    """Where a quote stands and whose words it is: its reference, what is unsure of it, and its file."""
    unsure = citation.document.status is Status.UNCONFIRMED
    parts = (
        citation_reference(citation),
        texts("status.unconfirmed").lower() if unsure else None,
        written_confidence(citation, texts),
        citation.document.source,
    )
    return ", ".join(part for part in parts if part)


def _lead(answer: Answer, texts: Texts) -> list[Block]:
    lead = lead_of(answer)
    _, rest = split_lead(answer.text)
    first = f"{lead.source} {lead.said}".strip()
    more = rest if rest and not (answer.rungs or answer.background) else ""
    said = (more, *answer.account, told_confidence(answer, texts) or "")
    return [Text(first, strong=True), *(Text(line) for line in said if line)]


def _notices(warnings: Iterable[ladder.Warning], texts: Texts) -> list[Block]:
    return [Notice(texts("notice.caution"), warning.text) for warning in warnings]


def _quoted(answer: Answer, indexes: Iterable[int], texts: Texts) -> list[Block]:
    blocks: list[Block] = []
    for index in indexes:
        citation = answer.citations[index]
        blocks.append(Quote(citation.quote, source_of(citation, texts), citation.document.language))
        blocks += _notices((w for w in answer.warnings if w.citation == index), texts)
        counterparts = [p.counterpart for p in answer.parallels if p.citation == index]
        if line := written_counterparts(counterparts, texts):
            blocks.append(Text(line, quiet=True))
    return blocks


def _ladder(answer: Answer, hierarchy: Hierarchy, texts: Texts) -> list[Block]:
    """Every rung of the organisation from the top, also those that are silent: they show the order."""
    if not answer.rungs:
        return []
    said = {rung.level: rung for rung in answer.rungs}
    organisation = hierarchy.organisation(answer.organisation) if answer.organisation else None
    own = {rung.level for rung in organisation.rungs} if organisation else set()
    blocks: list[Block] = [Heading(texts("ladder.heading"), 3)]
    for level in (level for level in RUNGS if level in said or level in own):
        label = capitalised(level_label(level, hierarchy, answer.organisation, texts))
        if level in said:
            rung = said[level]
            blocks.append(Heading(f"{label} – {texts(f'relation.{rung.relation}').lower()}", 4))
            blocks += _quoted(answer, rung.citations, texts)
        else:
            blocks += [Heading(label, 4), Text(texts("ladder.silent"), quiet=True)]
    return blocks


def _conflicts(answer: Answer, texts: Texts) -> list[Block]:
    if not answer.conflicts:
        return []
    said = [
        texts(
            "conflict.prevails" if conflict.settled else "conflict.possible",
            prevails=_named(answer, conflict.prevails),
            yields=_named(answer, conflict.yields),
        )
        for conflict in answer.conflicts
    ]
    why = [f"{conflict.why} ({conflict.rule})" for conflict in answer.conflicts]
    return [
        Heading(texts("conflict.heading"), 3),
        Points(tuple(f"{over} {because}" for over, because in zip(said, why, strict=True))),
    ]


def _named(answer: Answer, index: int) -> str:
    citation = answer.citations[index]
    return f"{citation.document.title}, {citation.provision.address}"


def _background(answer: Answer, texts: Texts) -> list[Block]:
    if not answer.background:
        return []
    return [
        Heading(texts("background.heading"), 3),
        Text(texts("background.note"), quiet=True),
        *_quoted(answer, answer.background, texts),
    ]


def _related(answer: Answer, texts: Texts) -> list[Block]:
    if not answer.related:
        return []
    quotes = [Quote(c.quote, source_of(c, texts), c.document.language) for c in answer.related]
    return [
        Heading(texts("abstained.related"), 3),
        Text(texts("abstained.related_note"), quiet=True),
        *quotes,
    ]


def _purchase(answer: Answer, library: Version, hierarchy: Hierarchy, texts: Texts) -> list[Block]:
    """What a purchase that the question tells of requires, as the record of a purchase has it."""
    if answer.purchase is None:
        return []
    record = record_of(answer.purchase, hierarchy, library.id, texts)
    inner = paper_of(record).blocks
    upto = next(at for at, block in enumerate(inner) if block == Heading(record.blanks_heading))
    lowered = [Heading(b.text, 4) if isinstance(b, Heading) else b for b in inner[:upto]]
    return [Heading(texts("purchase.in_chat"), 3), *lowered, Text(record.notice, quiet=True)]
