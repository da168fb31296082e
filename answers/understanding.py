"""What a question asks: language, organisation, day, acts and kinds of document it names, kind of answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from answers.days import day_asked_for, names_past_time
from answers.former import asks_former, asks_what_happened
from answers.wanted import Wanted, thing_asked_of, wanted_by
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Carried
from hierarchy.levels import Hierarchy, Organisation

# Words in running text: a list of literals would stand one a line.
_ENGLISH = frozenset(
    "the what how when which who is are does do can may must should we our my i a an of to for in on with "  # noqa: SIM905
    "if under get have has long much many was were will would by from".split()
)
_SWEDISH = frozenset(
    "vad hur när vilken vilket vilka vem är får kan måste ska vi vår jag en ett av till för i på med om det "  # noqa: SIM905
    "den att och eller inte har man som gäller ni hos enligt "
    # As they are typed without å, ä, ö, but for those that are English.
    "nar ar maste pa galler naer faar maaste foer paa gaeller".split()
)
_PROPOSAL = re.compile(
    r"\b(?:nya|ny (?:\w*policy|\w*riktlinje)|föresl\w*|förslag\w*|utkast\w*|återremi\w*|"
    r"proposed|proposal|draft|new)\b",
    re.IGNORECASE,
)
# "varför gick nämnden back?", "vad tycker nämnden?", "vilken av dem går före?": what happened, what a body
# thinks and which document goes first are told by records, and a rule that comes near doesn't answer.
_PAST = (
    r"gick|blev|kom|var|hade|sa|sade|fick|tog|gav|drog|hände|bestämde|tyckte|tycker|anser|ansåg|föreslår|"
    r"föreslog|did|was|were|\w{3,}ade"
)
_RECORD = re.compile(
    rf"\b(?:varför|hur|vad|vem|vilk\w+|why|how|what|who|which|when)\b(?:\s+\w+){{0,3}}?\s+(?:{_PAST})\b|"
    r"\b(?:går|gäller|väger)\s+(?:\w+\s+)?(?:före|tyngst|högst)\b|\bföreträde\b|\btolkningsordning|"
    r"\brangordning|\btakes? precedence\b|\bprevails?\b",
    re.IGNORECASE,
)
# An office or a part of an organisation, and, where a question asks who does something, a name.
_OFFICE = re.compile(
    r"\b[\w-]*(?:chef|direktör|prefekt|dekan|rektor|handläggare|samordnare|ansvarig|controller|ordförande|"
    r"sekreterare|nämnd|styrelse|enhet|avdelning|manager|director|head|dean)(?:en|er|ar|erna|arna|n)?s?\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÅÄÖ][a-zåäö]{2,}\b")
_IDENTITY = re.compile(
    r"\b(?:dnr|diarie\w*|klubba(?:de|des|d)|antagen|antogs|fastställ(?:d|des|de)|beslutade(?:s)?|"
    r"vilket datum|gäller (?:den )?från|ersätter|ersatte|ersattes|byttes ut|adopted|when was|replaced|"
    r"superseded)\b",
    re.IGNORECASE,
)
# "stämmer det fortfarande?", "var i lagen står det?": whatever lower rules say, what stands above them is
# asked for.
_HIGHEST = re.compile(
    r"\b(?:stämmer|gäller|gälla)\b.*\b(?:fortfarande|verkligen|ännu|än idag)\b|\bverkligen\b.*\bgäller\b|"
    r"\b(?:var|vad) (?:\w+ ){0,2}i (?:grund)?lagen\b|\bvad (?:säger|kräver) (?:grund)?lagen\b|"
    r"\bstöd i (?:grund)?lag\w*\b|"
    r"\bstill (?:true|apply|applies|valid)\b|\bwhat does the law\b",
    re.IGNORECASE,
)
# "tillsammans med Region Skåne": whom something is done with, not whose rules are asked for.
_PUBLIC_BODY = re.compile(
    r"(?<!\bmed )(?<!\bav )(?<!\btill )(?<!\båt )(?<!\bwith )"
    r"(?:\b(?:Region|Landstinget|Högskolan|Universitetet i) [A-ZÅÄÖ][\wåäö-]+|"
    r"\b[A-ZÅÄÖ][\wåäö-]+s? (?:kommun|universitet|högskola)\b)"
)
# How each kind of document is named in a question, and the beginning of the word that its own kind or title
# has.
_KINDS = {
    "policy": r"\w*polic(?:y|ies)\w*",
    "riktlinje": r"\w*riktlinje\w*|guidelines?",
    "delegation": r"\w*delegations?(?:ordning\w*)|delegation order",
    "handläggningsordning": r"\w*handläg+ningsordning\w*",
    "arbetsordning": r"\w*arbetsordning\w*",
    "reglemente": r"\w*reglemente\w*",
    "uppförandekod": r"\w*uppförandekod\w*|code of conduct",
    "regler": r"\w{3,}regler(?:na)?|reglerna (?=om|för|vid)",
    "protokoll": r"\w*protokoll\w*|minutes",
}
# "enligt vår riktlinje", "står det i policyn": the answer is to come from there and nowhere else.
_BOUND_TO = r"(?:\benligt|\bstår det i|\banges i|\bframgår av|\baccording to)\s+(?:[\w-]+\s+){0,3}?\b(?:%s)\b"
_NAMED_KINDS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
_BOUND_KINDS = {kind: re.compile(_BOUND_TO % words, re.IGNORECASE) for kind, words in _KINDS.items()}


@dataclass(frozen=True)
class Understood:
    """A question as understood.

    `typed` is the question as it came, `text` as it is read everywhere: with its `reread` words (typed, read)
    spelt as they were meant.
    `organisation` is the asker's; `others` are organisations that the question names besides, `stranger` one
    that it names and the library does not know. `as_of` is the day the answer is for. `thing` is what a
    measure is asked of. `offices` are the offices and parts of the organisation that it names, in lower case,
    and where it asks who, names. `wants_former` and `wants_proposal`: the question speaks of an old edition
    or of a proposal, so that such documents may answer, with their warning. `asks_identity`: it asks for a
    document's own particulars (who adopted it, when, its diary number). `asks_highest`: it asks whether a
    rule still holds, or for the law itself, so that the highest rung with support answers. `asks_record`: it
    asks what happened, what a body thinks or which document goes first, as records tell. `asks_event`: it
    asks what happened at a time gone by, which no rule tells. `named` are ids of documents called by their
    title. `kinds`: beginnings of the kinds of document that it names; `bound_to`: the kind of document that
    the answer must come from ("enligt delegationsordningen").
    `is_past`: `as_of` lies before today. `edition`: the id of a former edition whose words are asked for.
    `asked`: the whole question where it leaned on earlier ones; then `carried` is what was taken over from
    them and `replaced` what took the place of something.
    """

    text: str
    language: str
    organisation: Organisation | None
    others: tuple[Organisation, ...]
    stranger: str | None
    as_of: date
    wanted: Wanted | None
    thing: str | None
    wants_former: bool
    wants_proposal: bool
    asks_identity: bool
    asks_highest: bool
    asks_record: bool
    asks_event: bool
    offices: frozenset[str]
    kinds: frozenset[str]
    bound_to: str | None
    named: frozenset[str]
    is_past: bool
    typed: str
    reread: tuple[tuple[str, str], ...] = ()
    edition: str | None = None
    asked: str | None = None
    carried: tuple[Carried, ...] = ()
    replaced: tuple[Carried, ...] = ()


def understand(
    text: str,
    hierarchy: Hierarchy,
    documents: Sequence[GoverningDocument],
    *,
    organisation: str | None,
    as_of: date | None,
    language: str | None,
    today: date,
) -> Understood:
    """Read the question. Raises KeyError for an organisation id that the hierarchy does not hold."""
    own = hierarchy.organisation(organisation) if organisation else None
    if organisation and own is None:
        raise KeyError(organisation)
    named = [o for o in hierarchy.organisations if _names(text, o)]
    folded = text.casefold()
    if own is None and len(hierarchy.organisations) == 1:
        own = hierarchy.organisations[0]
    if own is None and len(named) == 1:
        own = named[0]
    day = as_of or day_asked_for(text, today) or today
    wants_former, asks_identity = asks_former(text), bool(_IDENTITY.search(text))
    kinds = frozenset(kind for kind, pattern in _NAMED_KINDS.items() if pattern.search(text))
    of_rules = wants_former or asks_identity or kinds or day < today
    return Understood(
        text=text,
        language=language or detect_language(text),
        organisation=own,
        others=tuple(o for o in named if o is not own),
        stranger=_stranger(text, hierarchy),
        as_of=day,
        wanted=wanted_by(text),
        thing=thing_asked_of(text),
        wants_former=wants_former,
        wants_proposal=bool(_PROPOSAL.search(text)),
        asks_identity=asks_identity,
        asks_highest=bool(_HIGHEST.search(text)),
        asks_record=bool(_RECORD.search(text)),
        asks_event=not of_rules and asks_what_happened(text) and names_past_time(text, today),
        offices=_offices(text),
        kinds=kinds,
        bound_to=next((kind for kind, pattern in _BOUND_KINDS.items() if pattern.search(text)), None),
        named=frozenset(d.document for d in documents if _is_titled(folded, d)),
        is_past=day < today,
        typed=text,
    )


def detect_language(text: str) -> str:
    """ "en" when English function words outnumber Swedish ones, else "sv"."""
    return language_told(text) or "sv"


def language_told(text: str) -> str | None:
    """The language that the function words of a text tell; None where they tell neither."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(word in _ENGLISH for word in words)
    swedish = sum(word in _SWEDISH for word in words) + sum(any(c in "åäö" for c in word) for word in words)
    return None if english == swedish else "en" if english > swedish else "sv"


