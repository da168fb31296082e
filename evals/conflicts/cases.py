"""The list of planted pairs: what collides, what only looks so, and which rule settles it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"


@dataclass(frozen=True)
class Side:
    """One rule of a pair: its document and its words."""

    document: str
    quote: str


@dataclass(frozen=True)
class Case:
    """A pair of rules and a question that finds one of them.

    `prevails`: the document that goes first, None where the two don't collide; `rule`: the principle that is
    to be named. `written`: "before" the mechanism was built; "after" it and "last", each asked once before
    any change; "blind", by someone who had not read it; "mended", when those had been learned from.
    """

    id: str
    written: str
    kind: str
    rungs: str
    question: str
    sides: tuple[Side, Side]
    prevails: str | None
    rule: str | None

    @property
    def collides(self) -> bool:
        return self.prevails is not None


def load_cases(path: Path = HERE / "cases.yaml") -> tuple[Case, ...]:
    """Every case in the order of the file. Raises TypeError where a field is missing or unknown."""
    cases = []
    for entry in yaml.safe_load(path.read_text("utf-8")):
        first, second = (Side(**side) for side in entry.pop("sides"))
        cases.append(Case(**entry, sides=(first, second)))
    return tuple(cases)
