"""`keys review`: a person goes through the proposed lines; only what is kept becomes keys."""

import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import normalize

from rich.text import Text

from answers.keys_contract import waiting_to_json
from commands.keys_check import KEYS
from commands.opening import find_document
from commands.output import counted, paragraph, shortened, write_json
from commands.prompting import Prompt, Quit
from commands.register_opening import governance_folder, who
from hierarchy.documents import GoverningDocument
from index.key_proposals import (
    ConfirmedFile,
    Proposal,
    ProposalFile,
    open_confirmed,
    open_proposals,
    proposed_acts,
)
from index.library import Library
from index.writer import act_of
from ingest.pinpoint import usual_address

_CHOICES = {"b": "behåll", "ä": "ändra", "s": "stryk", "h": "hoppa över (eller tom rad)"}
_LONGEST_SHOWN = 600


@dataclass(frozen=True)
class _Shown:
    """A document to a person: what stands at each address, in its usual spelling."""

    title: str
    words: Mapping[str, str]


def review_keys(
    data: Path, governance: Path | None, *, document: str | None, by: str | None, json: bool, today: date
) -> int:
    """Asks about every proposed line, and writes each answer before the next. Returns the exit status."""
    with closing(Library(data)) as library:
        keys = governance_folder(library, governance) / KEYS
        only = None if document is None else act_of(find_document(library, normalize("NFC", document)))
        files = [open_proposals(keys, act) for act in proposed_acts(keys) if only in (None, act)]
        if json:
            write_json(waiting_to_json((file.act, file.entries) for file in files))
            return 0
        documents = {act_of(one): one for one in library.documents()}
        waiting = sum(len(p.lines) for file in files for p in file.entries.values())
        prompt = Prompt()
        if not waiting:
            prompt.say("Inga föreslagna nycklar väntar. Föreslå med: regelstegen keys propose DOKUMENT")
            return 0
        if not sys.stdout.isatty():
            sys.stderr.write(
                "Utdata är ingen terminal: frågorna skrivs som text, och varje svar läses som en rad.\n"
            )
        review = _Review(keys, who(by), today, prompt)
        prompt.say(f"{counted(waiting, 'rad', 'rader')} att gå igenom. Du bekräftar som {review.by}.")
        ended = "Klart."
        try:
            for file in files:
                review.file(file, _shown(documents.get(file.act), file.act, library))
        except Quit:
            ended = "Avslutat."
        except EOFError:
            ended = "Indata tog slut."
    prompt.say(f"{ended} {counted(review.kept, 'rad', 'rader')} sparade i {keys}.")
    if review.kept:
        prompt.say("De används från nästa inläsning: regelstegen ingest MAPP")
    return 0


class _Review:
    """One walk through the proposals. The kept line is written first, so that nothing is lost between."""

    def __init__(self, keys: Path, by: str, today: date, prompt: Prompt) -> None:
        self.by = by
        self.kept = 0
        self._keys = keys
        self._today = today
        self._prompt = prompt

    def file(self, file: ProposalFile, shown: _Shown) -> None:
        confirmed = open_confirmed(self._keys, file.act)
        for address in list(file.entries):
            if not file.entries[address].lines:
                continue
            self._head(address, file.entries[address], shown)
            for line in file.entries[address].lines:
                self._prompt.out.print(paragraph(f"”{line}”", 2))
                kept = self._judge(line)
                if kept is None:
                    continue
                confirmed = self._written(confirmed, address, kept, file.entries[address].model)
                judged = file.entries[address].judged(line, dropped=kept != line)
                file = file.with_entry(address, judged).saved()

    def _head(self, address: str, proposal: Proposal, shown: _Shown) -> None:
        out = self._prompt.out
        out.print(Text())
        out.print(paragraph(f"{shown.title}, {address}", style="bold"))
        words = shown.words.get(usual_address(address))
        gone = "Adressen finns inte längre i dokumentet."
        out.print(paragraph(shortened(words, _LONGEST_SHOWN) if words else gone, 2, "dim"))
        out.print(paragraph(f"Föreslaget av {proposal.model} {proposal.on}:", 2, "dim"))

    def _judge(self, line: str) -> str | None:
        """The line as it is to be kept, "" to drop it, None to leave it waiting."""
        while True:
            chosen = self._prompt.choice("", _CHOICES, default="h")
            if chosen == "h":
                return None
            if chosen == "s":
                return ""
            if chosen == "b":
                return line
            edited = " ".join(
                self._prompt.line("Skriv raden som den ska vara, eller tom rad för att låta bli.").split()
            )
            if edited:
                return edited

    def _written(self, confirmed: ConfirmedFile, address: str, line: str, model: str) -> ConfirmedFile:
        if not line:
            return confirmed
        self.kept += 1
        return confirmed.with_line(address, line, model, self.by, self._today).saved()


def _shown(document: GoverningDocument | None, act: str, library: Library) -> _Shown:
    if document is None:
        return _Shown(act, {})
    text = library.text(document.document)
    provisions = library.provisions(document.document)
    return _Shown(document.title, {usual_address(p.address): text[p.start : p.end] for p in provisions})
