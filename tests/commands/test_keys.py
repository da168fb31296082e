"""`keys check`, `propose` and `review` as an administrator meets them."""

import json
from datetime import date
from pathlib import Path

import pytest

from answers.language_model import LanguageModelError
from cli import run
from commands import keys_propose
from commands.keys_check import warn_of_keys
from index.keys import load_keys
from tests.answers.language_model import QueuedModel
from tests.commands.conftest import GUIDELINE, LAW

from .register_folder import Captured, Typed

GOOD = '["hur många måste jag fråga?", "offerter vid köp"]'
UNREACHABLE = LanguageModelError("Språkmodellen går inte att nå.", "Kontrollera language_model_url.")


@pytest.fixture
def folder(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A governance folder without keys, for the library of two documents."""
    monkeypatch.setenv("REGELSTEGEN_DATA", str(library))
    kept = tmp_path / "styrning"
    kept.mkdir()
    return kept


def connect(monkeypatch: pytest.MonkeyPatch, *replies: str | Exception) -> QueuedModel:
    """A language model that gives these replies, as configured."""
    model = QueuedModel.of(*replies)
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE_MODEL_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE_MODEL", "liten")
    monkeypatch.setattr(keys_propose, "open_language_model", lambda *_, **__: model)
    return model


def propose(folder: Path, *arguments: str) -> int:
    return run(["keys", "propose", "--governance", str(folder), *arguments])


def review(folder: Path, lines_in: Typed, *answers: str) -> int:
    lines_in("".join(f"{answer}\n" for answer in answers).encode())
    return run(["keys", "review", "--governance", str(folder), "--by", "Eva Ek"])


def write_keys(folder: Path, text: str) -> None:
    (folder / "keys").mkdir(exist_ok=True)
    (folder / "keys" / "egna.yaml").write_text(text, "utf-8")


def test_an_address_that_does_not_exist_is_named_with_the_nearest(folder: Path, capsys: Captured) -> None:
    write_keys(folder, f"act: {GUIDELINE.document}\nkeys:\n  Tre bud: [hur många?]\n")
    assert run(["keys", "check", str(folder)]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "egna.yaml: adressen ”Tre bud” finns inte i riktlinje-for-kop. Närmast: ”Tre anbud”." in out


def test_an_ingest_says_in_a_sentence_that_keys_lead_nowhere(folder: Path, library: Path) -> None:
    said: list[str] = []
    warn_of_keys(library, folder, said.append)
    write_keys(folder, f"act: {GUIDELINE.document}\nkeys:\n  Tre bud: [hur många?]\n  Tre anbud: [pris?]\n")
    warn_of_keys(library, folder, said.append)
    assert said == [
        "egna.yaml: adressen ”Tre bud” finns inte i riktlinje-for-kop. Närmast: ”Tre anbud”. "
        "Se alla med: regelstegen keys check"
    ]


def test_coverage_names_what_has_no_keys(folder: Path, capsys: Captured) -> None:
    write_keys(folder, f'act: "{LAW.number}"\nkeys:\n  2 §: [får jag köpa direkt?]\n')
    assert run(["keys", "check", str(folder), "--json"]) == 0
    checked = json.loads(capsys.readouterr().out)
    assert checked["nowhere"] == []
    assert [(d["document"], d["provisions"], d["without"]) for d in checked["documents"]] == [
        ("lag-om-kop", 1, []),
        ("riktlinje-for-kop", 1, ["Tre anbud"]),
    ]


def test_nothing_is_asked_where_no_model_is_configured(folder: Path, capsys: Captured) -> None:
    assert propose(folder, GUIDELINE.document) == 2
    assert "Ingen språkmodell är ansluten." in capsys.readouterr().err
    assert not (folder / "keys").exists()


def test_an_address_with_a_password_in_it_is_no_setting(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE_MODEL_URL", "http://jag:hemlig@exempel.se/v1")
    assert propose(folder, GUIDELINE.document) == 2
    assert "hemlig" not in capsys.readouterr().err


def test_proposals_are_written_with_model_and_day_and_are_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    model = connect(monkeypatch, '["hur många måste jag fråga?", "**offerter** vid köp"]')
    assert propose(folder, GUIDELINE.document) == 0
    captured = capsys.readouterr()
    assert "1 bestämmelse skickas till http://127.0.0.1:9/v1 (modellen liten)." in captured.err
    assert "struken: ”**offerter** vid köp” har märkspråk" in captured.out
    written = (folder / "keys" / "forslag" / "riktlinje-for-kop.yaml").read_text("utf-8")
    assert f"model: liten\n    date: '{date.today()}'\n    lines:\n    - hur många måste" in written
    assert not load_keys([folder / "keys"]).entries
    assert propose(folder, GUIDELINE.document) == 0  # what was asked about is asked about once
    assert len(model.asked) == 1


def test_what_was_proposed_before_the_model_was_lost_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    connect(monkeypatch, GOOD, UNREACHABLE)
    assert propose(folder, GUIDELINE.document, LAW.document) == 1
    assert "går inte att nå. Kontrollera language_model_url. Det som hann" in capsys.readouterr().err
    assert [path.name for path in (folder / "keys" / "forslag").iterdir()] == ["riktlinje-for-kop.yaml"]


def test_a_model_that_is_never_reached_is_a_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    connect(monkeypatch, UNREACHABLE)
    assert propose(folder, GUIDELINE.document) == 2
    assert "Språkmodellen går inte att nå." in capsys.readouterr().err


def test_a_babbling_model_is_told_of_and_the_provision_can_be_asked_about_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    connect(monkeypatch, "Självklart! Här kommer ett långt svar …", GOOD)
    assert propose(folder, GUIDELINE.document, "--json") == 1
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    (provision,) = document["provisions"]
    assert provision["failed"] == "Svaret är ingen JSON-lista av rader."
    assert propose(folder, GUIDELINE.document) == 0


def test_only_what_is_kept_becomes_keys_with_who_and_when(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lines_in: Typed, capsys: Captured
) -> None:
    connect(monkeypatch, '["hur många måste jag fråga?", "offerter vid köp", "pris på köp"]')
    propose(folder, GUIDELINE.document)
    assert review(folder, lines_in, "b", "ä", "anbud vid köp", "s") == 0
    captured = capsys.readouterr()
    assert "Över 100 000 kronor ska tre leverantörer tillfrågas." in captured.out
    assert "2 rader sparade" in captured.out
    lines = load_keys([folder / "keys"]).of(GUIDELINE.document, "Tre anbud")
    assert lines == ("hur många måste jag fråga?", "anbud vid köp")
    written = (folder / "keys" / "riktlinje-for-kop.bekraftade.yaml").read_text("utf-8")
    assert f"by: Eva Ek\n      'on': '{date.today()}'" in written
    assert review(folder, lines_in) == 0
    assert "Inga föreslagna nycklar väntar." in capsys.readouterr().out


def test_an_interrupted_review_has_lost_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lines_in: Typed, capsys: Captured
) -> None:
    connect(monkeypatch, GOOD)
    propose(folder, GUIDELINE.document)
    assert review(folder, lines_in, "b") == 0
    assert "Indata tog slut. 1 rad sparade" in capsys.readouterr().out
    assert run(["keys", "review", "--governance", str(folder), "--json"]) == 0
    (waiting,) = json.loads(capsys.readouterr().out)["proposed"]
    assert waiting["lines"] == ["offerter vid köp"]
    review(folder, lines_in, "h")
    assert load_keys([folder / "keys"]).of(GUIDELINE.document, "Tre anbud") == ("hur många måste jag fråga?",)


def test_the_word_for_quitting_ends_the_review(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lines_in: Typed, capsys: Captured
) -> None:
    connect(monkeypatch, GOOD)
    propose(folder, GUIDELINE.document)
    assert review(folder, lines_in, "a") == 0
    assert "Avslutat. 0 rader sparade" in capsys.readouterr().out
