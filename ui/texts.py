"""Every word of the interface, from the message files in `texts/`: a folder a language, a file an area."""

import re
from functools import cache
from pathlib import Path

import yaml

LANGUAGES: tuple[str, ...] = ("sv", "en")
_FOLDER = Path(__file__).parent / "texts"
# Between a figure and what it counts, and after a "§" before its number.
_TIE = re.compile(r"(?<=[\d}]) (?=(?:§|kr\b|kronor\b|%))|(?<=§) (?=[\d{])")


def tied(text: str) -> str:
    """`text` with spaces that don't break where a line must not: "2 §", "500 kr", "25 %"."""
    return _TIE.sub("\N{NO-BREAK SPACE}", text)


class MissingText(KeyError):
    """A message file lacks a text that the interface asks for."""


class Texts:
    """The interface in one language: `texts(key, name=value)` gives a filled-in text."""

    def __init__(self, language: str, messages: dict[str, str]) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its placeholders filled; raises `MissingText` where there is none."""
        if key not in self._messages:
            raise MissingText(f"{self.language}: {key}")
        return self._messages[key].format(**values)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._messages)

    def template(self, key: str) -> str:
        """The text of `key` with its placeholders in place."""
        return self._messages[key]


class DoubleText(ValueError):
    """Two message files of one language give the same key."""


@cache
def load_texts(language: str) -> Texts:
    """The message files of `language` (one of `LANGUAGES`) as one. Raises `DoubleText`."""
    messages: dict[str, str] = {}
    for file in sorted((_FOLDER / language).glob("*.yaml")):
        own = yaml.safe_load(file.read_text(encoding="utf-8"))
        if both := messages.keys() & own.keys():
            raise DoubleText(f"{file}: {', '.join(sorted(both))}")
        messages.update((str(key), tied(str(text))) for key, text in own.items())
    return Texts(language, messages)
