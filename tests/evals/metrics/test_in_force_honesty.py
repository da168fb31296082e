"""What is not known to be in force here never stands on a rung without a warning."""

from datetime import date

import pytest

from evals.metrics.in_force_honesty import in_force_honesty
from hierarchy.validity import Validity

BOUND = {"policy": ("exempel",), "grannens": ("granne",), "lag": (), "annan": ("exempel",)}


def score(build, answer, organisation="exempel", **states: Validity):
    """The score where the documents named are in the states given and every other is in force."""
    return in_force_honesty(
        build.question(organisation=organisation),
        answer,
        [],
        organisations_of=BOUND.__getitem__,
        state_of=lambda document, day: states.get(document, Validity.IN_FORCE),
    )


def test_a_document_of_ones_own_in_force_needs_no_warning(build) -> None:
    assert score(build, build.answer(build.citation(), build.citation("lag"))).passed


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (Validity.PROPOSED, "proposal"),
        (Validity.REFERRED_BACK, "referred_back"),
        (Validity.SUPERSEDED, "superseded"),
        (Validity.REPEALED, "superseded"),
        (Validity.ENDED, "superseded"),
        (Validity.UNCONFIRMED, "unconfirmed"),
        (Validity.NOT_YET, "unconfirmed"),
        (Validity.CONDITIONAL, "unconfirmed"),
    ],
)
def test_every_other_state_needs_its_own_warning(build, state: Validity, code: str) -> None:
    bare = score(build, build.answer(build.citation()), policy=state)
    assert bare.value == 0
    assert code in bare.reason
    stale = build.answer(build.citation(), warnings=[build.warning("stale_index", 0)])
    assert score(build, stale, policy=state).value == 0
    warned = build.answer(build.citation(), warnings=[build.warning(code, 0)])
    assert score(build, warned, policy=state).passed


def test_the_state_is_that_of_the_answers_own_day(build) -> None:
    days = []

    def state_of(document: str, day: date) -> Validity:
        days.append(day)
        return Validity.IN_FORCE

    old = build.answer(build.citation(status="superseded"), as_of="2020-05-01")
    asked = build.question(organisation="exempel")
    given = in_force_honesty(asked, old, [], organisations_of=BOUND.__getitem__, state_of=state_of)
    assert given.passed
    assert days == [date(2020, 5, 1)]


def test_another_organisations_document_needs_a_warning(build) -> None:
    foreign = build.citation("grannens")
    assert score(build, build.answer(foreign)).value == 0
    assert score(build, build.answer(foreign, warnings=[build.warning("other_organisation", 0)])).passed


def test_nothing_is_foreign_to_a_question_of_no_organisation(build) -> None:
    assert score(build, build.answer(build.citation("grannens")), organisation=None).passed


def test_a_warning_counts_for_every_citation_of_its_document(build) -> None:
    twice = build.answer(build.citation(), build.citation(), warnings=[build.warning("superseded", 0)])
    assert score(build, twice, policy=Validity.SUPERSEDED).passed


def test_a_warning_of_another_document_does_not_do_but_one_of_the_whole_answer_does(build) -> None:
    both = (build.citation("annan"), build.citation())
    of_other = build.answer(*both, warnings=[build.warning("superseded", 0)])
    of_all = build.answer(*both, warnings=[build.warning("superseded", None)])
    assert score(build, of_other, policy=Validity.SUPERSEDED).value == 0
    assert score(build, of_all, policy=Validity.SUPERSEDED).passed


def test_background_needs_no_warning_to_be_honest(build) -> None:
    rungs = [{"level": "policy", "relation": "decides", "citations": [0]}]
    answer = build.answer(build.citation(), build.citation("annan"), rungs=rungs, background=[1])
    assert score(build, answer, annan=Validity.PROPOSED).passed


def test_an_answer_without_rungs_or_a_refusal_is_not_scored(build) -> None:
    assert score(build, build.answer()) is None
    assert score(build, build.answer(build.citation(), rungs=[], background=[0])) is None
    refused = build.answer(build.citation(), abstained=True)
    assert score(build, refused, policy=Validity.PROPOSED) is None
