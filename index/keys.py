"""Everyday-language keys: what people ask or call a section, as data addressed by act and section."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from index.errors import LibraryError

PROJECT_KEYS = Path(__file__).parent.parent / "keys"
# The same safe reading in C, several times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class KeyFileError(LibraryError):
    """A key file that can't be used."""


@dataclass(frozen=True)
class Keys:
    """Keys by act number ("2016:1145") or document id, and address ("19 a kap. 2 §")."""

    entries: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, act: str | None, address: str) -> tuple[str, ...]:
        """The keys of one provision; empty where there are none."""
        return self.entries.get(act or "", {}).get(address, ())

    def digest(self, act: str | None) -> str:
        """Changes when any key of the act does."""
        entries = self.entries.get(act or "", {})
        return hashlib.blake2b(repr(sorted(entries.items())).encode(), digest_size=8).hexdigest()

    def digest_of_all(self) -> str:
        """Changes when any key does."""
        return hashlib.blake2b(repr([self.digest(act) for act in sorted(self.entries)]).encode()).hexdigest()


def load_keys(folders: Iterable[Path]) -> Keys:
    """Every `*.yaml` in the folders that exist; a later folder adds to an earlier. Raises KeyFileError."""
    entries: dict[str, dict[str, tuple[str, ...]]] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            act, keys = _load(path)
            known = entries.setdefault(act, {})
            for address, lines in keys.items():
                known[address] = known.get(address, ()) + lines
    return Keys(entries)


def _load(path: Path) -> tuple[str, dict[str, tuple[str, ...]]]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        act = str(content["act"])
        return act, {str(address): _lines(lines) for address, lines in content["keys"].items()}
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise KeyFileError(
            f"Nyckelfilen ”{path}” kan inte läsas: {error}",
            "Den ska ha fälten act (författningens nummer) och keys (adress och en lista med rader).",
        ) from error


def _lines(lines: object) -> tuple[str, ...]:
    """The keys under one address: a list, or a single line by itself."""
    if isinstance(lines, str):
        return (lines,)
    if not isinstance(lines, list):
        raise TypeError("en adress har varken en rad eller en lista med rader")
    return tuple(map(str, lines))
