"""What of a list of numeric rules is proposed, and what is proposed that isn't in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from evals.thresholds.gold import Gold, GoldRule, Limit
from index.library import Library
from index.threshold_proposals import Proposal, propose


@dataclass(frozen=True)
class Figures:
    """Rules listed, proposals made of the listed documents, rules found; of those found, how many with the
    listed effect. `missed` and `too_much` have an entry for each single rule."""

    listed: int
    proposed: int
    found: int
    effects: int
    missed: tuple[GoldRule, ...]
    too_much: tuple[Proposal, ...]

    @property
    def recall(self) -> float:
        return self.found / self.listed if self.listed else 1.0

    @property
    def precision(self) -> float:
        return self.found / self.proposed if self.proposed else 1.0


def measure(library: Library, gold: Gold) -> Figures:
    """Propose from the library on the list's day, and hold it against the list."""
    return compare(gold, propose(library, gold.day))


def compare(gold: Gold, proposals: Iterable[Proposal]) -> Figures:
    """Every rule is found by one proposal at most, and every proposal finds one rule at most."""
    made = [p for p in proposals if p.document.document in gold.documents]
    left = {rule.limit: rule.times for rule in gold.rules}
    effects = {rule.limit: rule.effect for rule in gold.rules}
    right, too_much = 0, []
    for proposal in made:
        limit = limit_of(proposal)
        if left.get(limit, 0):
            left[limit] -= 1
            right += proposal.effect is effects[limit]
        else:
            too_much.append(proposal)
    missed = [rule for rule in gold.rules for _ in range(left[rule.limit])]
    listed = sum(rule.times for rule in gold.rules)
    found = listed - len(missed)
    return Figures(listed, len(made), found, right, tuple(missed), tuple(too_much))


def limit_of(proposal: Proposal) -> Limit:
    """What a proposal is known by: kronor before euro, where a row gives both."""
    figures: tuple[tuple[Decimal | None, str], ...] = (
        (proposal.amount, "kr"),
        (proposal.euro, "euro"),
        (proposal.percent, "%"),
    )
    figure, unit = next((figure, unit) for figure, unit in figures if figure is not None)
    address = proposal.provision.address
    return Limit(proposal.document.document, address, proposal.comparator, figure, unit)


def repeated(gold: Gold) -> list[Limit]:
    """Rules that stand twice in a list, where `times` should have been written."""
    return [limit for limit, count in Counter(rule.limit for rule in gold.rules).items() if count > 1]
