"""Which organisations a document binds, when no register says it."""

import re
from pathlib import Path

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy, Organisation

# The title block and the first lines say whose document it is; further down others are mentioned.
_OPENING_CHARACTERS = 400


def organisations_of(
    document: GoverningDocument, text: str, source: Path, hierarchy: Hierarchy
) -> tuple[str, ...]:
    """Ids, from the document's opening, else from its top folder, else from all its text.

    Empty where nothing tells: the caller must not take that for "binds everyone".
    """
    for place in (document.title, text[:_OPENING_CHARACTERS]):
        named = _named(place, hierarchy)
        if len(named) == 1:
            return named
    folder = source.parts[0] if len(source.parts) > 1 else ""
    if hierarchy.organisation(folder):
        return (folder,)
    named = _named(text, hierarchy)
    if len(named) == 1:
        return named
    if len(hierarchy.organisations) == 1:
        return (hierarchy.organisations[0].id,)
    return ()


def _named(text: str, hierarchy: Hierarchy) -> tuple[str, ...]:
    return tuple(o.id for o in hierarchy.organisations if any(_stands_in(text, name) for name in _names(o)))


def _stands_in(text: str, name: str) -> bool:
    """Whether a name stands in the text as words of its own, the genitive included."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return bool(words) and re.search(rf"(?<!\w){words}s?(?!\w)", text, re.IGNORECASE) is not None


def _names(organisation: Organisation) -> tuple[str, ...]:
    return (organisation.name_sv, *organisation.names)
