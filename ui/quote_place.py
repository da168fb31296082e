"""Where on a page a quote stands, although the page breaks lines and hyphenates as the quote does not."""

import unicodedata
from dataclasses import dataclass

_SHORTEST_PART = 12
"""Letters and digits that must agree before part of a quote counts as found."""
_LARGEST_GAP = 60
"""Letters and digits between two parts of a quote: the mark of a footnote, a cell of the next column."""
_SHORTEST_APART = 24
"""Letters and digits of a part that stands by itself elsewhere on the page, as in a column beside."""


@dataclass(frozen=True)
class Place:
    """`parts` are the stretches of characters on the page, first and last index of each, in the order of
    the quote: more than one where the page has something between that the text has not, as a footnote's mark.
    `covered` is how many characters of the quote, from its beginning, they account for."""

    parts: tuple[tuple[int, int], ...]
    covered: int

    @property
    def first(self) -> int:
        return self.parts[0][0]

    @property
    def last(self) -> int:
        return self.parts[-1][1]


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
    at = _choose(haystack, needle[:found], letters(before)[0])
    parts = [(at, at + found)]
    while found < len(needle) and (part := _next_part(haystack, needle[found:], parts[-1][1])):
        parts.append(part)
        found += part[1] - part[0]
    shown = [(page_at[first], page_at[end - 1]) for first, end in parts]
    complete = found == len(needle)
    last = shown[-1][1]
    if complete and quote[-1] == page[last + 1 : last + 2]:
        shown[-1] = (shown[-1][0], last + 1)
    return Place(tuple(shown), len(quote) if complete else quote_at[found])


def _next_part(haystack: str, rest: str, end: int) -> tuple[int, int] | None:
    """Where a quote goes on (first letter, and the one after the last) that breaks off at `end`."""
    near = haystack[end : end + _LARGEST_GAP + len(rest)]
    length = _longest_beginning(near, rest)
    start = near.find(rest[:length])
    if start <= _LARGEST_GAP and length >= min(_SHORTEST_PART, len(rest)):
        return end + start, end + start + length
    if len(rest) >= _SHORTEST_APART and (elsewhere := haystack.find(rest)) >= 0:
        return elsewhere, elsewhere + len(rest)
    return None


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
