"""`keys check`: keys that lead nowhere, and provisions that have none."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from answers.keys_contract import key_check_to_json
from commands.output import console, counted, paragraph, write_json
from commands.register_opening import governance_folder
from index.key_places import Coverage, Nowhere, coverage_of, lead_nowhere
from index.keys import PROJECT_KEYS, key_files, load_keys, read_keys
from index.library import Library
from index.writer import act_of

KEYS = "keys"
"""The folder of keys in a governance folder."""
_MOST_NAMED = 3


@dataclass(frozen=True)
class Checked:
    """What was found of the keys in `folder`, and of every document's provisions."""

    folder: Path
    nowhere: Sequence[Nowhere]
    coverage: Sequence[Coverage]


def check_keys(data: Path, folder: Path | None, *, everything: bool, json: bool) -> int:
    """Shows what is found. Returns 1 where keys lead nowhere, else 0."""
    with closing(Library(data)) as library:
        keys = governance_folder(library, folder) / KEYS
        checked = Checked(keys, astray(library, keys), _coverage(library, keys))
    if json:
        write_json(key_check_to_json(checked.folder, checked.nowhere, checked.coverage))
    else:
        console().print(_shown(checked, everything=everything))
    return 1 if checked.nowhere else 0


def warn_of_keys(data: Path, governance: Path | None, complain: Callable[[str], None]) -> None:
    """After an ingest: says in a sentence that keys of the governance folder lead nowhere, if any do."""
    if governance is None or not key_files(governance / KEYS):
        return
    with closing(Library(data)) as library:
        found = astray(library, governance / KEYS)
    if found:
        rest = f" Det gäller {len(found)} ställen." if len(found) > 1 else ""
        complain(f"{sentence(found[0])}{rest} Se alla med: regelstegen keys check")


def astray(library: Library, keys: Path) -> list[Nowhere]:
    """What in the files of the folder `keys` leads nowhere. Raises KeyFileError."""
    documents = {act_of(document): document for document in library.documents()}
    found: list[Nowhere] = []
    for path in key_files(keys):
        act, lines = read_keys(path)
        own = documents.get(act)
        provisions = library.provisions(own.document) if own else []
        found += lead_nowhere(path.name, act, lines, documents, provisions)
    return found


def sentence(nowhere: Nowhere) -> str:
    """What leads nowhere and what may have been meant."""
    near = "Närmast: " + ", ".join(f"”{one}”" for one in nowhere.near) + "." if nowhere.near else ""
    if nowhere.address is None:
        said = f"{nowhere.file}: dokumentet ”{nowhere.act}” finns inte i biblioteket."
        return f"{said} {near or 'Se alla med: regelstegen register show'}"
    said = f"{nowhere.file}: adressen ”{nowhere.address}” finns inte i {nowhere.act}."
    return f"{said} {near or f'Se alla med: regelstegen provisions {nowhere.act}'}"


def _coverage(library: Library, keys: Path) -> list[Coverage]:
    """Of every document that is on a rung: records inform and are rarely asked for by name."""
    known = load_keys([PROJECT_KEYS, keys])
    return [
        coverage_of(d, act_of(d), library.provisions(d.document), library.text(d.document), known)
        for d in library.documents()
        if d.level.is_rung
    ]


def _shown(checked: Checked, *, everything: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if checked.nowhere:
        head = f"{counted(len(checked.nowhere), 'ställe', 'ställen')} i {checked.folder} leder ingenstans:"
        parts += [paragraph(head, style="bold red"), *(paragraph(sentence(n), 2) for n in checked.nowhere)]
    else:
        there = len(key_files(checked.folder))
        head = f"Varje adress i {checked.folder} finns." if there else f"{checked.folder} har inga nycklar."
        parts.append(paragraph(head, style="bold"))
    parts += [Text(), paragraph("Bestämmelser med nycklar:", style="bold")]
    for one in checked.coverage:
        have = one.provisions - len(one.without)
        parts.append(paragraph(f"{have} av {one.provisions}  {one.document}", 2))
        named = one.without if everything or have > 0 else ()
        shown = named if everything else named[:_MOST_NAMED]
        parts += [paragraph(f"saknas: {address}", 6, "dim") for address in shown]
        if len(named) > len(shown):
            parts.append(paragraph(f"… och {len(named) - len(shown)} till (--all visar alla)", 6, "dim"))
    return Group(*parts)
