"""Minimums: read from their file, and held against a run."""

from pathlib import Path

import pytest

from evals.gate import Gate, GateFileError, failures, load_gate
from evals.metrics.suite import suite
from evals.run import TOP
from hierarchy.validity import Validity

EVALS = Path(__file__).parents[2] / "evals"


def test_a_gate_is_passed_at_its_minimum(small_run) -> None:
    # Two refusals, one right: precision is exactly a half.
    assert failures(small_run, Gate({"refusal_precision": 0.5, "refusal_recall": 1.0})) == []


def test_a_figure_below_its_minimum_is_a_sentence_with_both(small_run) -> None:
    (sentence,) = failures(small_run, Gate({"right_source_shown": 0.62}))
    assert sentence == "Rätt källa visad (right_source_shown): 0,333 på 3 frågor, gränsen är 0,62."


def test_a_metric_that_was_not_measured_has_not_been_shown_to_hold(small_run) -> None:
    (sentence,) = failures(small_run, Gate({"warnings": 0.5}))
    assert "gällde ingen" in sentence


def test_a_metric_that_does_not_exist_fails_and_names_those_that_do(small_run) -> None:
    (sentence,) = failures(small_run, Gate({"recall@3": 0.5}))
    assert "recall@3 finns inte" in sentence
    assert "recall@8" in sentence


def test_each_question_file_has_its_own_minimums(tmp_path: Path) -> None:
    file = tmp_path / "gate.yaml"
    file.write_text("questions: {level: 0.85}\nquestions-b: {level: 1}\n", "utf-8")
    assert load_gate(file, Path("där/questions.yaml")).minimums == {"level": 0.85}
    assert load_gate(file, Path("där/questions-b.yaml")).minimums == {"level": 1.0}


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("andra: {level: 0.5}", "gränser för questions saknas"),
        ("", "gränser för questions saknas"),
        ("questions: {level: hög}", "»hög« är ingen gräns"),
        ("questions: {level: 85}", "»85« är ingen gräns"),
        ("questions: {level: true}", "är ingen gräns"),
        ("questions: [", "inte giltig YAML"),
    ],
)
def test_a_gate_file_with_a_mistake_is_refused_with_a_remedy(tmp_path: Path, text: str, match: str) -> None:
    file = tmp_path / "gate.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(GateFileError, match=match):
        load_gate(file, Path("questions.yaml"))


def test_a_gate_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GateFileError, match="går inte att läsa"):
        load_gate(tmp_path / "gate.yaml", Path("questions.yaml"))


@pytest.mark.parametrize(
    ("file", "questions"),
    [
        ("sample/gate.yaml", "questions.yaml"),
        ("sample/gate.yaml", "questions-by-kind.yaml"),
        ("sample/gate.yaml", "questions-in-conversation.yaml"),
        ("real/gate.yaml", "questions.yaml"),
        ("real/gate.yaml", "questions-dalarna.yaml"),
    ],
)
def test_the_projects_own_gates_name_metrics_that_exist(file: str, questions: str) -> None:
    metrics = suite(
        stored_text=str, organisations_of=lambda _: (), state_of=lambda *_: Validity.IN_FORCE, top=TOP
    )
    assert set(load_gate(EVALS / file, Path(questions)).minimums) <= {metric.name for metric in metrics}
