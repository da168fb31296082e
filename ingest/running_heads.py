"""What stands in a document's running heads and feet, as text of its own to look for facts in."""

import re

from ingest.blocks import Block, Reading
from ingest.stored_text import StoredText, assemble

_PAGE_NUMBER = re.compile(
    r"(?:\b(?:sid(?:a|an|or)?|page)\b\.?:?\s*)?(?<![\d/.-])\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|\s(?:av|of)\s\d{1,3})\s*$"
    r"|\b(?:sida?|page)\.?:?\s*\d{0,3}\s*$",
    re.IGNORECASE,
)
_LONGEST = 160
_OF_THE_FILE = ("title", "publisher", "company", "og:site_name")


def running_heads(reading: Reading) -> StoredText:
    """The lines as one header block, each once, without page numbers; no block where there are none.

    It is no part of the stored text: what is read from it has a page to show, and no quote.
    """
    lines = (_PAGE_NUMBER.sub("", line).strip() for line in reading.dropped if len(line) <= _LONGEST)
    text = "\n".join(dict.fromkeys(line for line in lines if line))
    return assemble((Block("header", text),) if text else ())


def paper_of(reading: Reading) -> tuple[str, ...]:
    """Whose paper it is, most telling first: running heads and feet, then what the file says of itself."""
    heads = running_heads(reading).text
    said = "\n".join(reading.metadata.get(name, "") for name in _OF_THE_FILE).strip()
    return tuple(place for place in (heads, said) if place)
