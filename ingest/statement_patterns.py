"""How Swedish decisions and records speak of documents: the verbs, and where name and rest stand."""

import re
from collections.abc import Iterator
from enum import Enum, auto


class Act(Enum):
    """What is done to a document."""

    ADOPTS = auto()
    REFERS_BACK = auto()
    POSTPONES = auto()
    REPEALS = auto()


_ACTS = (
    (Act.REFERS_BACK, re.compile(r"återremitter|återförvis", re.I)),
    (Act.POSTPONES, re.compile(r"bordl[äa]g|bordlad", re.I)),
    (Act.REPEALS, re.compile(r"upph[äö][vr]|upphört", re.I)),
    (Act.ADOPTS, re.compile(r"")),
)
SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S)|\n(?!\n))+[.!?]*")
"""A sentence of the stored text; a paragraph's end ends it too, a single line's end does not."""

_PASSIVE_VERB = (
    r"(?:antas|antogs|fastställs|fastställdes|godkänns|godkändes|beslutades|återremitteras|återremitterades|bordläggs"
    r"|bordlades|upphävs|upphävdes|upphör\s+att\s+gälla|upphörde\s+att\s+gälla)"
)
PASSIVE = re.compile(
    rf"(?P<name>(?:[^,;.]|\.(?=\S)|,(?!\s+som\b)(?=[^.;]*?{_PASSIVE_VERB})){{3,200}}?),?\s+(?:därmed\s+|härmed\s+|samtidigt\s+)?"
    rf"(?P<verb>{_PASSIVE_VERB})(?!\w|\s+(?:inte|ej|aldrig)\b)",
    re.IGNORECASE,
)
ACTIVE = re.compile(
    r"\b(?P<verb>antar|fastställer|godkänner|återremitterar|bordlägger|upphäver"
    r"|(?:att\s+)(?:anta|fastställa|godkänna|återremittera|bordlägga|upphäva))\s+(?!(?:inte|ej)\b)"
    r"(?P<name>(?:[^,;.]|\.(?=\S)){3,200}?)"
    r"(?=\s*$|[,;.]|\s+(?:enligt|under\s+förutsättning|att\s+gälla|med\s+motiveringen|för\s+vidare|daterad|i\s+enlighet|från"
    r"|samt\s+att|till\s+(?:förvaltning|avdelning|nämnd)\w*)\b)",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?P<name>(?:den|det|de)\s+(?:nya\s+|reviderade\s+)?[^\W\d_]+(?:\s+för\s+[^\W\d_]+)?)\s+som\s+"
    r"(?:nu\s+|nyligen\s+)?(?:har\s+|blivit\s+)?"
    r"(?P<verb>godkänts|antagits|fastställts|beslutats|återremitterats|bordlagts|upphävts|godkändes|antogs|fastställdes)\b",
    re.IGNORECASE,
)
DRAFTED = re.compile(
    r"\b(?:förslag(?:et)?\s+till|föreslagn[ae]|föreslaget)\s+(?P<name>(?:(?:ny|nya|nytt|reviderad\w*)\s+)?"
    r"[^\W\d_]*(?:policy|riktlinje|regler|reglemente|ordning|plan|strategi|program)(?:n|r|rna|et|en)?"
    r"(?:\s+för\s+[^\W\d_]+)?)\b",
    re.IGNORECASE,
)
_NEW_ONE = (
    r"[^\W\d_]*(?:policy|riktlinje|regler|reglemente|ordning|plan|dokument|rutin|anvisning)"
    r"(?:n|r|rna|et|en|na)?"
)
REPLACES = re.compile(
    rf"\b(?P<new>{_NEW_ONE})(?:\s+som)?\s+(?P<verb>ersätter)\s+(?P<old>(?:[^.;]|\.(?=\S)){{4,300}})",
    re.IGNORECASE,
)
REPLACED = re.compile(
    r"(?P<old>(?:[^.;,]|\.(?=\S)){4,160}?)\s+(?P<verb>ersätts|ersattes|(?:har\s+)?ersatts)\s+(?:av|med)\s+"
    r"(?P<new>[^.;]{4,160})",
    re.IGNORECASE,
)
STARTS = re.compile(
    r"(?P<name>[^.;,]{3,120}?)\s+(?:börjar\s+gälla|träder\s+i\s+kraft|gäller\s+från(?:\s+och\s+med)?)(?=\s)",
    re.IGNORECASE,
)
HOLDS_FROM = re.compile(r"\batt\s+gälla\s+(?:från|fr\.?\s?o\.?\s?m)", re.IGNORECASE)
CONDITION = re.compile(
    r"under\s+förutsättning(?:\s+av)?(?:\s+att)?\s+(?P<what>[^.;]*(?:beslut|fullmäktige|godkän)[^.;]*)", re.I
)
SUPPORTS = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][^\W\d_]+(?:nämnden|styrelsen|utskottet|rådet|fullmäktige))\s+(?P<verb>(?:till|av)styrker)\s+"
    r"(?:att\s+)?(?P<what>[^.;]{5,})"
)
TO_ANOTHER_BODY = re.compile(
    r"\b(?:överlämnas|lämnas|översänds|skickas)\s+(?:\w+\s+){0,2}till\s+[^.;]*(?:fullmäktige|styrelsen)|\bföreslås\b"
    r"|\bför\s+(?:beslut|antagande|fastställande)\s+(?:i|av)\b",
    re.IGNORECASE,
)
TO_THE_COUNCIL = re.compile(
    r"\b(?:föreslå[rs]?|förslag\s+till)\s+[^\W\d_]*fullmäktige\b"
    r"|\b(?:överlämnar?|översänder?|översända)s?\s+[^.;]{0,60}?\btill\s+[^\W\d_]*fullmäktige\b",
    re.IGNORECASE,
)
"""In a decision: the body only proposes to the council, whatever it approves."""
_BODY = (
    r"[A-ZÅÄÖ][^\W\d_]*(?:styrelse[n]?|fullmäktige|nämnd(?:en)?|utskott(?:et)?)"
    r"(?:\s+i\s+(?:[A-ZÅÄÖ][^\W\d_]+\s?){1,3}?)?"
)
_NUMBERED = r"(?:[A-ZÅÄÖ]{1,8}(?:[- /]?[A-ZÅÄÖ]{1,6})?[ /-]?\d[\w/:.-]*\d\s+)"
NOTICE = re.compile(
    rf"(?P<number>{_NUMBERED})?(?P<body>{_BODY})\s*,?\s*(?P<section>§\s?\d+(?:/\d{{2,4}})?(?:\s[A-ZÅÄÖ]{{2,3}})?)\s*"
    r"(?:[-–—:]\s*)?(?P<title>\S.*)",
    re.DOTALL,
)
_NOTICE_START = re.compile(rf"(?:{_NUMBERED})?{_BODY}\s*,?\s*§\s?\d+")


def act_of(verb: str) -> Act:
    """What a verb that one of the patterns found does."""
    return next(act for act, pattern in _ACTS if pattern.search(verb))


def notices(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each "NUMBER Body § N – title" that begins a line or follows another such notice in `[start, end)`."""
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        begins = [found.start() for found in _NOTICE_START.finditer(text, line.start(), line.end())]
        if not begins or begins[0] != line.start():
            continue
        for begin, stop in zip(begins, [*begins[1:], line.end()], strict=True):
            whole = re.compile(r".+", re.DOTALL).match(text, begin, stop)
            if whole is not None:
                yield whole
