"""Where an amount lies among the limits: drawn, and told for whoever can't see it."""

from dataclasses import dataclass
from decimal import Decimal
from math import log10

from hierarchy.procurement.assessment import Assessment, Limit
from ui.escape import as_html
from ui.purchase.words import consequence, written_sum
from ui.texts import Texts


@dataclass(frozen=True)
class Mark:
    """The limits at one amount.

    `at`: their place from the left, 0–100; `number` ties them to their line below.
    """

    number: int
    at: float
    amount: Decimal
    limits: tuple[Limit, ...]


def marks(assessment: Assessment) -> tuple[tuple[Mark, ...], float]:
    """The limits with an amount, lowest first, and the value's own place; the scale is logarithmic."""
    by_amount: dict[Decimal, dict[str, Limit]] = {}
    for limit in (
        *(limit for opening in assessment.openings for limit in (*opening.limits, *opening.stricter)),
        *assessment.duties,
        *assessment.pending,
    ):
        if limit.amount:
            by_amount.setdefault(limit.amount, {})[limit.threshold.id] = limit
    value = max(float(assessment.value), 1.0)
    ends = [value, *map(float, by_amount)]
    low, high = log10(min(ends) / 2), log10(max(ends) * 2)

    def place(amount: float) -> float:
        return round(100 * (log10(amount) - low) / (high - low), 1)

    placed = tuple(
        Mark(number, place(float(amount)), amount, tuple(by_amount[amount].values()))
        for number, amount in enumerate(sorted(by_amount), start=1)
    )
    return placed, place(value)


def scale_html(assessment: Assessment, texts: Texts) -> str:
    """The scale as a picture with a text alternative, and its limits as a list."""
    placed, value_at = marks(assessment)
    value = written_sum(assessment.value, texts)
    ticks = "".join(
        f"<span class='rs-tick' style='left:{mark.at}%'><i>{mark.number}</i></span>" for mark in placed
    )
    below = sum(mark.amount <= assessment.value for mark in placed)
    told = as_html(texts("purchase.scale.alt", value=value, below=below, all=len(placed)))
    return (
        f"<div class='rs-scale' role='img' aria-label='{told}'><div class='rs-scale-bar'>"
        f"<span class='rs-scale-filled' style='width:{value_at}%'></span>{ticks}"
        f"<span class='rs-scale-value' style='left:{value_at}%'><b>{as_html(value)}</b></span></div></div>"
        f"<ol class='rs-scale-list'>{''.join(_line(mark, texts) for mark in placed)}</ol>"
    )


def _line(mark: Mark, texts: Texts) -> str:
    said = " ".join(dict.fromkeys(consequence(limit.threshold, texts) for limit in mark.limits))
    return f"<li value='{mark.number}'><b>{as_html(written_sum(mark.amount, texts))}</b> {as_html(said)}</li>"
