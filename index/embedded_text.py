"""The words that are embedded for each passage of a provision."""

from collections.abc import Iterator

from hierarchy.documents import GoverningDocument, Provision
from index.passages import Unit, units


def context(document: GoverningDocument, provision: Provision) -> tuple[str, ...]:
    """The words above a provision that say what it is about: the chapter's and the nearest heading."""
    return tuple(dict.fromkeys(part for part in (*provision.path[:-1], provision.heading) if part))


def embedded_units(
    document: GoverningDocument, provision: Provision, text: str
) -> Iterator[tuple[Unit, str]]:
    """Each unit of a provision with the words that are embedded for it.

    The first unit stands under its document and the nearest heading, the others under the heading alone:
    more than that costs time and finds nothing that the words of the headings don't find.
    """
    title = document.abbreviation or document.title
    nearest = context(document, provision)[-1:]
    for place, unit in enumerate(units(text, provision.start, provision.end)):
        heading = ", ".join((title, *nearest) if place == 0 else (nearest or (title,)))
        yield unit, f"{heading}: {unit.text_in(text)}"
