"""Proposed exercises for what a trainer picks, several kinds in turn, never two from one sentence."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from hierarchy.ladder import Answer
from hierarchy.levels import Level
from hierarchy.procurement.assessment import Checked
from learning.asking import questions
from learning.carriers import CarrierKind, carriers
from learning.cases import cases
from learning.cloze import clozes
from learning.course import Item, Kind
from learning.curated import Curated, curated_item
from learning.material import Material, Sentence
from learning.options import Options
from learning.rungs import deciding_level

_MOST_ASKED = 8
"""Questions that the engine answers for one round of proposals."""


@dataclass(frozen=True)
class Wanted:
    """What a trainer picks.

    `places`: provisions on a topic as (document, address), nearest first; None where no topic is given.
    """

    places: tuple[tuple[str, str], ...] | None = None
    level: Level | None = None
    document: str | None = None
    kinds: frozenset[Kind] = frozenset(Kind)

    def holds(self, document: str, level: Level, address: str) -> bool:
        return (
            (self.level is None or self.level is level)
            and (self.document is None or self.document == document)
            and (self.places is None or (document, address) in self.places)
        )


@dataclass
class Workshop:
    """What proposals are made with; kept between rounds, since reading the material takes a second.

    `ask` answers a question by the organisation's rules, as `answers.assistant.Assistant.ask` does.
    """

    material: Material
    thresholds: Sequence[Checked]
    day: date
    curated: Sequence[Curated] = ()
    ask: Callable[[str], Answer] | None = None
    _answered: dict[str, Item | None] = field(default_factory=dict)

    @cached_property
    def options(self) -> Options:
        return Options(self.material)

    def propose(self, wanted: Wanted, most: int, without: Collection[Item] = ()) -> list[Item]:
        """At most `most` exercises, kind after kind; none that is in `without` or rests on its words."""
        kinds: dict[Kind, Iterator[Item]] = {
            Kind.SAYS: self._said(wanted),
            Kind.CASE: self._cases(wanted),
            Kind.CURATED: self._curated(wanted),
            Kind.CLOZE: self._clozes(wanted),
            Kind.RUNG: self._rungs(wanted),
        }
        seen = {item.id for item in without}
        taken = {one for item in without for one in _taken_by(item)}
        found: list[Item] = []
        running = [made for kind, made in kinds.items() if kind in wanted.kinds]
        while running and len(found) < most:
            for made in list(running):
                item = next((i for i in made if i.id not in seen and not _taken_by(i) & taken), None)
                if item is None:
                    running.remove(made)
                elif len(found) < most:
                    found.append(item)
                    seen.add(item.id)
                    taken |= _taken_by(item)
        return found

    def _said(self, wanted: Wanted) -> Iterator[Item]:
        for sentence in self._sentences(wanted):
            yield from questions(sentence, self.material, self.options)[:1]

    def _clozes(self, wanted: Wanted) -> Iterator[Item]:
        """Figures first, then bodies, then the force of a rule."""
        sentences = self._sentences(wanted)
        telling = [_tells_most(sentence) for sentence in sentences]
        sentences = [s for s, tells in zip(sentences, telling, strict=True) if tells] + [
            s for s, tells in zip(sentences, telling, strict=True) if not tells
        ]
        for sentence in sentences:
            yield from clozes(sentence, self.material, self.options)[:1]

    def _cases(self, wanted: Wanted) -> Iterator[Item]:
        made = cases(self.material, self.thresholds, self.day)
        kept = [item for item in made if self._is_wanted(item, wanted)]
        return iter(sorted(kept, key=lambda item: _scattered(item.question)))

    def _curated(self, wanted: Wanted) -> Iterator[Item]:
        for curated in self.curated:
            item = curated_item(curated, self.material)
            if item is not None and self._is_wanted(item, wanted):
                yield item

    def _rungs(self, wanted: Wanted) -> Iterator[Item]:
        if self.ask is None:
            return
        asked = 0
        for curated in self.curated:
            documents = {document for document, _ in curated.sources}
            if not any(self._may_hold(document, wanted) for document in documents):
                continue
            if curated.question not in self._answered:
                asked += 1
                if asked > _MOST_ASKED:
                    return
                answer = self.ask(curated.question)
                hierarchy = self.material.library.hierarchy
                self._answered[curated.question] = deciding_level(
                    curated.question, answer, hierarchy, self.material
                )
            item = self._answered[curated.question]
            if item is not None and self._is_wanted(item, wanted):
                yield item

    def _may_hold(self, document: str, wanted: Wanted) -> bool:
        known = self.material.documents.get(document)
        if known is None:
            return False
        places = {place for place, _ in wanted.places} if wanted.places is not None else {document}
        return (
            document in places
            and (wanted.document in {None, document})
            and wanted.level in {None, known.level}
        )

    def _is_wanted(self, item: Item, wanted: Wanted) -> bool:
        document = self.material.documents[item.source.document]
        return wanted.holds(item.source.document, document.level, item.source.address)

    def _sentences(self, wanted: Wanted) -> list[Sentence]:
        """The wanted sentences: nearest the topic first, else spread over the documents."""
        found = [
            sentence
            for sentence in self.material.rules
            if wanted.holds(sentence.document.document, sentence.level, sentence.provision.address)
        ]
        if wanted.places is None:
            return sorted(found, key=lambda sentence: _scattered(sentence.text))
        at = {place: rank for rank, place in enumerate(wanted.places)}
        return sorted(found, key=lambda s: at[s.document.document, s.provision.address])


def _tells_most(sentence: Sentence) -> bool:
    return any(carrier.kind is not CarrierKind.FORCE for carrier in carriers(sentence.text))


def _taken_by(item: Item) -> set[tuple[str, int | str]]:
    """What no other exercise may share: the words it rests on, its question, and the answer of a document."""
    words: set[tuple[str, int | str]] = {(item.source.document, item.source.start), ("", item.question)}
    return words | {(item.source.document, item.answer)} if item.kind is Kind.SAYS else words


def _scattered(text: str) -> str:
    """An order that mixes, the same every time."""
    return sha256(text.encode()).hexdigest()
