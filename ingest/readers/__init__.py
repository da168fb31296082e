"""A file in, its blocks out.

In: the path of a PDF, DOCX, HTML, Markdown or text file. Out: a `Reading`, the same for every format, or an
`UnreadableFile` that says in Swedish what is wrong and what to do about it. To teach the library another
format, write a reader beside these and give it its suffixes in `_FORMATS` and its function in `_reader`.

A PDF goes from `pdf_content` (words and strokes, by `pdf_operations`, `pdf_fonts`, `pdf_paths`, `matrices`)
over `pdf_layers` (what is to be read) and `columns` to `pdf_lines`; `furniture`, `contents` and
`identity_block` take out what is no running text; `pdf_drafts` gathers the rest (by `typography`,
`column_edges`, `line_flow`, `pdf_headings`, `pdf_sections`, `footnotes`, `tables`, `lists`) for `pdf_blocks`.
Pages that are pictures come in at the lines, by `scans` (`tesseract`, `ocr_picture`, `ocr_lines`). Statutes
have habits of their own in each format: `pdf_statute`, `published_statute` and `statute_*`.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ingest.blocks import Reading
from ingest.errors import UnreadableFile
from ingest.ocr import AUTOMATIC, Ocr
from ingest.readers.plain import read_bytes
from ingest.readers.template_text import without_template_text

_FORMATS: dict[str, tuple[str, ...]] = {
    "PDF": (".pdf",),
    "DOCX": (".docx", ".docm"),
    "HTML": (".html", ".htm", ".xhtml"),
    "Markdown": (".md", ".markdown"),
    "text": (".txt", ".text"),
}

SUPPORTED: frozenset[str] = frozenset(suffix for suffixes in _FORMATS.values() for suffix in suffixes)
"""The suffixes, in lower case, of files that `read_file` reads."""

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"GIF8", "en bild"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\xd0\xcf\x11\xe0", "ett äldre eller lösenordsskyddat Office-dokument"),
    (b"\x1f\x8b", "ett komprimerat arkiv"),
    (b"7z\xbc\xaf", "ett komprimerat arkiv"),
)
_HTML_START = re.compile(
    rb"^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_SNIFFED_BYTES = 4096


def read_file(path: Path, ocr: Ocr = AUTOMATIC) -> Reading:
    """The file's blocks, read by what it holds and what it is called; its scanned pages as `ocr` says.

    Raises `UnreadableFile` where the suffix is not supported, the content is something else than the
    suffix says, or the format's reader refuses it.
    """
    named = check_content(path.suffix, read_bytes(path))
    return without_template_text(_reader(named, ocr)(path))


def check_content(suffix: str, content: bytes) -> str:
    """The format of a file, by its suffix and how it begins.

    Raises `UnreadableFile` for a suffix that is not supported, and for content that is something else.
    """
    named = next((name for name, suffixes in _FORMATS.items() if suffix.lower() in suffixes), None)
    if named is None:
        raise UnreadableFile(
            f"Filtypen {suffix or 'utan filändelse'} stöds inte.",
            "Spara dokumentet som PDF, DOCX, HTML, Markdown eller text.",
        )
    _refuse_mismatch(named, content[:_SNIFFED_BYTES])
    return named


def _refuse_mismatch(named: str, head: bytes) -> None:
    held = _sniff(head)
    if held == named or (held is None and named not in ("PDF", "DOCX")):
        return
    if held is None and named == "PDF" and b"%PDF-" in head[:1024]:
        return
    if held is None:
        raise UnreadableFile(
            f"Filen är skadad eller är inget {named}-dokument.",
            f"Spara om dokumentet som {named} från källan och lägg in det igen.",
        )
    if named == "DOCX" and held.startswith("ett äldre"):
        return  # the reader of DOCX knows what to say of it
    held_as = f"{held}-innehåll" if held in _FORMATS else held
    raise UnreadableFile(
        f"Filändelsen säger {named}, men filen är {held_as}.",
        f"Ge filen rätt filändelse ({_FORMATS[held][0]})."
        if held in _FORMATS
        else f"Spara dokumentet som {named}.",
    )


def _sniff(head: bytes) -> str | None:
    """The format, or what a foreign one is called, told from the first bytes; None for plain text."""
    if head.startswith(b"%PDF-"):
        return "PDF"
    if head.startswith(b"PK\x03\x04"):
        return "DOCX"
    for start, description in _FOREIGN:
        if head.startswith(start):
            return description
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "HTML"
    return None


def _reader(name: str, ocr: Ocr) -> Callable[[Path], Reading]:
    """Imported when first used: the libraries behind a format load only for those who have such files."""
    if name == "PDF":
        from ingest.readers.pdf import read_pdf

        return partial(read_pdf, ocr=ocr)
    if name == "DOCX":
        from ingest.readers.docx_reader import read_docx

        return read_docx
    if name == "HTML":
        from ingest.readers.html_reader import read_html

        return read_html
    if name == "Markdown":
        from ingest.readers.markdown_reader import read_markdown

        return read_markdown
    from ingest.readers.text_reader import read_text

    return read_text
