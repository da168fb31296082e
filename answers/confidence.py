"""How likely an answer is to cite a right source, from what its choice rests on.

A logistic curve (Platt 1999) over the leading provision's score and its lead over the best that is not cited,
fitted and judged by `python -m evals.calibration`, which writes `calibration.yaml`. A band is given only
where the measured answers bear it: see `evals/README.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

import yaml

from answers.choice import Choice
from answers.ranking import Ranked, dot
from hierarchy.ladder import Band, Confidence
from hierarchy.levels import Level

# Scores differ by some ten, and a lead beyond this says no more.
_SCALE = 10.0
_MOST_LEAD = 5.0


@dataclass(frozen=True)
class MeasuredBand:
    """From which probability an answer falls in a band, and the share of the measured ones that were right.

    `borne`: the interval of the share lies where the band's name claims, so that the name may be shown.
    """

    band: Band
    at_least: float
    share: float
    borne: bool


@dataclass(frozen=True)
class Calibration:
    """`weights` of the features, and the bands, highest first."""

    weights: Mapping[str, float]
    bands: tuple[MeasuredBand, ...]

    def parts(self, features: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log-odds."""
        return {name: weight * features[name] for name, weight in self.weights.items()}

    def confidence(self, features: Mapping[str, float]) -> Confidence:
        """The probability that the features speak of, with its band where that is borne."""
        probability = 1 / (1 + exp(-dot(self.weights, features)))
        held = next((band for band in self.bands if probability >= band.at_least), None)
        if held is None or not held.borne:
            return Confidence(probability)
        return Confidence(probability, held.band, held.share)


@cache
def load_calibration() -> Calibration:
    """The calibration that ships with the project."""
    stated = yaml.safe_load(resources.files("answers").joinpath("calibration.yaml").read_text("utf-8"))
    bands = (MeasuredBand(Band(b["band"]), b["at_least"], b["share"], b["borne"]) for b in stated["bands"])
    return Calibration(stated["weights"], tuple(bands))


def confidence_features(ranked: Mapping[Level, Sequence[Ranked]], choice: Choice) -> dict[str, float]:
    """What an answer rests on: the leading provision's score, and its lead over what is not cited."""
    cited = [r for found in choice.answering.values() for r in found]
    ids = {r.candidate.id for r in cited}
    leading = max(r.score for r in cited)
    rest = (r for found in ranked.values() for r in found if r.candidate.id not in ids)
    others = [r.score for r in rest if not r.for_others]
    lead = min(leading - max(others, default=leading - _MOST_LEAD), _MOST_LEAD)
    return {"constant": 1.0, "score": leading / _SCALE, "lead": lead / _MOST_LEAD}
