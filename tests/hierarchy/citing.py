"""Documents and citations made for the tests of the legal core."""

from dataclasses import replace
from datetime import date

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Citation
from hierarchy.levels import RUNGS, Level, Organisation, RungDefinition

TODAY = date(2026, 5, 4)


def document(name: str, level: Level, **fields: object) -> GoverningDocument:
    """An adopted document, local ones of the organisation "norr" and in force since 2020."""
    made = GoverningDocument(
        document=name,
        title=name.capitalize(),
        kind="lag" if level is Level.LAW else level.value,
        level=level,
        status=Status.ADOPTED,
        organisations=() if level is Level.LAW else ("norr",),
        valid_from=date(2020, 1, 1),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def cite(source: GoverningDocument, quote: str = "Inköp ska planeras.") -> Citation:
    provision = Provision(source.document, "1 §", ("1 §",), None, 0, len(quote))
    return Citation(source, provision, quote, 0, len(quote))


def organisation(*framing: Level) -> Organisation:
    """The organisation "norr", where every rung binds except those named."""
    rungs = tuple(
        RungDefinition(level, level.value, level.value, binds=level not in framing) for level in RUNGS
    )
    return Organisation("norr", "Region Norr", "Region Norr", rungs)
