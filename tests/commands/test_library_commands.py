"""`register show` and `provisions`: the library's own words about its documents."""

import json
import sys
from pathlib import Path

import pytest

from cli import run
from commands.library_view import provisions_shown
from commands.output import console
from hierarchy.documents import Provision

from .conftest import GUIDELINE_TEXT, LAW_TEXT

Captured = pytest.CaptureFixture[str]


def test_the_register_as_json_has_every_field_of_the_contract(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "lag-om-kop", "--data", str(library), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "documents": [
            {
                "document": "lag-om-kop",
                "title": "Lag om köp",
                "kind": "lag",
                "level": "law",
                "status": "adopted",
                "organisations": [],
                "adopted_by": "Riksdagen",
                "decision": None,
                "date": "2020-05-14",
                "valid_from": "2020-07-01",
                "valid_to": None,
                "diary_number": None,
                "number": "2020:400",
                "supersedes": None,
                "abbreviation": None,
                "conditional_on": None,
                "issuer": None,
                "body": None,
                "contact": None,
                "pages": None,
                "language": "sv",
                "source": "lag/lag-om-kop.md",
                "confirmed": True,
                "doubts": [],
                "doubtful": [],
                "evidence": {"number": {"quote": "(2020:400)", "page": 1, "confidence": None}},
            }
        ]
    }


def test_the_register_without_a_document_holds_all(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "--data", str(library), "--json"]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert [document["document"] for document in documents] == ["lag-om-kop", "riktlinje-for-kop"]


def test_the_stored_text_is_written_exactly(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "lag-om-kop", "--text", "--data", str(library)]) == 0
    assert capsys.readouterr().out == LAW_TEXT


def test_the_stored_text_needs_a_document(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "--text", "--data", str(library)]) == 2
    assert "--text visar ett dokument i taget." in capsys.readouterr().err


def test_provisions_as_json_hold_the_words_at_their_offsets(library: Path, capsys: Captured) -> None:
    assert run(["provisions", "riktlinje-for-kop", "--data", str(library), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "provisions": [
            {
                "address": "Tre anbud",
                "path": ["Tre anbud"],
                "heading": "Tre anbud",
                "page": 2,
                "printed_page": "7",
                "start": 11,
                "end": len(GUIDELINE_TEXT),
                "text": "Över 100 000 kronor ska tre leverantörer tillfrågas.",
                "amended_by": None,
            }
        ]
    }


def test_an_address_leads_to_the_words_that_stand_there(library: Path, capsys: Captured) -> None:
    chosen = ["provisions", "lag-om-kop", "--data", str(library), "--json"]
    assert run([*chosen, "--address", "3 § första stycket"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["provisions"]
    assert (found["address"], found["text"]) == (
        "3 § första stycket",
        LAW_TEXT[found["start"] : found["end"]],
    )


def test_what_was_asked_for_is_shown_whole_line_by_line(capsys: Captured) -> None:
    text = "Köp får ske direkt om\n1. " + "värdet är lågt " * 20 + "\n2. det brådskar."
    held = [Provision("lag", "3 §", ("3 §",), None, 0, len(text))]
    console().print(provisions_shown(held, text, whole=True))
    shown = capsys.readouterr().out
    assert " ".join(shown.split()) == " ".join(f"3 § {text}".split())
    assert shown.endswith("\n    2. det brådskar.\n")


def test_an_address_that_is_not_there_is_a_sentence(library: Path, capsys: Captured) -> None:
    assert run(["provisions", "lag-om-kop", "--data", str(library), "--address", "3 § andra stycket"]) == 2
    assert capsys.readouterr().err == (
        "”3 § andra stycket” finns inte i lag-om-kop, eller pekar på flera ställen. "
        "Se alla adresser med: regelstegen provisions lag-om-kop\n"
    )


def test_provisions_in_a_terminal_are_addresses_with_their_first_words(
    library: Path, capsys: Captured
) -> None:
    assert run(["provisions", "riktlinje-for-kop", "--data", str(library)]) == 0
    assert capsys.readouterr().out == (
        "Tre anbud  (sida 2, tryckt 7)\n    Över 100 000 kronor ska tre leverantörer tillfrågas.\n"
    )


def test_the_register_in_a_terminal_goes_from_the_highest_rung_down(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "--data", str(library)]) == 0
    out = capsys.readouterr().out
    assert out.index("Lag om köp") < out.index("Riktlinje för köp")
    assert "obekräftad status · exempel · obekräftade uppgifter · 1 tvekan" in out


def test_an_identity_in_a_terminal_says_what_each_field_rests_on(library: Path, capsys: Captured) -> None:
    assert run(["register", "show", "lag-om-kop", "--data", str(library)]) == 0
    out = capsys.readouterr().out
    assert "  Titel: Lag om köp\n      bekräftat av Registratorn 2026-01-02\n" in out
    assert "  Nummer: 2020:400\n      ”(2020:400)”, sida 1\n" in out


def test_an_unknown_document_is_refused_with_the_nearest(library: Path, capsys: Captured) -> None:
    assert run(["provisions", "lag-om-köp", "--data", str(library)]) == 2
    assert capsys.readouterr().err == (
        "Dokumentet ”lag-om-köp” finns inte i biblioteket. Menade du lag-om-kop?\n"
    )


def test_the_library_is_found_through_the_environment(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("REGELSTEGEN_DATA", str(library))
    assert run(["register", "show", "lag-om-kop"]) == 0


def test_a_file_that_is_no_library_is_a_sentence(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"inte en databas" * 100)
    assert run(["register", "show", "--data", str(tmp_path)]) == 2
    assert "Biblioteket kan inte läsas" in capsys.readouterr().err


def test_a_reader_that_has_had_enough_is_no_failure(
    library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    class Closed:
        encoding = "utf-8"

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        def write(self, text: str) -> None:
            raise BrokenPipeError(32, "Broken pipe")

        def fileno(self) -> int:
            return self._descriptor

    with (tmp_path / "gone").open("w") as gone:
        monkeypatch.setattr(sys, "stdout", Closed(gone.fileno()))
        assert run(["register", "show", "--data", str(library), "--json"]) == 141
    assert capfd.readouterr().err == ""
