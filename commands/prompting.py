"""Asking a person in the terminal: a line at a time, until it is one of what was asked for."""

import re
import sys
from collections.abc import Callable, Mapping

from rich.text import Text

from commands.output import console, paragraph
from commands.usage import CommandFailed

Ask = Callable[[], str]
"""Gives the next line that the person writes. Raises EOFError where there is none."""


class Quit(Exception):
    """The person has had enough."""


def typed_line() -> str:
    """The next line of standard input. Raises EOFError at its end, and CommandFailed for what is no text."""
    try:
        read = sys.stdin.readline()
        read.encode()
    except UnicodeError:
        raise CommandFailed("Svaret är inte skrivet i UTF-8.", "Ställ in terminalen på UTF-8.") from None
    if not read:
        raise EOFError
    return read.strip()


class Prompt:
    """Questions to the person, on the console that the rest is shown on."""

    def __init__(self, ask: Ask = typed_line) -> None:
        self._ask = ask
        self.out = console()

    def say(self, text: str, style: str = "") -> None:
        self.out.print(paragraph(text, style=style))

    def line(self, question: str) -> str:
        """What the person writes, which may be nothing. Raises EOFError."""
        self.out.print(paragraph(question, 2, "bold"))
        if sys.stdout.isatty():
            self.out.print(Text("  › "), end="")
        return self._ask().strip()

    def choice(
        self, question: str, choices: Mapping[str, str], numbers: int = 0, default: str = ""
    ) -> str | tuple[int, ...]:
        """One of the choices (a letter, and what it stands for), or places (from 0) among `numbers` things.

        An empty line is the default, where there is one. "a" is always there, and raises Quit. Raises
        EOFError.
        """
        offered = {**choices, "a": "avsluta"}
        hint = " · ".join(f"[{letter}] {meaning}" for letter, meaning in offered.items())
        first = f"{question}  {'nummer, till exempel 1 3 · ' if numbers else ''}{hint}".strip()
        while True:
            typed = self.line(first).casefold() or default
            if typed[:1] == "a" and "avsluta".startswith(typed):
                raise Quit
            if typed in offered:
                return typed
            chosen = _numbers(typed, numbers)
            if chosen:
                return chosen
            first = "Svara med en bokstav inom hakparentes" + (
                f", eller nummer från 1 till {numbers}." if numbers else "."
            )


def _numbers(typed: str, most: int) -> tuple[int, ...]:
    """The places that were written, or none where anything else was."""
    words = re.split(r"[\s,]+", typed)
    if not all(word.isascii() and word.isdecimal() and len(word) < 4 for word in words):
        return ()
    chosen = tuple(dict.fromkeys(int(word) - 1 for word in words))
    return chosen if all(0 <= place < most for place in chosen) else ()
