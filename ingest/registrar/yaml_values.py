"""Values as YAML that a person would have written, and YAML as plain values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

import yaml

Value: TypeAlias = "str | date | Sequence[Value] | Mapping[str, Value] | None"
"""What a field may hold. Dates become text when they are read back, as everything else does."""
Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What stands in a file: every scalar as the text that it is written with, empty ones as None."""

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"


def data_of(node: yaml.Node | None) -> Data:
    """The values below a node."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): data_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [data_of(item) for item in node.value]
    return None if node is None or node.tag == _NULL else str(node.value)


def as_data(value: Value) -> Data:
    """A value as it will be read back."""
    match value:
        case None | str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return {name: as_data(held) for name, held in value.items()}
    return [as_data(item) for item in value]


def written(value: Value, *, flow: bool = False, quote: str | None = None) -> str:
    """The value on one line, without quotation marks where it can do without.

    `flow`: it will stand between brackets. `quote`: the marks to keep, where the text allows.
    """
    match value:
        case None:
            return "null"
        case date():
            return value.isoformat()
        case str():
            return _text(value, flow, quote)
        case Mapping():
            return (
                "{" + ", ".join(f"{name}: {written(held, flow=True)}" for name, held in value.items()) + "}"
            )
    return "[" + ", ".join(written(item, flow=True) for item in value) + "]"


def _text(text: str, flow: bool, quote: str | None) -> str:
    if quote is None and _reads_as(f"[{text}]\n" if flow else f"- {text}\n", text):
        return text
    if quote == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    dumped: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return dumped.rstrip("\n")


def _reads_as(source: str, text: str) -> bool:
    """Whether the only value of the list in `source` is this text, and no number, truth value or date."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != 1:
        return False
    (only,) = node.value
    return (
        isinstance(only, yaml.ScalarNode) and only.tag == _STRING and only.value == text and "#" not in text
    )
