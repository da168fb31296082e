"""`threshold review`: a person looks at each proposed limit and keeps it, changes it or drops it."""

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from commands.output import counted, paragraph, write_json
from commands.prompting import Prompt, Quit
from commands.register_opening import who
from commands.threshold_propose import limit_in_words
from index.library import Library
from ingest.threshold_entries import (
    DROPPED,
    Entry,
    dropped,
    entries_of,
    entry_of,
    with_entries,
    without_entry,
)
from ingest.yaml_fields import GovernanceError
from keeping.threshold_desk import ThresholdDesk, open_threshold_desk
from ui.formats import capitalised

_CHOICES = {"b": "behåll", "ä": "ändra", "t": "ta bort", "h": "hoppa över"}
_LEFT_ALONE = frozenset({"id", "sources"})


def review_thresholds(data: Path, governance: Path | None, *, by: str | None, json: bool, today: date) -> int:
    """Asks about every proposal, and writes each answer before the next is asked for. Returns the status."""
    with closing(Library(data)) as library:
        desk = open_threshold_desk(library, governance)
    if json:
        write_json({"file": str(desk.waiting_file.path), "proposals": [_plain(e) for e in _waiting(desk)]})
        return 0
    if not sys.stdout.isatty():
        sys.stderr.write(
            "Utdata är ingen terminal: frågorna skrivs som text, och varje svar läses som en rad.\n"
        )
    _Review(desk, who(by), today).run()
    return 0


def _waiting(desk: ThresholdDesk) -> tuple[Entry, ...]:
    return entries_of(desk.waiting_file.path, desk.waiting_file.text)


def _fields(entry: Entry) -> dict[str, Any]:
    (fields,) = yaml.safe_load(entry.text)
    return dict(fields)


def _plain(entry: Entry) -> dict[str, Any]:
    return {name: str(v) if isinstance(v, date) else v for name, v in _fields(entry).items()}


class _Review:
    """One walk through the proposals. An entry that is kept is written where it counts before it is taken out
    of the proposals, so that an interruption between the two loses nothing."""

    def __init__(self, desk: ThresholdDesk, by: str, today: date) -> None:
        self._desk = desk
        self._by = by
        self._today = today
        self._prompt = Prompt()
        self._kept = 0
        self._dropped = 0

    def run(self) -> None:
        self._take_out_kept()
        waiting = _waiting(self._desk)
        if not waiting:
            self._prompt.say("Inga förslag väntar. Leta efter gränser: regelstegen threshold propose")
            return
        self._prompt.say(f"{counted(len(waiting), 'förslag', 'förslag')} att gå igenom, som {self._by}.")
        ended = "Klart."
        try:
            for number, entry in enumerate(waiting, 1):
                self._entry(entry, f"{number} av {len(waiting)}")
        except Quit:
            ended = "Avslutat."
        except EOFError:
            ended = "Indata tog slut."
        done = f"{self._kept} behållna i {self._desk.kept_file.path}, {self._dropped} borttagna"
        left = counted(len(_waiting(self._desk)), "väntar", "väntar")
        self._prompt.say(f"{ended} {done}, {left} ännu.")
        if self._kept:
            self._prompt.say("Biblioteket följer med vid nästa inläsning: regelstegen ingest MAPP")

    def _take_out_kept(self) -> None:
        """What an interrupted review had kept already."""
        kept = {threshold.id for threshold in self._desk.kept}
        for entry in _waiting(self._desk):
            if entry.id in kept:
                self._take_out(entry.id)

    def _entry(self, entry: Entry, place: str) -> None:
        while True:
            self._show(entry, place)
            answer = self._prompt.choice("Gäller gränsen?", _CHOICES, default="h")
            if answer == "ä":
                entry = self._changed(entry)
                continue
            if answer == "b" and not self._keep(entry):
                continue
            if answer == "t" and not self._drop(entry):
                continue
            return

    def _show(self, entry: Entry, place: str) -> None:
        fields = _fields(entry)
        out = self._prompt.out
        out.print()
        out.print(paragraph(f"{place}: {entry.id}: {limit_in_words(fields)}", style="bold"))
        for source in fields.get("sources", ()):
            out.print(paragraph(f"{source['document']}, {source['section']}: ”{source['quote']}”", 4, "dim"))
        for name, value in fields.items():
            if name not in _LEFT_ALONE:
                out.print(paragraph(f"{name}: {_written(value)}", 4))

    def _keep(self, entry: Entry) -> bool:
        """Writes the entry where it counts, with who and when; False where it can't be kept as it is."""
        path = self._desk.kept_file.path
        if first := self._pointed_to(entry):
            self._prompt.say(
                f"Den pekar på ”{first}”, som också väntar. Behåll den först, eller ta bort fältet."
            )
            return False
        confirmed = Entry(entry.id, f"# Bekräftad av {self._by} {self._today}\n{entry.text}")
        try:
            self._desk.write_kept(with_entries(path, self._desk.kept_file.text, [confirmed]))
        except GovernanceError as error:
            self._prompt.say(capitalised(f"{error.problem} {error.remedy}"))
            return False
        self._take_out(entry.id)
        self._kept += 1
        return True

    def _pointed_to(self, entry: Entry) -> str | None:
        """The proposal that has to be kept before this one, if there is one."""
        fields = _fields(entry)
        named = (fields.get("overtaken_by"), fields.get("percent", {}).get("of"))
        return next((other.id for other in _waiting(self._desk) if other.id in named), None)

    def _drop(self, entry: Entry) -> bool:
        """Takes the entry out, and remembers that it was; False where another proposal points to it."""
        path = self._desk.waiting_file.path
        text = without_entry(path, self._desk.waiting_file.text, entry.id)
        gone = dropped(entry.id, self._by, self._today)
        try:
            self._desk.write_waiting(with_entries(path, text, [gone], DROPPED))
        except GovernanceError as error:
            self._prompt.say(capitalised(f"{error.problem} {error.remedy}"))
            return False
        self._dropped += 1
        return True

    def _take_out(self, name: str) -> None:
        text = self._desk.waiting_file.text
        self._desk.write_waiting(without_entry(self._desk.waiting_file.path, text, name))

    def _changed(self, entry: Entry) -> Entry:
        """The entry with the fields that the person writes, each saved at once, until an empty line."""
        self._prompt.say("Skriv fält och värde, till exempel ”amount: 700000” eller ”consequence: {sv: …}”.")
        self._prompt.say("Fältet utan värde tas bort. Tom rad när det är klart.")
        while typed := self._prompt.line("Ändring:"):
            try:
                entry = self._with_field(entry, typed)
            except GovernanceError as error:
                self._prompt.say(capitalised(f"{error.problem} {error.remedy}"))
        return entry

    def _with_field(self, entry: Entry, typed: str) -> Entry:
        path, text = self._desk.waiting_file.path, self._desk.waiting_file.text
        try:
            read = yaml.safe_load(typed)
        except yaml.YAMLError:
            read = None
        if not isinstance(read, dict) or len(read) != 1 or read.keys() & {"id"}:
            raise GovernanceError(path, "det går inte att tyda.", "Skriv ett fält, ett kolon och ett värde.")
        fields = _fields(entry) | read
        changed = entry_of({name: value for name, value in fields.items() if value is not None})
        self._desk.write_waiting(with_entries(path, without_entry(path, text, entry.id), [changed]))
        return changed


def _written(value: object) -> str:
    return (
        yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=1000)
        .removesuffix("...\n")
        .strip()
    )
