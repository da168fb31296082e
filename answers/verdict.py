"""Yes or no, where a quote of the deciding rung decides it and nothing else that is cited says otherwise."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from answers.deciding import Asking, asking, covers, decides
from answers.polar import polar_question
from answers.setting import Setting, setting_of
from answers.understanding import Understood
from hierarchy.clauses import Clause, clauses_of, takes_back
from hierarchy.ladder import Citation, Conflict, Rung, YesNo
from hierarchy.precedence import Standing, standing
from hierarchy.quantities import quantities
from hierarchy.ranges import range_of
from hierarchy.statements import Force
from index.library import Library
from index.passages import Span, sentences, units
from index.vocabulary import QueryWord

_AFTER_VAT = re.compile(r"(?<=\bmoms\.)\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True)
class Shown:
    """What an answer shows: citations of a `library`, rungs from the top, and conflicts among them."""

    citations: Sequence[Citation]
    rungs: Sequence[Rung]
    conflicts: Sequence[Conflict]
    library: Library

    def text(self, index: int) -> str:
        """The stored text of a citation's document."""
        return self.library.text(self.citations[index].document.document)

    def setting(self, index: int) -> Setting:
        """Where a citation stands in its document."""
        provision = self.citations[index].provision
        return setting_of(provision, self.library.provisions(provision.document))


@dataclass(frozen=True)
class Deciding:
    """A sentence that decides by `yes`, of the citation with the index `citation`."""

    yes: bool
    citation: int
    sentence: str
    force: Force


def verdict_of(question: Understood, read: Sequence[QueryWord], shown: Shown) -> YesNo | None:
    """Yes or no to the question, with the citation that decides; None where nothing shown decides it.

    `read` are the words of the question in the library's words.
    """
    polar = polar_question(question.text)
    asked = asking(polar, read) if polar else None
    found = decided(asked, question, shown) if asked else None
    return YesNo("yes" if found.yes else "no", found.citation, found.sentence) if found else None


def decided(asked: Asking, question: Understood, shown: Shown) -> Deciding | None:
    """What the deciding rung says to `asked`; None where it is silent, divided, or contradicted below it."""
    if not shown.rungs or question.others or question.wants_former or question.wants_proposal:
        return None
    disputed = {index for c in shown.conflicts for index in (c.prevails, c.yields)}
    found = [deciding for index in binding(shown, question) for deciding in _deciding(asked, shown, index)]
    if not found or len({deciding.yes for deciding in found}) > 1:
        return None
    if found[0].citation in disputed:
        return None
    others = [i for rung in shown.rungs for i in rung.citations if i != found[0].citation]
    if any(_restricts(asked, found[0], shown.citations[index], shown.setting(index)) for index in others):
        return None
    return found[0]


def binding(shown: Shown, question: Understood) -> list[int]:
    """The citations of the deciding rung that are rules in force for the asker."""
    return [
        index
        for index in (shown.rungs[0].citations if shown.rungs else ())
        if standing(shown.citations[index].document, question.organisation, question.as_of) is Standing.BINDS
    ]


@dataclass(frozen=True)
class Quoted:
    """A quoted sentence that nothing after it takes back, and all sentences of its provision."""

    sentence: str
    provision: Sequence[str]


def quoted_sentences(citation: Citation, text: str) -> Iterator[Quoted]:
    """The sentences of a quote that stand as they are; `text` is the document's."""
    provision = citation.provision
    spans = [
        part
        for unit in units(text, provision.start, provision.end)
        for sentence in sentences(text, unit)
        for part in _parted(sentence, text)
    ]
    said = [span.text_in(text) for span in spans]
    for place, (span, sentence) in enumerate(zip(spans, said, strict=True)):
        quoted = citation.start <= span.start and span.end <= citation.end
        if quoted and not takes_back(sentence, said[place + 1 :]):
            yield Quoted(sentence, said)


def _deciding(asked: Asking, shown: Shown, index: int) -> Iterator[Deciding]:
    citation = shown.citations[index]
    for quoted in quoted_sentences(citation, shown.text(index)):
        for rule in clauses_of(quoted.sentence):
            yes = decides(asked, rule, shown.setting(index))
            if yes is not None and not _other_limits(asked, rule, quoted.provision):
                yield Deciding(yes, index, quoted.sentence, rule.force)


def _parted(sentence: Span, text: str) -> Iterator[Span]:
    """A sentence parted where "moms." ended it: before a capital it is no abbreviation."""
    start = sentence.start
    for match in _AFTER_VAT.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _other_limits(asked: Asking, rule: Clause, said: Collection[str]) -> bool:
    """Whether another sentence of the provision draws its limit so that the case falls on its other side."""
    if asked.quantity is None:
        return False
    measure = asked.quantity.measure
    own = next(m.quantity.comparator for m in rule.measured if m.quantity.measure == measure)
    values = range_of(asked.quantity.value, asked.quantity.comparator)
    sides = {
        values.within(range_of(found.value, found.comparator or own))
        for sentence in said
        for found in quantities(sentence)
        if found.measure == measure
    }
    return len(sides) > 1


def _restricts(asked: Asking, deciding: Deciding, other: Citation, setting: Setting) -> bool:
    """Whether another citation may limit what `deciding` says, or say the opposite."""
    for sentence in other.quote.replace("\n", " ").split(". "):
        rules = clauses_of(sentence.rstrip(". ") + ".")
        if any(decides(asked, rule, setting) is (not deciding.yes) for rule in rules):
            return True
    # What a law allows, a rule below it may allow less of.
    return deciding.force is Force.PERMITS and covers(asked, other.quote, setting)
