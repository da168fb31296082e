"""The way from question to answer: what was understood and left out, and why there is an answer or none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from answers.choice import choose
from answers.explaining import Explanation, Outcome, Verdict, explain
from answers.explaining_contract import explanation_to_json
from answers.ranking import Ranked
from answers.scope import LeftOut, scope_of
from answers.understanding import Understood
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Answer, Relation, Rung
from hierarchy.levels import Level

from .making import asked, cite, document, ranked, ranking

POLICY = document("policy", title="Gåvopolicy")
GUIDELINE = document("riktlinje", Level.GUIDELINE, title="Riktlinje för gåvor")
OLD = document("gammal", title="Gammal policy", status=Status.SUPERSEDED, valid_to=date(2025, 12, 31))
FOREIGN = document("syd", title="Syds policy", organisations=("syd",))
LIBRARY = [POLICY, GUIDELINE, OLD, FOREIGN]


def explained(
    question: Understood,
    found: dict[Level, list[Ranked]],
    *,
    missing: tuple[str, ...] = (),
    library: list[GoverningDocument] = LIBRARY,
) -> Explanation:
    scope = scope_of(question, library)
    model = ranking()
    everything: dict[Level, list[Ranked]] = {level: found.get(level, []) for level in Level}
    choice = choose(model, question, everything, (), leads_nowhere=bool(missing))
    chosen = [r for level in choice.answering.values() for r in level]
    citations = tuple(cite(r.candidate.document, "Avböj.") for r in chosen)
    answer = Answer(
        question.text,
        "norr",
        question.as_of,
        "sv",
        choice.abstains,
        "Svar.",
        rungs=tuple(
            Rung(c.document.level, Relation.DECIDES if at == 0 else Relation.SPECIFIES, (at,))
            for at, c in enumerate(citations)
        ),
        citations=citations,
    )
    held: Any = SimpleNamespace(
        question=question,
        scope=scope,
        ranked=everything,
        referred=SimpleNamespace(provisions=(), missing=missing),
    )
    return explain(held, choice, answer, model, library)


def test_what_was_understood_is_told_with_amounts_kinds_and_references() -> None:
    question = asked("Får jag enligt policyn och 5 kap. 1 § LOU ta emot en gåva på 80 tkr?")
    reading = explained(question, {}).reading
    assert reading.organisation == "norr"
    assert reading.amounts == (Decimal(80_000),)
    assert reading.kinds == ("policy",)
    assert any("5 kap. 1 §" in reference for reference in reading.references)


def test_every_document_is_in_scope_or_left_out_with_its_reason() -> None:
    explanation = explained(asked(), {})
    assert {aside.document: aside.why for aside in explanation.left_out} == {
        "gammal": LeftOut.PAST,
        "syd": LeftOut.FOREIGN,
    }
    assert sum(explanation.in_scope.values()) + len(explanation.left_out) == len(LIBRARY)


def test_each_candidate_has_its_features_and_what_became_of_it() -> None:
    best = replace(ranked(POLICY, 1, score=3.0), measured={"relevance": 5.0})
    weak = ranked(GUIDELINE, 2, score=2.5, support=-1.0)
    far = ranked(GUIDELINE, 3, score=0.5)
    explanation = explained(asked(), {Level.POLICY: [best], Level.GUIDELINE: [weak, far]})
    assert [w.outcome for w in explanation.candidates[Level.POLICY]] == [Outcome.QUOTED]
    assert [w.outcome for w in explanation.candidates[Level.GUIDELINE]] == [Outcome.NO_SUPPORT, Outcome.BELOW]
    assert explanation.candidates[Level.POLICY][0].features == {"relevance": 5.0}
    assert (explanation.verdict, explanation.leading) == (Verdict.SUPPORTED, 3.0)


def test_why_a_provision_does_not_answer_is_told_of_those_that_may_not() -> None:
    law = document("lag", Level.LAW)
    of_the_crown = replace(ranked(law, 1), for_others=True)
    explanation = explained(asked(), {Level.LAW: [of_the_crown]}, library=[law])
    assert [w.outcome for w in explanation.candidates[Level.LAW]] == [Outcome.FOR_THE_STATE]
    event = replace(asked(), asks_event=True)
    happened = explained(event, {Level.POLICY: [ranked(POLICY, 1)]})
    assert [w.outcome for w in happened.candidates[Level.POLICY]] == [Outcome.RULE_FOR_EVENT]


def test_a_refusal_says_what_was_lacking() -> None:
    weak = {Level.POLICY: [ranked(POLICY, support=-1.0)]}
    assert explained(asked(), weak).verdict is Verdict.NO_SUPPORT
    assert explained(asked(), {}).verdict is Verdict.NOTHING_FOUND
    strong = {Level.POLICY: [ranked(POLICY)]}
    assert explained(asked(), strong, missing=("99 §",)).verdict is Verdict.LEADS_NOWHERE


def test_what_is_cited_is_told_with_its_relation_and_its_state_on_the_day() -> None:
    explanation = explained(asked(), {Level.POLICY: [ranked(POLICY)]})
    (cited,) = explanation.arranged
    assert (cited.title, cited.relation, str(cited.state)) == ("Gåvopolicy", "decides", "in_force")


def test_what_was_read_otherwise_than_typed_is_told() -> None:
    question = replace(asked(), reread=(("gva", "gåva"),))
    record = explanation_to_json(explained(question, {Level.POLICY: [ranked(POLICY)]}))
    assert record["understood"]["reread"] == [{"typed": "gva", "read": "gåva"}]


def test_as_json_it_has_every_step() -> None:
    record = explanation_to_json(explained(asked(), {Level.POLICY: [ranked(POLICY)]}))
    assert list(record) == ["understood", "scope", "candidates", "verdict", "sure", "arranged", "warnings"]
    assert record["candidates"]["policy"][0]["outcome"] == "quoted"
    assert record["scope"]["left_out"][0] == {"document": "gammal", "title": "Gammal policy", "why": "past"}
