"""References in a terminal, and the text and act that they are looked for in."""

import re
import sys
from collections.abc import Sequence

from rich.console import Group, RenderableType

from commands.output import paragraph, shortened
from commands.usage import CommandFailed
from references.finding import acts_named
from references.reference import Reference, ReferenceKind

_LONGEST_TEXT = 160
_NUMBER = re.compile(r"\d{4}:\d{1,4}")


def read_text(argument: str) -> str:
    """The text to look in: the argument, or standard input where it is "-". Raises CommandFailed."""
    if argument != "-":
        return argument
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandFailed("Texten på standard in är inte i UTF-8.", "Spara om den som UTF-8.") from None


def act_number(written: str) -> str:
    """An act's number from the number itself, a name or an abbreviation. Raises CommandFailed."""
    named = acts_named(written)
    if len(named) == 1 and named[0][0] == written.strip() and _NUMBER.fullmatch(named[0][1]):
        return named[0][1]
    raise CommandFailed(
        f"”{written}” är ingen känd författning.", "Skriv dess nummer, till exempel 2016:1145, efter --act."
    )


def references_shown(references: Sequence[Reference]) -> RenderableType:
    """Each reference's words, and under them what it points at."""
    if not references:
        return paragraph("Texten innehåller inga hänvisningar.")
    parts: list[RenderableType] = []
    for reference in references:
        parts += [
            paragraph(shortened(reference.text, _LONGEST_TEXT), style="bold"),
            paragraph(_meaning(reference), 4),
        ]
    return Group(*parts)


def _meaning(reference: Reference) -> str:
    act = (
        reference.act
        if reference.act
        else "protokoll"
        if reference.kind is ReferenceKind.ITEM
        else "samma text"
    )
    facts = [
        f"ärende {act}" if reference.kind is ReferenceKind.DIARY else act,
        reference.address,
        f"stycke {reference.stycke}" if reference.stycke else None,
        f"mening {reference.mening}" if reference.mening else None,
        f"punkt {reference.point}" if reference.point else None,
    ]
    return " · ".join(fact for fact in facts if fact)
