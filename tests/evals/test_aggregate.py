"""Sums over the cases of a run."""

import pytest

from evals.aggregate import by_level, by_organisation, by_tag, latency, totals


def test_a_mean_is_taken_over_the_cases_that_a_metric_applies_to(small_run) -> None:
    reached = totals(small_run)
    # Three answerable questions: found first, second and not at all.
    assert (reached["recall@8"].mean, reached["recall@8"].count) == (pytest.approx(2 / 3), 3)
    assert reached["mrr"].mean == pytest.approx((1 + 1 / 2 + 0) / 3)
    # Right source in one of three; two refusals, one of them right.
    assert reached["right_source_shown"].mean == pytest.approx(1 / 3)
    assert (reached["refusal_recall"].mean, reached["refusal_recall"].count) == (1.0, 1)
    assert (reached["refusal_precision"].mean, reached["refusal_precision"].count) == (0.5, 2)


def test_a_metric_that_applies_to_no_case_is_absent(small_run) -> None:
    assert "warnings" not in totals(small_run)


def test_totals_stand_in_the_order_of_the_suite(small_run) -> None:
    order = [metric.name for metric in small_run.metrics]
    assert list(totals(small_run)) == [name for name in order if name in totals(small_run)]


def test_a_case_counts_under_each_of_its_tags_and_the_largest_group_comes_first(small_run) -> None:
    groups = by_tag(small_run)
    assert [(tag, group.cases) for tag, group in groups.items()] == [
        ("belopp", 2),
        ("kort", 2),
        ("utan svar", 1),
    ]
    assert groups["belopp"].totals["right_source_shown"].mean == 0.5
    assert "right_source_shown" not in groups["utan svar"].totals


def test_groups_by_level_and_organisation_name_what_has_none(small_run) -> None:
    assert {key: group.cases for key, group in by_level(small_run).items()} == {
        "policy": 3,
        "inget svar finns": 1,
    }
    assert {key: group.cases for key, group in by_organisation(small_run).items()} == {
        "exempel": 2,
        "ingen": 2,
    }


def test_latency_has_median_and_95_per_cent_of_each_stage(small_run) -> None:
    spent = latency(small_run)
    # Totals 25, 25, 5, 25 ms; the refusal that took 5 told no other stage.
    assert (spent["total"].median, spent["total"].p95, spent["total"].count) == (25.0, 25.0, 4)
    assert spent["retrieve"].count == 3
