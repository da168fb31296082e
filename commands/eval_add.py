"""`eval add`: a person asks, judges the answer, and the question is kept with what is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from rich.text import Text

from answers.assistant import Assistant
from answers.contract import answer_to_json
from answers.search import SearchResult
from commands.answer_view import answer_shown
from commands.evaluate import questions_of
from commands.opening import check_organisation, open_assistant
from commands.options import asked_text
from commands.output import counted, paragraph, shortened
from commands.prompting import Prompt, Quit
from commands.usage import CommandFailed
from evals.adding import add_question, written
from evals.judging import judged, level_of, missing_facts, source_of, warning_of
from evals.matching import normalised
from evals.metrics.level_accuracy import LEVEL_NAMES, level_name
from evals.questions import ExpectedSource, Question, QuestionFileError
from evals.records import AnswerRecord
from hierarchy.ladder import Answer, WarningCode
from hierarchy.levels import Level
from settings import Settings

_RESULTS = 8
_LONGEST = 300
_RIGHT, _SEARCH, _NOTHING, _SKIP, _SAVE = "r", "s", "i", "h", "s"


@dataclass(frozen=True)
class Asking:
    """Who asks and as of when, and in which language the answer is to be; None leaves it to the question."""

    organisation: str | None = None
    as_of: date | None = None
    language: str | None = None


def add_questions(settings: Settings, file: Path, question: str | None, asking: Asking) -> int:
    """Ask until the person has had enough (once, where the question is given). Returns the exit status.

    Raises CommandFailed for a file that can't be added to, and LibraryError.
    """
    if file.exists():
        questions_of(file)
    elif not file.absolute().parent.is_dir():
        raise CommandFailed(f"Mappen för ”{file}” finns inte.", "Skapa den, eller ange en annan fil.")
    assistant = open_assistant(settings)
    check_organisation(assistant.hierarchy, asking.organisation)
    desk = _Desk(assistant, file, asking, Prompt())
    try:
        if question is not None:
            desk.judge(question)
        while question is None:
            desk.judge(desk.next_question())
    except Quit:
        pass
    except EOFError:
        desk.prompt.say("Indata tog slut.")
    desk.prompt.say(f"{counted(desk.added, 'fråga', 'frågor')} lades till i {file}.")
    return 0


@dataclass(frozen=True)
class _Verdict:
    """What is right: passages and the level that decides, or neither where nothing answers."""

    sources: tuple[ExpectedSource, ...] = ()
    level: Level | None = None
    warning: WarningCode | None = None


class _Desk:
    """One sitting: the assistant that is asked, and the file that is added to."""

    def __init__(self, assistant: Assistant, file: Path, asking: Asking, prompt: Prompt) -> None:
        self._assistant = assistant
        self._file = file
        self._asking = asking
        self.prompt = prompt
        self.added = 0

    def next_question(self) -> str:
        """What the person wants to ask. Raises Quit for an empty line."""
        typed = self.prompt.line("Nästa fråga, eller tom rad för att avsluta:")
        if not typed:
            raise Quit
        return asked_text(typed)

    def judge(self, question: str) -> None:
        """Ask, show, let the person judge, and keep the question unless it is passed over."""
        answer = self._assistant.ask(
            question,
            organisation=self._asking.organisation,
            as_of=self._asking.as_of,
            language=self._asking.language,
        )
        self.prompt.out.print(answer_shown(answer, self._assistant.hierarchy))
        self.prompt.out.print()
        record = cast(AnswerRecord, answer_to_json(answer))
        verdict = self._verdict(record, answer)
        if verdict is not None:
            self._keep(record, verdict)

    def _verdict(self, record: AnswerRecord, answer: Answer) -> _Verdict | None:
        """What is right, or None where the person passes."""
        others = {_SEARCH: "sök fram det rätta", _SKIP: "hoppa över"}
        if answer.abstained:
            chosen = self.prompt.choice(
                "Svaret avstod. Vad är rätt?", {_RIGHT: "rätt, inget svarar", **others}
            )
        else:
            self._list([_named(c["title"], c["section"], c["quote"]) for c in record["citations"]])
            chosen = self.prompt.choice(
                "Vilka citat svarar på frågan?",
                {_NOTHING: "inget svarar, det borde ha avstått", **others},
                len(record["citations"]),
            )
        if isinstance(chosen, tuple):
            sources = tuple(source_of(record["citations"][place]) for place in chosen)
            level = self._level(level_of(record, chosen))
            return _Verdict(sources, level, warning_of(record, chosen))
        if chosen == _SEARCH:
            return self._searched(record["question"])
        return None if chosen == _SKIP else _Verdict()

    def _searched(self, question: str) -> _Verdict | None:
        """What is right, chosen among what a search finds: by the question, or by other words."""
        words = question
        while True:
            found = self._assistant.search(
                words,
                organisation=self._asking.organisation,
                as_of=self._asking.as_of,
                language=self._asking.language,
                top=_RESULTS,
            )
            self._list([_named(r.document.title, r.provision.address, r.text) for r in found])
            chosen = self.prompt.choice(
                "Vilka bestämmelser svarar?",
                {"n": "nya sökord", _NOTHING: "inget svarar", _SKIP: "hoppa över"},
                len(found),
            )
            if isinstance(chosen, tuple):
                right = [found[place] for place in chosen]
                sources = tuple(self._passage(result) for result in right)
                highest = min((result.document.level for result in right), key=list(Level).index)
                return _Verdict(sources, self._level(highest))
            if chosen == "n":
                words = self.prompt.line("Sökord:") or words
                continue
            return None if chosen == _SKIP else _Verdict()

    def _passage(self, result: SearchResult) -> ExpectedSource:
        """The words of a provision that answer, as the person marks them, or all of it."""
        address, page = result.provision.address, result.provision.page
        self.prompt.out.print(paragraph(result.text, 4))
        while True:
            typed = self.prompt.line(f"{address}: klistra in orden som svarar, eller tom rad för allt.")
            if not typed:
                return ExpectedSource(result.document.document, None, address, page)
            if normalised(typed) in normalised(result.text):
                return ExpectedSource(result.document.document, typed, address, page)
            self.prompt.say("Orden står inte så i bestämmelsen.")

    def _level(self, proposed: Level) -> Level:
        names = {name: level for level, name in LEVEL_NAMES.items()}
        while True:
            typed = self.prompt.line(
                f"Nivå som avgör: {level_name(proposed)}. Tom rad om det stämmer, annars {', '.join(names)}."
            ).casefold()
            if not typed or typed in names:
                return names[typed] if typed else proposed

    def _keep(self, record: AnswerRecord, verdict: _Verdict) -> None:
        facts = self._facts(record, verdict.sources)
        tags = self.prompt.line("Etiketter, åtskilda med mellanslag, eller tom rad.").split()
        taken = {question.id for question in self._questions()}
        made = judged(
            record,
            verdict.sources,
            verdict.level,
            taken=taken,
            as_of=self._asking.as_of,
            must_include=facts,
            warning=verdict.warning,
            tags=tags,
        )
        self.prompt.say("Så här skrivs frågan:")
        self.prompt.out.print(Text(written(made, "  ")))
        if self.prompt.choice("Stämmer det?", {_SAVE: "spara", _SKIP: "hoppa över"}) == _SAVE:
            try:
                add_question(self._file, made)
            except QuestionFileError as error:
                raise CommandFailed(str(error)) from error
            self.added += 1

    def _facts(self, record: AnswerRecord, sources: Sequence[ExpectedSource]) -> list[str]:
        """What every right answer has to say, in words that stand in the sources."""
        if not sources:
            return []
        texts = [self._assistant.library.text(source.document) for source in sources]
        while True:
            typed = self.prompt.line(
                "Fakta som ett rätt svar måste nämna, åtskilda med semikolon, eller tom rad."
            )
            facts = [fact.strip() for fact in typed.split(";") if fact.strip()]
            missing = missing_facts(facts, " ".join([*texts, record["answer"]]))
            if not missing:
                return facts
            self.prompt.say(f"Står inte i källan: {', '.join(missing)}. Skriv som dokumentet skriver.")

    def _questions(self) -> Sequence[Question]:
        return questions_of(self._file) if self._file.exists() else ()

    def _list(self, lines: Sequence[str]) -> None:
        for number, line in enumerate(lines, start=1):
            self.prompt.out.print(paragraph(f"{number}. {line}", 2))


def _named(title: str, section: str, text: str) -> str:
    return f"{title}, {section}: ”{shortened(text, _LONGEST)}”"
