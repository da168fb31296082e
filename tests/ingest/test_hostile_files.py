"""Files made to do harm: each is read as far as it is a document, or refused in a sentence."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.document import IngestedDocument
from ingest.errors import LimitExceeded, UnreadableFile
from ingest.governance import Governance
from ingest.limits import Limits
from ingest.reading_process import ReadingProcess
from tests.ingest.hostile import docx, empty_pages, form, page_of, pdf, stream, with_entities

LIMITS = Limits(read_seconds=20, read_memory_mb=512, largest_file_mb=20, largest_text_mb=1)
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    """One process for all of these files, as in an ingest."""
    with ReadingProcess(Governance(), LIMITS) as opened:
        yield opened


def read(process: ReadingProcess, folder: Path, name: str, content: bytes) -> IngestedDocument:
    (folder / name).write_bytes(content)
    return process.read(folder / name, folder, "x")


def refusal(process: ReadingProcess, folder: Path, name: str, content: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(process, folder, name, content)
    assert caught.value.reason.endswith(".")
    assert caught.value.remedy.endswith(".")
    return caught.value


def test_a_stream_that_unpacks_without_end_is_refused_by_its_limit(
    process: ReadingProcess, tmp_path: Path
) -> None:
    error = refusal(process, tmp_path, "bomb.pdf", page_of(b" " * 100_000_000))
    assert isinstance(error, LimitExceeded)
    assert "packar upp till mer än 75 MB" in error.reason


def test_ten_thousand_empty_pages_are_said_to_hold_no_text(process: ReadingProcess, tmp_path: Path) -> None:
    assert "ingen text" in refusal(process, tmp_path, "tom.pdf", empty_pages(10_000)).reason


@pytest.mark.parametrize(
    "content",
    [
        pdf([CATALOGUE, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
        pdf([CATALOGUE, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
        pdf([CATALOGUE, *[b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % n for n in range(3, 2000)]]),
        pdf([CATALOGUE, b"2 0 R"]),
        pdf([CATALOGUE, b"[" * 50_000 + b"]" * 50_000]),
        page_of(b"/F Do", b"/XObject<</F 6 0 R>>", form(6)),
        page_of(b"/F Do", b"/XObject<</F 6 0 R>>", *map(form, range(7, 30)), stream(b"")),
    ],
    ids=["own-parent", "circle", "deep-tree", "own-value", "deep-array", "own-form", "doubling-forms"],
)
def test_what_leads_back_to_itself_or_ever_deeper_is_refused(
    process: ReadingProcess, tmp_path: Path, content: bytes
) -> None:
    refusal(process, tmp_path, "ring.pdf", content)


def test_more_text_than_the_limit_is_refused_with_the_limit(process: ReadingProcess, tmp_path: Path) -> None:
    error = refusal(process, tmp_path, "lang.txt", b"En rad som fyller.\n\n" * 60_000)
    assert isinstance(error, LimitExceeded)
    assert "gränsen är 1 miljoner" in error.reason
    assert "largest_text_mb" in error.remedy


def test_a_file_larger_than_the_limit_is_refused_unread(process: ReadingProcess, tmp_path: Path) -> None:
    with (tmp_path / "stor.txt").open("wb") as file:
        file.truncate(200_000_000)  # A file of nothing but a length, which costs no disk.
    with pytest.raises(LimitExceeded, match=r"Filen är 200 MB, och gränsen är 20 MB\. .* largest_file_mb\."):
        process.read(tmp_path / "stor.txt", tmp_path, "stor")


def test_scripts_on_a_page_are_no_part_of_its_text(process: ReadingProcess, tmp_path: Path) -> None:
    page = "<h1>Regel</h1><script>alert('x')</script><p onclick='alert(1)'>Gåvor avböjs.</p>"
    page += "<img src=x onerror=alert(2)><iframe srcdoc='<p>Inramat.</p>'></iframe><style>p{}</style>"
    text = read(process, tmp_path, "sida.html", f"<html><body>{page}</body></html>".encode()).text
    assert text == "Regel\n\nGåvor avböjs."


def test_a_page_nested_beyond_measure_is_refused_by_its_limit(
    process: ReadingProcess, tmp_path: Path
) -> None:
    content = b"<html><body>" + b"<div>" * 2_000 + b"<p>Djupt nere.</p>" + b"</div>" * 2_000
    assert "nästlat" in refusal(process, tmp_path, "djup.html", content).reason


def test_an_external_entity_is_not_fetched(process: ReadingProcess, tmp_path: Path) -> None:
    (tmp_path / "hemlig.txt").write_text("Hemligt.", "utf-8")
    change = with_entities(f'e SYSTEM "file://{tmp_path}/hemlig.txt"', used="e")
    text = read(process, tmp_path, "xxe.docx", docx(change)).text
    assert "Hemligt" not in text
    assert "Blommor får tas emot." in text


def test_entities_that_multiply_are_refused(process: ReadingProcess, tmp_path: Path) -> None:
    names = "abcdefghijk"
    declared = [f'{b} "{f"&{a};" * 10}"' for a, b in pairwise(names)]
    change = with_entities('a "ha"', *declared, used="k")
    refusal(process, tmp_path, "skratt.docx", docx(change))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(process: ReadingProcess, tmp_path: Path) -> None:
    error = refusal(process, tmp_path, "bomb.docx", docx(more={"word/media/a.bin": b"\0" * 40_000_000}))
    assert "packar upp till 41 MB" in error.reason
    error = refusal(process, tmp_path, "xml.docx", docx(more={"word/b.xml": b" " * 9_900_000}))
    assert "uppmärkning är 11 MB" in error.reason


def test_members_that_climb_out_of_the_archive_are_written_nowhere(
    process: ReadingProcess, tmp_path: Path
) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    content = docx(more={"../../klattrat.xml": b"<a/>", "/klattrat.xml": b"<a/>"})
    assert read(process, folder, "ut.docx", content).text.startswith("Gåvor avböjs.")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "ut.docx"]
    assert not Path("/klattrat.xml").exists()


@pytest.mark.parametrize(
    "content",
    ["Gåvor avböjs.".encode("utf-16-le"), b"G\x81\x8d\xff\xfe", bytes(range(256)), b"\xff\xfe\x00"],
    ids=["utf-16-without-mark", "no-encoding", "every-byte", "half-a-character"],
)
def test_bytes_that_are_no_text_are_refused(process: ReadingProcess, tmp_path: Path, content: bytes) -> None:
    refusal(process, tmp_path, "x.txt", content)


def test_what_is_not_what_its_name_says_is_refused(process: ReadingProcess, tmp_path: Path) -> None:
    assert "filen är PDF-innehåll" in refusal(process, tmp_path, "x.docx", page_of(b"")).reason
    assert "filen är DOCX-innehåll" in refusal(process, tmp_path, "x.md", docx()).reason
    assert "filen är ett komprimerat arkiv" in refusal(process, tmp_path, "x.pdf", b"\x1f\x8b\x08").reason
