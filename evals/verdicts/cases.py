"""The list of questions: what is asked of which library, and what its documents decide."""

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SAMPLE, REAL = "sample", "real"


@dataclass(frozen=True)
class Case:
    """A question of a library, "sample" or "real".

    `verdict`: "yes", "no" or "none" of a question for yes or no. `premise`: of one that takes something for
    granted, words of the quote that contradicts it, or "true" or "none" where nothing does. One of the two is
    None. `written`: "before" the mechanism was built, or "after" it and asked once before any change.
    """

    id: str
    library: str
    written: str
    question: str
    organisation: str | None = None
    language: str = "sv"
    verdict: str | None = None
    premise: str | None = None

    @property
    def is_decided(self) -> bool:
        """Whether there is something to say."""
        return (self.verdict or self.premise) not in {"none", "true"}


def load_cases(path: Path = HERE / "questions.yaml") -> tuple[Case, ...]:
    """Every case in the order of the file. Raises TypeError where a field is missing or unknown."""
    return tuple(Case(**entry) for entry in yaml.safe_load(path.read_text("utf-8")))
