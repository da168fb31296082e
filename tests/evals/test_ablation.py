"""What each mechanism adds: switches that turn one off and on again, and the tables of what that does."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from answers import cite
from answers.ranking import load_ranking
from evals.ablation.measure import Measured, Outcome, measure
from evals.ablation.replacing import Switch, Usual
from evals.ablation.switches import SWITCHES
from evals.ablation.table import of_set, summary, tally

USUAL = Usual(dict.fromkeys(("likeness", "bm25", "coverage"), 0.3))
RIGHT = Outcome({"right_source_shown": 1.0, "level": 1.0}, 20.0)
WRONG = Outcome({"right_source_shown": 0.0, "level": 1.0}, 15.0)


def measured(build: Any, *pairs: tuple[Outcome, Outcome]) -> Measured:
    """A set of questions with each one's outcome with everything, and without the mechanism "m"."""
    questions = [build.question(str(place), tags=("law",)) for place in range(len(pairs))]
    return Measured("frågor.yaml", questions, [w for w, _ in pairs], {"m": [o for _, o in pairs]})


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_what_a_switch_replaces_is_there(switch: Switch) -> None:
    with switch.off(USUAL):
        assert switch.ranking(load_ranking()).reading.keys() == load_ranking().reading.keys()


def test_questions_are_answered_with_any_mechanism_off(sample_library: Path, build: Any) -> None:
    asked = [
        "Vilket belopp får vi direktupphandla för enligt 19 a kap. LOU?",
        "Vem beslutade inköpspolicyn, och vad gällde 2020?",
        "May I accept a gift from a supplier?",
        "Hur många dagars semester har en riksdagsledamot enligt jaktlagen?",
    ]
    questions = [
        replace(build.question(str(place)), question=text, organisation="exempel")
        for place, text in enumerate(asked)
    ]
    outcomes = measure(sample_library, "frågor", questions, SWITCHES, lambda: None).without
    assert {name: len(each) for name, each in outcomes.items()} == {s.name: len(asked) for s in SWITCHES}


def test_a_mechanism_is_on_again_afterwards() -> None:
    before = cite._MOST_UNITS
    switch = next(switch for switch in SWITCHES if switch.name == "several units of a provision")
    with switch.off(USUAL):
        assert before != cite._MOST_UNITS
    assert before == cite._MOST_UNITS


def test_a_mechanism_that_is_no_longer_there_is_told() -> None:
    with pytest.raises(AttributeError), Switch("m", "", lambda usual: {"answers.choice.gone": 1}).off(USUAL):
        pass


def test_every_mechanism_has_a_name_of_its_own_and_turns_something_off() -> None:
    assert len({switch.name for switch in SWITCHES}) == len(SWITCHES)
    ranking = load_ranking()
    assert all(switch.replaced(USUAL) or switch.ranking(ranking) != ranking for switch in SWITCHES)


def test_a_question_is_won_where_only_the_mechanism_makes_it_right(build: Any) -> None:
    own = tally([measured(build, (RIGHT, WRONG), (RIGHT, RIGHT), (WRONG, RIGHT), (RIGHT, WRONG))], "m")
    assert ([q.id for q in own.won], [q.id for q in own.lost]) == (["0", "3"], ["2"])


def test_the_cost_is_the_median_of_an_answer_with_it_less_one_without(build: Any) -> None:
    assert tally([measured(build, (RIGHT, WRONG), (RIGHT, WRONG))], "m").milliseconds == 5.0


@pytest.mark.parametrize(
    ("won", "lost", "verdict"),
    [
        (6, 0, "adds"),
        (5, 0, "adds, within chance"),
        (0, 6, "**harms**"),
        (1, 1, "nothing shown"),
        (0, 0, "nothing changes"),
    ],
)
def test_a_verdict_says_no_more_than_chance_allows(build: Any, won: int, lost: int, verdict: str) -> None:
    pairs = [(RIGHT, WRONG)] * won + [(WRONG, RIGHT)] * lost + [(RIGHT, RIGHT)]
    assert tally([measured(build, *pairs)], "m").verdict == verdict


def test_a_question_that_nothing_answers_is_right_where_it_is_refused() -> None:
    assert Outcome({"refusal_recall": 1.0}, 1.0).is_right
    assert not Outcome({"refusal_recall": 0.0}, 1.0).is_right


def test_the_tables_tell_what_is_lost_without_a_mechanism_and_on_which_kinds(build: Any) -> None:
    switch, found = Switch("m", "it is not done"), measured(build, (RIGHT, WRONG), (RIGHT, RIGHT))
    assert list(summary([found], [switch]))[-1].startswith("| m | it is not done | 1 | 0 | 1.000 | law 1 |")
    assert "| +0.500 |" in list(of_set(found, [switch]))[-1]
