"""Exact wording with a gap: the word that carries the sentence is taken out at its place."""

from learning.carriers import Carrier, CarrierKind, carriers
from learning.course import Item, Kind, made_item
from learning.material import Material, Sentence
from learning.options import Options

GAP = "_____"
_ASKED = {
    CarrierKind.AMOUNT: "Vilket belopp står i luckan?",
    CarrierKind.TIME: "Vilken tid står i luckan?",
    CarrierKind.PERIOD: "Hur ofta? Fyll luckan.",
    CarrierKind.SHARE: "Vilken andel står i luckan?",
    CarrierKind.NUMBER: "Vilket antal står i luckan?",
    CarrierKind.BODY: "Vem står i luckan?",
    CarrierKind.FORCE: "Hur stark är regeln? Fyll luckan.",
}


def clozes(sentence: Sentence, material: Material, options: Options) -> list[Item]:
    """The gaps that a sentence bears, the most telling first; none where the gap could be filled elsewise."""
    found = carriers(sentence.text)
    items = []
    for carrier in sorted(found, key=lambda one: list(CarrierKind).index(one.kind)):
        alike = [other for other in found if other.kind is carrier.kind]
        if len(alike) > 1 or sentence.text.casefold().count(carrier.text.casefold()) > 1:
            continue
        if wrong := options.wrong_for(sentence, carrier):
            question = _question(sentence, carrier)
            items.append(made_item(Kind.CLOZE, question, carrier.text, wrong, material.source(sentence)))
    return items


def _question(sentence: Sentence, carrier: Carrier) -> str:
    text = sentence.text
    gapped = f"{text[: carrier.start]}{GAP}{text[carrier.end :]}"
    return f"{_ASKED[carrier.kind]} ”{gapped}” ({sentence.document.title})"


def put_back(question: str, answer: str) -> str:
    """The question's text with the gap filled."""
    return question.replace(GAP, answer, 1)
