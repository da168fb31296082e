"""`thresholds.yaml`, and the mistakes in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from hierarchy.amounts import Comparator
from hierarchy.levels import Hierarchy, Level, Organisation
from hierarchy.procurement.thresholds import Effect, Law, Subject, Threshold
from ingest.thresholds_file import parse_thresholds
from ingest.yaml_fields import GovernanceError

HIERARCHY = Hierarchy((Organisation("norr", "Region Norr", "Region North", ()),))
LIMIT = """
  - id: gräns
    law: lou
    effect: direct_procurement
    subjects: [goods]
    organisations: [norr]
    comparator: under
    amount: 700 000
    level: guideline
    valid_from: 2025-01-01
    consequence: {sv: Går bra., en: Is fine.}
    sources: [{document: lag, section: 2 §, quote: under 700 000 kronor}]
"""


def read(text: str = LIMIT) -> tuple[Threshold, ...]:
    return parse_thresholds(Path("thresholds.yaml"), f"thresholds:{text}", HIERARCHY)


def mistake(old: str, new: str) -> GovernanceError:
    assert old in LIMIT
    with pytest.raises(GovernanceError) as caught:
        read(LIMIT.replace(old, new))
    return caught.value


def test_a_limit_is_read_whole() -> None:
    (found,) = read()
    assert (found.law, found.effect, found.level) == (Law.LOU, Effect.DIRECT_PROCUREMENT, Level.GUIDELINE)
    assert (found.comparator, found.amount) == (Comparator.UNDER, Decimal(700_000))
    assert found.subjects == {Subject.GOODS}
    assert found.sources[0].quote == "under 700 000 kronor"


def test_an_empty_file_has_no_limits() -> None:
    assert parse_thresholds(Path("thresholds.yaml"), "", HIERARCHY) == ()


def test_a_share_names_the_limit_it_is_a_share_of() -> None:
    share = LIMIT.replace("gräns", "andel").replace("amount: 700 000", "percent: {share: 5, of: gräns}")
    found = read(LIMIT + share)
    assert (found[1].percent, found[1].percent_of) == (Decimal(5), "gräns")


@pytest.mark.parametrize(
    ("old", "new", "field", "line"),
    [
        ("law: lou", "law: lov", "law", 3),
        ("comparator: under", "comparator: below", "comparator", 7),
        ("amount: 700 000", "amount: mycket", "amount", 8),
        ("amount: 700 000", "amount: -5", "amount", 8),
        ("organisations: [norr]", "organisations: [syd]", "organisations", 6),
        ("subjects: [goods]", "subjects: [bilar]", "subjects", 5),
        ("valid_from: 2025-01-01", "valid_from: snart", "valid_from", 10),
    ],
)
def test_a_mistake_is_named_by_field_and_line(old: str, new: str, field: str, line: int) -> None:
    error = mistake(old, new)
    assert (error.field, error.line) == (field, line)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    comparator: under\n", "", "comparator saknas"),
        ("    amount: 700 000\n", "", "ett belopp behövs"),
        ("amount: 700 000", "amount: 700 000\n    euro: 5", "ett belopp behövs"),
        ("effect: direct_procurement", "effect: duty", "duty saknas"),
        ("valid_from: 2025-01-01", "valid_from: 2025-01-01\n    valid_to: 2024-01-01", "före valid_from"),
        ("amount: 700 000", "percent: {share: 5, of: borta}", "inte finns i filen"),
        ("level: guideline", "overtaken_by: borta", "inte finns i filen"),
    ],
)
def test_fields_that_make_no_rule_together_are_refused(old: str, new: str, said: str) -> None:
    assert said in str(mistake(old, new))


def test_two_limits_of_one_id_are_refused() -> None:
    with pytest.raises(GovernanceError, match="två gånger"):
        read(LIMIT + LIMIT)
