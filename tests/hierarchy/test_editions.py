"""Which edition of a document applies."""

from dataclasses import replace
from datetime import date

import pytest

from hierarchy.documents import Status
from hierarchy.editions import (
    current_edition,
    replacement,
    same_work,
    says_it_replaces,
    subject,
    successions,
)
from hierarchy.levels import Level
from tests.hierarchy.citing import TODAY, document

OLD = document(
    "resor-2015", Level.POLICY, title="Resepolicy", valid_from=date(2015, 1, 1), diary_number="A 2015/17"
)
NEW = document(
    "resor-2022", Level.POLICY, title="resepolicy", valid_from=date(2022, 1, 1), diary_number="A 2022/3"
)


def test_editions_have_one_title_one_level_and_an_organisation_in_common() -> None:
    assert same_work(OLD, NEW)
    assert not same_work(OLD, replace(NEW, organisations=("söder",)))
    assert not same_work(OLD, replace(NEW, level=Level.RULE))


def test_the_latest_edition_in_force_is_current() -> None:
    assert current_edition([OLD, NEW], TODAY) == NEW


def test_on_an_earlier_day_the_earlier_edition_is_current() -> None:
    assert current_edition([OLD, NEW], date(2019, 1, 1)) == OLD


def test_a_proposed_edition_does_not_take_over() -> None:
    assert current_edition([OLD, replace(NEW, status=Status.PROPOSED)], TODAY) == OLD


def test_two_editions_of_one_day_are_for_a_person_to_choose_between() -> None:
    assert current_edition([OLD, replace(OLD, document="resor-2015-b")], TODAY) is None


def test_before_the_first_edition_none_is_current() -> None:
    assert current_edition([OLD, NEW], date(2010, 1, 1)) is None


def test_a_document_may_replace_one_with_another_title_by_naming_its_diary_number() -> None:
    renamed = replace(NEW, title="Policy för möten", supersedes="policyn med diarienummer A2015/17")
    assert says_it_replaces(renamed, OLD)
    assert replacement(OLD, [renamed], TODAY) == renamed


def test_a_diary_number_inside_a_longer_one_is_another_document() -> None:
    assert not says_it_replaces(replace(NEW, supersedes="A 2015/171"), OLD)
    assert not says_it_replaces(replace(NEW, supersedes="A 2015/17-2"), OLD)
    assert not says_it_replaces(replace(NEW, supersedes="RA 2015/17"), OLD)


def test_a_replacement_counts_only_once_it_is_in_force() -> None:
    assert replacement(OLD, [NEW], date(2021, 12, 31)) is None
    assert replacement(OLD, [NEW], date(2022, 1, 1)) == NEW


def test_nothing_replaces_itself() -> None:
    assert replacement(NEW, [NEW], TODAY) is None


@pytest.mark.parametrize(
    "title",
    ["Resepolicy", "Resepolicy för Region Norr, 2024", "Resepolicy för Landstinget Norr", "Resepolicy rev. 2",
     "Resepolicy i Norrby kommun"],
)  # fmt: skip
def test_the_subject_is_the_title_without_years_versions_and_the_organisations_name(title: str) -> None:
    assert subject(title) == "resepolicy"


def test_editions_of_one_subject_are_chained_each_to_the_next() -> None:
    newest = replace(NEW, document="resor-2025", title="Resepolicy 2025", valid_from=date(2025, 1, 1))
    found = successions([newest, OLD, NEW])
    assert [(one.earlier.document, one.later.document, one.stated) for one in found] == [
        ("resor-2015", "resor-2022", False),
        ("resor-2022", "resor-2025", False),
    ]


def test_a_document_that_names_what_it_replaces_goes_before_one_of_the_same_subject() -> None:
    renamed = replace(
        NEW, document="moten-2023", title="Mötespolicy", valid_from=date(2023, 1, 1), supersedes="A 2015/17"
    )
    found = successions([OLD, NEW, renamed])
    assert ("resor-2015", "moten-2023", True) in [
        (one.earlier.document, one.later.document, one.stated) for one in found
    ]


def test_neither_proposals_nor_documents_of_one_day_succeed_one_another() -> None:
    assert successions([OLD, replace(NEW, status=Status.PROPOSED)]) == ()
    assert successions([OLD, replace(OLD, document="resor-2015-b")]) == ()


def test_another_organisations_policy_is_no_edition() -> None:
    assert successions([OLD, replace(NEW, organisations=("söder",))]) == ()
