"""The curated questions that exercises may be made of, from the question files that are there."""

import logging
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evals.questions import Question, QuestionFileError, load_questions
from learning.curated import Curated
from settings import Settings

_log = logging.getLogger(__name__)
_SAMPLE = Path(__file__).parents[2] / "evals" / "sample"
_FILES = ("questions.yaml", "questions-by-kind.yaml")


def curated_questions(settings: Settings, organisation: str | None) -> list[Curated]:
    """The questions on today's rules of `organisation`; files that can't be read are left out.

    The sample region's are among them: they name its documents, and count where the library has those.
    """
    files = [settings.judged_questions] if settings.judged_questions else []
    files += [_SAMPLE / name for name in _FILES]
    found: dict[str, Question] = {}
    for file in files:
        if not file.is_file():
            continue
        try:
            questions = load_questions(file)
        except QuestionFileError as error:
            _log.warning("%s", error)
            continue
        for question in questions:
            if _is_of_today(question, organisation):
                found.setdefault(question.question, question)
    return [_curated(question) for question in _in_turn(found.values())]


def _in_turn(found: Iterable[Question]) -> list[Question]:
    """One of each level in turn; those written as a course would before those typed in haste."""
    placed: Counter[tuple[bool, str | None]] = Counter()
    order = []
    for question in found:
        hasty = not question.question[:1].isupper()
        kind = hasty, question.expect.level
        order.append((hasty, placed[kind], question))
        placed[kind] += 1
    return [question for *_, question in sorted(order, key=lambda it: it[:2])]


def _is_of_today(question: Question, organisation: str | None) -> bool:
    expected = question.expect
    return (
        question.language == "sv"
        and question.organisation in {None, organisation}
        and question.as_of is None
        and not question.after
        and not expected.abstain
        and expected.level is not None
        and expected.level.is_rung
    )


def _curated(question: Question) -> Curated:
    quoted = tuple(
        (source.document, source.quote) for source in question.expect.sources if source.quote is not None
    )
    return Curated(question.question, quoted, question.expect.must_include)
