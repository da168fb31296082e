"""Help and mistakes: Swedish, quick, and never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

import cli
from cli import run

ROOT = Path(cli.__file__).parent
Captured = pytest.CaptureFixture[str]


def test_help_lists_every_command_in_swedish(capsys: Captured) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Användning: regelstegen [VÄLJARE] KOMMANDO …\n")
    for name in ("ingest", "ask", "search", "provisions", "references", "register", "eval", "serve"):
        assert f"\n  {name} " in out


def test_no_arguments_show_the_help_as_wrong_use(capsys: Captured) -> None:
    assert run([]) == 2
    assert "Användning:" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    ["ingest", "ask", "search", "provisions", "references", "register", "register show", "eval", "serve"],
)
def test_the_help_of_each_command_holds_no_english(command: str, capsys: Captured) -> None:
    assert run([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Användning: regelstegen {command} [VÄLJARE]" in out
    assert not [word for word in ("Usage", "Options", "Show this", "default", "required") if word in out]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["aks", "x"], "Kommandot ”aks” finns inte. Menade du ask?"),
        (["ask"], "FRÅGA saknas. Se regelstegen ask --help."),
        (["ask", "Får", "vi"], "”vi” är ett ord för mycket. Skriv en text med flera ord inom citattecken."),
        (["ask", "x", "--as"], "Väljaren --as finns inte."),
        (["ask", "x", "--data"], "Väljaren --data är fel använd"),
        (["ask", "x", "--language", "no"], "Språket ”no” finns inte. Välj sv eller en."),
        (["search", "x", "--top", "många"], "”många” är inget antal."),
        (["serve", "--port", "80"], "”80” är ingen port."),
        (["register"], "Ett kommando saknas. Välj något av: show, propose, review, check, history."),
    ],
)
def test_wrong_use_is_a_sentence(arguments: list[str], sentence: str, capsys: Captured) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err


def test_a_setting_of_the_wrong_kind_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("REGELSTEGEN_LANGUAGE", "latin")
    assert run(["register", "show"]) == 2
    assert "language" in capsys.readouterr().err


def test_settings_that_are_not_toml_are_a_sentence(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "regelstegen.toml").write_text("data = ", encoding="utf-8")
    assert run(["register", "show"]) == 2
    assert capsys.readouterr().err.startswith("regelstegen.toml är inte giltig TOML:")


def test_help_loads_no_engine() -> None:
    heavy = "{'chromadb', 'llama_index', 'streamlit', 'numpy', 'pydantic_settings', 'evals', 'rich'}"
    code = f"import sys, cli; cli.run(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_terminal_without_swedish_letters_gets_marks_instead_of_a_failure() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli", "ask"],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (2, b"FR?GA saknas. Se regelstegen ask --help.\n")
