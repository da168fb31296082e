"""The figures to reach, on the sample region and on the real documents beside the project."""

from pathlib import Path

import pytest

from answers.assistant import Assistant
from evals.assistant_asker import AssistantAsker
from evals.gate import failures, load_gate
from evals.questions import Question, load_questions
from evals.run import run

ROOT = Path(__file__).parents[1]
EVALS = ROOT / "evals"
GOLD = ROOT.parent / "shared" / "gold"


def check(assistant: Assistant, questions: Path, gate: Path) -> None:
    """Fails with a sentence for each metric that is below its minimum in the gate file.

    The suite's library lacks two long acts: what only they answer is not asked.
    """
    held = {document.document for document in assistant.library.documents()}
    asked = [q for q in load_questions(questions) if not q.expect.sources or held & _expected(q)]
    measured = run(asked, AssistantAsker(assistant), trace_losses=False)
    faults = failures(measured, load_gate(gate, questions))
    assert not faults, "\n".join(faults)


def _expected(question: Question) -> set[str]:
    return {source.document for source in question.expect.sources}


@pytest.mark.parametrize(
    "questions", sorted((EVALS / "sample").glob("questions*.yaml")), ids=lambda path: path.stem
)
def test_the_sample_region_reaches_its_gate(questions: Path, sample_assistant: Assistant) -> None:
    check(sample_assistant, questions, EVALS / "sample/gate.yaml")


@pytest.mark.corpus
@pytest.mark.parametrize(
    "questions",
    [GOLD / "questions.yaml", GOLD / "questions-dalarna.yaml", EVALS / "real/questions-by-section.yaml"],
    ids=lambda path: path.stem,
)
def test_the_real_documents_reach_their_gate(questions: Path, request: pytest.FixtureRequest) -> None:
    if not questions.is_file():
        pytest.skip(f"needs the questions in {questions}, which are not there")
    # Asked for only now: building this library takes minutes.
    assistant: Assistant = request.getfixturevalue("real_assistant")
    check(assistant, questions, EVALS / "real/gate.yaml")
