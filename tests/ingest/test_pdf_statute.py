"""Typeset statutes: what setting a flat text leaves in headings, columns and at line ends."""

from pathlib import Path

import pytest

from evals.statute_pdf import compare, differences, main
from hierarchy.documents import Status
from ingest.document import ingest_file
from ingest.governance import Governance
from ingest.readers.hyphenation import Vocabulary, join
from tests.conftest import REAL_DOCUMENTS
from tests.ingest.pdf_paper import FILLER, Paper

TYPESET = REAL_DOCUMENTS.parent / "bench" / "sfs-2016-1145.pdf"
MARKDOWN = REAL_DOCUMENTS / "lag" / "sfs-2016-1145.md"


def section(paper: Paper, number: str, *lines: str) -> None:
    paper.line(number, size=10, bold=True, gap=8)
    for line in lines:
        paper.line(line, size=10)


def provisions(paper: Paper) -> list[tuple[str, str]]:
    path = paper.path()
    read = ingest_file(path, path.parent, Governance())
    return [(p.address, read.text[p.start : p.end]) for p in read.provisions]


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.at(60, 807, "SFS 2030:12 Lag om köp", 8)
    paper.line("Lag om köp", size=17, bold=True)
    paper.line("1 kap. Inledning", size=14, bold=True, gap=8)
    paper.line("Tillämpning", size=11.5, bold=True, gap=8)
    section(paper, "1 §", *[FILLER] * 6, "köp. Lag (2031:7).")
    section(paper, "2 §", "Köp får ske i tid.")
    return paper


def test_remarks_and_debris_swept_into_a_number_are_told_from_it(paper: Paper) -> None:
    section(paper, "/24/ /18/ 3 §", "Lån får ske.")
    section(paper, "/Träder i kraft I:2032-01-01/ 4 §", "Hyra får ske.")
    assert provisions(paper)[-2:] == [("1 kap. 3 §", "Lån får ske."), ("1 kap. 4 §", "Hyra får ske.")]


def test_the_end_of_a_section_set_as_a_heading_belongs_to_the_section(paper: Paper) -> None:
    paper.line("Tillstånd krävs för att köpa något annat än mat. Lag (2031:7)", size=11.5, bold=True, gap=8)
    section(paper, "3 §", "Lån får ske.")
    text = "Köp får ske i tid.\n\nTillstånd krävs för att köpa något annat än mat."
    assert ("1 kap. 2 §", text) in provisions(paper)


def test_rows_set_as_headings_or_text_are_rows_under_the_names_of_their_columns(paper: Paper) -> None:
    section(paper, "3 §", "Lån får ske.")
    paper.line("Bilaga 1", size=14, bold=True, gap=8)
    paper.line("Varor", size=11.5, bold=True, gap=8)
    paper.line("Slag Kod", size=11.5, bold=True, gap=8)
    paper.line("Mat och dryck 15000000-8", size=10, gap=4)
    paper.line("Kläder 18000000-9", size=11.5, bold=True, gap=8)
    assert provisions(paper)[-1] == ("Bilaga 1", "Slag Kod\nMat och dryck\t15000000-8\nKläder\t18000000-9")


def test_a_number_at_the_same_height_on_many_pages_is_no_running_head(paper: Paper) -> None:
    for number in (3, 4, 5):
        paper.page()
        paper.at(60, 807, "SFS 2030:12 Lag om köp", 8)
        paper.y = 790
        section(paper, f"{number} §", "Lån får ske.")
    assert [address for address, _ in provisions(paper)][-3:] == ["1 kap. 3 §", "1 kap. 4 §", "1 kap. 5 §"]


