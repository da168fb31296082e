"""What a metric gives."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """`value` from 0 (wrong) to 1 (right), and the reason for it: a Swedish phrase for a report."""

    value: float
    reason: str

    @property
    def passed(self) -> bool:
        return self.value >= 1.0


def verdict(right: bool, reason: str) -> Score:
    """A score that is all or nothing."""
    return Score(1.0 if right else 0.0, reason)
