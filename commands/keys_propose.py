"""`keys propose`: the connected language model's lines, provision by provision, in a file of their own."""

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from llama_index.core.llms import LLM

from answers.key_lines import Lines, NotLines
from answers.key_proposing import propose_lines
from answers.keys_contract import proposed_to_json
from answers.language_model import LanguageModelError, open_language_model
from commands.keys_check import KEYS
from commands.opening import find_document
from commands.output import ProgressBar, console, counted, one_line, paragraph, shortened, write_json
from commands.register_opening import governance_folder
from commands.usage import CommandFailed
from hierarchy.documents import GoverningDocument, Provision
from index.key_places import says_something
from index.key_proposals import Proposal, ProposalFile, open_proposals
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import Library
from index.writer import act_of
from settings import Settings

KEY_VARIABLE = "REGELSTEGEN_LANGUAGE_MODEL_KEY"
_MOST_USELESS = 3
"""So many replies in a row that are no lists: the model can't do this, and is asked no more."""
_LONGEST_SHOWN = 120


@dataclass
class _Proposed:
    """What came of one document: its file, and by address the lines or why there are none."""

    document: GoverningDocument
    file: ProposalFile
    found: dict[str, Lines | str] = field(default_factory=dict)


def propose_keys(
    settings: Settings, governance: Path | None, documents: Sequence[str], *, json: bool, today: date
) -> int:
    """Asks about every provision without keys and proposals. Returns the exit status.

    Each provision's lines are written before the next is asked about.
    """
    name, model = _connected(settings)
    with closing(Library(settings.data)) as library:
        keys = governance_folder(library, governance) / KEYS
        known = load_keys([PROJECT_KEYS, keys])
        chosen = [find_document(library, one) for one in dict.fromkeys(documents)]
        opened = [_Proposed(document, open_proposals(keys, act_of(document))) for document in chosen]
        wanted = [(one, p) for one in opened for p in _without(one, library, known)]
        sent = counted(len(wanted), "bestämmelse", "bestämmelser")
        sys.stderr.write(f"{sent} skickas till {settings.language_model_url} (modellen {one_line(name)}).\n")
        with ProgressBar() as progress:
            progress.begin("keys", len(wanted))
            stopped = _ask(model, name, wanted, library, today, progress)
    failed = any(isinstance(found, str) for one in opened for found in one.found.values())
    if json:
        rows = ((one.document.document, one.file.kept.path, one.found) for one in opened)
        write_json(proposed_to_json(name, rows, stopped))
    else:
        _show(opened, stopped)
    if stopped and not any(isinstance(found, Lines) for one in opened for found in one.found.values()):
        raise CommandFailed(stopped)
    if stopped:
        sys.stderr.write(f"{stopped} Det som hann föreslås är sparat; kör kommandot igen för resten.\n")
    return 1 if stopped or failed else 0


def _connected(settings: Settings) -> tuple[str, LLM]:
    """The configured model. Raises CommandFailed where none is, and LanguageModelError."""
    url, name = settings.language_model_url, settings.language_model
    if url is None or name is None:
        raise CommandFailed(
            "Ingen språkmodell är ansluten.",
            "Ange language_model_url och language_model i regelstegen.toml; se docs/keys.md.",
        )
    key = os.environ.get(KEY_VARIABLE)
    return name, open_language_model(url, name, key, seconds=settings.language_model_seconds)


def _without(one: _Proposed, library: Library, known: Keys) -> list[Provision]:
    """The provisions that nobody has keys to and that no model has been asked about."""
    text = library.text(one.document.document)
    act = act_of(one.document)
    return [
        provision
        for provision in library.provisions(one.document.document)
        if says_something(text[provision.start : provision.end])
        and not known.of(act, provision.address)
        and provision.address not in one.file.entries
    ]


def _ask(
    model: LLM,
    name: str,
    wanted: Sequence[tuple[_Proposed, Provision]],
    library: Library,
    today: date,
    progress: ProgressBar,
) -> str | None:
    """Asks and writes, one by one. Returns why it ended early, or None."""
    useless = 0
    for one, provision in wanted:
        words = library.text(one.document.document)[provision.start : provision.end]
        try:
            lines = propose_lines(model, one.document, provision, words)
        except LanguageModelError as error:
            return f"{error.message} {error.remedy}"
        except NotLines as error:
            one.found[provision.address] = str(error)
            useless += 1
            if useless == _MOST_USELESS:
                return f"{_MOST_USELESS} svar i rad gick inte att använda. Prova en annan modell."
            continue
        finally:
            progress.advance()
        useless = 0
        one.found[provision.address] = lines
        one.file = one.file.with_entry(provision.address, Proposal(lines.kept, name, today)).saved()
    return None


def _show(opened: Sequence[_Proposed], stopped: str | None) -> None:
    out = console()
    for one in opened:
        out.print(paragraph(one.document.title, style="bold"))
        if not one.found and not stopped:
            out.print(paragraph("Varje bestämmelse har redan nycklar eller förslag.", 2))
        for address, found in one.found.items():
            out.print(paragraph(address, 2))
            if isinstance(found, str):
                out.print(paragraph(found, 4, "yellow"))
                continue
            for line in found.kept:
                out.print(paragraph(line, 4))
            for line, reason in found.refused:
                out.print(paragraph(f"struken: ”{shortened(line, _LONGEST_SHOWN)}” {reason}", 4, "dim"))
        if any(isinstance(found, Lines) for found in one.found.values()):
            out.print(paragraph(f"Skrivet i {one.file.kept.path}.", 2))
    if any(one.found for one in opened):
        out.print(paragraph("Gå igenom förslagen: regelstegen keys review"))
