"""Everyday-language keys: what people ask or call a section, as data addressed by act and section."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

import yaml

from index.errors import LibraryError
from ingest.pinpoint import usual_address
from ingest.yaml_loader import LOADER

PROJECT_KEYS = Path(__file__).parent.parent / "keys"


class KeyFileError(LibraryError):
    """A key file that can't be used."""


@dataclass(frozen=True)
class Keys:
    """Keys by act number ("2016:1145") or document id, and by address as `usual_address` writes it."""

    entries: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, act: str | None, address: str) -> tuple[str, ...]:
        """The keys of one provision; empty where there are none."""
        return self.entries.get(act or "", {}).get(usual_address(address), ())

    def digest(self, act: str | None) -> str:
        """Changes when any key of the act does."""
        entries = self.entries.get(act or "", {})
        return hashlib.blake2b(repr(sorted(entries.items())).encode(), digest_size=8).hexdigest()

    def digest_of_any(self, document: str) -> str:
        """Changes when a key may be that of a document whose number isn't known: its own, or any act's."""
        acts = sorted(act for act in self.entries if act == document or ":" in act)
        return hashlib.blake2b(repr([(act, self.digest(act)) for act in acts]).encode()).hexdigest()


def load_keys(folders: Iterable[Path]) -> Keys:
    """Every `*.yaml` in the folders that exist; a later folder adds to an earlier. Raises KeyFileError."""
    entries: dict[str, dict[str, tuple[str, ...]]] = {}
    for folder in folders:
        for path in key_files(folder):
            act, keys = read_keys(path)
            known = entries.setdefault(act, {})
            for address, lines in keys.items():
                own = known.get(usual_address(address), ())
                known[usual_address(address)] = tuple(dict.fromkeys((*own, *lines)))
    return Keys(entries)


def key_files(folder: Path) -> list[Path]:
    """The files of keys in a folder; what lies in folders of their own there, such as proposals, is none."""
    return sorted(folder.glob("*.yaml"))


def read_keys(path: Path) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The act of one file, and its lines by address as the file writes it. Raises KeyFileError."""
    content = load_yaml(path)
    try:
        act = normalize("NFC", str(content["act"]))
        return act, {normalize("NFC", str(a)): _lines(lines) for a, lines in content["keys"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise _unreadable(path, error) from error


def load_yaml(path: Path) -> Any:
    """What a file of keys holds, whatever it is. Raises KeyFileError."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> KeyFileError:
    return KeyFileError(
        f"Nyckelfilen ”{path}” kan inte läsas: {error}",
        "Den ska ha fälten act (författningens nummer, eller dokumentets id) och keys (adress och en lista "
        "med rader).",
    )


def _lines(lines: object) -> tuple[str, ...]:
    """The keys under one address: a list, or a single line by itself."""
    if isinstance(lines, str):
        return (lines,)
    if not isinstance(lines, list):
        raise TypeError("en adress har varken en rad eller en lista med rader")
    return tuple(map(line_of, lines))


def line_of(written: object) -> str:
    """A line as it stands, or with who vouches for it beside it (`{line: …, confirmed: …}`)."""
    return str(written["line"] if isinstance(written, dict) else written)
