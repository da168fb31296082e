"""The rungs of the interpretation hierarchy, and what each organisation calls them."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """A rung of the ladder, highest first; `BACKGROUND` is not a rung and never decides."""

    LAW = "law"
    POLICY = "policy"
    GUIDELINE = "guideline"
    RULE = "rule"
    BACKGROUND = "background"

    @property
    def rank(self) -> int:
        """0 for the highest rung; background comes after every rung."""
        return list(Level).index(self)

    @property
    def is_rung(self) -> bool:
        return self is not Level.BACKGROUND


RUNGS: tuple[Level, ...] = tuple(level for level in Level if level.is_rung)


@dataclass(frozen=True)
class RungDefinition:
    """What one rung is in one organisation.

    `label_sv`, `label_en`: the organisation's own names for it. `adopted_by`: the body that adopts
    documents on it, as written in the documents. `binds`: False where the rung frames but does
    not bind (a university's policy). `kinds`: document kinds that stand on it, in lower case.
    """

    level: Level
    label_sv: str
    label_en: str
    adopted_by: str | None = None
    binds: bool = True
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Organisation:
    """One organisation and its ladder.

    `names`: what texts and questions call it, former names included. `order_source`: stem of
    the document that lays the order of the rungs down, if any. `examples_sv`, `examples_en`: questions to
    start from.
    """

    id: str
    name_sv: str
    name_en: str
    rungs: tuple[RungDefinition, ...]
    names: tuple[str, ...] = ()
    order_source: str | None = None
    examples_sv: tuple[str, ...] = ()
    examples_en: tuple[str, ...] = ()

    def rung(self, level: Level) -> RungDefinition | None:
        return next((rung for rung in self.rungs if rung.level is level), None)


@dataclass(frozen=True)
class Hierarchy:
    """Every organisation that the library knows, by id."""

    organisations: tuple[Organisation, ...]

    def organisation(self, organisation_id: str) -> Organisation | None:
        return next((o for o in self.organisations if o.id == organisation_id), None)
