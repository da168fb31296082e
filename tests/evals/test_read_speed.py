"""The bench that sets reading beside pypdf's own text extraction."""

from pathlib import Path

import pytest

from evals.read_speed import found_files, lines, main, measure
from tests.ingest.pdf_paper import FILLER, Paper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    paper = Paper(tmp_path)
    paper.prose(f"{FILLER}.")
    return paper.path()


def test_a_file_is_timed_both_ways(file: Path) -> None:
    times = measure(file, rounds=1)
    assert times.pages == 1
    assert times.ours > 0
    assert times.pypdf > 0


def test_every_file_has_a_line_and_all_of_them_one(file: Path) -> None:
    said = list(lines([file], rounds=1))
    assert said[0].startswith("dokument.pdf")
    assert said[1].startswith("alla")
    assert "mål högst 2,0" in said[2]


def test_a_refused_file_is_named_and_not_timed(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.write_bytes(b"")
    assert list(lines([path], rounds=1)) == ["  tom.pdf: Filen är tom (0 byte)."]


def test_folders_are_searched_for_files(file: Path) -> None:
    assert found_files([file.parent, file]) == [file]


def test_nothing_to_read_is_wrong_use(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
