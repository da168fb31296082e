"""The inline marks of Markdown, taken away so that the words remain."""

import html
import re

from ingest.readers.plain import clean

# A link's text may hold brackets ("[(EU) 2016/2102]"), its address one pair of parentheses.
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_REFERENCE_LINK = re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TICKS = re.compile(r"`+")
# What is marked goes no further than the next mark that could begin or end another: each is looked for once.
_STRONG = re.compile(r"\*\*(?=\S)((?:(?!(?<=\S)\*\*|\*\*(?=\S)).)+)(?<=\S)\*\*")
_STRONG_LINE = re.compile(r"(?<!\w)__(?=\S)((?:(?!(?<!\w)__|__(?!\w)).)+)(?<=\S)__(?!\w)")
_EMPHASIS_STAR = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*?[^\s*\\])\*(?!\*)")
_EMPHASIS_LINE = re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]*?[^\s_\\])_(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)((?:(?!(?<=\S)~~|~~(?=\S)).)+)(?<=\S)~~")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")


def strip_inline(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without marks on one line, and the passages that were struck out.

    Struck-out words are not part of the document any more and must never be quoted as a rule.
    """
    struck: list[str] = []

    def drop(found: re.Match[str]) -> str:
        struck.append(clean(found.group(1)))
        return ""

    text = _STRUCK.sub(drop, text)
    text = strip_links(text)
    text = _LINE_BREAK.sub(" ", _AUTOLINK.sub(r"\1", text))
    text = _TAG.sub("", _without_code_marks(text))
    text = _STRONG_LINE.sub(r"\1", _STRONG.sub(r"\1", text))
    text = _EMPHASIS_LINE.sub(r"\1", _EMPHASIS_STAR.sub(r"\1", text))
    return clean(html.unescape(_ESCAPE.sub(r"\1", text))), tuple(struck)


def strip_links(text: str) -> str:
    """Links become their text; what touches a link goes on touching it.

    "5–[8 §](#8)§" therefore reads "5–8 §§", as the statute was written.
    """
    if "[" not in text:
        return text
    text = _FOOTNOTE_MARK.sub("", _LINK.sub(r"\1", text))
    return _REFERENCE_LINK.sub(r"\1", text)


def _without_code_marks(text: str) -> str:
    """`text` without the backticks around code: those of one length that stand on both sides of it."""
    runs = list(_TICKS.finditer(text))
    partner: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for i in range(len(runs) - 1, -1, -1):
        length = len(runs[i][0])
        if length in nearest:
            partner[i] = nearest[length]
        nearest[length] = i
    kept: list[str] = []
    i = last = 0
    while i < len(runs):
        if i in partner:
            opening, closing = runs[i], runs[partner[i]]
            kept += [text[last : opening.start()], text[opening.end() : closing.start()]]
            i, last = partner[i], closing.end()
        i += 1
    return "".join([*kept, text[last:]])
