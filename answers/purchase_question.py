"""A purchase that a question describes: "får vi köpa konsulter för 650 tkr plus option på 100 tkr?"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answers.understanding import Understood
from hierarchy.amounts import Amount, amounts
from hierarchy.procurement.purchase import Purchase
from hierarchy.procurement.thresholds import Law, Subject
from hierarchy.procurement.value import LARGEST, VAT_RATES, Part, Role

_BUYS = re.compile(
    r"\b(?:(?:in)?köp(?:a|er|te|t|et)?|(?:direkt)?upphandl\w*|beställ\w*|anskaff\w*|skaffa\w*|anlita\w*|hyra|hyr|"
    r"leasa\w*|avropa\w*|buy(?:ing)?|bought|purchas\w*|procur\w*|order(?:ing)?|hire|hiring|lease|leasing)\b",
    re.I,
)
# Words of a rule, a fee or something already bought: an amount may then be another than the price.
_NO_PRICE = re.compile(
    r"\b\w*gräns(?:en|er|erna|värde\w*)?\b|\btröskel\w*|\b(?:avgift|böter|vite)\w*|\bmellan\b|"
    r"\b(?:redan|tidigare|hittills|förut|förra)\b|\butan option\w*|"
    r"\b(?:limits?|thresholds?|fines?|fees?|between|already|earlier|previously|without (?:an )?option)\b",
    re.I,
)
# What an amount is counted by: "per månad", "/år", "i timmen". "I år" is this year.
_COUNTED_BY = re.compile(r"\s*(?:/\s*|(?:per|om|varje|a|each)\s+|i\s+(?!år\b))(?P<unit>[^\W\d_]+)", re.I)
_UNITS = re.compile(
    r"(?:timm|dag|dygn|veck|kvartal|termin|halvår|styck|st\b|enhet|person|anställd|plats|gång|hour|day|week|quarter|"
    r"piece|unit|employee)",
    re.I,
)
_EACH = re.compile(r"\s*(?:styck(?:et)?|st|vardera|each|apiece)\b|\s*per\b", re.I)
_APIECE = re.compile(r"\bà\s*$", re.I)
_NUMBER_WORD = (
    r"\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|one|two|three|four|five|six|ten|twelve"
)
_TERM = re.compile(rf"\b(?P<count>{_NUMBER_WORD})\s+(?P<unit>månad\w*|mån|months?|år|years?)\b", re.I)
_COUNTS = {
    word: count
    for count, words in {
        1: "en ett one", 2: "två two", 3: "tre three", 4: "fyra four", 5: "fem five", 6: "sex six", 7: "sju",
        8: "åtta", 9: "nio", 10: "tio ten", 12: "tolv twelve",
    }.items()
    for word in words.split()
}  # fmt: skip
_OPEN_ENDED = re.compile(
    r"\btills vidare\b|\butan slutdatum\b|\buntil further notice\b|\bindefinite\w*\b", re.I
)
_ROLES = (
    (Role.OPTION, re.compile(r"\boption\w*\b", re.I)),
    (Role.EXTENSION, re.compile(r"\b(?:förläng\w*|extension\w*|extend\w*)\b", re.I)),
)
_VAT = re.compile(r"\b(?:moms\w*|mervärdesskatt\w*|vat)\b", re.I)
_RATE = r"(?:(?P<%s>25|12|6)\s*(?:%%|procent|percent)\s*)"
_WITH_VAT = re.compile(
    rf"\b(?:inkl(?:usive|\.)?|med|incl(?:uding|\.)?)\s+{_RATE % 'before'}?(?:moms|mervärdesskatt|vat)"
    rf"(?:\s+(?:på\s+)?{_RATE % 'after'})?",
    re.I,
)
_WITHOUT_VAT = re.compile(
    r"\b(?:exkl(?:usive|\.)?|utan|ex|excl(?:uding|\.)?|without)\.?\s+(?:moms|mervärdesskatt|vat)", re.I
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


class _Unclear(Exception):
    """Something of the price is not understood, so that nothing is to be counted."""


def purchase_in(question: Understood) -> Purchase | None:
    """The purchase that a question tells the price of; None where it tells of none, or not plainly.

    A price is counted only where all that bears on it is understood: what it is paid by, for how long, with
    which options and VAT. To say nothing is better than to count wrongly.
    """
    text = question.text
    if not _BUYS.search(text) or _NO_PRICE.search(text) or question.others or question.stranger:
        return None
    # "Under 700 000 kr", "över 3 miljoner": a bound and no price.
    prices = [amount for amount in amounts(text) if amount.comparator is None]
    if not prices or any(price.sek > LARGEST for price in prices):
        return None
    try:
        parts = tuple(_parts(text, prices))
    except _Unclear:
        return None
    return Purchase(
        parts=parts,
        day=question.as_of,
        law=next((law for law, pattern in _LAWS if pattern.search(text)), None),
        subject=next((subject for subject, pattern in _SUBJECTS if pattern.search(text)), None),
        organisation=question.organisation.id if question.organisation else None,
    )


def _parts(text: str, prices: Sequence[Amount]) -> Iterator[Part]:
    vat = _vat(text, len(prices))
    roles = []
    for position, price in enumerate(prices):
        before = text[prices[position - 1].end if position else 0 : price.start]
        role = next((role for role, pattern in _ROLES if pattern.search(before)), Role.CONTRACT)
        roles.append(role)
        months, times = _term(text, text[price.end :], _APIECE.search(before) is not None)
        yield Part(price.sek * times, role, vat, months)
    # An option told in time, or in words alone, would be left out of the value.
    if any(pattern.search(text) and role not in roles for role, pattern in _ROLES):
        raise _Unclear


def _term(text: str, after: str, apiece: bool) -> tuple[int | None, int]:
    """How many months an amount is paid for, or how many times where it is paid by the year."""
    counted = _COUNTED_BY.match(after)
    unit = counted["unit"].lower() if counted else ""
    by_time = unit.startswith(("månad", "mån", "month", "år", "year"))
    if apiece or (not by_time and (_UNITS.match(unit) or _EACH.match(after))):
        raise _Unclear
    if not by_time:
        return None, 1
    terms = _TERM.findall(text)
    if len(terms) > 1 or bool(terms) == bool(_OPEN_ENDED.search(text)):
        raise _Unclear
    by_month = unit.startswith(("m",))
    if not terms:
        if not by_month:
            raise _Unclear
        return 0, 1
    count, of = terms[0]
    number = _COUNTS.get(count.lower()) or int(count)
    in_years = of.lower().startswith(("år", "year"))
    if by_month:
        return number * (12 if in_years else 1), 1
    if not in_years:
        raise _Unclear
    return None, number


def _vat(text: str, prices: int) -> Decimal | None:
    """The rate that every amount includes; None where they are without VAT, or nothing is said of it."""
    if not _VAT.search(text):
        return None
    told, left_out = _WITH_VAT.search(text), _WITHOUT_VAT.search(text)
    if len(_VAT.findall(text)) > 1 or bool(told) == bool(left_out) or (told and prices > 1):
        raise _Unclear
    if told is None:
        return None
    rate = told["before"] or told["after"]
    return Decimal(rate) if rate else VAT_RATES[0]
