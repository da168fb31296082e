"""Threshold cases: a purchase just below, at and above a limit, with the answer that the limits compute."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from hierarchy.ladder import Citation
from hierarchy.levels import Level
from hierarchy.procurement.assessment import Assessment, Checked, assess
from hierarchy.procurement.money import written_sum
from hierarchy.procurement.thresholds import Effect, Law, Standing, Subject, Threshold, holds
from learning.course import Item, Kind, Source, made_item, source_of
from learning.material import Material
from learning.options import FEWEST_WRONG, MOST_WRONG

ALLOWED, NOT_ALLOWED = "Ja, direktupphandling är tillåten", "Nej, direktupphandling är inte tillåten"
_BOUGHT = {Subject.GOODS: "varor", Subject.SERVICES: "tjänster"}
_LAWS = {
    Law.LOU: "lagen om offentlig upphandling",
    Law.LUF: "lagen om upphandling inom försörjningssektorerna",
}


def cases(material: Material, thresholds: Sequence[Checked], day: date) -> Iterator[Item]:
    """Cases from every verified limit in kronor that holds for the material's organisation on `day`."""
    for checked in thresholds:
        limit = checked.threshold
        if checked.standing is not Standing.VERIFIED or limit.amount is None or limit.law not in _LAWS:
            continue
        if not checked.citations or checked.citations[0].document.document not in material.documents:
            continue
        subject = next((s for s in _BOUGHT if limit.concerns(limit.law, s, material.organisation)), None)
        if subject is None or not limit.is_valid_on(day) or limit.overtaken_by:
            continue
        for value in values_around(limit.amount):
            assessment = assess(
                value,
                thresholds,
                law=limit.law,
                subject=subject,
                organisation=material.organisation,
                day=day,
            )
            if limit.effect is Effect.DIRECT_PROCUREMENT and limit.level is Level.LAW:
                yield from _direct(checked, assessment, material)
            elif limit.effect is Effect.DUTY:
                yield from _duty(checked, assessment, thresholds, material)


def values_around(limit: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """A value below the limit, the limit itself, and one above: one percent away, and at least a krona."""
    step = max(Decimal(1), (limit / 100).to_integral_value())
    return limit - step, limit, limit + step


def _direct(checked: Checked, assessment: Assessment, material: Material) -> Iterator[Item]:
    opened = assessment.openings[0].open
    if opened is None:
        return
    right, wrong = (ALLOWED, NOT_ALLOWED) if opened else (NOT_ALLOWED, ALLOWED)
    question = (
        f"{_purchase(assessment)} Är direktupphandling tillåten enligt {_LAWS[assessment.law]}, "
        "om inget undantag är tillämpligt?"
    )
    source = _source(checked.citations[0], material)
    yield made_item(Kind.CASE, question, right, [wrong], source, order=(ALLOWED, NOT_ALLOWED))


def _duty(
    checked: Checked, assessment: Assessment, thresholds: Sequence[Checked], material: Material
) -> Iterator[Item]:
    """What follows of the value: the duty where the limit is met, beside what other values bring."""
    following = {limit.threshold.id for limit in assessment.duties}
    if checked.threshold.id not in following:
        return
    said = {limit.threshold.consequence_sv for limit in assessment.duties}
    others = [
        other.threshold
        for other in thresholds
        if other.threshold.effect is Effect.DUTY
        and other.threshold.compares
        and other.threshold.concerns(assessment.law, assessment.subject, assessment.organisation)
        and other.threshold.level is checked.threshold.level
        and not _holds(other.threshold, assessment.value)
        and other.threshold.consequence_sv not in said
    ]
    same = [other for other in others if other.duty == checked.threshold.duty]
    rest = [other for other in others if other.duty != checked.threshold.duty]
    wrong = list(dict.fromkeys(other.consequence_sv for other in (*same, *rest)))[:MOST_WRONG]
    if len(wrong) < FEWEST_WRONG:
        return
    citation = checked.citations[0]
    question = f"{_purchase(assessment)} Vad följer av värdet enligt ”{citation.document.title}”?"
    yield made_item(Kind.CASE, question, checked.threshold.consequence_sv, wrong, _source(citation, material))


def _holds(threshold: Threshold, value: Decimal) -> bool:
    if threshold.comparator is None or threshold.amount is None:
        return True
    return holds(threshold.comparator, value, threshold.amount)


def _purchase(assessment: Assessment) -> str:
    what = _BOUGHT[assessment.subject]
    return f"Ni ska köpa {what} för {written_sum(assessment.value, 'sv')} utan moms."


def _source(citation: Citation, material: Material) -> Source:
    text = material.library.text(citation.document.document)
    return source_of(citation.document, citation.provision, text, citation.start, citation.end)
