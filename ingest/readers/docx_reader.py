"""Word documents (DOCX) in, blocks out."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from ingest.blocks import Block, Reading, StruckOut
from ingest.errors import UnreadableFile
from ingest.readers.contents import blocks_without_contents
from ingest.readers.docx_numbering import list_place, read_numbering
from ingest.readers.plain import NO_TEXT_REASON, NO_TEXT_REMEDY, clean, read_bytes

_OLE_CONTAINER = b"\xd0\xcf\x11\xe0"
_HEADING_STYLE = re.compile(r"^(?:heading|rubrik|överskrift)\s*(\d)", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"^(?:title|titel|dokumenttitel|huvudrubrik)$", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"^(?:toc|innehåll(?!\w))\b", re.IGNORECASE)
_LIST_STYLE = re.compile(r"^list|^punkt", re.IGNORECASE)
_TYPED_MARKER = re.compile(r"^(?:[-•–]|\d{1,3}[.)]|\(?[a-zåäö]\))\s+\S")
_MOST_WORDS_OF_A_HEADING = 12
_MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRIKES = ("w:strike", "w:dstrike")
_DELETED = (qn("w:del"), qn("w:moveFrom"))
_LEFT_OUT = frozenset((qn("w:pPr"), qn("w:instrText"), qn("w:txbxContent"),
                       f"{_MARKUP_COMPATIBILITY}Fallback"))  # fmt: skip
_PROPERTIES = ("title", "subject", "author", "keywords", "comments", "category", "language", "version")
_DAMAGE = (
    PackageNotFoundError,
    PythonDocxError,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # lxml's word for broken XML
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,  # a place that lies outside the archive
    NotImplementedError,  # a way of packing that is not known
)
"""What python-docx lets through when a file's parts are not what it takes for granted."""


def read_docx(path: Path) -> Reading:
    """The blocks of a Word document; its core properties become metadata.

    Page heads, page feet and contents lists are left out and reported in `dropped`; struck-out passages and
    tracked deletions are kept apart in `struck`, tracked insertions read as text. Raises `UnreadableFile`
    where the file is empty, corrupt, encrypted, an older Word format, no Word document, or has no text.
    """
    _refuse_older_word(path)
    try:
        reading = _read(docx.Document(str(path)))
    except _DAMAGE as error:
        raise UnreadableFile(
            "Filen är skadad eller är inget Word-dokument.",
            "Öppna den i Word, spara den på nytt som DOCX och lägg in den igen.",
        ) from error
    if not any(block.kind != "heading" for block in reading.blocks):
        raise UnreadableFile(NO_TEXT_REASON, NO_TEXT_REMEDY)
    return reading


def _read(document: Document) -> Reading:
    reader = _DocumentReader(document)
    reader.read_body()
    reader.read_footnotes()
    blocks, contents = blocks_without_contents(reader.blocks)
    struck = tuple(StruckOut(text) for text in reader.struck)
    dropped = (*_page_heads(document), *(block.text for block in contents))
    return Reading(tuple(blocks), _metadata(document), dropped=dropped, struck=struck)


def _refuse_older_word(path: Path) -> None:
    if read_bytes(path).startswith(_OLE_CONTAINER):
        raise UnreadableFile(
            "Filen är lösenordsskyddad eller sparad i ett äldre Word-format.",
            "Öppna den i Word, ta bort lösenordet och spara den som DOCX.",
        )


def _metadata(document: Document) -> dict[str, str]:
    core = document.core_properties
    found = {name: clean(str(getattr(core, name) or "")) for name in _PROPERTIES}
    if core.modified is not None:
        found["modified"] = core.modified.date().isoformat()
    return {name: value for name, value in found.items() if value}


def _page_heads(document: Document) -> tuple[str, ...]:
    """The texts of page heads and feet, each once."""
    found: dict[str, None] = {}
    styles = _striking_styles(document)
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not part.is_linked_to_previous:
                text = clean(" ".join(_text(element, styles)[0] for element in part._element.iter(qn("w:p"))))
                found[text] = None
    return tuple(text for text in found if text)


