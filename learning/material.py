"""Sentences worth an exercise: whole rules, in force, that bind the organisation and stand on their own."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Hierarchy, Level
from hierarchy.rule_words import is_empty, stem, words
from hierarchy.validity import is_rule_in_force, is_worded_so
from index.passages import sentences, units
from learning.course import Source, source_of

SHORTEST, LONGEST = 40, 240

_BACK = re.compile(
    r"\b(?:ovan\w*|nedan\w*|följande|föregående|tidigare nämn\w+|denn[ae]|dett?a|dess|dessa|såda(?:n|nt|na)|"
    r"samma|(?:första|andra|tredje|fjärde|femte)\s+(?:stycket|punkten|meningen)|nämnda|ifrågavarande|detsamma|"
    r"(?:kapitlet|paragrafen)|dock|också|vidare|ändå|i stället|emellertid|"
    r"ovanför|sist(?:nämnda|a)|dennes?|dennas|som avses|i \d+ kap|enligt \d+)\b|§",
    re.I,
)
_LEANS = re.compile(
    r"^(?:Det|Den|De|Dem|Han|Hon|Hen|Man|Då|Där|Dit|Därefter|Därutöver|Därför|Även|Också|Vidare|Dock|Men|Och|"
    r"Eller|Annars|Övriga|Andra|Båda|Samtliga dessa|Alla dessa|Motsvarande|I övrigt|I så fall|I annat fall|"
    r"Sedan|Om så|Undantag(?:et)?\s+(?:är|gäller)|Exempel|Till exempel|Sådan\w*|Samma|Ett sådant|"
    r"En sådan|Läs|Se|Kontakta)\b"
)
_VERB = re.compile(
    r"\b(?:ska|skall|får|måste|bör|behöver|kan|är|har|gäller|beslutar|fastställer|ansvarar|svarar|godkänner|utser|"
    r"betalas|lämnas|beslutas|fastställs|räcker|krävs|görs|sker|attesterar|prövar|omfattar|avser)\b"
)
_TABLE = re.compile(r"\d.*\d.*\d.*\d.*\d|\.\.\.|\t|[|•]|  ")
_FEWEST_WORDS = 6


class Readable(Protocol):
    """What exercises are made from: `index.library.Library`, or a part of one."""

    @property
    def hierarchy(self) -> Hierarchy: ...

    def documents_on(self, day: date, /) -> Mapping[str, GoverningDocument]: ...

    def provisions(self, document: str, /) -> list[Provision]: ...

    def text(self, document: str, /) -> str: ...


@dataclass(frozen=True)
class Sentence:
    """A sentence where it stands: `text` is the document's stored text from `start` to `end`."""

    document: GoverningDocument
    provision: Provision
    text: str
    start: int
    end: int

    @property
    def level(self) -> Level:
        return self.document.level

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it is about."""
        return frozenset(stem(word) for word in words(self.text) if not is_empty(word))


def is_whole_rule(text: str) -> bool:
    """Whether a sentence says something by itself, to a reader who sees nothing of what is around it.

    Headings, fragments, rows of tables, and sentences that lean on another ("Detta gäller…") do not.
    """
    return (
        SHORTEST <= len(text) <= LONGEST
        and text[0].isupper()
        and text.endswith(".")
        and "\n" not in text
        and ":" not in text
        and len(text.split()) >= _FEWEST_WORDS
        and text.count("(") == text.count(")")
        and text.count("”") % 2 == 0
        and bool(_VERB.search(text))
        and not (_LEANS.search(text) or _BACK.search(text) or _TABLE.search(text))
    )


class Material:
    """Everything that an organisation's exercises may rest on, on one day.

    `everything` holds each sentence that says something on a matter, so that no wrong option is right after
    all; `rules` those of them that an exercise can be made of.
    """

    def __init__(self, library: Readable, organisation: str | None, day: date) -> None:
        self.library = library
        self.organisation = organisation
        self.documents: Mapping[str, GoverningDocument] = {
            name: document
            for name, document in library.documents_on(day).items()
            if is_rule_in_force(document, day)
            and (not document.organisations or organisation in document.organisations)
        }
        self.everything: tuple[Sentence, ...] = tuple(
            sentence
            for document in self.documents.values()
            for provision in library.provisions(document.document)
            if is_worded_so(provision, day)
            for sentence in _sentences(document, provision, library.text(document.document))
        )

    @cached_property
    def rules(self) -> tuple[Sentence, ...]:
        seen: set[tuple[str, str]] = set()
        found = []
        for sentence in self.everything:
            key = (sentence.document.document, sentence.text)
            if key not in seen and sentence.document.language == "sv" and is_whole_rule(sentence.text):
                found.append(sentence)
            seen.add(key)
        return tuple(found)

    @cached_property
    def _by_stem(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self.everything):
            for one in sentence.stems:
                found[one].append(at)
        return found

    def alike(self, sentence: Sentence, share: float) -> list[Sentence]:
        """The sentences, itself left out, that hold at least `share` of what the sentence is about."""
        counted: Counter[int] = Counter()
        for one in sentence.stems:
            counted.update(self._by_stem.get(one, ()))
        wanted = share * len(sentence.stems)
        found = [self.everything[at] for at, shared in counted.items() if shared >= wanted]
        return [other for other in found if other is not sentence]

    def source(self, sentence: Sentence) -> Source:
        text = self.library.text(sentence.document.document)
        return source_of(sentence.document, sentence.provision, text, sentence.start, sentence.end)


def _sentences(document: GoverningDocument, provision: Provision, text: str) -> Iterable[Sentence]:
    for unit in units(text, provision.start, provision.end):
        for span in sentences(text, unit):
            yield Sentence(document, provision, text[span.start : span.end], span.start, span.end)
