"""What a stated limit is about, by its own words: what follows, what is bought, which act."""

import re

from hierarchy.amounts import Comparator
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.procurement.thresholds import Effect, Law, Subject
from index.limits_said import SaidLimit

_DIRECT = re.compile(r"\bdirektupphandl\w*|\butan (?:föregående )?(?:förhands)?annons\w*", re.I)
_ALLOWS = re.compile(
    r"\bfår\s+(?:\w+\s+)?(?:användas|ske|göras|tilldelas|tillämpas|genomföras)\b|\bär tillåt\w*|"
    r"\b(?:tillämpas|används|gäller|är möjlig) (?:när|om|då|för|vid|upp till)\b",
    re.I,
)
_DUTIES = (
    ("documentation", re.compile(r"\bdokumenter\w*|\bdokumentation(?:en|splikt\w*)?\b|\bantecknas\b", re.I)),
    ("award_notice", re.compile(r"\befterannons\w*", re.I)),
    ("offers", re.compile(r"\b(?:offert\w*|pris\w* (?:hämtas|tas) in)\b", re.I)),
    ("advertising", re.compile(r"\bannons\w*", re.I)),
    ("approval", re.compile(r"\b(?:godkänn\w*|beslut\w*|samråd\w*|tillstånd\w*)\b", re.I)),
    ("register", re.compile(r"\b(?:registrer\w*|diarieför\w*|anmäl\w*|rapporter\w*)\b", re.I)),
    ("fee", re.compile(r"\b\w*avgift\w*|\bvite\w*", re.I)),
)
OTHER_DUTY = "other"
"""The duty of a limit whose words tell none that is known by name."""

_SUBJECTS = (
    (Subject.SPECIAL_SERVICES, re.compile(r"\bbilaga [23]\b", re.I)),
    (Subject.WORKS, re.compile(r"\bbygg(?:entreprenad|kontrakt|koncession)\w*", re.I)),
    (Subject.CONCESSION, re.compile(r"\bkoncession\w*", re.I)),
    (Subject.SERVICES, re.compile(r"\btjänst(?:er|en|e(?:-|kontrakt\w*|upphandling\w*))?(?!\w)", re.I)),
    (Subject.GOODS, re.compile(r"\bvar(?:a|an|or|orna|u(?:-|kontrakt\w*|upphandling\w*)?)(?!\w)", re.I)),
)
_LAWS = (
    (Law.LUFS, re.compile(r"2011:1029|\bLUFS\b")),
    (Law.LUF, re.compile(r"2016:1146|\bLUF\b")),
    (Law.LUK, re.compile(r"2016:1147|\bLUK\b")),
)
_ACTS = re.compile(r"\(\d{4}:\d+\)[^,;.\t\n]*")


def effect_of(limit: SaidLimit) -> tuple[Effect, str | None]:
    """What follows where the comparator holds, and for a duty its short name."""
    if limit.threshold_table:
        return Effect.EU_PROCEDURE, None
    opens = limit.comparator in (Comparator.UNDER, Comparator.AT_MOST)
    if opens and _DIRECT.search(limit.said) and _ALLOWS.search(limit.said):
        return Effect.DIRECT_PROCUREMENT, None
    return Effect.DUTY, next((name for name, words in _DUTIES if words.search(limit.said)), OTHER_DUTY)


def subjects_of(limit: SaidLimit) -> tuple[Subject, ...]:
    """What is bought; nothing where the words name nothing. Special services go before services."""
    words = limit.quotes[-1] if limit.threshold_table else limit.said
    named = [subject for subject, pattern in _SUBJECTS if pattern.search(_ACTS.sub("", words))]
    return (Subject.SPECIAL_SERVICES,) if Subject.SPECIAL_SERVICES in named else tuple(named)


def law_of(document: GoverningDocument, provision: Provision) -> Law:
    """The act that a limit belongs to, by the heading or the document's own number; else LOU."""
    for named in (
        f"{provision.heading or ''} {provision.address}",
        f"{document.number or ''} {document.title}",
    ):
        for law, pattern in _LAWS:
            if pattern.search(named):
                return law
    return Law.LOU
