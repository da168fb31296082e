"""Swedish full-text analysis: a text in, the terms that are indexed and searched out.

Words are folded to lower case, stemmed (Snowball, Swedish) and stripped of diacritics, so that a
question typed without å, ä, ö still matches. Amounts become one term whatever way they are
written. Function words are left out. `ANALYSIS` names this version in the index; change it when the
terms change, and every index asks to be rebuilt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

import snowballstemmer

ANALYSIS = "sv-1"

_WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:-(?=[^\W\d_]))?", re.UNICODE
)
_NUMBER = re.compile(r"\d")
_UNITS = {
    "tkr": 1_000,
    "kkr": 1_000,
    "mnkr": 1_000_000,
    "mkr": 1_000_000,
    "miljon": 1_000_000,
    "miljoner": 1_000_000,
    "msek": 1_000_000,
}
_FOLD = str.maketrans("åäàáâöøóòéèêëüúùíìïçñ", "aaaaaoooo" + "eeee" + "uuu" + "iii" + "cn")
_stemmer = snowballstemmer.stemmer("swedish")


def _read_words(name: str) -> frozenset[str]:
    text = resources.files("index").joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


STOP_WORDS = _read_words("stop_words.txt")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The index term of one lower-case word: stemmed, then folded ("upphandlingar" → "upphandl")."""
    return str(_stemmer.stemWord(word)).translate(_FOLD)


def terms(text: str) -> list[str]:
    """The terms of a text in reading order, repeated as often as they stand there."""
    return [term for _, term in words(text)]


@lru_cache(maxsize=10_000)
def term_set(text: str) -> frozenset[str]:
    """The terms of a text, each once; passages are read again and again, so they are remembered."""
    return frozenset(terms(text))


def words(text: str) -> Iterator[tuple[str, str]]:
    """Each word that counts, in lower case, with its term."""
    found = _WORD.findall(text.lower().replace("\u00ad", ""))
    for position, word in enumerate(found):
        if _NUMBER.match(word):
            following = found[position + 1] if position + 1 < len(found) else ""
            yield word, _number_term(word, following)
        elif len(word) > 1 and word not in STOP_WORDS:
            plain = word.rstrip("-")
            yield plain, stem(plain)


def _number_term(number: str, following: str) -> str:
    digits = re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
    unit = _UNITS.get(following)
    if unit:
        return f"{float(digits) * unit:.0f}"
    return digits
