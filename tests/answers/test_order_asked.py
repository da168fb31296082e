"""Which questions are about the order of the rungs itself."""

import pytest

from answers.order_asked import order_asked_of
from hierarchy.levels import Level, Organisation, RungDefinition

LAW, POLICY, GUIDELINE, RULE = Level.LAW, Level.POLICY, Level.GUIDELINE, Level.RULE
UNIVERSITY = Organisation(
    "lärosätet",
    "Lärosätet",
    "The University",
    (
        RungDefinition(POLICY, "policy", "policy", kinds=("policy",)),
        RungDefinition(GUIDELINE, "regel", "rule", kinds=("regel",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Vad väger tyngst, reglementet eller anvisningen?", (POLICY, RULE)),
        ("Om vår rutin krockar med riktlinjen, vad gäller?", (RULE, GUIDELINE)),
        ("Kan en riktlinje åsidosätta en lag?", (GUIDELINE, LAW)),
        ("Står inköpspolicyn över intranätet?", (POLICY, RULE)),
        ("Får policyn strida mot LOU?", (POLICY, LAW)),
        ("Does a guideline prevail over the local instruction?", (GUIDELINE, RULE)),
        ("Vilken rangordning har styrdokumenten?", ()),
        ("Går en anvisning före en riktlinje?", (RULE, GUIDELINE)),
        ("Måste vi följa lagen om policyn säger annat?", (LAW, POLICY)),
        ("Får delegationsordningen strida mot reglementet?", (GUIDELINE, POLICY)),
        ("Vilken policy väger tyngst?", (POLICY,)),
        ("Vilken tolkningsordning gäller?", ()),
        ("What is the hierarchy of the governing documents?", ()),
    ],
)
def test_a_question_about_two_kinds_of_document_or_all_is_one(text: str, levels: tuple[Level, ...]) -> None:
    asked = order_asked_of(text, None)
    assert asked is not None
    assert asked.levels == levels
    assert not asked.alike


@pytest.mark.parametrize(
    "text",
    [
        "Vad säger policyn och riktlinjen om jäv?",
        "Säger riktlinjen emot lagen om hur anbud ska öppnas och protokollföras?",
        "Strider det mot lagen att dela upp ett köp?",
        "Vilken regel gäller för gåvor från leverantörer?",
        "Går det före semestern att beställa?",
        "Hur rangordnas leverantörer i ett ramavtal?",
        "Vad gäller vid intressekonflikt enligt uppförandekoden?",
        "Is there a conflict of interest if my brother is a supplier?",
        "",
    ],
)
def test_a_question_about_something_else_is_none(text: str) -> None:
    assert order_asked_of(text, None) is None


@pytest.mark.parametrize(
    "text", ["Om två riktlinjer säger olika?", "Två dokument på samma nivå säger emot varandra."]
)
def test_documents_of_one_level_are_told_apart(text: str) -> None:
    asked = order_asked_of(text, None)
    assert asked is not None
    assert asked.alike


def test_the_organisation_says_which_rung_a_kind_stands_on() -> None:
    asked = order_asked_of("Går regeln före policyn?", UNIVERSITY)
    assert asked is not None
    assert asked.levels == (GUIDELINE, POLICY)
    assert asked.yes_or_no
    assert asked.asks_before
