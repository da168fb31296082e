"""`register propose`, `check` and `history` as an administrator meets them."""

import json
from pathlib import Path

import pytest

from cli import run
from commands.register_history import STATES
from hierarchy.validity import Validity
from tests.commands.register_folder import (
    HIERARCHY,
    REGISTER,
    Captured,
    Typed,
    fill,
    review,
    written,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path)


def test_propose_writes_what_is_new_below_what_stands_there(folder: Path, capsys: Captured) -> None:
    assert run(["register", "propose"]) == 0
    assert written(folder).startswith(REGISTER)
    assert "    date: 2025-11-20   # läst s. 1: ”antagen den 20 november 2025”\n" in written(folder)
    out = capsys.readouterr().out
    assert "1 dokument saknar post i registret:\n  köp\n" in out
    assert "registret 2017-05-06, dokumentet 2017-06-14\n        ”den 14 juni 2017”, sida 2" in out


def test_proposing_again_changes_nothing(folder: Path, capsys: Captured) -> None:
    run(["register", "propose"])
    before = written(folder)
    capsys.readouterr()
    assert run(["register", "propose"]) == 0
    assert written(folder) == before
    assert "Registret har redan allt som lästs ur dokumenten." in capsys.readouterr().out


def test_a_dry_run_shows_the_same_and_writes_nothing(folder: Path, capsys: Captured) -> None:
    assert run(["register", "propose", "--dry-run"]) == 0
    assert written(folder) == REGISTER
    assert "Inget är skrivet." in capsys.readouterr().out
    assert not (folder / "register-historik.jsonl").exists()


def test_proposals_as_json_hold_values_and_their_evidence(folder: Path, capsys: Captured) -> None:
    assert run(["register", "propose", "--dry-run", "--json"]) == 0
    proposed = json.loads(capsys.readouterr().out)
    assert proposed["written"] is False
    assert proposed["new"][0]["fields"]["date"] == {
        "value": "2025-11-20",
        "evidence": {
            "quote": "antagen den 20 november 2025",
            "page": 1,
            "confidence": None,
            "document": None,
        },
    }
    assert [(d["document"], d["field"], d["said"]) for d in proposed["differing"]] == [
        ("köp-2017", "date", "2017-06-14")
    ]


def test_a_register_that_cannot_be_read_is_left_alone(folder: Path, capsys: Captured) -> None:
    broken = REGISTER + "  - document: [\n"
    (folder / "register.yaml").write_text(broken, "utf-8")
    assert run(["register", "propose"]) == 2
    assert "register.yaml" in capsys.readouterr().err
    assert written(folder) == broken


def test_a_library_read_without_governance_needs_to_be_told_where_it_is(
    library: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["register", "propose", "--data", str(library)]) == 2
    assert "Ange mappen med --governance." in capsys.readouterr().err
    (tmp_path / "hierarchy.yaml").write_text(HIERARCHY.replace("norr", "exempel"), "utf-8")
    assert run(["register", "propose", "--data", str(library), "--governance", str(tmp_path)]) == 0
    assert "document: riktlinje-for-kop" in written(tmp_path)


def test_a_check_without_errors_ends_with_0(folder: Path, capsys: Captured) -> None:
    assert run(["register", "check", "--as-of", "2026-03-01"]) == 0
    out = capsys.readouterr().out
    assert "Filen ”köp.pdf” har ingen post i registret." in out
    assert "1 varning i 2 dokument, så som det är den 2026-03-01." in out


def test_a_check_with_errors_ends_with_1(folder: Path, capsys: Captured) -> None:
    (folder / "register.yaml").write_text(REGISTER + "  - document: borta\n", "utf-8")
    assert run(["register", "check", "--as-of", "2026-03-01", "--json"]) == 1
    checked = json.loads(capsys.readouterr().out)
    assert checked["as_of"] == "2026-03-01"
    assert [(f["severity"], f["code"], f["document"]) for f in checked["findings"]] == [
        ("error", "entry_without_file", "borta"),
        ("warning", "file_without_entry", "köp"),
    ]


def test_a_check_of_a_later_day_finds_the_review_overdue(folder: Path, capsys: Captured) -> None:
    run(["register", "check", "--as-of", "2028-11-21", "--json"])
    codes = [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert "review_overdue" in codes
    run(["register", "check", "--as-of", "2028-11-20", "--json"])
    codes = [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert "review_overdue" not in codes


def test_history_has_a_word_for_every_state() -> None:
    assert set(STATES) == set(Validity)


def test_history_tells_the_editions_and_what_was_done(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    run(["register", "propose"])
    review(folder, lines_in, "7", "2025-11-21", "b", "a")
    (folder / "register.yaml").write_text(
        written(folder).replace("date: 2025-11-21", "date: 2025-11-22"), "utf-8"
    )
    capsys.readouterr()
    assert run(["register", "history", "köp", "--as-of", "2026-03-01"]) == 0
    out = capsys.readouterr().out
    assert out.index("köp-2017") < out.index("köp\n  gäller")
    assert "Ersatt av: köp\n" in out
    assert "beslutsdatum från 2025-11-20 till 2025-11-21" in out
    assert "ändrat för hand från 2025-11-21 till 2025-11-22" in " ".join(out.split())


def test_history_as_json_is_the_identity_with_its_story(folder: Path, capsys: Captured) -> None:
    assert run(["register", "history", "köp", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [edition["document"] for edition in told["chain"]] == ["köp-2017", "köp"]
    assert told["chain"][1]["replaces"] == ["köp-2017"]
    assert told["chain"][1]["evidence"]["date"] == {
        "quote": "antagen den 20 november 2025",
        "page": 1,
        "confidence": None,
    }
    assert told["changes"] == []
