"""Which words are Swedish or English at all, whether or not the library has them: simplemma's dictionaries.

They are loaded when first asked for, which takes about a second, once a process: on the command line only a
question with a word that nothing else explains pays for it. A server loads them before it is asked.
"""

from functools import lru_cache
from threading import Lock

# The first look reads a dictionary of 100 MB: several at once would each read it.
_looking = Lock()
_SHORTEST_PART, _SHORTEST_LAST_PART = 4, 5


@lru_cache(maxsize=10_000)
def is_swedish(word: str) -> bool:
    """Whether a word in lower case is Swedish, in any form of it."""
    return _is_known(word, "sv")


@lru_cache(maxsize=10_000)
def is_english(word: str) -> bool:
    """Whether a word in lower case is English, in any form of it."""
    return _is_known(word, "en")


def is_compound(word: str) -> bool:
    """Whether two Swedish words make the word, with or without s between them."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_LAST_PART + 1):
        first, second = word[:cut], word[cut:]
        stem = first.removesuffix("s")
        if len(stem) >= _SHORTEST_PART and is_swedish(second) and (is_swedish(first) or is_swedish(stem)):
            return True
    return False


def load_lexicon() -> None:
    """Have the dictionaries ready before a question needs them."""
    for language, word in (("sv", "och"), ("en", "and")):
        _is_known(word, language)


def _is_known(word: str, language: str) -> bool:
    from simplemma import is_known

    with _looking:
        return bool(is_known(word, lang=language))
