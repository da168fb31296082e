"""A mechanism turned off: what stands in for it while questions are asked."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from answers.ranking import Ranking


@dataclass(frozen=True)
class Usual:
    """What is usual with everything on, so that what stands in for a measure can be neutral.

    `means`: of each measure of the provisions that are read closely. `scale`, `shift`: what brings the
    cosines of questions that are not adapted to the mean and the spread of those that are.
    """

    means: Mapping[str, float]
    scale: float = 1.0
    shift: float = 0.0


def _nothing(usual: Usual) -> Mapping[str, object]:
    return {}


def _as_fitted(ranking: Ranking) -> Ranking:
    return ranking


@dataclass(frozen=True)
class Switch:
    """A mechanism that can be turned off.

    `without` says what is done instead. `replaced` gives, by dotted name (the module that uses it, not the
    one that defines it), what stands in; `ranking` the weights and limits instead of the fitted ones.
    `own_library`: it changes what the library remembers of its texts.
    """

    name: str
    without: str
    replaced: Callable[[Usual], Mapping[str, object]] = _nothing
    ranking: Callable[[Ranking], Ranking] = _as_fitted
    own_library: bool = False

    @contextmanager
    def off(self, usual: Usual) -> Iterator[None]:
        """The mechanism is off inside. Raises AttributeError where what it replaces is no longer there."""
        with ExitStack() as stack:
            for name, stand_in in self.replaced(usual).items():
                stack.enter_context(patch(name, stand_in))
            yield
