"""References to sections that the library's own acts don't have."""

from contextlib import closing
from pathlib import Path

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level
from index.broken_references import broken_references
from index.keys import Keys
from index.library import Library
from index.writer import LibraryWriter
from ingest.document import IngestedDocument
from ingest.registrar.findings import Finding, Severity

LAW = GoverningDocument(
    "lag", "Lag om köp", "lag", Level.LAW, Status.ADOPTED, number="2030:400", source="lag.md"
)
LAW_TEXT = "1 § Köp är fria.\n\n2 § Skälen antecknas enligt 1 §."
RULE = GoverningDocument(
    "regel", "Regel om köp", "regel", Level.RULE, Status.ADOPTED, ("norr",), source="regel.md"
)


def findings(folder: Path, text: str, law_text: str = LAW_TEXT) -> list[Finding]:
    """Findings of a library with an act of two sections and a rule with this text."""
    middle = law_text.index("2 §")
    sections = (
        Provision("lag", "1 §", ("1 §",), None, 0, middle),
        Provision("lag", "2 §", ("2 §",), None, middle, len(law_text)),
    )
    whole = (Provision("regel", "Köp", ("Köp",), "Köp", 0, len(text), 3),)
    writer = LibraryWriter(folder)
    writer.clear()
    writer.put_document(folder / "lag.md", IngestedDocument(LAW, law_text, (), sections), Keys({}))
    writer.put_document(folder / "regel.md", IngestedDocument(RULE, text, (), whole), Keys({}))
    writer.commit()
    writer.close()
    with closing(Library(folder)) as library:
        return list(broken_references(library, library.documents()))


def test_a_section_that_the_act_does_not_have_is_a_warning(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "Skälen antecknas enligt 7 § lagen (2030:400) om köp.")
    assert (finding.severity, finding.code, finding.document) == (
        Severity.WARNING,
        "broken_reference",
        "regel",
    )
    assert "hänvisar till 7 § i ”Lag om köp”" in finding.text
    assert "7 §" in (finding.quote or "")
    assert finding.page == 3


def test_a_section_that_is_there_and_an_act_that_is_not_held_are_in_order(tmp_path: Path) -> None:
    assert findings(tmp_path, "Enligt 2 § lagen (2030:400) om köp och 7 § lagen (1999:1) om annat.") == []


def test_the_same_place_is_told_of_once(tmp_path: Path) -> None:
    twice = "Enligt 7 § lagen (2030:400) om köp, och åter 7 § lagen (2030:400) om köp."
    assert len(findings(tmp_path, twice)) == 1


def test_within_an_act_itself_it_is_only_worth_knowing(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "Köp.", LAW_TEXT.replace("enligt 1 §", "enligt 9 §"))
    assert (finding.severity, finding.document) == (Severity.NOTE, "lag")
