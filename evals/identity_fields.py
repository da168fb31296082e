"""How each field of a document's true identity is compared with what was read: pure functions.

A gold entry is a mapping as in the gold files: only the fields that the document itself states. `doubt`,
which is prose, is not compared: `evals.identity` counts only whether there is any.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hierarchy.documents import Status
from hierarchy.levels import Hierarchy
from ingest.document import IngestedDocument
from ingest.document_names import same_section, title_words
from ingest.protocol_items import protocol_items
from ingest.said import REPORTED, SUPPORTS_FIELD, SaidOfOther

_NOT_FIELDS = frozenset({"document", "doubt", "text"})
_FIELD_OF = {"concerns": "organisations", "binds_today": "organisations", "issued": "date"}
_SAYS = (
    (re.compile(r"ersätt"), "status", Status.SUPERSEDED),
    (re.compile(r"återremitt"), "status", Status.REFERRED_BACK),
    (re.compile(r"godkän|antag|fastställ"), "status", Status.ADOPTED),
    (re.compile(r"anmäl"), REPORTED, None),
    (re.compile(r"tillstyrk"), SUPPORTS_FIELD, None),
)
_SECTION = re.compile(r"§\s?\d+(?:/\d+)?(?:\s[A-ZÅÄÖ]{2})?")


@dataclass(frozen=True)
class Compared:
    """One field of one document: what is true, what was read, and whether the reading marks it as doubtful.

    `confidence` is the step that the reading claims ("stated", "read", "inferred"), None where none.
    """

    document: str
    field: str
    true: str
    read: str
    right: bool
    doubtful: bool
    confidence: str | None = None


def compare(
    gold: Mapping[str, Any], read: IngestedDocument, said: Sequence[SaidOfOther], hierarchy: Hierarchy
) -> Iterator[Compared]:
    """Each field that the gold states; a list of items or of statements is one field an entry."""
    for field, value in gold.items():
        if field in _NOT_FIELDS:
            continue
        if field == "items":
            yield from _items(gold["document"], value, read)
        elif field == "says_of_others":
            yield from _said(gold["document"], value, said)
        elif field == "proposes":
            yield from _proposes(gold["document"], value, said)
        else:
            yield _field(gold["document"], field, value, read, hierarchy)


def _field(document: str, field: str, value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> Compared:
    own = _FIELD_OF.get(field, field)
    found, right = _OTHERS.get(field, _plain_field(own))(value, read, hierarchy)
    evidence = read.document.evidence.get(own)
    confidence = evidence.confidence.value if evidence and evidence.confidence else None
    return Compared(document, field, str(value), found, right, own in read.document.doubtful, confidence)


def _plain_field(name: str) -> Callable[[Any, IngestedDocument, Hierarchy], tuple[str, bool]]:
    def compared(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
        found = getattr(read.document, name, None)
        return "" if found is None else str(found), found is not None and _plain(found) == _plain(value)

    return compared


def _organisations(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
    """Compared as organisations: a former name is the same one."""
    named = {
        organisation.id
        for organisation in hierarchy.organisations
        if {_plain(name) for name in (organisation.name_sv, *organisation.names)} & {_plain(v) for v in value}
    }
    return ", ".join(read.document.organisations), named == {*read.document.organisations}


def _decision(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
    found = read.document.decision or ""
    return found, same_section(str(value), found)


def _supersedes(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
    """The same documents in the same order; the words around their names may be fewer."""
    found = read.document.supersedes or ""
    true, parts = str(value).split(";"), found.split(";")
    right = len(true) == len(parts) and all(
        bool(_plain(b)) and (_plain(b) in _plain(a) or _plain(a) in _plain(b))
        for a, b in zip(true, parts, strict=True)
    )
    return found, right


def _condition(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
    """All words of the condition, in the document's own inflection of it or another."""
    found = read.document.conditional_on or ""
    return found, bool(found) and title_words(str(value)) <= title_words(found)


def _printed_pages(value: Any, read: IngestedDocument, hierarchy: Hierarchy) -> tuple[str, bool]:
    printed = [mark.printed_page for mark in read.marks if mark.printed_page]
    found = f"{printed[0]}-{printed[-1]}" if printed else ""
    return found, str(value).startswith(found) and bool(found)


_OTHERS: dict[str, Callable[[Any, IngestedDocument, Hierarchy], tuple[str, bool]]] = {
    "concerns": _organisations,
    "binds_today": _organisations,
    "decision": _decision,
    "supersedes": _supersedes,
    "conditional_on": _condition,
    "printed_pages": _printed_pages,
}


def _items(document: str, items: Sequence[Mapping[str, str]], read: IngestedDocument) -> Iterator[Compared]:
    found = {item.section: item for item in protocol_items(read)}
    for item in items:
        held = found.get(item["section"])
        shown = f"{held.section} {held.diary_number} {held.title}" if held else ""
        true = f"{item['section']} {item['diary_number']} {item['title']}"
        complete = held is not None and held.page is not None and bool(held.decisions)
        yield Compared(document, "items", true, shown, complete and _plain(shown) == _plain(true), False)


def _proposes(document: str, names: Sequence[str], said: Sequence[SaidOfOther]) -> Iterator[Compared]:
    proposed = {one.name for one in said if one.proposed}
    for name in names:
        found = [other for other in proposed if title_words(other) == title_words(name)]
        yield Compared(document, "proposes", name, ", ".join(found), bool(found), False)


def refusal(document: str, gold: Mapping[str, Any], reason: str) -> Compared:
    """The one field of a file that was refused: right where the gold says too that it holds no text."""
    true = str(gold.get("text", "a text"))
    return Compared(document, "text", true, reason, true.startswith("none"), doubtful=False)


def _said(
    document: str, statements: Sequence[Mapping[str, str]], said: Sequence[SaidOfOther]
) -> Iterator[Compared]:
    for statement in statements:
        fits = [one for one in said if _is_said(statement, one)]
        shown = "; ".join(dict.fromkeys(f"{one.name}: {one.field} {one.value}" for one in fits))
        true = f"{statement['document']}: {statement['says']}"
        yield Compared(document, "says_of_others", true, shown, bool(fits), False)


def _is_said(statement: Mapping[str, str], one: SaidOfOther) -> bool:
    """Of the same document, by name or by the § of its decision, and the same thing."""
    kind = next(((f, v) for words, f, v in _SAYS if words.search(statement["says"])), None)
    if kind is None or one.field != kind[0] or (kind[1] is not None and one.value != kind[1]):
        return False
    name, _, decided = statement["document"].partition("(")
    sections = _SECTION.findall(decided)
    if sections:
        return any(section in one.quote for section in sections)
    return title_words(name) == title_words(one.name)


def _plain(value: object) -> str:
    """Letters and figures alone: how something is spaced, cased or punctuated is no difference."""
    return "".join(character for character in str(value).casefold() if character.isalnum())
