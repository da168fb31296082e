"""Text that a document template left behind ("Ange titel här"): what was to be written, not what holds."""

import re
from dataclasses import replace

from ingest.blocks import Reading

_STATE = r"\bange\s+[^.\n]{1,60}\s+här\b"
_CLICK = (
    r"\b(?:klicka(?:\s+eller\s+tryck)?\s+här\s+för\s+att\s+(?:ange|skriva|fylla\s+i|infoga)"
    r"|click\s+or\s+tap\s+(?:here\s+)?to\s+enter)\b"
)
_BRACKETS = r"\[(?:ange|skriv|fyll\s+i|klicka)\b[^\]]{0,200}\]"
_ANYWHERE = re.compile(rf"{_STATE}|{_CLICK}|{_BRACKETS}|\blorem\s+ipsum\b", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_STATE}[^.\n]{{0,40}}|{_CLICK}[^\n]{{0,60}}|{_BRACKETS})[.:]?", re.IGNORECASE)


def template_text(text: str) -> str | None:
    """What a template asks its user to fill in, where somebody has left it; None where nobody has."""
    found = _ANYWHERE.search(text)
    return " ".join(found.group().split()) if found else None


def is_template_text(text: str) -> bool:
    """Whether the whole of `text` is what a template asks its user to replace."""
    return bool(_WHOLE.fullmatch(text))


def without_template_text(reading: Reading) -> Reading:
    """`reading` with blocks that are nothing but template text moved to `dropped`."""
    left_over = tuple(block.text for block in reading.blocks if is_template_text(block.text))
    if not left_over:
        return reading
    blocks = tuple(block for block in reading.blocks if not is_template_text(block.text))
    return replace(reading, blocks=blocks, dropped=(*reading.dropped, *left_over))
