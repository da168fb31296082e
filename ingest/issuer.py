"""On whose paper a document is written: the letterhead's name, or its web and e-mail addresses."""

import re
from pathlib import Path

from hierarchy.documents import Confidence, Evidence, GoverningDocument
from hierarchy.levels import Hierarchy
from ingest.blocks import Reading
from ingest.identity_kind import head_lines
from ingest.organisation import name_in, names_of
from ingest.stored_text import StoredText

_DOMAIN = re.compile(r"(?:@|\bwww\.|https?://)(?:[\w-]+\.)*?([\w-]+)\.(?:se|nu|org|com|eu)\b", re.IGNORECASE)
_FIRST_WORDS = 60
"""Characters of a record that stand for its letterhead where it has none of its own."""
_FOLDED = str.maketrans("åäöéü", "aaoeu")


def issuer_of(
    document: GoverningDocument, reading: Reading, stored: StoredText, source: Path, hierarchy: Hierarchy
) -> tuple[str, Evidence] | None:
    """The organisation's present name and what shows it; None where the paper names none or several.

    Of a record without letterhead the folder tells, which is no more than an inference; of a rule it tells
    whom the rule binds, which is another field.
    """
    for placed in stored.blocks:
        if placed.block.kind == "header" and (found := _on(placed.block.text, hierarchy)):
            name, (start, end) = found
            start, end = placed.start + start, placed.start + end
            mark = stored.mark_at(start)
            quote = stored.text[start:end]
            return name, Evidence(quote, mark.page if mark else None, confidence=Confidence.STATED)
    found = _on("\n".join(reading.dropped), hierarchy)
    if found is not None:
        return found[0], Evidence(page=1 if reading.pages else None, confidence=Confidence.READ)
    if not document.level.is_rung and (printed := _on_first_lines(stored, hierarchy)):
        name, (start, end) = printed
        mark = stored.mark_at(start)
        shown = Evidence(stored.text[start:end], mark.page if mark else None, confidence=Confidence.READ)
        return name, shown
    folder = hierarchy.organisation(source.parts[0]) if len(source.parts) > 1 else None
    if folder is not None and not document.level.is_rung:
        return folder.name_sv, Evidence(confidence=Confidence.INFERRED)
    return None


def _on_first_lines(stored: StoredText, hierarchy: Hierarchy) -> tuple[str, tuple[int, int]] | None:
    """The one that the first characters name, or a line of its own that begins with a name."""
    found = _on(stored.text[:_FIRST_WORDS], hierarchy)
    if found is not None:
        return found
    for start, line in head_lines(stored):
        named = _on(line, hierarchy)
        if named is not None and named[1][0] == 0:
            return named[0], (start, start + named[1][1])
    return None


def _on(letterhead: str, hierarchy: Hierarchy) -> tuple[str, tuple[int, int]] | None:
    """The one organisation that a letterhead names in words, else by its domain."""
    named = [
        (organisation.name_sv, span)
        for organisation in hierarchy.organisations
        if (span := next((s for name in names_of(organisation) if (s := name_in(letterhead, name))), None))
    ]
    if named:
        return named[0] if len(named) == 1 else None
    addressed: dict[str, tuple[int, int]] = {}
    for found in _DOMAIN.finditer(letterhead):
        for organisation in hierarchy.organisations:
            if any(_plain(found[1]) == _plain(name) for name in names_of(organisation) if " " in name):
                addressed.setdefault(organisation.name_sv, found.span())
    return next(iter(addressed.items())) if len(addressed) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold()).translate(_FOLDED)
