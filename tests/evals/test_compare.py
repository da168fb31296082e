"""Two runs question by question, and the baseline that a run is held against."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.baseline import drops, failed_before, write_baseline
from evals.compare import compare
from evals.report_json import run_to_json
from evals.saved import SavedCase, SavedRun, SavedRunError, load_run, run_from_json

LABELS = {"level": "Rätt nivå", "facts": "Alla fakta med"}


def case(name: str, level: float, facts: float = 1.0, fingerprint: str = "f", shown: str = "policy"):
    failed = tuple(metric for metric, value in (("level", level), ("facts", facts)) if value < 1)
    return SavedCase(name, fingerprint, {"level": level, "facts": facts}, {}, failed=failed, found=(shown,))


def saved(*cases: SavedCase) -> SavedRun:
    return SavedRun({case.id: case for case in cases}, LABELS)


def test_every_question_is_better_worse_mixed_other_or_the_same() -> None:
    before = saved(case("a", 0), case("b", 1), case("c", 1, 0), case("d", 1), case("e", 1))
    after = saved(case("a", 1), case("b", 0), case("c", 0, 1), case("d", 1, shown="lag"), case("e", 1))
    compared = compare(before, after)
    assert [change.id for change in compared.better] == ["a"]
    assert [change.id for change in compared.worse] == ["b"]
    assert [change.id for change in compared.mixed] == ["c"]
    assert [change.id for change in compared.other] == ["d"]
    assert compared.same == 1
    assert compared.better[0].better == ("level",)


def test_questions_that_were_rewritten_added_or_removed_are_not_compared() -> None:
    before = saved(case("kvar", 1), case("omskriven", 1), case("borta", 1))
    after = saved(case("kvar", 1), case("omskriven", 0, fingerprint="g"), case("ny", 0))
    compared = compare(before, after)
    assert (compared.altered, compared.gone, compared.new) == (("omskriven",), ("borta",), ("ny",))
    assert compared.metrics["level"].count == 1
    assert not compared.worse


@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0])), min_size=1, max_size=40))
def test_each_shared_question_is_counted_once(levels: list[tuple[float, float]]) -> None:
    before = saved(*(case(str(at), a) for at, (a, _) in enumerate(levels)))
    after = saved(*(case(str(at), b) for at, (_, b) in enumerate(levels)))
    compared = compare(before, after)
    changed = (*compared.better, *compared.worse, *compared.mixed, *compared.other)
    assert compared.same + len(changed) == len(levels)


def test_a_run_is_the_same_when_it_is_read_back(small_run, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(run_to_json(small_run)), encoding="utf-8")
    read = load_run(path)
    assert list(read.cases) == ["ratt", "fel", "tyst", "radd"]
    assert read.cases["fel"].failed == ("right_source_shown", "level")
    assert read.cases["radd"].lost == "Sökningen hittade den inte."
    assert read.labels["level"] == "Rätt nivå"
    compared = compare(read, read)
    assert compared.same == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"cases": []}',
        '{"cases": [1]}',
        '{"cases": [{"id": "a", "scores": {"level": {"value": NaN}}}]}',
    ],
)
def test_a_file_that_is_no_run_is_refused_with_the_remedy(text: str, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SavedRunError, match=r"run\.json: filen är ingen sparad körning\. Spara en med"):
        load_run(path)


def test_a_run_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SavedRunError, match="går inte att läsa"):
        load_run(tmp_path / "saknas.json")


def test_a_baseline_holds_what_comparing_needs(small_run, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    report = run_to_json(small_run)
    write_baseline(path, report)
    assert drops(load_run(path), run_from_json(report)) == []
    assert "Kaffe" not in path.read_text("utf-8")
    assert failed_before(load_run(path), run_from_json(report)) == {"fel", "radd"}


def test_a_drop_beyond_noise_is_a_sentence_for_each_metric() -> None:
    before = saved(*(case(str(at), 1) for at in range(30)))
    after = saved(*(case(str(at), 0 if at < 6 else 1) for at in range(30)))
    (sentence,) = drops(before, after)
    assert sentence.startswith("Rätt nivå (level): från 1,000 till 0,800 på 30 frågor (−20,0 procentenheter)")
    assert "6 blev sämre och 0 bättre" in sentence


def test_a_drop_within_noise_passes() -> None:
    before = saved(*(case(str(at), 1) for at in range(30)))
    after = saved(*(case(str(at), 0 if at < 2 else 1) for at in range(30)))
    assert drops(before, after) == []


def test_a_baseline_of_other_questions_has_shown_nothing() -> None:
    (sentence,) = drops(saved(case("a", 1)), saved(case("b", 1)))
    assert "--write-baseline" in sentence


def test_a_question_that_failed_before_in_other_words_is_new() -> None:
    before = saved(case("a", 0), case("b", 0))
    after = saved(case("a", 0), case("b", 0, fingerprint="g"))
    assert failed_before(before, after) == {"a"}
