"""Why there is no answer, told by what was found and fell short."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from answers.ranking import Ranked
from answers.refusing import Refusal, why_refused
from answers.wanted import WANTED
from answers.wording import wording_of
from hierarchy.ladder import RefusedBecause
from hierarchy.levels import Level
from index.acts import ActMention
from tests.answers.making import asked, document, evidence, ranked, ranking, scope

POLICY = document("policy", kind="policy")
RECORD = document("protokoll", Level.BACKGROUND, kind="protokoll")
FOREIGN = document("grannens", organisations=("syd",))
# What is near enough says so alone, whatever the fitted weights are.
SUPPORT = {"constant": -2.0, "unit": 4.0, "relevance": 0.0, "unfit": -1.0, "told": 0.0}


def refused(*found: Ranked, text: str = "Får jag ta emot en gåva?", **held: Any) -> Refusal:
    """The reason, where `abroad` holds what other organisations' documents have."""
    abroad = held.pop("abroad", ())
    by_level = {level: [r for r in found if r.candidate.document.level is level] for level in Level}
    everything = {
        "question": asked(text),
        "scope": scope(POLICY),
        "ranked": by_level,
        "referred": SimpleNamespace(provisions=(), missing=()),
        **held,
    }
    weighed = replace(ranking(), support=SUPPORT)
    return why_refused(SimpleNamespace(**everything), weighed, lambda: abroad)  # type: ignore[arg-type]


def near(*, cosine: float) -> Ranked:
    """A provision that has all but the kind of thing asked for."""
    supporting = {"constant": 1.0, "unit": 0.0, "relevance": 1.0, "unfit": 1.0, "told": 1.5}
    unfit = [replace(evidence(0, 6, cosine=cosine), fits=False)]
    return replace(ranked(POLICY, support=-2.0), evidence=unfit, supporting=supporting)


def test_an_act_that_the_library_lacks_is_the_reason_whatever_else_was_found() -> None:
    lacking = scope(POLICY, missing_acts=(ActMention("jaktlagen", ()),))
    assert refused(near(cosine=0.4), scope=lacking).because is RefusedBecause.NO_TEXT_OF_ACT


def test_a_provision_that_is_not_there_is_the_reason() -> None:
    nowhere = SimpleNamespace(provisions=(), missing=("99 §",))
    assert refused(referred=nowhere).because is RefusedBecause.NO_SUCH_PROVISION


def test_a_body_without_documents_here_is_the_reason() -> None:
    assert refused(text="Vad säger Region Östs policy?").because is RefusedBecause.NO_DOCUMENTS_OF_BODY


def test_a_record_with_the_answer_is_no_rule() -> None:
    refusal = refused(ranked(RECORD), text="Vad står det i policyn om gåvor?")
    assert refusal.because is RefusedBecause.ONLY_RECORD
    assert refusal.shown_by is not None


def test_an_answer_in_another_kind_of_document_than_was_asked_of_is_named() -> None:
    refusal = refused(ranked(POLICY), text="Vem beslutar enligt delegationsordningen?")
    assert refusal.because is RefusedBecause.NOT_WHERE_ASKED


def test_a_text_on_the_matter_without_the_thing_asked_for_is_named() -> None:
    assert refused(near(cosine=0.4)).because is RefusedBecause.NO_SUCH_THING
    assert refused(near(cosine=0.0)).because is RefusedBecause.NO_SUPPORT


def test_an_answer_that_only_another_organisation_has_is_named() -> None:
    assert refused(abroad=(ranked(FOREIGN),)).because is RefusedBecause.ONLY_ANOTHER_ORGANISATION
    assert refused(abroad=(ranked(FOREIGN, support=-1.0),)).because is RefusedBecause.NO_SUPPORT


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_of_thing_that_an_answer_must_hold_has_words_for_its_lack(language: str) -> None:
    wording = wording_of(language)
    assert all(wording.lacking(wanted.name) for wanted in WANTED if wanted.strict)
