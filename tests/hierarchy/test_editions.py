"""Which edition of a document applies."""

from dataclasses import replace
from datetime import date

from hierarchy.documents import Status
from hierarchy.editions import (
    as_they_stand,
    replacement,
    same_work,
    says_it_replaces,
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


def test_the_latest_edition_in_force_has_taken_the_earlier_ones_place() -> None:
    newest = replace(NEW, document="resor-2025", valid_from=date(2025, 1, 1))
    assert replacement(OLD, [OLD, newest, NEW], TODAY) == newest
    assert replacement(newest, [OLD, newest, NEW], TODAY) is None


def test_a_proposed_edition_does_not_take_over() -> None:
    assert replacement(OLD, [replace(NEW, status=Status.PROPOSED)], TODAY) is None


def test_of_two_editions_of_one_day_neither_replaces_the_other() -> None:
    assert replacement(OLD, [replace(OLD, document="resor-2015-b")], TODAY) is None


def test_another_organisations_policy_is_no_edition() -> None:
    assert replacement(OLD, [replace(NEW, organisations=("söder",))], TODAY) is None


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


def test_an_edition_whose_place_is_taken_is_superseded_the_day_before_whatever_its_entry_says() -> None:
    former, latter = as_they_stand([OLD, NEW], TODAY)
    assert (former.status, former.valid_to) == (Status.SUPERSEDED, date(2021, 12, 31))
    assert latter == NEW


def test_an_edition_holds_until_another_begins_and_again_when_that_one_is_taken_away() -> None:
    assert as_they_stand([OLD, NEW], date(2021, 12, 31)) == [OLD, NEW]
    assert as_they_stand([OLD, replace(NEW, withdrawn=TODAY)], TODAY)[0] == OLD


def test_one_that_is_replaced_by_name_alone_stands_as_replaced() -> None:
    renamed = replace(NEW, title="Policy för möten", supersedes="policyn med diarienummer A2015/17")
    assert as_they_stand([OLD, renamed], TODAY)[0].status is Status.SUPERSEDED
