"""Swedish full-text analysis: a text in, the terms that are indexed and searched out.

Words are folded to lower case, stemmed (Snowball, Swedish) and stripped of diacritics, so that a
question typed without å, ä, ö still matches. Amounts become one term whatever way they are
written. Function words are left out. `ANALYSIS` names this version in the index; change it when the
terms change, and every index asks to be rebuilt.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib import resources

import snowballstemmer

from hierarchy.numerals import may_begin_number, read_number

ANALYSIS = "sv-2"

_WORD = re.compile(
    r"[^\W\d_]+(?:-(?=[^\W\d_]))?|"
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?!\.?\d)(?:,\d+)?|"
    r"[1-9]\d{0,2}(?:,\d{3})+(?![.,]?\d)|"
    r"\d+(?:[.,]\d+)?"
)
_FOLD = str.maketrans("åäàáâöøóòéèêëüúùíìïçñ", "aaaaaoooo" + "eeee" + "uuu" + "iii" + "cn")
_stemmer = snowballstemmer.stemmer("swedish")


def _read_words(name: str) -> frozenset[str]:
    text = resources.files("index").joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


STOP_WORDS = _read_words("stop_words.txt")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The index term of one lower-case word: stemmed, then folded ("upphandlingar" → "upphandl")."""
    return _alike(str(_stemmer.stemWord(_undeclined(word)))).translate(_FOLD)


# What Snowball leaves on: "resan" beside "resa", "policyn", "regeln", "kontraktet", "digitalt".
_DEFINITE = re.compile(r"(?<=[^\W\d_]{3})(?:(?<![md]a)(?<!pla)(?<!orga)(?<=a)|(?<=[yé])|(?<=el))ns?$")
_NEUTER_DEFINITE = re.compile(r"(?<=[^\W\d_]{4})(?<!h)(?<![il]t)ets?$")
_NEUTER = re.compile(r"(?<=[^\W\d_]{2})(?<=ell|.al|.iv|.am|änn|.än)t$")
_LAST_VOWEL = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])el$")


def _undeclined(word: str) -> str:
    """A word without the definite or neuter ending that Snowball does not know."""
    bare = _DEFINITE.sub("", word)
    if bare == word:
        bare = _NEUTER_DEFINITE.sub("", word)
    return _NEUTER.sub("", bare) if len(bare) > 5 else bare


def _alike(stemmed: str) -> str:
    """ "regel" and "regler", "program" and "programmet" end the same way."""
    if len(stemmed) > 3:
        stemmed = _LAST_VOWEL.sub("l", stemmed)
    return stemmed[:-1] if len(stemmed) > 4 and stemmed[-2:] in ("mm", "nn") else stemmed


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
    position = 0
    while position < len(found):
        word = found[position]
        number = read_number(found, position) if may_begin_number(word) else None
        if number is not None:
            value, taken = number
            yield word, _number_term(value)
            position += taken
        else:
            if counts := _counted(word):
                yield counts
            position += 1


@lru_cache(maxsize=100_000)
def _counted(word: str) -> tuple[str, str] | None:
    """A word without its hyphen, with its term; None where it does not count."""
    if len(word) == 1 or word in STOP_WORDS:
        return None
    plain = word.rstrip("-")
    return plain, stem(plain)


def _number_term(value: Decimal) -> str:
    return f"{value.normalize():f}"
