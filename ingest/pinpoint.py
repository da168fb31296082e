"""Addresses finer than a section: "19 a kap. 5 § första stycket 2 a" leads to its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hierarchy.documents import Provision
from ingest.section_parts import Marker, Part, stycken

_ORDINALS = (
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde",
    "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde",
    "tjugonde",
)  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
_PART = re.compile(
    rf"(?:(?P<ordinal>{_ORDINAL}|sista) stycket|(?P<stycke>\d{{1,2}}) st(?:ycket\b|\.))?"
    r"(?: ?(?:p(?:unkt(?:en)?\b|\.) ?)?(?P<point>\d{1,3}(?: [a-z](?![a-zåäö]))?)(?: p(?:unkten\b|\.))?)?"
    r"(?: ?(?P<letter>[a-zåäö])\)?(?![a-zåäö]))?"
    rf"(?: ?(?P<dash>{_ORDINAL}) strecksatsen)?"
)


@dataclass(frozen=True)
class Pinpoint:
    """What an address says after the section: which stycke, and the labels of points, outermost first.

    `stycke` counts from 1, is -1 for the last and None where the address names none.
    """

    stycke: int | None
    points: tuple[tuple[Marker, str], ...]


def read_pinpoint(words: str) -> Pinpoint | None:
    """What `words` ("första stycket 2 a") point at; None where they are no such address."""
    found = _PART.fullmatch(" ".join(words.casefold().split()))
    if found is None or not found.group():
        return None
    stycke = int(found["stycke"]) if found["stycke"] else None
    if found["ordinal"]:
        stycke = -1 if found["ordinal"] == "sista" else _ORDINALS.index(found["ordinal"]) + 1
    points: list[tuple[Marker, str]] = []
    if found["point"]:
        points.append(("number", found["point"]))
    if found["letter"]:
        points.append(("letter", found["letter"]))
    if found["dash"]:
        points.append(("dash", str(_ORDINALS.index(found["dash"]) + 1)))
    return Pinpoint(stycke, tuple(points))


def provisions_at(address: str, provisions: Iterable[Provision], text: str) -> tuple[Provision, ...]:
    """What stands at an address, and under it where it is a chapter's, an item's or a heading's.

    Empty where nothing does. `provisions` are those of one document and `text` is its stored text.
    """
    held = tuple(provisions)
    found = provision_at(address, held, text)
    wanted = usual_address(address)
    under = [p for p in held if p != found and _stands_under(usual_address(p.address), wanted)]
    return tuple(under) if found is None else (found, *under)


def provision_at(address: str, provisions: Iterable[Provision], text: str) -> Provision | None:
    """The provision at an address, narrowed to the stycke or point that the address names; None if nowhere.

    `provisions` are those of one document and `text` is its stored text. What comes back has the address as
    it was asked for, in the usual spelling, and the span of its words. Without a stycke in the address a
    point must be the only one of its number in the section.
    """
    wanted = usual_address(address)
    candidates = [p for p in provisions if _reaches(usual_address(p.address), wanted)]
    if not candidates:
        return None
    section = max(candidates, key=lambda p: len(p.address))
    rest = wanted[len(usual_address(section.address)) :].strip()
    if not rest:
        return section
    pinpoint = read_pinpoint(rest)
    part = None if pinpoint is None else part_at(pinpoint, text[section.start : section.end])
    if part is None:
        return None
    return replace(
        section,
        address=f"{section.address} {rest}",
        start=section.start + part.start,
        end=section.start + part.end,
    )


def part_at(pinpoint: Pinpoint, section: str) -> Part | None:
    """The stycke or point of a section's text that is pointed at; None where there is none, or several."""
    parts = stycken(section)
    if pinpoint.stycke is not None:
        place = pinpoint.stycke - 1 if pinpoint.stycke > 0 else len(parts) - 1
        parts = parts[place : place + 1] if 0 <= place < len(parts) else ()
    if not pinpoint.points:
        return parts[0] if len(parts) == 1 else None
    found = [part for stycke in parts for part in [_point(stycke, pinpoint.points)] if part is not None]
    return found[0] if len(found) == 1 else None


def _point(part: Part, labels: tuple[tuple[Marker, str], ...]) -> Part | None:
    for marker, label in labels:
        within = [
            point for point in part.points if (point.marker, _joined(point.label)) == (marker, _joined(label))
        ]
        if not within and marker == "number" and " " in label:
            # "2 a" is the inserted point 2 a where there is one, else the letter a of point 2.
            number, letter = label.split()
            inside = _point(part, (("number", number), ("letter", letter)))
            within = [inside] if inside else []
        if len(within) != 1:
            return None
        part = within[0]
    return part


def _reaches(own: str, wanted: str) -> bool:
    """Whether what is wanted is a provision, or a stycke or point of a section or of a protocol's part."""
    return wanted == own or ((own.endswith("§") or own.startswith("§")) and wanted.startswith(f"{own} "))


def _stands_under(own: str, wanted: str) -> bool:
    return own.startswith(f"{wanted} › ") or (wanted.endswith("kap.") and own.startswith(f"{wanted} "))


def usual_address(address: str) -> str:
    """An address as it is compared: "19A kap 5§" as "19 a kap. 5 §", capitals and spaces apart."""
    spaced = re.sub(
        r"(\d)\s*([a-z]?)\s*(kap\b\.?|§)", r"\1 \2 \3", " ".join(address.split()), flags=re.IGNORECASE
    )
    spaced = re.sub(r"\bkap\b\.?", "kap.", spaced, flags=re.IGNORECASE)
    return " ".join(spaced.split()).casefold()


def _joined(label: str) -> str:
    return label.replace(" ", "")
