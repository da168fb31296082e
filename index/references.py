"""References in a question that lead straight to a provision: "19 a kap. 2 § LOU", "§ 3/26", "dnr …"."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from hierarchy.levels import Level
from index.acts import mentioned_acts
from index.library import Library

_SECTION = re.compile(r"(?:\b(\d+(?: [a-z])?) kap\.?,? )?\b(\d+(?: [a-z])?) §(?!\s*\d)", re.IGNORECASE)
_CHAPTER_COLON = re.compile(r"\b(\d+(?: ?[a-z])?):(\d+(?: ?[a-z])?)\b(?=.{0,12}\b[A-ZÅÄÖ]{2,5}\b)")
_ITEM = re.compile(r"§\s*(\d+(?:/\d{2,4})?)\b")
_DIARY = re.compile(r"\b(?=[A-ZÅÄÖ])[A-ZÅÄÖ]{1,6}[- ]?(?:[A-ZÅÄÖ]{2}\d{2}-|\d{4}/|\d{4}-)?\d[\d/-]{2,}\b")


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
    for match in _SECTION.finditer(question):
        chapter, section = match[1], match[2]
        address = f"{chapter} kap. {section} §" if chapter else f"{section} §"
        ids = [
            number
            for document in (named if acts else laws)
            for held, number in library.provision_ids(document).items()
            # "2 § (träder i kraft 2032-01-01)" is another wording of the same section.
            if held == address or held.startswith(f"{address} (")
        ]
        if ids and (acts or chapter):
            found.update(dict.fromkeys(ids))
        elif acts:
            missing.append(match[0])
    for match in _ITEM.finditer(question):
        number = f"§ {match[1]}"
        for document in eligible:
            found.update(
                (key, None)
                for address, key in library.provision_ids(document).items()
                if address == number or address.startswith(f"{number} ›")
            )
    for match in _DIARY.finditer(question):
        found.update(dict.fromkeys(library.provisions_holding(match[0], eligible)))
    return Referred(tuple(found), tuple(missing))
