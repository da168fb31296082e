"""Keys that are proposed and those that a person has confirmed, each in files that only the program writes.

Proposals lie in a folder of their own under `keys/`, where nothing looks for keys. What is written by hand
in `keys/` is never changed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Self
from unicodedata import normalize

import yaml

from index.keys import KeyFileError, line_of, load_yaml
from ingest.registrar.kept_file import KeptFile, read_kept, replace_kept

PROPOSALS = "forslag"
"""The folder of proposals in `keys/`."""
_CONFIRMED = ".bekraftade.yaml"
_PROPOSAL_HEAD = "# Förslag från en språkmodell, som inte används förrän någon har bekräftat dem.\n"
_CONFIRMED_HEAD = "# Skrivs av regelstegen keys review. Skriv egna rader i en annan fil i samma mapp.\n"
_WIDTH = 110


@dataclass(frozen=True)
class Proposal:
    """Lines for one provision: `lines` wait for a person, `dropped` are those that one has refused.

    An edited line counts as dropped, as the model wrote it. `model` wrote them `on` that day.
    """

    lines: tuple[str, ...]
    model: str
    on: date
    dropped: tuple[str, ...] = ()

    def judged(self, line: str, *, dropped: bool) -> "Proposal":
        """Without the line among those that wait."""
        refused = (*self.dropped, line) if dropped else self.dropped
        return replace(self, lines=tuple(own for own in self.lines if own != line), dropped=refused)


@dataclass(frozen=True)
class ProposalFile:
    """The proposals for one document, by address, as they are in its file or will be."""

    kept: KeptFile
    act: str
    entries: Mapping[str, Proposal] = field(default_factory=dict)

    def with_entry(self, address: str, proposal: Proposal) -> Self:
        return replace(self, entries={**self.entries, address: proposal})

    def saved(self) -> Self:
        """The same, on disk. Raises GovernanceError, with the file as it was."""
        content = {"act": self.act, "proposed": {a: _as_data(p) for a, p in self.entries.items()}}
        return replace(self, kept=_save(self.kept, _PROPOSAL_HEAD, content))


@dataclass(frozen=True)
class ConfirmedFile:
    """The lines that a person has kept for one document; `entries` as the file has them, by address."""

    kept: KeptFile
    act: str
    entries: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def with_line(self, address: str, line: str, model: str, by: str, on: date) -> Self:
        """With a line that `by` vouches for, unless it is there."""
        own = self.entries.get(address, ())
        if line in map(line_of, own):
            return self
        added = {"line": line, "proposed_by": model, "confirmed": {"by": by, "on": on.isoformat()}}
        return replace(self, entries={**self.entries, address: (*own, added)})

    def saved(self) -> Self:
        """The same, on disk. Raises GovernanceError, with the file as it was."""
        content = {"act": self.act, "keys": {a: list(lines) for a, lines in self.entries.items()}}
        return replace(self, kept=_save(self.kept, _CONFIRMED_HEAD, content))


def open_proposals(keys: Path, act: str) -> ProposalFile:
    """The proposals for an act or document in the folder `keys`. Raises KeyFileError, GovernanceError."""
    path = keys / PROPOSALS / f"{_file_name(act)}.yaml"
    kept = read_kept(path)
    if kept.content is None:
        return ProposalFile(kept, act)
    content = load_yaml(path)
    try:
        entries = {str(a): _proposal(entry) for a, entry in content["proposed"].items()}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _spoilt(path, "act och proposed") from error
    return ProposalFile(kept, act, entries)


def open_confirmed(keys: Path, act: str) -> ConfirmedFile:
    """The confirmed lines of an act or document in the folder `keys`.

    Raises KeyFileError and GovernanceError.
    """
    path = keys / f"{_file_name(act)}{_CONFIRMED}"
    kept = read_kept(path)
    if kept.content is None:
        return ConfirmedFile(kept, act)
    content = load_yaml(path)
    try:
        entries = {str(a): tuple(lines) for a, lines in content["keys"].items()}
        for lines in entries.values():
            for line in lines:
                line_of(line)
    except (KeyError, TypeError, AttributeError) as error:
        raise _spoilt(path, "act och keys") from error
    return ConfirmedFile(kept, act, entries)


def proposed_acts(keys: Path) -> list[str]:
    """What the files of proposals in the folder `keys` are for, in order. Raises KeyFileError."""
    found = []
    for path in sorted((keys / PROPOSALS).glob("*.yaml")):
        content = load_yaml(path)
        act = str(content["act"]) if isinstance(content, dict) and "act" in content else ""
        # A file is read and written by its act's name: another's would lead to another file.
        if normalize("NFC", path.stem) != normalize("NFC", _file_name(act)):
            raise _spoilt(path, f"act ({path.stem}) och proposed")
        found.append(act)
    return found


def _proposal(entry: Mapping[str, Any]) -> Proposal:
    return Proposal(
        tuple(map(str, entry["lines"])),
        str(entry["model"]),
        date.fromisoformat(str(entry["date"])),
        tuple(map(str, entry.get("dropped", ()))),
    )


def _as_data(proposal: Proposal) -> dict[str, Any]:
    made = {"model": proposal.model, "date": proposal.on.isoformat()}
    data: dict[str, Any] = {**made, "lines": list(proposal.lines)}
    return {**data, "dropped": list(proposal.dropped)} if proposal.dropped else data


def _save(kept: KeptFile, head: str, content: Mapping[str, Any]) -> KeptFile:
    kept.path.parent.mkdir(parents=True, exist_ok=True)
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return replace_kept(kept, head + written)


def _file_name(act: str) -> str:
    """An act's number or id as its file is named: in its folder, and as every file system takes it."""
    return re.sub(r"[^\w. ()+-]", "-", f"sfs-{act}" if ":" in act else act)


def _spoilt(path: Path, fields: str) -> KeyFileError:
    return KeyFileError(
        f"Filen ”{path}” kan inte läsas.", f"Den ska ha fälten {fields}; rätta den, eller ta bort den."
    )
