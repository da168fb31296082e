"""What the register says and what was read from the document, made one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hierarchy.documents import Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.governance import (
    load_governance,
    merge,
)
from tests.ingest.governance_folder import REGISTER, written


def read_from_text(**fields: object) -> GoverningDocument:
    """What a reader made of the file: its title and decision date, each with the words it stands in."""
    document = GoverningDocument(
        document="inkopspolicy",
        title="INKÖPSPOLICY",
        kind="policy",
        level=Level.POLICY,
        status=Status.UNCONFIRMED,
        adopted_by="regionfullmäktige",
        date=date(2024, 5, 6),
        source="norr/inkopspolicy.pdf",
        evidence={
            "title": Evidence("INKÖPSPOLICY", 1),
            "adopted_by": Evidence("Fastställd av regionfullmäktige", 1),
            "date": Evidence("2024-05-06", 1),
        },
    )
    return replace(document, **fields)  # type: ignore[arg-type]


def doubts_where(folder: Path, field: str, registered: str, said: str) -> tuple[str, ...]:
    """The doubts of a document whose register and text say this of one field."""
    register = f"documents:\n  - {{document: inkopspolicy, {field}: {registered}}}\n"
    entry = load_governance(written(folder, register)).register.entry("inkopspolicy")
    value = Status(said) if field == "status" else said
    return merge(entry, read_from_text(**{field: value}, evidence={field: Evidence(said, 1)})).doubts


def merged_with_register(folder: Path, read: GoverningDocument) -> GoverningDocument:
    return merge(load_governance(written(folder)).register.entry(read.document), read)


def test_a_document_that_the_register_does_not_list_stays_as_it_was_read() -> None:
    assert merge(None, read_from_text()) == read_from_text()


def test_the_register_wins_and_the_rest_is_kept_with_its_evidence(tmp_path: Path) -> None:
    merged = merged_with_register(tmp_path, read_from_text())
    assert (merged.title, merged.status, merged.confirmed) == ("Inköpspolicy", Status.ADOPTED, True)
    assert merged.adopted_by == "regionfullmäktige"
    assert merged.evidence["adopted_by"] == Evidence("Fastställd av regionfullmäktige", 1)
    assert merged.source == "norr/inkopspolicy.pdf"


def test_where_register_and_document_agree_the_evidence_has_both_quote_and_confirmation(
    tmp_path: Path,
) -> None:
    merged = merged_with_register(tmp_path, read_from_text())
    assert merged.evidence["title"] == Evidence("INKÖPSPOLICY", 1, "Eva Ek", date(2026, 4, 20))
    assert merged.doubts == ()


def test_where_they_differ_the_register_stands_and_the_difference_is_a_doubt(tmp_path: Path) -> None:
    read = read_from_text(
        date=date(2024, 5, 7), evidence={"date": Evidence("den 7 maj 2024", 2)}, doubts=("Osäkert.",)
    )
    merged = merged_with_register(tmp_path, read)
    assert merged.date == date(2024, 5, 6)
    assert merged.evidence["date"].quote is None
    assert merged.doubts[0] == "Osäkert."
    assert "2024-05-06" in merged.doubts[1]
    assert "”den 7 maj 2024”, s. 2" in merged.doubts[1]


def test_a_value_that_was_only_assumed_is_no_difference(tmp_path: Path) -> None:
    read = read_from_text(kind="riktlinje", evidence={})
    assert merged_with_register(tmp_path, read).doubts == ()


def test_a_level_that_was_taken_from_the_kind_of_document_is_no_difference(tmp_path: Path) -> None:
    read = read_from_text(level=Level.RULE, evidence={"level": Evidence("POLICY", 1)})
    merged = merged_with_register(tmp_path, read)
    assert (merged.level, merged.doubts) == (Level.POLICY, ())
    assert merged.evidence["level"].quote is None


def test_what_is_said_in_the_keepers_own_words_keeps_the_documents_quote(tmp_path: Path) -> None:
    register = REGISTER.replace("diary_number: 160080", "supersedes: policyn från 2015")
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    quote = Evidence("ersätter policy fastställd 2015", 3)
    merged = merge(entry, read_from_text(supersedes="policy fastställd 2015", evidence={"supersedes": quote}))
    assert (merged.supersedes, merged.doubts) == ("policyn från 2015", ())
    assert merged.evidence["supersedes"].quote == quote.quote


@pytest.mark.parametrize(
    ("field", "registered", "said"),
    [
        ("kind", "sammanfattning av lag", "sammanfattning"),
        ("kind", "sammanfattning av lag", "lag"),
        ("kind", "Riktlinjer", "riktlinje"),
        ("title", "Inköpspolicy – för alla", "INKÖPSPOLICY, för alla"),
        ("diary_number", "RN 2026-00012", "RN2026-00012"),
        ("supersedes", "inkopspolicy-2017", "policyn från den 14 juni 2017"),
        ("status", "superseded", "adopted"),
        ("status", "referred_back", "proposed"),
        ("status", "repealed", "adopted"),
    ],
)
def test_a_closer_or_other_wording_and_a_documents_own_fate_are_no_differences(
    tmp_path: Path, field: str, registered: str, said: str
) -> None:
    assert doubts_where(tmp_path, field, registered, said) == ()


@pytest.mark.parametrize(
    ("field", "registered", "said"),
    [("kind", "policy", "riktlinje"), ("status", "adopted", "proposed"), ("status", "proposed", "adopted")],
)
def test_another_kind_or_a_decision_that_the_document_does_not_show_is_a_doubt(
    tmp_path: Path, field: str, registered: str, said: str
) -> None:
    assert len(doubts_where(tmp_path, field, registered, said)) == 1


def test_a_fate_that_the_document_cannot_know_is_not_shown_with_its_words(tmp_path: Path) -> None:
    register = "documents:\n  - {document: inkopspolicy, status: superseded}\n"
    entry = load_governance(written(tmp_path, register)).register.entry("inkopspolicy")
    read = read_from_text(status=Status.ADOPTED, evidence={"status": Evidence("Fastställd", 1)})
    assert "status" not in merge(entry, read).evidence


def test_null_in_the_register_removes_what_was_read(tmp_path: Path) -> None:
    entry = load_governance(written(tmp_path)).register.entry("sfs-2016-1145")
    read = read_from_text(
        document="sfs-2016-1145",
        conditional_on="annat beslut",
        evidence={"conditional_on": Evidence("under förutsättning", 1)},
    )
    merged = merge(entry, read)
    assert merged.conditional_on is None
    assert "conditional_on" not in merged.evidence
    assert "villkor" in merged.doubts[-1]


def test_a_doubt_that_somebody_has_settled_is_a_doubt_no_more(tmp_path: Path) -> None:
    text = REGISTER.replace("    diary_number", "    settled: Är det så?\n    diary_number")
    entry = load_governance(written(tmp_path, text)).register.entry("inkopspolicy")
    read = replace(read_from_text(), doubts=("Är det så?", "Vem då?"))
    assert merge(entry, read).doubts[-1:] == ("Vem då?",)
    assert "Är det så?" not in merge(entry, read).doubts
