"""Whether a threshold still says what its source says: the quote, the amount in it, the comparator in it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hierarchy.amounts import Comparator, amounts
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.ladder import Citation
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.thresholds import Effect, SourceQuote, Standing, Threshold
from hierarchy.quantities import quantities
from hierarchy.validity import Validity, state_on

_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,])|(?<![\d,.])\d+(?![\d,])")
_SPAN = r"\d\s*(?:kr|kronor)?\s*[-–—]\s*\d"
_SAID = {
    Comparator.UNDER: re.compile(r"\b(?:understig\w*|underskrid\w*|under|(?:mindre|lägre) än)\b", re.I),
    Comparator.OVER: re.compile(r"\b(?:överstig\w*|överskrid\w*|över|(?:mer|högre|större) än)\b", re.I),
    Comparator.AT_LEAST: re.compile(
        r"\b(?:minst\w*|lägst\w*|åtminstone|uppgår till|från|mellan|fr\.?\s?o\.?\s?m|"
        r"eller (?:mer|högre|däröver)|och (?:uppåt|däröver)|"
        rf"(?:inte|ej)\s+(?:\w+\s+){{0,2}}underst\w+)\b|{_SPAN}",
        re.I,
    ),
    Comparator.AT_MOST: re.compile(
        r"\b(?:högst\w*|max\w*|upp till|som mest|till och med|t\.?\s?o\.?\s?m|mellan|eller (?:mindre|lägre)|"
        rf"och nedåt|(?:inte|ej)\s+(?:\w+\s+){{0,2}}överst\w+)\b|{_SPAN}",
        re.I,
    ),
}
# A table's header compares by the name of its column: the thresholds are reached from that amount on.
_THRESHOLD_COLUMN = re.compile(r"\bTröskelvärdet i\b", re.I)
# "Behövs inte när värdet understiger" is a duty from that value on.
_OTHER_SIDE = {
    Comparator.UNDER: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.UNDER,
    Comparator.OVER: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.OVER,
}
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.\n]+(?:\.(?!\s|$)[^.\n]*)*")


@dataclass(frozen=True)
class SourceText:
    """A document with what stands at one of its addresses, in the wording of the day: provision and text."""

    document: GoverningDocument
    provisions: tuple[tuple[Provision, str], ...]


def check(threshold: Threshold, sources: Mapping[tuple[str, str], SourceText | None], day: date) -> Checked:
    """Hold a threshold against its sources as they are on `day`.

    `sources` has, for every document and section that the threshold names, what the library holds there;
    None where it holds no such document.
    """
    if not threshold.sources:
        return Checked(threshold, Standing.WITHOUT_SOURCE, "Biblioteket har ingen text för beloppet.")
    found: list[Citation] = []
    for source in threshold.sources:
        text = sources.get((source.document, source.section))
        if text is None:
            return _off(threshold, f"Dokumentet ”{source.document}” finns inte i biblioteket.")
        cited = _cited(source, text)
        if cited is None:
            return _off(threshold, _no_longer(source, text))
        found.append(cited)
    if why := _contradicted(threshold, [citation.quote for citation in found]):
        return _off(threshold, why)
    return _as_the_documents_stand(threshold, tuple(found), day)


def _off(threshold: Threshold, why: str) -> Checked:
    return Checked(threshold, Standing.OFF, why)


def _cited(source: SourceQuote, text: SourceText) -> Citation | None:
    """The quote as it is stored, white space apart."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in source.quote.split()))
    for provision, stored in text.provisions:
        if match := pattern.search(stored):
            start = provision.start + match.start()
            return Citation(text.document, provision, match[0], start, start + len(match[0]))
    return None


def _no_longer(source: SourceQuote, text: SourceText) -> str:
    place = f"{text.document.title}, {source.section}"
    if not text.provisions:
        return f"{place}: bestämmelsen finns inte. Tröskeln vilar på ”{source.quote}”."
    now = _nearest(source.quote, "\n".join(stored for _, stored in text.provisions))
    return f"{place}: tröskeln vilar på ”{source.quote}”, men där står ”{now}”."


def _nearest(quote: str, text: str) -> str:
    """The sentence of a text that shares most of a quote's words, the longer the more, on one line."""
    sentences = [" ".join(match[0].split()) for match in _SENTENCE.finditer(text)]
    wanted = Counter(_WORD.findall(quote.lower()))

    def likeness(sentence: str) -> int:
        return sum(len(word) for word in (wanted & Counter(_WORD.findall(sentence.lower()))).elements())

    return max(sentences, key=likeness, default="")


def _contradicted(threshold: Threshold, quotes: list[str]) -> str | None:
    """What the quotes lack of the threshold's amount and comparator, as a sentence; None where nothing."""
    if threshold.comparator is None:
        return None
    figure = next((f for f in (threshold.amount, threshold.percent, threshold.euro) if f is not None), None)
    if figure is not None and figure not in {value for quote in quotes for value in _figures(quote)}:
        return f"Beloppet {figure} står inte i de citerade orden: ”{'” och ”'.join(quotes)}”."
    meant = {threshold.comparator}
    if threshold.effect is Effect.DUTY:
        meant.add(_OTHER_SIDE[threshold.comparator])
    is_column = Comparator.AT_LEAST in meant and any(map(_THRESHOLD_COLUMN.search, quotes))
    if not is_column and not any(_SAID[c].search(quote) for c in meant for quote in quotes):
        return f"De citerade orden jämför inte så som tröskeln: ”{'” och ”'.join(quotes)}”."
    return None


def _figures(quote: str) -> Iterator[Decimal]:
    yield from (amount.sek for amount in amounts(quote))
    yield from (quantity.value for quantity in quantities(quote))
    for cell in re.split(r"[\t\n]", quote):
        yield from (Decimal(re.sub(r"\D", "", match[0])) for match in _NUMBER.finditer(cell))


def _as_the_documents_stand(threshold: Threshold, citations: tuple[Citation, ...], day: date) -> Checked:
    documents = [citation.document for citation in citations]
    for document in documents:
        if state_on(document, day) is not Validity.IN_FORCE:
            why = f"{document.title} är inget beslutat dokument som gäller {day}."
            return Checked(threshold, Standing.SUPERSEDED, why, citations)
    for document in documents:
        if not document.confirmed:
            why = f"Uppgifterna om {document.title} är inte bekräftade; kontrollera att dokumentet gäller."
            return Checked(threshold, Standing.UNCONFIRMED, why, citations)
    return Checked(threshold, Standing.VERIFIED, None, citations)
