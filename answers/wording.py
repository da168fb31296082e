"""The sentences of an answer, by language."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

# The same safe reading in C, several times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Wording:
    """The sentences of one language ("sv" or "en"), filled in by name."""

    def __init__(self, sentences: dict[str, Any]) -> None:
        self._sentences = sentences

    def say(self, key: str, **values: object) -> str:
        return str(self._sentences[key]).format(**values)

    def told(self, key: str, **values: object) -> str:
        """A sentence about a document itself."""
        return str(self._sentences["document"][key]).format(**values)

    def change(self, key: str, **values: object) -> str:
        """A sentence about when a provision was changed."""
        return str(self._sentences["change_told"][key]).format(**values)

    def order(self, key: str, **values: object) -> str:
        """A sentence about the order of the rungs."""
        return str(self._sentences["order_told"][key]).format(**values)

    def refused(self, key: str, **values: object) -> str:
        """Why there is no answer, by what was found."""
        return str(self._sentences["refused"][key]).format(**values)

    def lacking(self, kind: str) -> str:
        """That a text holds no such kind of thing: "inget belopp"."""
        return str(self._sentences["lacking"][kind])

    def purchase(self, key: str, **values: object) -> str:
        """A part of the sentence that reads a purchase back."""
        return str(self._sentences["purchase"][key]).format(**values)

    def next(self, key: str, **values: object) -> str:
        """A question to go on with."""
        return str(self._sentences["next"][key]).format(**values)

    def warning(self, key: str, **values: object) -> str:
        return str(self._sentences["warning"][key]).format(**values)


@cache
def wording_of(language: str) -> Wording:
    """The wording of a language; Swedish for one that there is none for."""
    languages = _languages()
    return Wording(languages.get(language, languages["sv"]))


@cache
def _languages() -> dict[str, dict[str, Any]]:
    text = resources.files("answers").joinpath("wording.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, Any]] = yaml.load(text, Loader=_LOADER)
    return read
