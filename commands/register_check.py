"""`register check`: what in the register doesn't hold together."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from answers.registrar_contract import findings_to_json
from commands.output import console, counted, paragraph, shortened, write_json
from commands.register_opening import open_desk
from index.broken_references import broken_references
from index.library import Library
from ingest.document import document_id
from ingest.registrar.check import check
from ingest.registrar.check_contradictions import contradicting
from ingest.registrar.findings import Finding, Severity

_HEADS = {
    Severity.ERROR: ("fel", "fel", "red"),
    Severity.WARNING: ("varning", "varningar", "yellow"),
    Severity.NOTE: ("upplysning", "upplysningar", "dim"),
}
_MOST_ALIKE = 5
"""Findings of one kind, with one remedy, that are shown one by one; of more, the rest are named in a line."""


def check_register(data: Path, governance: Path | None, *, as_of: date, json: bool) -> int:
    """Shows what is found. Returns 1 where something is an error, else 0."""
    with closing(Library(data)) as library:
        desk = open_desk(library, governance)
        documents = desk.documents()
        texts = {document.document: library.text(document.document) for document in documents}
        further = (
            *contradicting(desk.register.register, desk.ingested()),
            *broken_references(library, documents),
        )
        refused = {document_id(Path(f.path)): f.reason for f in library.files() if f.reason}
        register, hierarchy = desk.register.register, desk.hierarchy
        found = check(register, documents, texts, desk.page_of, hierarchy, as_of, refused, further)
    if json:
        write_json(findings_to_json(found, as_of))
    else:
        console().print(findings_shown(found, len(documents), as_of))
    return 1 if any(finding.severity is Severity.ERROR for finding in found) else 0


def findings_shown(findings: Sequence[Finding], documents: int, as_of: date) -> RenderableType:
    """The findings, gravest first, those of one kind together."""
    of = f"{counted(documents, 'dokument', 'dokument')}, så som det är den {as_of}"
    if not findings:
        return paragraph(f"Inget att anmärka: {of}.", style="bold")
    parts: list[RenderableType] = []
    for severity, (one, many, style) in _HEADS.items():
        graded = [finding for finding in findings if finding.severity is severity]
        if not graded:
            continue
        parts += [Text(), paragraph(counted(len(graded), one, many), style=f"bold {style}")]
        for code in dict.fromkeys(finding.code for finding in graded):
            parts += _alike([finding for finding in graded if finding.code == code])
    counts = [
        counted(number, one, many)
        for severity, (one, many, _) in _HEADS.items()
        if (number := sum(1 for finding in findings if finding.severity is severity))
    ]
    return Group(*parts[1:], Text(), paragraph(f"{', '.join(counts)} i {of}.", style="bold"))


def _alike(findings: Sequence[Finding]) -> list[RenderableType]:
    """Findings of one kind; a remedy that they share stands once, after them."""
    parts: list[RenderableType] = []
    shared = len({finding.remedy for finding in findings}) == 1
    shown = [f for number, f in enumerate(findings) if number < _MOST_ALIKE or f.document is None]
    for finding in shown:
        parts.append(paragraph(finding.text, 2))
        if finding.quote:
            page = f", sida {finding.page}" if finding.page is not None else ""
            parts.append(paragraph(f"”{shortened(finding.quote, 160)}”{page}", 6, "dim"))
        if not shared:
            parts.append(paragraph(f"→ {finding.remedy}", 4, "dim"))
    rest = dict.fromkeys(f.document for f in findings[_MOST_ALIKE:] if f.document is not None)
    if rest:
        parts.append(paragraph(f"… likaså {', '.join(rest)}", 2))
    if shared:
        parts.append(paragraph(f"→ {findings[0].remedy}", 4, "dim"))
    return parts
