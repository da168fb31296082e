"""Many questions in one process: JSON lines in, one JSON line an answer out, in order."""

import json
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NoReturn

from answers.earlier import MOST_TURNS
from commands.opening import check_organisation
from commands.options import LANGUAGES, MOST_RESULTS, day
from commands.output import write_json_line
from commands.usage import CommandFailed
from hierarchy.levels import Hierarchy

_QUESTION_FIELDS = {"question": str, "organisation": str, "as_of": str, "language": str, "top": int}


@dataclass(frozen=True)
class Asked:
    """One question with what holds for it; None leaves it to the question itself. `id` is any JSON value.

    `after`: the questions asked before it, oldest first. `conversation`: what names the conversation that it
    belongs to, so that those before it on other lines need not be repeated.
    """

    question: str
    organisation: str | None = None
    as_of: date | None = None
    language: str | None = None
    top: int = 8
    id: Any = None
    after: tuple[str, ...] = ()
    conversation: str | int | None = None


class LineRefused(Exception):
    """A line that is no question; the message is a Swedish sentence."""


def parse_line(raw: bytes, defaults: Asked) -> Asked:
    """The question of one line. What the line leaves out comes from `defaults`; null means "not chosen".

    Fields that no question has are passed over: question files carry more. Raises LineRefused.
    """
    fields = _fields(raw)
    for name, kind in _QUESTION_FIELDS.items():
        value = fields.get(name)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise LineRefused(f"fältet {name} ska vara {'en text' if kind is str else 'ett heltal'}.")
    question, language = fields.get("question"), fields.get("language", defaults.language)
    if not question or not question.strip():
        raise LineRefused("fältet question saknas eller är tomt.")
    if language is not None and language not in LANGUAGES:
        raise LineRefused(f"språket ”{language}” finns inte. Välj sv eller en.")
    top = defaults.top if fields.get("top") is None else fields["top"]
    if not 1 <= top <= MOST_RESULTS:
        raise LineRefused(f"fältet top ska vara från 1 till {MOST_RESULTS}.")
    return Asked(
        question=question,
        organisation=fields.get("organisation", defaults.organisation),
        as_of=_day(fields["as_of"]) if "as_of" in fields else defaults.as_of,
        language=language,
        top=top,
        id=fields.get("id"),
        after=defaults.after if fields.get("after") is None else _after(fields["after"]),
        conversation=_conversation(fields.get("conversation")),
    )


def answer_lines(
    lines: Iterable[bytes],
    defaults: Asked,
    respond: Callable[[Asked], dict[str, Any]],
    write: Callable[[dict[str, Any]], None],
    complain: Callable[[str], None],
) -> int:
    """Answer every line, each with its id first; a line that is no question is complained of by number.

    A line of a conversation is asked after its own `after` and then the lines of it answered before.
    `respond` may raise LineRefused. Empty lines are passed over. Returns the exit status: 0, 1 where some
    line was refused, 2 where all were.
    """
    answered = refused = 0
    conversations: defaultdict[str | int, deque[str]] = defaultdict(lambda: deque(maxlen=MOST_TURNS))
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            asked = parse_line(raw, defaults)
            turns = deque[str]() if asked.conversation is None else conversations[asked.conversation]
            response = respond(replace(asked, after=(*asked.after, *turns)))
        except LineRefused as error:
            refused += 1
            complain(f"Rad {number}: {error}")
            continue
        answered += 1
        turns.append(asked.question)
        write({"id": asked.id, **response})
    if not refused:
        return 0
    return 1 if answered else 2


def answer_standard_input(
    hierarchy: Hierarchy,
    defaults: Asked,
    respond: Callable[[Asked], dict[str, Any]],
    complain: Callable[[str], None],
) -> int:
    """`answer_lines` from standard input to standard output; an unknown organisation refuses its line."""

    def checked(asked: Asked) -> dict[str, Any]:
        try:
            check_organisation(hierarchy, asked.organisation)
        except CommandFailed as error:
            raise LineRefused(str(error)) from error
        return respond(asked)

    return answer_lines(sys.stdin.buffer, defaults, checked, write_json_line, complain)


def _day(written: str | None) -> date | None:
    try:
        return None if written is None else day(written)
    except CommandFailed as error:
        raise LineRefused(str(error)) from error


def _after(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise LineRefused('fältet after ska vara en lista av frågor, som ["…", "…"].')
    return tuple(value)


def _conversation(value: Any) -> str | int | None:
    if value is not None and (not isinstance(value, str | int) or isinstance(value, bool)):
        raise LineRefused("fältet conversation ska vara en text eller ett heltal.")
    return value


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode("utf-8-sig")
        fields = json.loads(text, parse_constant=_no_json)
        # A lone surrogate ("\ud800") is read without complaint but can't be written again.
        json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeDecodeError:
        raise LineRefused("raden är inte i UTF-8.") from None
    except UnicodeEncodeError:
        raise LineRefused("raden innehåller halva Unicode-tecken.") from None
    except (ValueError, RecursionError):
        raise LineRefused("raden är inte giltig JSON.") from None
    if not isinstance(fields, dict):
        raise LineRefused('raden är inget JSON-objekt, som {"question": "…"}.')
    return fields


def _no_json(constant: str) -> NoReturn:
    raise ValueError(constant)
