"""Files that are made to do harm, small enough to be made for each test."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

from docx import Document

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (more, len(packed), packed)


def page_of(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one page; `more` are objects from number 6 on."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    return pdf([catalogue, pages, _PAGE % resources, stream(content), _FONT, *more])


def form(number: int) -> bytes:
    """A form that draws form object `number` twice."""
    inner = b"/Resources<</XObject<</F %d 0 R>>>>" % number
    return stream(b"/F Do /F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + inner)


def empty_pages(number: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (place + 3) for place in range(number))
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (number, kids)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * number])


def docx(
    change: Callable[[bytes], bytes] = lambda xml: xml, more: Mapping[str, bytes] | None = None
) -> bytes:
    """A Word document of two sentences, its main part changed and members added to the archive."""
    document, plain, changed = Document(), io.BytesIO(), io.BytesIO()
    document.add_paragraph("Gåvor avböjs.")
    document.add_paragraph("Blommor får tas emot.")
    document.save(plain)
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == "word/document.xml" else content)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return changed.getvalue()


def with_entities(*declared: str, used: str) -> Callable[[bytes], bytes]:
    """Declares entities in a part, and uses one of them before its first word."""
    entities = "".join(f"<!ENTITY {entity}>" for entity in declared)

    def change(xml: bytes) -> bytes:
        start, rest = xml.split(b"?>", 1)
        rest = rest.replace(b"<w:t>", b"<w:t>&%s;" % used.encode(), 1)
        return start + f"?><!DOCTYPE d [{entities}]>".encode() + rest

    return change
