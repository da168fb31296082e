"""Whether a question is about the order of the rungs itself: which of two documents goes before the other.

Only a question that says little else is: "går policyn före riktlinjen?" is one, "säger riktlinjen och policyn
olika om jäv?" asks what they say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hierarchy.levels import Level, Organisation
from references.finding import acts_named

# Which goes before the other; the first of two that are named is the one that does, if the answer is yes.
_BEFORE = (
    r"(?:går|gå|gäller|gälla|ha|har|får|ges|ge)\s+(?:\w+\s+){0,3}?(?:före(?:träde)?|framför|över)|"
    r"väg(?:er|a)\s+(?:tyngst|tyngre|mest|mer|över)|står\s+(?:\w+\s+){0,3}?(?:över|högst|överst|högre)|överordna\w*|"
    r"trumfa\w*|köra?\s+över|kör\s+över|åsidosätt\w*|prioriteras|"
    r"takes?\s+(?:precedence|priority)|take\s+precedence|go(?:es)?\s+before|overrid\w+|overrule\w*|prevails?|"
    r"outranks?|trumps?|ranks?\s+(?:above|higher|highest)|stands?\s+above|has\s+priority"
)
# That they can't both be followed.
_AGAINST = (
    r"säg(?:er|a)\s+(?:\w+\s+)?(?:emot|olika|tvärtom|(?:något|nåt)\s+annat|annat)|motsäg\w*|stri(?:der|da|tt)\s+mot|"
    r"krocka\w*|konflikt\w*|oförenlig\w*|(?:går|gå)\s+inte\s+(?:ihop|att\s+förena)|skilj(?:er|a)\s+sig|"
    r"inte\s+stämmer(?:\s+överens)?|contradict\w*|conflict\w*|disagree\w*|differ|"
    r"says?\s+(?:different\s+things|something\s+(?:else|different)|otherwise)"
)
_ORDER = (
    r"tolkningsordning\w*|rangordning\w*|hierarki\w*|inbördes\s+(?:ordning|förhållande)|"
    r"(?:vilken|what)\s+ordning|(?:order\s+of\s+(?:interpretation|precedence|priority))|hierarchy"
)
_ASKS = re.compile(
    rf"\b(?:(?P<before>{_BEFORE})|(?P<against>{_AGAINST})|(?P<order>{_ORDER}))\b", re.IGNORECASE
)
_YES_OR_NO = re.compile(
    r"\s*(?:kan|får|går|gäller|väger|har|står|är|trumfar|does|do|can|may|is|must|could)\b", re.IGNORECASE
)
_SAME = re.compile(
    r"\bsamma\s+(?:nivå|slag|rang)\w*|\bsame\s+level\b|\b(?:två|flera|two)\s+(?=\w)", re.IGNORECASE
)
# How documents of each kind are spoken of; the organisation says which of its rungs the kind stands on.
_KINDS = (
    ("lag", Level.LAW, r"(?:grund|ram)?lag(?:en|ar|arna|stiftning(?:en)?)?|författning\w*|förordning\w*|"
     r"laws?|legislation|statutes?|acts?"),
    ("policy", Level.POLICY, r"\w*polic(?:y|yn|yer|yerna|ies)"),
    ("reglemente", Level.POLICY, r"reglemente\w*"),
    ("riktlinje", Level.GUIDELINE, r"\w*riktlinj\w+|guidelines?"),
    ("delegationsordning", Level.GUIDELINE, r"delegationsordning\w*|delegation order"),
    ("uppförandekod", Level.GUIDELINE, r"uppförandekod\w*|code of conduct"),
    ("handläggningsordning", Level.RULE, r"handläggningsordning\w*"),
    ("instruktion", Level.RULE, r"(?:lokal\w*\s+)?(?:rutin|anvisning|instruktion)\w*|intranät\w*|"
     r"lokal\w*\s+reg(?:el|ler)\w*|local\s+rules?|instructions?|intranet|routines?"),
    ("regel", Level.RULE, r"reg(?:el|eln|ler|lerna)|rules?"),
)  # fmt: skip
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<k{i}>{words})" for i, (_, _, words) in enumerate(_KINDS)) + r")\b",
    re.IGNORECASE,
)
_ANY_DOCUMENT = re.compile(
    r"\b(?:styrdokument\w*|styrande|dokument\w*|nivå\w*|documents?|governing|levels?)\b", re.IGNORECASE
)
# Words in running text: a list of literals would stand one a line.
_SAYS_NOTHING = frozenset(
    """vad vem vilken vilket vilka som gäller gälla gällande då om ifall när eller och kan får ska
    måste bör jag vi man vår våra vårt er era den det de en ett två flera i av på för till mot
    mellan med är blir händer gör göra ens egentligen alltid någonsin över under bestämmer avgör
    följa följer sak saker olika samma hur tolka tolkas lokal lokala regionens högskolans
    universitetets kommunens vilkendera annan andra varandra inte regionen sida sidan happens page
    what which who one do does is are if when can may should we i our the a an of between and or to
    with each other say says said it then follow applies apply local own two ever than""".split()  # noqa: SIM905
)
_OF_ALL = re.compile(
    r"tolkningsordning|order of (?:interpretation|precedence)|tyngst|högst|överst|highest", re.I
)
_MOST_BESIDES = 1
"""Words of a matter of its own that the question may have."""
_FEWEST_NAMED = 2


@dataclass(frozen=True)
class OrderAsked:
    """A question about the order of the rungs.

    `levels` are those that it names, in the order of the question, each once; none where it asks of all.
    `alike` says that it is about documents of one level, `asks_before` that it asks whether one goes before
    another and not whether they contradict, `yes_or_no` that it can be answered so.
    """

    levels: tuple[Level, ...]
    alike: bool
    asks_before: bool
    yes_or_no: bool


def order_asked_of(text: str, organisation: Organisation | None) -> OrderAsked | None:
    """What a question asks about the order of the rungs; None where it is about anything else."""
    asked = list(_ASKS.finditer(text))
    if not asked:
        return None
    # "Lagen (2016:1145) om offentlig upphandling" is a law, whatever else its name says.
    plain = text
    acts = [words for words, number in acts_named(text) if ":" in number]
    for words in acts:
        plain = plain.replace(words, "lagen")
    named = list(_NAMED.finditer(plain))
    levels = [_level(match, organisation) for match in named]
    alike = _SAME.search(plain) is not None
    # "Vilken regel väger tyngst?" asks of all of them.
    anyone = _ANY_DOCUMENT.search(plain) is not None or any(_OF_ALL.search(match[0]) for match in asked)
    if not anyone and not (alike and named) and len(named) < _FEWEST_NAMED:
        return None
    if not named and not anyone:
        return None
    rest = _ANY_DOCUMENT.sub(" ", _SAME.sub(" ", _NAMED.sub(" ", _ASKS.sub(" ", plain))))
    besides = [word for word in re.findall(r"[^\W_]+", rest.casefold()) if word not in _SAYS_NOTHING]
    if len(besides) > _MOST_BESIDES:
        return None
    once = tuple(dict.fromkeys(levels))
    return OrderAsked(
        once,
        alike and len(once) < _FEWEST_NAMED,
        any(match["before"] for match in asked),
        _YES_OR_NO.match(text) is not None,
    )


def _level(match: re.Match[str], organisation: Organisation | None) -> Level:
    """The rung that a kind of document stands on here, else where it usually does."""
    place = next(i for i in range(len(_KINDS)) if match[f"k{i}"])
    kind, usual, _ = _KINDS[place]
    rungs = organisation.rungs if organisation else ()
    return next((rung.level for rung in rungs if _has(rung.kinds, kind)), usual)


def _has(kinds: Iterable[str], kind: str) -> bool:
    return any(own.startswith(kind) for own in kinds)
