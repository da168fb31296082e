"""Where an amount lies among the limits: drawn, and told for whoever can't see it."""

from dataclasses import dataclass
from decimal import Decimal
from math import log10

from hierarchy.procurement.assessment import Assessment, Limit
from ui.escape import as_html
from ui.purchase_words import consequence, written_sum
from ui.texts import Texts


@dataclass(frozen=True)
class Mark:
    """One limit on the scale. `at`: its place from the left, 0–100; `number` ties it to its line below."""

    number: int
    at: float
    limit: Limit


def marks(assessment: Assessment) -> tuple[tuple[Mark, ...], float]:
    """The limits with an amount, lowest first, and the value's own place; the scale is logarithmic."""
    limits = {
        (limit.amount, limit.threshold.id): limit
        for limit in (
            *(limit for opening in assessment.openings for limit in (*opening.limits, *opening.stricter)),
            *assessment.duties,
            *assessment.pending,
        )
        if limit.amount
    }
    found = sorted(limits.values(), key=lambda limit: (limit.amount or Decimal(0), limit.threshold.id))
    amounts = [float(limit.amount or 0) for limit in found]
    value = max(float(assessment.value), 1.0)
    low, high = log10(min(*amounts, value, value) / 2), log10(max(*amounts, value, value) * 2)

    def place(amount: float) -> float:
        return round(100 * (log10(amount) - low) / (high - low), 1)

    placed = tuple(
        Mark(number, place(amount), limit)
        for number, (amount, limit) in enumerate(zip(amounts, found, strict=True), start=1)
    )
    return placed, place(value)


def scale_html(assessment: Assessment, texts: Texts) -> str:
    """The scale as a picture with a text alternative, and its limits as a list."""
    placed, value_at = marks(assessment)
    value = written_sum(assessment.value, texts)
    ticks = "".join(
        f"<span class='rs-tick' style='left:{mark.at}%'><i>{mark.number}</i></span>" for mark in placed
    )
    told = as_html(texts("purchase.scale.alt", value=value, below=_count(placed, value_at), all=len(placed)))
    lines = "".join(
        f"<li value='{mark.number}'><b>{as_html(written_sum(mark.limit.amount or Decimal(0), texts))}</b> "
        f"{as_html(consequence(mark.limit.threshold, texts))}</li>"
        for mark in placed
    )
    return (
        f"<div class='rs-scale' role='img' aria-label='{told}'><div class='rs-scale-bar'>"
        f"<span class='rs-scale-filled' style='width:{value_at}%'></span>{ticks}"
        f"<span class='rs-scale-value' style='left:{value_at}%'><b>{as_html(value)}</b></span></div></div>"
        f"<ol class='rs-scale-list'>{lines}</ol>"
    )


def _count(placed: tuple[Mark, ...], value_at: float) -> int:
    return sum(mark.at <= value_at for mark in placed)
