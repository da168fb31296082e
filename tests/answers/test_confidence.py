"""A probability with each answer, and a word for it only where what was measured bears one."""

import pytest

from answers.choice import Choice
from answers.confidence import Calibration, MeasuredBand, confidence_features
from hierarchy.ladder import Band
from hierarchy.levels import Level
from tests.answers.making import document, ranked

LAW = document("lag", Level.LAW)
CURVE = Calibration(
    {"score": 1.0}, (MeasuredBand(Band.HIGH, 0.8, 0.9, True), MeasuredBand(Band.LOW, 0.0, 0.4, False))
)


def test_the_better_the_signs_the_likelier_the_answer() -> None:
    assert CURVE.confidence({"score": 0.0}).probability == pytest.approx(0.5)
    assert CURVE.confidence({"score": 1.0}).probability > CURVE.confidence({"score": 0.5}).probability


def test_a_band_that_the_measured_answers_bear_is_named_with_their_share() -> None:
    sure = CURVE.confidence({"score": 3.0})
    assert (sure.band, sure.share) == (Band.HIGH, 0.9)


def test_a_band_that_they_do_not_bear_is_not_named() -> None:
    doubtful = CURVE.confidence({"score": -1.0})
    assert doubtful.band is None
    assert doubtful.share is None


def test_an_answer_far_ahead_of_what_is_not_cited_has_more_of_a_lead() -> None:
    cited, near, far = ranked(LAW, 1, score=6.0), ranked(LAW, 2, score=5.5), ranked(LAW, 3, score=2.0)
    choice = Choice({Level.LAW: [cited]}, [])
    ahead = confidence_features({Level.LAW: [cited, far]}, choice)
    beside = confidence_features({Level.LAW: [cited, near]}, choice)
    assert ahead["lead"] > beside["lead"] > 0
    assert ahead["score"] == beside["score"]


def test_what_each_sign_adds_is_told() -> None:
    assert CURVE.parts({"score": 2.0}) == {"score": 2.0}
