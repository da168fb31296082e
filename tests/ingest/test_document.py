"""A reading becomes a document: register, organisation and ladder together."""

from pathlib import Path

import pytest

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from ingest.blocks import Block, Reading
from ingest.document import NO_ORGANISATION, IngestedDocument, document_id, ingest_file, ingest_reading
from ingest.errors import UnreadableFile
from ingest.governance import Governance
from ingest.register import Register, load_register


def organisation(name: str, *rungs: tuple[Level, str]) -> Organisation:
    defined = tuple(RungDefinition(level, kind, kind, kinds=(kind,)) for level, kind in rungs)
    return Organisation(name, f"Region {name.title()}", name, defined)


NORTH = organisation("norr", (Level.GUIDELINE, "regel"))
SOUTH = organisation("soder", (Level.RULE, "regel"))
HIERARCHY = Hierarchy((NORTH, SOUTH))


def registered(folder: Path, entry: str) -> Register:
    path = folder / "register.yaml"
    path.write_text(f"documents:\n  - {{document: inkop, {entry}}}\n", "utf-8")
    return load_register(path)


def ingested(
    *text: str, register: Register | None = None, source: str = "inkop.md", hierarchy: Hierarchy = HIERARCHY
) -> IngestedDocument:
    blocks = tuple(Block("paragraph", line) for line in text)
    governance = Governance(hierarchy, register or Register())
    title = Block("heading", "Regel om inköp", 1)
    return ingest_reading("inkop", Path(source), Reading((title, *blocks)), governance)


def level(document: GoverningDocument) -> tuple[Level, tuple[str, ...]]:
    return document.level, document.organisations


def test_an_unregistered_document_stands_where_its_own_organisation_puts_its_kind() -> None:
    assert level(ingested("Region Norr köper.").document) == (Level.GUIDELINE, ("norr",))
    assert level(ingested("Region Soder köper.").document) == (Level.RULE, ("soder",))
    assert level(ingested("Vi köper.", source="norr/inkop.md").document) == (Level.GUIDELINE, ("norr",))


def test_a_kind_that_the_organisation_has_not_placed_stands_where_it_usually_does() -> None:
    bare = Hierarchy((organisation("norr"),))
    assert ingested("Region Norr köper.", hierarchy=bare).document.level is Level.RULE


def test_a_document_of_nobody_known_says_so_and_keeps_the_usual_level() -> None:
    document = ingested("Vi köper.").document
    assert level(document) == (Level.RULE, ())
    assert NO_ORGANISATION in document.doubts


def test_without_any_organisations_there_is_nothing_to_doubt() -> None:
    assert NO_ORGANISATION not in ingested("Vi köper.", hierarchy=Hierarchy(())).document.doubts


def test_the_registers_kind_and_organisation_place_the_document_on_that_ladder(tmp_path: Path) -> None:
    register = registered(tmp_path, "organisations: [norr]")
    assert level(ingested("Region Soder köper.", register=register).document) == (Level.GUIDELINE, ("norr",))
    register = registered(tmp_path, "kind: policy")
    assert level(ingested("Region Norr köper.", register=register).document) == (Level.POLICY, ("norr",))


def test_the_registers_level_stands_whatever_the_ladder_says(tmp_path: Path) -> None:
    register = registered(tmp_path, "level: policy")
    assert ingested("Region Norr köper.", register=register).document.level is Level.POLICY


def test_what_the_register_calls_law_binds_everyone(tmp_path: Path) -> None:
    register = registered(tmp_path, "level: law")
    document = ingested("Region Norr köper.", register=register).document
    assert level(document) == (Level.LAW, ())
    assert NO_ORGANISATION not in document.doubts


def test_a_joint_document_stands_where_all_its_ladders_agree(tmp_path: Path) -> None:
    register = registered(tmp_path, "organisations: [norr, soder]")
    assert ingested("Vi köper.", register=register).document.level is Level.RULE
    same = Hierarchy((NORTH, organisation("soder", (Level.GUIDELINE, "regel"))))
    assert ingested("Vi köper.", register=register, hierarchy=same).document.level is Level.GUIDELINE


def test_the_registers_title_is_the_one_that_addresses_are_made_with(tmp_path: Path) -> None:
    register = registered(tmp_path, "title: Inköpsregeln")
    blocks = Reading((Block("paragraph", "Vi köper."),))
    found = ingest_reading("inkop", Path("inkop.md"), blocks, Governance(HIERARCHY, register))
    assert found.provisions[0].address == "Inköpsregeln"


def test_a_files_name_is_the_same_document_on_every_system() -> None:
    assert document_id(Path("ink\u006f\u0308p.pdf")) == "inköp"


def test_a_file_is_read_with_its_path_below_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "norr" / "inkop.md"
    path.parent.mkdir()
    path.write_text("# Regel om inköp\n\nVi köper.\n", "utf-8")
    found = ingest_file(path, tmp_path, Governance(HIERARCHY))
    assert found.document.source == "norr/inkop.md"
    assert level(found.document) == (Level.GUIDELINE, ("norr",))
    assert [found.text[p.start : p.end] for p in found.provisions] == ["Vi köper."]


def test_the_first_item_of_a_protocol_without_a_contents_page_keeps_its_number() -> None:
    folder = Path(__file__).parents[2] / "corpus"
    path = folder / "exempel" / "2026-04-14-protokoll-regionstyrelsen.pdf"
    provisions = ingest_file(path, folder, Governance()).provisions
    items = list(dict.fromkeys(p.path[0] for p in provisions if p.path[0].startswith("§")))
    assert items == [f"§ {number}/26" for number in range(54, 61)]


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.write_bytes(b"")
    with pytest.raises(UnreadableFile) as caught:
        ingest_file(path, tmp_path, Governance())
    assert caught.value.reason
    assert caught.value.remedy
