"""Which document of the library a text speaks of, by diary number, decision or name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hierarchy.documents import GoverningDocument, Status
from hierarchy.editions import mentions, share_an_organisation
from hierarchy.levels import Level
from hierarchy.validity import begins_on
from ingest.dates import find_dates
from ingest.kinds import exact_kind, kind_in_title

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDINGS = ("arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "en", "et", "er", "ar", "or")
_SHORT_ENDINGS = ("n", "s", "a", "e")
_SHORTEST_STEM = 4
# fmt: off
_EMPTY = frozenset((
    "av", "beslutad", "den", "det", "de", "denna", "detta", "dessa", "dokument", "dokumentet", "en",
    "ett", "enligt", "för", "föreslagen", "föreslagna", "förslag", "förslaget", "föregående", "från", "gamla",
    "gällande", "hela", "i", "inom", "kring", "nu", "nuvarande", "ny", "nya", "nytt", "och", "om", "på",
    "redovisad", "redovisat", "region", "regionens", "liggande", "revidera", "reviderad", "reviderade",
    "reviderat", "samt", "som", "tidigare", "till", "tillhörande", "uppdaterad", "vid",
))
# fmt: on
_NEW = re.compile(r"\b(?:ny|nya|nytt|förslag|förslaget|föreslag\w+)\b", re.IGNORECASE)
OLD = re.compile(
    r"\b(?:nuvarande|(?:nu\s+)?gällande|tidigare|föregående|gamla|förra|befintliga?)\b", re.IGNORECASE
)
_DECISION = re.compile(
    r"§\s?(?P<number>\d+)(?:/(?P<year>(?:\d\d){1,2}))?(?!\d)(?:\s(?P<body>[A-ZÅÄÖ]{2,3})\b)?"
)
_ENDS = re.compile(r"\s(?:och|samt|respektive)\s|[;.](?=\s|$)")
_DATE_WITHIN = 45
_OWNER = re.compile(
    r"\b(?:Region|Landstinget|Högskolan|Universitetet\s+i)\s+([A-ZÅÄÖ][^\W\d_]+)"
    r"|\b([A-ZÅÄÖ][^\W\d_]+)\s+(?:kommun|region|högskola|universitet)s?\b"
)
_PLAIN = str.maketrans("åäö", "aao")
_NOUNS = re.compile(
    r"[^\W\d_]*(?:plan|budget|program|strategi|taxa|taxor|ordning|rapport|berättelse|årsredovisning|yttrande|remissvar|avtal)"
    r"(?:en|n|et|na|er|erna)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DecisionReference:
    """A decision as a text refers to it: its § as printed, its date where one stands beside it, and its
    span.
    """

    section: str
    date: date | None
    start: int
    end: int


def names_a_document(words: str) -> bool:
    """Whether words name something that can be a document: a policy, a plan, a report, an answer to one."""
    first = _WORD.findall(words)
    return kind_in_title(words) is not None or any(_NOUNS.fullmatch(word) for word in first[:6])


def decision_references(text: str) -> Iterator[DecisionReference]:
    """The decisions that a text refers to by §, each with the date that stands in the same clause."""
    found = list(_DECISION.finditer(text))
    for position, match in enumerate(found):
        before = found[position - 1].end() if position else 0
        after = found[position + 1].start() if position + 1 < len(found) else len(text)
        lead, tail = text[before : match.start()], text[match.end() : after]
        tail = tail[: end.start()] if (end := _ENDS.search(tail)) else tail
        starts = [gap.end() for gap in _ENDS.finditer(lead)]
        lead = lead[starts[-1] :] if starts else lead
        days = [day.value for day in find_dates(tail[:_DATE_WITHIN])][:1] or [
            day.value for day in find_dates(lead[-_DATE_WITHIN:])
        ][-1:]
        yield DecisionReference(match.group(), days[0] if days else None, match.start(), match.end())


def same_section(one: str, other: str) -> bool:
    """Whether two §§ have the same number, and the same year and body where both print them."""
    a, b = _DECISION.search(one), _DECISION.search(other)
    if a is None or b is None or a["number"] != b["number"]:
        return False
    years = {year[-2:] for year in (a["year"], b["year"]) if year}
    bodies = {body for body in (a["body"], b["body"]) if body}
    return len(years) <= 1 and len(bodies) <= 1


def same_number(one: str, other: str) -> bool:
    """Whether two diary numbers are the same, spaces apart ("C 2021/7" and "C2021/7")."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def by_decision(
    reference: DecisionReference, source: GoverningDocument, library: Iterable[GoverningDocument]
) -> GoverningDocument | None:
    """The one document that was decided by the § referred to, in the same year where years are known.

    Without any date or year a § is ambiguous: then no document is it.
    """
    found = _DECISION.search(reference.section)
    year = found["year"] if found else None
    fits = []
    for document in library:
        if document.document == source.document or document.decision is None:
            continue
        if not same_section(reference.section, document.decision) or not share_an_organisation(
            document, source
        ):
            continue
        decided = document.date
        stated = str(reference.date.year) if reference.date else year
        if stated and decided and str(decided.year).endswith(stated[-2:]):
            fits.append(document)
    return fits[0] if len(fits) == 1 else None


