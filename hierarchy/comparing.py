"""Two editions of a document, provision by provision: what is added, removed, moved and worded otherwise."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from hierarchy.documents import Provision

_TOKEN = re.compile(r"\w+(?:[-/:.,]\w+)*|[^\w\s]")
# "4.1 Avtalstrohet" in one edition is "Avtalstrohet" in another; "2 §" and "19 a kap." are addresses.
_NUMBERING = re.compile(r"^\d+(?:\.\d+)*\.?\s+(?=[^\W\d_]{2})")
_CHAPTER = re.compile(r"^\d+(?:\s?[a-z])?\s(?:kap\b|§)")
_ALIKE = 0.5
"""Share of common words from which two provisions under different headings are the same one, reworded."""
_ALIKE_OF_HEADING = 0.2
"""The same where the one heading has all words of the other ("Konsulter", "Konsulter och hyrpersonal")."""
_REWRITTEN = 0.3
"""Below this share of common words a provision is shown whole on both sides, not word by word."""
_SAME_BETWEEN = 2
"""Two differences with at most so many equal words between them are read as one."""


class ChangeKind(StrEnum):
    """What became of a provision. `MOVED`: the same words under another heading or number."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Worded:
    """A provision with its words: `text` is the stored text from its `start` to its `end`."""

    provision: Provision
    text: str


@dataclass(frozen=True)
class Stretch:
    """A stretch of one edition's stored text, by character offsets; empty where nothing stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Difference:
    """Words that stand in one edition and not in the other: replaced, left out or put in."""

    before: Stretch
    after: Stretch


@dataclass(frozen=True)
class Change:
    """What became of one provision; `earlier` or `later` is None where it is added or removed.

    `differences` in reading order, only of what is changed. `alike` is the share of words in common, 0–1;
    `rewritten` says that it is too little for the differences to be read word by word.
    """

    kind: ChangeKind
    earlier: Provision | None
    later: Provision | None
    differences: tuple[Difference, ...] = ()
    alike: float = 0.0

    @property
    def rewritten(self) -> bool:
        return self.kind is ChangeKind.CHANGED and self.alike < _REWRITTEN


@dataclass(frozen=True)
class Comparison:
    """The changes in the later edition's order, then what was removed; `unchanged` counts the rest."""

    changes: tuple[Change, ...]
    unchanged: int

    def of_kind(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind is kind)


def compare_editions(earlier: Sequence[Worded], later: Sequence[Worded]) -> Comparison:
    """What separates two editions.

    Provisions are paired by their words, then by their headings (numbering apart), then by likeness; what
    is left of the earlier edition was removed, what is left of the later one is added. White space and the
    numbers before headings are no difference.
    """
    partner = _paired(earlier, later)
    changes: list[Change] = []
    unchanged = 0
    for place, new in enumerate(later):
        if place not in partner:
            changes.append(Change(ChangeKind.ADDED, None, new.provision))
            continue
        old = earlier[partner[place]]
        if _words(old.text) != _words(new.text):
            changes.append(_changed(old, new))
        elif _key(old.provision) != _key(new.provision):
            changes.append(Change(ChangeKind.MOVED, old.provision, new.provision, alike=1.0))
        else:
            unchanged += 1
    kept = set(partner.values())
    changes += [
        Change(ChangeKind.REMOVED, old.provision, None)
        for place, old in enumerate(earlier)
        if place not in kept
    ]
    return Comparison(tuple(changes), unchanged)


def _paired(earlier: Sequence[Worded], later: Sequence[Worded]) -> dict[int, int]:
    """Places in the later edition → places in the earlier one, each used once."""
    partner: dict[int, int] = {}
    free_old, free_new = dict.fromkeys(range(len(earlier))), dict.fromkeys(range(len(later)))

    def pair(new: int, old: int) -> None:
        partner[new] = old
        del free_new[new], free_old[old]

    same_place_and_words = lambda w: (_key(w.provision), _words(w.text))  # noqa: E731
    for name in (
        same_place_and_words,
        lambda w: _words(w.text),
        lambda w: _key(w.provision),
        # Only headings: every chapter of a statute has a 2 §.
        lambda w: None if _is_numbered(w.provision) else _key(w.provision)[-1:],
    ):
        old_by_name: dict[object, list[int]] = {}
        for old in free_old:
            old_by_name.setdefault(name(earlier[old]), []).append(old)
        new_by_name: dict[object, list[int]] = {}
        for new in free_new:
            new_by_name.setdefault(name(later[new]), []).append(new)
        for key, news in new_by_name.items():
            olds = old_by_name.get(key, [])
            # Several of one name are told apart by their words alone, below.
            if key is not None and len(olds) == len(news):
                for new, old in zip(news, olds, strict=True):
                    pair(new, old)
    bags_old = {old: Counter(_words(earlier[old].text)) for old in free_old}
    bags_new = {new: Counter(_words(later[new].text)) for new in free_new}
    likeness = sorted(
        (
            (alike, new, old)
            for new, bag in bags_new.items()
            for old, other in bags_old.items()
            if (alike := _alike(bag, other))
            >= (_ALIKE_OF_HEADING if _share_heading(later[new], earlier[old]) else _ALIKE)
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    for _, new, old in likeness:
        if new in free_new and old in free_old:
            pair(new, old)
    return partner


def _changed(old: Worded, new: Worded) -> Change:
    alike = _alike(Counter(_words(old.text)), Counter(_words(new.text)))
    return Change(ChangeKind.CHANGED, old.provision, new.provision, tuple(_differences(old, new)), alike)


def _differences(old: Worded, new: Worded) -> Iterator[Difference]:
    before, after = list(_TOKEN.finditer(old.text)), list(_TOKEN.finditer(new.text))
    matcher = SequenceMatcher(
        None, [m.group().casefold() for m in before], [m.group().casefold() for m in after], autojunk=False
    )
    runs: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if runs and a - runs[-1][1] <= _SAME_BETWEEN and c - runs[-1][3] <= _SAME_BETWEEN:
            runs[-1] = (runs[-1][0], b, runs[-1][2], d)
        else:
            runs.append((a, b, c, d))
    for a, b, c, d in runs:
        yield Difference(_stretch(old, before, a, b), _stretch(new, after, c, d))


def _stretch(worded: Worded, tokens: Sequence[re.Match[str]], first: int, last: int) -> Stretch:
    """The text of tokens `first` up to `last`; where there are none, the empty place between two tokens."""
    if first < last:
        start, end = tokens[first].start(), tokens[last - 1].end()
    else:
        start = end = tokens[first - 1].end() if first else 0
    offset = worded.provision.start
    return Stretch(offset + start, offset + end, worded.text[start:end])


def _alike(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in _TOKEN.finditer(text))


def _key(provision: Provision) -> tuple[str, ...]:
    """The path without numbering, in lower case; sections and chapters keep theirs."""
    return tuple(
        (step if _CHAPTER.match(step) else _NUMBERING.sub("", step)).casefold() for step in provision.path
    )


def _share_heading(one: Worded, other: Worded) -> bool:
    if not one.provision.path or not other.provision.path or _is_numbered(one.provision):
        return False
    a, b = ({*_words(_key(w.provision)[-1])} for w in (one, other))
    return a <= b or b <= a


def _is_numbered(provision: Provision) -> bool:
    return bool(provision.path) and _CHAPTER.match(provision.path[-1]) is not None
