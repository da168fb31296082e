"""`register review`: a person looks at what nobody has confirmed and says what is true."""

import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

from rich.text import Text

from answers.registrar_contract import questions_to_json
from commands.output import console, counted, paragraph, write_json
from commands.prompting import Quit
from commands.register_opening import Desk, open_desk, who
from commands.register_propose import journal
from commands.register_view import choices_of, field_name, typed_value
from commands.review_prompt import CHANGE, CONFIRM, EACH, OPEN, QUIT, SETTLE, SKIP, TAKE, Prompt
from commands.review_view import difference_shown, document_shown, field_shown
from commands.usage import CommandFailed
from index.library import Library
from ingest.governance import check_organisations, differences
from ingest.register import read_field
from ingest.registrar.claims import claims_of
from ingest.registrar.journal import JournalLine, line
from ingest.registrar.review import Answers, FieldQuestion, Questions, edits_for, questions
from ingest.yaml_fields import GovernanceError
from ui.formats import capitalised


def review_entries(
    data: Path, governance: Path | None, *, document: str | None, by: str | None, json: bool, today: date
) -> int:
    """Asks about everything unconfirmed and in doubt, and writes the answers. Returns the exit status."""
    with closing(Library(data)) as library:
        desk = open_desk(library, governance)
        document = normalize("NFC", document) if document is not None else None
        if document is not None and desk.register.register.entry(document) is None:
            raise CommandFailed(
                f"Registret har ingen post för ”{document}”.", "Föreslå en med: regelstegen register propose"
            )
        asked = questions(desk.register, desk.doubted(), claims_of(desk.said()), desk.hierarchy, document)
        missing = sum(1 for read in desk.read if desk.register.register.entry(read.document) is None)
    if json:
        write_json(questions_to_json(asked))
        return 0
    if not sys.stdout.isatty():
        sys.stderr.write(
            "Utdata är ingen terminal: frågorna skrivs som text, och varje svar läses som en rad.\n"
        )
    review = _Review(desk, who(by), today)
    review.run(asked)
    if missing:
        console().print(
            paragraph(
                f"{counted(missing, 'dokument saknar', 'dokument saknar')} post i registret. "
                "Föreslå poster med: regelstegen register propose"
            )
        )
    return 0


