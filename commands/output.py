"""What every command writes with: consoles, JSON, a progress bar, and the marks of a shown text."""

import json
import sys
from collections.abc import Mapping
from typing import Any, Self
from unicodedata import category

from rich.console import Console, ConsoleOptions, RenderResult
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the terminal is."""

_STAGES = {
    "read": "Läser filerna",
    "embed": "Räknar fram vektorer",
    "vectors": "Uppdaterar sökindexet",
    "ask": "Ställer frågorna",
    "report": "Gör rapporten",
    "keys": "Frågar språkmodellen",
}
# A document may hold control characters; a terminal would obey them.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def console(stderr: bool = False) -> Console:
    """A console on standard output (or error) that takes texts as they are, without markup."""
    found = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    found.width = min(found.width, WIDEST)
    return found


class Paragraph:
    """A text wrapped to the console, every line `indent` columns in and without spaces at its end."""

    def __init__(self, text: Text, indent: int) -> None:
        self._text = text
        self._indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._text.wrap(console, max(options.max_width - self._indent, 20)):
            line.rstrip()
            yield Text(" " * self._indent) + line


def plain(text: str, style: str = "") -> Text:
    """A text from outside, safe to show."""
    return Text(text.translate(_CONTROLS), style=style)


def one_line(name: str) -> str:
    """A name from outside, such as a file's, with nothing in it that could pass for other lines or words.

    Besides control characters, those that turn the direction of reading are shown as \ufffd.
    """
    return "".join("\ufffd" if category(character) in _UNSEEN else character for character in name)


def paragraph(text: str | Text, indent: int = 0, style: str = "") -> Paragraph:
    return Paragraph(plain(text, style) if isinstance(text, str) else text, indent)


def shortened(text: str, longest: int) -> str:
    """White space as single spaces, cut at a word with an ellipsis where it is longer than `longest`."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip() + " …"


def counted(number: int, one: str, many: str) -> str:
    """ "1 fil", "2 filer"."""
    return f"{number} {one if number == 1 else many}"


def write_json(document: Mapping[str, Any]) -> None:
    """One JSON document on standard output, over several lines."""
    sys.stdout.write(_as_json(document, indent=2) + "\n")


def write_json_line(document: Mapping[str, Any]) -> None:
    """One JSON document on a line of standard output, sent off at once."""
    sys.stdout.write(_as_json(document, indent=None) + "\n")
    sys.stdout.flush()


def _as_json(document: Mapping[str, Any], *, indent: int | None) -> str:
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(document, ensure_ascii=not is_utf8, indent=indent)


def write_text(text: str) -> None:
    """A text on standard output exactly as it is, with a line end only where a terminal needs one."""
    sys.stdout.write(text + ("\n" if sys.stdout.isatty() and not text.endswith("\n") else ""))


class ProgressBar:
    """`index.update.Progress` as a bar on standard error; nothing where that is no terminal."""

    def __init__(self) -> None:
        err = console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=err, transient=True, disable=not err.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def begin(self, stage: str, total: int) -> None:
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(_STAGES.get(stage, stage), total=total)

    def advance(self, steps: int = 1) -> None:
        if self._task is not None:
            self._bar.advance(self._task, steps)
