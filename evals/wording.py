"""Figures and cases in the words of the reports (Swedish)."""

from evals.aggregate import Aggregate
from evals.metrics.level_accuracy import level_name, shown_level
from evals.metrics.suite import Metric
from evals.run import CaseResult, EvalRun

STAGE_NAMES = {"understand": "Förstå frågan", "retrieve": "Söka", "answer": "Svara", "total": "Totalt"}
"""What the keys of `timings_ms` are called."""

LONGEST_QUOTE = 240
"""Characters of a found quote that a report shows: enough to tell which passage it is."""


def figure(metric: Metric, amount: float) -> str:
    """ "78 %" for a share, "0,64" for a matter of degree."""
    return f"{amount * 100:.0f} %" if metric.is_share else decimal(amount, 2)


def span(metric: Metric, total: Aggregate) -> str:
    """The interval as "65–88 %" or "0,51–0,77"."""
    low, high = total.interval.low, total.interval.high
    if metric.is_share:
        return f"{low * 100:.0f}–{high * 100:.0f} %"
    return f"{decimal(low, 2)}–{decimal(high, 2)}"


def milliseconds(amount: float) -> str:
    return f"{decimal(amount, 1 if amount < 100 else 0)} ms"


def decimal(amount: float, places: int) -> str:
    return f"{amount:.{places}f}".replace(".", ",")


def percent_points(difference: float) -> str:
    """ "+2,5 procentenheter"."""
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return f"{sign}{decimal(abs(difference) * 100, 1)} procentenheter"


def level_heading(group: str) -> str:
    """The name of a group by level, where it is a level."""
    return level_name(group) if group in {"law", "policy", "guideline", "rule", "background"} else group


def expected(case: CaseResult) -> list[str]:
    """What an honest answer shows, a line for each part."""
    expect = case.question.expect
    if expect.abstain:
        return ["Avstå: inget i biblioteket svarar."]
    lines = [f"Nivå: {level_name(expect.level)}"]
    lines += [
        _passage(source.document, source.section, source.page, source.quote) for source in expect.sources
    ]
    if expect.must_include:
        lines.append("Ska nämna: " + ", ".join(expect.must_include))
    if expect.must_not_include:
        lines.append("Får inte nämna: " + ", ".join(expect.must_not_include))
    if expect.warning is not None:
        lines.append(f"Varning: {expect.warning.value}")
    return lines


def found(case: CaseResult) -> list[str]:
    """What the answer showed, a line for each part, in the same order as `expected`."""
    answer = case.answer
    if answer["abstained"]:
        return ["Avstod."]
    lines = [f"Nivå: {level_name(shown_level(answer))}"]
    lines += [
        _passage(citation["document"], citation["section"], citation["page"], citation["quote"])
        for citation in answer["citations"]
    ]
    if answer["warnings"]:
        lines.append("Varningar: " + ", ".join(sorted({warning["code"] for warning in answer["warnings"]})))
    return lines


def shortcomings(run: EvalRun, case: CaseResult) -> list[str]:
    """What a case did not pass and why, a line for each metric, and last the step that lost it."""
    lines = [f"{metric.label}: {score.reason}" for metric, score in run.failed(case)]
    return [*lines, f"Steget: {case.lost.sentence}"] if case.lost is not None else lines


def _passage(document: str, section: str | None, page: int | None, quote: str | None) -> str:
    place = ", ".join(
        part for part in (document, section, f"s. {page}" if page is not None else None) if part
    )
    if quote is None:
        return place
    shown = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f"{place}: ”{shown}”"
