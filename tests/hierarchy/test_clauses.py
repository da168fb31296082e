"""One sentence as a yes or no may rest on it."""

import pytest

from hierarchy.clauses import clause_of, clauses_of, takes_back
from hierarchy.statements import Force


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("Verktyg får lånas ut.", Force.PERMITS),
        ("Lån av verktyg är tillåtet.", Force.PERMITS),
        ("Verktyg ska återlämnas.", Force.REQUIRES),
        ("Den som lånar är skyldig att teckna försäkring.", Force.REQUIRES),
        ("Verktyg får du aldrig låna ut.", Force.FORBIDS),
        ("Det är förbjudet att låna ut verktyg.", Force.FORBIDS),
        ("Utlåning är inte tillåten.", Force.FORBIDS),
        ("Lån under 500 kronor behöver inte antecknas.", Force.RELEASES),
        ("Verktyg bör märkas.", Force.RECOMMENDS),
    ],
)
def test_a_plain_sentence_has_one_force(sentence: str, force: Force) -> None:
    clause = clause_of(sentence)
    assert clause is not None
    assert clause.force is force


@pytest.mark.parametrize(
    "sentence",
    [
        "Verktyg får lånas ut endast till kollegor.",
        "Verktyg får inte lånas ut utom till kollegor.",
        "Verktyg får inte lånas ut utan chefens medgivande.",
        "Verktyg ska normalt återlämnas.",
        "Verktyg får lånas ut om det är lämpligt.",
        "Detta får inte göras.",
        "Ingen får låna ut verktyg.",
        "Verktyg får lånas ut, men de ska antecknas.",
        "Verktyg ska innehålla uppgift om:",
        "Verktyg finns i förrådet.",
    ],
)
def test_a_sentence_that_leaves_something_open_is_no_plain_rule(sentence: str) -> None:
    assert clause_of(sentence) is None


def test_two_main_clauses_are_two_rules_but_not_under_a_condition() -> None:
    both = "Lån ska antecknas i boken och en lånare får aldrig låna vidare."
    assert [clause.force for clause in clauses_of(both)] == [Force.REQUIRES, Force.FORBIDS]
    assert clauses_of(f"Om värdet är högt {both[:1].lower()}{both[1:]}") == []


def test_a_rule_stands_apart_from_what_follows_on_the_same_subject() -> None:
    clause = clause_of("Verktyg ska märkas och kan rengöras.")
    assert clause is not None
    assert clause.core == ("verktyg", "märkas")


def test_things_joined_before_the_verb_are_alternatives() -> None:
    clause = clause_of("Borrar, sågar och stegar får inte lånas ut.")
    assert clause is not None
    assert clause.alternatives == (("borrar",), ("sågar",), ("stegar",))


def test_an_amount_before_the_verb_says_when_the_rule_holds() -> None:
    ahead, after = (
        clause_of("Lån över 500 kronor ska antecknas."),
        clause_of("Lån får uppgå till högst 500 kronor."),
    )
    assert ahead is not None
    assert after is not None
    assert [m.conditional for m in (*ahead.measured, *after.measured)] == [True, False]


def test_the_time_within_which_a_duty_is_done_only_tells_how() -> None:
    clause = clause_of("Verktyg ska återlämnas inom tio dagar efter lånet.")
    assert clause is not None
    assert clause.limiting == ()


@pytest.mark.parametrize(
    ("following", "taken_back"),
    [
        (["Undantag beslutas av chefen."], True),
        (["Lånet antecknas.", "Borrar gäller inte detta.", "Andra stycket gäller inte sågar."], True),
        (["Om verktyget är trasigt får det lånas ut."], True),
        (["Lånet antecknas."], False),
        ([], False),
    ],
)
def test_an_exception_anywhere_after_a_rule_takes_something_back(
    following: list[str], taken_back: bool
) -> None:
    assert takes_back("Verktyg får inte lånas ut.", following) is taken_back
