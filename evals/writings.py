"""Does an answer depend on how its question is written?

`python -m evals.writings --on DATA QUESTIONS.yaml [--on …]` asks every Swedish question that has an answer as
it stands and in other writings made by program (`evals.rewriting`), and prints recall, level and refusals of
each writing beside those of the same questions as they stand.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answers.assistant import Assistant
from evals.assistant_asker import AssistantAsker
from evals.metrics.level_accuracy import level_accuracy
from evals.metrics.section_recall import section_recall
from evals.options import add_on
from evals.questions import Question, QuestionFileError, load_questions
from evals.rewriting import Writing, writings
from evals.run import TOP, Asker
from index.errors import LibraryError
from index.library import Library
from index.vocabulary import PROJECT_SYNONYMS, load_synonyms

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Outcome:
    """Of one question in one writing: an expected passage found, its level right, no answer given."""

    found: bool
    level: bool
    refused: bool


@dataclass(frozen=True)
class Line:
    """A writing beside the plain one on the `count` questions that it changes: shares, 0–1."""

    writing: str
    count: int
    found: tuple[float, float]
    level: tuple[float, float]
    refused: tuple[float, float]


def outcome_of(question: Question, asker: Asker) -> Outcome:
    """Ask, search and judge."""
    answer, results = asker.ask(question), asker.search(question, TOP)
    found = section_recall(question, answer, results, k=TOP)
    level = level_accuracy(question, answer, results)
    return Outcome(bool(found and found.passed), bool(level and level.passed), bool(answer["abstained"]))


def compared(
    questions: Sequence[Question], asker: Asker, chosen: Iterable[Writing]
) -> Iterator[tuple[str, list[tuple[Outcome, Outcome]]]]:
    """For each writing its name and, of each question that it changes, the plain outcome and its own."""
    plain: dict[str, Outcome] = {}
    for writing in chosen:
        pairs = []
        for question in questions:
            written = writing.of(question.question)
            if written == question.question:
                continue
            if question.id not in plain:
                plain[question.id] = outcome_of(question, asker)
            pairs.append((plain[question.id], outcome_of(replace(question, question=written), asker)))
        yield writing.name, pairs


def line_of(writing: str, pairs: Sequence[tuple[Outcome, Outcome]]) -> Line:
    """The shares over the pairs. Raises ZeroDivisionError where there are none."""

    def shares(of: str) -> tuple[float, float]:
        plain, written = (sum(getattr(pair[side], of) for pair in pairs) / len(pairs) for side in (0, 1))
        return plain, written

    return Line(writing, len(pairs), shares("found"), shares("level"), shares("refused"))


def words_of(library: Library) -> frozenset[str]:
    """Every word of the library's texts in lower case."""
    return frozenset(
        word
        for document in library.documents()
        for word in _WORDS.findall(library.text(document.document).lower())
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_on(parser, "may be repeated; questions in English and those that nothing answers are left out")
    parser.add_argument("--writing", action="append", help="only this one; may be repeated")
    parser.add_argument("--json", action="store_true", help="one JSON object a line of the table")
    options = parser.parse_args(arguments)
    gathered: dict[str, list[tuple[Outcome, Outcome]]] = {}
    try:
        synonyms = load_synonyms(PROJECT_SYNONYMS)
        for data, path in options.on:
            questions = [q for q in load_questions(path) if not q.expect.abstain and q.language == "sv"]
            assistant = Assistant.open(data)
            ways = writings(words_of(assistant.library), synonyms)
            chosen = [way for way in ways if not options.writing or way.name in options.writing]
            for name, pairs in compared(questions, AssistantAsker(assistant), chosen):
                gathered.setdefault(name, []).extend(pairs)
    except (QuestionFileError, LibraryError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = [line_of(name, pairs) for name, pairs in gathered.items() if pairs]
    if options.json:
        sys.stdout.writelines(f"{json.dumps(vars(line), ensure_ascii=False)}\n" for line in lines)
    else:
        sys.stdout.write(_table(lines))
    return 0


def _table(lines: Iterable[Line]) -> str:
    rows = [f"{'writing':30}{'n':>5}  {f'recall@{TOP}':>13}  {'level':>13}  {'refused':>13}"]
    for line in lines:
        shares = (f"{plain:.2f} → {own:.2f}" for plain, own in (line.found, line.level, line.refused))
        rows.append(f"{line.writing:30}{line.count:5}  " + "  ".join(f"{share:>13}" for share in shares))
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
