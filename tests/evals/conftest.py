"""Builders of questions and records, all filled in but what a test is about, and a queued asker."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest

from evals.questions import Expectation, ExpectedSource, Question
from evals.run import EvalRun, run
from hierarchy.levels import Level
from hierarchy.validity import Validity

PASSAGE = "Inköp under tvåhundratusen kronor beslutas av enhetschefen."


def question(
    name: str = "q", *, tags: tuple[str, ...] = (), organisation: str | None = None, **expect: Any
) -> Question:
    """A question that PASSAGE in the document "policy" answers, unless told otherwise."""
    if expect.get("abstain"):
        expectation = Expectation(**expect)
    else:
        defaults = {"level": Level.POLICY, "sources": (ExpectedSource("policy", PASSAGE),)}
        expectation = Expectation(**{"abstain": False, **defaults, **expect})
    return Question(
        id=name, question="Vem beslutar?", expect=expectation, tags=tags, organisation=organisation
    )


def citation(document: str = "policy", quote: str = PASSAGE, **fields: Any) -> dict[str, Any]:
    """A citation whose offsets are those of a document that begins with the quote."""
    return {
        "document": document,
        "title": document.capitalize(),
        "level": "policy",
        "status": "adopted",
        "section": "Ansvar",
        "page": 1,
        "printed_page": None,
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "source": f"{document}.md",
        **fields,
    }


def answer(*citations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An answer with every citation on one rung of the policy level; without any it abstains."""
    places = list(range(len(citations)))
    return {
        "question": "Vem beslutar?",
        "organisation": None,
        "as_of": "2026-03-01",
        "language": "sv",
        "abstained": not citations,
        "answer": "Så här står det." if citations else "Jag hittar inget stöd.",
        "applicable": {"level": "policy", "citation": 0} if citations else None,
        "rungs": [{"level": "policy", "relation": "decides", "citations": places}] if citations else [],
        "background": [],
        "citations": list(citations),
        "conflicts": [],
        "warnings": [],
        "timings_ms": {"understand": 1.0, "retrieve": 20.0, "answer": 4.0, "total": 25.0},
        **fields,
    }


def result(document: str = "policy", text: str = PASSAGE) -> dict[str, Any]:
    return {
        "document": document,
        "title": document.capitalize(),
        "level": "policy",
        "section": "Ansvar",
        "page": 1,
        "score": 0.5,
        "text": text,
    }


def warning(code: str, of: int | None = None) -> dict[str, Any]:
    return {"code": code, "citation": of, "text": "Var försiktig."}


class QueuedAsker:
    """Gives the answers and results that it was given, in order, and remembers what it was asked."""

    def __init__(
        self,
        answers: list[Any],
        results: list[Any] | None = None,
        texts: dict[str, str] | None = None,
        organisations: dict[str, tuple[str, ...]] | None = None,
        everything: list[Any] | None = None,
    ) -> None:
        self._answers = list(answers)
        self._results = list(results) if results is not None else [[] for _ in answers]
        self._texts = {"policy": PASSAGE} if texts is None else texts
        self._organisations = organisations or {}
        self._everything = everything or []
        self.asked: list[str] = []
        self.tops: list[int] = []

    def ask(self, question: Question) -> Any:
        self.asked.append(question.id)
        return self._answers.pop(0)

    def search(self, question: Question, top: int) -> Any:
        self.tops.append(top)
        return self._results.pop(0)

    def everything(self, question: Question) -> Any:
        return self._everything

    def stored_text(self, document: str) -> str:
        return self._texts[document]

    def organisations_of(self, document: str) -> Collection[str]:
        return self._organisations.get(document, ())

    def state_of(self, document: str, day: date) -> Validity:
        return Validity.IN_FORCE


class Build:
    """The builders, for tests to reach without importing this file."""

    passage = PASSAGE
    question = staticmethod(question)
    citation = staticmethod(citation)
    answer = staticmethod(answer)
    result = staticmethod(result)
    warning = staticmethod(warning)
    asker = QueuedAsker


@pytest.fixture
def build() -> type[Build]:
    return Build


@pytest.fixture
def small_run() -> EvalRun:
    """Four cases: right; wrong source and level; refused with right; refused though answerable.

    recall@8 over three answerable: found first, found second, not found.
    """
    questions = [
        question("ratt", tags=("belopp",), organisation="exempel"),
        question("fel", tags=("belopp", "kort"), organisation="exempel"),
        question("tyst", abstain=True, tags=("utan svar",)),
        question("radd", tags=("kort",)),
    ]
    wrong = citation("rutin", "Kaffe serveras klockan tre <b>varje</b> dag.")
    answers = [
        answer(citation()),
        answer(wrong, applicable={"level": "rule", "citation": 0}),
        answer(timings_ms={"total": 5.0}),
        answer(),
    ]
    results = [[result()], [result("rutin", "Något annat."), result()], [], [result("rutin", "Något annat.")]]
    texts = {"policy": PASSAGE, "rutin": wrong["quote"]}
    return run(questions, QueuedAsker(answers, results, texts))
