"""A quote in its surroundings: the provision it stands in, and a little on either side."""

from dataclasses import dataclass

from hierarchy.ladder import Citation

AROUND = 240
"""Characters shown of what comes before and after the provision."""
LONGEST_SIDE = 2000
"""Characters of the provision shown on each side of the quote, at most."""


@dataclass(frozen=True)
class Excerpt:
    """Five stretches of stored text in reading order; joined they are one unbroken stretch of it.

    `earlier` and `later` lie outside the provision. `opens_cut` and `closes_cut` say that the document
    goes on beyond what is shown.
    """

    earlier: str
    before: str
    quote: str
    after: str
    later: str
    opens_cut: bool
    closes_cut: bool


def excerpt(text: str, citation: Citation, around: int = AROUND) -> Excerpt | None:
    """The surroundings of the quote in `text`, with `around` characters on either side of its provision; None
    where `text` no longer holds it at its address."""
    start, end = citation.start, citation.end
    if not citation.quote or text[start:end] != citation.quote:
        return None
    inner_start = max(min(citation.provision.start, start), start - LONGEST_SIDE)
    inner_end = min(max(citation.provision.end, end), end + LONGEST_SIDE)
    first = _to_space(text, max(0, inner_start - around), -1)
    last = _to_space(text, min(len(text), inner_end + around), 1)
    return Excerpt(
        earlier=text[first:inner_start],
        before=text[inner_start:start],
        quote=text[start:end],
        after=text[end:inner_end],
        later=text[inner_end:last],
        opens_cut=first > 0,
        closes_cut=last < len(text),
    )


def _to_space(text: str, at: int, step: int) -> int:
    """The nearest edge of a word from `at`, outwards, so that no word is shown in half."""
    while 0 < at < len(text) and not text[at - 1 if step < 0 else at].isspace():
        at += step
    return at
