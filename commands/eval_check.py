"""`eval check`: a question file held against the library."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from commands.evaluate import questions_of
from commands.output import console, counted, paragraph, write_json
from evals.check import Fault, check
from index.library import Library


def check_questions(file: Path, data: Path, *, json: bool) -> int:
    """Show every mistake. Returns 1 where there is one that is no mere doubt, else 0.

    Raises CommandFailed for a file that can't be used, and LibraryError.
    """
    questions = questions_of(file)
    with closing(Library(data)) as library:
        found = check(questions, library, library.hierarchy)
    faults = [fault for fault in found if not fault.is_doubt]
    if json:
        write_json({"questions": len(questions), "faults": [asdict(fault) for fault in found]})
    else:
        _show(len(questions), faults, [fault for fault in found if fault.is_doubt])
    return 1 if faults else 0


def _show(questions: int, faults: Sequence[Fault], doubts: Sequence[Fault]) -> None:
    out = console()
    for heading, found, style in (("Fel", faults, "bold red"), ("Att se över", doubts, "bold yellow")):
        if found:
            out.print(paragraph(f"{heading}: {len(found)}", style=style))
        for fault in found:
            out.print(paragraph(f"{fault.question}, {fault.field}: {fault.problem} {fault.remedy}", 2))
    asked = counted(questions, "fråga", "frågor")
    if not faults:
        out.print(paragraph(f"{asked}: varje väntat dokument, avsnitt och citat finns i biblioteket."))
