"""Checks of the register's entries against the files: each has the other, and nothing is left to fill in."""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence

from hierarchy.documents import GoverningDocument, Status
from ingest.dates import find_placeholder
from ingest.governance import NAMES
from ingest.readers.template_text import template_text
from ingest.register import Register
from ingest.registrar.findings import Finding, Severity

_ENDED = frozenset({Status.SUPERSEDED, Status.REPEALED})
_UNFILLED = re.compile(r"^(?:x{2,}|\?+|…|\.{3}|tbd|tba|okänd|fyll i.*|ange .*)$", re.IGNORECASE)


def entries_and_files(
    register: Register, documents: Sequence[GoverningDocument], refused: Mapping[str, str]
) -> Iterator[Finding]:
    """Entries without a file, files without an entry, and documents that are kept without their file.

    `refused` says, by document, why a file that is there couldn't be read.
    """
    held = {document.document for document in documents}
    for name, entry in register.entries.items():
        if name not in held:
            # That an old edition is known but not kept is as it should be.
            severity = Severity.NOTE if entry.document.status in _ENDED else Severity.ERROR
            known = f"Registret har en post på rad {entry.line} för ”{name}”, men"
            if name in refused:
                text = f"{known} filen kunde inte läsas. {refused[name]}"
                remedy = "Byt ut filen mot en som kan läsas, och läs in igen."
            else:
                text = f"{known} det finns ingen sådan fil i biblioteket."
                remedy = "Läs in filen, rätta id:t till filens namn utan ändelse, eller ta bort posten."
            yield Finding(severity, "entry_without_file", name, text, remedy)
    for document in documents:
        if document.withdrawn is not None:
            yield _withdrawn(document, refused.get(document.document))
        elif register.entry(document.document) is None:
            yield Finding(
                Severity.WARNING,
                "file_without_entry",
                document.document,
                f"Filen ”{document.source}” har ingen post i registret.",
                "Föreslå en med: regelstegen register propose",
            )


def _withdrawn(document: GoverningDocument, refused: str | None) -> Finding:
    if refused:
        why = f"för filen kan inte läsas. {refused}"
        remedy = "Byt ut filen mot en som kan läsas, och läs in igen."
    else:
        why = f"för filen ”{document.source}” finns inte kvar."
        remedy = (
            f"Lägg tillbaka filen om den försvann av misstag. Ska dokumentet bort även för tiden före: "
            f"regelstegen ingest --forget {shlex.quote(document.document)}"
        )
    return Finding(
        Severity.NOTE,
        "withdrawn",
        document.document,
        f"”{document.title}” gäller inte från den {document.withdrawn}, {why}",
        remedy,
    )


def placeholders(register: Register) -> Iterator[Finding]:
    """Fields of confirmed entries that hold what a template left to be filled in."""
    for name, entry in register.entries.items():
        for field in entry.given:
            value = getattr(entry.document, field)
            if field not in entry.document.evidence or not isinstance(value, str):
                continue
            if _UNFILLED.match(value.strip()) or find_placeholder(value) or template_text(value):
                yield Finding(
                    Severity.ERROR,
                    "placeholder",
                    name,
                    f"Posten är bekräftad, men {NAMES[field]} är inte ifyllt: ”{value}”.",
                    "Skriv det rätta värdet, eller null om det inte är känt.",
                )