def test_an_italic_heading_that_ends_a_page_stands_over_the_section_on_the_next(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Lag om köp", size=16, bold=True)
    for number in (1, 2):
        paper.prose(f"{number} § Köp får bara ske när det finns medel och någon har beslutat om det i tid.")
    paper.at(70, paper.y - 10, "Hyra", 11, "Helvetica-Oblique")
    paper.page()
    paper.prose("3 § Hyra får bara ske när det finns medel och någon har beslutat om det i god tid.")
    path = paper.path()
    read = ingest_file(path, path.parent, Governance())
    assert [(p.address, p.heading) for p in read.provisions][-1] == ("3 §", "Hyra")


def test_the_next_section_in_turn_begins_though_no_sentence_ended(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.line("Lag om köp", size=16, bold=True)
    paper.prose("1 § Köp får bara ske när det finns medel och någon har beslutat om det i tid.")
    paper.prose(
        "2 § Nämnden beslutar i ärenden om inköp som inte hör till någon annan och enligt", "1 § Köplagen."
    )
    paper.prose("Hyra")
    paper.line("3 § Hyra får ske.")
    path = paper.path()
    read = ingest_file(path, path.parent, Governance())
    assert [p.address for p in read.provisions][-3:] == ["1 §", "2 §", "3 §"]


def test_columns_have_right_edges_of_their_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.at(60, 760, "Lag om köp", 17, "Helvetica-Bold")
    y = 720.0
    for x, numbers in ((60, (1, 2)), (320, (3, 4))):
        y = 720.0
        for number in numbers:
            paper.at(x, y, f"{number} §", 10, "Helvetica-Bold")
            for line in (
                "Den som vill köpa något ska fråga",
                "Nämnden för inköp. Det gäller i hela",
                "Sverige.",
            ):
                y -= 12.5
                paper.at(x, y, line, 10)
            y -= 30
    text = "Den som vill köpa något ska fråga Nämnden för inköp. Det gäller i hela Sverige."
    assert provisions(paper) == [(f"{number} §", text) for number in (1, 2, 3, 4)]


def test_the_identity_is_read_from_title_and_running_head(paper: Paper) -> None:
    section(paper, "3 §", "Lån får ske.")
    paper.line("Övergångsbestämmelser", size=14, bold=True, gap=8)
    paper.line("1. Denna lag träder i kraft den 1 juli 2030.", size=10, gap=4)
    paper.page()
    paper.at(60, 807, "SFS 2030:12 Lag om köp", 8)
    paper.line("2. Äldre köp omfattas inte.", size=10)
    path = paper.path()
    found = ingest_file(path, path.parent, Governance()).document
    assert (found.title, found.number, found.status) == ("Lag om köp", "2030:12", Status.ADOPTED)
    assert found.valid_from is not None
    assert found.valid_from.isoformat() == "2030-07-01"


def test_a_longer_form_of_a_divided_word_tells_that_it_is_one() -> None:
    vocabulary = Vocabulary(["tillsyns-frågor prövas", "av tillsynsmyndigheten"])
    assert join("den tillsyns-", "myndighet som", vocabulary) == "den tillsynsmyndighet som"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("inom ra-", "men för", "inom ramen för"),
        ("gäller gemen-", "samt för", "gäller gemensamt för"),
        ("varu-", "och tjänster", "varu- och tjänster"),
        ("varu-", "samt tjänster", "varu- samt tjänster"),
        ("inköps-", "men inte", "inköps- men inte"),
    ],
)
def test_a_divided_word_is_told_from_a_hyphen_that_stays(before: str, after: str, joined: str) -> None:
    assert join(before, after, Vocabulary([])) == joined


@pytest.mark.corpus
def test_a_typeset_act_reads_as_its_markdown() -> None:
    if not (TYPESET.is_file() and MARKDOWN.is_file()):
        pytest.skip(f"needs {TYPESET} and {MARKDOWN}, which are not there")
    found = compare(TYPESET, MARKDOWN)
    assert found.addressed >= 0.99, found.missing
    assert found.identical >= 0.98, list(differences(found))
    assert found.intruders == ()


def test_the_comparison_counts_addresses_and_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text("# Lag\n\n## 1 §\n\nKöp får ske.\n\n## 2 §\n\nLån.\n\n## 3 §\n\nHyra.", "utf-8")
    second.write_text("# Lag\n\n## 1 §\n\nKöp ska ske.\n\n## 2 §\n\nLån.\n\n## 4 §\n\nHyra.", "utf-8")
    assert main([str(second), str(first)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "rätt adress: 2 av 3 (0.6667)",
        "samma text: 1 av 2 (0.5000)",
        "saknas: 3 §",
        "oväntad: 4 §",
    ]
    assert "1 §" in lines[4]


def test_a_file_that_cannot_be_compared_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert main([str(tmp_path / "a.pdf"), str(tmp_path / "a.pdf")]) == 2
    assert "Filen är tom" in capsys.readouterr().err
