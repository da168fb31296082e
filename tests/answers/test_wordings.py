"""Of a section that is about to change, the wording of the day answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answers.finding import Finder
from answers.ranking import load_ranking
from index.library import Library
from index.vectors import VectorStore
from tests.index.library_folder import FakeEmbedder, Region

STATUTE = """Lag (2030:12) om köp

SFS nr: 2030:12
Utfärdad: 2030-02-03

1 § Lagen gäller kommuners köp av mjölk.

2 § /Upphör att gälla U:2032-01-01/
Mjölk ska köpas i tid.

2 § /Träder i kraft I:2032-01-01/
Mjölk ska köpas i god tid.

3 § /Träder i kraft I:den dag regeringen bestämmer/
Mjölk får köpas fritt.
"""
OLD, NEW, UNSET = "2 §", "2 § (träder i kraft 2032-01-01)", "3 §"


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Finder]:
    embedder = FakeEmbedder()
    monkeypatch.setattr("index.update.open_embedder", lambda name: embedder)
    monkeypatch.setattr("index.update.engine_id", lambda name: embedder.id)
    region = Region(tmp_path)
    region.write("kop.txt", STATUTE)
    region.ingest()
    with region.library() as library:
        yield Finder(library, VectorStore(region.data), embedder, load_ranking())


def found(finder: Finder, question: str, day: date) -> set[str]:
    candidates = finder.find(question, None, day, None).candidates
    return {
        c.provision.address for level in candidates.values() for c in level if c.document.document == "kop"
    }


@pytest.mark.parametrize(
    ("day", "there"), [(date(2031, 12, 31), OLD), (date(2032, 1, 1), NEW)], ids=["before", "after"]
)
def test_one_wording_is_found_on_each_day(finder: Finder, day: date, there: str) -> None:
    asked = found(finder, "När ska mjölk köpas enligt 2 § lag om köp?", day)
    assert asked & {OLD, NEW, UNSET} == {there}


def test_a_question_about_former_rules_finds_the_ended_wording_too(finder: Finder) -> None:
    asked = found(finder, "När skulle mjölk köpas enligt de tidigare reglerna?", date(2033, 1, 1))
    assert {OLD, NEW} <= asked
    assert UNSET not in asked


def test_the_days_of_a_wording_are_kept_in_the_library(finder: Finder) -> None:
    library: Library = finder.library
    kept = {p.address: (p.valid_from, p.valid_to) for p in library.provisions("kop")}
    assert kept[OLD] == (None, date(2031, 12, 31))
    assert kept[NEW] == (date(2032, 1, 1), None)
    assert kept[UNSET] == (date.max, None)
    assert library.document("kop") is not None


def test_what_has_no_day_yet_is_in_doubt(finder: Finder) -> None:
    document = finder.library.document("kop")
    assert document is not None
    assert any(doubt.startswith("3 § träder i kraft en dag som inte är bestämd") for doubt in document.doubts)
