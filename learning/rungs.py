""" "Vilken nivå avgör?": the engine decides, and the options are the organisation's own rungs."""

from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from learning.course import Item, Kind, made_item, source_of
from learning.material import Material

_FEWEST_RUNGS = 2


def deciding_level(question: str, answer: Answer, hierarchy: Hierarchy, material: Material) -> Item | None:
    """The exercise that an answer gives; None where it abstains, is disputed, or rests on another's rules."""
    organisation = hierarchy.organisation(material.organisation) if material.organisation else None
    if organisation is None or answer.abstained or answer.conflicts:
        return None
    if answer.applicable_level is None or answer.applicable_citation is None:
        return None
    rung = organisation.rung(answer.applicable_level)
    citation = answer.citations[answer.applicable_citation]
    labels = list(dict.fromkeys(one.label_sv for one in organisation.rungs))
    if rung is None or citation.document.document not in material.documents or len(labels) < _FEWEST_RUNGS:
        return None
    text = material.library.text(citation.document.document)
    if text[citation.start : citation.end] != citation.quote:
        return None
    asked = f"Vilken nivå avgör frågan? ”{question}”"
    wrong = [label for label in labels if label != rung.label_sv]
    source = source_of(citation.document, citation.provision, text, citation.start, citation.end)
    return made_item(Kind.RUNG, asked, rung.label_sv, wrong, source, order=labels)
