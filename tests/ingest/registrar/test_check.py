"""What a check of the register finds, and how grave it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from hierarchy.subjects import subject_of
from ingest.document import IngestedDocument
from ingest.registrar.check import check
from ingest.registrar.check_contradictions import contradicting
from ingest.registrar.findings import Finding, Severity
from ingest.registrar.register_file import RegisterFile
from tests.ingest.registrar.making import HIERARCHY, document, register_of

TODAY = date(2026, 11, 2)


def entries(*documents: GoverningDocument, confirmed: bool = False) -> str:
    line = "    confirmed: {by: Eva Ek, on: 2026-04-20}\n" if confirmed else ""
    return "documents:\n" + "".join(
        f"  - document: {d.document}\n    title: {d.title}\n{line}" for d in documents
    )


def found(
    folder: Path, *documents: GoverningDocument, text: str | None = None, as_of: date = TODAY, **more: Any
) -> list[Finding]:
    register: RegisterFile = register_of(folder, entries(*documents) if text is None else text)
    texts = more.pop("texts", {})
    refused = more.pop("refused", {})
    hierarchy = replace(HIERARCHY, organisations=()) if not more.pop("ladder", False) else HIERARCHY
    return check(register.register, documents, texts, lambda name, offset: 1, hierarchy, as_of, refused)


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_a_sound_register_gives_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, document()) == []


def test_an_entry_without_a_file_is_an_error(tmp_path: Path) -> None:
    finding = only(found(tmp_path, text=entries(document("borta"))))
    assert (finding.severity, finding.code, finding.document) == (
        Severity.ERROR,
        "entry_without_file",
        "borta",
    )
    assert "rad 2" in finding.text


def test_an_entry_whose_file_was_refused_says_why(tmp_path: Path) -> None:
    finding = only(found(tmp_path, text=entries(document()), refused={"kop": "Filen är krypterad."}))
    assert "Filen är krypterad." in finding.text


def test_an_old_edition_without_its_file_is_only_worth_knowing(tmp_path: Path) -> None:
    text = "documents:\n  - document: borta\n    status: superseded\n"
    assert only(found(tmp_path, text=text)).severity is Severity.NOTE


def test_a_document_kept_without_its_file_is_worth_knowing_and_needs_no_entry(tmp_path: Path) -> None:
    taken_away = document("kop (2)", withdrawn=date(2026, 3, 1))
    finding = only(found(tmp_path, taken_away, text=""))
    assert (finding.severity, finding.code, finding.document) == (Severity.NOTE, "withdrawn", "kop (2)")
    assert "gäller inte från den 2026-03-01, för filen ”norr/kop (2).pdf” finns inte kvar." in finding.text
    assert finding.remedy.endswith("regelstegen ingest --forget 'kop (2)'")


def test_a_withdrawn_document_whose_file_can_not_be_read_says_why(tmp_path: Path) -> None:
    taken_away = document(withdrawn=date(2026, 3, 1))
    finding = only(found(tmp_path, taken_away, refused={"kop": "Filen är krypterad."}))
    assert "filen kan inte läsas. Filen är krypterad." in finding.text
    assert "Byt ut filen" in finding.remedy


def test_a_file_without_an_entry_is_a_warning(tmp_path: Path) -> None:
    finding = only(found(tmp_path, document(), text=""))
    assert (finding.severity, finding.code) == (Severity.WARNING, "file_without_entry")
    assert "norr/kop.pdf" in finding.text


@pytest.mark.parametrize("value", ["2023-xx-xx", "§xx", "Ange titel här", "XX"])
def test_a_placeholder_in_a_confirmed_entry_is_an_error(tmp_path: Path, value: str) -> None:
    one = document(title=value)
    finding = only(found(tmp_path, one, text=entries(one, confirmed=True)))
    assert (finding.severity, finding.code) == (Severity.ERROR, "placeholder")
    assert found(tmp_path, one, text=entries(one)) == []


def test_two_adopted_policies_on_one_subject_are_an_error(tmp_path: Path) -> None:
    one, other = document(title="Inköpspolicy för Region Norr"), document("b", title="Policy för inköp")
    finding = only([f for f in found(tmp_path, one, other, ladder=True) if f.code == "overlap"])
    assert finding.severity is Severity.ERROR
    assert {finding.document, *finding.others} == {"kop", "b"}


@pytest.mark.parametrize(
    "other",
    [
        document("b", title="Resepolicy"),
        document("b", kind="riktlinje", level=Level.GUIDELINE),
        document("b", organisations=("söder",)),
        document("b", status=Status.PROPOSED),
        document("b", date=date(2020, 1, 1), valid_to=date(2024, 5, 5)),
        document("b", level=Level.BACKGROUND, kind="protokoll"),
    ],
    ids=["subject", "level", "organisation", "proposal", "period", "background"],
)
def test_what_differs_in_any_of_these_does_not_overlap(tmp_path: Path, other: GoverningDocument) -> None:
    assert "overlap" not in [finding.code for finding in found(tmp_path, document(), other)]


def test_the_later_edition_that_says_it_replaces_is_no_overlap_but_wants_an_end(tmp_path: Path) -> None:
    later = document("b", date=date(2026, 1, 1), supersedes="kop")
    finding = only(found(tmp_path, document(), later))
    assert (finding.severity, finding.code, finding.document) == (Severity.WARNING, "period_overlap", "kop")
    assert "Sätt valid_to: 2025-12-31" in finding.remedy


def test_editions_that_overlap_or_leave_a_gap_are_warned_of(tmp_path: Path) -> None:
    later = document("b", date=date(2026, 1, 1), supersedes="kop")
    overlap = document(status=Status.SUPERSEDED, valid_to=date(2026, 1, 1))
    gap = document(status=Status.SUPERSEDED, valid_to=date(2025, 12, 29))
    exact = document(status=Status.SUPERSEDED, valid_to=date(2025, 12, 31))
    assert [f.code for f in found(tmp_path, overlap, later)] == ["period_overlap"]
    finding = only(found(tmp_path, gap, later))
    assert finding.code == "period_gap"
    assert finding.text.startswith("Från 2025-12-30 till 2025-12-31 gäller varken")
    assert found(tmp_path, exact, later) == []


def test_a_superseded_document_wants_a_successor(tmp_path: Path) -> None:
    finding = only(found(tmp_path, document(status=Status.SUPERSEDED)))
    assert (finding.severity, finding.code) == (Severity.WARNING, "superseded_without_successor")


def test_a_predecessor_that_is_not_held_is_worth_knowing(tmp_path: Path) -> None:
    finding = only(found(tmp_path, document(supersedes="LN 2010/14")))
    assert (finding.severity, finding.code) == (Severity.NOTE, "unknown_predecessor")


def test_a_rung_without_a_document_in_force_is_a_warning_on_that_day(tmp_path: Path) -> None:
    rule = document("r", title="Regel om resor", kind="regel", level=Level.RULE)
    guideline = document("g", title="Riktlinje för köp", kind="riktlinje", level=Level.GUIDELINE)
    assert found(tmp_path, document(), rule, guideline, ladder=True) == []
    findings = found(tmp_path, document(), replace(rule, status=Status.UNCONFIRMED), guideline, ladder=True)
    finding = only(findings)
    assert (finding.code, finding.organisation, finding.others) == ("empty_level", "norr", ("r",))
    before = found(tmp_path, document(), rule, guideline, ladder=True, as_of=date(2020, 1, 1))
    assert [f.code for f in before] == ["empty_level"] * 3


def test_a_decision_older_than_its_own_review_interval_is_a_warning(tmp_path: Path) -> None:
    texts = {"kop": "Inledning.\n\nPolicyn ska ses över vartannat år."}
    finding = only(
        found(tmp_path, document(), texts={"kop": texts["kop"].replace("vartannat", "vart andra")})
    )
    assert (finding.severity, finding.code) == (Severity.WARNING, "review_overdue")
    assert finding.quote == "Policyn ska ses över vart andra år."
    assert "2026-05-06" in finding.text
    assert found(tmp_path, document(), texts=texts, as_of=date(2026, 5, 6)) == []


def test_a_document_past_its_own_end_is_a_warning(tmp_path: Path) -> None:
    finding = only(found(tmp_path, document(), texts={"kop": "Policyn gäller till och med 2025-12-31."}))
    assert (finding.severity, finding.code) == (Severity.WARNING, "ended_by_itself")


def test_documents_that_contradict_each_other_are_warned_of_until_it_is_settled(tmp_path: Path) -> None:
    numbers = {"a": "2030:567", "b": "2030:567", "c": "2030:587"}
    read = [
        IngestedDocument(document(name), f"Det följer av köplagen ({number}).", (), ())
        for name, number in numbers.items()
    ]
    text = entries(*(one.document for one in read))
    (told,) = contradicting(register_of(tmp_path, text).register, read)
    assert (told.severity, told.code, told.document) == (Severity.WARNING, "contradiction", "c")
    settled = f'{text}    settled: ["{told.text.removeprefix("c: ")}"]\n'
    assert list(contradicting(register_of(tmp_path, settled).register, read)) == []


def test_the_gravest_findings_come_first(tmp_path: Path) -> None:
    findings = found(tmp_path, document(supersedes="LN 2010/14"), text=entries(document("borta")))
    assert [f.severity for f in findings] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Inköpspolicy för Region Norr", "Policy för inköp"),
        ("Reviderad resepolicy", "Resepolicy"),
        ("Riktlinjer för upphandling", "Riktlinje för upphandlingar"),
    ],
)
def test_titles_on_one_subject_are_seen_as_such(a: str, b: str) -> None:
    assert subject_of(a, ("Region Norr",)) == subject_of(b)


def test_a_title_that_names_no_subject_has_none() -> None:
    assert subject_of("Policy för Region Norr", ("Region Norr",)) == frozenset()
