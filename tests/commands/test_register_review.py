"""`register review` as an administrator meets it."""

import json
from datetime import date
from pathlib import Path

import pytest

from cli import run
from tests.commands.register_folder import (
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
