"""Purchases as a purchaser meets them, each with the section that makes it so."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from hierarchy.procurement.purchase import Outcome, examine
from tests.hierarchy.procurement.purchases import purchase, real_thresholds

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


@pytest.fixture(params=CASES, ids=[f"{case['case']} ({case['section']})" for case in CASES])
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture
def outcome(case: dict[str, Any]) -> Outcome:
    return examine(purchase(case), real_thresholds())


def test_the_lightest_procedure_is_the_one_that_the_section_opens(
    case: dict[str, Any], outcome: Outcome
) -> None:
    assert outcome.assessment.lightest == case["expect"]["lightest"]


def test_the_value_is_counted_as_the_section_has_it(case: dict[str, Any], outcome: Outcome) -> None:
    parts = sum(Decimal(str(part["amount"])) for part in case["parts"])
    assert outcome.value.total == Decimal(case["expect"].get("value", parts))


def test_the_duties_are_those_of_the_section(case: dict[str, Any], outcome: Outcome) -> None:
    duties = {limit.threshold.duty for limit in outcome.assessment.duties}
    assert duties >= set(case["expect"].get("duties", ()))
    assert not duties & set(case["expect"].get("no_duties", ()))


def test_the_table_covers_at_least_150_purchases() -> None:
    assert len(CASES) >= 150
