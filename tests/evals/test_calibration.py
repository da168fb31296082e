"""The reliability of a stated probability: what was said against what was so."""

import pytest

from evals.calibration import Told, bands, binned, brier, calibration_error, crossed_probabilities, fit_curve


def told(score: float, right: bool) -> Told:
    return Told({"constant": 1.0, "score": score, "lead": 0.0}, right)


def test_probabilities_that_come_true_have_no_calibration_error() -> None:
    said = [(0.75, True), (0.75, True), (0.75, True), (0.75, False)]
    assert calibration_error(binned(said)) == pytest.approx(0.0)


def test_the_brier_score_is_nought_only_for_certainty_that_is_right() -> None:
    assert brier([(1.0, True), (0.0, False)]) == 0
    assert brier([(0.5, True), (0.5, False)]) == pytest.approx(0.25)


def test_every_answer_is_in_one_bin_and_empty_bins_are_left_out() -> None:
    bins = binned([(0.2, False), (0.95, True), (1.0, True)])
    assert [(b.count, b.right) for b in bins] == [(1, 0), (2, 2)]


def test_the_curve_rises_with_a_sign_that_right_answers_have() -> None:
    given = [told(score / 20, score > 8 or score % 3 == 0) for score in range(20)]
    assert fit_curve(given)["score"] > 0
    said = crossed_probabilities(given)
    assert len(said) == len(given)
    assert all(0 < probability < 1 for probability, _ in said)


def test_a_band_is_borne_only_by_answers_enough() -> None:
    few, many = [(0.9, True)] * 3, [(0.9, True)] * 40
    assert not bands(few)[0]["borne"]
    assert bands(many)[0]["borne"]


def test_a_low_band_is_borne_by_answers_that_were_often_wrong() -> None:
    assert bands([(0.2, False)] * 20)[2]["borne"]
    assert not bands([(0.2, True)] * 20)[2]["borne"]
