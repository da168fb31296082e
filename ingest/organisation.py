"""Which organisations a document binds, when no register says it."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from hierarchy.documents import Confidence, GoverningDocument
from hierarchy.levels import Hierarchy, Organisation

# The title block and the first lines say whose document it is; further down others are mentioned.
_OPENING_CHARACTERS = 400
_LETTERHEAD_LINES = 4
_CLOSING_CHARACTERS = 300
_TOGETHER_AT_LEAST = 2
"""A record further down says so often that it is about several together, before it is taken to be."""


_ASIDE = r"(?:,?\s*\(?(?:org\.?\s?(?:nr|nummer)|organisationsnummer)[\s.:]*[\d-]+\)?)?(?:\s*\([^)]{1,60}\))?"
"""What contracts put behind a party's name: its number, and what it is called from here on."""


_BINDS = re.compile(r"(?<!\w)(?:gäller|omfattar|binder|gemensam\w*)\b[^.\n]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Bound:
    """Ids of the organisations, how sure it is, and where in the text they are named: None where nowhere.

    No ids mean that nothing tells: the caller must not take that for "binds everyone".
    """

    organisations: tuple[str, ...]
    confidence: Confidence = Confidence.INFERRED
    span: tuple[int, int] | None = None


def organisations_of(
    document: GoverningDocument, text: str, source: Path, hierarchy: Hierarchy
) -> tuple[str, ...]:
    """Ids, from the document's opening, else from its top folder, else from all its text."""
    return bound_by(document, text, source, hierarchy).organisations


def bound_by(
    document: GoverningDocument,
    text: str,
    source: Path,
    hierarchy: Hierarchy,
    paper: tuple[str, ...] = (),
) -> Bound:
    """The organisations and what shows it. `paper`: running heads and feet and the like, most telling first,
    which are no part of `text`.

    Organisations that the opening names together ("Region A och Region B") are bound together; a record,
    which binds nobody, concerns those that it names together again and again. Either holds only where the
    document's own organisation is among them.
    """
    own = _own(document, text, source, hierarchy, paper)
    within = _OPENING_CHARACTERS if document.level.is_rung else len(text)
    together = _together(text, within, hierarchy)
    if together is not None and (not own.organisations or {*own.organisations} <= {*together.organisations}):
        return together
    if own.organisations:
        return own
    named = _named(text, hierarchy)
    if len(named) == 1:
        # Somewhere in the text another organisation may be mentioned as well as one's own.
        return Bound(named, Confidence.INFERRED, _place(text, hierarchy, named[0]))
    if len(hierarchy.organisations) == 1:
        return Bound((hierarchy.organisations[0].id,))
    return Bound(())


def _own(
    document: GoverningDocument, text: str, source: Path, hierarchy: Hierarchy, paper: tuple[str, ...]
) -> Bound:
    """The only organisation that one of these names: title, opening, running heads, the text's last words.

    A record's title may name another ("Yttrande över Region A:s förslag"): then its paper and opening go
    first, and the title only hints.
    """
    head, foot = text[:_OPENING_CHARACTERS], text[-_CLOSING_CHARACTERS:]
    places = [(document.title, Confidence.STATED), (head, Confidence.STATED)]
    places += [(place, Confidence.READ) for place in paper]
    if not document.level.is_rung:
        lines = [line for line in head.split("\n")[:_LETTERHEAD_LINES] if document.title not in line]
        letterhead = [(line, Confidence.READ) for line in lines]
        places = [*places[2:], *letterhead, *places[1:2], (document.title, Confidence.INFERRED)]
    folder = source.parts[0] if len(source.parts) > 1 else ""
    if not hierarchy.organisation(folder):
        places.append((foot, Confidence.INFERRED))
    for place, confidence in places:
        named = _named(place, hierarchy)
        if len(named) == 1:
            span = _place(text, hierarchy, named[0])
            return Bound(
                named,
                Confidence.READ if span is None and confidence is Confidence.STATED else confidence,
                span,
            )
    return Bound((folder,) if hierarchy.organisation(folder) else ())


def _together(text: str, within: int, hierarchy: Hierarchy) -> Bound | None:
    """The organisations that are named in one breath in the opening, or repeatedly within the first
    `within`.
    """
    names = {
        " ".join(name.casefold().split()): organisation.id
        for organisation in hierarchy.organisations
        for name in names_of(organisation)
    }
    if len(hierarchy.organisations) < 2:
        return None
    spelt = sorted((r"\s+".join(map(re.escape, name.split())) for name in names), key=len, reverse=True)
    name = rf"(?:{'|'.join(spelt)})"
    chain = re.compile(
        rf"(?<!\w){name}s?(?:{_ASIDE},\s+{name}s?)*{_ASIDE},?\s+(?:och|samt|and)\s+(?:respektive\s+)?{name}s?(?!\w)",
        re.IGNORECASE,
    )
    single = re.compile(rf"(?<!\w)({name})s?(?!\w)", re.IGNORECASE)
    groups: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], tuple[int, int]] = {}
    bound = [
        found
        for found in chain.finditer(text, within)
        if _BINDS.search(text, found.start() - 40, found.start())
    ]
    for found in (*chain.finditer(text[:within]), *bound):
        ids = dict.fromkeys(names[" ".join(one.casefold().split())] for one in single.findall(found.group()))
        group = tuple(sorted(ids))
        if len(group) > 1:
            groups[group] += 1
            first.setdefault(group, found.span())
    if not groups:
        return None
    group, count = groups.most_common(1)[0]
    if count < _TOGETHER_AT_LEAST and first[group][0] > _OPENING_CHARACTERS and not bound:
        return None
    return Bound(group, Confidence.READ, first[group])


def _place(text: str, hierarchy: Hierarchy, organisation_id: str) -> tuple[int, int] | None:
    organisation = hierarchy.organisation(organisation_id)
    found = (name_in(text, name) for name in names_of(organisation)) if organisation else iter(())
    return next((span for span in found if span is not None), None)


def _named(text: str, hierarchy: Hierarchy) -> tuple[str, ...]:
    return tuple(
        o.id for o in hierarchy.organisations if any(name_in(text, name) is not None for name in names_of(o))
    )


def name_in(text: str, name: str) -> tuple[int, int] | None:
    """Where a name stands in the text as words of its own, the genitive included."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    found = re.search(rf"(?<!\w){words}s?(?!\w)", text, re.IGNORECASE) if words else None
    return found.span() if found else None


def names_of(organisation: Organisation) -> tuple[str, ...]:
    """Everything that texts call it, its present name first."""
    return (organisation.name_sv, *organisation.names)
