"""Read a PDF: its text in blocks, its pages and what it says about itself."""

from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.filters import ZLIB_MAX_OUTPUT_LENGTH

from ingest.blocks import Reading, StruckOut
from ingest.errors import UnreadableFile
from ingest.limits import too_deep, unpacks_too_far
from ingest.ocr import AUTOMATIC, Ocr
from ingest.readers.contents import without_contents
from ingest.readers.furniture import strip
from ingest.readers.identity_block import identity_lines
from ingest.readers.pdf_blocks import blocks
from ingest.readers.pdf_content import Fonts
from ingest.readers.pdf_layers import PageWords, page_words
from ingest.readers.pdf_lines import lines_of, page_lines
from ingest.readers.pdf_statute import mended_statute, statute_fields
from ingest.readers.scans import Scans, read_scans

_HEADER_WITHIN = 1024
"""A PDF's signature stands in its first bytes, not always in the very first."""
_LARGEST_STREAM = ZLIB_MAX_OUTPUT_LENGTH
"""Bytes that pypdf unpacks one stream to, at most."""
_DAMAGE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    ArithmeticError,
    AssertionError,
    OSError,
)
"""What pypdf lets through when a file's structure is not what it takes for granted."""


def read_pdf(path: Path, ocr: Ocr = AUTOMATIC) -> Reading:
    """The blocks, document properties and number of pages of the PDF at `path`; scanned pages as `ocr` says.

    Raises UnreadableFile when the file is empty, no PDF, damaged, locked with a password, or no text can
    be read in it; LimitExceeded when it unpacks to more, or goes deeper, than any document does.
    """
    _check_signature(path)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        fonts = Fonts()
        words = [page_words(page, fonts) for page in reader.pages]
        labels = _labels(reader)
        metadata = _metadata(reader)
    except (FileNotDecryptedError, DependencyError) as error:
        raise _locked() from error
    except LimitReachedError as error:
        raise (too_deep() if "depth" in str(error) else unpacks_too_far(_LARGEST_STREAM)) from error
    except (PyPdfError, *_DAMAGE) as error:
        raise UnreadableFile(
            "Filen är skadad och kan inte läsas som PDF.",
            "Öppna den i ett PDF-program och spara en ny kopia, eller hämta den på nytt.",
        ) from error
    if not words:
        raise UnreadableFile("PDF-filen har inga sidor.", "Exportera dokumentet till PDF på nytt.")
    pages = [page_lines(page.parts, number) for number, page in enumerate(words, 1)]
    scans = read_scans(path, pages, [page.height for page in words], ocr)
    if not any(any(c.isalnum() for c in line.text) for lines in scans.pages for line in lines):
        raise scans.refusal()
    return scans.told(_reading(words, scans, labels, metadata))


def _reading(
    words: list[PageWords], scans: Scans, labels: list[str | None], metadata: dict[str, str]
) -> Reading:
    stripped = strip(scans.pages, scans.heights)
    printed = [found or label for found, label in zip(stripped.printed, labels, strict=True)]
    first = list(stripped.pages[0])
    identity = identity_lines(first)
    header = [first[i] for i in identity] or list(stripped.heads)
    taken = set(identity)
    rest = [line for i, line in enumerate(first) if i not in taken]
    rest += [line for lines in stripped.pages[1:] for line in lines]
    lines, contents = without_contents(rest)
    found, debris = mended_statute(blocks(lines, header, printed))
    return Reading(
        blocks=found,
        metadata=metadata | statute_fields(found, stripped.dropped),
        pages=len(words),
        dropped=(
            *stripped.dropped,
            *dict.fromkeys(line.text for line in contents),
            *debris,
            *_aside(words),
        ),
        struck=tuple(_struck(words)),
    )


def _aside(words: list[PageWords]) -> tuple[str, ...]:
    """What stands across the pages' direction, each once."""
    found = (word.text.strip() for page in words for word in page.aside)
    return tuple(dict.fromkeys(text for text in found if text))


def _struck(words: list[PageWords]) -> Iterator[StruckOut]:
    for number, page in enumerate(words, 1):
        for line in lines_of(page.struck, number):
            yield StruckOut(line.text, number)


def _check_signature(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(_HEADER_WITHIN)
    if not start:
        raise UnreadableFile("Filen är tom (0 byte).", "Hämta eller exportera dokumentet på nytt.")
    if b"%PDF-" not in start:
        raise UnreadableFile(
            "Filen är inte en PDF, trots sitt namn.",
            "Kontrollera vad det är för fil och ge den rätt filändelse.",
        )


def _locked() -> UnreadableFile:
    return UnreadableFile(
        "PDF-filen är skyddad med lösenord.", "Spara en kopia utan lösenord och lägg in den i stället."
    )


def _labels(reader: PdfReader) -> list[str | None]:
    """The page labels where the file sets its own, else None for every page."""
    if "/PageLabels" not in reader.root_object:
        return [None] * len(reader.pages)
    return [label or None for label in reader.page_labels]


def _metadata(reader: PdfReader) -> dict[str, str]:
    """Document properties: keys in lower case without their slash; those without a value left out."""
    found = {
        str(key).lstrip("/").lower(): str(value).strip() for key, value in (reader.metadata or {}).items()
    }
    return {key: value for key, value in found.items() if value}
