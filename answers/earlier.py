"""The questions asked before one in a conversation."""

from dataclasses import dataclass

MOST_TURNS = 8
"""How many earlier questions a question may lean on, through one another."""


@dataclass(frozen=True)
class Earlier:
    """A question asked before. `alone`: the person asked it as standing by itself, whatever it looks like."""

    question: str
    alone: bool = False
