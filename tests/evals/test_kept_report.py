"""The latest run of each question file, kept whole."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from evals.kept_report import keep_report, load_report

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def content(case: str = "vem") -> dict[str, Any]:
    return {"cases": [{"id": case, "scores": {}, "question": "Vem?"}], "labels": {}}


def test_a_report_comes_back_with_its_time_and_cases(tmp_path: Path) -> None:
    keep_report(tmp_path, "frågor.yaml", AT, content())
    kept = load_report(tmp_path, "frågor.yaml")
    assert kept is not None
    assert (kept.at, list(kept.run.cases)) == (AT, ["vem"])


def test_the_latest_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    keep_report(tmp_path, "frågor.yaml", AT, content("ett"))
    keep_report(tmp_path, "frågor.yaml", AT, content("två"))
    kept = load_report(tmp_path, "frågor.yaml")
    assert kept is not None
    assert list(kept.run.cases) == ["två"]
    assert len(list((tmp_path / "eval-reports").iterdir())) == 1


def test_files_of_one_name_in_two_folders_have_a_report_each(tmp_path: Path) -> None:
    keep_report(tmp_path, "../a/frågor.yaml", AT, content("ett"))
    keep_report(tmp_path, "../b/frågor.yaml", AT, content("två"))
    kept = load_report(tmp_path, "../a/frågor.yaml")
    assert kept is not None
    assert list(kept.run.cases) == ["ett"]


def test_whatever_the_question_file_is_called_the_report_lies_in_its_folder(tmp_path: Path) -> None:
    keep_report(tmp_path, "../../../å b;c\x00.yaml", AT, content())
    assert [file.parent.name for file in tmp_path.rglob("*.json")] == ["eval-reports"]


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"file": "frågor.yaml"}', "null"])
def test_one_that_cannot_be_read_is_none(tmp_path: Path, damaged: str) -> None:
    keep_report(tmp_path, "frågor.yaml", AT, content())
    (file,) = (tmp_path / "eval-reports").iterdir()
    file.write_text(damaged, "utf-8")
    assert load_report(tmp_path, "frågor.yaml") is None


def test_where_nothing_is_kept_there_is_none(tmp_path: Path) -> None:
    assert load_report(tmp_path, "frågor.yaml") is None
