"""Which level decides, and how the rungs of an answer relate: the hierarchy as a legal rule, not a score."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hierarchy.documents import GoverningDocument
from hierarchy.editions import replacement
from hierarchy.ladder import Citation, Conflict, Relation, Rung
from hierarchy.levels import RUNGS, Level, Organisation
from hierarchy.validity import Validity, state_on

# The order among laws themselves (RF 8 kap. 18 §, 12 kap. 10 §); a kind that isn't listed is not ranked.
LAW_KINDS: tuple[frozenset[str], ...] = (
    frozenset({"eu-fördrag", "eu-förordning", "eu-direktiv"}),
    frozenset({"grundlag"}),
    frozenset({"lag", "balk"}),
    frozenset({"förordning"}),
    frozenset({"föreskrift", "föreskrifter"}),
)


class Standing(StrEnum):
    """What a document is to one organisation on one day.

    `BINDS`: a rule in force. `FRAMES`: in force on a rung that gives direction without binding.
    `UNCONFIRMED`: on the ladder, but not shown to be in force or not shown to concern the organisation.
    `NOT_IN_FORCE`: proposed, referred back, conditional, not yet begun, ended or replaced. `FOREIGN`:
    binds others. `BACKGROUND`: informs and never decides.
    """

    BINDS = "binds"
    FRAMES = "frames"
    UNCONFIRMED = "unconfirmed"
    NOT_IN_FORCE = "not_in_force"
    FOREIGN = "foreign"
    BACKGROUND = "background"


@dataclass(frozen=True)
class Ladder:
    """How the citations of an answer are arranged; every number is an index into them.

    `level` and `citation` are what decides, None where nothing can. `standing` says with what force:
    `BINDS`, `FRAMES`, or `UNCONFIRMED`, which is to be shown with a warning, never as a rule in force.
    `background` informs. `aside` are documents of a rung that can't be used here: foreign, not in force, or
    unconfirmed beside something that is in force.
    """

    level: Level | None
    citation: int | None
    standing: Standing | None
    rungs: tuple[Rung, ...]
    background: tuple[int, ...]
    aside: tuple[int, ...]


def outranks(a: GoverningDocument, b: GoverningDocument) -> bool:
    """Whether `a` goes before `b` whatever their dates (lex superior); background outranks nothing."""
    if not a.level.is_rung:
        return False
    if a.level is not b.level:
        return a.level.rank < b.level.rank
    if a.level is not Level.LAW:
        return False
    kind_a, kind_b = _law_rank(a), _law_rank(b)
    return kind_a is not None and kind_b is not None and kind_a < kind_b


def standing(document: GoverningDocument, organisation: Organisation | None, as_of: date) -> Standing:
    """What the document is to `organisation` on `as_of`; None asks on behalf of whomever it concerns."""
    if not document.level.is_rung:
        return Standing.BACKGROUND
    is_local = document.level is not Level.LAW
    if organisation and document.organisations and organisation.id not in document.organisations:
        return Standing.FOREIGN
    state = state_on(document, as_of)
    if state is Validity.UNCONFIRMED:
        return Standing.UNCONFIRMED
    if state is not Validity.IN_FORCE:
        return Standing.NOT_IN_FORCE
    if organisation and is_local and not document.organisations:
        return Standing.UNCONFIRMED
    rung = organisation.rung(document.level) if organisation and is_local else None
    return Standing.FRAMES if rung and not rung.binds else Standing.BINDS


def applicable(
    citations: Sequence[Citation],
    organisation: Organisation | None,
    as_of: date,
    answering: Collection[int] | None = None,
    conflicts: Sequence[Conflict] = (),
) -> Ladder:
    """Arranges citations on the ladder and says which level decides.

    `answering` are the indexes of the citations that answer the question (all of them unless told);
    only they stand on rungs. The highest rung that binds decides; where none binds, the highest that
    frames; where nothing is in force, the highest unconfirmed. Within the rung the caller's order decides,
    except that a citation which yields in one of `conflicts` comes after the others. Without an
    organisation, local documents count only if one organisation is bound by all of them.
    """
    chosen = (
        range(len(citations)) if answering is None else [i for i in range(len(citations)) if i in answering]
    )
    standings = _standings(citations, organisation, as_of, chosen)
    background = tuple(i for i, value in enumerate(standings) if value is Standing.BACKGROUND)
    force = next(
        (
            force
            for force in (Standing.BINDS, Standing.FRAMES, Standing.UNCONFIRMED)
            if any(standings[i] is force for i in chosen)
        ),
        None,
    )
    shown = {Standing.UNCONFIRMED} if force is Standing.UNCONFIRMED else {Standing.BINDS, Standing.FRAMES}
    placed = [i for i in chosen if standings[i] in shown]
    aside = tuple(i for i in range(len(citations)) if i not in background and i not in placed)
    if force is None:
        return Ladder(None, None, None, (), background, aside)
    yielding = {conflict.yields for conflict in conflicts}
    by_level = {
        level: sorted((i for i in placed if citations[i].document.level is level), key=yielding.__contains__)
        for level in RUNGS
    }
    level = next(level for level in RUNGS if any(standings[i] is force for i in by_level[level]))
    rungs = tuple(
        Rung(
            rung,
            Relation.DECIDES if rung is level else _relation(rung, by_level, citations, conflicts),
            (*held,),
        )
        for rung, held in by_level.items()
        if held
    )
    return Ladder(level, by_level[level][0], force, rungs, background, aside)


def _standings(
    citations: Sequence[Citation], organisation: Organisation | None, as_of: date, chosen: Collection[int]
) -> list[Standing]:
    documents = [citation.document for citation in citations]
    found = [standing(document, organisation, as_of) for document in documents]
    in_force = [document for document, value in zip(documents, found, strict=True) if _usable(value)]
    for i, document in enumerate(documents):
        if _usable(found[i]) and replacement(document, in_force, as_of):
            found[i] = Standing.NOT_IN_FORCE
    if organisation is None:
        bound = [
            set(documents[i].organisations)
            for i in chosen
            if found[i] in _ON_LADDER and documents[i].organisations
        ]
        if bound and not set.intersection(*bound):
            found = [
                Standing.FOREIGN if value in _ON_LADDER and document.organisations else value
                for document, value in zip(documents, found, strict=True)
            ]
    return found


_ON_LADDER = frozenset({Standing.BINDS, Standing.FRAMES, Standing.UNCONFIRMED})


def _usable(value: Standing) -> bool:
    return value in {Standing.BINDS, Standing.FRAMES}


def _relation(
    level: Level,
    by_level: dict[Level, list[int]],
    citations: Sequence[Citation],
    conflicts: Sequence[Conflict],
) -> Relation:
    """How a rung that doesn't decide stands to those above it: it yields, repeats them, or specifies."""
    held = by_level[level]
    above = [i for other, indexes in by_level.items() if other.rank < level.rank for i in indexes]
    settled = [conflict for conflict in conflicts if conflict.settled]
    if any(conflict.yields in held and conflict.prevails in above for conflict in settled):
        return Relation.YIELDS
    said = [_plain(citations[i].quote) for i in above]
    if all(any(_plain(citations[i].quote) in words for words in said) for i in held):
        return Relation.REPEATS
    return Relation.SPECIFIES


def _plain(quote: str) -> str:
    """The words alone, set off by spaces: letter case, punctuation and line breaks say nothing."""
    letters = "".join(c if c.isalnum() else " " for c in quote.casefold())
    return f" {' '.join(letters.split())} "


def _law_rank(document: GoverningDocument) -> int | None:
    return next((rank for rank, kinds in enumerate(LAW_KINDS) if document.kind.casefold() in kinds), None)
