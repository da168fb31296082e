"""What can be changed in a list of entries, as values; `yaml_edit` makes the changes in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ingest.registrar.yaml_values import Value


@dataclass(frozen=True)
class SetField:
    """Gives a field of an entry a value, and its line a note (a comment) in the place of the one before."""

    entry: str
    name: str
    value: Value
    note: str | None = None


@dataclass(frozen=True)
class SetItems:
    """Gives a list of an entry these items; those that stay keep their lines and comments.

    `notes` are for new items. `taken_over` are items that lose the program's note: a person stands for them
    now.
    """

    entry: str
    name: str
    items: tuple[str, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    taken_over: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AddEntry:
    """Adds an entry last in the list; `notes` by field, or by item of a list."""

    fields: Mapping[str, Value]
    notes: Mapping[str, str] = field(default_factory=dict)


Edit: TypeAlias = SetField | SetItems | AddEntry


@dataclass(frozen=True)
class Shape:
    """How a file of entries is built: the list's name, the entries' key, and the order of their fields."""

    root: str
    key: str
    order: tuple[str, ...]
    head: str
