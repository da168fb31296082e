"""YAML that people keep by hand, read so that every mistake can be named by file, line and field.

Values stay as they were written: `2016:1145` and `160080` are text, not numbers, and dates are read
only where a date is meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import TypeVar

import yaml

from ingest.yaml_loader import LOADER

E = TypeVar("E", bound=Enum)


class GovernanceError(Exception):
    """A mistake in a file that a person keeps: what is wrong, where, and what to do, in Swedish.

    `line` counts from 1 and is None where the file as a whole is meant; `field` is the field's name, if any.
    """

    def __init__(
        self, path: Path, problem: str, remedy: str, line: int | None = None, field: str | None = None
    ) -> None:
        place = path.name + (f" rad {line}" if line else "") + (f", fältet {field}" if field else "")
        super().__init__(f"{place}: {problem} {remedy}")
        self.path = path
        self.problem = problem
        self.remedy = remedy
        self.line = line
        self.field = field


@dataclass(frozen=True)
class Field:
    """One value with its place: `value` is text, None, a tuple of fields or a mapping of fields."""

    path: Path
    line: int
    name: str | None
    value: "str | tuple[Field, ...] | dict[str, Field] | None"

    def error(self, problem: str, remedy: str) -> GovernanceError:
        return GovernanceError(self.path, problem, remedy, self.line, self.name)

    def mapping(self, allowed: frozenset[str], required: frozenset[str] = frozenset()) -> "dict[str, Field]":
        """The fields of a mapping. Raises GovernanceError for an unknown, misspelt or missing field."""
        if not isinstance(self.value, dict):
            raise self.error("här ska det stå fält med värden.", "Skriv till exempel ”namn: värde”.")
        for name, field in self.value.items():
            if name not in allowed:
                near = get_close_matches(name, allowed, n=1)
                hint = f"Menade du {near[0]}?" if near else f"Tillåtna fält: {', '.join(sorted(allowed))}."
                raise field.error(f"fältet ”{name}” är okänt.", hint)
        if missing := sorted(required - self.value.keys()):
            raise self.error(f"{', '.join(missing)} saknas.", "Lägg till det.")
        return self.value

    def items(self) -> "tuple[Field, ...]":
        """The entries of a list; nothing at all counts as an empty list."""
        if self.value is None:
            return ()
        if not isinstance(self.value, tuple):
            raise self.error("här ska det stå en lista.", "Skriv varje post på en egen rad efter ”- ”.")
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error("här ska det stå en text.", "Skriv ett värde, eller ta bort fältet.")
        return self.value.strip()

    def optional_text(self) -> str | None:
        return None if self.value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if isinstance(self.value, str):
            return (self.text(),)
        return tuple(item.text() for item in self.items())

    def day(self) -> date:
        written = self.text()
        try:
            return date.fromisoformat(written)
        except ValueError:
            problem = f"”{written}” är inget datum."
            raise self.error(
                problem, "Skriv det som ÅÅÅÅ-MM-DD, eller ta bort fältet om det är okänt."
            ) from None

    def optional_day(self) -> date | None:
        return None if self.value is None else self.day()

    def choice(self, choices: type[E]) -> E:
        """The member of `choices` with this value."""
        written = self.text()
        for choice in choices:
            if choice.value == written:
                return choice
        values = ", ".join(str(choice.value) for choice in choices)
        raise self.error(f"värdet ”{written}” är okänt.", f"Välj något av: {values}.")

    def truth(self) -> bool:
        written = self.text().casefold()
        if written in {"true", "yes", "ja"}:
            return True
        if written in {"false", "no", "nej"}:
            return False
        raise self.error(f"”{written}” är varken ja eller nej.", "Skriv true eller false.")


def read_yaml(path: Path) -> Field:
    """The file's contents. Raises GovernanceError where it can't be read or isn't YAML."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise GovernanceError(path, "filen är inte i UTF-8.", "Spara den som UTF-8.") from None
    except OSError as error:
        problem = f"filen kan inte läsas ({error.strerror})."
        raise GovernanceError(path, problem, "Kontrollera sökvägen och rättigheterna.") from error
    return parse_yaml(path, text)


def parse_yaml(path: Path, text: str) -> Field:
    """The contents of a text that stands, or is to stand, in the file. Raises GovernanceError likewise."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        remedy = "Kontrollera indrag, kolon och citattecken på raden och raden ovanför."
        raise GovernanceError(path, "filen är inte giltig YAML.", remedy, line) from error
    return _field(path, None, node) if node else Field(path, 1, None, None)


def _field(path: Path, name: str | None, node: yaml.Node) -> Field:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Field(path, line, name, dict(_members(path, node)))
    if isinstance(node, yaml.SequenceNode):
        return Field(path, line, name, tuple(_field(path, name, item) for item in node.value))
    is_null = node.tag == "tag:yaml.org,2002:null"
    return Field(path, line, name, None if is_null else str(node.value))


def _members(path: Path, node: yaml.MappingNode) -> Iterator[tuple[str, Field]]:
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            line = key.start_mark.line + 1
            raise GovernanceError(path, "fältet står två gånger.", "Ta bort det ena.", line, name)
        seen.add(name)
        yield name, _field(path, name, value)
