"""The choice of reader: by what a file holds and what it is called."""

from pathlib import Path

import pytest
from docx import Document

from ingest.errors import UnreadableFile
from ingest.readers import SUPPORTED, read_file


def write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Regeln gäller.".encode()),
        ("a.md", "# Rubrik\n\nRegeln gäller.".encode()),
        ("A.HTML", "<html><body><p>Regeln gäller.</p></body></html>".encode()),
    ],
)
def test_each_text_format_is_read_by_its_own_reader(tmp_path: Path, name: str, data: bytes) -> None:
    assert read_file(write(tmp_path, name, data)).blocks[-1].text == "Regeln gäller."


def test_a_word_document_is_read(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Regeln gäller.")
    document.save(str(tmp_path / "a.docx"))
    assert read_file(tmp_path / "a.docx").blocks[0].text == "Regeln gäller."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"<!DOCTYPE html><html><body>x</body></html>", "filen är HTML-innehåll"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "filen är en bild"),
        ("a.docx", b"%PDF-1.7 ...", "filen är PDF-innehåll"),
        ("a.txt", b"PK\x03\x04...", "filen är DOCX-innehåll"),
        ("a.pdf", b"bara text", "inget PDF-dokument"),
        ("a.docx", b"bara text", "inget DOCX-dokument"),
        ("a.docx", b"\xd0\xcf\x11\xe0....", "lösenord"),
        ("a.txt", b"", "tom"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_is_refused_with_what_it_is(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_file(write(tmp_path, name, data))
    assert reason in refused.value.reason
    assert refused.value.remedy


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    assert ".xlsx" not in SUPPORTED
    with pytest.raises(UnreadableFile, match=r"\.xlsx stöds inte"):
        read_file(write(tmp_path, "a.xlsx", b"x"))