class _DocumentReader:
    """Reads the body's paragraphs and tables in order into `blocks`."""

    def __init__(self, document: Document) -> None:
        self.blocks: list[Block] = []
        self.struck: list[str] = []
        self._document = document
        self._numbering = read_numbering(document)
        self._striking = _striking_styles(document)

    def read_body(self) -> None:
        for element in _block_elements(self._document.element.body):
            if element.tag == qn("w:tbl"):
                self._read_table(element)
            else:
                self._read_paragraph(element)
                for box in element.iter(qn("w:txbxContent")):
                    if not any(up.tag == f"{_MARKUP_COMPATIBILITY}Fallback" for up in box.iterancestors()):
                        for inner in box.iterchildren(qn("w:p")):
                            self._read_paragraph(inner)

    def read_footnotes(self) -> None:
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith("/footnotes") and not relation.is_external:
                root = parse_xml(relation.target_part.blob)
                for note in root.iter(qn("w:footnote")):
                    text = clean(
                        " ".join(_text(paragraph, self._striking)[0] for paragraph in note.iter(qn("w:p")))
                    )
                    if text:
                        self.blocks.append(Block("note", text))

    def _read_table(self, table: BaseOxmlElement) -> None:
        """One row a row; a merged cell counts once, and a table inside a cell is part of the cell."""
        for row in table.iterchildren(qn("w:tr")):
            cells = [
                clean(" ".join(self._take(p) for p in cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc"))
            ]
            text = " ".join(cell for cell in cells if cell)
            if text:
                self.blocks.append(Block("row", text))

    def _take(self, element: BaseOxmlElement) -> str:
        text, struck = _text(element, self._striking)
        self.struck.extend(filter(None, map(clean, struck)))
        return clean(text)

    def _read_paragraph(self, element: BaseOxmlElement) -> None:
        text = self._take(element)
        paragraph = Paragraph(element, self._document._body)
        styles = _style_names(paragraph)
        if not text or any(_CONTENTS_STYLE.match(name) for name in styles):
            return
        depth = _heading_depth(paragraph, styles)
        place = list_place(paragraph)
        if depth is not None:
            marker = self._numbering.marker(place) if place is not None else ""
            numbered = f"{marker} {text}" if marker and marker != "•" else text
            self.blocks.append(Block("heading", numbered, depth))
        elif _TYPED_MARKER.match(text):
            self.blocks.append(Block("item", text, 1))
        elif place is not None:
            self.blocks.append(Block("item", f"{self._numbering.marker(place)} {text}", place.level + 1))
        elif any(_LIST_STYLE.match(name) for name in styles):
            self.blocks.append(Block("item", f"• {text}", 1))
        elif _is_bold_heading(element, text):
            self.blocks.append(Block("heading", text, 2))
        else:
            self.blocks.append(Block("paragraph", text))


def _block_elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in order, those inside content controls and tracked insertions included."""
    for child in parent.iterchildren():
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _block_elements(child)


def _text(element: BaseOxmlElement, styles: frozenset[str]) -> tuple[str, list[str]]:
    """The words of a paragraph, and the passages struck out or deleted that are no longer part of it.

    `styles` are the ids of the character styles that strike out.
    """
    words: list[str] = []
    struck: list[str] = []
    for child in element.iterchildren():
        if child.tag in _LEFT_OUT:
            continue
        if child.tag in _DELETED:
            struck.append("".join(part.text or "" for part in child.iter(qn("w:delText"), qn("w:t"))))
        elif child.tag == qn("w:t"):
            words.append(child.text or "")
        elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            words.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            words.append("-")
        else:
            inner, inner_struck = _text(child, styles)
            if child.tag == qn("w:r") and _is_struck(child, styles):
                struck.append(inner)
            else:
                words.append(inner)
                struck.extend(inner_struck)
    return "".join(words), struck


def _striking_styles(document: Document) -> frozenset[str]:
    """The ids of the character styles that draw a line through their words."""
    styles = document.styles.element.iter(qn("w:style"))
    return frozenset(str(style.get(qn("w:styleId"))) for style in styles if _strikes(style))


def _is_struck(run: BaseOxmlElement, styles: frozenset[str]) -> bool:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    if any(properties.find(qn(name)) is not None for name in _STRIKES):
        return _strikes(run)
    style = properties.find(qn("w:rStyle"))
    return style is not None and style.get(qn("w:val")) in styles


def _strikes(element: BaseOxmlElement) -> bool:
    return any(_is_on(element, name) for name in _STRIKES)


def _is_on(run: BaseOxmlElement, name: str) -> bool:
    properties = run.find(qn("w:rPr"))
    toggle = properties.find(qn(name)) if properties is not None else None
    return toggle is not None and toggle.get(qn("w:val"), "true") not in ("0", "false", "off", "none")


def _style_names(paragraph: Paragraph) -> list[str]:
    """The paragraph's style and the styles that it builds on, nearest first."""
    names: list[str] = []
    style = paragraph.style
    while style is not None and len(names) < 10:
        names.append(style.name or "")
        style = style.base_style
    return names


def _heading_depth(paragraph: Paragraph, styles: list[str]) -> int | None:
    for name in styles:
        found = _HEADING_STYLE.match(name)
        if found is not None:
            return int(found.group(1))
        if _TITLE_STYLE.match(name):
            return 1
    properties = paragraph._p.pPr
    outline = properties.find(qn("w:outlineLvl")) if properties is not None else None
    level = int(outline.get(qn("w:val"), "9")) if outline is not None else 9
    return level + 1 if level < 9 else None


def _is_bold_heading(element: BaseOxmlElement, text: str) -> bool:
    """Many documents make their headings by hand: a short bold line that is no sentence."""
    if len(text.split()) > _MOST_WORDS_OF_A_HEADING or text.endswith((".", ",", ";", ":")):
        return False
    runs = [
        run for run in element.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))
    ]
    return bool(runs) and all(_is_on(run, "w:b") for run in runs)
