"""Lines joined to running text: words divided at a line's end are mended, real hyphens are kept."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_HYPHENS = ("-", "\u2010", "\u2011")
_DIVIDED = re.compile(r"([^\W_]+(?:-[^\W_]+)*)[-\u2010\u2011]$")
_SUSPENDED = frozenset({"och", "eller", "samt", "respektive", "resp", "kontra", "and"})
"""Before these a hyphen stands for the rest of a compound: "inköps- och upphandlingsfrågor"."""
_ALSO_ENDINGS = frozenset({"till", "men", "or"})
"""These seldom follow such a hyphen and often end a word: "ra-men", "där-till"."""
_STEM = 4
"""So long must the end of a divided word be for a longer word to tell that it is one."""
_LIKE_SAMT = frozenset({"gemen", "verk", "lön", "spar", "lång", "var", "råd"})
"""What "samt" ends as part of a word: "gemensamt", "verksamt"."""


class Vocabulary:
    """The words of a document that no line end divides, in lower case, with how often each occurs."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._prefixes: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.casefold())
            if words and line.endswith(_HYPHENS) and _DIVIDED.search(line):
                words.pop()
            self._words.update(words)
            self._prefixes.update(word.split("-")[0] for word in words if "-" in word)

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words

    def begins(self, start: str) -> bool:
        """Whether some undivided word begins with `start`, as an inflected form of it does."""
        start = start.casefold()
        place = bisect_left(self._sorted, start)
        return place < len(self._sorted) and self._sorted[place].startswith(start)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def hyphenates(self, word: str) -> bool:
        """Whether `word` occurs as the first part of a hyphenated compound."""
        return word.casefold() in self._prefixes


def join(before: str, after: str, vocabulary: Vocabulary) -> str:
    """`before` and `after`, two consecutive lines of one paragraph, as running text."""
    if not before or not after:
        return before + after
    if before.endswith("\u00ad"):
        return before.rstrip("\u00ad") + after
    divided = _DIVIDED.search(before) if before.endswith(_HYPHENS) else None
    head = _WORD.match(after)
    if divided is None or head is None:
        return f"{before} {after}"
    left, right = divided[1].split("-")[-1], head[0]
    if _is_suspended(left, right.casefold(), vocabulary):
        return f"{before} {after}"
    return before + after if _keeps_hyphen(left, right, vocabulary) else before[:-1] + after


def tidy(text: str) -> str:
    """`text` without soft hyphens inside words."""
    return text.replace("\u00ad", "")


def _is_suspended(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen after `left` stands for the end of a compound that comes after `right`."""
    if left + right in vocabulary or (right == "samt" and left.casefold() in _LIKE_SAMT):
        return False
    if right in _ALSO_ENDINGS:
        return left.endswith("s") or vocabulary.hyphenates(left)
    return right in _SUSPENDED


def _keeps_hyphen(left: str, right: str, vocabulary: Vocabulary) -> bool:
    if len(left) == 1 or any(c.isdigit() for c in left) or not right[0].islower():
        return True
    if left + right in vocabulary:
        return False
    if f"{left}-{right}" in vocabulary:
        return True
    if left.isupper():
        return True
    if len(right) >= _STEM and vocabulary.begins(left + right):
        return False
    return vocabulary.hyphenates(left) and left not in vocabulary
