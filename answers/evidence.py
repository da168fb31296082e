"""The sentences that answer: which unit of a provision to quote, and how much of it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from answers.understanding import Understood
from answers.wanted import measure_asked_by
from answers.whole_lists import wants_list, whole_list
from index.analysis import term_set
from index.embedded_text import context
from index.passages import Span, Unit, units
from index.retrieval import Candidate
from index.vocabulary import SYNONYM, QueryWord

# Neighbouring units, and a lead-in with its items, make one quote up to this many characters.
QUOTE_CHARACTERS = 900
# A question of fewer words that count is terse: each of them has to be met for it to be answered.
TERSE = 6
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Evidence:
    """A unit weighed against the question.

    `cosine` is its nearness in meaning, `coverage` the share of the question's words, by importance, that it
    holds with its headings (0–1), `fits` whether it holds the kind of thing asked for. `says_all`: of a terse
    question it holds all that is asked about, and what is asked of it.
    """

    unit: Unit
    cosine: float
    coverage: float
    fits: bool
    says_all: bool = False

    @property
    def weight(self) -> float:
        """Orders the units of one provision; never compared between levels.

        The query adapter keeps cosines in 0–0.4: they count as much as the words.
        """
        return 2.5 * self.cosine + self.coverage + (0.3 if self.fits else 0.0)


def weigh(
    question: Understood, words: Sequence[QueryWord], candidate: Candidate, text: str
) -> list[Evidence]:
    """The units of a provision in the stored `text`, best first."""
    cosines = {passage.unit.span: cosine for passage, cosine in candidate.passages}
    floor = min(cosines.values(), default=candidate.cosine)
    headings = term_set(
        " ".join([candidate.document.title, *context(candidate.document, candidate.provision)])
    )
    thing = next((word for word in words if word.word == question.thing), None)
    weighed = []
    for unit in units(text, candidate.provision.start, candidate.provision.end):
        said = unit.text_in(text)
        present = headings | term_set(said)
        fits = _fits(question, thing, said, present)
        weighed.append(
            Evidence(
                unit,
                cosines.get(unit.span, floor),
                covered(words, present),
                fits,
                _says_all(question, words, candidate, fits, present),
            )
        )
    weighed.sort(key=lambda evidence: -evidence.weight)
    if not wants_list(question.text):
        return weighed
    every = [evidence.unit for evidence in weighed]
    return [replace(evidence, unit=whole_list(evidence.unit, every)) for evidence in weighed]


def _fits(question: Understood, thing: QueryWord | None, said: str, present: AbstractSet[str]) -> bool:
    """Whether a text holds the kind of thing asked for, of the thing that it is asked of."""
    if question.wanted is None:
        return True
    named = thing is None or thing.weight_in(present) >= SYNONYM
    return named and (bool(question.wanted.held.search(said)) or _is_one(question.thing, said))


def _is_one(thing: str | None, said: str) -> bool:
    """ "Hur många glas?": "ett glas" counts them, though "ett" alone counts nothing."""
    return bool(thing) and re.search(rf"\b(?:en|ett) {thing}", said, re.IGNORECASE) is not None


def _says_all(
    question: Understood,
    words: Sequence[QueryWord],
    candidate: Candidate,
    fits: bool,
    present: AbstractSet[str],
) -> bool:
    """Whether a text holds every word that a terse question is about, and answers what it asks of it.

    "Hur ofta ska larmet testas?" is about larmet and testas, and what is asked of them is told by the kind of
    thing that the text must hold. Where none is asked for, the words have to be what the provision is about.
    """
    if len(words) >= TERSE:
        return False
    if question.wanted is None or not question.wanted.strict:
        return candidate.heading_coverage >= _NEARLY_ALL
    measure = measure_asked_by(question.text)
    about = [word for word in words if word.word != measure]
    return fits and bool(about) and covered(about, present) >= _NEARLY_ALL


def covered(words: Sequence[QueryWord], present: AbstractSet[str]) -> float:
    """The share of the question's words, by importance, whose terms are `present`, 0–1."""
    total = sum(word.importance for word in words) or 1.0
    return sum(word.importance * word.weight_in(present) for word in words) / total


def quotes(chosen: Sequence[Unit], text: str) -> list[Span]:
    """The spans to quote for units of one provision, in reading order.

    Neighbours become one quote. A list's lead-in is quoted with its items, apart only where it stands far
    away.
    """
    spans: list[Span] = []
    for unit in chosen:
        if unit.lead and unit.span.end - unit.lead.start <= QUOTE_CHARACTERS:
            spans.append(Span(unit.lead.start, unit.span.end))
        else:
            spans.extend([unit.lead, unit.span] if unit.lead else [unit.span])
    joined: list[Span] = []
    for span in sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end)):
        before = joined[-1] if joined else None
        if before and _adjoins(before, span, text):
            joined[-1] = Span(before.start, max(before.end, span.end))
        else:
            joined.append(span)
    return joined


def _adjoins(before: Span, span: Span, text: str) -> bool:
    return span.end - before.start <= QUOTE_CHARACTERS and not text[before.end : span.start].strip()
