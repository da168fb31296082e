"""Soft hyphens at the joints of compounds, from a list kept by hand."""

import re
from functools import cache
from pathlib import Path

SOFT_HYPHEN = "\u00ad"
_LONG_WORD = re.compile(r"[a-zåäöA-ZÅÄÖ]{10,}")


@cache
def _compounds() -> tuple[tuple[str, ...], ...]:
    lines = (Path(__file__).parent / "hyphens.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))


def soften(text: str) -> str:
    """The text with soft hyphens where a listed compound may be broken; otherwise unchanged."""
    return _LONG_WORD.sub(lambda match: _soften_word(match[0]), text)


def _soften_word(word: str) -> str:
    for parts in _compounds():
        joined = "".join(parts)
        if word.lower().startswith(joined):
            pieces, at = [], 0
            for part in parts[:-1]:
                pieces.append(word[at : at + len(part)])
                at += len(part)
            return SOFT_HYPHEN.join([*pieces, word[at:]])
    return word
