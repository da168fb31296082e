"""Planted conflicts are shown with the rule that settles them, and look-alikes are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.assistant import Assistant
from evals.conflicts.__main__ import LEAST
from evals.conflicts.cases import CORPUS, load_cases
from evals.conflicts.measure import AS_OF, ORGANISATION, ask_all, every_collision, figures, is_planted
from hierarchy.clash import ConflictKind
from hierarchy.conflict_reasons import LEX_SUPERIOR, POSSIBLE
from tests.conftest import build_library

CASES = load_cases()
# Written without a look at the mechanism, before and after it was mended by the first of them.
UNSEEN = {"blind", "mended"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Assistant]:
    data = build_library(tmp_path_factory.mktemp("planted"), CORPUS, CORPUS, pytestconfig)
    assistant = Assistant.open(data)
    yield assistant
    assistant.library.close()


def test_there_are_enough_conflicts_of_every_kind_and_enough_look_alikes() -> None:
    colliding = [case for case in CASES if case.collides]
    assert len(colliding) >= 25
    assert len(CASES) - len(colliding) >= 25
    assert {case.kind for case in colliding} == {kind.value for kind in ConflictKind}
    assert len({case.id for case in CASES}) == len(CASES)


def test_every_planted_rule_stands_in_its_document() -> None:
    # A row of a table is read without its bars.
    texts = {
        path.stem: path.read_text("utf-8").replace("| ", "").replace(" |", "")
        for path in CORPUS.glob("*/*.md")
    }
    missing = [case.id for case in CASES for side in case.sides if side.quote not in texts[side.document]]
    assert not missing


def test_planted_conflicts_are_shown_and_look_alikes_are_not(planted: Assistant) -> None:
    outcomes = [o for o in ask_all(planted, CASES) if o.case.written not in UNSEEN]
    measured = figures(outcomes)
    assert measured.recall >= LEAST, [o.case.id for o in outcomes if o.case.collides and not o.found]
    assert measured.precision >= LEAST, [o.case.id for o in outcomes if o.wrong]
    assert measured.settled >= LEAST, [o.case.id for o in outcomes if o.found and not o.settled]
    assert not [outcome.case.id for outcome in outcomes if not outcome.reached]


def test_pairs_that_nothing_was_built_from_are_told_apart_nearly_as_well(planted: Assistant) -> None:
    outcomes = [o for o in ask_all(planted, CASES) if o.case.written in UNSEEN]
    measured = figures(outcomes)
    assert measured.precision >= LEAST, [o.case.id for o in outcomes if o.wrong]
    assert measured.recall >= 0.88, [o.case.id for o in outcomes if o.case.collides and not o.found]
    assert measured.settled >= 0.85, [o.case.id for o in outcomes if o.found and not o.settled]


def test_no_other_two_rules_of_the_planted_documents_collide(planted: Assistant) -> None:
    assert [pair for pair in every_collision(planted.library) if not is_planted(pair, CASES)] == []


def test_both_sides_and_the_order_that_settles_them_are_quoted_as_they_stand(planted: Assistant) -> None:
    answer = planted.ask("Hur stort förskott får vi betala?", organisation=ORGANISATION, as_of=AS_OF)
    (conflict,) = answer.conflicts
    assert (conflict.rule, conflict.kind, conflict.settled) == (LEX_SUPERIOR, ConflictKind.AMOUNT, True)
    assert conflict.order is not None
    for place in (conflict.prevails, conflict.yields, conflict.order):
        citation = answer.citations[place]
        text = planted.library.text(citation.document.document)
        assert text[citation.start : citation.end] == citation.quote
    assert "går lag före policy" in answer.citations[conflict.order].quote
    assert conflict.order in answer.background
    assert "Konflikt:" in answer.text
    assert "tolkningsordningen" in answer.text


def test_a_doubtful_conflict_says_so_and_leaves_it_to_a_person(planted: Assistant) -> None:
    question = "Får minderåriga jobba ensamma på natten?"
    answer = planted.ask(question, organisation=ORGANISATION, as_of=AS_OF)
    (conflict,) = answer.conflicts
    assert (conflict.rule, conflict.settled) == (POSSIBLE, False)
    assert "Möjlig konflikt:" in answer.text
    assert "person" in conflict.why


def test_the_cases_are_read_from_the_file_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("- {id: a, sides: [], surplus: 1}", "utf-8")
    with pytest.raises((TypeError, ValueError)):
        load_cases(path)
