"""Whether one rule decides a question by yes or no."""

import pytest

from answers.deciding import asking, decides
from answers.polar import polar_question
from answers.setting import Setting, setting_of
from hierarchy.clauses import clause_of
from index.analysis import words
from tests.answers.making import provision, word

ANYWHERE = Setting((), ())


def decided(question: str, rule: str, setting: Setting = ANYWHERE) -> bool | None:
    polar, clause = polar_question(question), clause_of(rule)
    assert polar is not None
    assert clause is not None
    asked = asking(polar, [word(said, term) for said, term in words(question)])
    return decides(asked, clause, setting) if asked else None


@pytest.mark.parametrize(
    ("question", "rule", "yes"),
    [
        ("Får verktyg lånas ut?", "Verktyg får lånas ut.", True),
        ("Får verktyg lånas ut?", "Verktyg får inte lånas ut.", False),
        ("Får stegar lånas ut?", "Borrar, sågar och stegar får aldrig lånas ut.", False),
        ("Måste lånet antecknas?", "Lånet ska antecknas i boken inom tio dagar.", True),
        ("Måste lånet antecknas?", "Lånet behöver inte antecknas.", False),
        ("Är det förbjudet att låna ut verktyg?", "Det är förbjudet att låna ut verktyg.", True),
    ],
)
def test_the_force_of_the_rule_answers_for_the_same_act(question: str, rule: str, yes: bool) -> None:
    assert decided(question, rule) is yes


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Får verktyg säljas?", "Verktyg får inte lånas ut."),
        ("Får verktyg lånas ut?", "Trasiga verktyg får inte lånas ut."),
        ("Får verktyg lånas ut?", "Verktyg får lånas ut till kollegor."),
        ("Får verktyg lånas ut till grannar?", "Verktyg får lånas ut."),
        ("Får verktyg lånas ut?", "Verktyg för högst 500 kronor får lånas ut."),
        ("Måste lånet antecknas?", "Lånet bör antecknas."),
        ("Måste lånet antecknas?", "Lånet ska antecknas om verktyget är dyrt."),
        ("Måste lånet antecknas?", "Lånet får antecknas."),
        ("Måste jag anteckna lånet?", "Chefen ska anteckna lånet."),
        ("Får tre verktyg lånas ut?", "Verktyg får lånas ut."),
    ],
)
def test_anything_left_over_on_either_side_decides_nothing(question: str, rule: str) -> None:
    assert decided(question, rule) is None


@pytest.mark.parametrize(
    ("question", "rule", "yes"),
    [
        ("Får ett verktyg kosta 400 kronor?", "Ett verktyg får kosta högst 500 kronor.", True),
        ("Får ett verktyg kosta 500 kronor?", "Ett verktyg får kosta högst 500 kronor.", True),
        ("Får ett verktyg kosta 600 kronor?", "Ett verktyg får kosta högst 500 kronor.", False),
        ("Får ett verktyg kosta över 500 kronor?", "Ett verktyg får kosta högst 500 kronor.", False),
        ("Får ett verktyg kosta över 400 kronor?", "Ett verktyg får kosta högst 500 kronor.", None),
        ("Får ett verktyg kosta 400 kronor per år?", "Ett verktyg får kosta högst 500 kronor.", None),
        ("Får ett verktyg kosta 600 kronor?", "Ett verktyg får inte kosta mer än 500 kronor.", False),
        ("Måste lån på 600 kronor antecknas?", "Lån över 500 kronor ska antecknas.", True),
        ("Måste lån på 400 kronor antecknas?", "Lån över 500 kronor ska antecknas.", None),
        ("Måste lån under 400 kronor antecknas?", "Lån under 500 kronor behöver inte antecknas.", False),
        ("Får verktyg lånas i sex månader?", "Verktyg får lånas i högst fyra månader.", False),
    ],
)
def test_an_amount_is_held_against_the_limit(question: str, rule: str, yes: bool | None) -> None:
    assert decided(question, rule) is yes


def test_a_heading_that_sets_a_rule_apart_has_to_be_asked_about() -> None:
    indoors, outdoors = (
        provision("", path=(heading,)) for heading in ("Utlåning inomhus", "Utlåning utomhus")
    )
    setting = setting_of(indoors, [indoors, outdoors])
    assert setting.apart == ()
    borrowed = provision("", path=("Extern utlåning",))
    setting = setting_of(borrowed, [borrowed, provision("", path=("Intern utlåning",))])
    assert setting.apart == ("extern",)
    rule = "Dyra verktyg får lånas ut."
    assert decided("Får dyra verktyg lånas ut?", rule, setting) is None
    assert decided("Får dyra verktyg lånas ut vid extern utlåning?", rule, setting) is True
