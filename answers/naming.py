"""Which document a question speaks of, and where in the question: by title, or by kind and subject."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from answers.understanding import Understood, detect_language
from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Hierarchy
from hierarchy.subjects import subject_of
from hierarchy.validity import Validity, begins_on, state_on
from index.vocabulary import GLOSSARY, load_synonyms
from ingest.kinds import exact_kind, kind_in_title

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINING = frozenset(
    "för om vid av avseende gällande mot till i på inom från och hos den det de for on of".split()  # noqa: SIM905
)
_MOST_WORDS = 9
# What may stand before a document's name and say which edition, or whose, it is.
_BEFORE = (
    "den|det|de|vår|vårt|våra|er|era|nya|nyaste|gamla|tidigare|förra|föregående|föreslagna|senaste|nuvarande|"
    "nu|gällande|regionens|landstingets|kommunens|högskolans|universitetets|organisationens|"
    "the|our|old|new|previous|current"
)
_YEAR = re.compile(r"\b(?:från|of|from)\s+((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\s+års\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:nya|nyaste|föresl\w+|new|proposed)\b", re.IGNORECASE)
_OLD = re.compile(r"\b(?:gamla|tidigare|förra|föregående|old|previous|former)\b", re.IGNORECASE)
_PAST = frozenset({Validity.SUPERSEDED, Validity.REPEALED, Validity.ENDED, Validity.WITHDRAWN})
_ENGLISH_KINDS = {"policies": "policy", "guideline": "riktlinje", "guidelines": "riktlinjer"}
_FEWEST_EDITIONS = 2
_NOT_DECIDED = frozenset({Status.PROPOSED, Status.REFERRED_BACK})


@dataclass(frozen=True)
class Mention:
    """A document named in a question: `[start, end)` of the question, with every document it may mean.

    `beyond`: by id, how many words the document's subject has that the question did not say.
    """

    start: int
    end: int
    documents: tuple[GoverningDocument, ...]
    beyond: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _TitleParts:
    """The kinds that a document's kind and title name, and the stems of what its title is about."""

    kinds: frozenset[str]
    subject: frozenset[str]


def mentions_of(
    text: str, documents: Sequence[GoverningDocument], hierarchy: Hierarchy
) -> tuple[Mention, ...]:
    """The documents that `text` names, in reading order, none inside another.

    A title, an id or a statute's abbreviation names as it stands; "riktlinjen för inköp" and "inköpspolicyn"
    name what is of that kind and has those words for its subject.
    """
    found: list[Mention] = []
    # Of two that span the same words, the one by kind holds every document that may be meant.
    named = (*_by_kind(text, documents, _names(hierarchy)), *_by_title(text, documents))
    for mention in sorted(named, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in found):
            found.append(mention)
    before = "|".join((_BEFORE, *(rf"{re.escape(name)}s?" for name in _names(hierarchy))))
    edition = re.compile(rf"(?:\b(?:{before})\s+)+$", re.IGNORECASE)
    return tuple(_widened(mention, text, edition) for mention in sorted(found, key=lambda m: m.start))


def edition_meant(mention: Mention, question: Understood) -> GoverningDocument | None:
    """The one edition that the question speaks of; None where that can't be told.

    Of the asker's organisation and those that the question names: a year of the document's own decides
    first, then "the old one" or "the proposed one", else the edition in force on the day asked for.
    """
    whose = {o.id for o in (question.organisation, *question.others) if o}
    if question.others:
        whose = {o.id for o in question.others}
    fits = [d for d in mention.documents if not d.organisations or not whose or whose & {*d.organisations}]
    records = [d for d in fits if not d.level.is_rung]
    proposals = [d for d in records if d.status in _NOT_DECIDED]
    fits = [d for d in fits if d.level.is_rung] or records
    # "riktlinjen för inköp" is the guideline on purchasing, not the one on sustainable purchasing.
    least = min((mention.beyond.get(d.document, 0) for d in fits), default=0)
    fits = [d for d in fits if mention.beyond.get(d.document, 0) == least]
    if year := _YEAR.search(question.text):
        of_year = [d for d in fits if _is_of_year(d, int(year[1] or year[2]))]
        return _only(of_year)
    states = {d.document: state_on(d, question.as_of) for d in fits}
    past = [d for d in fits if states[d.document] in _PAST]
    if question.wants_former and past:
        return max(past, key=lambda d: begins_on(d) or date.min)
    said = question.text[mention.start : mention.end]
    if proposals and _NEW.search(said):
        return _only(proposals)
    if _NEW.search(said) and len(fits) < _FEWEST_EDITIONS:
        # The only edition that the library has need not be the new one.
        return None
    in_force = [d for d in fits if states[d.document] is Validity.IN_FORCE]
    standing = [d for d in fits if d not in past]
    return _only(in_force) or (None if in_force else _only(standing) or _only(fits))


def with_edition(
    question: Understood, documents: Sequence[GoverningDocument], hierarchy: Hierarchy
) -> Understood:
    """The question bound to the former edition whose words it asks for ("vad sa den gamla policyn om …?").

    Unchanged where it names none, or more than one document.
    """
    mentions = mentions_of(question.text, documents, hierarchy) if question.wants_former else ()
    if len(mentions) != 1:
        return question
    said = question.text[mentions[0].start : mentions[0].end]
    meant = edition_meant(mentions[0], question)
    if meant is None or not _OLD.search(said) or state_on(meant, question.as_of) not in _PAST:
        return question
    return replace(question, edition=meant.document)


def without_organisations(text: str, hierarchy: Hierarchy) -> str:
    """The text without "i Region Norr", "hos Dalarna": whose document it is has been understood."""
    for name in _names(hierarchy):
        text = re.sub(rf"\s*\b(?:i|för|hos|på|inom|in|at|of)\s+{re.escape(name)}\b", "", text, flags=re.I)
    return text


