"""The parts of the benchmark that count; what it measures needs a quiet machine and is no test."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from evals import bench
from index.errors import LibraryMissing


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that pass as a test says."""
    now = [0.0]
    monkeypatch.setattr(bench, "perf_counter", lambda: now[0])
    return now


def test_only_the_embedding_stage_is_counted_as_embedding(clock: list[float]) -> None:
    progress = bench.EmbeddingClock()
    for stage, seconds in (("read", 2.0), ("embed", 5.0), ("vectors", 1.0)):
        progress.begin(stage, 1)
        clock[0] += seconds
    assert progress.seconds == 5.0


def test_nothing_to_embed_is_no_time_at_all(clock: list[float]) -> None:
    progress = bench.EmbeddingClock()
    progress.begin("read", 1)
    clock[0] += 2.0
    progress.begin("vectors", 1)
    assert progress.seconds == 0.0


def test_recall_counts_answerable_questions_with_a_passage_found(build) -> None:
    questions = [build.question("a"), build.question("b"), build.question("c", abstain=True)]
    found = {"a": [("policy", f"Rubrik: {build.passage}")], "b": [("regel", build.passage)]}
    # One of two: the second passage stands in another document, the third question has no answer.
    assert bench._recall(questions, lambda question: found[question.id]) == "0,500 (2 frågor)"


@pytest.mark.parametrize(
    ("figure", "verdict"), [(2.99, "uppnått)"), (3.0, "uppnått)"), (3.01, "INTE uppnått)")]
)
def test_a_figure_is_held_against_its_target(figure: float, verdict: str) -> None:
    assert bench._against(figure, 3.0).endswith(f": {verdict}")


def test_another_folder_is_asked_the_sample_regions_questions(tmp_path: Path) -> None:
    place = bench.second_place(tmp_path)
    assert place.questions == bench.sample_region().questions
    assert place.governance == tmp_path


def test_an_organisation_that_the_folder_does_not_know_is_left_out(build) -> None:
    hierarchy = SimpleNamespace(organisation={"exempel": SimpleNamespace(id="exempel")}.get)
    assistant: Any = SimpleNamespace(hierarchy=hierarchy)
    assert bench._own(assistant, build.question(organisation="exempel")) == "exempel"
    assert bench._own(assistant, build.question(organisation="granne")) is None


def test_a_library_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    place = bench.sample_region()
    with pytest.raises(LibraryMissing):
        list(bench.measure(place, tmp_path, peer=False))
