"""A document's text in parts of readable length: only the part that is looked at is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from hierarchy.documents import Provision

_WHOLE = 30_000
"""Characters up to which a document is one part."""
_SHORTEST = 8_000
"""Chapters that follow each other are one part until it has so many characters."""
_LONGEST = 40_000
"""A chapter of more than this is divided between its provisions."""


@dataclass(frozen=True)
class Part:
    """Provisions that are read together; `title` names the chapter, or the first and the last."""

    title: str
    provisions: tuple[Provision, ...]

    @property
    def first(self) -> Provision:
        return self.provisions[0]


def parts_of(provisions: Sequence[Provision]) -> list[Part]:
    """The provisions in reading order, divided at chapters where the document is long."""
    if not provisions:
        return []
    if provisions[-1].end - provisions[0].start <= _WHOLE:
        return [Part("", tuple(provisions))]
    parts: list[list[Provision]] = [[]]
    for _, group in groupby(provisions, key=chapter):
        for piece in _divided(list(group)):
            if parts[-1] and _length(parts[-1]) >= _SHORTEST:
                parts.append([])
            if parts[-1] and _length(parts[-1]) + _length(piece) > _LONGEST:
                parts.append([])
            parts[-1].extend(piece)
    return [Part(_title(part), tuple(part)) for part in parts if part]


def chapter(provision: Provision) -> str:
    """The outermost step of the address: a chapter, a heading or a protocol's item."""
    return provision.path[0] if provision.path else provision.address


def topic(provision: Provision) -> str | None:
    """What the heading adds to the address: of a protocol's "Budget 2026 – Ärendet" it is "Budget 2026"."""
    heading, step = provision.heading, provision.path[-1] if provision.path else provision.address
    bare = (heading or "").removesuffix(f" – {step}").strip()
    return bare if bare and _plain(bare) not in {_plain(step), _plain(chapter(provision))} else None


def part_with(parts: Sequence[Part], address: str | None) -> int | None:
    """Which part holds the provision; None where none does."""
    return next((at for at, part in enumerate(parts) for p in part.provisions if p.address == address), None)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _divided(group: list[Provision]) -> list[list[Provision]]:
    pieces: list[list[Provision]] = [[]]
    for provision in group:
        if pieces[-1] and _length(pieces[-1]) + provision.end - provision.start > _LONGEST:
            pieces.append([])
        pieces[-1].append(provision)
    return pieces


def _length(provisions: Sequence[Provision]) -> int:
    return sum(provision.end - provision.start for provision in provisions)


def _title(part: Sequence[Provision]) -> str:
    first, last = chapter(part[0]), chapter(part[-1])
    return first if first == last else f"{first} – {last}"