def _by_title(text: str, documents: Iterable[GoverningDocument]) -> Iterator[Mention]:
    by_span: dict[tuple[int, int], list[GoverningDocument]] = {}
    folded = text.casefold()
    for document in documents:
        for name in _called(document.title, document.document):
            at = folded.find(name) if len(name) > 4 else -1
            if at >= 0 and _stands_alone(folded, at, at + len(name)):
                by_span.setdefault((at, at + len(name)), []).append(document)
        short = document.abbreviation
        if not short or len(short) < 2 or short not in text:
            continue
        if match := re.search(rf"\b{re.escape(short)}\b", text):
            by_span.setdefault(match.span(), []).append(document)
    for (start, end), named in by_span.items():
        yield Mention(start, end, tuple({d.document: d for d in named}.values()))


@lru_cache(maxsize=1 << 14)
def _called(title: str, document: str) -> frozenset[str]:
    """Kept, because every question is searched for the names of every document."""
    return frozenset((title.strip().casefold(), document.casefold()))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _by_kind(text: str, documents: Sequence[GoverningDocument], names: Sequence[str]) -> Iterator[Mention]:
    words = list(_WORD.finditer(text))
    english = detect_language(text) == "en"
    for place, word in enumerate(words):
        head = _kind_and_subject(_ENGLISH_KINDS.get(word.group().casefold(), word.group()))
        if head is None:
            continue
        kind, subject = head
        start = word.start()
        fits = {
            d.document: (d, own.subject)
            for d in documents
            if kind in (own := _title_parts(d.title, d.kind, names)).kinds
        }
        fits = {name: held for name, held in fits.items() if not _missing(subject, held[1])}
        if english and not subject and place and not text[words[place - 1].end() : start].strip():
            # "the procurement policy": the subject stands before the kind.
            for meant in _in_swedish(words[place - 1].group()):
                about = {name: held for name, held in fits.items() if not _missing(meant, held[1])}
                if about:
                    subject, fits, start = meant, about, words[place - 1].start()
                    break
        end = read = word.end()
        for following in words[place + 1 : place + 1 + _MOST_WORDS]:
            if text[read : following.start()].strip(" ”\"'"):
                break
            read = following.end()
            if following.group().casefold() in _JOINING:
                continue
            more = subject | subject_of(following.group())
            narrower = {name: held for name, held in fits.items() if not _missing(more, held[1])}
            if not narrower:
                break
            if subject_of(following.group()):
                subject, fits, end = more, narrower, following.end()
        # "vilka protokoll", "vilket beslut" ask for records, they do not name one.
        if not fits or (not subject and not any(d.level.is_rung for d, _ in fits.values())):
            continue
        beyond = {name: len(_missing(held, subject)) if subject else 0 for name, (_, held) in fits.items()}
        yield Mention(start, end, tuple(d for d, _ in fits.values()), beyond)


def _in_swedish(word: str) -> list[frozenset[str]]:
    """What an English word may be the subject of, in the words of Swedish titles; empty where not known."""
    return [subject for term in _glossary().get(word.casefold(), ()) if (subject := subject_of(term))]


@cache
def _glossary() -> Mapping[str, tuple[str, ...]]:
    return load_synonyms(GLOSSARY)


def _missing(stems: Iterable[str], held: Collection[str]) -> list[str]:
    """The stems that none of `held` is: inflected words may be cut at different places."""
    return [s for s in stems if not any(h.startswith(s) or s.startswith(h) for h in held)]


def _kind_and_subject(word: str) -> tuple[str, frozenset[str]] | None:
    """ "inköpspolicyn" → policy, about "inköp"; a word that is a kind alone has no subject."""
    lower = word.casefold()
    for form in (lower, lower.removesuffix("s")):
        kind = kind_in_title(form)
        if kind is None:
            continue
        start = next((at for at in range(len(form)) if exact_kind(form[at:]) == kind), 0)
        return kind, subject_of(form[:start].rstrip("-")) if start > 2 else frozenset()
    return None


def _compound_subjects(title: str) -> frozenset[str]:
    """The subjects that stand before a kind in a title's own compounds."""
    found = (_kind_and_subject(word.group()) for word in _WORD.finditer(title))
    return frozenset[str]().union(*(subject for _, subject in filter(None, found)))


@lru_cache(maxsize=1 << 14)
def _title_parts(title: str, kind: str, names: tuple[str, ...]) -> _TitleParts:
    """Kept, because every question that names a kind of document asks it of every document."""
    return _TitleParts(
        frozenset(filter(None, (exact_kind(kind) or kind, kind_in_title(title)))),
        subject_of(title, names) | _compound_subjects(title),
    )


@lru_cache(maxsize=8)
def _names(hierarchy: Hierarchy) -> tuple[str, ...]:
    """Every name of every organisation, the longest first."""
    names = {name for o in hierarchy.organisations for name in (o.name_sv, o.name_en, *o.names) if name}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _widened(mention: Mention, text: str, edition: re.Pattern[str]) -> Mention:
    """The mention with the words beside it that say which edition, or whose, it is."""
    before = edition.search(text[: mention.start])
    year = re.match(r"\s+från\s+(?:19|20)\d\d\b", text[mention.end :])
    end = mention.end + (year.end() if year else 0)
    return replace(mention, start=before.start() if before else mention.start, end=end)


def _is_of_year(document: GoverningDocument, year: int) -> bool:
    return year in {day.year for day in (begins_on(document), document.date) if day}


def _only(documents: Sequence[GoverningDocument]) -> GoverningDocument | None:
    return documents[0] if len(documents) == 1 else None
