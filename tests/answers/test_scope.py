"""Which documents may answer."""

from dataclasses import replace
from datetime import date

import pytest

from answers.scope import scope_of
from hierarchy.documents import Status
from hierarchy.levels import Level
from tests.answers.making import asked, document

LAW = document("lou", Level.LAW, title="Lag (2016:1145) om offentlig upphandling", number="2016:1145")
KL = document("kl", Level.LAW, title="Kommunallag (2017:725)", number="2017:725")
POLICY = document("policy")
FOREIGN = document("grannens", organisations=("syd",))
OLD = document("gammal", status=Status.SUPERSEDED, valid_from=date(2017, 1, 1), valid_to=date(2024, 12, 31))
TAKEN_AWAY = document("borttagen", withdrawn=date(2026, 2, 1))
COMING = document("kommande", valid_from=date(2027, 1, 1))
ALL = [LAW, KL, POLICY, FOREIGN, OLD, TAKEN_AWAY, COMING]


def may_answer(text: str = "Får jag ta emot en gåva?", **chosen: object) -> frozenset[str]:
    return scope_of(asked(text, documents=ALL, **chosen), ALL).all


def test_laws_and_the_askers_own_documents_answer() -> None:
    assert may_answer() == {"lou", "kl", "policy"}


def test_another_organisations_document_answers_only_a_question_that_names_it() -> None:
    assert "grannens" not in may_answer()
    assert "grannens" in may_answer("Vad gäller för gåvor i Region Syd?")


def test_documents_that_bind_everybody_are_all_there_is_for_nobody() -> None:
    assert may_answer(organisation=None) == {"lou", "kl"}


def test_a_withdrawn_document_answers_for_the_days_before_and_never_after() -> None:
    assert "borttagen" in may_answer(as_of=date(2026, 1, 31))
    assert "borttagen" not in may_answer(as_of=date(2026, 2, 1))


def test_a_superseded_edition_answers_for_a_day_within_its_validity_and_never_for_today() -> None:
    assert "gammal" not in may_answer()
    then = may_answer(as_of=date(2020, 5, 1))
    assert "gammal" in then
    assert "policy" not in then


def test_an_act_that_is_named_leaves_out_every_other_but_what_is_issued_under_it() -> None:
    announced = document("belopp", Level.LAW, kind="tillkännagivande")
    known = [*ALL, announced]
    under = {"belopp": frozenset({"2016:1145", "2016:1146"})}
    by_act = scope_of(asked("Vad är gränsen enligt LOU?", documents=known), known, under)
    assert by_act.documents[Level.LAW] == {"lou", "belopp"}
    other = scope_of(asked("Vad säger kommunallagen?", documents=known), known, under)
    assert other.documents[Level.LAW] == {"kl"}


def test_the_last_day_of_an_edition_is_still_its_own() -> None:
    assert "gammal" in may_answer(as_of=date(2024, 12, 31))
    assert "gammal" not in may_answer(as_of=date(2025, 1, 1))


def test_the_former_edition_answers_a_question_that_asks_for_it() -> None:
    assert "gammal" in may_answer("Vad sa den gamla policyn om gåvor?")


def test_a_document_that_has_not_begun_answers_only_when_it_is_named() -> None:
    coming = document("kommande", title="Regel om distansarbete", valid_from=date(2027, 1, 1))
    told = "Vad säger regel om distansarbete?"
    assert scope_of(asked(told, documents=[coming]), [coming]).all == {"kommande"}
    assert "kommande" not in may_answer()


def test_a_question_that_names_an_act_is_answered_by_no_other_act() -> None:
    assert may_answer("Vad säger LOU om gåvor?") == {"lou", "policy"}


def test_an_act_that_the_library_lacks_is_reported_by_the_name_it_was_given() -> None:
    scope = scope_of(asked("Vad säger jaktlagen om älg?", documents=ALL), ALL)
    assert [act.name for act in scope.missing_acts] == ["jaktlagen"]
    assert not scope.named_acts


def test_documents_are_kept_by_level() -> None:
    levels = scope_of(asked(documents=ALL), ALL).documents
    assert levels[Level.LAW] == {"lou", "kl"}
    assert levels[Level.POLICY] == {"policy"}
    assert levels[Level.BACKGROUND] == frozenset()


def test_a_record_from_after_the_day_asked_for_tells_nothing_of_it() -> None:
    proposal = document(
        "forslag", Level.BACKGROUND, status=Status.PROPOSED, date=date(2026, 1, 9), valid_from=None
    )
    then = asked("Vad gällde för gåvor 2020?", documents=[proposal])
    assert "forslag" not in scope_of(then, [proposal]).all
    assert "forslag" in scope_of(asked("Vad gäller för gåvor?", documents=[proposal]), [proposal]).all


def test_a_question_for_a_former_editions_words_is_answered_by_that_one_alone() -> None:
    question = replace(asked("Vad sa den gamla policyn om gåvor?", documents=ALL), edition="gammal")
    assert scope_of(question, ALL).all == {"gammal"}


SISTERS = [
    document("lou", Level.LAW, title="Lag om offentlig upphandling", number="2016:1145", abbreviation="LOU"),
    document("luf", Level.LAW, title="Lag om försörjning", number="2016:1146", abbreviation="LUF"),
    document("luk", Level.LAW, title="Lag om koncessioner", number="2016:1147", abbreviation="LUK"),
]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Hur länge får ett ramavtal löpa?", "lou"),
        ("Hur länge får flygplatsens ramavtal löpa?", "luf"),
        ("Vattenverket köper pumpar: vilken gräns gäller?", "luf"),
        ("Hur länge får en tjänstekoncession löpa?", "luk"),
        ("Can the concession run for ten years?", "luk"),
        # Words that only begin like those of a special act.
        ("Vilken lag hamnar vi under när luften ska renas?", "lou"),
        ("Får vi ställa krav på försörjningsberedskap?", "lou"),
    ],
)
def test_of_sister_acts_the_one_that_fits_the_buyer_answers_and_the_others_do_not(
    text: str, act: str
) -> None:
    assert scope_of(asked(text, documents=SISTERS), SISTERS).all == {act}


def test_a_sister_act_that_is_named_answers_beside_the_one_that_is_called_for() -> None:
    both = "Gäller LOU eller LUF när flygplatsen köper snöplogar?"
    assert scope_of(asked(both, documents=SISTERS), SISTERS).all == {"lou", "luf"}


def test_a_special_act_is_all_there_is_where_the_library_lacks_the_default() -> None:
    assert scope_of(asked(documents=SISTERS[1:]), SISTERS[1:]).all == {"luf", "luk"}


def test_an_act_may_be_called_by_the_matter_of_its_title() -> None:
    access = document("tillgång", Level.LAW, title="Lag om tillgänglighet till offentlig service")
    known = [access, KL]
    assert scope_of(asked("Vad kräver webbtillgänglighetslagen?", documents=known), known).all == {"tillgång"}
    missing = scope_of(asked("Vad kräver arbetsmiljölagen?", documents=known), known).missing_acts
    assert [act.name for act in missing] == ["arbetsmiljölagen"]
