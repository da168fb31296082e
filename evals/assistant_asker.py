"""Asking a library in this process."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import cast

from answers.assistant import Assistant
from answers.contract import answer_to_json, results_to_json
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord
from hierarchy.documents import GoverningDocument
from hierarchy.validity import Validity, state_on

_ALL = 10_000
"""More results than any search has candidates."""


class AssistantAsker:
    """An `Asker` over the assistant, through the same JSON contract as the command line."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @classmethod
    def open(cls, data: Path) -> "AssistantAsker":
        """Over the library in a data folder. Raises what `Assistant.open` raises."""
        return cls(Assistant.open(data))

    def ask(self, question: Question) -> AnswerRecord:
        answer = self._assistant.ask(
            question.question,
            organisation=question.organisation,
            as_of=question.as_of,
            language=question.language,
            after=question.after,
        )
        return cast(AnswerRecord, answer_to_json(answer))

    def search(self, question: Question, top: int) -> SearchRecord:
        results = self._assistant.search(
            question.question,
            organisation=question.organisation,
            as_of=question.as_of,
            language=question.language,
            after=question.after,
            top=top,
        )
        return cast(SearchRecord, results_to_json(results)["results"])

    def everything(self, question: Question) -> SearchRecord:
        return self.search(question, _ALL)

    def stored_text(self, document: str) -> str:
        return self._assistant.library.text(document)

    def organisations_of(self, document: str) -> Collection[str]:
        """From the library, since the contract's citations do not say whom a document binds."""
        return self._document(document).organisations

    def state_of(self, document: str, day: date) -> Validity:
        """From the library, since the contract's citations do not carry a document's dates."""
        return state_on(self._document(document), day)

    def _document(self, document: str) -> GoverningDocument:
        held = self._assistant.library.document(document)
        if held is None:
            raise KeyError(document)
        return held
