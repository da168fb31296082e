"""Curated questions with the sentence that answers, beside neighbouring sentences that don't."""

import re
from dataclasses import dataclass

from hierarchy.rule_words import is_empty, stem, words
from learning.course import Item, Kind, made_item
from learning.material import Material, Sentence, is_whole_rule
from learning.options import FEWEST_WRONG, MOST_WRONG

LONGEST_ANSWER = 280
_LIKE = 0.3
"""Share of the right sentence's content words from which another may answer too."""


@dataclass(frozen=True)
class Curated:
    """A question that a person wrote, with the passages that answer it: `(document, quote)`, any of them.

    `facts`: what an answer must hold; a sentence with one of them is no wrong option.
    """

    question: str
    sources: tuple[tuple[str, str], ...]
    facts: tuple[str, ...] = ()


def curated_item(curated: Curated, material: Material) -> Item | None:
    """The question with its sentence; None where no source stands in the material."""
    places = [place for document, quote in curated.sources if (place := _place(document, quote, material))]
    if not places:
        return None
    right = places[0]
    taken = {place.provision for place in places}
    asked = frozenset(stem(word) for word in words(curated.question) if not is_empty(word))
    facts = [fact.casefold() for fact in curated.facts]
    found = [
        sentence
        for sentence in material.rules
        if sentence.provision not in taken
        and is_whole_rule(sentence.text)
        and not any(fact in sentence.text.casefold() for fact in facts)
        and len(sentence.stems & right.stems) < _LIKE * max(1, len(right.stems))
    ]
    near = sorted(found, key=lambda sentence: (-_nearness(sentence, right, asked), sentence.start))
    wrong: list[str] = []
    provisions = set()
    for sentence in near:
        if sentence.provision not in provisions and sentence.text != right.text:
            wrong.append(sentence.text)
            provisions.add(sentence.provision)
    if len(wrong) < FEWEST_WRONG:
        return None
    question = f"”{curated.question}” Vilken regel ger svaret?"
    return made_item(Kind.CURATED, question, right.text, wrong[:MOST_WRONG], material.source(right))


def _nearness(sentence: Sentence, right: Sentence, asked: frozenset[str]) -> float:
    near = 2.0 * (sentence.document.document == right.document.document) + 1.0 * (
        sentence.level is not right.level
    )
    longer = abs(len(sentence.text) - len(right.text)) / 60
    return near + 1.0 * min(len(sentence.stems & asked), 1) - longer


def _place(document: str, quote: str, material: Material) -> Sentence | None:
    """Where a curated quote stands, white space apart."""
    known = material.documents.get(document)
    if known is None or not quote.rstrip().endswith(".") or len(quote) > LONGEST_ANSWER:
        return None
    text = material.library.text(document)
    match = re.search(r"\s+".join(re.escape(word) for word in quote.split()), text)
    if match is None:
        return None
    around = (p for p in material.library.provisions(document) if p.start <= match.start() < p.end)
    provision = next(around, None)
    if provision is None or "\n" in match[0]:
        return None
    return Sentence(known, provision, match[0], match.start(), match.end())