def by_number(
    words: str, source: GoverningDocument, library: Iterable[GoverningDocument]
) -> GoverningDocument | None:
    """The one document whose diary number or statute number stands in the words."""
    fits = [
        document
        for document in library
        if document.document != source.document
        and any(number and mentions(words, number) for number in (document.diary_number, document.number))
    ]
    return fits[0] if len(fits) == 1 else None


def by_name(
    words: str,
    source: GoverningDocument,
    library: Iterable[GoverningDocument],
    decided_on: date | None = None,
) -> GoverningDocument | None:
    """The one document that has the name, in the organisation of the source.

    A "new" policy is none that was in force before the source; a "present" or "earlier" one is none that
    began after it. `decided_on`: where the words are those of a decision of that day, no older document is
    meant.
    """
    wanted = title_words(words)
    if not wanted or is_bare_kind(words):
        return None
    fits = [
        document
        for document in library
        if document.document != source.document
        and document.level is not Level.LAW
        and document.kind != "protokoll"
        and _is_named(wanted, title_words(document.title))
        and not _is_anothers(words, document)
        and share_an_organisation(document, source)
        and _in_time(words, document, source, decided_on)
    ]
    if len(fits) > 1:
        fits = [document for document in fits if title_words(document.title) == wanted]
    return fits[0] if len(fits) == 1 else None


def is_bare_kind(words: str) -> bool:
    """Whether words name a kind of document and none of its kind ("policyn", "den nya riktlinjen")."""
    rest = [word for word in _WORD.findall(words.casefold()) if word not in _EMPTY]
    return len(rest) == 1 and exact_kind(rest[0]) is not None


def title_words(words: str) -> frozenset[str]:
    """The words that tell one document from another, without their endings, and without "new",
    "present", "för".
    """
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(_stem(word) for word in found if word not in _EMPTY)


def _is_named(wanted: frozenset[str], title: frozenset[str]) -> bool:
    """Whether the words are the title's, or its essential ones: its first kind of thing and all that
    follows.
    """
    return bool(title) and (wanted <= title or title <= wanted)


def _is_anothers(words: str, document: GoverningDocument) -> bool:
    """Whether the words say whose document they mean, and that is none of those whose document this is."""
    own = (
        " ".join((document.title, document.issuer or "", *document.organisations))
        .casefold()
        .translate(_PLAIN)
    )
    owners = ((found[1] or found[2]).casefold().translate(_PLAIN) for found in _OWNER.finditer(words))
    return any(owner.removesuffix("s") not in own for owner in owners)


def _in_time(
    words: str, document: GoverningDocument, source: GoverningDocument, decided_on: date | None
) -> bool:
    begins, written = begins_on(document), decided_on or begins_on(source)
    if begins is None or written is None:
        return not (_NEW.search(words) and document.status is Status.ADOPTED and begins is None)
    if decided_on is not None or _NEW.search(words):
        return begins >= written or document.date == written
    return begins <= written if OLD.search(words) else True


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    if word.endswith(_SHORT_ENDINGS) and len(word) > _SHORTEST_STEM:
        return word[:-1]
    return word
