"""Proposed limits as entries of a file, those that are kept already left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from hierarchy.levels import Level
from hierarchy.procurement.thresholds import Effect, Law, Subject, Threshold
from index.threshold_proposals import Proposal

_LONGEST_CONSEQUENCE = 300
_DIRECT = re.compile(r"\bdirektupphandl", re.I)


@dataclass(frozen=True)
class Proposed:
    """What is new, as fields of entries; how many are known already; what can't be written.

    `without_base`: shares of a threshold that is known nowhere.
    """

    entries: tuple[dict[str, Any], ...]
    known: int
    without_base: tuple[Proposal, ...] = field(default=())


def proposed_entries(
    proposals: Sequence[Proposal],
    kept: Sequence[Threshold],
    waiting: Sequence[Threshold],
    dropped: Collection[str],
    organisations: Collection[str],
    day: date,
) -> Proposed:
    """What of the proposals of a day is neither `kept`, `waiting` to be looked at, nor `dropped` (ids).

    A limit is known by its id, which follows from where it stands and its figure, so that an entry that a
    person has edited isn't proposed again; or by the words that it rests on. `organisations`: the ids that
    an entry may name.
    """
    named = list(zip(_ids(proposals), proposals, strict=True))
    taken = {threshold.id for threshold in (*kept, *waiting)} | set(dropped)
    new = [
        (name, proposal)
        for name, proposal in named
        if name not in taken and not any(_is_same(proposal, threshold) for threshold in (*kept, *waiting))
    ]
    entries, without_base = [], []
    limits = _Limits([t for t in (*kept, *waiting) if t.is_valid_on(day)], new)
    for name, proposal in new:
        base = limits.base(proposal) if proposal.percent is not None else None
        if proposal.percent is not None and base is None:
            without_base.append(proposal)
        else:
            entries.append(_fields(name, proposal, base, limits.overtaking(proposal), organisations))
    return Proposed(tuple(entries), len(named) - len(new), tuple(without_base))


class _Limits:
    """The limits that others may point to: kept ones before those that are only proposed."""

    def __init__(self, written: Sequence[Threshold], new: Iterable[tuple[str, Proposal]]) -> None:
        self._all: list[tuple[str, Law, Effect, Level, Collection[Subject], Decimal | None]] = [
            (t.id, t.law, t.effect, t.level, t.subjects, t.amount) for t in written if not t.overtaken_by
        ]
        self._all += [(name, p.law, p.effect, p.document.level, p.subjects, p.amount) for name, p in new]

    def base(self, proposal: Proposal) -> str | None:
        """The EU threshold that a share is of: one for the same subject, else the act's first."""
        found = [
            (name, subjects)
            for name, law, effect, _, subjects, amount in self._all
            if law is proposal.law and effect is Effect.EU_PROCEDURE and amount is not None
        ]
        meant = [name for name, subjects in found if set(proposal.subjects) & set(subjects)]
        return next(iter((*meant, *(name for name, _ in found))), None)

    def overtaking(self, proposal: Proposal) -> str | None:
        """The act's limit for direct procurement, where a document of one's own states another."""
        if proposal.effect is not Effect.DIRECT_PROCUREMENT or proposal.document.level is Level.LAW:
            return None
        for name, law, effect, level, subjects, amount in self._all:
            of_the_act = law is proposal.law and level is Level.LAW and effect is Effect.DIRECT_PROCUREMENT
            if of_the_act and amount is not None and set(subjects) != {Subject.SPECIAL_SERVICES}:
                return None if amount == proposal.amount else name
        return None


def _fields(
    name: str,
    proposal: Proposal,
    base: str | None,
    overtaken_by: str | None,
    organisations: Collection[str],
) -> dict[str, Any]:
    document = proposal.document
    is_law = document.level is Level.LAW
    fields: dict[str, Any] = {"id": name, "law": str(proposal.law), "effect": str(proposal.effect)}
    if proposal.duty:
        fields["duty"] = proposal.duty
        if _DIRECT.search(proposal.said):
            fields["procedures"] = ["direct"]
    if proposal.subjects:
        fields["subjects"] = [str(subject) for subject in proposal.subjects]
    bound = [name for name in document.organisations if name in organisations]
    if bound and not is_law:
        fields["organisations"] = bound
    fields["comparator"] = str(proposal.comparator)
    if proposal.amount is not None:
        fields["amount"] = _number(proposal.amount)
    elif proposal.euro is not None:
        fields["euro"] = _number(proposal.euro)
    elif proposal.percent is not None:
        fields["percent"] = {"share": _number(proposal.percent), "of": base}
    if proposal.until is not None:
        fields["until"] = _number(proposal.until)
    if not is_law:
        fields["level"] = str(document.level)
    valid_from = proposal.provision.valid_from or (None if is_law else document.valid_from)
    if valid_from:
        fields["valid_from"] = valid_from
    if overtaken_by:
        fields["overtaken_by"] = overtaken_by
    fields["consequence"] = {"sv": _shortened(_on_one_line(proposal.said))}
    fields["sources"] = [
        {"document": document.document, "section": proposal.provision.address, "quote": _on_one_line(quote)}
        for quote in proposal.quotes
    ]
    return fields


def _is_same(proposal: Proposal, threshold: Threshold) -> bool:
    """Whether a threshold rests on the same words of the same section, with the same figure."""
    figures = {proposal.amount, proposal.euro, proposal.percent} - {None}
    if not figures & {threshold.amount, threshold.euro, threshold.percent}:
        return False
    place = (proposal.document.document, proposal.provision.address)
    words = [_on_one_line(text) for text in (proposal.said, proposal.quotes[-1])]
    return any(
        (source.document, source.section) == place
        and any(_on_one_line(source.quote) in text or text in _on_one_line(source.quote) for text in words)
        for source in threshold.sources
    )


def _ids(proposals: Sequence[Proposal]) -> list[str]:
    """A name for each, from its document, section and figure; numbered where that isn't enough."""
    seen: Counter[str] = Counter()
    names = []
    for proposal in proposals:
        figure = proposal.amount or proposal.euro or proposal.percent or Decimal(0)
        unit = "" if proposal.amount else "-euro" if proposal.euro else "-procent"
        section = _plain(proposal.provision.address.rsplit("›", 1)[-1])[:24].strip("-")
        name = f"{proposal.document.document}-{section}-{_plain(str(_number(figure)))}{unit}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _plain(text: str) -> str:
    """Letters a to z, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_CONSEQUENCE:
        return text
    return text[: text.rfind(" ", 0, _LONGEST_CONSEQUENCE)] + " …"
