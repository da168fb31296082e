"""Whether a question is about a document itself, and which of its particulars it asks for.

The question is read as clauses around the document's name. Only a question that is understood whole is one
about the document: "gäller policyn fortfarande?" is, "gäller policyn för stiftelserna?" asks what it says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from answers.days import day_asked_for
from answers.naming import edition_meant, mentions_of, without_organisations
from answers.understanding import Understood
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy


class Particular(StrEnum):
    """What can be asked of a document."""

    DECISION = "decision"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    STATUS = "status"
    STANDING = "standing"
    SUPERSEDES = "supersedes"
    SUPERSEDED_BY = "superseded_by"
    MENTIONS = "mentions"
    DIARY_NUMBER = "diary_number"
    CONTACT = "contact"
    CHANGES = "changes"
    CHANGED_WHEN = "changed_when"
    EDITION = "edition"
    ORDER = "order"


@dataclass(frozen=True)
class DocumentAsked:
    """A question about `document` itself: `particulars` in the order asked for, each once."""

    document: GoverningDocument
    particulars: tuple[Particular, ...]


_NAME = "\u2042"
_X = rf"(?:{_NAME}|den|det|dokumentet|it|the document)"
_DECIDED = (
    r"(?:beslut(?:ade|at|ades|ats|ad)(?: om)?|fastställ(?:de|t|des|ts|d)|antog(?:s)?|antagits?|antagen|"
    r"klubba(?:de|t|des|ts|d)|godkän(?:de|t|des|ts|d)|tog|togs|tagit|tagits)"
)
_HAS = r"(?:har |är |blev |var )?"
_WHO = r"(?:vem|vilka|vilket organ|vilken (?:nämnd|instans|styrelse))(?: är det| var det)?(?: som)? "
_WHEN = r"(?:när|(?:på |vid )?vilket datum|vilken dag|vilket år)"
_NUMBER = r"(?:diarienummer|diarienr|dnr|ärendenummer)"
_REST = (
    r"(?: (?:jämfört med|mot|sedan|sen|än|och|från|compared with|since) "
    rf"(?:{_NAME}|den (?:gamla|förra|tidigare|föregående)(?: \w+)?|sist|förra (?:gången|utgåvan|versionen)))?"
)
_EDITION = (
    rf"(?:den (?:gamla|förra|tidigare|föregående|nya|nuvarande)(?: {_NAME})?|"
    rf"the (?:old|new|current)(?: one)?|{_NAME})?"
    r"(?: ?(?:från )?(?:19|20)\d\d)?"
)
_CLAUSES: tuple[tuple[Particular, str], ...] = (
    (
        Particular.DECISION,
        rf"(?:{_WHEN} och (?:av )?vem|(?:av )?vem och när|{_WHEN}|av vem|av vilket organ|{_WHO}) ?"
        rf"{_HAS}(?:{_DECIDED} {_X}|{_X} (?:blivit )?{_DECIDED}(?: av)?)",
    ),
    # What is asked of the office is answered by who did: "vem fastställer inköpspolicyn?".
    (Particular.DECISION, rf"(?:av vem|{_WHO}) ?(?:beslutar|fastställer|antar|godkänner)(?: om)? {_NAME}"),
    (Particular.DECISION, rf"(?:av vem|av vilket organ) (?:beslutas|fastställs|antas|godkänns) {_NAME}"),
    (Particular.DECISION, rf"who (?:decides(?: on)?|adopts|approves) {_NAME}"),
    (Particular.DECISION, rf"(?:vem|vilka) (?:ligger|står) bakom {_X}"),
    # "När antogs policyn, och av vem?"
    (Particular.DECISION, r"(?:av vem|när)"),
    (
        Particular.DECISION,
        rf"(?:i |genom )?(?:vilket beslut|vilken paragraf|vilken §) {_HAS}"
        rf"(?:{_DECIDED} {_X}|{_X} {_DECIDED}(?: i| genom)?|ligger bakom {_X})",
    ),
    (
        Particular.DECISION,
        rf"(?:who (?:has )?(?:adopted|approved|decided(?: on)?) {_X}|"
        rf"(?:when|by whom) (?:was|were) {_X} (?:adopted|approved|decided))",
    ),
    (
        Particular.VALID_FROM,
        rf"(?:från och med |sedan |från )?{_WHEN} (?:gäller|började|börjar|trädde|träder|har) {_X}"
        r"(?: i kraft| att gälla| gälla)?(?: gällt)?(?: från)?",
    ),
    (Particular.VALID_FROM, rf"(?:when did|from when does|since when does) {_X} (?:take effect|apply)"),
    (Particular.VALID_TO, rf"(?:till (?:och med )?när|hur länge) (?:gäller|gällde) {_X}"),
    (Particular.VALID_TO, rf"när (?:upphör|upphörde) {_X}(?: att gälla)?"),
    (
        Particular.STATUS,
        rf"(?:vilken status har {_X}|vad har {_X} för status|vad är status(?:en)? (?:på|för|hos) {_X}|"
        rf"what is the status of {_X}|är {_X} (?:antagen|antaget|beslutad|beslutat|fastställd|fastställt|"
        r"godkänd|godkänt|(?:bara |fortfarande )?ett förslag|återremitterad|återremitterat|upphävd|upphävt|"
        r"ersatt))",
    ),
    (
        Particular.STANDING,
        rf"(?:gällde {_X}(?: redan| då| ännu)?|"
        rf"gäller {_X}(?: fortfarande| ännu| än| än i ?dag| i dag| idag| nu| alltjämt)*|"
        rf"är {_X}(?: fortfarande| ännu| nu)? (?:giltig|giltigt|i kraft|aktuell|aktuellt|gällande)"
        rf"(?: fortfarande| ännu| i dag| idag)?|does {_X} still apply|is {_X} (?:still )?(?:valid|in force))",
    ),
    (Particular.SUPERSEDES, rf"(?:vad|vilket dokument|vilken \w+) (?:ersätter|ersatte|har ersatt) {_X}"),
    (
        Particular.SUPERSEDES,
        rf"(?:vad|vilken|vilket) {_NAME} (?:gällde|fanns|hade vi) (?:före|innan) "
        rf"(?:den (?:nuvarande|nya|här)|dagens|{_NAME})(?: {_NAME})?",
    ),
    (
        Particular.SUPERSEDES,
        rf"(?:which|what) {_NAME} (?:applied|was in force) before "
        rf"(?:the (?:current|new|present)(?: one)?|{_NAME})(?: {_NAME})?",
    ),
    (Particular.SUPERSEDES, rf"what (?:does {_X} replace|did {_X} replace)"),
    (
        Particular.SUPERSEDED_BY,
        rf"(?:vad|vilket dokument|(?:av )?vilken \w+) (?:ersattes|ersätts|ersatts|har) {_X}"
        r"(?: ersatts)?(?: av)?",
    ),
    (Particular.SUPERSEDED_BY, rf"(?:what|which document) (?:replaced|has replaced|replaces) {_X}"),
    (
        Particular.MENTIONS,
        r"(?:i )?(?:vilka|vilket) (?:protokoll|beslut|dokument|handlingar|ärenden|möten|sammanträden) "
        rf"(?:som )?(?:nämner|nämns|omnämner|omnämns|tar upp|behandlar|behandlade|behandlades|handlar om|"
        rf"hänvisar till|refererar till) {_X}(?: upp)?",
    ),
    (Particular.MENTIONS, rf"(?:var (?:nämns|omnämns|behandlas) {_X}|which minutes mention {_X})"),
    (
        Particular.DIARY_NUMBER,
        rf"(?:(?:vilket|vad för) {_NUMBER} (?:har|är|fick|gäller för) {_X}|vad (?:är|har) {_X} för {_NUMBER}|"
        rf"vad är (?:diarienumret|dnr|ärendenumret) (?:för|på|till|hos) {_X}|"
        rf"what is the (?:diary|case|reference|registration) number (?:of|for) {_X})",
    ),
    (
        Particular.CONTACT,
        r"(?:vem är (?:kontaktperson(?:en)?|kontakt|dokumentansvarig|dokumentägare|handläggare) "
        rf"(?:för|till|på) {_X}|vem är {_X} kontaktperson|vem (?:kontaktar|frågar) (?:jag|man|vi) om {_X}|"
        rf"who is the contact (?:person )?for {_X})",
    ),
    (
        Particular.CHANGES,
        rf"(?:vad är (?:det som är )?(?:nytt|annorlunda|ändrat) (?:i|med) {_X}|"
        r"vad (?:har|är|blev) (?:det som )?"
        r"(?:ändrats|ändrat|förändrats|nytt|tillkommit|tagits bort|annorlunda) "
        rf"(?:i|med|ur|från) {_X}|vad (?:ändrades|ändras|tillkom|försvann) (?:i|med|ur) {_X}|"
        rf"(?:vilka|vad är det för) (?:ändringar|skillnader|nyheter|förändringar)"
        rf"(?: har gjorts| finns| är det| är| gjordes)? (?:i|mellan|med) {_X}|"
        rf"vad skiljer {_X}|what is new in {_X}|what'?s new in {_X}|what (?:has )?changed in {_X}|"
        rf"what are the changes in {_X}){_REST}",
    ),
    (
        Particular.CHANGES,
        r"(?:(?:vad|vilka) är )?(?:det för )?skillnad(?:en|er|erna)? (?:är det )?mellan "
        rf"{_EDITION} och {_EDITION}",
    ),
    (Particular.CHANGES, rf"what is the difference between {_EDITION} and {_EDITION}"),
    (
        Particular.CHANGED_WHEN,
        rf"(?:{_WHEN} (?:ändrades|reviderades|uppdaterades|byttes|förnyades) {_X}(?: senast| ut| sist)?|"
        rf"{_WHEN} (?:har|är|blev) {_X} (?:senast )?(?:ändrats|ändrad|reviderats|reviderad|uppdaterats|"
        rf"uppdaterad)(?: senast)?|when was {_X} (?:last )?(?:changed|revised|amended|updated))",
    ),
    (
        Particular.CHANGED_WHEN,
        rf"(?:har|är) {_X} (?:nyligen |senast )?(?:ny)?(?:ändrats|ändrad|ändrat|uppdaterats|uppdaterad|"
        r"uppdaterat|reviderats|reviderad|reviderat)"
        r"(?: nyligen| på sistone| i år| se(?:da)?n (?:19|20)\d\d)?",
    ),
    (
        Particular.CHANGED_WHEN,
        rf"(?:has|is|was) {_X} (?:been )?(?:recently )?(?:changed|amended|updated|revised)"
        r"(?: recently| since (?:19|20)\d\d)?",
    ),
    (
        Particular.EDITION,
        rf"(?:vilken|vilket|which)(?: utgåva av| version av| version of| edition of)? {_X} "
        r"(?:gällde|var i kraft|gäller|applied|was in force)",
    ),
)
_READ = tuple((particular, re.compile(pattern, re.IGNORECASE)) for particular, pattern in _CLAUSES)
_BETWEEN = re.compile(r"[\s,;.!?]*(?:\b(?:och|samt|and)\b)?\s*", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:egentligen|nu igen|då|alltså|please|tack)\b\s*", re.IGNORECASE)
_DAY = re.compile(
    r"[\s,]*\b(?:(?:år|den|i|in|on|under|per)\s+)?(?:\d{1,2}\s+)?"
    r"(?:(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+)?"
    r"(?:19|20)\d\d(?:-\d\d-\d\d)?\b",
    re.IGNORECASE,
)


def document_asked_of(
    question: Understood, documents: Sequence[GoverningDocument], hierarchy: Hierarchy
) -> DocumentAsked | None:
    """The document and the particulars that the question asks for.

    None where the question is about anything else, or leaves open which document it means.
    """
    mentions = mentions_of(question.text, documents, hierarchy)
    if not mentions:
        return None
    text, first = question.text, mentions[0]
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}{_NAME}{text[mention.end :]}"
    text = _FILLER.sub("", without_organisations(text, hierarchy))
    if day_asked_for(question.text, date.max) is not None:
        text = _DAY.sub("", text)
    particulars = _read(" ".join(text.split()))
    if not particulars:
        return None
    if Particular.CHANGES in particulars:
        # What is new "since the old one" is in the one that came after it.
        question = replace(question, wants_former=False)
    document = edition_meant(first, question)
    return DocumentAsked(document, particulars) if document else None


def _read(text: str) -> tuple[Particular, ...]:
    """The particulars of every clause; none at all where some clause asks for something else."""
    found: list[Particular] = []
    at = 0
    while at < len(text):
        fits = [
            (match.end(), particular)
            for particular, pattern in _READ
            if (match := pattern.match(text, at)) and not text[match.end() : match.end() + 1].isalnum()
        ]
        if not fits:
            return ()
        end, particular = max(fits, key=lambda fit: fit[0])
        found.append(particular)
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    return tuple(dict.fromkeys(found)) if _NAME in text else ()
