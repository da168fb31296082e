"""What a record tells in passing of other documents: earlier decisions, replacements, notices."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hierarchy.documents import Status
from ingest.dates import find_dates
from ingest.document_names import OLD, by_decision, decision_references, names_a_document, title_words
from ingest.hedging import is_supposed
from ingest.matter_names import names_in, spoken_of, subject_of
from ingest.said import REPORTED, SaidOfOther
from ingest.said_in_decisions import STATUS, support
from ingest.speaker import Speaker
from ingest.statement_patterns import (
    DRAFTED,
    NOTICE,
    PASSIVE,
    RELATIVE,
    REPLACED,
    REPLACES,
    SENTENCE,
    Act,
    act_of,
    notices,
)

_REPEAL_OF = re.compile(r"upphävande\s+av\s+", re.IGNORECASE)


def told_in_passing(speaker: Speaker, start: int, end: int, subject: str) -> Iterator[SaidOfOther]:
    """What a record relates in passing: earlier decisions, replacements, notices."""
    yield from _notices(speaker, start, end)
    for sentence in SENTENCE.finditer(speaker.text, start, end):
        words = sentence.group()
        for found in RELATIVE.finditer(words):
            yield from _status(speaker, found["name"], act_of(found["verb"]), sentence, found, subject)
        for found in PASSIVE.finditer(words):
            told = found["verb"].lower().endswith(("des", "ogs")) and not OLD.search(found["name"])
            told = told or act_of(found["verb"]) in (Act.REFERS_BACK, Act.POSTPONES)
            if told and not is_supposed(words, found.start("verb")):
                yield from _status(speaker, found["name"], act_of(found["verb"]), sentence, found, subject)
        for found in DRAFTED.finditer(words):
            for name in spoken_of(found["name"], subject):
                if speaker.proposes and title_words(name) <= title_words(subject):
                    continue  # a proposal that speaks of itself
                said = speaker.said(name, "status", Status.PROPOSED, *sentence.span())
                yield replace(said, document=speaker.resolve(name, words, speaker.document.date))
        for found in (*REPLACES.finditer(words), *REPLACED.finditer(words)):
            # What a proposal supposes is what it proposes; of a record it would be hearsay.
            if speaker.proposes or not is_supposed(words, found.start("verb")):
                yield from _replaced(speaker, found, sentence)
        yield from support(speaker, sentence)
        yield from _decisions(speaker, sentence)


def _status(
    speaker: Speaker, name: str, act: Act, sentence: re.Match[str], found: re.Match[str], subject: str
) -> Iterator[SaidOfOther]:
    rest = sentence.group()[found.end("verb") :]
    day = next((written.value for written in find_dates(rest)), None)
    for named in spoken_of(name, subject):
        said = speaker.said(named, "status", STATUS[act], *sentence.span())
        known = speaker.resolve(named, sentence.group(), None)
        yield replace(said, on=day, document=known, proposed=False)


def _replaced(speaker: Speaker, found: re.Match[str], sentence: re.Match[str]) -> Iterator[SaidOfOther]:
    """The document that gives way, by the decisions that the words name, else by its name."""
    old = found["old"]
    references = list(decision_references(old))
    for reference in references:
        known = by_decision(reference, speaker.document, speaker.known)
        day = f" {reference.date.isoformat()}" if reference.date else ""
        name = known.title if known else f"{reference.section}{day}"
        said = speaker.said(name, "status", Status.SUPERSEDED, *sentence.span())
        yield replace(said, document=known.document if known else None)
    if not references and names_a_document(old):
        name = " ".join(old.split())
        said = speaker.said(name, "status", Status.SUPERSEDED, *sentence.span())
        yield replace(said, document=speaker.resolve(name, old, None))


def _decisions(speaker: Speaker, sentence: re.Match[str]) -> Iterator[SaidOfOther]:
    """The day that a text gives for a decision by which the library has a document."""
    words = sentence.group()
    for reference in decision_references(words):
        known = by_decision(reference, speaker.document, speaker.known)
        if known is not None and reference.date is not None:
            start, end = sentence.start() + reference.start, sentence.start() + reference.end
            day = next((d for d in find_dates(words) if d.value == reference.date), None)
            if day is not None:
                start = min(start, sentence.start() + day.start)
                end = max(end, sentence.start() + day.end)
            said = speaker.said(known.title, "date", reference.date, start, end)
            yield replace(said, document=known.document, proposed=False)


def _notices(speaker: Speaker, start: int, end: int) -> Iterator[SaidOfOther]:
    for found in notices(speaker.text, start, end):
        detail = NOTICE.match(found.group())
        if detail is None:
            continue
        value = " ".join(filter(None, (detail["number"], detail["body"], detail["section"])))
        for name in names_in(subject_of(" ".join(detail["title"].split()))):
            repealed = _REPEAL_OF.match(name)
            said = speaker.said(name, REPORTED, " ".join(value.split()), *found.span())
            if repealed is not None:
                name = name[repealed.end() :]
                said = replace(said, name=name, field="status", value=Status.REPEALED)
            yield replace(said, document=speaker.resolve(name, name, None), proposed=False)
