"""The sentences that answer: which unit of a provision to quote, and how much of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from answers.understanding import Understood
from index.analysis import terms
from index.embedded_text import context
from index.passages import PassageKind, Span, Unit, sentences, units
from index.retrieval import Candidate
from index.vocabulary import QueryWord

# A quote is as short as it can be and as long as it must: whole units up to this many characters.
QUOTE_CHARACTERS = 420
# A lead-in is quoted together with its items up to this many characters.
LIST_CHARACTERS = 900


@dataclass(frozen=True)
class Evidence:
    """A unit weighed against the question.

    `cosine` is its nearness in meaning, `coverage` the share of the question's words, by importance, that it
    holds with its headings (0–1), `rarest` the same for its most important word alone, `fits` whether it holds the kind of thing asked for.
    """

    unit: Unit
    cosine: float
    coverage: float
    rarest: float
    fits: bool

    @property
    def weight(self) -> float:
        """Orders the units of one provision; never compared between levels."""
        return 5 * self.cosine + self.coverage + (0.3 if self.fits else 0.0)


def weigh(question: Understood, words: Sequence[QueryWord], candidate: Candidate, text: str) -> list[Evidence]:
    """The units of a provision in the stored `text`, best first."""
    cosines = {
        passage.unit.span: cosine for passage, cosine in candidate.passages if passage.kind is PassageKind.UNIT
    }
    floor = min([candidate.cosines[PassageKind.UNIT], *cosines.values()])
    headings = set(terms(" ".join([candidate.document.title, *context(candidate.document, candidate.provision)])))
    rarest = max(words, key=lambda word: word.importance, default=None)
    weighed = []
    for unit in units(text, candidate.provision.start, candidate.provision.end):
        said = unit.text_in(text)
        present = headings | set(terms(said))
        weighed.append(
            Evidence(
                unit,
                cosines.get(unit.span, floor),
                covered(words, present),
                rarest.weight_in(present) if rarest else 0.0,
                question.wanted is None or bool(question.wanted.held.search(said)),
            )
        )
    return sorted(weighed, key=lambda evidence: -evidence.weight)


def covered(words: Sequence[QueryWord], present: set[str]) -> float:
    """The share of the question's words, by importance, whose terms are `present`, 0–1."""
    total = sum(word.importance for word in words) or 1.0
    return sum(word.importance * word.weight_in(present) for word in words) / total


def quotes(words: Sequence[QueryWord], evidence: Evidence, text: str) -> list[Span]:
    """The spans to quote for a unit, in reading order: the lead-in apart only where it stands far away."""
    unit = evidence.unit
    if unit.lead:
        if unit.span.end - unit.lead.start <= LIST_CHARACTERS:
            return [Span(unit.lead.start, unit.span.end)]
        return [unit.lead, unit.span]
    if len(unit.span) <= QUOTE_CHARACTERS or "\n" in unit.span.text_in(text):
        return [unit.span]
    return [_best_run(words, sentences(text, unit), text)]


def _best_run(words: Sequence[QueryWord], parts: Sequence[Span], text: str) -> Span:
    """The run of sentences within the length of a quote that holds most of the question's words."""
    runs = [
        Span(first.start, last.end)
        for i, first in enumerate(parts)
        for last in parts[i:]
        if last.end - first.start <= QUOTE_CHARACTERS
    ] or list(parts)
    return max(runs, key=lambda run: (round(covered(words, set(terms(run.text_in(text)))), 6), len(run)))
