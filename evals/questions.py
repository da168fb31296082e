"""Question files: what is asked, and what an honest answer shows.

A question file is a YAML list; the fields are those of `Question`, `Expectation` (under `expect`) and
`ExpectedSource` (under `expect.sources`). A file with a mistake in it is refused as a whole: a question that
is quietly left out would make every figure better than it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml

from evals.fields import FieldError, Fields
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level
from ingest.yaml_loader import LOADER

LANGUAGES = ("sv", "en")


class QuestionFileError(Exception):
    """A question file that can't be used.

    `file`, `question` (its id, or its place in the list; None for the whole file), `field` (dotted path, or
    None) and `remedy` locate and mend the mistake; the message is a Swedish sentence that holds them all.
    """

    def __init__(
        self, file: Path, problem: str, remedy: str, *, question: str | None = None, field: str | None = None
    ) -> None:
        place = [str(file)]
        if question is not None:
            place.append(f"frågan {question}")
        if field is not None:
            place.append(f"fältet {field}")
        super().__init__(f"{', '.join(place)}: {problem} {remedy}")
        self.file = file
        self.question = question
        self.field = field
        self.remedy = remedy


@dataclass(frozen=True)
class ExpectedSource:
    """A passage that answers. `document` is the file's stem; `quote` is verbatim, white space apart.

    Where the text is not ours to copy, `quote` is left out, and any text of `section` counts (as answers
    write it: "19 a kap. 2 §", "Ansvar › Inköp"). Beside a quote, `section` and `page` (from 1) help a person
    to find it and are not scored.
    """

    document: str
    quote: str | None = None
    section: str | None = None
    page: int | None = None


@dataclass(frozen=True)
class Expectation:
    """What an honest answer shows.

    `abstain`: nothing in the library answers; then `level` is None and `sources` empty. `level`: of the
    decisive source. `sources`: any one counts. `must_include`: facts that the answer with its quotes
    contains, all of them. `must_not_include`: strings that betray a wrong answer. `warning`: one that must be
    there, None where none must.
    """

    abstain: bool
    level: Level | None = None
    sources: tuple[ExpectedSource, ...] = ()
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    warning: WarningCode | None = None


@dataclass(frozen=True)
class Question:
    """A question as a person would ask it, of one organisation (id) or none, on a date or today.

    `after`: the questions that the person had asked before it in the same conversation, oldest first.
    """

    id: str
    question: str
    expect: Expectation
    language: str = "sv"
    organisation: str | None = None
    as_of: date | None = None
    tags: tuple[str, ...] = ()
    after: tuple[str, ...] = field(default=(), repr=False)

    @property
    def fingerprint(self) -> str:
        """The same in two runs only where the same was asked and expected; tags don't count.

        The earlier questions count where there are any: a question without them keeps its fingerprint.
        """
        asked = repr(replace(self, tags=())) + (repr(self.after) if self.after else "")
        return sha256(asked.encode()).hexdigest()[:16]

    @property
    def conversation(self) -> str:
        """The question with those before it, as reports show it on a line."""
        return " → ".join((*self.after, self.question))


def load_questions(path: Path) -> tuple[Question, ...]:
    """Every question of a file, in its order.

    Raises QuestionFileError where the file can't be read, is not a list of questions, or a field is missing,
    unknown, of the wrong kind or at odds with another.
    """
    try:
        return parse_questions(path.read_bytes().decode(), path)
    except OSError as error:
        raise QuestionFileError(
            path, "filen går inte att läsa.", "Kontrollera sökvägen och rättigheterna."
        ) from error
    except UnicodeDecodeError as error:
        raise QuestionFileError(path, "filen är inte UTF-8.", "Spara om den som UTF-8.") from error


def parse_questions(text: str, path: Path) -> tuple[Question, ...]:
    """The questions of a text, as if it stood in the file. Raises QuestionFileError."""
    entries = _entries(text, path)
    questions: list[Question] = []
    seen: set[str] = set()
    for place, entry in enumerate(entries, start=1):
        name = _name(entry, place)
        try:
            question = _question(entry)
        except FieldError as error:
            raise QuestionFileError(
                path, error.problem, error.remedy, question=name, field=error.field
            ) from error
        if question.id in seen:
            raise QuestionFileError(
                path,
                "samma id förekommer två gånger.",
                "Ge varje fråga ett eget id.",
                question=name,
                field="id",
            )
        seen.add(question.id)
        questions.append(question)
    return tuple(questions)


def _entries(text: str, path: Path) -> list[object]:
    try:
        content = yaml.load(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" på rad {mark.line + 1}" if mark is not None else ""
        raise QuestionFileError(
            path, f"filen är inte giltig YAML{line}.", "Rätta indrag och citattecken där."
        ) from error
    if not isinstance(content, list) or not content:
        raise QuestionFileError(
            path,
            "filen är inte en lista av frågor.",
            "Skriv varje fråga som en punkt som börjar med »- id:«.",
        )
    return content


def _name(entry: object, place: int) -> str:
    """The question's id where it has a usable one, else its place in the file."""
    identity = entry.get("id") if isinstance(entry, Mapping) else None
    return identity if isinstance(identity, str) and identity else f"nummer {place}"


def _question(entry: object) -> Question:
    fields = Fields.of(entry, "")
    fields.allow_only("id", "question", "after", "language", "organisation", "as_of", "tags", "expect")
    return Question(
        id=fields.text("id"),
        question=fields.text("question"),
        expect=_expectation(Fields.of(fields.required("expect"), "expect")),
        language=fields.choice("language", LANGUAGES) or "sv",
        organisation=fields.optional_text("organisation"),
        as_of=fields.optional_date("as_of"),
        tags=fields.texts("tags"),
        after=fields.texts("after"),
    )


def _expectation(fields: Fields) -> Expectation:
    fields.allow_only("abstain", "level", "sources", "must_include", "must_not_include", "warning")
    level = fields.choice("level", tuple(Level))
    warning = fields.choice("warning", tuple(WarningCode))
    sources = tuple(_source(source) for source in fields.mappings("sources"))
    expectation = Expectation(
        abstain=fields.flag("abstain"),
        level=Level(level) if level else None,
        sources=sources,
        must_include=fields.texts("must_include"),
        must_not_include=fields.texts("must_not_include"),
        warning=WarningCode(warning) if warning else None,
    )
    if expectation.abstain:
        for name, value in (
            ("level", level),
            ("sources", sources),
            ("must_include", expectation.must_include),
        ):
            if value:
                raise fields.error(
                    name, "en fråga utan svar har inget här.", "Töm fältet, eller sätt abstain: false."
                )
    elif not sources:
        raise fields.error(
            "sources",
            "minst en källa behövs.",
            "Ange document och quote (eller section), eller sätt abstain: true.",
        )
    elif level is None:
        raise fields.error("level", "nivån saknas.", f"Välj en av: {', '.join(Level)}.")
    return expectation


def _source(fields: Fields) -> ExpectedSource:
    fields.allow_only("document", "section", "page", "quote")
    source = ExpectedSource(
        document=fields.text("document"),
        quote=fields.optional_text("quote"),
        section=fields.optional_text("section"),
        page=fields.optional_count("page"),
    )
    if source.quote is None and source.section is None:
        raise fields.error(
            "quote", "både citat och avsnitt saknas.", "Ange quote, eller section för hela avsnittet."
        )
    return source
