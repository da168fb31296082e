"""The well-known acts: what they are called, and their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from references.lexemes import Lexemes
from references.names import Names, words


@dataclass(frozen=True)
class KnownAct:
    """An act of `acts.yaml`: its number, what running text calls it, short names and abbreviations."""

    number: str
    title: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@cache
def known_acts() -> Mapping[str, KnownAct]:
    """The acts by number."""
    content = yaml.safe_load(resources.files("references").joinpath("acts.yaml").read_text("utf-8"))
    return {
        entry["number"]: KnownAct(
            entry["number"],
            entry["title"],
            tuple(entry.get("names", ())),
            tuple(entry.get("abbreviations", ())),
        )
        for entry in content
    }


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviation → number, in the letter case that people write."""
    return {short: act.number for act in known_acts().values() for short in act.abbreviations}


def abbreviation_of(number: str) -> str | None:
    """What an act is usually abbreviated to; None where it has no abbreviation or is not among the known."""
    act = known_acts().get(number)
    return act.abbreviations[0] if act and act.abbreviations else None


@cache
def _names() -> Names[KnownAct]:
    names: Names[KnownAct] = Names()
    for act in known_acts().values():
        for name in (act.title, *act.names):
            names.add(name, act)
    return names


def known_act_at(found: Lexemes, i: int) -> tuple[KnownAct, int] | None:
    """The known act whose title or name begins at lexeme `i`, and the index after the name."""
    return _names().at(found, i)


def title_end(found: Lexemes, i: int, number: str) -> int:
    """The index after the rest of a known act's title ("om offentlig upphandling") that begins at `i`, else `i`."""
    act = known_acts().get(number)
    if act is None:
        return i
    _, *rest = words(act.title)
    matches = rest and all((found[i + k].lower or found[i + k].text) == word for k, word in enumerate(rest))
    return i + len(rest) if matches else i
