"""Wrong options: of the same sort as the right one, said elsewhere, and not true here."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from hierarchy.levels import Level
from hierarchy.rule_words import same_body
from learning.carriers import Carrier, CarrierKind, carriers
from learning.material import Material, Sentence

FEWEST_WRONG, MOST_WRONG = 2, 3
SAME_SUBJECT = 0.5
"""Share of a sentence's content words that another must hold to count as being on the same matter."""

_FORCES = {
    "ska": ("får", "bör"),
    "skall": ("får", "bör"),
    "måste": ("får", "bör"),
    "får": ("ska", "bör"),
    "bör": ("ska", "får"),
    "får inte": ("ska", "får", "bör"),
}


@dataclass(frozen=True)
class Said:
    """A carrying word and the sentence it stands in."""

    sentence: Sentence
    carrier: Carrier


class Options:
    """Every carrying word of the material, by sort and form."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._said: dict[tuple[CarrierKind, str], list[Said]] = defaultdict(list)
        self._carriers: dict[int, tuple[Carrier, ...]] = {}
        for sentence in material.everything:
            found = self._carriers[id(sentence)] = carriers(sentence.text)
            for carrier in found:
                self._said[carrier.kind, carrier.form].append(Said(sentence, carrier))

    def wrong_for(
        self,
        sentence: Sentence,
        carrier: Carrier,
        written: Callable[[Said], str | None] = lambda said: said.carrier.text,
    ) -> list[str]:
        """Wrong options for `carrier` of `sentence`; empty where there are too few good ones.

        Each stands in another provision, another rung's or a neighbour's first. None has the value of the
        right one, stands in the sentence, or is said in a sentence on the same matter. `written` is how an
        option is put; None leaves it out.
        """
        if carrier.kind is CarrierKind.FORCE:
            return list(_FORCES.get(carrier.text, ()))
        taken = {c.value for c in carriers(sentence.text)}
        for other in self._material.alike(sentence, SAME_SUBJECT):
            taken |= {c.value for c in self._carriers[id(other)] if c.kind is carrier.kind}
        best: dict[Decimal | str, tuple[float, str]] = {}
        for said in self._said[carrier.kind, carrier.form]:
            if said.sentence.provision == sentence.provision or _is_taken(said.carrier, taken):
                continue
            if carrier.kind is CarrierKind.BODY and not _same_house(sentence, said.sentence):
                continue
            option = written(said)
            if option is None or option.casefold() in sentence.text.casefold():
                continue
            score = _nearness(sentence, carrier, said)
            if score > best.get(said.carrier.value, (-math.inf, ""))[0]:
                best[said.carrier.value] = (score, option)
        ranked = sorted(best.values(), key=lambda found: (-found[0], found[1]))
        wrong = _distinct(option for _, option in ranked)[:MOST_WRONG]
        return wrong if len(wrong) >= FEWEST_WRONG else []


def _is_taken(carrier: Carrier, taken: set[Decimal | str]) -> bool:
    if carrier.kind is not CarrierKind.BODY:
        return carrier.value in taken
    return any(isinstance(value, str) and same_body(str(carrier.value), value) for value in taken)


def _same_house(a: Sentence, b: Sentence) -> bool:
    """Whether two sentences may speak of the bodies of one organisation: others give themselves away."""
    return a.document.document == b.document.document or Level.LAW not in {a.level, b.level}


def _nearness(sentence: Sentence, carrier: Carrier, said: Said) -> float:
    """How plausible an option is: on a related matter, from another rung or a neighbour, of like size."""
    other = said.sentence
    score = 1.5 * min(len(sentence.stems & other.stems), 3)
    score += 2.0 * (other.document.document == sentence.document.document) + 1.0 * (
        other.level is not sentence.level
    )
    if isinstance(carrier.value, Decimal) and isinstance(said.carrier.value, Decimal):
        sizes = carrier.value, said.carrier.value
        score -= 4 * abs(math.log10(float(sizes[1]) / float(sizes[0]))) if min(sizes) > 0 else 10
        # "30 dagar" beside "fyra år" is right by its unit alone.
        score += 1.0 * (carrier.text.split()[-1] == said.carrier.text.split()[-1])
    return score


def _distinct(options: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for option in options:
        kept.setdefault(" ".join(option.split()).casefold(), option)
    return list(kept.values())
