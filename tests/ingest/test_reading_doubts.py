"""What an administrator is told of how a file was read."""

from pathlib import Path

from ingest.blocks import Block, Reading, StruckOut
from ingest.document import ingest_reading
from ingest.governance import Governance
from ingest.readers import read_file
from ingest.reading_doubts import reading_doubts
from tests.ingest.pdf_paper import FILLER, Paper, texts


def test_struck_out_text_is_told_of_with_its_pages() -> None:
    struck = (StruckOut("ett", 12), StruckOut("två", 3), StruckOut("tre", 12))
    assert reading_doubts(Reading((), struck=struck)) == (
        "Överstruken text på s. 3 och 12 räknas inte till dokumentets text.",
    )


def test_struck_out_text_without_pages_is_told_of() -> None:
    assert reading_doubts(Reading((), struck=(StruckOut("ett"),))) == (
        "Överstruken text räknas inte till dokumentets text.",
    )


def test_the_doubts_of_a_reading_are_the_documents() -> None:
    reading = Reading((Block("paragraph", "Regeln gäller."),), struck=(StruckOut("inte", 1),))
    found = ingest_reading("regel", Path("regel.pdf"), reading, Governance())
    assert "Överstruken text på s. 1 räknas inte till dokumentets text." in found.document.doubts
    assert "inte" not in found.text.split()


def test_template_text_is_no_heading_but_a_doubt(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Regler för resor", size=16)
    paper.line("Ange undertitel här (om det finns)", size=13)
    paper.prose(f"{FILLER}.")
    reading = read_file(paper.path())
    assert texts(reading, "heading") == ["Regler för resor"]
    assert reading_doubts(reading) == ("Text från en mall står kvar: ”Ange undertitel här (om det finns)”.",)


def test_a_sentence_that_asks_to_state_something_is_no_template_text(tmp_path: Path) -> None:
    path = tmp_path / "regel.md"
    path.write_text("# Resor\n\nAnge här varför resan behövs, och skicka blanketten till chefen.\n", "utf-8")
    assert reading_doubts(read_file(path)) == ()
