"""The counterparts of sister acts against what reading the acts shows."""

import shutil

import pytest

from evals.parallels import Judged, by_sister, figures, judge
from tests.conftest import REAL_DOCUMENTS
from tests.index.conftest import embedder, region
from tests.index.library_folder import Region

__all__ = ["embedder", "region"]


def test_precision_is_of_what_was_found_and_recall_of_what_there_is() -> None:
    judged = [
        Judged("1 §", "luf", "1 §", "1 §"),
        Judged("2 §", "luf", "2 §", "3 §"),
        Judged("3 §", "luf", "4 §", None),
        Judged("4 §", "luf", None, None),
    ]
    reached = figures(judged)
    assert (reached.precision, round(reached.recall, 3), reached.silent) == (0.5, 0.333, 1.0)


def test_in_the_real_acts_counterparts_are_right_and_mostly_found(region: Region) -> None:
    laws = REAL_DOCUMENTS / "lag"
    if not laws.is_dir():
        pytest.skip(f"needs the real statutes in {laws}, which are not there")
    for number in ("1145", "1146", "1147"):
        shutil.copy(laws / f"sfs-2016-{number}.md", region.documents)
    region.ingest()
    with region.library() as library:
        judged = list(judge(library))
    assert len(judged) > 120
    for sections in by_sister(judged).values():
        reached = figures(sections)
        assert reached.precision >= 0.95
        assert reached.recall >= 0.8
        assert reached.silent >= 0.95


def test_a_library_without_the_acts_has_nothing_to_judge(region: Region) -> None:
    region.ingest()
    with region.library() as library:
        assert list(judge(library)) == []
