"""What is wished for, asked, planned, denied or turned down became of no document."""

from dataclasses import replace

import pytest

from hierarchy.documents import Status
from tests.ingest.provisions import heading, paragraph
from tests.ingest.test_says_of_others import POLICY, facts, protocol

TITLED = replace(
    POLICY, title="Policy för gåvor", diary_number=None, decision=None, organisations=("exempel",)
)


def told(part: str, sentence: str) -> set[object]:
    """The states that a protocol with this sentence gives to the policy."""
    source = protocol(heading("§ 9/25 Fråga om dokument"), heading(part, 2), paragraph(sentence))
    source = replace(source, document=replace(source.document, organisations=("exempel",)))
    return {
        value for document, name, value in facts(source, TITLED) if name == "status" and document is not None
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Någon har föreslagit att Policy för gåvor ersätts av nya regler.",
        "Om Policy för gåvor ersätts av nya regler behövs utbildning.",
        "Frågan om Policy för gåvor ersätts av nya regler har väckts.",
        "Det är oklart om Policy för gåvor upphävdes 2020.",
        "Policy för gåvor upphävdes aldrig.",
        "En ledamot yrkade att Policy för gåvor återremitteras.",
    ],
)
def test_what_is_only_supposed_or_denied_changes_nothing(sentence: str) -> None:
    assert told("Ärendet", sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Policy för gåvor upphävdes den 3 maj 2024.", Status.REPEALED),
        ("Policy för gåvor ersätts av Policy för gåvor och representation.", Status.SUPERSEDED),
        ("Policy för gåvor ersattes av Policy för gåvor och representation.", Status.SUPERSEDED),
    ],
)
def test_what_is_told_as_done_is_evidence(sentence: str, status: Status) -> None:
    assert told("Ärendet", sentence) == {status}


@pytest.mark.parametrize(
    "sentence",
    [
        "Förslaget att anta Policy för gåvor avslås.",
        "Motionen om att upphäva Policy för gåvor avslås.",
        "Nämnden avslår yrkandet att upphäva Policy för gåvor.",
        "Medborgarförslaget att återremittera Policy för gåvor anses besvarat.",
    ],
)
def test_a_decision_that_turns_a_proposal_down_does_nothing_to_the_document(sentence: str) -> None:
    assert told("Beslut", sentence) == set()


def test_what_somebody_is_charged_with_is_not_done_yet() -> None:
    assert told("Beslut", "Servicechefen får i uppdrag att upphäva Policy för gåvor.") == set()
    assert told("Beslut", "Nämnden beslutar att upphäva Policy för gåvor.") == {Status.REPEALED}


def test_a_document_that_is_said_to_be_anothers_is_none_of_ours() -> None:
    assert told("Ärendet", "Region Söderås Policy för gåvor upphävdes 2020.") == set()
    assert told("Ärendet", "Region Exempels Policy för gåvor upphävdes 2020.") == {Status.REPEALED}
