"""`register propose`, `review`, `check` and `history` as an administrator meets them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cli import run
from commands.register_history import STATES
from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from hierarchy.validity import Validity
from index.keys import Keys
from index.writer import LibraryWriter
from ingest.document import IngestedDocument

Captured = pytest.CaptureFixture[str]
Typed = Callable[[bytes], None]

HIERARCHY = """\
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    rungs:
      - {level: policy, label: Policyer, kinds: [policy]}
"""
REGISTER = """\
# Skött för hand.
documents:
  - document: köp-2017   # den gamla
    title: Köppolicy
    status: superseded
    date: 2017-05-06
    valid_to: 2025-12-31
    confirmed: {by: Åsa Öst, on: 2026-01-02}
"""
POLICY = GoverningDocument(
    "köp",
    "Köppolicy",
    "policy",
    Level.POLICY,
    Status.ADOPTED,
    ("norr",),
    adopted_by="regionfullmäktige",
    date=date(2025, 11, 20),
    valid_from=date(2026, 1, 1),
    supersedes="köp-2017",
    source="köp.pdf",
    doubts=("Dokumentet saknar diarienummer.",),
    evidence={
        "title": Evidence("Köppolicy", 1),
        "date": Evidence("antagen den 20 november 2025", 1),
        "adopted_by": Evidence("Antagen av regionfullmäktige", 1),
        "supersedes": Evidence("Ersätter köp-2017", 1),
    },
)
OLD = GoverningDocument(
    "köp-2017",
    "Köppolicy",
    "policy",
    Level.POLICY,
    Status.ADOPTED,
    ("norr",),
    date=date(2017, 6, 14),
    source="köp-2017.pdf",
    evidence={"date": Evidence("den 14 juni 2017", 2)},
)
TEXT = "Köppolicy\n\nPolicyn ska ses över vart tredje år."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A governance folder and, in `data/`, the library of its two policies."""
    (tmp_path / "hierarchy.yaml").write_text(HIERARCHY, "utf-8")
    (tmp_path / "register.yaml").write_text(REGISTER, "utf-8")
    writer = LibraryWriter(tmp_path / "data")
    writer.clear()
    writer.set_meta("governance", str(tmp_path))
    for document in (POLICY, OLD):
        writer.put_document(tmp_path / document.source, IngestedDocument(document, TEXT, (), ()), Keys({}))
    writer.commit()
    writer.close()
    return tmp_path


def written(folder: Path) -> str:
    return (folder / "register.yaml").read_text("utf-8")


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


def review(folder: Path, lines_in: Typed, *answers: str, arguments: tuple[str, ...] = ()) -> int:
    lines_in("".join(f"{answer}\n" for answer in answers).encode())
    return run(["register", "review", "--by", "Eva Ek", *arguments])


def test_yes_confirms_a_document_and_keeping_a_doubt_keeps_it(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    run(["register", "propose"])
    assert review(folder, lines_in, "b", "ö", "h") == 0
    assert "    doubts:\n      - Dokumentet saknar diarienummer.\n" in written(folder)
    assert f"    confirmed: {{by: Eva Ek, on: {date.today()}}}\n" in written(folder)
    captured = capsys.readouterr()
    assert "”antagen den 20 november 2025”, sida 1" in captured.out
    assert "köp · köp.pdf" in captured.out
    assert "1 post sparade" in captured.out
    assert "Utdata är ingen terminal" in captured.err


def test_a_number_changes_a_field_and_a_mistake_is_asked_again(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    run(["register", "propose"])
    review(folder, lines_in, "7", "i november", "2025-11-21", "b", "u", "a")
    assert "    date: 2025-11-21\n" in written(folder)
    assert "    settled:\n      - Dokumentet saknar diarienummer.\n" in written(folder)
    assert "”i november” är inget datum." in capsys.readouterr().out


def test_a_status_is_answered_in_swedish(folder: Path, lines_in: Typed) -> None:
    run(["register", "propose"])
    review(folder, lines_in, "4", "upphävt", "h")
    assert "    status: repealed\n" in written(folder)


def test_a_difference_can_be_settled_for_the_register_or_for_the_document(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    assert review(folder, lines_in, "t") == 0
    assert "    date: 2017-06-14\n" in written(folder)
    assert "by: Åsa Öst, on: 2026-01-02}" in written(folder)
    (folder / "register.yaml").write_text(REGISTER, "utf-8")
    assert review(folder, lines_in, "b") == 0
    assert "    settled:\n      - Registret och dokumentet skiljer sig om datum:" in written(folder).replace(
        '"', ""
    )
    capsys.readouterr()
    assert review(folder, lines_in) == 0
    assert "Allt i registret är bekräftat" in capsys.readouterr().out


def test_what_was_answered_before_the_input_ended_is_saved(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    run(["register", "propose"])
    assert review(folder, lines_in, "g", "b", "b") == 0
    assert f"    confirmed: {{by: Eva Ek, on: {date.today()}, fields: [title, kind]}}\n" in written(folder)
    assert "Indata tog slut. 1 post sparade" in capsys.readouterr().out


def test_quitting_and_skipping_write_nothing_more(folder: Path, lines_in: Typed) -> None:
    run(["register", "propose"])
    before = written(folder)
    assert review(folder, lines_in, "h", "h", "a") == 0
    assert written(folder) == before


def test_an_answer_that_is_none_is_asked_again(folder: Path, lines_in: Typed, capsys: Captured) -> None:
    run(["register", "propose"])
    review(folder, lines_in, "kanske", "b", "a")
    assert "Svara med en bokstav inom hakparentes." in capsys.readouterr().out
    assert "by: Eva Ek" in written(folder)


def test_an_answer_in_another_encoding_is_a_sentence_and_what_was_done_is_saved(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    run(["register", "propose"])
    lines_in("g\nb\nä\n".encode("latin-1"))
    assert run(["register", "review", "--by", "Eva Ek"]) == 2
    assert "Svaret är inte skrivet i UTF-8." in capsys.readouterr().err


def test_an_edit_made_during_the_review_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    run(["register", "propose"])

    class Typing:
        def readline(self) -> str:
            (folder / "register.yaml").write_text(REGISTER, "utf-8")
            return "b\n"

    monkeypatch.setattr("sys.stdin", Typing())
    assert run(["register", "review"]) == 2
    assert "har ändrats av någon annan under tiden" in capsys.readouterr().err
    assert written(folder) == REGISTER


def test_what_is_left_to_review_comes_as_json(folder: Path, capsys: Captured) -> None:
    assert run(["register", "review", "--json"]) == 0
    (asked,) = json.loads(capsys.readouterr().out)["documents"]
    assert asked["fields"] == [
        {
            "field": "date",
            "value": "2017-05-06",
            "evidence": None,
            "said": {
                "value": "2017-06-14",
                "evidence": {"quote": "den 14 juni 2017", "page": 2, "confidence": None, "document": None},
            },
        }
    ]


def test_reviewing_a_document_without_an_entry_says_what_to_do(folder: Path, capsys: Captured) -> None:
    assert run(["register", "review", "köp"]) == 2
    assert capsys.readouterr().err == (
        "Registret har ingen post för ”köp”. Föreslå en med: regelstegen register propose\n"
    )


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
