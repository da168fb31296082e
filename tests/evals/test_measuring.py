"""A measurement in a process of its own, over the sample region."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evals.history import HISTORY_FILE, file_of, files_in, load_history
from evals.kept_report import load_report
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def data(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("measured") / "data"
    shutil.copytree(sample_library, copy)
    return copy


def measured(data: Path, questions: Path) -> tuple[int, list[dict[str, Any]]]:
    done = subprocess.run(
        [sys.executable, "-m", "evals.measuring", str(data), str(questions)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def written(folder: Path, organisation: str = "region-exempel") -> Path:
    file = folder / "frågor.yaml"
    file.write_text(
        '- {id: ett, question: "Vad kostar kaffet?", expect: {abstain: true}}\n'
        f'- {{id: två, question: "Vem?", organisation: {organisation}, expect: {{abstain: true}}}}\n',
        "utf-8",
    )
    return file


def known(data: Path) -> str:
    from contextlib import closing

    from index.library import Library

    with closing(Library(data)) as library:
        return library.hierarchy.organisations[0].id


def test_it_tells_how_far_it_has_come_and_keeps_the_run(data: Path, tmp_path: Path) -> None:
    file = written(tmp_path, known(data))
    status, said = measured(data, file)
    assert (status, said) == (0, [{"of": 2}, {"done": 1}, {"done": 2}, {"kept": True}])
    name = file_of(file, data / HISTORY_FILE)
    assert [past.questions for past in load_history(data / HISTORY_FILE, name)] == [2]
    assert name in files_in(data / HISTORY_FILE)
    report = load_report(data, name)
    assert report is not None
    assert list(report.run.cases) == ["ett", "två"]


def test_an_organisation_that_the_library_does_not_know_is_a_sentence(data: Path, tmp_path: Path) -> None:
    status, said = measured(data, written(tmp_path, "finns-inte"))
    assert status == 1
    assert "frågan två, fältet organisation" in said[-1]["error"]


def test_a_file_that_is_no_question_file_is_a_sentence(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "frågor.yaml"
    file.write_text("bara text", "utf-8")
    status, said = measured(data, file)
    assert status == 1
    assert "inte en lista av frågor" in said[-1]["error"]
