"""The kind of thing a question asks for, and how a text looks that holds one."""

import re
from dataclasses import dataclass

from ingest.dates import MONTHS

_SPELT = (
    r"(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|(?:tret|fjor|fem|sex|sjut|ar|ader|nit)ton|"
    r"(?:tjugo|(?:tret|fyr|fem|sex|sjut|åt|nit)tio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|hundra|tusen)"
)
_NUMERAL = rf"(?:\d+|en|ett|{_SPELT})"
_MONTHS = "|".join(MONTHS)


# A figure that counts something: those of a date, a section, an act, a case or a list count nothing, and a
# year only before what is counted by the thousand.
_BY_THE_THOUSAND = (
    r"(?:kr|sek|euro|:-|tecken|ord|person|anställd|invånar|deltagar|medlem|timm|st|exemplar|mil|km|meter)"
)
_COUNTED = (
    r"(?<![\w:§])(?<!§ )(?<!\w-)(?<!\w[:/.])(?<!kap )(?<!kap\. )(?!\A\d+\.\s)"
    rf"(?!\d{{4}}-\d\d|\d{{4}}:\d|\d+(?: ?[a-z])? ?(?:§|kap\b)|\d{{1,2}} (?:{_MONTHS})\b)"
    rf"(?!(?:19|20)\d\d\b(?! ?{_BY_THE_THOUSAND}))\d"
)
_IN_WORDS = (
    r"\b(?:minst|högst|endast|bara|max|exakt) (?:en|ett)\b|"
    rf"\b(?:{_SPELT}|samtliga|dubbla|dubbelt|hälften|\w*tredjedel\w*|\w*fjärdedel\w*)\b"
)


@dataclass(frozen=True)
class Wanted:
    """`asked` finds questions that want it, `held` the texts that hold it.

    `strict`: evidence without it is no answer at all (a sum, a telephone number); otherwise evidence with it
    is only preferred (a body that decides).
    """

    name: str
    asked: re.Pattern[str]
    held: re.Pattern[str]
    strict: bool


def _wanted(name: str, asked: str, held: str, *, strict: bool = True) -> Wanted:
    return Wanted(name, re.compile(asked, re.IGNORECASE), re.compile(held, re.IGNORECASE), strict)


