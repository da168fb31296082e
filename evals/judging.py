"""A question made from an answer that a person has judged."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from unicodedata import combining, normalize

from evals.matching import normalised
from evals.questions import Expectation, ExpectedSource, Question
from evals.records import AnswerRecord, CitationRecord
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level

_LONGEST_ID = 40


def judged(
    answer: AnswerRecord,
    sources: Sequence[ExpectedSource],
    level: Level | None,
    *,
    taken: Collection[str],
    as_of: date | None = None,
    must_include: Sequence[str] = (),
    warning: WarningCode | None = None,
    tags: Sequence[str] = (),
) -> Question:
    """The question that the answer was to, expected to show the sources from now on.

    Without sources an honest answer refuses; `level` is then None. `as_of`: None for whatever day it is asked
    on. `taken` are the ids of the file.
    """
    expect = (
        Expectation(
            abstain=False,
            level=level,
            sources=tuple(sources),
            must_include=tuple(must_include),
            warning=warning,
        )
        if sources
        else Expectation(abstain=True)
    )
    # A question that leaned on others is kept whole, so that it can be asked by itself.
    asked = answer.get("asked") or answer["question"]
    return Question(
        id=new_id(asked, taken),
        question=asked,
        expect=expect,
        language=answer["language"],
        organisation=answer["organisation"],
        as_of=as_of,
        tags=tuple(tags),
    )


def source_of(citation: CitationRecord) -> ExpectedSource:
    """The passage that a citation shows."""
    return ExpectedSource(
        citation["document"], citation["quote"], citation["section"] or None, citation["page"]
    )


def level_of(answer: AnswerRecord, chosen: Collection[int]) -> Level:
    """The level of the chosen citations (indexes, at least one) that decides: that of their highest rung, and
    background where they stand on none.
    """
    for rung in answer["rungs"]:
        if set(rung["citations"]) & set(chosen):
            return Level(rung["level"])
    return Level.BACKGROUND


def warning_of(answer: AnswerRecord, chosen: Collection[int]) -> WarningCode | None:
    """The caution that the answer gives about a chosen citation, the first where there are several."""
    codes = [warning["code"] for warning in answer["warnings"] if warning["citation"] in chosen]
    return WarningCode(codes[0]) if codes else None


def missing_facts(facts: Sequence[str], shown: str) -> list[str]:
    """The facts that do not stand in the shown text: expected of every answer, they would never be met."""
    there = normalised(shown)
    return [fact for fact in facts if normalised(fact) not in there]


def new_id(question: str, taken: Collection[str]) -> str:
    """A readable id of the question's first words, with a number where it is taken."""
    plain = "".join(letter for letter in normalize("NFD", question.lower()) if not combining(letter))
    words = re.findall(r"[a-z0-9]+", plain)
    name = "-".join(words)
    if len(name) > _LONGEST_ID:
        name = name[: _LONGEST_ID + 1].rpartition("-")[0] or name[:_LONGEST_ID]
    name = name or "fraga"
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(candidate for candidate in numbered if candidate not in taken)
