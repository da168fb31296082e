"""A purchase that a question describes: "får vi köpa konsulter för 650 tkr plus option på 100 tkr?"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from answers.understanding import Understood
from hierarchy.amounts import Amount, amounts
from hierarchy.procurement.purchase import Purchase
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.procurement.value import VAT_RATES, Part, Role

_BUYS = re.compile(
    r"\b(?:(?:in)?köp(?:a|er|te|t|et)?|(?:direkt)?upphandl\w*|beställ\w*|anskaff\w*|skaffa\w*|anlita\w*|hyra|hyr|"
    r"leasa\w*|avropa\w*|buy(?:ing)?|bought|purchas\w*|procur\w*|order(?:ing)?|hire|hiring|lease|leasing)\b",
    re.I,
)
# "gränsen är 700 000 kr": an amount that the question speaks of as a rule, not as a price.
_LIMIT = re.compile(
    r"\b(?:\w*gräns\w*|tröskel\w*|limit|threshold)\b[^.?!]{0,40}$|\b(?:avgift|böter|vite|fine|fee)\w*\b[^.?!]{0,60}$",
    re.I,
)
_COUNTED_BY = re.compile(r"\s*(?:per|om|varje|i|a|each)\s+(?P<unit>månad\w*|mån|month|år\w*|year)\b", re.I)
_MONTHS = re.compile(r"\b(?P<count>\d{1,3})\s+(?:månad\w*|mån|months?)\b", re.I)
_YEARS = re.compile(
    r"\b(?P<count>\d{1,2}|ett|två|tre|fyra|fem|one|two|three|four|five)\s+(?:år|years?)\b", re.I
)
_COUNTS = {
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_OPEN_ENDED = re.compile(
    r"\btills vidare\b|\butan slutdatum\b|\buntil further notice\b|\bindefinite\w*\b", re.I
)
_ROLES = (
    (Role.OPTION, re.compile(r"\boption\w*\b", re.I)),
    (Role.EXTENSION, re.compile(r"\b(?:förläng\w*|extension\w*|extend\w*)\b", re.I)),
    (Role.PREMIUM, re.compile(r"\b(?:ersättning|premie)\w* till anbud\w*", re.I)),
)
_EARLIER = re.compile(r"\b(?:redan|tidigare|hittills|förut|already|earlier|previously)\b[^.?!]{0,40}$", re.I)
_WITH_VAT = re.compile(
    r"\b(?:inkl(?:usive|\.)?|med|incl(?:uding|\.)?)\s+(?:(?P<rate>25|12|6)\s*%\s*)?(?:moms|vat)", re.I
)
_LAWS = (
    (Law.LUFS, re.compile(r"\bLUFS\b")),
    (Law.LUF, re.compile(r"\bLUF\b|försörjningssektor\w*", re.I)),
    (Law.LUK, re.compile(r"\bLUK\b|\bkoncession\w*|\bconcession\w*", re.I)),
    (Law.LOU, re.compile(r"\bLOU\b")),
)
_SUBJECTS = (
    (Subject.CONCESSION, re.compile(r"\b(?:koncession|concession)\w*", re.I)),
    (
        Subject.SPECIAL_SERVICES,
        re.compile(
            r"\b(?:bilaga|annex) 2\b|"
            r"\b(?:social\w* tjänst|omsorg|hälso- och sjukvårdstjänst|särskilda tjänst)\w*",
            re.I,
        ),
    ),
    (
        Subject.WORKS,
        re.compile(
            r"\b(?:bygg(?:a|nation\w*|entreprenad\w*)?|ombyggnad\w*|renover\w*|works|construction)\b", re.I
        ),
    ),
    (
        Subject.SERVICES,
        re.compile(
            r"\b(?:tjänst(?:en|er|erna)?|konsult\w*|\w*utbildning\w*|städning|services?|consult\w*|training)\b",
            re.I,
        ),
    ),
    (
        Subject.GOODS,
        re.compile(
            r"\b(?:var(?:a|an|or|orna)|möbler|datorer|utrustning\w*|inventarier|goods|furniture|computers|equipment)\b",
            re.I,
        ),
    ),
)


def purchase_in(question: Understood) -> Purchase | None:
    """The purchase that a question tells the price of; None where it tells of none.

    An amount that the question names as a limit, a fee or a fine is no price.
    """
    text = question.text
    if not _BUYS.search(text):
        return None
    prices = [amount for amount in amounts(text) if not _LIMIT.search(text[: amount.start])]
    earlier = [amount for amount in prices if _EARLIER.search(text[: amount.start])]
    own = [amount for amount in prices if amount not in earlier]
    if not own:
        return None
    vat = _vat(text)
    return Purchase(
        parts=tuple(_parts(text, own, vat)),
        day=question.as_of,
        law=next((law for law, pattern in _LAWS if pattern.search(text)), None),
        subject=next((subject for subject, pattern in _SUBJECTS if pattern.search(text)), None),
        organisation=question.organisation.id if question.organisation else None,
        earlier=sum((amount.sek for amount in earlier), Decimal(0)) or None,
    )


def _parts(text: str, own: list[Amount], vat: Decimal | None) -> Iterator[Part]:
    for position, amount in enumerate(own):
        before = text[own[position - 1].end if position else 0 : amount.start]
        after = text[amount.end : own[position + 1].start if position + 1 < len(own) else len(text)]
        role = next((role for role, pattern in _ROLES if pattern.search(before)), Role.CONTRACT)
        months, times = _term(text, after)
        yield Part(amount.sek * times, role, vat, months)


def _term(text: str, after: str) -> tuple[int | None, int]:
    """How many months an amount is paid for, or how many times where it is paid by the year."""
    counted = _COUNTED_BY.match(after)
    if counted is None:
        return None, 1
    months, years = _MONTHS.search(text), _YEARS.search(text)
    of_years = (_COUNTS.get(years["count"].lower()) or int(years["count"])) if years else None
    if counted["unit"].lower().startswith("m"):
        if _OPEN_ENDED.search(text) or (months is None and of_years is None):
            return 0, 1
        return (int(months["count"]) if months else (of_years or 1) * 12), 1
    return None, of_years or 1


def _vat(text: str) -> Decimal | None:
    match = _WITH_VAT.search(text)
    if match is None:
        return None
    return Decimal(match["rate"]) if match["rate"] else VAT_RATES[0]
