"""A group of commands that is a command itself: what does not begin with the name of one is for the first."""

from pathlib import Path
from typing import Any

from commands.usage import Group, command_help, first_sentence

DEFAULT = "run"
"""The name of the command that the group stands for; it may be written out."""


class DefaultGroup(Group):
    """`eval FRÅGOR.yaml --json` means `eval run FRÅGOR.yaml --json`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if self._begins_with_command(args) else [DEFAULT, *args])

    def _begins_with_command(self, args: list[str]) -> bool:
        """A single word that is no file is taken for a command, so that a mistyped one is told as such."""
        first = args[0] if args else ""
        if first.startswith("-") or not first:
            return first == "--help"
        path = Path(first)
        return first in self.commands or not (path.suffix or len(path.parts) > 1 or path.exists())

    def format_help(self, ctx: Any, formatter: Any) -> None:
        command_help(self.commands[DEFAULT], ctx, formatter)
        with formatter.section("Kommandon"):
            listed = [(name, command) for name, command in self.commands.items() if name != DEFAULT]
            formatter.write_dl([(name, first_sentence(command.help)) for name, command in listed])
