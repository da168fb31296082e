"""Acts, and what is issued under them."""

import pytest

from hierarchy.levels import Level
from index.acts import is_issued, issued_under
from tests.answers.making import document

TEXT = "Vid tillämpningen av lagen (2016:1145) om offentlig upphandling gäller följande belopp."


@pytest.mark.parametrize("kind", ["tillkännagivande", "förordning", "föreskrift"])
def test_a_text_of_law_that_is_no_act_is_issued(kind: str) -> None:
    assert is_issued(document("belopp", Level.LAW, kind=kind))


def test_an_act_and_a_local_rule_are_not_issued() -> None:
    assert not is_issued(document("luf", Level.LAW, kind="lag"))
    assert not is_issued(document("regel", Level.RULE, kind="föreskrift"))


def test_it_is_issued_under_the_acts_that_it_names_where_it_begins() -> None:
    assert issued_under(TEXT) == {"2016:1145"}
    assert issued_under("x" * 3_000 + TEXT) == frozenset()


def test_what_lets_it_be_issued_is_not_what_it_is_about() -> None:
    assert issued_under("Med stöd av 8 kap. 7 § regeringsformen föreskrivs följande.") == frozenset()
