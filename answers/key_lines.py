"""A language model's reply as keys: data, of which only what can be a key is let through. Pure."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, name, normalize

from answers.understanding import detect_language
from references.finding import find_references

MOST_LINES = 4
_SHORTEST, _LONGEST = 6, 120
"""Characters of a line."""
_COPIED_WORDS = 6
"""So many words in a row from the provision are a copy; of a shorter line, all of it."""
_MARKUP = re.compile(r"[<>{}\[\]|`\\]|\*\*|__|^\s*(?:#|[-*•]\s|\d+[.)]\s)|https?:|www\.")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Lines:
    """The lines that can be keys, and those that can't with the reason in Swedish."""

    kept: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()


class NotLines(ValueError):
    """A reply that is no list of lines."""


def read_lines(reply: str, text: str, heading: str, *, swedish: bool = True) -> Lines:
    """The keys in a model's reply on a provision with `text` under `heading`; `swedish` is the document.

    Raises NotLines.
    """
    kept: list[str] = []
    refused: list[tuple[str, str]] = []
    for written in _listed(reply):
        line = " ".join(normalize("NFC", written).split()) if isinstance(written, str) else repr(written)
        reason = "är ingen text" if not isinstance(written, str) else _fault(line, text, heading, kept)
        if reason is None and swedish and _too_english([*kept, line]):
            reason = "gör raderna mer engelska än svenska"
        if reason is None and len(kept) == MOST_LINES:
            reason = f"är fler än {MOST_LINES}"
        if reason is None:
            kept.append(line)
        else:
            refused.append((line, reason))
    return Lines(tuple(kept), tuple(refused))


def _listed(reply: str) -> list[object]:
    """The list in the reply; models often put words or a fence around it."""
    start, end = reply.find("["), reply.rfind("]")
    try:
        found = json.loads(reply[start : end + 1]) if 0 <= start < end else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise NotLines("Svaret är ingen JSON-lista av rader.")
    return found


def _fault(line: str, text: str, heading: str, before: Iterable[str]) -> str | None:
    """Why a line can't be a key; None where it can."""
    if not _SHORTEST <= len(line) <= _LONGEST:
        return f"har inte {_SHORTEST}–{_LONGEST} tecken"
    if _MARKUP.search(line) or any(category(character)[0] == "C" for character in line):
        return "har märkspråk, länkar eller styrtecken"
    if not all(name(c, "").startswith("LATIN") for c in line if c.isalpha()):
        return "är varken svenska eller engelska"
    words, source = _folded(line), _folded(text)
    if not words or words == _folded(heading) or _copies(words, source):
        return "är ordagrant ur bestämmelsen"
    if any(_folded(reference.text) not in source for reference in find_references(line)) or "§" in line:
        return "hänvisar till något som bestämmelsen inte nämner"
    if any(number not in re.findall(r"\d+", text) for number in re.findall(r"\d+", line)):
        return "anger ett tal som inte står i bestämmelsen"
    return "upprepar en annan rad" if words in map(_folded, before) else None


def _copies(words: str, source: str) -> bool:
    of_line = words.split()
    length = min(_COPIED_WORDS, len(of_line))
    if length < 3:
        return False
    runs = (" ".join(of_line[i : i + length]) for i in range(len(of_line) - length + 1))
    return any(f" {run} " in f" {source} " for run in runs)


def _too_english(lines: list[str]) -> bool:
    """More than half: who asks in English is the exception."""
    return len(lines) > 1 and sum(detect_language(line) == "en" for line in lines) * 2 > len(lines)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
