"""What an administrator should know of how a file was read, as Swedish sentences."""

from ingest.blocks import Reading


def reading_doubts(reading: Reading) -> tuple[str, ...]:
    """The doubts that follow from the reading itself, whatever the document says."""
    if not reading.struck:
        return ()
    pages = sorted({found.page for found in reading.struck if found.page is not None})
    where = f" på s. {_listed(pages)}" if pages else ""
    return (f"Överstruken text{where} räknas inte till dokumentets text.",)


def _listed(numbers: list[int]) -> str:
    """ "3", "3 och 4", "3, 4 och 7"."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} och {last}" if first else last
