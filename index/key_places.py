"""Whether keys lead somewhere: addresses that exist, and provisions that have none. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from hierarchy.documents import GoverningDocument, Provision
from index.keys import Keys
from ingest.pinpoint import usual_address

_NEAREST = 3
_ALIKE = 0.5
"""How alike an address must be to be named as near (difflib's ratio)."""
_FEWEST_LETTERS = 25
"""A provision with less to say than this is a heading or a line of a form, which nobody asks for."""


@dataclass(frozen=True)
class Nowhere:
    """Keys whose address, or whose act (`address` is None), doesn't exist; `near` are those most like it."""

    file: str
    act: str
    address: str | None
    near: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """How many of a document's provisions have keys, and the addresses of those that have none."""

    document: str
    title: str
    provisions: int
    without: tuple[str, ...]


def lead_nowhere(
    file: str,
    act: str,
    addresses: Iterable[str],
    documents: Mapping[str, GoverningDocument],
    provisions: Sequence[Provision],
) -> list[Nowhere]:
    """What in one file of keys leads nowhere.

    `documents` are the library's by what key files call them, `provisions` those of the file's own one.
    """
    if act not in documents:
        return [Nowhere(file, act, None, tuple(get_close_matches(act, documents, _NEAREST, _ALIKE)))]
    there = {usual_address(provision.address): provision.address for provision in provisions}
    return [
        Nowhere(file, act, address, _near(usual_address(address), there))
        for address in addresses
        if usual_address(address) not in there
    ]


def _near(wanted: str, there: Mapping[str, str]) -> tuple[str, ...]:
    """A provision that the address lies in or that ends like it stands nearest, then what is spelt alike."""
    related = [
        own for own in there if wanted.startswith(f"{own} ") or own.endswith((f" {wanted}", f"› {wanted}"))
    ]
    alike = get_close_matches(wanted, there, _NEAREST, _ALIKE)
    return tuple(there[own] for own in dict.fromkeys((*related, *alike)))[:_NEAREST]


def coverage_of(
    document: GoverningDocument, act: str, provisions: Sequence[Provision], text: str, keys: Keys
) -> Coverage:
    """Which provisions of a document (`act` to key files, with its stored `text`) have keys and which not."""
    asked_for = [p for p in provisions if says_something(text[p.start : p.end])]
    without = tuple(p.address for p in asked_for if not keys.of(act, p.address))
    return Coverage(document.document, document.title, len(asked_for), without)


def says_something(words: str) -> bool:
    """Whether a provision's words are more than a heading or a label."""
    return sum(character.isalpha() for character in words) >= _FEWEST_LETTERS
