"""When a rule was changed: of the provisions that hold it, what the library knows of their wordings."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from answers.cite import citations_of, cite_span
from answers.comparing import compare_documents, predecessor
from answers.ranking import Ranked
from answers.told import Told, sentences_around
from answers.understanding import Understood
from answers.wording import Wording
from hierarchy.comparing import Change, ChangeKind
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Citation
from hierarchy.levels import Level
from hierarchy.validity import begins_on
from index.library import Library
from index.sentences import sentence_spans
from ingest.pinpoint import provisions_at
from ingest.registrar.check_editions import Editions

_WHEN = r"(?:när|vilket år|vilken dag|(?:på |vid )?vilket datum|hur nyligen)"
_CHANGED = (
    r"(?:ändrades|ändrats|ändrad|ändrat|höjdes|höjts|höjd|sänktes|sänkts|sänkt|infördes|införts|skärptes|uppdaterades|"
    r"uppdaterats|reviderades|kom)"
)
_ASKS = re.compile(
    rf"\s*{_WHEN} (?:(?:har|är|blev|hade) (?P<a>.+?) (?:senast )?{_CHANGED}|"
    rf"{_CHANGED} (?:senast )?(?P<b>.+?)|(?:trädde|började) (?P<c>.+?) (?:i kraft|gälla|att gälla))"
    r"(?: senast| sist)?\s*[?.!]*\s*$|"
    r"\s*when (?:was|were|did) (?P<d>.+?) (?:last )?(?:changed?|amended|raised|lowered|introduced|updated|"
    r"revised|take effect|enter into force|come into force)\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_A_PLACE = re.compile(r"§|\bkap\b|\bkapit\w+|\bparagraf\w*|\bchapters?\b|\bsections?\b", re.IGNORECASE)
_A_CHAPTER = re.compile(r"\b(\d+(?: ?[a-z])?) kap\b|\bchapter (\d+(?: [a-z](?= ))?)", re.IGNORECASE)
_A_DOCUMENT = re.compile(
    r"\b\w*(?:polic(?:y|yn|ies)|riktlinje(?:n|r|rna)?|guidelines?|rules)\s*$", re.IGNORECASE
)
_MOST_PROVISIONS = 2


def rule_asked_of(text: str) -> str | None:
    """The rule whose change is asked for ("gränsen för direktupphandling"); None in any other question."""
    match = _ASKS.match(text)
    rule = next((said for said in match.groups() if said), None) if match else None
    # "när ändrades policyn?" asks of a document, not of a rule in it.
    return None if rule is None or _A_DOCUMENT.search(rule) else rule


def names_a_place(rule: str) -> bool:
    """Whether the rule is called by chapter or section, and not by what it is about."""
    return _A_PLACE.search(rule) is not None


def asking_of(rule: str, question: Understood) -> Understood:
    """The question after the rule itself: what it says is found as any rule is."""
    return replace(question, text=rule, asks_identity=False, wanted=None)


def tell_chapter(rule: str, acts: Collection[str], library: Library, wording: Wording) -> Told | None:
    """By which acts a chapter of the one act that is named has its wording; None where it isn't there."""
    chapter = _A_CHAPTER.search(rule)
    if chapter is None or len(acts) != 1:
        return None
    name = next(iter(acts))
    document = library.document(name)
    address = f"{chapter[1] or chapter[2]} kap."
    held = provisions_at(address, library.provisions(name), library.text(name))
    if document is None or not held:
        return None
    numbers = sorted({p.amended_by for p in held if p.amended_by})
    named = {"title": document.title, "section": address}
    begins = begins_on(document)
    since = wording.change("since", begins=begins) if begins else ""
    lead = (
        wording.change("amended", number=", ".join(numbers), **named)
        if numbers
        else wording.change("original", since=since, **named)
    )
    first = sentence_spans(library.text(name)[held[0].start : held[0].end])
    start, end = next(iter(first), (0, held[0].end - held[0].start))
    return Told(
        lead, (), (cite_span(library, document, held[0], held[0].start + start, held[0].start + end),)
    )


def tell_change(
    ranked: Sequence[Ranked], library: Library, editions: Editions, wording: Wording
) -> Told | None:
    """When the provisions that hold the rule, the best first, got their wording; None where none does."""
    rules = [r for r in ranked if r.candidate.document.level.is_rung][:_MOST_PROVISIONS]
    sentences: list[str] = []
    quotes: list[Citation] = []
    for found in rules:
        document = found.candidate.document
        tell = _of_statute if document.level is Level.LAW else _of_document
        sentence, earlier = tell(found, library, editions, wording)
        sentences.append(sentence)
        quotes += [*citations_of(library, found, first=True), *earlier]
    return Told(sentences[0], tuple(sentences[1:]), tuple(quotes)) if sentences else None


def _of_statute(
    found: Ranked, library: Library, editions: Editions, wording: Wording
) -> tuple[str, list[Citation]]:
    document, provision = found.candidate.document, found.candidate.provision
    named = {"title": document.title, "section": provision.address}
    if provision.amended_by:
        return wording.change("amended", number=provision.amended_by, **named), []
    begins = begins_on(document)
    since = wording.change("since", begins=begins) if begins else ""
    return wording.change("original", since=since, **named), []


def _of_document(
    found: Ranked, library: Library, editions: Editions, wording: Wording
) -> tuple[str, list[Citation]]:
    """What became of the provision between its edition and the one before, with the words of that one."""
    document, provision = found.candidate.document, found.candidate.provision
    named = {"title": document.title, "section": provision.address, "begins": begins_on(document) or "?"}
    earlier = predecessor(document, editions)
    if earlier is None:
        return wording.change("alone", **named), []
    before = earlier.title + (f" ({begins_on(earlier)})" if begins_on(earlier) else "")
    comparison = compare_documents(library, earlier.document, document.document)
    change = next((c for c in comparison.changes if c.later and c.later.start == provision.start), None)
    if change is None or change.kind is ChangeKind.MOVED:
        return wording.change("same", earlier=before, **named), []
    if change.earlier is None:
        return wording.change("added", earlier=before, **named), []
    return wording.change("changed", earlier=before, **named), [_former(change, earlier, library)]


def _former(change: Change, earlier: GoverningDocument, library: Library) -> Citation:
    """The words of the edition before, where they differ."""
    assert change.earlier is not None
    provision, text = change.earlier, library.text(earlier.document)
    first = next((d.before for d in change.differences if d.before.text.strip()), None)
    start, end = (first.start, first.end) if first else (provision.start, provision.start + 1)
    return cite_span(library, earlier, provision, *sentences_around(text, provision, start, end))
