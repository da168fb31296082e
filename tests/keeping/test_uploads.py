"""Files handed in: what is taken, what is refused, and names that are taken already."""

import io
import zipfile
from pathlib import Path

import pytest

from ingest.limits import Limits
from keeping.errors import ChangedMeanwhile, Refused
from keeping.ledger import Ledger
from keeping.uploads import Taken, Upload, accepted, put, remove

SMALL = Limits(largest_file_mb=1, largest_text_mb=1)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "dokument"
    folder.mkdir()
    (folder / "policy.md").write_text("Den gamla.", "utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path: Path, documents: Path) -> Ledger:
    return Ledger(tmp_path / "data", [documents])


def archive(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"MZ\x90\x00 inget", "inget PDF-dokument"),
        ("a.docx", b"%PDF-1.7", "PDF"),
        ("a.md", b"%PDF-1.7 text", "PDF"),
        ("a.md", b"\x7fELF\x00\x01", "inte text"),
        ("a.html", b"\x89PNG\r\n", "en bild"),
        ("a.txt", b"   \n", "tom"),
        ("a.txt", b"x" * 1_100_000, "gränsen är 1 MB"),
        ("a.docx", archive(annat=b"<a/>"), "inget Word-dokument"),
    ],
)
def test_a_file_is_taken_for_what_it_holds(documents: Path, name: str, content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        accepted(Upload(name, content), documents, SMALL)


def test_an_archive_that_unpacks_beyond_the_limit_is_refused_unopened(documents: Path) -> None:
    bomb = archive(word__document=b"0" * 3_000_000)
    assert len(bomb) < 10_000
    with pytest.raises(Refused, match="packar upp till 3 MB"):
        accepted(Upload("bomb.docx", bomb), documents, SMALL)


def test_a_new_file_is_put_in_the_folder(ledger: Ledger, documents: Path) -> None:
    file = accepted(Upload("ny.md", b"# Ny"), documents, SMALL)
    assert not file.taken
    put(ledger, "Eva Ek", documents, [file], {})
    assert (documents / "ny.md").read_bytes() == b"# Ny"


def test_the_same_content_again_changes_nothing(ledger: Ledger, documents: Path) -> None:
    file = accepted(Upload("policy.md", b"Den gamla."), documents, SMALL)
    assert put(ledger, "Eva Ek", documents, [file], {}) is None


def test_a_taken_name_is_left_alone_until_the_person_has_chosen(ledger: Ledger, documents: Path) -> None:
    file = accepted(Upload("policy.md", b"Den nya."), documents, SMALL)
    assert file.taken
    assert put(ledger, "Eva Ek", documents, [file], {}) is None
    assert (documents / "policy.md").read_text("utf-8") == "Den gamla."


def test_a_taken_name_may_be_replaced_or_both_kept(ledger: Ledger, documents: Path) -> None:
    file = accepted(Upload("policy.md", b"Den nya."), documents, SMALL)
    put(ledger, "Eva Ek", documents, [file], {"policy.md": Taken.KEEP_BOTH})
    assert (documents / "policy-2.md").read_bytes() == b"Den nya."
    put(ledger, "Eva Ek", documents, [file], {"policy.md": Taken.REPLACE})
    assert (documents / "policy.md").read_bytes() == b"Den nya."


def test_a_name_is_taken_in_whatever_case(documents: Path) -> None:
    assert accepted(Upload("POLICY.md", b"Den nya."), documents, SMALL).name == "policy.md"


def test_a_file_that_another_person_has_put_there_meanwhile_is_not_written_over(
    ledger: Ledger, documents: Path
) -> None:
    file = accepted(Upload("ny.md", b"Min"), documents, SMALL)
    (documents / "ny.md").write_bytes(b"Din")
    with pytest.raises(ChangedMeanwhile):
        put(ledger, "Eva Ek", documents, [file], {})
    assert (documents / "ny.md").read_bytes() == b"Din"


def test_two_files_of_one_name_in_one_batch_are_both_kept(ledger: Ledger, documents: Path) -> None:
    files = [accepted(Upload("ny.md", content), documents, SMALL) for content in (b"A", b"B")]
    put(ledger, "Eva Ek", documents, files, {})
    assert (documents / "ny.md").read_bytes() + (documents / "ny-2.md").read_bytes() == b"AB"


def test_a_link_is_never_replaced(documents: Path, tmp_path: Path) -> None:
    (documents / "länk.md").symlink_to(tmp_path / "annat.md")
    with pytest.raises(Refused, match="länk"):
        accepted(Upload("länk.md", b"x"), documents, SMALL)


def test_a_document_is_removed_by_its_file(ledger: Ledger, documents: Path) -> None:
    remove(ledger, "Eva Ek", documents / "policy.md")
    assert not (documents / "policy.md").exists()
