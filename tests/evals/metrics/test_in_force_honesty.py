"""What is not known to be in force here never stands on a rung without a warning."""

import pytest

from evals.metrics.in_force_honesty import in_force_honesty

BOUND = {"policy": ("exempel",), "grannens": ("granne",), "lag": ()}


def score(build, answer, organisation="exempel"):
    return in_force_honesty(
        build.question(organisation=organisation), answer, [], organisations_of=BOUND.__getitem__
    )


def test_an_adopted_document_of_ones_own_needs_no_warning(build) -> None:
    assert score(build, build.answer(build.citation(), build.citation("lag"))).passed


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("proposed", "proposal"),
        ("referred_back", "referred_back"),
        ("superseded", "superseded"),
        ("repealed", "superseded"),
        ("unconfirmed", "unconfirmed"),
    ],
)
def test_every_other_status_needs_its_own_warning(build, status: str, code: str) -> None:
    citation = build.citation(status=status)
    bare = score(build, build.answer(citation))
    assert bare.value == 0
    assert code in bare.reason
    assert score(build, build.answer(citation, warnings=[build.warning("stale_index", 0)])).value == 0
    assert score(build, build.answer(citation, warnings=[build.warning(code, 0)])).passed


def test_another_organisations_document_needs_a_warning(build) -> None:
    foreign = build.citation("grannens")
    assert score(build, build.answer(foreign)).value == 0
    assert score(build, build.answer(foreign, warnings=[build.warning("other_organisation", 0)])).passed


def test_nothing_is_foreign_to_a_question_of_no_organisation(build) -> None:
    assert score(build, build.answer(build.citation("grannens")), organisation=None).passed


def test_a_warning_of_another_citation_does_not_do_but_one_of_the_whole_answer_does(build) -> None:
    old = build.citation(status="superseded")
    of_other = build.answer(build.citation(), old, warnings=[build.warning("superseded", 0)])
    of_all = build.answer(build.citation(), old, warnings=[build.warning("superseded", None)])
    assert score(build, of_other).value == 0
    assert score(build, of_all).passed


def test_background_needs_no_warning_to_be_honest(build) -> None:
    rungs = [{"level": "policy", "relation": "decides", "citations": [0]}]
    answer = build.answer(build.citation(), build.citation(status="proposed"), rungs=rungs, background=[1])
    assert score(build, answer).passed


def test_an_answer_without_rungs_or_a_refusal_is_not_scored(build) -> None:
    assert score(build, build.answer()) is None
    assert score(build, build.answer(build.citation(), rungs=[], background=[0])) is None
    assert score(build, build.answer(build.citation(status="proposed"), abstained=True)) is None
