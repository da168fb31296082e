"""The ingest report as an administrator gets it: one file, whole, with nothing of a document's as markup."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import date
from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from cli import run
from commands.ingest_report import check_report_path, write_report
from commands.usage import CommandFailed
from index.keys import Keys
from index.library import FileState, Library
from index.report import NoProgress
from index.update import IngestReport, Refusal
from index.writer import LibraryWriter
from ingest.document import ingest_file
from ingest.governance import Governance
from tests.ingest.pdf_paper import FILLER, Paper

HOSTILE = "<script>alert('å')</script>"
REFUSAL = Refusal(f"/x/{HOSTILE}.pdf", "Filen är skadad.", "Skaffa en hel kopia.")
Made = Callable[..., BeautifulSoup]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A PDF of two pages with a running foot, and a page of Markdown."""
    folder = tmp_path / "dokument"
    folder.mkdir()
    paper = Paper(folder)
    for page in (1, 2):
        paper.line(f"Ansvar {page}", size=16, bold=True)
        paper.prose(f"{FILLER}.", gap=6)
        paper.at(70, 30, f"Sida {page} av 2", 9)
        if page == 1:
            paper.page()
    paper.path()
    (folder / "regel.md").write_text(f"# Regel om gåvor\n\n## Gåvor {escape(HOSTILE)}\n\nAvböj.\n", "utf-8")
    return folder


@pytest.fixture
def made(documents: Path, tmp_path: Path) -> Made:
    """Writes a report on the folder and reads it."""

    def make(most_pictures: int = 9, done: IngestReport | None = None, withdrawn: str = "") -> BeautifulSoup:
        data, report = tmp_path / "data", tmp_path / "rapport.html"
        writer = LibraryWriter(data)
        for path in sorted(documents.iterdir()):
            held = ingest_file(path, documents, Governance())
            writer.put_document(path, held, Keys({}))
            writer.put_file(FileState(str(path), str(documents), 0, 0, "", held.document.document))
        if withdrawn:
            writer.withdraw(withdrawn, date(2026, 3, 1))
        writer.commit()
        writer.close()
        with closing(Library(data)) as library:
            told = done or IngestReport(("dokument",), 1, ("gammal",), (REFUSAL,), 0)
            write_report(report, told, library, [documents], most_pictures, NoProgress())
        return BeautifulSoup(report.read_text("utf-8"), "html.parser")

    return make


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    [found] = soup.select(selector)
    return found


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_every_page_stands_beside_its_headings_provisions_and_what_was_left_out(made: Made) -> None:
    first, second = made().select("#d1 .page")
    assert one(first, "img")["src"].startswith("data:image/jpeg;base64,")  # type: ignore[union-attr]
    assert words(one(first, ".piece.heading")) == "rubrik 1 Ansvar 1"
    assert words(one(second, ".piece.paragraph")).startswith("text · Ansvar 2 Nämnden")
    assert words(one(second, ".piece.dropped")) == "utelämnat Sida 2 av 2"


def test_the_marks_lie_on_the_picture_where_the_text_stands(made: Made) -> None:
    page = made().select("#d1 .page")[0]
    heading, foot = one(page, "g.heading rect"), one(page, "g.dropped rect")
    assert int(str(heading["y"])) < 120
    assert int(str(foot["y"])) > 780


def test_a_file_without_pages_shows_its_structure_only(made: Made) -> None:
    document = one(made(), "#d2")
    assert document.select("img") == []
    assert "Avböj." in words(document)


def test_a_document_whose_file_is_gone_has_nothing_to_show(made: Made) -> None:
    soup = made(withdrawn="regel")
    assert len(soup.select("tbody tr th a")) == 1
    assert "Avböj." not in words(soup)


def test_nothing_of_a_file_is_markup_and_nothing_is_loaded_from_elsewhere(made: Made) -> None:
    soup = made()
    assert soup.select("script, link, iframe") == []
    assert HOSTILE in words(one(soup, "#d2"))
    assert HOSTILE in words(one(soup, ".refused"))
    assert "default-src 'none'" in str(one(soup, "meta[http-equiv]")["content"])
    addresses = [str(tag[name]) for name in ("src", "href") for tag in soup.select(f"[{name}]")]
    assert all(re.match("data:image/jpeg|#", address) for address in addresses)


def test_the_head_counts_and_names_what_needs_attention(made: Made) -> None:
    soup = made()
    figures = {words(item).partition(" ")[2]: item.b.text for item in soup.select(".figures li") if item.b}
    assert figures["lästa nu"] == "1"
    assert figures["kunde inte läsas"] == "1"
    assert figures["sidor"] == "2"
    assert "Filen är skadad. Skaffa en hel kopia." in words(one(soup, ".refused"))
    assert "gammal" in words(soup.body or soup)


def test_what_was_read_now_can_be_told_from_the_rest(made: Made) -> None:
    soup = made()
    assert "new" in one(soup, "#d1")["class"]
    assert "new" not in one(soup, "#d2")["class"]


def test_links_in_the_head_lead_to_their_documents(made: Made) -> None:
    soup = made()
    assert soup.select("a")
    for link in soup.select("a"):
        assert soup.select(str(link["href"]))


def test_pages_beyond_the_limit_have_their_text_and_say_why_there_is_no_picture(made: Made) -> None:
    pages = made(most_pictures=1).select("#d1 .page")
    assert len(pages[1].select("img")) == 0
    assert "REGELSTEGEN_REPORT_PAGES" in words(pages[1])
    assert "Ansvar 2" in words(pages[1])


def test_a_file_that_has_gone_since_it_was_read_does_not_stop_the_report(
    made: Made, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = ingest_file(documents / "dokument.pdf", documents, Governance())
    monkeypatch.setattr("tests.commands.test_ingest_report.ingest_file", lambda *_: held)
    (documents / "regel.md").unlink()
    (documents / "dokument.pdf").write_bytes(b"borta")
    assert "kunde inte visas som bild" in words(made().select("#d1 .page")[0])


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("saknas/rapport.html", "finns inte"),
        (".", "är en mapp"),
        ("dokument/rapport.html", "läsas in som ett dokument"),
    ],
)
def test_a_place_where_no_report_can_be_is_refused_before_anything_is_read(
    documents: Path, tmp_path: Path, place: str, sentence: str
) -> None:
    with pytest.raises(CommandFailed, match=sentence):
        check_report_path(tmp_path / place, [documents])
    assert run(["ingest", str(documents), "--report", str(tmp_path / place)]) == 2


def test_a_report_that_fails_leaves_the_old_one_and_nothing_else(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rapport.html").write_text("den förra", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(CommandFailed, match="kunde inte skrivas"):
        made()
    assert (tmp_path / "rapport.html").read_text("utf-8") == "den förra"
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
