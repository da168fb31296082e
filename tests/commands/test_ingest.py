"""`ingest`: which folders and whose register reach the engine, and what is told afterwards."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cli import run
from index.report import IngestReport, Progress, Refusal, Renaming
from index.update import Engine
from ingest.governance import Governance
from ingest.limits import Limits
from ingest.ocr import Ocr

Captured = pytest.CaptureFixture[str]
READ = IngestReport(("riktlinje-for-kop",), 1, (), (), 12)
REFUSAL = Refusal("/x/trasig.pdf", "Filen är skadad.", "Skaffa en hel kopia.")


@dataclass
class RecordingUpdate:
    """Takes the place of `update_library`: gives its report and remembers what it was told to read."""

    report: IngestReport = READ
    roots: list[Path] = field(default_factory=list)
    governance: Governance | None = None
    engine: Engine | None = None
    limits: Limits | None = None

    def __call__(
        self,
        data: Path,
        roots: Sequence[Path],
        governance: Governance,
        progress: Progress,
        engine: Engine,
        limits: Limits,
    ) -> IngestReport:
        self.roots, self.governance, self.engine, self.limits = list(roots), governance, engine, limits
        progress.begin("read", 2)
        progress.advance()
        return self.report


@pytest.fixture
def update(monkeypatch: pytest.MonkeyPatch, library: Path) -> RecordingUpdate:
    fake = RecordingUpdate()
    monkeypatch.setattr("index.update.update_library", fake)
    monkeypatch.setenv("REGELSTEGEN_DATA", str(library))
    return fake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A governance folder with a folder of documents below it."""
    documents = tmp_path / "regler" / "exempel"
    documents.mkdir(parents=True)
    written = "organisations:\n- {id: exempel, name: Region Exempel, rungs: [{level: law, label: lag}]}\n"
    (documents.parent / "hierarchy.yaml").write_text(written, encoding="utf-8")
    return documents.parent


def organisations(update: RecordingUpdate) -> list[str]:
    assert update.governance is not None
    return [organisation.id for organisation in update.governance.hierarchy.organisations]


