"""In which language a text is written, told by its small words."""

from collections import Counter

from ingest.blocks import PageMark

_SWEDISH = frozenset(("och", "att", "som", "för", "ska", "av", "är", "inte", "med", "till"))
_ENGLISH = frozenset(("the", "and", "of", "to", "shall", "is", "for", "with", "not", "be"))
_ENOUGH = 12
"""So many more small words of one language than of the other say which a page is written in."""


def language_of(metadata: dict[str, str], text: str, marks: tuple[PageMark, ...] = ()) -> str:
    """ "sv" or "en": by the first page that tells, else by all the text.

    A translation behind the original doesn't change the document's language; what the file claims of itself
    decides only where the words do not.
    """
    for _, page in pages_of(text, marks):
        told = _told(page)
        if told is not None:
            return told
    swedish, english = _counts(text)
    if swedish == english:
        return "en" if metadata.get("language", "").lower().startswith("en") else "sv"
    return "en" if english > swedish else "sv"


def pages_in_another_language(text: str, marks: tuple[PageMark, ...], language: str) -> tuple[int, ...]:
    """The pages that are plainly written in the other language."""
    return tuple(page for page, words in pages_of(text, marks) if _told(words) not in (None, language))


def pages_of(text: str, marks: tuple[PageMark, ...]) -> list[tuple[int, str]]:
    """Each page's number and text, in the order of the marks."""
    ends = [mark.offset for mark in marks[1:]] + [len(text)]
    return [(mark.page, text[mark.offset : end]) for mark, end in zip(marks, ends, strict=False)]


def _told(text: str) -> str | None:
    swedish, english = _counts(text)
    if abs(swedish - english) < _ENOUGH:
        return None
    return "sv" if swedish > english else "en"


def _counts(text: str) -> tuple[int, int]:
    words = Counter(text.lower().split())
    return sum(words[word] for word in _SWEDISH), sum(words[word] for word in _ENGLISH)
