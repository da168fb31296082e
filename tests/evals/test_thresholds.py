"""Limits proposed from the library's rules, against lists that a person made by reading."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from evals.thresholds.__main__ import lines, suffices
from evals.thresholds.gold import REAL, SAMPLE, load_gold
from evals.thresholds.measure import compare, measure, repeated
from index.library import Library
from index.report import NoProgress
from index.update import Engine, update_library
from ingest.governance import load_governance
from tests.conftest import REAL_DOCUMENTS, ROOT
from tests.index.library_folder import FakeEmbedder


def test_no_rule_stands_twice_in_a_list() -> None:
    assert repeated(load_gold(SAMPLE)) == []
    assert repeated(load_gold(REAL)) == []


def test_the_limits_of_the_sample_region_are_found(sample_library: Path) -> None:
    with closing(Library(sample_library)) as library:
        measured = measure(library, load_gold(SAMPLE))
    assert suffices(measured), "\n".join(lines("sample", measured))
    assert measured.effects == measured.found


def test_the_limits_of_the_acts_are_found(tmp_path: Path) -> None:
    if not REAL_DOCUMENTS.is_dir():
        pytest.skip(f"needs the real documents in {REAL_DOCUMENTS}, which are not there")
    gold = load_gold(REAL)
    acts = tmp_path / "lag"
    acts.mkdir()
    for document in gold.documents:
        shutil.copyfile(REAL_DOCUMENTS / "lag" / f"{document}.md", acts / f"{document}.md")
    engine = Engine(opened=FakeEmbedder)
    kept = load_governance(ROOT / "evals" / "real")
    update_library(tmp_path / "data", [acts], kept, NoProgress(), engine)
    with closing(Library(tmp_path / "data")) as library:
        measured = measure(library, gold)
    assert suffices(measured), "\n".join(lines("real", measured))
    assert measured.effects == measured.found


def test_what_nothing_is_proposed_of_is_missed_and_told() -> None:
    measured = compare(load_gold(SAMPLE), ())
    assert (measured.recall, measured.precision) == (0.0, 1.0)
    assert not suffices(measured)
    assert sum(line.startswith("  saknas:") for line in lines("sample", measured)) == measured.listed
