"""An assistant that gives answers made beforehand, for the tests of what stands around the engine."""

from dataclasses import dataclass, field, replace
from typing import Any

from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition

REGION = Organisation(
    "exempel",
    "Region Exempel",
    "Region Example",
    (
        RungDefinition(Level.LAW, "lagstiftning", "legislation"),
        RungDefinition(Level.POLICY, "policy beslutad av fullmäktige", "policy adopted by the assembly"),
        RungDefinition(Level.GUIDELINE, "riktlinje", "guideline"),
        RungDefinition(Level.RULE, "regler på intranätet", "rules on the intranet"),
    ),
)
NEIGHBOUR = replace(REGION, id="granne", name_sv="Region Granne", name_en="Region Neighbour")


@dataclass
class QueuedAssistant:
    """Gives the queued answers in order (an exception is raised) and remembers what was asked."""

    queue: list[Answer | Exception] = field(default_factory=list)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    hierarchy: Hierarchy = field(default_factory=lambda: Hierarchy((REGION, NEIGHBOUR)))

    def ask(self, question: str, **chosen: Any) -> Answer:
        self.asked.append((question, chosen))
        outcome = self.queue.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return replace(outcome, question=question)