class _Review:
    """One walk through the questions; every document's answers are written before the next is asked about."""

    def __init__(self, desk: Desk, by: str, today: date) -> None:
        self._desk = desk
        self._by = by
        self._today = today
        self._out = console()
        self._prompt = Prompt(self._out)
        self._answers = Answers()
        self._done = 0

    def run(self, asked: Sequence[Questions]) -> None:
        if not asked:
            self._prompt.say("Allt i registret är bekräftat, och inget är tveksamt.")
            return
        self._prompt.say(
            f"{counted(len(asked), 'dokument', 'dokument')} att gå igenom. Du bekräftar som {self._by}."
        )
        ended = "Klart."
        try:
            for number, one in enumerate(asked, 1):
                self._answers = Answers()
                try:
                    self._document(one, f"{number} av {len(asked)}")
                finally:
                    self._write(one)
        except Quit:
            ended = "Avslutat."
        except EOFError:
            ended = "Indata tog slut."
        self._out.print()
        self._prompt.say(
            f"{ended} {counted(self._done, 'post', 'poster')} sparade i {self._desk.register.path}."
        )
        if self._done:
            self._prompt.say("Biblioteket följer med vid nästa inläsning: regelstegen ingest MAPP")

    # --- asking --------------------------------------------------------------------------------

    def _document(self, one: Questions, place: str) -> None:
        self._out.print(document_shown(one, place, self._desk.hierarchy))
        plain = [question for question in one.fields if question.said is None]
        differing = [question for question in one.fields if question.said is not None]
        if plain:
            self._plain_fields(one, plain)
        for question in differing:
            self._difference(one, question)
        for number, doubt in enumerate(one.doubts, 1):
            self._doubt(one, doubt, f"Tvekan {number} av {len(one.doubts)}")

    def _plain_fields(self, one: Questions, fields: Sequence[FieldQuestion]) -> None:
        """All at once where they are right, one by one where they aren't."""
        changed: set[str] = set()
        while True:
            answer = self._prompt.choice(
                "Stämmer uppgifterna?",
                (CONFIRM, EACH, SKIP, QUIT),
                "ett nummer ändrar den uppgiften",
                len(one.fields),
            )
            if answer.isdecimal():
                question = one.fields[int(answer) - 1]
                if self._change(question.field):
                    changed.add(question.field)
                continue
            rest = [question for question in fields if question.field not in changed]
            if answer == CONFIRM:
                self._confirm(*(question.field for question in rest))
            elif answer == EACH:
                for question in rest:
                    self._field(question)
            return

    def _field(self, question: FieldQuestion) -> None:
        self._out.print(field_shown(question, None, self._desk.hierarchy))
        answer = self._prompt.choice("", (CONFIRM, CHANGE, OPEN, SKIP, QUIT))
        if answer == CONFIRM:
            self._confirm(question.field)
        elif answer == CHANGE:
            self._change(question.field)
        elif answer == OPEN:
            self._open(f"{field_name(question.field)} är inte bekräftat.")

    def _difference(self, one: Questions, question: FieldQuestion) -> None:
        said = question.said
        assert said is not None
        self._out.print(Text())
        self._out.print(difference_shown(question, self._desk.hierarchy))
        answer = self._prompt.choice("Vad gäller?", (CONFIRM, TAKE, CHANGE, OPEN, SKIP, QUIT))
        sentence = self._sentence_of(one.document, question.field)
        if answer == CONFIRM:
            self._confirm(question.field)
            if sentence:
                self._answers = replace(self._answers, settled=(*self._answers.settled, sentence))
        elif answer == TAKE:
            self._changed(question.field, said.value)
        elif answer == CHANGE:
            self._change(question.field)
        elif answer == OPEN:
            self._open(sentence or f"{field_name(question.field)} är inte bekräftat.")

    def _doubt(self, one: Questions, doubt: str, place: str) -> None:
        self._out.print(Text())
        self._out.print(paragraph(f"{place}: {doubt}", 2, "yellow"))
        while True:
            answer = self._prompt.choice("", (SETTLE, OPEN, CHANGE, SKIP, QUIT))
            if answer == SETTLE:
                self._answers = replace(self._answers, settled=(*self._answers.settled, doubt))
            elif answer == OPEN:
                self._answers = replace(self._answers, kept=(*self._answers.kept, doubt))
            elif answer == CHANGE:
                field = self._prompt.field()
                if field:
                    self._change(field)
                continue
            return

    def _change(self, field: str) -> bool:
        """Asks for a new value until it is one, or nothing. Returns whether it was changed."""
        self._prompt.say(
            f"{field_name(field)}: skriv det rätta, ”-” för okänt, eller tom rad för att låta bli."
        )
        while True:
            typed = self._prompt.line()
            if not typed:
                return False
            try:
                value = read_field(self._desk.register.path, field, typed_value(field, typed))
                if field == "organisations":
                    check_organisations(self._desk.register.path, value, self._desk.hierarchy)
            except GovernanceError as error:
                self._prompt.say(capitalised(f"{error.problem} {choices_of(field) or error.remedy}"))
                continue
            self._changed(field, value)
            return True

    # --- answers -------------------------------------------------------------------------------

    def _confirm(self, *fields: str) -> None:
        self._answers = replace(self._answers, confirmed=(*self._answers.confirmed, *fields))

    def _changed(self, field: str, value: Any) -> None:
        earlier = tuple(pair for pair in self._answers.changed if pair[0] != field)
        confirmed = tuple(name for name in self._answers.confirmed if name != field)
        self._answers = replace(self._answers, changed=(*earlier, (field, value)), confirmed=confirmed)

    def _open(self, proposal: str) -> None:
        self._prompt.say(f"Vad är frågan? Tom rad ger: {proposal}")
        question = self._prompt.line() or proposal
        self._answers = replace(self._answers, kept=(*self._answers.kept, question))

    def _sentence_of(self, document: str, field: str) -> str | None:
        entry = self._desk.register.register.entry(document)
        read = next(read for read in self._desk.read if read.document == document)
        found = differences(entry, read) if entry else []
        return next((d.sentence for d in found if d.field == field), None)

    def _write(self, one: Questions) -> None:
        """Saves the document's answers, if there are any, so that whatever happens next leaves them."""
        entry = self._desk.register.register.entry(one.document)
        answers = self._answers
        if entry is None or answers == Answers():
            return
        edits = edits_for(entry, answers, self._by, self._today)
        self._desk.register = self._desk.register.edited(edits).saved()
        self._done += 1
        journal(self._desk.folder, self._told(entry.document, answers))

    def _told(self, before: Any, answers: Answers) -> list[JournalLine]:
        name, on = before.document, self._today
        lines = [
            line(on, self._by, "review", name, field, getattr(before, field), value)
            for field, value in answers.changed
        ]
        lines += [
            line(on, self._by, "confirm", name, field, getattr(before, field), getattr(before, field))
            for field in answers.confirmed
        ]
        lines += [line(on, self._by, "review", name, "settled", None, doubt) for doubt in answers.settled]
        return lines + [line(on, self._by, "review", name, "doubts", None, doubt) for doubt in answers.kept]
