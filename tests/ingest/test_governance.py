"""The files that people keep by hand, and the mistakes in them."""

from datetime import date
from pathlib import Path

import pytest

from hierarchy.documents import Evidence
from hierarchy.levels import Hierarchy, Level
from ingest.governance import (
    GovernanceError,
    load_governance,
    load_hierarchy,
    load_register,
)
from ingest.register import Register
from tests.ingest.governance_folder import HIERARCHY, REGISTER, written


def mistake(folder: Path, register: str = REGISTER, hierarchy: str = HIERARCHY) -> GovernanceError:
    with pytest.raises(GovernanceError) as caught:
        load_governance(written(folder, register, hierarchy))
    return caught.value


def test_rungs_are_read_with_labels_and_force_highest_first(tmp_path: Path) -> None:
    organisation = load_governance(written(tmp_path)).hierarchy.organisation("norr")
    assert organisation is not None
    assert organisation.names == ("Region Norr", "Landstinget Norr")
    assert organisation.order_source == "inkopspolicy"
    assert [rung.level for rung in organisation.rungs] == [Level.LAW, Level.POLICY, Level.RULE]
    law, policy, rule = organisation.rungs
    assert (law.label_en, law.kinds, law.binds) == ("Legislation", ("lag", "lagen"), True)
    assert (policy.label_en, policy.binds) == ("Policy", False)
    assert (rule.label_sv, rule.label_en) == ("Regler", "Regler")


def test_a_confirmed_entry_carries_who_and_when_on_each_field_it_states(tmp_path: Path) -> None:
    entry = load_governance(written(tmp_path)).register.entry("inkopspolicy")
    assert entry is not None
    assert entry.document.confirmed
    assert entry.document.kind == "policy"
    assert entry.document.valid_from == date(2024, 7, 1)
    assert entry.document.evidence["valid_from"] == Evidence(
        confirmed_by="Eva Ek", confirmed_on=date(2026, 4, 20)
    )
    assert "adopted_by" not in entry.given


def test_numbers_stay_as_they_were_written(tmp_path: Path) -> None:
    register = load_governance(written(tmp_path)).register
    assert register.entries["inkopspolicy"].document.diary_number == "160080"
    assert register.entries["sfs-2016-1145"].document.number == "2016:1145"


def test_an_entry_says_the_same_wherever_in_the_file_it_stands(tmp_path: Path) -> None:
    before = load_governance(written(tmp_path)).register.entries["inkopspolicy"]
    after = load_governance(written(tmp_path, "# en ny rad\n" + REGISTER)).register.entries["inkopspolicy"]
    assert before.line != after.line
    assert repr(before) == repr(after)


def test_single_fields_can_be_confirmed_by_different_people(tmp_path: Path) -> None:
    people = "[{by: Eva Ek, on: 2026-04-20, fields: [title]}, {by: Per Al, on: 2026-05-01, fields: [date]}]"
    text = REGISTER.replace("{by: Eva Ek, on: 2026-04-20}", people)
    entry = load_governance(written(tmp_path, text)).register.entry("inkopspolicy")
    assert entry is not None
    assert {n: e.confirmed_by for n, e in entry.document.evidence.items()} == {
        "title": "Eva Ek",
        "date": "Per Al",
    }
    assert not entry.document.confirmed


def test_fields_that_are_all_confirmed_one_by_one_confirm_the_entry(tmp_path: Path) -> None:
    confirmed = "    confirmed: {by: Eva, on: 2026-04-20, fields: [title]}\n"
    text = f"documents:\n  - document: a\n    title: A\n{confirmed}"
    entry = load_governance(written(tmp_path, text)).register.entry("a")
    assert entry is not None
    assert entry.document.confirmed


def test_an_entry_without_confirmed_is_unconfirmed(tmp_path: Path) -> None:
    document = load_governance(written(tmp_path)).register.entries["sfs-2016-1145"].document
    assert not document.confirmed
    assert document.evidence == {}


def test_a_folder_without_the_files_is_an_empty_governance(tmp_path: Path) -> None:
    governance = load_governance(tmp_path)
    assert (governance.hierarchy, governance.register) == (Hierarchy(()), Register())


def test_empty_files_are_an_empty_governance(tmp_path: Path) -> None:
    governance = load_governance(written(tmp_path, "", "# inget än\n"))
    assert (governance.hierarchy, governance.register) == (Hierarchy(()), Register())


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("level: policy", "level: polcy", 6, "level", "law, policy, guideline, rule"),
        ("status: adopted", "status: antagen", 7, "status", "adopted"),
        ("2024-07-01", "2024-13-01", 10, "valid_from", "ÅÅÅÅ-MM-DD"),
        ("valid_from:", "valid_form:", 10, "valid_form", "valid_from"),
        ("valid_from:", "date:", 10, "date", "två gånger"),
        ("document: sfs-2016-1145", "document: inkopspolicy", 13, "documents", "rad 3"),
        ("[norr]", "[söder]", 3, "organisations", "hierarchy.yaml"),
        (
            "valid_from: 2024-07-01",
            "valid_from: 2024-07-01\n    valid_to: 2023-01-01",
            11,
            "valid_to",
            "före",
        ),
        (", on: 2026-04-20", "", 12, "confirmed", "on saknas"),
        ("2026-04-20}", "2026-04-20, fields: [titel]}", 12, "fields", "titel"),
        ("title: Inköpspolicy", "title: ", 4, "title", "text"),
        ("title: Inköpspolicy", "title: [a, b]", 4, "title", "text"),
        ("document: sfs-2016-1145", "title: Lag", 13, "documents", "document saknas"),
    ],
)
def test_a_mistake_in_the_register_is_named_by_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str, words: str
) -> None:
    error = mistake(tmp_path, register=REGISTER.replace(old, new, 1))
    assert (error.path.name, error.line, error.field) == ("register.yaml", line, field)
    assert words in str(error)
    assert str(error).startswith(f"register.yaml rad {line}")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("level: rule", "level: background", 8, "bakgrund"),
        ("level: rule", "level: law", 9, "två gånger"),
        ("binds: false", "binds: kanske", 10, "true eller false"),
        ("{sv: Region Norr, en: North Region}", "{en: North Region}", 4, "sv saknas"),
        ("order_source:", "order_sorce:", 6, "order_source"),
    ],
)
def test_a_mistake_in_the_hierarchy_is_named_by_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    error = mistake(tmp_path, hierarchy=HIERARCHY.replace(old, new, 1))
    assert error.path.name == "hierarchy.yaml"
    assert words in str(error)
    assert error.line == line


def test_an_organisation_listed_twice_is_refused(tmp_path: Path) -> None:
    twice = HIERARCHY + HIERARCHY.replace("organisations:\n", "").lstrip("\n")
    assert "två gånger" in str(mistake(tmp_path, hierarchy=twice))


def test_text_that_is_not_yaml_is_named_by_line(tmp_path: Path) -> None:
    error = mistake(tmp_path, register="documents:\n  - document: [a\n  - b: c\n")
    assert error.line is not None
    assert "YAML" in str(error)


def test_a_file_in_another_encoding_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_bytes("documents: [å]".encode("latin-1"))
    with pytest.raises(GovernanceError, match="UTF-8"):
        load_register(path)


def test_a_file_that_cannot_be_opened_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(GovernanceError, match="sökvägen"):
        load_hierarchy(tmp_path / "saknas.yaml")
