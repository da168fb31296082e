"""Which of two documents goes before the other: told from the document that lays the order down, in quotes.

Where no document does, the legal principle is named instead: a higher rule goes before a lower one (lex
superior derogat legi inferiori), and among rules of one level the later (lex posterior) and the more special
(lex specialis).
"""

import re
from collections.abc import Sequence

from answers.cite import cite_span
from answers.disputes import order_of
from answers.order_asked import OrderAsked
from answers.told import Told, joined_sentences
from answers.understanding import Understood
from answers.wording import Wording
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Citation
from hierarchy.levels import RUNGS, Level
from index.library import Library
from index.passages import sentences, units

_CONSTITUTION = "1974:152"
_UNDER_THE_LAWS = ("1 kap. 1 §", "under lagarna")
"""That public power is exercised under the laws (RF 1 kap. 1 § third paragraph)."""
_OF_LEVELS = re.compile(
    r"\b(?:(?:lägre|högre|samma)\s+nivå|bindande|underordna\w*|överordna\w*|oenighet|"
    r"sätter\s+ramar\w*|företräde)\b",
    re.IGNORECASE,
)
_OF_ONE_LEVEL = re.compile(r"\bsamma\s+nivå|\boenighet\b|\bsenare\s+beslut", re.IGNORECASE)
_MOST_BESIDES = 3
"""Sentences that are quoted beside the order."""
_PAIR = 2


def tell_order(asked: OrderAsked, question: Understood, library: Library, wording: Wording) -> Told:
    """What goes before what, with the quotes that say so; `missing` where none does."""
    organisation = question.organisation
    source = library.document(organisation.order_source or "") if organisation else None
    order = order_of(library, organisation) if organisation else None
    said = _of_levels(library, source, order, _OF_ONE_LEVEL if asked.alike else _OF_LEVELS)
    quotes = [*([order] if order and not (asked.alike and said) else []), *said]
    laid_down = quotes[0].document if quotes else None
    if not asked.alike and (Level.LAW in asked.levels or not asked.levels):
        quotes += _constitution(library)
    if asked.alike:
        silent = [wording.order("silent", title=laid_down.title)] if laid_down and not said else []
        lead = joined_sentences([*silent, wording.order("same")])
    else:
        lead = _told(asked, question, wording, decided=order is not None and _is_decided(order.document))
        kept = [wording.order("kept", title=laid_down.title)] if laid_down and order is None else []
        lead = joined_sentences([*_basis(laid_down, question, wording), lead, *kept])
    return Told(lead, (), tuple(quotes)) if quotes else Told("", (), (), lead)


def _basis(laid_down: GoverningDocument | None, question: Understood, wording: Wording) -> list[str]:
    """On what the order rests where no decided document lays it down."""
    if laid_down is not None and _is_decided(laid_down):
        return []
    organisation = question.organisation
    name = organisation.name_en if organisation and question.language == "en" else None
    name = name or (organisation.name_sv if organisation else wording.order("anyone"))
    if laid_down is None:
        return [wording.order("nowhere", organisation=name), wording.order("superior")]
    return [wording.order("undecided", title=laid_down.title), wording.order("superior")]


def _told(asked: OrderAsked, question: Understood, wording: Wording, *, decided: bool) -> str:
    """Which rung goes before which, with yes or no where a decided document bears it out."""
    named = sorted(asked.levels, key=lambda level: level.rank)
    if len(named) < _PAIR:
        every = [level for level in RUNGS if _has(question, level)]
        return wording.order("all", list=" → ".join(_label(question, wording, level) for level in every))
    upper, lower = (_label(question, wording, level) for level in (named[0], named[-1]))
    if not _binds(question, named[0]):
        return joined_sentences([wording.order("frames", label=upper), wording.order("binds", label=lower)])
    above = wording.order("above", upper=upper, lower=lower)
    above = above[:1].upper() + above[1:]
    goes_before = asked.levels[0] is named[0]
    if not (asked.yes_or_no and decided and len(named) == _PAIR) or (goes_before and not asked.asks_before):
        return above
    return wording.told("yes" if goes_before else "no", sentence=above)


def _of_levels(
    library: Library, source: GoverningDocument | None, order: Citation | None, words: re.Pattern[str]
) -> list[Citation]:
    """What else the document says of its levels: where the order stands, else wherever it does."""
    if source is None:
        return []
    text = library.text(source.document)
    provisions: Sequence[Provision] = [order.provision] if order else library.provisions(source.document)
    found: list[Citation] = []
    for provision in provisions:
        for unit in units(text, provision.start, provision.end):
            for span in sentences(text, unit):
                taken = order is not None and span.start < order.end and order.start < span.end
                if not taken and words.search(text[span.start : span.end]):
                    found.append(cite_span(library, source, provision, span.start, span.end))
    if order is None:
        # Without an order the force of the levels is what tells one from another.
        found.sort(key=lambda citation: "bindande" not in citation.quote.casefold())
    return found[:_MOST_BESIDES]


def _constitution(library: Library) -> list[Citation]:
    address, words = _UNDER_THE_LAWS
    for document in library.documents():
        if document.number != _CONSTITUTION:
            continue
        text = library.text(document.document)
        for provision in library.provisions(document.document):
            if provision.address == address:
                return [
                    cite_span(library, document, provision, span.start, span.end)
                    for unit in units(text, provision.start, provision.end)
                    for span in sentences(text, unit)
                    if words in text[span.start : span.end]
                ][:1]
    return []


def _is_decided(document: GoverningDocument) -> bool:
    return document.level.is_rung and document.status is Status.ADOPTED


def _has(question: Understood, level: Level) -> bool:
    return question.organisation is None or question.organisation.rung(level) is not None


def _binds(question: Understood, level: Level) -> bool:
    rung = question.organisation.rung(level) if question.organisation else None
    return rung is None or rung.binds


def _label(question: Understood, wording: Wording, level: Level) -> str:
    """What a rung is called, as it stands within a sentence."""
    rung = question.organisation.rung(level) if question.organisation else None
    label = (
        wording.say(level) if rung is None else rung.label_en if question.language == "en" else rung.label_sv
    )
    return label[:1].lower() + label[1:]
