"""`eval coverage`: what the questions of a file reach, and what none of them asks about."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from commands.evaluate import questions_of
from commands.output import console, counted, paragraph, write_json
from evals.aggregate import NO_ORGANISATION
from evals.coverage import Coverage, CoveredDocument, coverage
from evals.metrics.level_accuracy import level_name
from index.library import Library


def show_coverage(file: Path, data: Path, *, everything: bool, json: bool) -> int:
    """Show the coverage; `everything`: with each provision that no question asks about. Returns 0.

    Raises CommandFailed for a file that can't be used, and LibraryError.
    """
    questions = questions_of(file)
    with closing(Library(data)) as library:
        known = [organisation.id for organisation in library.hierarchy.organisations]
        covered = coverage(questions, library, known)
    if json:
        write_json(_as_json(covered))
        return 0
    out = console()
    out.print(_levels(covered))
    asked = [f"{name or NO_ORGANISATION} {number}" for name, number in covered.organisations.items()]
    out.print(paragraph(f"Frågor per organisation: {', '.join(asked)}."))
    out.print(paragraph(f"Frågor som inget svarar på: {covered.unanswerable}."))
    silent = [held for level in covered.levels for held in level.documents if not held.questions]
    out.print()
    out.print(paragraph(f"Dokument som ingen fråga gäller: {len(silent)}", style="bold"))
    for held in silent:
        out.print(paragraph(_named(held), 2))
    if everything:
        for held in (held for level in covered.levels for held in level.documents if held.unasked):
            out.print()
            out.print(paragraph(_named(held), style="bold"))
            for address in held.unasked:
                out.print(paragraph(address, 2))
    return 0


def _levels(covered: Coverage) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Nivå")
    for head in ("Frågor", "Dokument", "med fråga", "Bestämmelser", "med fråga"):
        table.add_column(head, justify="right")
    for level in covered.levels:
        figures = (
            level.questions,
            len(level.documents),
            level.documents_asked,
            level.provisions,
            level.provisions_asked,
        )
        table.add_row(Text(level_name(level.level)), *(str(figure) for figure in figures))
    return table


def _named(held: CoveredDocument) -> str:
    document = held.document
    provisions = counted(len(held.unasked), "bestämmelse utan fråga", "bestämmelser utan fråga")
    return f"{level_name(document.level)}: {document.title} ({document.document}), {provisions}"


def _as_json(covered: Coverage) -> dict[str, Any]:
    def documents(held: Iterable[CoveredDocument]) -> list[dict[str, Any]]:
        return [
            {
                "document": one.document.document,
                "questions": one.questions,
                "provisions": one.provisions,
                "asked": one.asked,
                "unasked": list(one.unasked),
            }
            for one in held
        ]

    return {
        "levels": {
            level.level.value: {"questions": level.questions, "documents": documents(level.documents)}
            for level in covered.levels
        },
        "organisations": {name or NO_ORGANISATION: count for name, count in covered.organisations.items()},
        "unanswerable": covered.unanswerable,
    }
