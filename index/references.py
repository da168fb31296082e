"""References in a question that lead straight to a provision: "19 a kap. 2 § LOU", "§ 3/26", "dnr …"."""

from collections.abc import Collection
from dataclasses import dataclass

from hierarchy.levels import Level
from index.acts import mentioned_acts
from index.library import Library
from references.finding import find_references
from references.reference import Reference, ReferenceKind


@dataclass(frozen=True)
class Referred:
    """Where the references of a question lead: provision ids, and whether one leads nowhere.

    `missing` holds what was named but is not in the library, in the question's own words.
    """

    provisions: tuple[int, ...]
    missing: tuple[str, ...]


def follow_references(question: str, library: Library, eligible: Collection[str]) -> Referred:
    """The provisions among `eligible` documents that the question addresses outright."""
    found: dict[int, None] = {}
    missing: list[str] = []
    acts = mentioned_acts(question, library.documents())
    named = [document for act in acts for document in act.documents if document in eligible]
    laws = [d.document for d in library.documents() if d.level is Level.LAW and d.document in eligible]
    for reference in find_references(question):
        if reference.kind is ReferenceKind.DIARY:
            found.update(dict.fromkeys(library.provisions_holding(reference.text, eligible)))
        elif reference.text.startswith("§"):
            found.update(dict.fromkeys(_items(f"§ {reference.section}", library, eligible)))
        elif reference.section and reference.address:
            meant = _acts_meant(reference, library, named if acts else laws)
            ids = [
                key
                for document in meant
                for address, key in library.provision_ids(document).items()
                # "2 § (träder i kraft 2032-01-01)" is another wording of the same section.
                if address == reference.address or address.startswith(f"{reference.address} (")
            ]
            if ids and (acts or reference.chapter):
                found.update(dict.fromkeys(ids))
            elif acts:
                missing.append(reference.text)
    return Referred(tuple(found), tuple(missing))


def _acts_meant(reference: Reference, library: Library, named: list[str]) -> list[str]:
    """Of the acts that the question names, the one that stands beside the reference, where one does."""
    numbers = {d.document: d.number for d in library.documents()}
    return [document for document in named if reference.act in (None, numbers[document])] or named


def _items(number: str, library: Library, eligible: Collection[str]) -> list[int]:
    """The provisions of a protocol's item, in every protocol that has one of that number."""
    return [
        key
        for document in eligible
        for address, key in library.provision_ids(document).items()
        if address == number or address.startswith(f"{number} ›")
    ]
