"""A purchase told in a question: what it requires, and the limits that its answer rests on."""

import re
from collections.abc import Callable, Sequence

from answers.polar import polar_question
from answers.purchase_question import purchase_in
from answers.understanding import Understood
from answers.wording import Wording
from hierarchy.procurement.assessment import Checked, required
from hierarchy.procurement.money import written_sum
from hierarchy.procurement.purchase import Outcome, examine
from hierarchy.procurement.thresholds import Procedure
from hierarchy.procurement.value import Part, PurchaseError

_PROCEDURE = re.compile(
    r"\b(?:direkt|direktupphandl\w*|upphandl\w*|annons\w*|förfarande\w*|procur\w*|advertis\w*|tender\w*|directly)\b",
    re.I,
)
_DIRECTLY = re.compile(
    r"\b(?:direkt|direktupphandl\w*|(?:utan|slippa|måste|behöver)\b.{0,20}\bannons\w*|directly|without.{0,20}advert\w*)\b",
    re.I,
)


def weighed(
    question: Understood, limits: Callable[[], Sequence[Checked]], organisations: Sequence[str]
) -> Outcome | None:
    """What the purchase that a question tells the price of requires.

    None where it tells of none, speaks of no procedure, or can't be counted. `limits` is called only where
    it does.
    """
    purchase = purchase_in(question) if _PROCEDURE.search(question.text) else None
    thresholds = limits() if purchase else ()
    if purchase is None or not thresholds:
        return None
    try:
        return examine(purchase, thresholds, organisations)
    except PurchaseError:
        # A price that no limit of the library concerns is a question like any other.
        return None


def limits_asked_for(question: Understood, outcome: Outcome) -> list[tuple[str, str]]:
    """Document and address of the limits that decide whether the purchase may be made directly.

    Where the law closes direct procurement its limit decides, whatever else is asked; where it leaves it
    open, only a question for yes or no about that, and not about who may decide.
    """
    if not _DIRECTLY.search(question.text):
        return []
    direct = next(o for o in outcome.assessment.openings if o.procedure is Procedure.DIRECT)
    polar = polar_question(question.text) is not None
    asks_only_that = polar and not question.offices and question.wanted is None
    if direct.open is None or (direct.open and not asks_only_that):
        return []
    citations = [citation for limit in direct.limits for citation in limit.checked.citations]
    return [(citation.document.document, citation.provision.address) for citation in citations]


def read_back(outcome: Outcome, wording: Wording, language: str) -> str:
    """The figures as they were taken, the value that they come to, and the procedure that it requires."""
    parts = [_taken(part, wording, language) for part in outcome.purchase.parts]
    return wording.purchase(
        "read_back",
        steps=", ".join(parts),
        value=written_sum(outcome.value.total, language),
        law=outcome.assessment.law.upper(),
        procedure=wording.purchase(required(outcome.assessment)),
    )


def _taken(part: Part, wording: Wording, language: str) -> str:
    """One amount with what it was taken as: an option, with VAT, so many months."""
    said = wording.purchase(part.role, amount=written_sum(part.amount, language))
    if part.months is not None:
        said += wording.purchase("monthly" if part.months else "open_ended", months=part.months)
    return said + (wording.purchase("with_vat", rate=part.vat) if part.vat is not None else "")
