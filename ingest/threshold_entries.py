"""Entries of `thresholds.yaml` and `thresholds.forslag.yaml` as text: what a person wrote stays as it is."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ingest.yaml_fields import GovernanceError
from ingest.yaml_loader import LOADER

ROOT, DROPPED = "thresholds", "dropped"
PROPOSALS_HEAD = (
    "# Beloppsgränser som lästs ur dokumenten och som ingen har bekräftat. Ingenting räknar med dem.\n"
    "# Gå igenom dem med: regelstegen threshold review\n"
)


@dataclass(frozen=True)
class Entry:
    """One entry: its id, and its own lines with comments, without the indent of the list."""

    id: str
    text: str


def entry_of(fields: Mapping[str, Any]) -> Entry:
    """An entry out of its fields, in their order."""
    body = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=105)
    return Entry(str(fields["id"]), "- " + textwrap.indent(body, "  ")[2:])


def entries_of(path: Path, text: str, root: str = ROOT) -> tuple[Entry, ...]:
    """The entries that stand in a text, in their order. Raises GovernanceError where it isn't YAML."""
    lines = text.splitlines(keepends=True)
    return tuple(
        Entry(name, textwrap.dedent("".join(lines[start:end])))
        for name, start, end in _places(path, text, root)
    )


def with_entries(path: Path, text: str, added: Iterable[Entry], root: str = ROOT) -> str:
    """The text with entries added last in the list. Raises GovernanceError for a list within brackets."""
    chunks = [entry.text for entry in added]
    if not chunks:
        return text
    node = _list(path, text, root)
    if node is None:
        text = f"{text.rstrip()}\n\n{root}:\n" if text.strip() else f"{root}:\n"
        node = _list(path, text, root)
    key, value, end = node if node else (0, None, 0)
    lines = text.splitlines(keepends=True)
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        if value.value:
            raise GovernanceError(
                path, "listan är skriven inom hakparenteser.", "Skriv varje post på egna rader efter ”- ”."
            )
        lines[key] = f"{root}:\n"
    places = _places(path, text, root)
    indent = "  "
    if places:
        first = lines[places[0][1]] if not lines[places[0][1]].lstrip().startswith("#") else ""
        first = first or next(line for line in lines[places[0][1] :] if line.lstrip().startswith("-"))
        indent = first[: len(first) - len(first.lstrip())]
        end = places[-1][2]
    if end and not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    lines[end:end] = [
        textwrap.indent(chunk if chunk.endswith("\n") else chunk + "\n", indent) for chunk in chunks
    ]
    return "".join(lines)


def without_entry(path: Path, text: str, name: str, root: str = ROOT) -> str:
    """The text without one entry, whose comments go with it; the same text where there is none."""
    lines = text.splitlines(keepends=True)
    for found, start, end in _places(path, text, root):
        if found == name:
            del lines[start:end]
            return "".join(lines)
    return text


def dropped(name: str, by: str, on: date) -> Entry:
    """What remains of a proposal that a person has turned down, so that it isn't proposed again."""
    return entry_of({"id": name, "by": by, "on": on})


def _list(path: Path, text: str, root: str) -> tuple[int, yaml.Node, int] | None:
    """The line of the list's key, its node, and the line where the list ends; None where it is absent."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise GovernanceError(path, "filen är inte giltig YAML.", "Kontrollera indrag och kolon.") from error
    if not isinstance(node, yaml.MappingNode):
        return None
    keys = [(key.value, key.start_mark.line, value) for key, value in node.value]
    for place, (name, line, value) in enumerate(keys):
        if name == root:
            last = keys[place + 1][1] if place + 1 < len(keys) else len(text.splitlines())
            return line, value, last
    return None


def _places(path: Path, text: str, root: str) -> list[tuple[str, int, int]]:
    """Each entry's id with the lines it takes up (from, to), the comments right above it included."""
    found = _list(path, text, root)
    if found is None or not isinstance(found[1], yaml.SequenceNode) or found[1].flow_style:
        return []
    _, node, last = found
    lines = text.splitlines()
    starts = []
    for item in node.value:
        start = item.start_mark.line
        while lines[start - 1].lstrip().startswith("#") and start - 1 > found[0]:
            start -= 1
        starts.append(start)
    while last > 0 and not lines[last - 1].strip():
        last -= 1
    ends = [*starts[1:], last]
    return [(_id(item), start, end) for item, start, end in zip(node.value, starts, ends, strict=True)]


def _id(item: yaml.Node) -> str:
    fields = item.value if isinstance(item, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in fields if key.value == "id"), "")
