"""The measure of identities, and the gate that the real documents have to pass."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evals.identity import load_gold, main, measure
from evals.identity_fields import Compared, compare
from hierarchy.levels import Hierarchy, Organisation
from ingest.blocks import Block, Reading
from ingest.document import ingest_file, ingest_reading
from ingest.governance import Governance
from ingest.protocol_items import protocol_items

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = [SHARED / "gold" / "documents.yaml", SHARED / "gold" / "documents-dalarna.yaml"]
FURNITURE = re.compile(r"\bsid\s+\d+\s*\(|referensnummer|org\.\s?nr|\btel:|e-post:", re.IGNORECASE)
NORTH = Organisation("norr", "Region Norr", "Region North", (), ("Landstinget Norr",))
HEAD = (
    "RIKTLINJE\nRegion Norr\nGäller från\n2024-03-01\nBeslutat av\nRegionstyrelsen\nDiarienummer\nRS 2023/412"
)


def compared(**gold: Any) -> dict[str, Compared]:
    hierarchy = Hierarchy((NORTH,))
    blocks = (Block("header", HEAD), Block("heading", "Riktlinje för lån", 1))
    read = ingest_reading("lan", Path("lan.pdf"), Reading(blocks, pages=2), Governance(hierarchy))
    return {one.field: one for one in compare({"document": "lan", **gold}, read, [], hierarchy)}


def test_spaces_and_letter_case_are_no_difference_but_figures_are() -> None:
    found = compared(adopted_by="regionstyrelsen", diary_number="RS2023/412", pages=3)
    assert found["adopted_by"].right
    assert found["diary_number"].right
    assert not found["pages"].right


def test_organisations_are_the_same_by_any_of_their_names() -> None:
    assert compared(concerns=["Landstinget Norr"])["concerns"].right
    assert not compared(concerns=["Region Söder"])["concerns"].right


def test_a_field_that_was_not_read_is_wrong() -> None:
    missed = compared(decision="§ 12")["decision"]
    assert (missed.right, missed.read) == (False, "")


def test_a_field_that_the_gold_does_not_state_is_not_compared() -> None:
    assert set(compared(valid_from=date(2024, 3, 1), doubt="något")) == {"valid_from"}


def test_what_was_concluded_without_words_to_show_is_marked_as_doubtful() -> None:
    hierarchy = Hierarchy((NORTH,))
    reading = Reading((Block("paragraph", "Köp ska anmälas."),))
    read = ingest_reading("rutin-for-kop", Path("rutin-for-kop.md"), reading, Governance(hierarchy))
    (title,) = compare({"document": "x", "title": "Något annat"}, read, [], hierarchy)
    assert (title.right, title.doubtful) == (False, True)


def test_a_document_without_a_file_is_named_and_fails_the_gate(tmp_path: Path) -> None:
    measured = measure(tmp_path, [{"document": "borta", "title": "Borta"}], Hierarchy(()))
    assert (measured.missing, measured.passes) == (("borta",), False)


def test_the_command_prints_one_json_document_and_tells_whether_the_gate_is_passed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "policy-for-lan.md").write_text(
        "# Policy för lån\n\nDenna policy är antagen av styrelsen.", "utf-8"
    )
    gold = tmp_path / "gold.yaml"
    gold.write_text("- {document: policy-for-lan, title: Policy för lån, kind: policy}\n", "utf-8")
    assert main([str(tmp_path), str(gold), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["fields"], printed["right"], printed["passes"]) == (2, 1.0, True)


def test_gold_that_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), str(tmp_path / "saknas.yaml")]) == 2
    assert "går inte att läsa" in capsys.readouterr().err


@pytest.mark.corpus
def test_every_item_of_the_real_protocols_is_whole_and_on_its_pages() -> None:
    gold = GOLD[0]
    if not gold.is_file():
        pytest.skip(f"needs the gold in {gold}, which is not there")
    for entry in (entry for entry in load_gold([gold]) if "items" in entry):
        (path,) = (SHARED / "corpus").rglob(f"{entry['document']}.*")
        read = ingest_file(path, SHARED / "corpus", Governance())
        first_printed = int(entry["printed_pages"].split("-")[0])
        items = protocol_items(read)
        assert [item.section for item in items] == [item["section"] for item in entry["items"]]
        for item in items:
            assert item.page is not None
            assert item.printed_page == str(item.page + first_printed - 1)
            assert [point.number for point in item.decisions] == list(range(1, len(item.decisions) + 1))
            assert item.decisions
        assert FURNITURE.findall(read.text[items[0].start :]) == []


@pytest.mark.corpus
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_the_identities_of_the_real_documents_reach_their_gate(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not gold.is_file():
        pytest.skip(f"needs the gold in {gold}, which is not there")
    passed = main([str(SHARED / "corpus"), str(gold)]) == 0
    assert passed, capsys.readouterr().out
