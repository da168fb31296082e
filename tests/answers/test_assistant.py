"""Answers over the sample region: what may decide, what only informs, and that nothing is misquoted."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answers.assistant import Assistant
from hierarchy.documents import Status
from hierarchy.ladder import Answer, Relation, WarningCode
from hierarchy.levels import Level
from index.errors import LibraryMissing, StaleIndex

PROPOSAL = "2026-03-10-forslag-ny-riktlinje-direktupphandling"


def ask(assistant: Assistant, question: str, **chosen: object) -> Answer:
    return assistant.ask(question, **{"organisation": "exempel", **chosen})


def documents(answer: Answer) -> set[str]:
    return {citation.document.document for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "document", "section"),
    [
        ("Vad säger 19 a kap. 2 § LOU?", "sammanfattning-lou", "19 a kap. 2 §"),
        ("vad står i LOU 13 kap. 2 §", "sammanfattning-lou", "13 kap. 2 §"),
        ("What does 19 a kap. 11 § LOU say?", "sammanfattning-lou", "19 a kap. 11 §"),
    ],
)
def test_a_reference_goes_straight_to_its_provision(
    sample_assistant: Assistant, question: str, document: str, section: str
) -> None:
    answer = ask(sample_assistant, question)
    assert answer.applicable_citation is not None
    deciding = answer.citations[answer.applicable_citation]
    assert (deciding.document.document, deciding.provision.address) == (document, section)


def test_a_paragraph_of_a_protocol_is_found_by_its_number_and_stays_background(
    sample_assistant: Assistant,
) -> None:
    answer = ask(sample_assistant, "Vad beslutades i § 112/25?")
    assert "2025-11-20-protokoll-regionfullmaktige" in documents(answer)
    sections = {answer.citations[index].provision.address for index in answer.background}
    assert any(section.startswith("§ 112/25") for section in sections)


@pytest.mark.parametrize(
    "question", ["Vilken färg har månen en tisdag?", "Hur tillagar man en laxpudding?", "asdf qwer zxcv"]
)
def test_without_support_the_assistant_abstains_and_says_whom_to_ask(
    sample_assistant: Assistant, question: str
) -> None:
    answer = ask(sample_assistant, question)
    assert answer.abstained
    assert not answer.citations
    assert "inköpsenheten" in answer.text


def test_a_refusal_names_the_act_that_the_library_lacks(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Vad säger dataskyddslagen om samtycke?")
    assert answer.abstained
    assert "dataskyddslagen" in answer.text


def test_what_a_refusal_shows_as_related_is_verbatim(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Vilken färg har månen en tisdag?")
    for citation in answer.related:
        stored = sample_assistant.library.text(citation.document.document)
        assert stored[citation.start : citation.end] == citation.quote


def test_a_superseded_edition_answers_for_a_day_within_its_validity(sample_assistant: Assistant) -> None:
    question = "Vad är syftet med inköpspolicyn?"
    then = ask(sample_assistant, question, as_of=date(2020, 5, 1))
    assert documents(then) == {"inkopspolicy-2017"}
    assert then.applicable_level is Level.POLICY
    assert not then.warnings


@pytest.mark.parametrize(
    "question",
    [
        "Vad är syftet med inköpspolicyn?",
        "Vilka nämnder gäller inköpspolicyn för?",
        "Vilken gräns gäller för direktupphandling enligt policyn?",
        "Vad gällde enligt den gamla inköpspolicyn?",
    ],
)
def test_a_superseded_edition_never_stands_on_a_rung_today(
    sample_assistant: Assistant, question: str
) -> None:
    answer = ask(sample_assistant, question)
    on_rungs = {
        answer.citations[index].document.document for rung in answer.rungs for index in rung.citations
    }
    assert "inkopspolicy-2017" not in on_rungs
    if "inkopspolicy-2017" in documents(answer):
        assert WarningCode.SUPERSEDED in {warning.code for warning in answer.warnings}


def test_a_proposal_informs_with_its_warning_and_never_decides(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Vad föreslås i förslaget till ny riktlinje för direktupphandling?")
    proposed = [
        index for index, citation in enumerate(answer.citations) if citation.document.document == PROPOSAL
    ]
    assert proposed
    assert set(proposed) <= set(answer.background)
    assert {warning.code for warning in answer.warnings} >= {WarningCode.REFERRED_BACK}


def test_an_english_question_is_answered_in_english_around_swedish_quotes(
    sample_assistant: Assistant,
) -> None:
    answer = ask(sample_assistant, "What does 19 a kap. 2 § LOU say about direct procurement?")
    assert answer.language == "en"
    assert answer.text.startswith("According to")
    assert "Direktupphandling är tillåten" in answer.text


def test_a_chosen_language_wins_over_the_questions(sample_assistant: Assistant) -> None:
    assert ask(sample_assistant, "Vad säger 19 a kap. 2 § LOU?", language="en").text.startswith(
        "According to"
    )


def test_every_quote_is_in_the_text_of_the_answer(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Får jag ta emot en gåva från en leverantör?")
    assert answer.citations
    for citation in answer.citations:
        assert " ".join(citation.quote.split()) in answer.text


def test_an_unknown_organisation_is_a_lookup_error(sample_assistant: Assistant) -> None:
    with pytest.raises(KeyError):
        sample_assistant.ask("Får jag?", organisation="okänd")


def test_timings_add_up_to_the_total(sample_assistant: Assistant) -> None:
    timings = dict(ask(sample_assistant, "Får jag ta emot en gåva?").timings_ms)
    assert list(timings) == ["understand", "retrieve", "answer", "total"]
    assert timings["total"] == pytest.approx(sum(timings.values()) - timings["total"])


def test_the_same_question_has_the_same_answer(sample_assistant: Assistant) -> None:
    first, second = (ask(sample_assistant, "Vem godkänner en faktura?") for _ in range(2))
    assert first.text == second.text
    assert first.citations == second.citations


def test_a_folder_without_a_library_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        Assistant.open(tmp_path)


def test_a_library_of_another_engine_is_refused_with_the_command_that_mends_it(sample_library: Path) -> None:
    with pytest.raises(StaleIndex) as caught:
        Assistant.open(sample_library, embedder="någon/modell")
    assert "någon/modell" in caught.value.message
    assert "regelstegen ingest" in caught.value.remedy


def test_example_questions_are_the_organisations_own(sample_assistant: Assistant) -> None:
    organisation = sample_assistant.hierarchy.organisation("exempel")
    assert organisation is not None
    asked = sample_assistant.example_questions("exempel", "sv")
    assert asked
    assert asked == list(organisation.examples_sv)


_WORDS = """
hur vem får ska måste inte gåva leverantör direktupphandling kronor 100 000 policy undantag avtal chef
vårdcentral kort resa tåg § 2 kap. LOU beslut delegation gammal förslag 2019 what may I gift who 19 a månen
fullmäktige anbud tröskelvärde hållbart, ? ! ” (a) ä
"""
WORDS = st.sampled_from(_WORDS.split())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORDS, min_size=1, max_size=12),
    as_of=st.sampled_from([None, date(2016, 1, 1), date(2020, 5, 1), date(2026, 1, 10)]),
    organisation=st.sampled_from([None, "exempel"]),
)
def test_whatever_is_asked_every_citation_is_verbatim_and_only_rules_in_force_decide(
    sample_assistant: Assistant, words: list[str], as_of: date | None, organisation: str | None
) -> None:
    answer = sample_assistant.ask(" ".join(words), organisation=organisation, as_of=as_of)
    for citation in (*answer.citations, *answer.related):
        stored = sample_assistant.library.text(citation.document.document)
        assert stored[citation.start : citation.end] == citation.quote
        assert citation.quote.strip()
    assert answer.abstained == (not answer.citations)
    for rung in answer.rungs:
        for index in rung.citations:
            document = answer.citations[index].document
            assert document.level is rung.level
            assert document.status not in {Status.PROPOSED, Status.REFERRED_BACK}
    deciding = [rung for rung in answer.rungs if rung.relation is Relation.DECIDES]
    assert [rung.level for rung in deciding] == ([answer.applicable_level] if answer.applicable_level else [])


def test_of_a_day_before_its_rules_the_library_says_so_and_when_they_began(
    sample_assistant: Assistant,
) -> None:
    answer = ask(sample_assistant, "Vad gällde för gåvor från leverantörer 2012?")
    assert answer.abstained
    assert answer.citations == ()
    assert "Frågan gäller 2012-12-31." in answer.text


def test_the_words_of_the_former_edition_are_quoted_from_it_alone(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Vad sa den gamla inköpspolicyn om direktupphandling?")
    assert documents(answer) == {"inkopspolicy-2017"}
    assert {warning.code for warning in answer.warnings} == {WarningCode.SUPERSEDED}


def test_which_level_goes_before_which_is_quoted_from_the_policy(sample_assistant: Assistant) -> None:
    answer = ask(sample_assistant, "Får en anvisning gå före riktlinjen?")
    assert answer.text.startswith("Nej:")
    assert documents(answer) == {"inkopspolicy-2025"}
