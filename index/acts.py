"""Which statute a question means: named outright, or the right one of sister acts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from references.finding import acts_named

# A word of a title so long tells what the act is about.
_TELLING_WORD = 9
# Kinds of texts at the level of law that are no acts: they are issued under those that they name.
_ISSUED = frozenset({"förordning", "tillkännagivande", "föreskrift", "kungörelse"})
# Where they name them; and the constitution, which lets a text be issued and is not what it is about.
_INGRESS = 2_000
_CONSTITUTION = "1974:152"
# What a reader means by a word that names no one act.
_EVERYDAY = {"grundlagen": "1974:152", "procurement act": "2016:1145"}
# "Lagens", "lagen med en tävling": an act, but which is not said.
_NAMELESS = re.compile(r"(?:lag|förordning|balk)(?:en)?s?(?: (?!om\b|\().*)?", re.IGNORECASE)


@dataclass(frozen=True)
class ActMention:
    """A statute named in a question: its documents in the library, none when the library lacks it."""

    name: str
    documents: tuple[str, ...]


@dataclass(frozen=True)
class SisterActs:
    default: str
    special: dict[str, tuple[str, ...]]


def mentioned_acts(question: str, documents: Iterable[GoverningDocument]) -> list[ActMention]:
    """Every statute that the question names by number, abbreviation or name."""
    laws = [d for d in documents if d.level is Level.LAW]
    found: dict[str, tuple[str, ...]] = {}
    for name, number in _EVERYDAY.items():
        if name in question.lower():
            found[name] = tuple(d.document for d in laws if d.number == number)
    for name, number in acts_named(question):
        if name.lower().rstrip("s") not in _EVERYDAY:
            ids = tuple(d.document for d in laws if d.number == number or _is_called(d, name))
            ids = ids or _about(name, laws)
            # Two letters may mean much else: an act only where the library has it. "Lagens krav" names none.
            if ids or (len(name) > 2 and not _NAMELESS.fullmatch(name)):
                found.setdefault(name, ids)
    # Who asks may well write "lou".
    named = {document for ids in found.values() for document in ids}
    for law in laws:
        short = law.abbreviation
        if short and len(short) > 2 and law.document not in named and _holds_word(question, short):
            found[short] = tuple(d.document for d in laws if d.abbreviation == short)
    return [ActMention(name, ids) for name, ids in found.items()]


def is_issued(document: GoverningDocument) -> bool:
    """Whether it is a regulation or an announcement: at the level of law, but no act."""
    return document.level is Level.LAW and document.kind in _ISSUED


def issued_under(text: str) -> frozenset[str]:
    """Numbers of the acts that the `text` of a regulation or an announcement names where it begins.

    Whoever asks by an act asks for these as well: the thresholds of LOU stand in an announcement.
    """
    return frozenset(number for _, number in acts_named(text[:_INGRESS])) - {_CONSTITUTION}


def _holds_word(question: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", question, re.IGNORECASE) is not None


def set_aside(question: str, documents: Sequence[GoverningDocument]) -> frozenset[str]:
    """Ids of sister acts that the question does not call for.

    The default act where it calls for a special one, and the others; every special act where it calls for
    none and the library has the default.
    """
    folded = question.lower()
    numbers = {d.number: d.document for d in documents if d.level is Level.LAW}
    aside: set[str] = set()
    for group in _sister_acts():
        special = {number: words for number, words in group.special.items() if number in numbers}
        called = {number for number, words in special.items() if any(_calls(w, folded) for w in words)}
        if group.default in numbers:
            aside.update(numbers[number] for number in special if number not in called)
            aside.update([numbers[group.default]] if called else [])
    return frozenset(aside)


def _calls(word: str, question: str) -> bool:
    pattern = re.escape(word).replace(r"\*", r"\w*")
    return re.search(rf"\b{pattern}", question) is not None


def sisters_of(act: GoverningDocument, documents: Iterable[GoverningDocument]) -> list[GoverningDocument]:
    """The sister acts of an act among the documents, in the order of their group; none where it has none."""
    numbers = next(
        (
            among
            for group in _sister_acts()
            if act.level is Level.LAW and act.number in (among := (group.default, *group.special))
        ),
        (),
    )
    laws = [d for d in documents if d.level is Level.LAW and d.number != act.number]
    return [law for number in numbers for law in laws if law.number == number]


@cache
def _sister_acts() -> tuple[SisterActs, ...]:
    content = yaml.safe_load(resources.files("index").joinpath("sister_acts.yaml").read_text("utf-8"))
    return tuple(
        SisterActs(group["default"], {number: tuple(words) for number, words in group["special"].items()})
        for group in content
    )


def _about(name: str, laws: Sequence[GoverningDocument]) -> tuple[str, ...]:
    """The one act whose title has the matter that an everyday name ends with: "…tillgänglighetslagen"."""
    matter = re.sub(r"s?lagen$", "", name.lower().rstrip("s"))
    words = {d.document: re.findall(rf"\w{{{_TELLING_WORD},}}", d.title.lower()) for d in laws}
    found = tuple(of for of, titled in words.items() if any(matter.endswith(word) for word in titled))
    return found if len(found) == 1 else ()


def _is_called(document: GoverningDocument, name: str) -> bool:
    """Whether a name is the act's: "kommunallagen" for "Kommunallag", "lagen om X" for "Lag om X …"."""
    folded = name.lower().rstrip("s")
    title = re.sub(r"\s*\(\d{4}:\d+\)", "", document.title.lower())
    if folded.startswith("lagen"):
        return title.startswith(re.sub(r"^lagen \(?(?:\d{4}:\d+\)? )?", "lag ", folded)[:30])
    base = re.sub(r"(lagen|förordningen|balken|formen)$", lambda m: m[1][:-2], folded)
    return title == base or title.endswith(f" {base}")
