"""What a person is asked in a review, and how the answers are typed: a letter, a word, a number, a line."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from commands.output import paragraph
from commands.prompting import Quit, typed_line
from commands.register_view import field_name

CONFIRM, CHANGE, TAKE, OPEN, SKIP, QUIT = "bekräfta", "ändra", "ta", "öppen", "hoppa", "avsluta"
EACH, SETTLE = "gå", "utredd"
# What may be typed for each, beside its whole word; the English letters serve keyboards without ä and ö.
_KEYS = {
    CONFIRM: ("b", "j", "ja", "y"),
    CHANGE: ("ä", "c"),
    TAKE: ("t",),
    OPEN: ("ö", "o"),
    SKIP: ("h", "s", ""),
    QUIT: ("a", "q"),
    EACH: ("g",),
    SETTLE: ("u", "b", "j"),
}
_LABELS = {
    CONFIRM: "[b]ekräfta",
    CHANGE: "[ä]ndra",
    TAKE: "[t]a dokumentets",
    OPEN: "[ö]ppen fråga",
    SKIP: "[h]oppa över",
    QUIT: "[a]vsluta",
    EACH: "[g]å igenom en och en",
    SETTLE: "[u]tredd, ingen fråga längre",
}
_FIELDS = {
    field_name(name).casefold(): name
    for name in ("title", "kind", "level", "status", "organisations", "adopted_by", "decision", "date",
    "valid_from", "valid_to", "diary_number", "number", "supersedes", "conditional_on", "language")
}  # fmt: skip


class Prompt:
    """Asks on `out` and reads the answers from standard input.

    Every question raises EOFError where standard input ends, and CommandFailed for what is no text.
    """

    def __init__(self, out: Console) -> None:
        self._out = out

    def say(self, text: str) -> None:
        self._out.print(paragraph(text))

    def line(self) -> str:
        """The next line that the person writes."""
        if sys.stdout.isatty():
            self._out.print(Text("  › "), end="")
        return typed_line()

    def choice(self, question: str, choices: Sequence[str], hint: str = "", numbers: int = 0) -> str:
        """One of `choices`, or a number from 1 to `numbers` as it was typed. Raises Quit."""
        offered = " · ".join([*(_LABELS[choice] for choice in choices), *([hint] if hint else [])])
        self._out.print(paragraph(f"{question}  {offered}".strip(), 2, "bold"))
        while True:
            typed = self.line().casefold()
            if numbers and typed.isdecimal() and 1 <= int(typed) <= numbers:
                return typed
            for choice in choices:
                if typed in _KEYS[choice] or (len(typed) > 2 and choice.startswith(typed)):
                    if choice == QUIT:
                        raise Quit
                    return choice
            self.say(f"Svara med en bokstav inom hakparentes. {offered}")

    def field(self) -> str | None:
        """Which field of the register the person means; None for none."""
        self.say("Vilken uppgift? " + ", ".join(_FIELDS))
        while typed := self.line().casefold():
            if typed in _FIELDS:
                return _FIELDS[typed]
            self.say("Skriv ett av namnen ovan, eller tom rad för att låta bli.")
        return None
