"""Two rules that can't both be followed, and which of them prevails.

Found only by mechanisms that are safe on text: a lower rung that allows a greater amount than a higher
one does for the same thing, and a permission, duty or release against a prohibition or duty in the same
words. A stricter lower rule is no conflict: it specifies.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from hierarchy.editions import share_an_organisation
from hierarchy.ladder import Citation, Conflict
from hierarchy.levels import Level, Organisation
from hierarchy.precedence import Standing, outranks, standing
from hierarchy.statements import Force, Statement, statements
from hierarchy.validity import begins_on

LEX_SUPERIOR = "lex superior"
LEX_POSTERIOR = "lex posterior"
LEX_SPECIALIS = "lex specialis (avgörs av en person)"
UNSETTLED = "avgörs av en person"

# A higher rule's force, and what a lower rule can't say of the same thing.
_AGAINST = {
    Force.FORBIDS: frozenset({Force.PERMITS, Force.REQUIRES}),
    Force.REQUIRES: frozenset({Force.FORBIDS, Force.RELEASES}),
}
# Fewer shared words than this are too few to be sure that two prohibitions are about the same thing.
_ENOUGH_WORDS = 2

_WHY = {
    "sv": {
        LEX_SUPERIOR: "”{lower}” säger emot ”{higher}”, som står på en högre nivå och därför går före.",
        LEX_POSTERIOR: "”{lower}” är äldre än ”{higher}” på samma nivå; den senare går före.",
        LEX_SPECIALIS: "”{higher}” är mer speciell än ”{lower}” på samma nivå. Den speciella regeln går "
        "normalt före, men det behöver en person avgöra.",
        UNSETTLED: "”{higher}” och ”{lower}” står på samma nivå och säger olika. En person behöver avgöra "
        "vilken som gäller; följ den strängare så länge.",
    },
    "en": {
        LEX_SUPERIOR: "“{lower}” contradicts “{higher}”, which stands on a higher level and prevails.",
        LEX_POSTERIOR: "“{lower}” is older than “{higher}” on the same level; the later prevails.",
        LEX_SPECIALIS: "“{higher}” is more specific than “{lower}” on the same level. The specific rule "
        "usually prevails, but a person has to decide.",
        UNSETTLED: "“{higher}” and “{lower}” stand on the same level and differ. A person has to decide "
        "which applies; follow the stricter until then.",
    },
}


def find_conflicts(
    citations: Sequence[Citation], organisation: Organisation | None, as_of: date, language: str = "sv"
) -> tuple[Conflict, ...]:
    """Every conflict between two of the citations; `prevails` and `yields` are indexes into them.

    Only rules that bind `organisation` on `as_of` can conflict. Two laws are never set against each other:
    how they relate is the legislator's doing. `why` is a sentence in `language`, "sv" or "en".
    """
    binding = [
        i
        for i, citation in enumerate(citations)
        if standing(citation.document, organisation, as_of) is Standing.BINDS
    ]
    read = {i: tuple(statements(citations[i].quote)) for i in binding}
    return tuple(
        Conflict(prevails, yields, rule, _why(rule, citations[prevails], citations[yields], language))
        for i, j in combinations(binding, 2)
        if _comparable(citations[i], citations[j])
        for prevails, yields, rule in _settled(i, j, citations, read)
    )


def _comparable(a: Citation, b: Citation) -> bool:
    if a.document.document == b.document.document or a.document.level is b.document.level is Level.LAW:
        return False
    return share_an_organisation(a.document, b.document) and _same_act(a, b) and _same_act(b, a)


def _same_act(law: Citation, other: Citation) -> bool:
    """Whether a local rule that names laws by abbreviation names this one: another law has other limits."""
    abbreviation = law.document.abbreviation
    if law.document.level is not Level.LAW or other.document.level is Level.LAW or abbreviation is None:
        return True
    named = {word.strip(".,;:()") for word in other.quote.split()}
    capitals = {word for word in named if len(word) > 1 and word.isalpha() and word.isupper()}
    return not capitals or abbreviation in capitals


def _settled(
    i: int, j: int, citations: Sequence[Citation], read: dict[int, tuple[Statement, ...]]
) -> Iterator[tuple[int, int, str]]:
    """At most one settlement of the pair: which prevails, which yields, and by what principle."""
    a, b = citations[i].document, citations[j].document
    if outranks(a, b) or outranks(b, a):
        higher, lower = (i, j) if outranks(a, b) else (j, i)
        if any(_goes_beyond(low, high) for high in read[higher] for low in read[lower]):
            yield higher, lower, LEX_SUPERIOR
        return
    for first in read[i]:
        for second in read[j]:
            if _goes_beyond(first, second) or _goes_beyond(second, first):
                begins_a, begins_b = begins_on(a), begins_on(b)
                if begins_a and begins_b and begins_a != begins_b:
                    yield (i, j, LEX_POSTERIOR) if begins_a > begins_b else (j, i, LEX_POSTERIOR)
                else:
                    yield (j, i, UNSETTLED) if _goes_beyond(first, second) else (i, j, UNSETTLED)
                return
            if _special_allows_more(first, second):
                yield i, j, LEX_SPECIALIS
                return
            if _special_allows_more(second, first):
                yield j, i, LEX_SPECIALIS
                return


def _goes_beyond(low: Statement, high: Statement) -> bool:
    """Whether following `low` can break `high`: it allows a greater amount, or says the opposite."""
    if low.subject != high.subject:
        return False
    if low.limit and high.limit:
        return low.limit.sek > high.limit.sek
    if low.limit or high.limit or len(high.subject) < _ENOUGH_WORDS:
        return False
    return low.force in _AGAINST.get(high.force, ())


def _special_allows_more(special: Statement, general: Statement) -> bool:
    if not (special.limit and general.limit):
        return False
    return special.subject > general.subject and special.limit.sek > general.limit.sek


def _why(rule: str, prevails: Citation, yields: Citation, language: str) -> str:
    return _WHY[language][rule].format(higher=prevails.document.title, lower=yields.document.title)
