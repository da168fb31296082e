"""Where sentences begin and end in Swedish administrative text."""

import re
from collections.abc import Iterator

_BOUNDARY = re.compile(r"[.!?][\"”’)\]]?\s+(?=[\"”’(\[–]?\s?[A-ZÅÄÖÉÜ0-9])")
_ABBREVIATED = """
bl.a t.ex dvs d.v.s m.m m.fl osv o.s.v s.k p.g.a pga fr.o.m t.o.m f.d f.n resp ca kap st p nr dnr art jfr
prop bet rskr inkl exkl moms max min tel tfn ev etc enl forts kl sid s bil dr prof st.f e.d o.d i.st.f
"""
# What a full stop ends without ending the sentence. Compared in lower case, without the last stop.
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_LAST_WORD = re.compile(r"([\w.]+)\.$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """`(start, end)` of each sentence in `text`, white space between them left out."""
    start = len(text) - len(text.lstrip())
    for match in _BOUNDARY.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if end > start and not _is_abbreviation(text[start:end], text[match.end() : match.end() + 1]):
            yield start, end
            start = match.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _is_abbreviation(sentence: str, following: str) -> bool:
    word = _LAST_WORD.search(sentence)
    if not word:
        return False
    if word[1].lower() in _ABBREVIATIONS:
        return True
    # "12. Juni", "1. Anbud": an ordinal or an item's number, not the end of a sentence.
    return word[1].isdigit() and (len(sentence) == len(word[0]) or following[:1].isdigit())
