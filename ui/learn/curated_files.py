"""The curated questions that exercises may be made of, from the question files that are there."""

import logging
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
    found: dict[str, Curated] = {}
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
                found.setdefault(question.question, _curated(question))
    return list(found.values())


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
