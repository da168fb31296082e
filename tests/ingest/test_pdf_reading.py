"""What a PDF gives as a whole: document properties, pages, and refusals."""

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf import read_pdf
from tests.ingest.pdf_paper import FILLER, Paper


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(path)
    assert caught.value.remedy.endswith(".")
    return caught.value.reason


def test_document_properties_have_keys_in_lower_case(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.title("Riktlinje för resor")
    paper.prose(f"{FILLER}.")
    reading = paper.read()
    assert reading.metadata["title"] == "Riktlinje för resor"
    assert reading.pages == 1


def test_a_file_of_no_bytes_is_refused_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.write_bytes(b"")
    assert "tom" in refusal(path)


def test_a_file_that_is_no_pdf_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "bild.pdf"
    path.write_bytes(b"\x89PNG\r\n" + b"x" * 200)
    assert "inte en PDF" in refusal(path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trasig.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x00\x01skr\xe4p" * 50)
    assert "skadad" in refusal(path)


def test_a_file_locked_with_a_password_is_refused(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.encrypt("hemligt")
    paper.prose(f"{FILLER}.")
    assert "lösenord" in refusal(paper.path())


def test_a_scanned_paper_without_text_is_refused(tmp_path: Path) -> None:
    assert "ingen text" in refusal(Paper(tmp_path).path())
