"""Acts, and what is issued under them."""

import pytest

from hierarchy.levels import Level
from index.acts import issued_under
from tests.answers.making import document

TEXT = "Vid tillämpningen av lagen (2016:1145) om offentlig upphandling gäller följande belopp."


@pytest.mark.parametrize("kind", ["tillkännagivande", "förordning", "föreskrift"])
def test_a_text_of_law_that_is_no_act_is_issued_under_those_that_it_names(kind: str) -> None:
    assert issued_under(document("belopp", Level.LAW, kind=kind), TEXT) == {"2016:1145"}


def test_an_act_and_a_local_rule_are_issued_under_none() -> None:
    assert not issued_under(document("luf", Level.LAW, kind="lag"), TEXT)
    assert not issued_under(document("regel", Level.RULE, kind="föreskrift"), TEXT)
