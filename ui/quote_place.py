"""Where on a page a quote stands, although the page breaks lines and hyphenates as the quote does not."""

import unicodedata
from dataclasses import dataclass

_SHORTEST_PART = 12
"""Letters and digits that must agree before part of a quote counts as found."""


@dataclass(frozen=True)
class Place:
    """`first` and `last` are indexes of characters on the page, inclusive; `covered` is how many
    characters of the quote, from its beginning, the place accounts for."""

    first: int
    last: int
    covered: int


def locate(page: str, quote: str, before: str = "") -> Place | None:
    """The place of `quote` on `page`, or of its beginning where it goes on to the next page.

    Only letters and digits are compared: line breaks, hyphens and ligatures differ between a page and
    its mended text, words do not. Where the quote stands more than once, `before` (the text that
    precedes it in the document) chooses.
    """
    haystack, page_at = letters(page)
    needle, quote_at = letters(quote)
    if not needle:
        return None
    found = _longest_beginning(haystack, needle)
    if found < len(needle) and found < _SHORTEST_PART:
        return None
    start = _choose(haystack, needle[:found], letters(before)[0])
    last = page_at[start + found - 1]
    complete = found == len(needle)
    if complete and quote[-1] == page[last + 1 : last + 2]:
        last += 1
    covered = len(quote) if complete else quote_at[found]
    return Place(page_at[start], last, covered)


def letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of `text` in one form, and for each the index that it came from."""
    kept: list[str] = []
    at: list[int] = []
    for index, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).casefold():
            if letter.isalnum():
                kept.append(letter)
                at.append(index)
    return "".join(kept), at


def _longest_beginning(haystack: str, needle: str) -> int:
    """How many characters of `needle`, from its beginning, stand together in `haystack`."""
    low, high = 0, len(needle)
    while low < high:
        middle = (low + high + 1) // 2
        if needle[:middle] in haystack:
            low = middle
        else:
            high = middle - 1
    return low


def _choose(haystack: str, needle: str, before: str) -> int:
    """Among the places of `needle`, the one whose preceding letters agree longest with `before`."""
    best, best_agreement = haystack.index(needle), -1
    start = best
    while start >= 0:
        agreement = 0
        while (
            agreement < min(start, len(before)) and haystack[start - 1 - agreement] == before[-1 - agreement]
        ):
            agreement += 1
        if agreement > best_agreement:
            best, best_agreement = start, agreement
        start = haystack.find(needle, start + 1)
    return best
