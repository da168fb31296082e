"""What an administrator should know of how a file was read, as Swedish sentences."""

from collections.abc import Iterator

from ingest.blocks import Reading
from ingest.readers.template_text import is_template_text


def reading_doubts(reading: Reading) -> tuple[str, ...]:
    """The doubts that follow from the reading itself, whatever the document says."""
    return (*_struck_out(reading), *_left_over(reading), *reading.doubts)


def _struck_out(reading: Reading) -> Iterator[str]:
    if reading.struck:
        pages = sorted({found.page for found in reading.struck if found.page is not None})
        where = f" på s. {_listed(pages)}" if pages else ""
        yield f"Överstruken text{where} räknas inte till dokumentets text."


def _left_over(reading: Reading) -> Iterator[str]:
    for text in reading.dropped:
        if is_template_text(text):
            yield f"Text från en mall står kvar: ”{text}”."


def _listed(numbers: list[int]) -> str:
    """ "3", "3 och 4", "3, 4 och 7"."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} och {last}" if first else last
