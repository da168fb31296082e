"""Amounts with a comparator and a consequence, found in the library's rules, for a person to confirm.

What is found is a proposal: its kind, its subject and what follows are read from the sentence's own words. An
order of delegation gives mandates, not limits, so nothing is proposed from one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hierarchy.amounts import Comparator, amounts
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.procurement.thresholds import Effect, Law, Subject
from hierarchy.validity import is_rule_in_force, is_worded_so
from index.library import Library
from index.sentences import sentence_spans

_EURO = re.compile(
    r"(?<![\d,.])(?P<figure>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)\s*"
    r"(?P<million>miljon(?:er)?\s*)?(?:euro|€)",
    re.I,
)
_SHARE = re.compile(r"\b(?P<figure>\d+|en|två|tre|fyra|fem|tio|tjugo|femtio)\s*(?:procent\b|%)", re.I)
_SHARES = {"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "tio": 10, "tjugo": 20, "femtio": 50}
_COMPARES = (
    (Comparator.UNDER, re.compile(r"\b(?:understig\w*|under|(?:mindre|lägre) än)\b[^.;]{0,40}$", re.I)),
    (Comparator.OVER, re.compile(r"\b(?:överstig\w*|över|(?:mer|högre|större) än)\b[^.;]{0,40}$", re.I)),
    (Comparator.AT_LEAST, re.compile(r"\b(?:minst|lägst|uppgår till|från)\b[^.;]{0,30}$", re.I)),
    (Comparator.AT_MOST, re.compile(r"\b(?:högst|max|maximalt|upp till)\b[^.;]{0,30}$", re.I)),
)
# A rule obliges, allows or forbids; a sentence that only reports a figure does none of it.
_RULES = re.compile(
    r"\b(?:ska|skall|måste|får|behöver|krävs|gäller|tillåt\w*|tillämpas|räcker|godkänn\w*|beslutar|bör|"
    r"är skyldig)\b",
    re.I,
)
_DIRECT = re.compile(r"\bdirektupphandl\w*|\butan (?:föregående )?annons\w*", re.I)
_ALLOWS = re.compile(r"\b(?:får användas|får (?:ske|göras|tilldelas|tillämpas)|är tillåten|tillåtet)\b", re.I)
_THRESHOLD_TABLE = re.compile(r"\btröskelvärde", re.I)
_MANDATES = re.compile(r"delegation|delegering|beslutsordning|attest", re.I)
_ROW = re.compile(r"^(?P<what>[^\t\n]+)\t(?P<cells>[^\n]*\d[^\n]*)$", re.M)
_CELL = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\d{4,}")
_DUTIES = (
    ("documentation", re.compile(r"\bdokument(?:er\w*|ation\w*)|\bantecknas\b", re.I)),
    ("award_notice", re.compile(r"\befterannons\w*", re.I)),
    ("offers", re.compile(r"\b(?:offert\w*|anbud\w*|pris\w* (?:hämtas|tas) in)\b", re.I)),
    ("advertising", re.compile(r"\bannons\w*", re.I)),
    ("approval", re.compile(r"\b(?:godkänn\w*|beslut\w*|samråd\w*|tillstånd\w*)\b", re.I)),
    ("register", re.compile(r"\b(?:registrer\w*|diarieför\w*|anmäl\w*|rapporter\w*)\b", re.I)),
    ("fee", re.compile(r"\b(?:avgift\w*|vite\w*)\b", re.I)),
)
_SUBJECTS = (
    (Subject.SPECIAL_SERVICES, re.compile(r"\bbilaga [23]\b", re.I)),
    (Subject.WORKS, re.compile(r"\bbygg\w*", re.I)),
    (Subject.CONCESSION, re.compile(r"\bkoncession\w*", re.I)),
    (Subject.SERVICES, re.compile(r"\btjänst\w*", re.I)),
    (Subject.GOODS, re.compile(r"\bvar(?:a|or|u|ukontrakt)\b|\bvaru", re.I)),
)
_LAWS = (
    (Law.LUFS, re.compile(r"2011:1029")),
    (Law.LUF, re.compile(r"2016:1146")),
    (Law.LUK, re.compile(r"2016:1147")),
)


@dataclass(frozen=True)
class Proposal:
    """One amount found: exactly one of `amount` (kronor), `euro` and `percent` is set."""

    document: GoverningDocument
    provision: Provision
    quote: str
    law: Law
    effect: Effect
    comparator: Comparator
    amount: Decimal | None = None
    euro: Decimal | None = None
    percent: Decimal | None = None
    duty: str | None = None
    subjects: tuple[Subject, ...] = ()


def propose(library: Library, day: date) -> tuple[Proposal, ...]:
    """Every limit found in the rules in force on `day`, document by document in reading order."""
    found: list[Proposal] = []
    for document in library.documents():
        if not is_rule_in_force(document, day) or _MANDATES.search(f"{document.kind} {document.title}"):
            continue
        text = library.text(document.document)
        for provision in library.provisions(document.document):
            if is_worded_so(provision, day):
                found.extend(_in_provision(document, provision, text))
    return tuple(found)


def _in_provision(document: GoverningDocument, provision: Provision, text: str) -> Iterator[Proposal]:
    said = text[provision.start : provision.end]
    law = _law_of(document, provision)
    if _THRESHOLD_TABLE.search(said):
        yield from _rows(document, provision, said, law)
    for start, end in sentence_spans(said):
        sentence = said[start:end]
        # A table's cells are told by its rows; what a rule says stands in running text.
        if "\t" not in sentence and _RULES.search(sentence):
            yield from _in_sentence(document, provision, sentence, law)


def _in_sentence(
    document: GoverningDocument, provision: Provision, sentence: str, law: Law
) -> Iterator[Proposal]:
    for figure in _figures(sentence):
        effect, duty = _effect(sentence)
        yield Proposal(
            document,
            provision,
            sentence.strip(),
            law,
            effect,
            figure.comparator,
            figure.amount,
            figure.euro,
            figure.percent,
            duty,
            tuple(subject for subject, pattern in _SUBJECTS if pattern.search(sentence)),
        )


@dataclass(frozen=True)
class _Figure:
    comparator: Comparator
    amount: Decimal | None = None
    euro: Decimal | None = None
    percent: Decimal | None = None


def _figures(sentence: str) -> Iterator[_Figure]:
    for amount in amounts(sentence):
        comparator = amount.comparator or _compared(sentence[: amount.start])
        if comparator:
            yield _Figure(comparator, amount=amount.sek)
    for match in _EURO.finditer(sentence):
        if comparator := _compared(sentence[: match.start()]):
            figure = Decimal(re.sub(r"\s", "", match["figure"]).replace(",", "."))
            yield _Figure(comparator, euro=figure * (1_000_000 if match["million"] else 1))
    for match in _SHARE.finditer(sentence):
        comparator = _compared(sentence[: match.start()])
        if comparator and _THRESHOLD_TABLE.search(sentence[match.end() : match.end() + 40]):
            written = match["figure"].lower()
            yield _Figure(comparator, percent=Decimal(_SHARES.get(written) or int(written)))


def _compared(before: str) -> Comparator | None:
    return next((comparator for comparator, pattern in _COMPARES if pattern.search(before)), None)


def _effect(sentence: str) -> tuple[Effect, str | None]:
    if _DIRECT.search(sentence) and _ALLOWS.search(sentence):
        return Effect.DIRECT_PROCUREMENT, None
    duty = next((name for name, pattern in _DUTIES if pattern.search(sentence)), "other")
    return Effect.DUTY, duty


def _rows(document: GoverningDocument, provision: Provision, said: str, law: Law) -> Iterator[Proposal]:
    """A table of thresholds: what is bought, then amounts, the last of them in kronor."""
    for row in _ROW.finditer(said):
        cells = [Decimal(re.sub(r"\D", "", cell)) for cell in _CELL.findall(row["cells"])]
        if cells:
            yield Proposal(
                document,
                provision,
                row[0],
                law,
                Effect.EU_PROCEDURE,
                Comparator.AT_LEAST,
                amount=cells[-1],
                subjects=tuple(subject for subject, pattern in _SUBJECTS if pattern.search(row["what"])),
            )


def _law_of(document: GoverningDocument, provision: Provision) -> Law:
    """The act that a limit belongs to, by the document's own number or the heading's; else LOU."""
    named = f"{document.number or ''} {provision.heading or ''} {provision.address}"
    return next((law for law, pattern in _LAWS if pattern.search(named)), Law.LOU)
