"""Questions to go on with, made from headings and from the register."""

from dataclasses import replace
from datetime import date

import pytest

from answers.assistant import Assistant
from answers.next_questions import of_document, question_of, suggestions
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Answer, Citation, Relation, Rung
from hierarchy.levels import Level

GUIDELINE = GoverningDocument(
    "riktlinje",
    "Riktlinje för köp",
    "riktlinje",
    Level.GUIDELINE,
    Status.ADOPTED,
    adopted_by="regionstyrelsen",
    date=date(2025, 3, 1),
)
HEADINGS = ("1 Inledning", "2 Avtalstid", "3 Betalningsvillkor", "4 Förlängning", "4 Förlängning")
PROVISIONS = [Provision("riktlinje", f"p{i}", (h,), h, i * 10, i * 10 + 9) for i, h in enumerate(HEADINGS)]


def answer(cited: int, question: str = "När ska vi betala?", language: str = "sv") -> Answer:
    citation = Citation(GUIDELINE, PROVISIONS[cited], "orden", 0, 5)
    return Answer(
        question,
        "exempel",
        date(2026, 3, 1),
        language,
        False,
        "Svaret.",
        rungs=(Rung(Level.GUIDELINE, Relation.DECIDES, (0,)),),
        citations=(citation,),
    )


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("4.3 Betalningsvillkor", "Vad gäller för betalningsvillkor?"),
        ("Gåvor från leverantörer", "Vad gäller för gåvor från leverantörer?"),
        ("LOV och egenregi", "Vad gäller för LOV och egenregi?"),
        ("När kontokort får användas", "När får kontokort användas?"),
        ("Vem som får överklaga", "Vem får överklaga?"),
        ("Hur ärendena avgörs", "Hur avgörs ärendena?"),
        ("När affilieringen upphör", "Vad gäller när affilieringen upphör?"),
        ("Så gör du en beställning", "Hur gör jag en beställning?"),
        ("Vad är en direktupphandling?", "Vad är en direktupphandling?"),
        ("Särskilda bestämmelser om projekttävlingar", "Vad gäller för projekttävlingar?"),
        ("DIREKTUPPHANDLING", "Vad gäller för direktupphandling?"),
    ],
)
def test_a_heading_becomes_the_question_that_a_person_would_ask(heading: str, question: str) -> None:
    assert question_of(heading, "sv") == question


@pytest.mark.parametrize(
    "heading",
    [
        "1 Inledning",
        "Bakgrund och syfte",
        "3.1.1",
        "Lönekriterier ska vara väl kända",
        "Planera för återgång till arbetet",
        "Hur man på bästa sätt går till väga",
        "<b>Köp</b>",
        "En rubrik som är så lång att ingen människa skulle fråga på det sättet om någonting alls",
    ],
)
def test_a_heading_that_makes_no_natural_question_makes_none(heading: str) -> None:
    assert question_of(heading, "sv") is None


def test_the_nearest_headings_come_first_each_once_and_not_the_cited_one() -> None:
    asked = [s.question for s in suggestions(answer(1), [(GUIDELINE, PROVISIONS)])]
    assert asked == ["Vad gäller för betalningsvillkor?", "Vad gäller för förlängning?"]


def test_what_was_just_asked_is_not_suggested() -> None:
    asked = suggestions(answer(1, "Vad gäller för förlängning?"), [(GUIDELINE, PROVISIONS)])
    assert [s.question for s in asked] == ["Vad gäller för betalningsvillkor?"]


def test_a_suggestion_remembers_where_its_answer_must_be_found() -> None:
    first = next(iter(suggestions(answer(1), [(GUIDELINE, PROVISIONS)])))
    assert (first.document, first.address) == ("riktlinje", "p2")


def test_headings_in_another_language_than_the_answers_are_left() -> None:
    assert list(suggestions(answer(1, language="en"), [(GUIDELINE, PROVISIONS)])) == []


def test_of_a_document_one_asks_what_its_register_entry_knows() -> None:
    assert [s.question for s in of_document(GUIDELINE, "sv")] == ["Vem har beslutat Riktlinje för köp?"]
    begins = replace(GUIDELINE, adopted_by=None, valid_from=date(2026, 1, 1))
    assert [s.question for s in of_document(begins, "en")] == ["When did Riktlinje för köp take effect?"]
    assert list(of_document(replace(GUIDELINE, adopted_by=None, date=None), "sv")) == []


def test_every_question_to_go_on_with_is_answered_by_the_sample_region(sample_assistant: Assistant) -> None:
    given = sample_assistant.ask(
        "Hur många offerter krävs för ett köp på 60 000 kronor?", organisation="exempel"
    )
    following = sample_assistant.next_questions(given, within=30)
    assert 1 <= len(following) <= 3
    for question in following:
        assert not sample_assistant.ask(question, organisation="exempel").abstained


def test_no_time_gives_no_questions_that_have_not_been_tried(sample_assistant: Assistant) -> None:
    given = sample_assistant.ask("Vem får ha kontokort?", organisation="exempel")
    assert sample_assistant.next_questions(given, within=0) == []
