"""A purchase's outcome in words: sums, limits, missing facts and faults, in the reader's language."""

from decimal import Decimal

from hierarchy.amounts import Comparator
from hierarchy.levels import Hierarchy
from hierarchy.procurement import money
from hierarchy.procurement.assessment import Checked, NextLimit, Opening, required
from hierarchy.procurement.purchase import Alternative, Fact, Missing, Outcome
from hierarchy.procurement.thresholds import Threshold
from hierarchy.procurement.value import PurchaseError, Step
from ui.formats import organisation_name, written_date
from ui.texts import Texts


def written_sum(amount: Decimal, texts: Texts) -> str:
    return money.written_sum(amount, texts.language)


def consequence(threshold: Threshold, texts: Texts) -> str:
    return threshold.consequence_en if texts.language == "en" else threshold.consequence_sv


def lead(outcome: Outcome, texts: Texts) -> str:
    """The outcome in a sentence."""
    assessment = outcome.assessment
    law = texts(f"purchase.law.{assessment.law}")
    value = written_sum(assessment.value, texts)
    return texts(f"purchase.lead.{required(assessment)}", value=value, law=law)


def scope(outcome: Outcome, hierarchy: Hierarchy, texts: Texts) -> str:
    """For which act, what, whom and when it holds."""
    assessment = outcome.assessment
    return texts(
        "purchase.for",
        law=texts(f"purchase.law.{assessment.law}"),
        subject=texts(f"purchase.subject.{assessment.subject}"),
        organisation=buyer(assessment.organisation, hierarchy, texts),
        date=written_date(assessment.day, texts),
    )


def buyer(organisation: str | None, hierarchy: Hierarchy, texts: Texts) -> str:
    known = hierarchy.organisation(organisation) if organisation else None
    return organisation_name(known, texts) if known else texts("answer.any_organisation")


def step_said(step: Step, texts: Texts) -> str:
    name, given = texts(f"purchase.step.{step.name}"), written_sum(step.given, texts)
    if step.given == step.counted:
        return texts("purchase.step.line", name=name, given=given)
    counted = written_sum(step.counted, texts)
    return texts("purchase.step.line_counted", name=name, given=given, counted=counted, rule=step.rule)


def state_of(opening: Opening, organisation: str, texts: Texts) -> str:
    if opening.open is None:
        return texts("purchase.unknown")
    if not opening.open:
        return texts("purchase.closed")
    if opening.allowed_here is False:
        return texts("purchase.closed_here", organisation=organisation)
    return texts("purchase.open")


def next_said(ahead: NextLimit | None, texts: Texts) -> str:
    if ahead is None or ahead.limit.amount is None:
        return texts("purchase.next.none")
    threshold = ahead.limit.threshold
    amount = written_sum(ahead.limit.amount, texts)
    said = {"amount": amount, "consequence": consequence(threshold, texts)}
    # A rule on what lies below its limit ends there; the others begin.
    ends = threshold.comparator in (Comparator.UNDER, Comparator.AT_MOST)
    if not ahead.distance:
        return texts("purchase.next.at_end" if ends else "purchase.next.at", **said)
    distance = written_sum(ahead.distance, texts)
    return texts("purchase.next.end" if ends else "purchase.next.begin", distance=distance, **said)


def missing_said(missing: Missing, texts: Texts) -> str:
    """What isn't known, and what was taken for it."""
    if missing.fact in (Fact.EARLIER, Fact.RECURRING):
        key = f"purchase.missing.{missing.fact}"
        if missing.room is None:
            return texts(f"{key}_free")
        return texts(key, room=written_sum(missing.room, texts))
    if missing.assumed is None:
        return texts(f"purchase.missing.{missing.fact}")
    assumed = texts(f"purchase.{missing.fact}.{missing.assumed}")
    return texts(f"purchase.missing.{missing.fact}", assumed=assumed)


def alternative_said(missing: Missing, alternative: Alternative, hierarchy: Hierarchy, texts: Texts) -> str:
    """What would be the lightest procedure with another fact."""
    if missing.fact is Fact.ORGANISATION:
        value = buyer(alternative.value, hierarchy, texts)
    else:
        value = texts(f"purchase.{missing.fact}.{alternative.value}")
    procedure = (
        texts(f"purchase.procedure.{alternative.lightest}").lower()
        if alternative.lightest
        else texts("purchase.unknown")
    )
    return texts("purchase.missing.would", value=value, procedure=procedure)


def caution(checked: Checked, texts: Texts) -> str | None:
    """What is to be said of a limit that is counted with but not verified."""
    key = f"purchase.standing.{checked.standing}"
    return texts(key) if key in texts.keys else None


def fault_said(error: PurchaseError, texts: Texts) -> tuple[str, str]:
    """Why a purchase can't be examined, and what to do about it."""
    law = texts(f"purchase.law.{error.law}") if error.law else ""
    key = f"purchase.fault.{error.fault}"
    return texts(key, law=law), texts(f"{key}_remedy")
