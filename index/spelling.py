"""What a question's words were meant to be: å, ä, ö put back, typing errors mended, short forms written out.

Everything after it reads the question so restored: the patterns of what is asked, the embedding, the search.
A word that the library or the language knows is never turned into another, but where the whole question was
typed without å, ä, ö.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from hierarchy.numerals import MAGNITUDES, number_word
from index.analysis import STOP_WORDS
from index.letters import distance, edits, slips
from index.lexicon import is_compound, is_english, is_swedish
from index.vocabulary import Vocabulary

# Letters of the shortest word that one wrong letter can be told from, and two letters that changed places.
_SHORTEST_MISSPELT = 5
_SHORTEST_SLIPPED = 4
_SHORTEST_TWICE_MISSPELT = 9
_SHORTEST_PART = 4
_SHORTEST_NEAR_PART = 6
_MOST_COMPARED = 200
# A spelling with å, ä, ö must be this many times as common as the one without to be what was meant.
_MUCH_COMMONER = 3
_SHORTEST_DOTTED, _LONGEST_DOTTED = 4, 24
_WITH_DOTS = {"a": "åä", "o": "ö"}
_DOTTED = re.compile(r"[åäö]")
_PLAIN = str.maketrans("åäöé", "aaoe")
_FROM_DIGRAPHS = (("aa", "å"), ("ae", "ä"), ("oe", "ö"))
_DIGRAPHS = str.maketrans({letter: spelt_out for spelt_out, letter in _FROM_DIGRAPHS})
# A word by itself: not part of a number, an address, a reference or a hyphenated name.
_WORD = re.compile(r"(?<![\w@/:.§-])[^\W\d_]{2,}(?![\w@/§]|[-:./]\w)")
# Two words each without their dots: which is meant is told by nothing in the word.
_ALSO_PLAIN = frozenset("har var vara vart val".split())  # noqa: SIM905
_RESTORED = {
    word.translate(_PLAIN): word
    for word in sorted(STOP_WORDS)
    if _DOTTED.search(word) and word.translate(_PLAIN) not in _ALSO_PLAIN
}
# "enligt var policy", but "var står det?".
_OURS = {"var": "vår", "vara": "våra", "vart": "vårt"}
_BEFORE_OURS = frozenset(
    "enligt av till med for för om pa på mot fran från galler gäller hos under inom".split()  # noqa: SIM905
)
_QUESTION_WORDS = frozenset(word for word in STOP_WORDS if len(word) > 2)
_BEFORE_YEAR = frozenset(
    "manga många varje per forra förra nasta nästa flera nagra några antal halva vilket samma".split()  # noqa: SIM905
)
# Written so they mean this alone; in lower case they are other words, or none.
_SHORT_FORMS = {
    "DU": "direktupphandling",
    "RS": "regionstyrelsen",
    "KS": "kommunstyrelsen",
    "KF": "kommunfullmäktige",
    "LF": "landstingsfullmäktige",
    "FU": "förfrågningsunderlag",
}
_OF_AN_ACT = re.compile(r"§|\bkap\b|\blag(?:en)?\b|grundlag", re.IGNORECASE)
_OF_AN_ASSEMBLY = re.compile(
    r"\b(?:beslut|besluta|antag|anta|fastställ|ut(?:se|sågs)|godkän|delege|ledam|nämnd|styrelse|protokoll|policy|ärende)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reread:
    """A question as read, and each word that was read otherwise than typed: (typed, read)."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class Spelling:
    """How words are spelt here.

    `counts`: the library's words in lower case with how often they stand there; `others`: further words that
    are right as they stand; `names`: of organisations. `vocabulary` knows their other forms and compounds.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        others: Iterable[str],
        names: Iterable[str],
        vocabulary: Vocabulary,
    ) -> None:
        self._counts = {**dict.fromkeys(others, 1), **counts}
        self._names = frozenset(name.lower() for name in names)
        self._vocabulary = vocabulary

    def reread(self, text: str, *, swedish: bool = True) -> Reread:
        """The question as it was meant; `swedish` where it is in that language."""
        found = list(_WORD.finditer(text))
        plain = swedish and not any(_DOTTED.search(match[0]) for match in found if match[0][0].islower())
        changes: list[tuple[str, str]] = []
        parts: list[str] = []
        end = 0
        for match in found:
            meant = self._meant(match, text, plain=plain, swedish=swedish)
            if meant != match[0]:
                changes.append((match[0], meant))
            parts += [text[end : match.start()], meant]
            end = match.end()
        return Reread("".join(parts) + text[end:], tuple(changes))

    def _meant(self, match: re.Match[str], text: str, *, plain: bool, swedish: bool) -> str:
        typed = match[0]
        if typed.isupper():
            return _written_out(typed, text) if swedish and not text.isupper() else typed
        word, before = typed.lower(), text[: match.start()].rstrip()
        meant: str | None = self._with_dots(word, before, plain=plain) if swedish else word
        if meant == word and not self._knows(word):
            # A capital inside the sentence begins a name: only those that we know are mended.
            is_name = typed[0].isupper() and before[-1:] not in ("", ".", "!", "?", ":")
            meant = self._name(word) if is_name else self._mended(word)
        if meant is None or meant == word:
            return typed
        return meant.capitalize() if typed[0].isupper() else meant

    def _knows(self, word: str) -> bool:
        return (
            word in self._counts
            or word in STOP_WORDS
            or word in self._names
            or number_word(word) is not None
            or self._vocabulary.has(word)
        )

    def _with_dots(self, word: str, before: str, *, plain: bool) -> str:
        if _DOTTED.search(word) or word in MAGNITUDES:
            return word
        if plain and (meant := _function_word(word, before)):
            return meant
        if word in _ALSO_PLAIN:
            return word
        there, dotted = self._counts.get(word, 0), self._dotted.get(word)
        if dotted and plain and self._counts.get(dotted, 1) >= _MUCH_COMMONER * there:
            return dotted
        # Terms are without dots: a word that they know may still lack its own.
        if there or word in STOP_WORDS or (self._vocabulary.has(word) and not plain):
            return word
        if not plain and (len(word) < _SHORTEST_MISSPELT or is_swedish(word)):
            return word
        return dotted or self._spelt_out.get(word) or self._with_dots_at_all(word)

    def _with_dots_at_all(self, word: str) -> str:
        """A word that the library lacks: with as few dots as make it Swedish."""
        if (
            len(word) < _SHORTEST_DOTTED
            or len(word) > _LONGEST_DOTTED
            or is_swedish(word)
            or is_english(word)
        ):
            return word
        for spelt_out, letter in _FROM_DIGRAPHS:
            if spelt_out in word and is_swedish(word.replace(spelt_out, letter)):
                return word.replace(spelt_out, letter)
        places = [place for place, letter in enumerate(word) if letter in _WITH_DOTS]
        for many in (1, 2, 3):
            for chosen in combinations(places, many):
                for letters in product(*(_WITH_DOTS[word[place]] for place in chosen)):
                    other = list(word)
                    for place, letter in zip(chosen, letters, strict=True):
                        other[place] = letter
                    if is_swedish("".join(other)):
                        return "".join(other)
        return word

    @cached_property
    def _dotted(self) -> dict[str, str]:
        """Without å, ä, ö → the commonest word with them."""
        return self._commonest(lambda word: word.translate(_PLAIN))

    @cached_property
    def _spelt_out(self) -> dict[str, str]:
        """With aa, ae, oe for å, ä, ö → the word."""
        return self._commonest(lambda word: word.translate(_DIGRAPHS))

    def _commonest(self, written: Callable[[str], str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for word in (*self._counts, *STOP_WORDS, *self._names):
            if _DOTTED.search(word):
                other = written(word)
                if self._counts.get(found.get(other, ""), -1) < self._counts.get(word, 0):
                    found[other] = word
        return found

    def _name(self, word: str) -> str | None:
        return min(edits(word) & self._names, default=None) if len(word) >= _SHORTEST_MISSPELT else None

    def _mended(self, word: str) -> str | None:
        """The known word that an unknown one is a misspelling of, None where that can't be told."""
        if len(word) < _SHORTEST_SLIPPED:
            return self._asked_with(word, slips(word))
        near = edits(word) if len(word) >= _SHORTEST_MISSPELT else slips(word)
        # "oense" and "ense": an o before it turns a word into its opposite, so that letter is never mended.
        near = {other for other in near if (other[0] == "o") == (word[0] == "o")}
        meant = self._best(word, near) or self._asked_with(word, near)
        # A compound of words that are there, or another form of one, is right as it stands.
        if self._vocabulary.falls_apart(word) and (meant is None or meant[:-2] == word[:-2]):
            return None
        if meant is None and len(word) >= _SHORTEST_MISSPELT:
            meant = self._with_a_part_mended(word) or self._twice_misspelt(word)
        if is_swedish(word) or is_english(word) or is_compound(word):
            return None
        return meant or self._swedish(near)

    def _asked_with(self, word: str, near: Collection[str]) -> str | None:
        return self._likeliest(word, _QUESTION_WORDS.intersection(near))

    def _best(self, word: str, near: Iterable[str]) -> str | None:
        return self._likeliest(word, [other for other in near if other in self._counts])

    def _likeliest(self, word: str, others: Iterable[str]) -> str | None:
        """Letters change places or double more often than they are missed, and the first one seldom is."""
        likely = slips(word)
        return min(
            others, key=lambda o: (o not in likely, o[0] != word[0], -self._counts.get(o, 0), o), default=None
        )

    def _swedish(self, near: Iterable[str]) -> str | None:
        """The one Swedish word among these, of those that the library has in another form first."""
        words = [other for other in near if is_swedish(other)]
        words = [other for other in words if self._vocabulary.has(other)] or words
        return words[0] if len(words) == 1 else None

    def _with_a_part_mended(self, word: str) -> str | None:
        """ "avtalsansvraig": a compound of one known word and one misspelt."""
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, second = word[:cut], word[cut:]
            stem = first.removesuffix("s")
            if len(stem) >= _SHORTEST_PART and self._is_word(stem) and (meant := self._near_part(second)):
                return first + meant
            if self._is_word(second) and (meant := self._near_part(stem)):
                return meant + first[len(stem) :] + second
        return None

    def _near_part(self, part: str) -> str | None:
        return self._best(part, edits(part)) if len(part) >= _SHORTEST_NEAR_PART else None

    def _is_word(self, part: str) -> bool:
        return part in self._counts and part not in STOP_WORDS

    def _twice_misspelt(self, word: str) -> str | None:
        """A long word with two errors, one of its halves being whole."""
        if len(word) < _SHORTEST_TWICE_MISSPELT:
            return None
        half = len(word) // 2
        alike = [
            *_beginning(self._sorted, word[:half]),
            *(w[::-1] for w in _beginning(self._reversed, word[half:][::-1])),
        ]
        near = {other for other in alike if abs(len(other) - len(word)) <= 2 and distance(word, other) <= 2}
        return self._best(word, near)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(word for word in self._counts if len(word) >= _SHORTEST_TWICE_MISSPELT - 2)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(word[::-1] for word in self._sorted)


def _function_word(word: str, before: str) -> str | None:
    """What a function word without its dots is; None for what is none, or stands for itself."""
    last = before.lower().rsplit(maxsplit=1)[-1:]
    if word == "ar":
        counted = bool(last) and (
            last[0] in _BEFORE_YEAR or last[0].isdigit() or number_word(last[0]) is not None
        )
        return "år" if counted else "är"
    if word in _OURS:
        return _OURS[word] if last and last[0] in _BEFORE_OURS else None
    return _RESTORED.get(word)


def _written_out(short: str, text: str) -> str:
    if short == "RF" and not _OF_AN_ACT.search(text) and _OF_AN_ASSEMBLY.search(text):
        return "regionfullmäktige"
    return _SHORT_FORMS.get(short, short)


def _beginning(words: list[str], start: str) -> list[str]:
    first = bisect_left(words, start)
    found = []
    for word in words[first : first + _MOST_COMPARED]:
        if not word.startswith(start):
            break
        found.append(word)
    return found


def spelt_words(text: str) -> Collection[str]:
    """The words of a text in lower case, repeated as often as they stand there."""
    return re.findall(r"[^\W\d_]{2,}", text.lower())
