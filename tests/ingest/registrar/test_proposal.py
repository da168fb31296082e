"""What is proposed for the register, and what is left as it stands."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.registrar.claims import Claim, claims_of, is_decisive
from ingest.registrar.proposal import Proposal, propose
from ingest.registrar.register_file import RegisterFile
from ingest.said import SaidOfOther
from tests.ingest.registrar.making import HIERARCHY, claim, document, register_of

UNCONFIRMED = """\
documents:
  - document: kop
    title: Policy för inköp   # min egen titel
    kind: policy
    level: policy
    status: adopted
    date: 2024-05-06
"""
CONFIRMED = UNCONFIRMED + "    confirmed: {by: Eva Ek, on: 2026-04-20}\n"


def proposed(
    register: RegisterFile, *documents: GoverningDocument, claims: tuple[Claim, ...] = ()
) -> tuple[list[Proposal], RegisterFile]:
    """The proposals, and the register with them written."""
    found = propose(register, documents, claims, HIERARCHY)
    return found, register.edited([edit for proposal in found for edit in proposal.edits])


def test_a_document_without_an_entry_gets_one_that_nobody_has_confirmed(tmp_path: Path) -> None:
    read = document(doubts=("Dokumentet saknar diarienummer.",))
    (found,), register = proposed(register_of(tmp_path, ""), read)
    entry = register.register.entry("kop")
    assert entry is not None
    assert found.is_new
    assert (entry.document.title, entry.document.date) == ("Policy för köp", date(2024, 5, 6))
    assert (entry.document.level, entry.document.organisations) == (Level.POLICY, ("norr",))
    assert not entry.document.confirmed
    assert entry.document.doubts == ("Dokumentet saknar diarienummer.",)
    assert "    date: 2024-05-06   # läst s. 1: ”ord om date”\n" in register.text


def test_nobody_bound_is_not_written_as_everybody_bound(tmp_path: Path) -> None:
    _, register = proposed(register_of(tmp_path, ""), document(organisations=()))
    assert "organisations" not in register.text
    _, register = proposed(register_of(tmp_path, ""), document(organisations=(), level=Level.LAW))
    assert "organisations: []" in register.text


def test_an_unconfirmed_field_is_changed_and_says_what_stood_there(tmp_path: Path) -> None:
    (found,), register = proposed(register_of(tmp_path, UNCONFIRMED), document(date=date(2025, 1, 2)))
    assert {p.field: p.before for p in found.fields if p.before} == {
        "title": "Policy för inköp",
        "date": date(2024, 5, 6),
    }
    assert "    date: 2025-01-02   # läst s. 1: ”ord om date” (stod: 2024-05-06)\n" in register.text
    assert "# min egen titel   # läst s. 1" in register.text


def test_an_unconfirmed_entry_gets_the_fields_that_it_lacks(tmp_path: Path) -> None:
    (found,), _ = proposed(register_of(tmp_path, UNCONFIRMED), document(title="Policy för inköp"))
    assert [p.field for p in found.fields] == ["adopted_by"]


def test_a_confirmed_field_is_never_written_over(tmp_path: Path) -> None:
    (found,), register = proposed(register_of(tmp_path, CONFIRMED), document(date=date(2025, 1, 2)))
    assert register.text == CONFIRMED
    assert [(p.field, p.value) for p in found.differing] == [
        ("title", "Policy för köp"),
        ("date", date(2025, 1, 2)),
    ]
    assert [p.field for p in found.unstated] == ["adopted_by"]


def test_one_confirmed_field_protects_that_field_alone(tmp_path: Path) -> None:
    text = UNCONFIRMED + "    confirmed: {by: Eva Ek, on: 2026-04-20, fields: [title]}\n"
    (found,), register = proposed(register_of(tmp_path, text), document(date=date(2025, 1, 2)))
    assert [p.field for p in found.differing] == ["title"]
    assert "title: Policy för inköp   # min egen titel\n" in register.text
    assert "date: 2025-01-02" in register.text


def test_what_a_person_has_settled_is_no_difference_any_more(tmp_path: Path) -> None:
    before = register_of(tmp_path, CONFIRMED)
    (found,), _ = proposed(before, document(adopted_by=None))
    sentence = "Registret och dokumentet skiljer sig om titel: registret anger ”Policy för inköp”, "
    sentence += "dokumentet ”Policy för köp” (”ord om title”, s. 1)."
    assert [p.field for p in found.differing] == ["title"]
    settled = register_of(tmp_path, CONFIRMED + f'    settled: ["{sentence}"]\n')
    assert propose(settled, [document(adopted_by=None)], [], HIERARCHY) == []


def test_a_guess_without_words_to_show_changes_nothing(tmp_path: Path) -> None:
    read = document(title="Policy för inköp", adopted_by=None, date=date(2020, 1, 1))
    read = replace(read, evidence={**read.evidence, "date": Evidence(page=1)})
    assert propose(register_of(tmp_path, UNCONFIRMED), [read], [], HIERARCHY) == []


def test_a_new_kind_takes_its_rung_with_it(tmp_path: Path) -> None:
    read = document(title="Policy för inköp", kind="riktlinje", level=Level.GUIDELINE, adopted_by=None)
    (found,), register = proposed(register_of(tmp_path, UNCONFIRMED), read)
    assert [(p.field, p.value) for p in found.fields] == [("kind", "riktlinje"), ("level", Level.GUIDELINE)]
    entry = register.register.entry("kop")
    assert entry is not None
    assert entry.document.level is Level.GUIDELINE


def test_what_a_protocol_says_is_proposed_with_the_protocol_as_evidence(tmp_path: Path) -> None:
    said = claim("kop", "status", Status.REFERRED_BACK, "Ärendet återremitteras.")
    read = document(title="Policy för inköp", adopted_by=None)
    (found,), register = proposed(register_of(tmp_path, UNCONFIRMED), read, claims=(said,))
    assert [(p.field, p.said_in) for p in found.fields] == [("status", "protokoll-2026")]
    note = "# läst i protokoll-2026 s. 3: ”Ärendet återremitteras.” (stod: ”adopted”)"
    assert f"    status: referred_back   {note}\n" in register.text
    assert propose(register, [read], [said], HIERARCHY) == []


@pytest.mark.parametrize(
    ("sure", "written"), [(Confidence.READ, date(2024, 5, 6)), (Confidence.STATED, date(2024, 5, 5))]
)
def test_what_a_document_says_of_itself_stands_against_what_is_said_less_surely(
    tmp_path: Path, sure: Confidence, written: date
) -> None:
    said = claim("kop", "date", date(2024, 5, 5), "den 5 maj 2024", sure)
    _, register = proposed(register_of(tmp_path, ""), document(), claims=(said,))
    entry = register.register.entry("kop")
    assert entry is not None
    assert entry.document.date == written


@pytest.mark.parametrize(
    ("own", "said", "decisive"),
    [
        (Status.ADOPTED, Status.REPEALED, True),
        (Status.ADOPTED, Status.PROPOSED, False),
        (Status.PROPOSED, Status.REFERRED_BACK, True),
        (Status.PROPOSED, Status.ADOPTED, False),
        (Status.UNCONFIRMED, Status.ADOPTED, True),
    ],
)
def test_what_became_of_a_document_afterwards_it_cannot_know_itself(
    own: Status, said: Status, decisive: bool
) -> None:
    assert is_decisive(claim("kop", "status", said, sure=Confidence.READ), document(status=own)) is decisive


def test_a_replaced_document_gets_its_last_day_from_its_successor() -> None:
    said = SaidOfOther(
        "kop", "policyn", "status", Status.SUPERSEDED, "Ersätter", 1, None, "ny", None, 0, 8, date(2026, 1, 1)
    )
    assert [(c.field, c.value) for c in claims_of([said])] == [
        ("status", Status.SUPERSEDED),
        ("valid_to", date(2025, 12, 31)),
    ]


def test_a_statement_that_is_only_proposed_is_no_claim() -> None:
    said = SaidOfOther(
        "kop", "p", "status", Status.REPEALED, "Upphör", 1, None, "ny", None, 0, 6, proposed=True
    )
    assert claims_of([said]) == []


def test_a_guess_writes_over_nothing_and_is_marked_where_it_is_new(tmp_path: Path) -> None:
    guessed = {"date": Evidence("2025-01-02", 1, confidence=Confidence.INFERRED)}
    read = document(title="Policy för inköp", adopted_by=None, date=date(2025, 1, 2), evidence=guessed)
    assert propose(register_of(tmp_path, UNCONFIRMED), [read], [], HIERARCHY) == []
    _, register = proposed(register_of(tmp_path, ""), read)
    assert "    date: 2025-01-02   # läst s. 1: ”2025-01-02” (osäkert)\n" in register.text


def test_a_protocol_changes_no_confirmed_field(tmp_path: Path) -> None:
    said = claim("kop", "status", Status.REPEALED)
    read = document(title="Policy för inköp", adopted_by=None)
    (found,), register = proposed(register_of(tmp_path, CONFIRMED), read, claims=(said,))
    assert register.text == CONFIRMED
    assert [(p.field, p.value, p.said_in) for p in found.differing] == [
        ("status", Status.REPEALED, "protokoll-2026")
    ]


def test_a_replaced_document_is_a_repealed_one(tmp_path: Path) -> None:
    register = register_of(tmp_path, CONFIRMED.replace("status: adopted", "status: superseded"))
    read = document(title="Policy för inköp", adopted_by=None)
    assert propose(register, [read], [claim("kop", "status", Status.REPEALED)], HIERARCHY) == []


def test_the_programs_own_doubts_follow_the_reading_and_a_persons_stay(tmp_path: Path) -> None:
    text = (
        UNCONFIRMED + "    doubts:\n      - Gammal tvekan.   # läst ur dokumentet\n      - Min egen fråga.\n"
    )
    read = document(title="Policy för inköp", adopted_by=None, doubts=("Ny tvekan.",))
    (found,), register = proposed(register_of(tmp_path, text), read)
    assert (found.new_doubts, found.gone_doubts) == (("Ny tvekan.",), ("Gammal tvekan.",))
    assert register.text.endswith("      - Min egen fråga.\n      - Ny tvekan.   # läst ur dokumentet\n")


FIELDS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Policy för köp", "Köp: policy", "Inköp – å ä ö"]),
        "status": st.sampled_from(list(Status)),
        "adopted_by": st.sampled_from([None, "regionfullmäktige", "Per’s nämnd"]),
        "date": st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)),
        "supersedes": st.sampled_from([None, "LN 2010/1"]),
        "doubts": st.lists(st.sampled_from(["Är det så?", "Vem: oklart."]), unique=True).map(tuple),
    }
)
ENTRIES = st.sampled_from(["", "documents: []\n", UNCONFIRMED, CONFIRMED])


@settings(max_examples=30, deadline=None)
@given(ENTRIES, FIELDS, FIELDS)
def test_proposing_twice_is_proposing_once(
    text: str, first: dict[str, object], second: dict[str, object]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = register_of(Path(folder), text)
        for fields in (first, second):
            read = [document(**fields), document("annan", **fields)]
            _, register = proposed(register, *read)
            again, unchanged = proposed(register, *read)
            assert unchanged.text == register.text
            assert not any(proposal.writes for proposal in again)
