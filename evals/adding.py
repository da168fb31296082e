"""A question added to the end of its file, or taken out again: what a person wrote there stays as it is."""

import re
from pathlib import Path
from threading import Lock

import yaml

from evals.questions import Question, QuestionFileError, parse_questions
from ingest.registrar.kept_file import read_kept, replace_kept

_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)
_ONE_AT_A_TIME = Lock()


def add_question(path: Path, question: Question) -> None:
    """Append the question to the file, which is made where it is missing.

    The file is read anew just before, so that what somebody else added meanwhile stays; it is replaced whole,
    and only by a text that holds the former questions and this one. Raises QuestionFileError for a file that
    can't be added to, and GovernanceError for one that can't be read or written.
    """
    with _ONE_AT_A_TIME:
        kept = read_kept(path)
        replace_kept(kept, _with(question, kept.text, path))


def remove_question(path: Path, name: str) -> None:
    """Take the question with the id `name` out of the file, where it still stands as `add_question` wrote it.

    Raises QuestionFileError where it does not, and GovernanceError for a file that can't be read or written.
    """
    with _ONE_AT_A_TIME:
        kept = read_kept(path)
        replace_kept(kept, _without(name, kept.text, path))


def _without(name: str, text: str, path: Path) -> str:
    former = parse_questions(text, path) if text.strip() else ()
    wanted = tuple(question for question in former if question.id != name)
    for question in former:
        line_end = "\r\n" if "\r\n" in text else "\n"
        found = _ENTRY.search(text)
        added = written(question, found.group(1) if found else "").replace("\n", line_end)
        if question.id != name or text.count(added) != 1:
            continue
        before, _, after = text.partition(added)
        new = before.removesuffix(line_end) + after if before.endswith(line_end * 2) else before + after
        if (parse_questions(new, path) if new.strip() else ()) == wanted:
            return new
    raise QuestionFileError(
        path, "frågan har ändrats eller tagits bort.", "Se över den i filen för hand.", question=name
    )


def _with(question: Question, text: str, path: Path) -> str:
    former = parse_questions(text, path) if text else ()
    if any(kept.id == question.id for kept in former):
        raise QuestionFileError(
            path, "id:t finns redan i filen.", "Välj ett annat.", question=question.id, field="id"
        )
    line_end = "\r\n" if "\r\n" in text else "\n"
    found = _ENTRY.search(text)
    added = written(question, found.group(1) if found else "").replace("\n", line_end)
    between = "" if not text else line_end if text.endswith("\n") else line_end * 2
    new = text + between + added
    try:
        holds = parse_questions(new, path) == (*former, question)
    except QuestionFileError:
        holds = False
    if not holds:
        raise QuestionFileError(
            path,
            "en fråga kan inte läggas till sist i filen som den är skriven.",
            "Skriv filen som en lista med en fråga i varje punkt.",
        )
    return new


def written(question: Question, indent: str = "") -> str:
    """The question as a point of a YAML list, with a line end; fields that say nothing are left out."""
    expect = question.expect
    expectation = {
        "abstain": expect.abstain,
        "level": expect.level.value if expect.level else None,
        "sources": [
            _filled(document=source.document, section=source.section, page=source.page, quote=source.quote)
            for source in expect.sources
        ],
        "must_include": list(expect.must_include),
        "must_not_include": list(expect.must_not_include),
        "warning": expect.warning.value if expect.warning else None,
    }
    entry = _filled(
        id=question.id,
        after=list(question.after),
        question=question.question,
        language=question.language,
        organisation=question.organisation,
        as_of=question.as_of,
        tags=list(question.tags),
        expect=_filled(**expectation),
    )
    dumped = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)
    return "".join(indent + line + "\n" for line in dumped.splitlines())


def _filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None and value != []}
