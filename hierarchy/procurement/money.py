"""A sum as somebody types it: "450000", "450 tkr", "0,45 mnkr", "SEK 450 000"."""

import re
from decimal import Decimal
from enum import StrEnum

from hierarchy.procurement.value import LARGEST

_NO_BREAK = "\u00a0"
_FACTORS = {
    "": 1,
    "kr": 1,
    "kronor": 1,
    "krona": 1,
    "sek": 1,
    ":-": 1,
    "tkr": 1_000,
    "kkr": 1_000,
    "ksek": 1_000,
    "k": 1_000,
    "tusen": 1_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "msek": 1_000_000,
    "miljon": 1_000_000,
    "miljoner": 1_000_000,
    "milj": 1_000_000,
}
_UNITS = "|".join(sorted(map(re.escape, _FACTORS), key=len, reverse=True))
_FOREIGN = re.compile(r"[€$£]|\b(?:eur|euro|usd|dollar|gbp|pund|nok|dkk|chf)\b", re.I)
_SUM = re.compile(
    r"(?:sek\s*)?(?P<sign>[-−])?(?P<figure>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:[,.](?P<part>\d+))?"
    rf"\s*(?P<unit>{_UNITS})\.?(?:\s*(?:kr|kronor|sek))?",
    re.I,
)

# "SEK 450,000": the comma parts thousands, since no sum has three decimals.
_ENGLISH = re.compile(r"(?:sek\s*)?\d{1,3}(?:,\d{3})+(?:\s*(?:sek|kr|kronor))?", re.I)


class SumFault(StrEnum):
    """Why a text is no sum in kronor."""

    NO_SUM = "no_sum"
    FOREIGN = "foreign"
    BELOW_ZERO = "below_zero"
    TOO_LARGE = "too_large"


class SumError(ValueError):
    """A text that is no sum in kronor."""

    def __init__(self, fault: SumFault, text: str) -> None:
        super().__init__(f"{fault}: {text}")
        self.fault = fault
        self.text = text


def kronor(text: str) -> Decimal:
    """The sum in kronor. Raises SumError: other currencies are never converted."""
    written = " ".join(text.split())
    if _FOREIGN.search(written):
        raise SumError(SumFault.FOREIGN, written)
    if _ENGLISH.fullmatch(written):
        written = written.replace(",", "")
    match = _SUM.fullmatch(written)
    if match is None:
        raise SumError(SumFault.NO_SUM, written)
    if match["sign"]:
        raise SumError(SumFault.BELOW_ZERO, written)
    figure = re.sub(r"\D", "", match["figure"])
    amount = Decimal(f"{figure}.{match['part'] or '0'}") * _FACTORS[match["unit"].lower()]
    if amount > LARGEST:
        raise SumError(SumFault.TOO_LARGE, written)
    whole = amount.to_integral_value()
    return whole if whole == amount else amount


def written_sum(amount: Decimal, language: str) -> str:
    """ "700 000 kr" with spaces that don't break, "SEK 700,000" in English; öre only where there are some."""
    whole = amount == amount.to_integral_value()
    figure = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    if language == "en":
        return f"SEK{_NO_BREAK}{figure}"
    return figure.replace(",", _NO_BREAK).replace(".", ",") + f"{_NO_BREAK}kr"
