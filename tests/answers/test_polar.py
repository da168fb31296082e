"""Which questions are for yes or no, and what they ask."""

import pytest

from answers.polar import Asked, claimed, polar_question


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Får jag låna ut verktyg?", Asked.ALLOWED),
        ("Kan vi låna ut verktyg?", Asked.ALLOWED),
        ("Är det tillåtet att låna ut verktyg?", Asked.ALLOWED),
        ("Är utlåning tillåten?", Asked.ALLOWED),
        ("Om värdet är 500 kronor, får vi låna ut dem?", Asked.ALLOWED),
        ("May we lend tools?", Asked.ALLOWED),
        ("Is it allowed to lend tools?", Asked.ALLOWED),
        ("Måste lån antecknas?", Asked.REQUIRED),
        ("Behöver vi anteckna lånet?", Asked.REQUIRED),
        ("Är vi skyldiga att anteckna lånet?", Asked.REQUIRED),
        ("Do we have to note the loan?", Asked.REQUIRED),
        ("Är det förbjudet att låna ut verktyg?", Asked.FORBIDDEN),
    ],
)
def test_a_question_for_yes_or_no_asks_one_thing(question: str, asked: Asked) -> None:
    polar = polar_question(question)
    assert polar is not None
    assert polar.asked is asked


@pytest.mark.parametrize(
    "question",
    [
        "Hur länge får jag låna verktyg?",
        "Får man inte låna ut verktyg?",
        "Får jag låna ut borrar eller sågar?",
        "Får jag bara låna ut borrar?",
        "Får jag låna ut verktyg? Och hur länge?",
        "Verktyg får väl lånas ut?",
        "Vem får låna ut verktyg?",
        "Gäller policyn?",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    assert polar_question(question) is None


def test_a_claim_is_read_as_the_question_that_it_would_be_the_yes_to() -> None:
    claim = claimed("verktyg får lånas ut")
    assert claim is not None
    assert claim.asked is Asked.ALLOWED
    assert claimed("verktyg får inte lånas ut") is None