def test_the_summary_says_what_was_read_and_what_is_unconfirmed(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    assert run(["ingest", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 dokument läst, 1 oförändrat, 0 borttagna.\n")
    assert "Biblioteket har nu 2 dokument: lag 1, riktlinje 1." in out
    assert "  riktlinje-for-kop\n    ? Beslutsdatumet står inte i dokumentet.\n" in out
    assert err == ""


def test_a_refused_file_is_named_with_reason_and_remedy(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    update.report = IngestReport((), 2, (), (REFUSAL,), 0)
    assert run(["ingest", str(folder)]) == 1
    assert "  /x/trasig.pdf\n    Filen är skadad. Skaffa en hel kopia.\n" in capsys.readouterr().out


def test_json_is_the_report(update: RecordingUpdate, folder: Path, capsys: Captured) -> None:
    update.report = IngestReport(("a",), 2, ("b",), (REFUSAL,), 12, (Renaming("c", "/x/d.md"),))
    assert run(["ingest", str(folder), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "read": ["a"],
        "unchanged": 2,
        "removed": ["b"],
        "renamed": [{"document": "c", "path": "/x/d.md"}],
        "refused": [{"path": REFUSAL.path, "reason": REFUSAL.reason, "remedy": REFUSAL.remedy}],
        "embedded": 12,
        "switched_off": [],
    }


def test_a_folder_of_nothing_but_refused_files_is_nothing_usable(
    update: RecordingUpdate, folder: Path
) -> None:
    update.report = IngestReport((), 0, (), (REFUSAL,), 0)
    assert run(["ingest", str(folder)]) == 2


def test_a_folder_without_documents_is_nothing_usable(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    update.report = IngestReport((), 0, (), (), 0)
    assert run(["ingest", str(folder)]) == 2
    assert "Det finns inga dokument" in capsys.readouterr().err


def test_folders_are_absolute_and_one_within_another_is_read_once(
    update: RecordingUpdate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    run(["ingest", "exempel", ".", str(folder)])
    assert update.roots == [folder]


def test_the_register_of_the_folder_itself_is_used(update: RecordingUpdate, folder: Path) -> None:
    run(["ingest", str(folder)])
    assert organisations(update) == ["exempel"]


def test_the_register_of_the_folder_above_is_used(update: RecordingUpdate, folder: Path) -> None:
    run(["ingest", str(folder / "exempel")])
    assert organisations(update) == ["exempel"]


def test_a_chosen_governance_folder_goes_before_them(
    update: RecordingUpdate, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "annan").mkdir()
    run(["ingest", str(folder), "--governance", str(tmp_path / "annan")])
    assert organisations(update) == []


def test_a_mistake_in_a_kept_file_is_named_by_line(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    (folder / "register.yaml").write_text("documents:\n- dokument: x\n", encoding="utf-8")
    assert run(["ingest", str(folder)]) == 2
    assert "register.yaml rad 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("saknas", "”saknas” finns inte."), ("en.txt", "”en.txt” är en fil, inte en mapp.")],
)
def test_what_is_no_folder_is_refused_before_anything_is_read(
    update: RecordingUpdate, tmp_path: Path, path: str, sentence: str, capsys: Captured
) -> None:
    (tmp_path / "en.txt").write_text("Text", encoding="utf-8")
    assert run(["ingest", path]) == 2
    assert sentence in capsys.readouterr().err
    assert update.roots == []


def test_the_engine_is_the_configured_one(
    update: RecordingUpdate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_EMBEDDER", "en/modell")
    monkeypatch.setenv("REGELSTEGEN_CHROMA_URL", "http://localhost:9999")
    run(["ingest", str(folder)])
    assert update.engine == Engine("en/modell", "http://localhost:9999")


def test_how_scans_are_read_is_the_configured_way_unless_the_command_says_another(
    update: RecordingUpdate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_OCR", "never")
    monkeypatch.setenv("REGELSTEGEN_OCR_PAGES", "7")
    run(["ingest", str(folder)])
    assert update.engine is not None
    assert update.engine.ocr == Ocr("never", most_pages=7)
    run(["ingest", str(folder), "--ocr", "always"])
    assert update.engine.ocr.mode == "always"


def test_another_way_of_reading_scans_is_refused(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    assert run(["ingest", str(folder), "--ocr", "ibland"]) == 2
    assert "auto, always eller never" in capsys.readouterr().err


def test_the_report_is_written_and_named(
    update: RecordingUpdate, folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    report = tmp_path / "rapport.html"
    assert run(["ingest", str(folder), "--report", str(report), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["report"] == str(report)
    assert report.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_limits_are_the_configured_ones(
    update: RecordingUpdate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELSTEGEN_READ_SECONDS", "7")
    monkeypatch.setenv("REGELSTEGEN_LARGEST_TEXT_MB", "3")
    run(["ingest", str(folder)])
    assert update.limits == Limits(read_seconds=7, largest_text_mb=3)


def test_documents_without_a_file_are_named_with_what_becomes_of_them(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    update.report = IngestReport((), 1, ("gammal",), (), 0, (Renaming("regel", "/x/regel-ny.md"),))
    assert run(["ingest", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "1 dokument har ingen fil längre: gammal." in out
    assert "--forget" in out
    assert "regel heter nu regel-ny.md; identiteten är densamma." in out


def test_a_refused_name_can_not_pass_for_other_lines(
    update: RecordingUpdate, folder: Path, capsys: Captured
) -> None:
    refusal = Refusal("/x/a\nAllt är inläst.\x1b[31m\u202efdp.md", "Filen är skadad.", "Skaffa en hel.")
    update.report = IngestReport((), 2, (), (refusal,), 0)
    run(["ingest", str(folder)])
    assert "  /x/a\ufffdAllt är inläst.\ufffd[31m\ufffdfdp.md\n" in capsys.readouterr().out


def test_a_document_is_forgotten_by_its_id(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    forgotten: list[Sequence[str]] = []
    monkeypatch.setattr("commands.forget.forget_documents", lambda data, ids, url: forgotten.append(ids))
    assert run(["ingest", "--forget", "riktlinje-for-kop", "--data", str(library), "--json"]) == 0
    assert forgotten == [["riktlinje-for-kop"]]
    out, err = capsys.readouterr()
    assert json.loads(out) == {"forgotten": ["riktlinje-for-kop"]}
    assert "borttaget för gott" in err


def test_an_id_that_is_not_there_can_not_be_forgotten(library: Path, capsys: Captured) -> None:
    assert run(["ingest", "--forget", "riktlinje-for-kopp", "--data", str(library)]) == 2
    assert "Menade du riktlinje-for-kop" in capsys.readouterr().err


def test_an_ingest_of_nothing_is_wrong_use(capsys: Captured) -> None:
    assert run(["ingest"]) == 2
    assert "MAPP… saknas" in capsys.readouterr().err
