"""How the command is used: help and mistakes, in Swedish."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, TypeVar, cast

import typer
from typer.core import TyperCommand, TyperGroup

# typer does not export the base of its usage errors; it is the base of this one in every version.
UsageError = cast(type[Exception], typer.BadParameter.__bases__[0])

_F = TypeVar("_F", bound=Callable[..., Any])
_OPTIONS, _COMMANDS = "[VÄLJARE]", "KOMMANDO …"


class CommandFailed(Exception):
    """The command can't be carried out: a Swedish sentence, what to do about it, and the exit status."""

    def __init__(self, message: str, remedy: str = "", status: int = 2) -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy
        self.status = status


class Command(TyperCommand):
    """A command with its help and its mistakes in Swedish."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise CommandFailed(
                f"”{rest[0]}” är ett ord för mycket.", "Skriv en text med flera ord inom citattecken."
            )
        return rest

    def get_help_option(self, ctx: Any) -> Any:
        return _swedish(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        command_help(self, ctx, formatter)


class Group(TyperGroup):
    """A group of commands, likewise."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            raise CommandFailed("Ett kommando saknas.", _did_you_mean("", self.list_commands(ctx)))
        return super().parse_args(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        found = super().get_command(ctx, cmd_name)
        if found is None and not cmd_name.startswith("-"):
            raise CommandFailed(
                f"Kommandot ”{cmd_name}” finns inte.", _did_you_mean(cmd_name, self.list_commands(ctx))
            )
        return found

    def get_help_option(self, ctx: Any) -> Any:
        return _swedish(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        command_help(self, ctx, formatter)
        with formatter.section("Kommandon"):
            listed = [(name, super(Group, self).get_command(ctx, name)) for name in self.list_commands(ctx)]
            formatter.write_dl([(name, first_sentence(command.help)) for name, command in listed if command])


def group(purpose: str, kind: type[Group] | None = None) -> typer.Typer:
    """A group of commands, to which `command` adds them; of another `kind` where it does more."""
    return typer.Typer(
        cls=kind or Group,
        add_completion=False,
        rich_markup_mode=None,
        options_metavar=_OPTIONS,
        subcommand_metavar=_COMMANDS,
        help=purpose,
    )


def command(group: typer.Typer, name: str) -> Callable[[_F], _F]:
    """Makes a function the command of that name in `group`."""
    return group.command(name, cls=Command, options_metavar=_OPTIONS)


def _swedish(help_option: Any) -> Any:
    if help_option is not None:
        help_option.help = "Visa den här hjälpen."
    return help_option


def first_sentence(text: str | None) -> str:
    """The first paragraph of a help text, on one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def command_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the usage, the text, the arguments and the options of a command, as of the context's path."""
    params = command.get_params(ctx)
    arguments = [_written(param) for param in params if param.param_type_name == "argument"]
    after = getattr(command, "subcommand_metavar", None) or " ".join(arguments)
    formatter.write_usage(ctx.command_path, f"{command.options_metavar} {after}", prefix="Användning: ")
    command.format_help_text(ctx, formatter)
    for heading, kind in (("Argument", "argument"), ("Väljare", "option")):
        rows = [(_written(param), param.help or "") for param in params if param.param_type_name == kind]
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _written(param: Any) -> str:
    """A parameter as it is typed: "--as-of ÅÅÅÅ-MM-DD", "FRÅGA"."""
    if param.param_type_name == "argument":
        return str(param.metavar)
    value = "" if param.is_flag else f" {param.metavar}"
    return ", ".join(param.opts) + value


def usage_failure(error: Exception) -> CommandFailed:
    """One of typer's usage errors, said in Swedish."""
    context: Any = getattr(error, "ctx", None)
    remedy = f"Se {context.command_path} --help." if context else "Se regelstegen --help."
    option = getattr(error, "option_name", "")
    param: Any = getattr(error, "param", None)
    match type(error).__name__:
        case "MissingParameter" if param is not None:
            return CommandFailed(f"{_written(param)} saknas.", remedy)
        case "NoSuchOption":
            near = getattr(error, "possibilities", None) or ()
            return CommandFailed(f"Väljaren {option} finns inte.", _did_you_mean(option, near) or remedy)
        case "BadOptionUsage":
            return CommandFailed(
                f"Väljaren {option} är fel använd: den saknar värde eller tar inget.", remedy
            )
        case _:
            return CommandFailed("Kommandot går inte att förstå.", remedy)


def _did_you_mean(word: str, choices: Iterable[str]) -> str:
    listed = list(choices)
    near = get_close_matches(word, listed, n=1)
    if near:
        return f"Menade du {near[0]}?"
    return f"Välj något av: {', '.join(listed)}." if listed else ""
