"""What a reader is told about the documents that an answer cites."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answers.warnings import warnings_for
from answers.wording import wording_of
from hierarchy import ladder as values
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level
from tests.answers.making import HIERARCHY, asked, cite, document


def warned(*documents: GoverningDocument, **chosen: Any) -> tuple[values.Warning, ...]:
    question = asked(**chosen)
    citations = [cite(d, "Gåvor avböjs.") for d in documents]
    return warnings_for(citations, question, HIERARCHY, wording_of(question.language))


def codes(*documents: GoverningDocument, **chosen: Any) -> list[WarningCode]:
    return [warning.code for warning in warned(*documents, **chosen)]


def test_a_confirmed_document_of_ones_own_in_force_needs_none() -> None:
    assert codes(document(), document("lag", Level.LAW)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": Status.PROPOSED}, [WarningCode.PROPOSAL]),
        ({"status": Status.REFERRED_BACK}, [WarningCode.REFERRED_BACK, WarningCode.PROPOSAL]),
        ({"status": Status.SUPERSEDED, "valid_to": date(2025, 12, 31)}, [WarningCode.SUPERSEDED]),
        ({"status": Status.REPEALED}, [WarningCode.SUPERSEDED]),
        ({"valid_to": date(2026, 1, 1)}, [WarningCode.SUPERSEDED]),
        ({"withdrawn": date(2026, 1, 1)}, [WarningCode.SUPERSEDED]),
        ({"status": Status.UNCONFIRMED}, [WarningCode.UNCONFIRMED]),
        ({"confirmed": False}, [WarningCode.UNCONFIRMED]),
        ({"valid_from": None}, [WarningCode.UNCONFIRMED]),
        ({"organisations": ("syd",)}, [WarningCode.OTHER_ORGANISATION]),
    ],
)
def test_what_is_not_a_confirmed_rule_in_force_here_is_warned_of(
    fields: dict[str, Any], expected: list[WarningCode]
) -> None:
    assert codes(document(**fields)) == expected


def test_a_superseded_edition_needs_no_warning_on_a_day_within_its_validity() -> None:
    old = document(status=Status.SUPERSEDED, valid_from=date(2017, 1, 1), valid_to=date(2024, 12, 31))
    assert codes(old, as_of=date(2020, 5, 1)) == []
    assert codes(old, as_of=date(2025, 1, 1)) == [WarningCode.SUPERSEDED]


def test_a_warning_names_the_first_citation_of_its_document_and_stands_once() -> None:
    doubtful = document("regel", confirmed=False)
    [warning] = warned(document(), doubtful, doubtful)
    assert warning.citation == 1


def test_a_document_that_has_not_begun_says_when_it_does() -> None:
    [warning] = warned(document(valid_from=date(2027, 1, 1)))
    assert "2027-01-01" in warning.text


def test_a_condition_that_is_not_known_to_be_met_is_named() -> None:
    [warning] = warned(document(conditional_on="att Region Syd beslutar detsamma"))
    assert "att Region Syd beslutar detsamma" in warning.text


def test_a_foreign_document_says_whose_it_is_and_whose_it_is_not() -> None:
    [warning] = warned(document(organisations=("syd",)))
    assert "Region Syd" in warning.text
    assert "Region Norr" in warning.text


def test_an_asker_without_an_organisation_is_told_whose_the_document_is() -> None:
    [warning] = warned(document(organisations=("syd",)), organisation=None)
    assert warning.code is WarningCode.OTHER_ORGANISATION
    assert "Välj organisation" in warning.text


def test_a_protocol_is_a_record_and_needs_no_warning_of_its_state() -> None:
    assert codes(document("protokoll", Level.BACKGROUND, valid_from=None)) == []


@pytest.mark.parametrize(("confidence", "expected"), [(None, []), (0.95, []), (0.62, [WarningCode.SCANNED])])
def test_a_quote_of_scanned_text_below_the_limit_is_to_be_checked(
    confidence: float | None, expected: list[WarningCode]
) -> None:
    question = asked()
    citations = [cite(document(), "Gåvor avböjs.", ocr_confidence=confidence)]
    found = warnings_for(citations, question, HIERARCHY, wording_of("sv"), 0.8)
    assert [warning.code for warning in found] == expected
    assert all("inskannad text, kontrollera mot originalet" in warning.text for warning in found)


def test_each_scanned_provision_is_warned_of_once() -> None:
    scanned = [
        cite(document(), quote, start=start, ocr_confidence=0.5)
        for quote, start in (("Gåvor avböjs.", 0), ("Blommor tas emot.", 20))
    ]
    elsewhere = replace(scanned[1], provision=replace(scanned[1].provision, address="Blommor"))
    found = warnings_for([*scanned, elsewhere], asked(), HIERARCHY, wording_of("sv"))
    assert [warning.citation for warning in found] == [0, 2]


def test_warnings_are_in_the_language_of_the_question() -> None:
    [warning] = warned(document(status=Status.PROPOSED), text="May I accept a gift from a supplier?")
    assert "proposal" in warning.text


def test_a_document_without_a_first_day_is_not_shown_as_the_rule_of_a_past_day() -> None:
    undated = document("policy", valid_from=None)
    (then,) = warned(undated, as_of=date(2020, 5, 1))
    assert (
        then.text == "Biblioteket visar inte om Policy gällde 2020-05-01: när det började gälla framgår inte."
    )
    (now,) = warned(undated)
    assert "inte bekräftade" in now.text


@pytest.mark.parametrize(
    ("amended_by", "day", "expected"),
    [
        ("2022:780", date(2021, 5, 1), [WarningCode.LATER_WORDING]),
        ("2022:780", date(2022, 5, 1), [WarningCode.LATER_WORDING]),
        ("2022:780", date(2023, 5, 1), []),
        (None, date(2021, 5, 1), []),
        ("2026:9", None, []),
    ],
)
def test_a_section_amended_since_the_day_asked_for_is_said_to_be_todays_wording(
    amended_by: str | None, day: date | None, expected: list[WarningCode]
) -> None:
    law = cite(document("lag", Level.LAW, valid_from=date(2017, 1, 1)), "Gåvor avböjs.")
    amended = replace(law, provision=replace(law.provision, amended_by=amended_by))
    question = asked(as_of=day)
    found = warnings_for([amended], question, HIERARCHY, wording_of("sv"))
    assert [warning.code for warning in found] == expected
    assert all("SFS 2022:780" in warning.text for warning in found)
