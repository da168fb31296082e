"""`register propose`: what the documents say that the register doesn't, written as unconfirmed."""

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from answers.registrar_contract import proposals_to_json
from commands.output import console, counted, paragraph, shortened, write_json
from commands.register_opening import Desk, open_desk, who
from commands.register_view import field_name, field_value, quoted
from hierarchy.levels import Hierarchy
from index.library import Library
from ingest.registrar.journal import JournalLine, line, write_journal
from ingest.registrar.proposal import Proposal, Proposed

_LONGEST_LIST = 8


def propose_entries(data: Path, governance: Path | None, *, dry_run: bool, json: bool, today: date) -> int:
    """Writes what is new or changed into the register, or only shows it. Returns the exit status."""
    by = who(None)
    with closing(Library(data)) as library:
        desk = open_desk(library, governance)
        proposals = desk.propose()
    if not dry_run:
        desk.register.saved()
        journal(desk.folder, _told(proposals, by, today))
    if json:
        write_json(proposals_to_json(proposals, desk.register.path, written=not dry_run))
    else:
        console().print(proposals_shown(proposals, desk, dry_run=dry_run))
    return 0


def journal(folder: Path, lines: Sequence[JournalLine]) -> None:
    """Tells of changes that are already written; that they can't be told is a warning and no failure."""
    try:
        write_journal(folder, lines)
    except OSError as error:
        sys.stderr.write(f"Ändringarna är gjorda, men historiken kunde inte skrivas: {error.strerror}.\n")


def proposals_shown(proposals: Sequence[Proposal], desk: Desk, *, dry_run: bool) -> RenderableType:
    """New entries, changed ones, and what was left alone, each with the words it rests on."""
    new = [p for p in proposals if p.is_new]
    changed = [p for p in proposals if p.writes and not p.is_new]
    parts: list[RenderableType] = []
    if not new and not changed:
        parts.append(paragraph("Registret har redan allt som lästs ur dokumenten.", style="bold"))
    if new:
        head = counted(len(new), "dokument saknar post i registret:", "dokument saknar post i registret:")
        parts.append(paragraph(head, style="bold"))
        parts += [part for proposal in new for part in _written(proposal, desk.hierarchy)]
    if changed:
        head = counted(
            len(changed),
            "obekräftad post får ändrade uppgifter eller nya frågor:",
            "obekräftade poster får ändrade uppgifter eller nya frågor:",
        )
        parts += [Text(), paragraph(head, style="bold")] if parts else [paragraph(head, style="bold")]
        parts += [part for proposal in changed for part in _written(proposal, desk.hierarchy)]
    differing = [p for p in proposals if p.differing]
    if differing:
        head = "Bekräftade uppgifter som dokumenten säger något annat om (inget är ändrat):"
        parts += [Text(), paragraph(head, style="bold yellow")]
        for proposal in differing:
            parts.append(paragraph(proposal.document, 2))
            parts += [part for p in proposal.differing for part in _difference(p, desk.hierarchy)]
    unstated = [p for p in proposals if p.unstated]
    if unstated:
        head = "Bekräftade poster som saknar uppgifter som står i dokumenten (inget är ändrat):"
        parts += [Text(), paragraph(head, style="bold")]
        for proposal in unstated[:_LONGEST_LIST]:
            names = ", ".join(
                f"{field_name(p.field)} {field_value(p.field, p.value, desk.hierarchy)}"
                for p in proposal.unstated
            )
            parts.append(paragraph(f"{proposal.document}: {names}", 2, "dim"))
        if len(unstated) > _LONGEST_LIST:
            parts.append(
                paragraph(f"… och {len(unstated) - _LONGEST_LIST} till (--json visar alla)", 2, "dim")
            )
    if new or changed:
        parts.append(Text())
        if dry_run:
            parts.append(paragraph(f"Inget är skrivet. Utan --dry-run skrivs det i {desk.register.path}."))
        else:
            parts.append(paragraph(f"Skrivet i {desk.register.path}."))
            parts.append(paragraph("Gå igenom det: regelstegen register review"))
    return Group(*parts)


def _written(proposal: Proposal, hierarchy: Hierarchy) -> list[RenderableType]:
    parts: list[RenderableType] = [paragraph(proposal.document, 2, "bold")]
    for proposed in proposal.fields:
        shown = f"{field_name(proposed.field)}: {field_value(proposed.field, proposed.value, hierarchy)}"
        if proposed.before not in (None, ()):
            shown += f"  (stod: {field_value(proposed.field, proposed.before, hierarchy)})"
        parts.append(paragraph(shown, 4))
        parts += _evidence(proposed)
    parts += [paragraph(f"? {doubt}", 4, "yellow") for doubt in proposal.new_doubts]
    parts += [paragraph(f"inte längre: {doubt}", 4, "dim") for doubt in proposal.gone_doubts]
    return parts


def _difference(proposed: Proposed, hierarchy: Hierarchy) -> list[RenderableType]:
    who_says = f"”{proposed.said_in}”" if proposed.said_in else "dokumentet"
    registered = field_value(proposed.field, proposed.before, hierarchy)
    said = field_value(proposed.field, proposed.value, hierarchy)
    text = f"{field_name(proposed.field)}: registret {registered}, {who_says} {said}"
    return [paragraph(text, 4), *_evidence(proposed)]


def _evidence(proposed: Proposed) -> list[RenderableType]:
    words = quoted(proposed.evidence, proposed.said_in)
    return [paragraph(shortened(words, 200), 8, "dim")] if words else []


def _told(proposals: Sequence[Proposal], by: str, today: date) -> list[JournalLine]:
    return [
        line(today, by, "propose", proposal.document, p.field, p.before, p.value)
        for proposal in proposals
        if proposal.writes
        for p in proposal.fields
    ]
