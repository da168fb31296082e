"""Where a rule stands: its heading, and which words of that set it apart from its neighbours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hierarchy.documents import Provision
from hierarchy.rule_words import is_empty, stem

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = frozenset("av för från hos i inom med mot om på till under utan vid när där som".split())  # noqa: SIM905


@dataclass(frozen=True)
class Setting:
    """`nearest`: the words of the heading next above a rule.

    `apart`: words of the nearest that a neighbour with the same noun lacks: "Extern representation" beside
    "Intern representation" speaks of the external alone.
    """

    nearest: tuple[str, ...]
    apart: tuple[str, ...]


def setting_of(provision: Provision, neighbours: Iterable[Provision]) -> Setting:
    """The setting of a provision among the `neighbours` of its document."""
    own = provision.heading or ""
    others = {p.heading for p in neighbours if p.heading and p.heading != own}
    rivals = [other for other in others if _noun(other) and _noun(other) == _noun(own)]
    shared = {stem(word) for other in rivals for word in _words(other)}
    return Setting(
        _words(own),
        tuple(word for word in _words(own) if rivals and stem(word) not in shared and not is_empty(word)),
    )


def _words(heading: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(heading.casefold()))


def _noun(heading: str) -> str | None:
    """The stem of the noun that a heading turns on: the last word before any preposition."""
    noun = None
    for word in _words(heading):
        if word in _OPENS:
            break
        noun = word
    return stem(noun) if noun else None
