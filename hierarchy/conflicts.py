"""Two rules that can't both be followed, and which of them prevails.

What breaks what is for `clash.py`: greater amounts, later deadlines, rarer intervals, a permission or release
against a prohibition or duty, another body made responsible. Here it is settled between documents: the higher
level prevails, on one level the later. Where the two may mean different things, or nothing says which goes
first, it is a possible conflict and a person decides. A stricter lower rule is no conflict: it specifies.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from hierarchy.clash import Clash, ConflictKind, clash, nearness
from hierarchy.conflict_reasons import LEX_POSTERIOR, LEX_SPECIALIS, LEX_SUPERIOR, POSSIBLE, SETTLING, reason
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.editions import replacement, share_an_organisation
from hierarchy.ladder import Citation, Conflict
from hierarchy.levels import Level, Organisation
from hierarchy.precedence import Standing, outranks, standing
from hierarchy.rule_words import is_empty, stem, words
from hierarchy.statements import Statement, statements
from hierarchy.validity import begins_on

# With fewer words than this a rule leans on its heading to say what it is about.
_SELF_CONTAINED = 3


@dataclass(frozen=True)
class Passage:
    """A provision with its stored text, read for the rules in it; offsets of statements count from its start.

    `start` and `end` limit what is read of it, as offsets in the text; the rest is only context.
    """

    document: GoverningDocument
    provision: Provision
    text: str
    start: int = 0
    end: int | None = None

    def rules(self) -> tuple[Statement, ...]:
        end = len(self.text) if self.end is None else self.end
        return tuple(s for s in statements(self.text) if s.start < end and s.end > self.start)


@dataclass(frozen=True)
class Collision:
    """Two passages by their indexes, the statements that collide, and the principle that settles it."""

    prevails: int
    yields: int
    rule: str
    kind: ConflictKind
    prevailing: Statement
    yielding: Statement


def find_conflicts(
    citations: Sequence[Citation],
    organisation: Organisation | None,
    as_of: date,
    language: str = "sv",
    texts: Sequence[str] = (),
) -> tuple[Conflict, ...]:
    """Every conflict between two of the citations; `prevails` and `yields` are indexes into them.

    Only rules that bind `organisation` on `as_of` can conflict. Two laws are never set against each other:
    how they relate is the legislator's doing. `texts` are the citations' whole provisions, where a sentence
    after the quote may take it back; without them the quotes alone are read. `why` is a sentence in
    `language`, "sv" or "en".
    """
    passages = [passage_of(c, texts[i] if texts else None) for i, c in enumerate(citations)]
    pairs = combinations(range(len(passages)), 2)
    # Two quotes are set against each other once, by the first of their rules that collide.
    first: dict[frozenset[int], Collision] = {}
    for found in collisions(passages, pairs, organisation, as_of):
        first.setdefault(frozenset({found.prevails, found.yields}), found)
    return tuple(
        Conflict(
            found.prevails,
            found.yields,
            found.rule,
            reason(found.rule, found.kind, citations[found.prevails], citations[found.yields], language),
            found.kind,
            settled=found.rule in SETTLING,
        )
        for found in first.values()
    )


def passage_of(citation: Citation, text: str | None = None) -> Passage:
    """The quote as a passage, within the `text` of its provision where that is given."""
    if text is None:
        return Passage(citation.document, citation.provision, citation.quote)
    start = citation.start - citation.provision.start
    return Passage(citation.document, citation.provision, text, start, start + len(citation.quote))


def collisions(
    passages: Sequence[Passage],
    pairs: Iterable[tuple[int, int]],
    organisation: Organisation | None,
    as_of: date,
) -> Iterator[Collision]:
    """Every collision of each pair of passages, given by their indexes."""
    rules = [
        passage.rules() if standing(passage.document, organisation, as_of) is Standing.BINDS else ()
        for passage in passages
    ]
    for i, j in pairs:
        if rules[i] and rules[j] and _comparable(passages[i].document, passages[j].document, as_of):
            yield from _collision(i, j, passages, rules)


def _comparable(a: GoverningDocument, b: GoverningDocument, as_of: date) -> bool:
    if a.document == b.document or a.level is b.level is Level.LAW or not share_an_organisation(a, b):
        return False
    return not (replacement(a, [b], as_of) or replacement(b, [a], as_of))


def _collision(
    i: int, j: int, passages: Sequence[Passage], rules: Sequence[tuple[Statement, ...]]
) -> Iterator[Collision]:
    a, b = passages[i], passages[j]
    for first in rules[i]:
        for second in rules[j]:
            if not _may_collide(first, second) or not _same_matter(a, first, b, second):
                continue
            if outranks(a.document, b.document):
                found = _across(i, j, first, second)
            elif outranks(b.document, a.document):
                found = _across(j, i, second, first)
            else:
                found = _alongside(i, j, first, second, a.document, b.document)
            if found:
                yield found


def _across(higher: int, lower: int, high: Statement, low: Statement) -> Collision | None:
    breach = clash(low, high)
    if breach is None:
        return None
    rule = LEX_SUPERIOR if breach.certain else POSSIBLE
    return Collision(higher, lower, rule, breach.kind, high, low)


def _alongside(
    i: int, j: int, first: Statement, second: Statement, a: GoverningDocument, b: GoverningDocument
) -> Collision | None:
    """On one level: the later where they say it of the same, the more specific where a person agrees."""
    by_first, by_second = clash(first, second), clash(second, first)
    breach = by_first or by_second
    if breach is None:
        return None
    if _is_special(first, second, by_first):
        return Collision(i, j, LEX_SPECIALIS, breach.kind, first, second)
    if _is_special(second, first, by_second):
        return Collision(j, i, LEX_SPECIALIS, breach.kind, second, first)
    begins_a, begins_b = begins_on(a), begins_on(b)
    dated = begins_a and begins_b and begins_a != begins_b
    # Where no date tells, the stricter stands first: the one that the other breaks.
    first_prevails = begins_a > begins_b if begins_a and begins_b and dated else by_first is None
    rule = LEX_POSTERIOR if dated and breach.certain else POSSIBLE
    if first_prevails:
        return Collision(i, j, rule, breach.kind, first, second)
    return Collision(j, i, rule, breach.kind, second, first)


def _is_special(special: Statement, general: Statement, breach: Clash | None) -> bool:
    return breach is not None and special.subject > general.subject


def _may_collide(a: Statement, b: Statement) -> bool:
    """Cheap to ask before anything else: most rules have nothing in common."""
    return not a.subject.isdisjoint(b.subject) or bool(a.bodies and b.bodies)


def _same_matter(a: Passage, first: Statement, b: Passage, second: Statement) -> bool:
    """Whether nothing around the two rules shows that they are about different things."""
    if not (_same_act(a, b, second) and _same_act(b, a, first)):
        return False
    if min(len(first.about), len(second.about)) >= _SELF_CONTAINED:
        return True
    heading_a, heading_b = _heading(a, first), _heading(b, second)
    return not (heading_a and heading_b) or any(_akin(x, y) for x in heading_a for y in heading_b)


def _heading(passage: Passage, rule: Statement) -> list[str]:
    """What the heading says that the rule does not: "Enkäter" adds nothing to "patientenkäter"."""
    said = [stem(word) for word in words(passage.provision.heading or "") if not is_empty(word)]
    return [word for word in said if not any(_akin(word, own) for own in rule.subject)]


def _akin(a: str, b: str) -> bool:
    return a in b or b in a


def may_contradict(text: str, rules: Iterable[Statement]) -> bool:
    """Whether a text holds enough of the words of some rule to be worth reading.

    Verbs may be others, and the rule may name circumstances of its own, so half of the words may be missing.
    """
    folded = text.casefold()
    stems = _stems(folded)
    for about in {rule.about for rule in rules}:
        held = sum(word in stems or word in folded for word in about)
        if held >= max(1, min(len(about) - 2, (len(about) + 1) // 2)):
            return True
    return False


def are_near(a: Statement, b: Statement) -> bool:
    """Whether one of two rules is about what the other is about, or about some of it."""
    return nearness(a, b) is not None or nearness(b, a) is not None


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


def _same_act(law: Passage, other: Passage, said: Statement) -> bool:
    """Whether a local rule that names laws by abbreviation names this one: another law has other limits."""
    abbreviation = law.document.abbreviation
    if law.document.level is not Level.LAW or other.document.level is Level.LAW or abbreviation is None:
        return True
    named = {word.strip(".,;:()") for word in other.text[said.start : said.end].split()}
    capitals = {word for word in named if len(word) > 1 and word.isalpha() and word.isupper()}
    return not capitals or abbreviation in capitals
