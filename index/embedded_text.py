"""The words that are embedded for each passage of a provision."""

from collections.abc import Iterator

from hierarchy.documents import GoverningDocument, Provision
from index.passages import PassageKind, Span, Unit, units


def context(document: GoverningDocument, provision: Provision) -> tuple[str, ...]:
    """The words above a provision that say what it is about: the chapter's and the nearest heading."""
    return tuple(dict.fromkeys(part for part in (*provision.path[:-1], provision.heading) if part))


def embedded_passages(
    document: GoverningDocument, provision: Provision, text: str, keys: tuple[str, ...]
) -> Iterator[tuple[PassageKind, Unit, str]]:
    """Each passage of a provision with the words that are embedded for it."""
    heading = ", ".join([document.abbreviation or document.title, *context(document, provision)])
    for unit in units(text, provision.start, provision.end):
        yield PassageKind.UNIT, unit, f"{heading}: {unit.text_in(text)}"
    whole = Unit(Span(provision.start, provision.end))
    for key in keys:
        yield PassageKind.KEY, whole, key
