"""Questions about a document itself: told from what is known of it, with the words that show it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from answers.document_answer import tell_of_document
from answers.particulars import document_asked_of
from answers.told import answer_told
from answers.wording import wording_of
from hierarchy.ladder import Answer, WarningCode
from index.library import Library

from .editions import asked_of, editions_library
from .making import HIERARCHY


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with closing(editions_library(tmp_path_factory.mktemp("editions"))) as held:
        yield held


def answer(library: Library, text: str, **chosen: object) -> Answer:
    question = asked_of(library, text, **chosen)
    asked = document_asked_of(question, library.documents(), HIERARCHY)
    assert asked is not None
    told = tell_of_document(asked, question, library, HIERARCHY, wording_of(question.language))
    assert told is not None
    given = answer_told(told, question, library, HIERARCHY, "kansliet")
    assert given is not None
    return given


def lead(given: Answer) -> str:
    return given.text.partition("\n")[0]


def test_who_decided_is_told_with_day_paragraph_and_who_has_confirmed_it(library: Library) -> None:
    given = answer(library, "Vem beslutade mötespolicyn?")
    assert lead(given) == (
        "Mötespolicy beslutades av fullmäktige 2024-05-06, § 40. "
        "(Läst ur dokumentet; i övrigt registrets uppgift; bekräftat av Eva Ek 2025-01-09.)"
    )


def test_the_quote_is_the_sentence_that_the_field_was_read_from(library: Library) -> None:
    given = answer(library, "Vilket diarienummer har mötespolicyn?")
    assert [c.quote for c in given.citations] == ["Diarienummer RN 2024-7"]


def test_every_quote_is_the_stored_text_at_its_offsets(library: Library) -> None:
    for question in ("Vem beslutade mötespolicyn?", "Vad är nytt i mötespolicyn?", "Gäller mötespolicyn?"):
        for citation in answer(library, question).citations:
            stored = library.text(citation.document.document)
            assert stored[citation.start : citation.end] == citation.quote


def test_the_old_edition_is_said_to_have_given_way_and_never_decides(library: Library) -> None:
    given = answer(library, "Gäller den gamla mötespolicyn fortfarande?")
    assert lead(given).startswith("Nej: Mötespolicy gäller inte 2026-03-02: dokumentet är ersatt.")
    assert "är ersatt av Mötespolicy (2024-06-01)" in lead(given)
    assert WarningCode.SUPERSEDED in {warning.code for warning in given.warnings}
    on_rungs = {given.citations[i].document.document for rung in given.rungs for i in rung.citations}
    assert "mote-2018" not in on_rungs


def test_what_no_words_of_the_document_show_is_said_to_be_the_registers(library: Library) -> None:
    given = answer(library, "Från vilket datum gäller mötespolicyn?")
    assert "från och med 2024-06-01" in lead(given)
    assert "Registrets uppgift; dokumentets text anger den inte ordagrant" in lead(given)
    assert [c.provision.address for c in given.citations] == ["Dokumenthuvud"]


def test_the_edition_of_another_year_is_the_one_in_force_then(library: Library) -> None:
    given = answer(library, "Vilken mötespolicy gällde 2020?")
    assert given.as_of == date(2020, 12, 31)
    assert {c.document.document for c in given.citations} == {"mote-2018"}


def test_protocols_that_name_the_document_are_listed_with_their_words(library: Library) -> None:
    given = answer(library, "Vilka protokoll nämner mötespolicyn?")
    assert lead(given) == "Ett dokument nämner Mötespolicy: Protokoll utskottet, § 3/25."
    assert given.applicable_level is None
    assert [c.quote for c in given.citations] == ["Utskottet önskar besked om mötespolicyn före sommaren."]


def test_what_is_new_names_every_change_with_the_words_that_differ(library: Library) -> None:
    given = answer(library, "Vad är nytt i mötespolicyn?")
    assert "Nytt: 2 Distans." in given.account
    assert "Borttaget: Kaffe." in given.account
    assert "Ändrat: 1 Omfattning: ”stiftelser” → ”helägda bolag”." in given.account
    assert {c.document.document for c in given.citations} == {"mote-2018", "mote-2024"}


def test_a_document_without_an_older_edition_is_said_to_have_none(library: Library) -> None:
    given = answer(library, "Vad är nytt i mötespolicyn från 2018?")
    assert lead(given) == ("Mötespolicy (2018-03-05): Biblioteket har ingen äldre utgåva att jämföra med.")


def test_what_nothing_tells_is_refused_with_whom_to_ask(library: Library) -> None:
    given = answer(library, "Vem är kontaktperson för mötespolicyn?")
    assert given.abstained
    assert not given.citations
    assert "Vem som är kontaktperson för Mötespolicy framgår inte." in given.text
    assert "kansliet" in given.text


def test_an_english_question_is_told_in_english(library: Library) -> None:
    given = answer(library, "When was mote-2024 adopted?", language="en")
    assert lead(given).startswith("Mötespolicy was adopted by fullmäktige 2024-05-06, § 40.")
