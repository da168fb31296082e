"""The asker over a library: what it passes on and what it gives back."""

from datetime import date
from types import SimpleNamespace

import pytest

from evals.assistant_asker import AssistantAsker
from evals.questions import Expectation, Question
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Answer
from hierarchy.levels import Level
from hierarchy.validity import Validity

QUESTION = Question("q", "Vem beslutar?", Expectation(True), "en", "exempel", date(2026, 3, 1))
POLICY = GoverningDocument(
    "policy", "Policy", "policy", Level.POLICY, Status.ADOPTED, ("exempel",), valid_from=date(2025, 1, 1)
)


class RecordingAssistant:
    """Answers everything with a refusal, and remembers the arguments."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, object]]] = []
        held = {"policy": POLICY}
        self.library = SimpleNamespace(text={"policy": "Chefen beslutar."}.__getitem__, document=held.get)

    def ask(self, question: str, **chosen: object) -> Answer:
        self.calls.append((question, chosen))
        return Answer(question, "exempel", date(2026, 3, 1), "en", True, "No support.")

    def search(self, query: str, **chosen: object) -> list[object]:
        self.calls.append((query, chosen))
        return []


def test_organisation_date_and_language_of_the_question_are_passed_on() -> None:
    assistant = RecordingAssistant()
    asker = AssistantAsker(assistant)
    assert asker.ask(QUESTION)["abstained"] is True
    assert asker.search(QUESTION, 8) == []
    chosen = {"organisation": "exempel", "as_of": date(2026, 3, 1), "language": "en", "after": ()}
    assert assistant.calls == [
        ("Vem beslutar?", chosen),
        ("Vem beslutar?", {**chosen, "top": 8}),
    ]


def test_documents_are_looked_up_in_the_library() -> None:
    asker = AssistantAsker(RecordingAssistant())
    assert asker.stored_text("policy") == "Chefen beslutar."
    assert asker.organisations_of("policy") == ("exempel",)
    assert asker.state_of("policy", date(2026, 3, 1)) is Validity.IN_FORCE
    assert asker.state_of("policy", date(2024, 3, 1)) is Validity.NOT_YET


def test_an_unknown_document_is_a_lookup_error() -> None:
    asker = AssistantAsker(RecordingAssistant())
    with pytest.raises(LookupError):
        asker.stored_text("okänd")
    with pytest.raises(LookupError):
        asker.organisations_of("okänd")
    with pytest.raises(LookupError):
        asker.state_of("okänd", date(2026, 3, 1))
