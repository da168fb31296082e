"""Relevance ranks; level, status and date have no part in it."""

import pytest

from answers.ranking import Ranked, load_ranking, rank
from hierarchy.documents import Status
from hierarchy.levels import Level
from index.retrieval import Candidate
from tests.answers.making import asked, candidate, document, word

TEXT = "Gåvor från leverantörer avböjs."
OTHER = "Tåg väljs före flyg."


def ranked(
    candidates: list[Candidate], texts: dict[str, str], referred=(), *, question: str = "gåva"
) -> dict[Level, list[Ranked]]:
    by_level: dict[Level, list[Candidate]] = {}
    for item in candidates:
        by_level.setdefault(item.document.level, []).append(item)
    return rank(load_ranking(), asked(question), [word("gåv")], by_level, texts.__getitem__, referred)


def test_the_nearer_in_meaning_and_words_comes_first() -> None:
    near = candidate(document("a"), TEXT, 1, cosine=0.92, bm25=8.0, coverage=1.0)
    far = candidate(document("b"), OTHER, 2, cosine=0.78, bm25=0.5, coverage=0.0)
    found = ranked([far, near], {"a": TEXT, "b": OTHER})[Level.POLICY]
    assert [item.candidate.id for item in found] == [1, 2]
    assert found[0].support > found[1].support


@pytest.mark.parametrize("level", list(Level))
def test_the_same_measures_give_the_same_score_on_every_level(level: Level) -> None:
    on_policy = ranked([candidate(document("a"), TEXT)], {"a": TEXT})[Level.POLICY][0]
    elsewhere = ranked([candidate(document("a", level), TEXT)], {"a": TEXT})[level][0]
    assert elsewhere.score == on_policy.score
    assert elsewhere.support == on_policy.support


@pytest.mark.parametrize("status", list(Status))
def test_the_status_of_a_document_does_not_enter_its_score(status: Status) -> None:
    [adopted], [other] = (
        ranked([candidate(document("a", status=s), TEXT)], {"a": TEXT})[Level.POLICY]
        for s in (Status.ADOPTED, status)
    )
    assert adopted.score == other.score


def test_a_provision_that_was_asked_for_outright_is_read_however_far_down_it_stands() -> None:
    crowd = [candidate(document(f"d{n}"), TEXT, n, cosine=0.9) for n in range(30)]
    asked_for = candidate(document("b"), OTHER, 99, cosine=0.5, bm25=0.0, coverage=0.0)
    texts = {item.document.document: TEXT for item in crowd} | {"b": OTHER}
    without, outright = ranked([*crowd, asked_for], texts), ranked([*crowd, asked_for], texts, [99])
    assert 99 not in [item.candidate.id for item in without[Level.POLICY]]
    assert 99 in [item.candidate.id for item in outright[Level.POLICY]]


def test_being_asked_for_outright_raises_a_score() -> None:
    one = candidate(document("a"), TEXT)
    plain, outright = ranked([one], {"a": TEXT}), ranked([one], {"a": TEXT}, [1])
    assert outright[Level.POLICY][0].score > plain[Level.POLICY][0].score


def test_a_text_without_what_is_demanded_has_less_support() -> None:
    question = asked("Vilket belopp får en gåva kosta?")
    with_sum, without = "Gåvor får kosta högst 100 kronor.", "Gåvor får kosta mycket litet."
    supports = [
        rank(
            load_ranking(),
            question,
            [word("gåv")],
            {Level.POLICY: [candidate(document("a"), text)]},
            {"a": text}.__getitem__,
        )[Level.POLICY][0].support
        for text in (with_sum, without)
    ]
    assert supports[0] > supports[1]


def test_that_a_terse_question_tells_little_is_no_sign_against_a_text_that_says_all_of_it() -> None:
    question, text = asked("När får man minnesgåva?"), "Minnesgåva lämnas efter 25 år."
    supports = [
        rank(
            load_ranking(),
            question,
            [word("minnesgåv")],
            {Level.POLICY: [candidate(document("a"), text, heading_coverage=share)]},
            {"a": text}.__getitem__,
        )[Level.POLICY][0].supporting["told"]
        for share in (1.0, 0.4)
    ]
    assert supports[0] > supports[1]


def test_a_level_without_candidates_has_none() -> None:
    assert rank(load_ranking(), asked(), [], {Level.LAW: []}, {}.__getitem__) == {Level.LAW: []}


def test_every_measure_that_is_weighed_is_measured() -> None:
    [found] = ranked([candidate(document("a"), TEXT)], {"a": TEXT})[Level.POLICY]
    weights = load_ranking()
    assert set(weights.reading) <= set(found.measured)
    assert set(weights.support) <= set(found.supporting)


def test_the_nearer_a_provision_is_to_the_question_the_more_it_is_about_it() -> None:
    far, near = (candidate(document("a"), TEXT, cosine=cosine) for cosine in (0.1, 0.4))
    [a], [b] = (ranked([item], {"a": TEXT})[Level.POLICY] for item in (far, near))
    assert b.measured["relevance"] > a.measured["relevance"]


@pytest.mark.parametrize(
    ("level", "question", "for_others"),
    [
        (Level.LAW, "Vem får besluta om resor?", True),
        (Level.LAW, "Vem får riksdagen utse?", False),
        (Level.GUIDELINE, "Vem får besluta om resor?", False),
    ],
)
def test_a_statute_for_the_highest_organs_is_for_others_unless_the_question_is_about_them(
    level: Level, question: str, for_others: bool
) -> None:
    text = "Riksdagen utser en talman."
    found = ranked([candidate(document("a", level), text)], {"a": text}, question=question)
    assert found[level][0].for_others is for_others


def test_what_holds_most_of_a_question_or_is_named_in_it_is_for_whoever_asks() -> None:
    text = "Riksdagen utser en talman."
    near, far = (candidate(document("a", Level.LAW), text, coverage=share) for share in (0.8, 0.3))
    question = asked("Vem får besluta om resor?")

    def is_for_others(one: Candidate, named_acts=()) -> bool:
        found = rank(
            load_ranking(),
            question,
            [word("gåv")],
            {Level.LAW: [one]},
            {"a": text}.__getitem__,
            named_acts=named_acts,
        )
        return found[Level.LAW][0].for_others

    assert is_for_others(far)
    assert not is_for_others(near)
    assert not is_for_others(far, named_acts=["a"])
