"""`threshold review` as an administrator meets it."""

import json
from datetime import date
from pathlib import Path

import pytest

from cli import run
from ingest.governance import load_governance
from tests.commands.threshold_folder import (
    ACT_DUTY,
    ACT_LIMIT,
    GIFT,
    RULE_LIMIT,
    Typed,
    fill,
    kept,
    propose,
    review,
    waiting,
)

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path)
    propose()
    return tmp_path


def counted_with(folder: Path) -> list[str]:
    return [threshold.id for threshold in load_governance(folder).thresholds]


def test_what_is_kept_counts_and_tells_who_kept_it_and_when(folder: Path, lines_in: Typed) -> None:
    assert review(lines_in, "b", "a") == 0
    assert counted_with(folder) == [ACT_LIMIT]
    assert f"  # Bekräftad av Eva Ek {date.today()}\n  - id: {ACT_LIMIT}\n" in kept(folder)
    assert ACT_LIMIT + "\n    law" not in waiting(folder)


def test_what_is_dropped_is_never_proposed_again(folder: Path, lines_in: Typed) -> None:
    review(lines_in, "h", "t", "a")
    propose()
    assert f"id: {ACT_DUTY}\n    by: Eva Ek\n" in waiting(folder)
    assert f"id: {ACT_DUTY}\n    law" not in waiting(folder)


def test_a_field_is_changed_before_the_limit_is_kept(folder: Path, lines_in: Typed) -> None:
    review(lines_in, "ä", "consequence: {sv: Köp direkt.}", "valid_to: 2027-12-31", "", "b", "a")
    (limit,) = load_governance(folder).thresholds
    assert (limit.consequence_sv, limit.valid_to) == ("Köp direkt.", date(2027, 12, 31))


def test_a_change_that_is_a_mistake_is_told_and_asked_again(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    review(lines_in, "ä", "comparator: ungefär", "amount", "amount: 710000", "", "b", "a")
    out = capsys.readouterr().out
    assert "Värdet ”ungefär” är okänt." in out
    assert "Det går inte att tyda." in out
    assert "amount: 710000" in kept(folder)


def test_what_points_to_a_limit_that_still_waits_cant_be_kept_before_it(
    folder: Path, lines_in: Typed, capsys: Captured
) -> None:
    review(lines_in, "h", "h", "b", "h", "h")
    assert f"Den pekar på ”{ACT_LIMIT}”, som också väntar." in " ".join(capsys.readouterr().out.split())
    assert not (folder / "thresholds.yaml").exists()
    review(lines_in, "b", "h", "b", "a")
    assert counted_with(folder) == [ACT_LIMIT, RULE_LIMIT]


def test_nothing_is_lost_where_input_ends(folder: Path, lines_in: Typed, capsys: Captured) -> None:
    assert review(lines_in, "b", "b") == 0
    assert counted_with(folder) == [ACT_LIMIT, ACT_DUTY]
    assert "Indata tog slut." in capsys.readouterr().out


def test_what_was_kept_before_an_interruption_is_taken_out_of_the_proposals(
    folder: Path, lines_in: Typed
) -> None:
    before = waiting(folder)
    review(lines_in, "b", "a")
    (folder / "thresholds.forslag.yaml").write_text(before, "utf-8")
    review(lines_in, "a")
    assert f"id: {ACT_LIMIT}\n    law" not in waiting(folder)
    assert counted_with(folder) == [ACT_LIMIT]


def test_comments_and_entries_kept_by_hand_stay_as_they_are(folder: Path, lines_in: Typed) -> None:
    own = "# Vår egen fil.\nthresholds:\n- id: eget  # Åsas\n  law: lou\n  effect: duty\n  duty: own\n"
    own += "  consequence: {sv: Gör så.}\n"
    (folder / "thresholds.yaml").write_text(own, "utf-8")
    review(lines_in, "b", "a")
    assert kept(folder).startswith(own)
    assert counted_with(folder) == ["eget", ACT_LIMIT]


def test_a_review_of_everything_leaves_a_file_that_can_be_added_to(folder: Path, lines_in: Typed) -> None:
    review(lines_in, "b", "b", "b", "t")
    assert counted_with(folder) == [ACT_LIMIT, ACT_DUTY, RULE_LIMIT]
    (folder / "thresholds.yaml").unlink()
    propose()
    assert f"id: {ACT_DUTY}\n    law" in waiting(folder)
    assert f"id: {GIFT}\n    law" not in waiting(folder)


def test_json_lists_what_waits_and_asks_nothing(folder: Path, capsys: Captured) -> None:
    capsys.readouterr()
    assert run(["threshold", "review", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["proposals"]
    assert [fields["id"] for fields in listed] == [ACT_LIMIT, ACT_DUTY, RULE_LIMIT, GIFT]


def test_with_nothing_waiting_it_says_where_proposals_come_from(
    tmp_path: Path, lines_in: Typed, capsys: Captured
) -> None:
    fill(tmp_path)
    assert review(lines_in) == 0
    assert "regelstegen threshold propose" in capsys.readouterr().out
