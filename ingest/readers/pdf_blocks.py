"""The blocks of a PDF, rebuilt from its lines."""

import re
from collections.abc import Sequence

from ingest.blocks import Block, PageMark
from ingest.readers.characters import without_references
from ingest.readers.hyphenation import Vocabulary, join, tidy
from ingest.readers.pdf_drafts import Draft, drafts
from ingest.readers.pdf_headings import depths
from ingest.readers.pdf_lines import Line

_NUMBER = re.compile(r"\d+")


def blocks(lines: Sequence[Line], header: Sequence[Line], printed: Sequence[str | None]) -> list[Block]:
    """The blocks of a document from its `lines` in reading order, furniture and contents removed.

    `header` are the lines of its identity block, which comes first. `printed` is the number
    printed on each page, first page first.
    """
    vocabulary = Vocabulary(line.text for line in lines)
    found = drafts(lines)
    headings = [draft for draft in found if draft.kind == "heading"]
    for draft, depth in zip(headings, depths([draft.lines[0] for draft in headings]), strict=True):
        draft.depth = depth
    notes = frozenset(int(n[0]) for d in found if d.kind == "note" and (n := _NUMBER.match(d.texts[0])))
    finished = [_finish(draft, vocabulary, printed, notes) for draft in found]
    if header:
        text = "\n".join(tidy(line.text) for line in header)
        finished.insert(0, Block("header", text, 0, (_mark(0, header[0].page, printed),)))
    return [block for block in finished if block.text]


def _finish(
    draft: Draft, vocabulary: Vocabulary, printed: Sequence[str | None], notes: frozenset[int]
) -> Block:
    text = ""
    marks: list[PageMark] = []
    for line, raw in zip(draft.lines, draft.texts, strict=True):
        piece = without_references(raw, notes)
        joined = tidy(join(text, piece, vocabulary))
        if not marks or marks[-1].page != line.page:
            marks.append(_mark(max(0, len(joined) - len(tidy(piece))), line.page, printed))
        text = joined
    return Block(draft.kind, text, draft.depth, tuple(marks))


def _mark(offset: int, page: int, printed: Sequence[str | None]) -> PageMark:
    return PageMark(offset, page, printed[page - 1])
