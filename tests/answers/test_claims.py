"""What questions take for granted."""

import pytest

from answers.claims import claim_in


@pytest.mark.parametrize(
    ("question", "claim", "whole"),
    [
        ("Eftersom gränsen är 500 kronor undrar jag hur vi gör?", "gränsen är 500 kronor", False),
        ("Eftersom gränsen är 500 kronor, hur gör vi?", "gränsen är 500 kronor", False),
        ("Visst beslutar nämnden om policyn?", "nämnden beslutar om policyn", True),
        ("Visst är det nämnden som fastställer policyn?", "nämnden fastställer policyn", True),
        ("Det är väl nämnden som fastställer policyn?", "nämnden fastställer policyn", True),
        ("Policyn säger ju att gränsen är 500 kronor, vem ändrar den?", "gränsen är 500 kronor", False),
        ("Stämmer det att gränsen är 500 kronor?", "gränsen är 500 kronor", True),
        ("Policyn fastställs av nämnden, eller hur?", "Policyn fastställs av nämnden", True),
        ("It's the board that adopts the policy, right?", "the board adopts the policy", True),
        ("Since the limit is SEK 500, who decides?", "the limit is SEK 500", False),
    ],
)
def test_what_is_taken_for_granted_is_read_in_plain_order(question: str, claim: str, whole: bool) -> None:
    found = claim_in(question)
    assert found is not None
    assert (found.text, found.whole) == (claim, whole)


@pytest.mark.parametrize(
    "question", ["Hur hög är gränsen?", "Får jag låna ut verktyg?", "Who adopts the policy?"]
)
def test_an_open_question_takes_nothing_for_granted(question: str) -> None:
    assert claim_in(question) is None
