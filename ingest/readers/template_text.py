"""Text that a document template left behind ("Ange titel här"): what was to be written, not what holds."""

import re
from dataclasses import replace

from ingest.blocks import Reading

_LEFT_OVER = re.compile(
    r"(?:ange\s+[^.\n]{1,60}\s+här\b[^.\n]{0,40}"
    r"|klicka(?:\s+eller\s+tryck)?\s+här\s+för\s+att\s+(?:ange|skriva|fylla\s+i|infoga)\b[^\n]{0,60}"
    r"|click\s+or\s+tap\s+(?:here\s+)?to\s+enter\b[^\n]{0,60}"
    r"|\[(?:ange|skriv|fyll\s+i|klicka)\b[^\]\n]{0,80}\])[.:]?",
    re.IGNORECASE,
)


def is_template_text(text: str) -> bool:
    """Whether the whole of `text` is what a template asks its user to replace."""
    return bool(_LEFT_OVER.fullmatch(text))


def without_template_text(reading: Reading) -> Reading:
    """`reading` with blocks that are nothing but template text moved to `dropped`."""
    left_over = tuple(block.text for block in reading.blocks if is_template_text(block.text))
    if not left_over:
        return reading
    blocks = tuple(block for block in reading.blocks if not is_template_text(block.text))
    return replace(reading, blocks=blocks, dropped=(*reading.dropped, *left_over))