def _offices(text: str) -> frozenset[str]:
    wanted = wanted_by(text)
    names = _NAME.findall(text) if wanted and wanted.name == "body" else []
    return frozenset(word.lower() for word in (*_OFFICE.findall(text), *names))


def _stranger(text: str, hierarchy: Hierarchy) -> str | None:
    known = {name.casefold() for o in hierarchy.organisations for name in (o.name_sv, o.name_en, *o.names)}
    for match in _PUBLIC_BODY.finditer(text):
        name = match[0].casefold()
        if known and name not in known and name.removesuffix("s") not in known:
            return match[0]
    return None


def _names(text: str, organisation: Organisation) -> bool:
    return any(
        re.search(rf"\b{re.escape(name)}s?\b", text, re.IGNORECASE) for name in proper_names(organisation)
    )


def proper_names(organisation: Organisation) -> frozenset[str]:
    """The names that no other organisation goes by.

    A bare common noun ("regionen") names whichever organisation is asking.
    """
    names = {organisation.name_sv, organisation.name_en, *organisation.names}
    return frozenset(name for name in names if any(part[:1].isupper() for part in name.split()[-1:]))


def _is_titled(folded: str, document: GoverningDocument) -> bool:
    title = _folded_title(document.title)
    return len(title) > 8 and title in folded


@lru_cache(maxsize=1 << 14)
def _folded_title(title: str) -> str:
    """Kept, because every question is searched for the title of every document."""
    return title.strip().casefold()


def is_of_kind(document: GoverningDocument, kind: str) -> bool:
    """Whether a document is of a kind by its kind or by its title ("riktlinje" → "Riktlinjer för inköp")."""
    return kind in document.kind.casefold() or kind in document.title.casefold()