# The first that fits is taken: the narrower come first.
WANTED = (
    _wanted(
        "telephone",
        r"telefon ?nummer|phone number|vilket nummer ringer",
        r"\b0\d{1,3}[- ]\d{2,3}[\d ]*\d|\+46",
    ),
    _wanted(
        "address",
        r"webb ?adress|e-?post ?adress|mejl ?adress|\burl\b|web address|e-?mail address|vilken länk|"
        r"\bvad är länken\b|\bvilken (?:mejl|mail|e-?post)\b",
        r"www\.|https?:|\w@\w|\b[\w-]+\.(?:se|com|eu)\b",
    ),
    _wanted(
        "name",
        r"\bvad heter\b|\bnamnet på\b|\bname of (?:the|our)\b|what is .{0,30} called",
        # The organisation's own name is in every document and tells no other.
        r"\b(?!(?:Region|Högskolan|Landstinget|Universitetet)\b)(?-i:[A-ZÅÄÖ])\w+ (?-i:[A-ZÅÄÖ])\w+\b|"
        r"\bAB\b|\bkallas\b|\bbenämns\b",
    ),
    _wanted(
        "access",
        r"\blogga\w* (?:\w+ )?in\b|\binlogg|\blösenord|\bpassword|\blog(?:ging)? ?in\b",
        r"\blogga\w* (?:\w+ )?in\b|\binlogg|\blösenord|\banvändarkont|\bbehörighet\w* (?:till|i) \w*system",
    ),
    _wanted(
        "age",
        r"\b(?:vilken|what) (?:ålder|age)\b|\bhur gamm(?:al|alt|la)\b|\bhow old\b",
        r"\d+ år\b|\d+ års ålder|\bårs ålder|\bfyll(?:er|t|da) \w+|\bålder\w*",
    ),
    _wanted(
        "share",
        r"\bhur många procents?\b|\bhur stor (?:andel|del)\b|\bwhat (?:share|percentage|proportion)\b|"
        r"\bhow (?:large|big) a (?:share|part)\b",
        r"\bprocent|%|\bandel|\bhälften|\w(?:tredje|fjärde|femte|tionde)del|\bgånger\b",
    ),
    # What something takes or costs as a rule of thumb is experience: a limit set by a rule does not tell it.
    _wanted(
        "usual value",
        r"\bhur (?:lång|många|mycket|stor|ofta)\w*\b.*\b(?:brukar|räkna med att|i snitt|i genomsnitt)\b|"
        r"\bhur (?:lång tid|länge|många (?:dagar|dar|veckor|månader|år)) tar\b|"
        r"\bhow long does .{1,60} take\b|\bhow (?:long|many|much) .*\b(?:usually|normally|on average)\b",
        rf"(?s)^(?=.*(?:\d|\b{_NUMERAL}\b)).*\b(?:tar|brukar|normalt|vanlig\w+|cirka|ca|ungefär|omkring|"
        r"genomsnitt\w*|i snitt|handläggningstid\w*)\b",
    ),
    _wanted(
        "money",
        r"hur många (?:\w+ )?(?:kronor|kr)\b|how many (?:\w+ )?(?:kronor|sek)\b|"
        r"vilket belopp|vilken summa|\bvad (?:\w+ ){0,2}kostar?\b|cost per|"
        r"\bvad (?:betalar|tjänar|får|är) .{0,60}\b(?:i kronor|lön|månadslön\w*|arvode|ersättning)\b|"
        r"\bi månadslön\b|\b(?:hourly|daily) rate\b|\bhow much (?:do|does) .{0,40}\b(?:earn|cost|paid|pay)\b|"
        r"how much (?:money|does|do i get)|per diem|"
        r"hur (?:stort|stor|hög|högt|mycket) (?:är|blir|får|kan) "
        r".*(?:bidrag|ersättning|vederlag|traktamente|avgift)|"
        r"(?:belopps|upphandlings|värde) ?gräns|tröskelvärde\w* i kronor|what amount",
        r"\d ?(?:kr|kronor|tkr|mnkr|sek|euro|procent)\b|%|miljon|månadslön|basbelopp|\d{3} \d{3}\b",
    ),
    _wanted(
        "duration",
        r"hur (?:lång|länge|långt|ofta|snart)\b|"
        r"hur (?:snabbt|fort) (?:måste|ska|skall|behöver|bör|kan|tar)\b|"
        r"hur många (?:arbets)?(?:minuter|timmar|dagar|dar|veckor|månader|år)|"
        r"how (?:long|often|soon|quick(?:ly)?|fast)\b|how many (?:minutes|hours|days|weeks|months|years)|"
        r"number of days",
        rf"\b{_NUMERAL}\s+(?:\w+\s+)?(?:arbets|kalender|sjuk)?(?:minut|timm|dag|dygn|veck|månad|år|termin)\w*|"
        r"\b\d+:e\b|"
        r"\b(?:årlig\w*|varje (?:år|halvår|kvartal|månad|vecka|dag|mandatperiod)|gång(?:er)? (?:om|per|i)|"
        r"dagligen|veckovis|månadsvis|kvartalsvis|per mandatperiod|omedelbart|genast|snarast|skyndsamt|"
        r"så snart|utan (?:onödigt )?dröjsmål|löpande|minst en gång)\b|"
        r"\d+ ?timmar|\d+ ?dagar",
    ),
    _wanted(
        "day",
        r"\bvilken (?:\w+)?dag\b|\b(?:which|what) day\b",
        rf"\b\w*dag(?:en)? (?:då|när|som|efter|\d)|\b(?:arbets|sjuk|kalender)dag\w*|\b\d{{1,2}}:[ea]\b|"
        r"\b(?:första|andra|tredje|\w+(?:nde|tte|sta)) (?:\w+)?dag\w*|"
        rf"\b(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|\b\d{{1,2}} (?:{_MONTHS})\b",
    ),
    _wanted(
        "time of day",
        r"\b(?:när|hur dags) (?:öppnar|stänger|är .{1,40} (?:öppen|öppet|stängd|stängt)\b(?! förfarande))|"
        r"öppettid|\bhur dags\b|opening hours|when does the .* (?:open|close)",
        r"\b(?:kl\.?|klockan) ?\d|\b\d{1,2}[.:]\d\d\b",
    ),
    _wanted(
        "date",
        r"\bvilket (?:datum|år)\b|\bnär (?:och av vem |\w+ )?(?:klubba|beslut|antog|antogs|fastställ|började|"
        r"börjar|trädde|träder|gäller|ändra|infördes)\w*|\bwhen (?:was|were|did|does)\b|"
        r"\b(?:what|which) (?:date|year)\b",
        rf"\b(?:19|20)\d\d-(?:\d\d-\d\d|xx)|\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:19|20)\d\d\b",
    ),
    # How many there are is not told by a share of them or by what they cost.
    _wanted(
        "number",
        r"\bhur många\b|\bhow many\b",
        rf"{_COUNTED}(?!\d*(?:[ .,]\d+)*\s?(?:%|procent\b|(?:miljon\w* )?(?:kr\b|kronor)|tkr|mnkr))|"
        rf"{_IN_WORDS}",
    ),
    _wanted(
        "number",
        r"\bhur (?:mycket|stor|stort|hög|högt)\b|\bhow (?:much|large|high)\b",
        rf"{_COUNTED}|%|\bprocent\b|{_IN_WORDS}",
    ),
    _wanted(
        "body",
        r"\b(?:vem|vems|vilket organ|vilken (?:nämnd|chef|roll|myndighet|domstol|instans|firma)|who|whose|"
        r"which (?:body|board|of))\b",
        r"\b(?:ansvar\w*|beslut\w*|fastställ\w*|utse\w*|\w*nämnd\w*|\w*styrelse\w*|\w*fullmäktige|rektor|\w*chef\w*|"
        r"\w*direktör\w*|\w*domstol\w*|\w*region\b|\bAB\b)",
        strict=False,
    ),
)


