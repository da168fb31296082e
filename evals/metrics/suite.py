"""Every metric of a run, in the order of the reports."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial

from evals.metrics.fact_coverage import fact_coverage
from evals.metrics.forbidden_strings import forbidden_strings
from evals.metrics.in_force_honesty import in_force_honesty
from evals.metrics.level_accuracy import level_accuracy
from evals.metrics.quote_exactness import quote_exactness
from evals.metrics.reciprocal_rank import reciprocal_rank
from evals.metrics.refusal_precision import refusal_precision
from evals.metrics.refusal_recall import refusal_recall
from evals.metrics.required_warning import required_warning
from evals.metrics.right_source_shown import right_source_shown
from evals.metrics.score import Score
from evals.metrics.section_recall import section_recall
from evals.questions import Question
from evals.records import AnswerRecord, SearchRecord
from hierarchy.validity import Validity

Measure = Callable[[Question, AnswerRecord, SearchRecord], Score | None]


@dataclass(frozen=True)
class Metric:
    """A metric and how reports and gates call it.

    `name`: in gate files and JSON. `label`: Swedish, for people. `is_share`: every score is 0 or 1, so that
    the mean is a share of cases; where False, a score below 1 is a matter of degree and no failure by itself.
    """

    name: str
    label: str
    measure: Measure
    is_share: bool = True


RIGHT_SOURCE_SHOWN = "right_source_shown"
"""The metric that the reports break down by tag, level and organisation: what a user notices first."""


def suite(
    *,
    stored_text: Callable[[str], str],
    organisations_of: Callable[[str], Collection[str]],
    state_of: Callable[[str, date], Validity],
    top: int,
) -> tuple[Metric, ...]:
    """The metrics of a run that asks search for `top` results and can look documents up by stem."""
    return (
        Metric(f"recall@{top}", f"Rätt passage bland {top} träffar", partial(section_recall, k=top)),
        Metric("mrr", "Hur högt rätt träff står (MRR)", reciprocal_rank, is_share=False),
        Metric(RIGHT_SOURCE_SHOWN, "Rätt källa visad", right_source_shown),
        Metric("level", "Rätt nivå", level_accuracy),
        Metric("facts", "Alla fakta med", fact_coverage),
        Metric("quotes", "Exakta citat", partial(quote_exactness, stored_text=stored_text)),
        Metric("refusal_recall", "Avstår när svar saknas", refusal_recall),
        Metric("refusal_precision", "Avstår bara med rätta", refusal_precision),
        Metric("warnings", "Varnar när det behövs", required_warning),
        Metric("forbidden", "Fritt från felaktiga uppgifter", forbidden_strings),
        Metric(
            "in_force",
            "Bara gällande visas som gällande",
            partial(in_force_honesty, organisations_of=organisations_of, state_of=state_of),
        ),
    )
