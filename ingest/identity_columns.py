"""Facts in a table whose first row holds only labels and whose second holds their values.

Where the columns stood is lost with the layout; what kind of value each label wants tells where one ends.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ingest.dates import find_dates
from ingest.kinds import exact_kind

_WORDS = re.compile(r"[^\W\d§][^\d§]*")
_BODY = re.compile(
    r"(?:[^\W\d]+- och )?[^\W\d]*(?:fullmäktige|styrelsen?|nämnden|utskottet|rådet|direktören?|chefen?"
    r"|rektorn?)(?![^\W\d])",
    re.IGNORECASE,
)
"""A body or an office named by one word: it ends there, whatever words follow."""
_FEWEST_LABELS = 2
_DATES = frozenset({"date", "valid_from", "valid_to"})


def column_values(
    text: str,
    start: int,
    end: int,
    labels_of: Callable[[str], list[str] | None],
    number: re.Pattern[str],
    section: re.Pattern[str],
) -> Iterator[tuple[str, int, int]]:
    """(label, value start, value end) for rows of labels with their values on the line below, in `[start,
    end)`.

    `labels_of` gives the names of the labels that a line consists of, None for a line with anything else in
    it. Nothing is given for a value that can't be told from the next.
    """
    lines = [(found.start(), found.end()) for found in re.compile(r"[^\n]+").finditer(text, start, end)]
    for (first, last), (below, stop) in pairwise(lines):
        labels = labels_of(text[first:last])
        if labels is None or len(labels) < _FEWEST_LABELS:
            continue
        at = below
        for position, label in enumerate(labels):
            at += len(text[at:stop]) - len(text[at:stop].lstrip())
            following = labels[position + 1] if position + 1 < len(labels) else None
            reach = _reach(label, following, text[at:stop], number, section)
            if not reach:
                break
            yield label, at, at + reach
            at += reach


def _reach(
    label: str, following: str | None, rest: str, number: re.Pattern[str], section: re.Pattern[str]
) -> int:
    """How many characters of `rest` are the label's value; 0 where it can't be told."""
    if label in _DATES:
        day = next(find_dates(rest), None)
        if day is None or day.start != 0:
            return 0
        decided = re.match(r",?\s*", rest[day.end :])
        at = day.end + (decided.end() if decided else 0)
        behind = section.match(rest, at) if following != "decision" else None
        return behind.end() if behind else day.end
    if label in ("diary_number", "decision"):
        found = (number if label == "diary_number" else section).match(rest)
        return found.end() if found else 0
    if label == "kind":
        words = rest.split(maxsplit=1)
        return len(words[0]) if words and exact_kind(words[0]) else 0
    if following is None:
        return len(rest.rstrip())
    # Words end where a date, a § or a number begins; before another label of words nothing tells.
    if following in _DATES or following in ("diary_number", "decision"):
        found = _WORDS.match(rest)
        value = found.group().rstrip() if found else ""
        if following == "diary_number" and value:
            value = value.rpartition(" ")[0] if number.match(rest[len(value) :].lstrip()) is None else value
        return len(value)
    body = _BODY.match(rest) if label == "adopted_by" else None
    return body.end() if body else 0