def wanted_by(question: str) -> Wanted | None:
    """What the question asks for, None when it wants no particular kind of thing."""
    return next((wanted for wanted in WANTED if wanted.asked.search(question)), None)


_MEASURE = re.compile(r"\b(?:hur|how) ([^\W\d_]+)", re.IGNORECASE)


def measure_asked_by(question: str) -> str | None:
    """The word by which a measure is asked for, in lower case: "hur ofta", "how long"; None where none is."""
    match = _MEASURE.search(question)
    return match[1].lower() if match else None


# "hur lång uppsägningstid", "hur stort är bidraget": what a measure is asked of.
_THING = re.compile(
    r"\bhur (?:lång|långt|stor|stort|stora|hög|högt|höga|mycket|många) "
    r"(?:(?:är|blir|var) |(?:kan|får|ska|måste) (?!\w+a\b))?([a-zåäö]{4,})",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?:dag|veck|månad|timm|kron|procent|minut|gång|årl|andel|del|tid|sida|måste|behöv|anta|person|"
    r"(?:sitter|ingår|deltar|finns|krävs|jobbar|arbetar|röstar|väljs|utses|kommer|skulle)\b)",
    re.IGNORECASE,
)


def thing_asked_of(question: str) -> str | None:
    """The word that a measure is asked of, in lower case.

    None where it is the measure itself ("hur många dagar").
    """
    match = _THING.search(question)
    if match is None or _MEASURES.match(match[1]):
        return None
    return match[1].lower()
