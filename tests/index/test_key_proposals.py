"""The files of proposed and of confirmed keys."""

from datetime import date
from pathlib import Path

import pytest

from index.key_proposals import Proposal, open_confirmed, open_proposals, proposed_acts
from index.keys import KeyFileError, load_keys
from ingest.yaml_fields import GovernanceError

DAY = date(2026, 11, 2)
PROPOSAL = Proposal(("hur bokar jag?", "no: ja"), "liten", DAY)


def test_proposals_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    open_proposals(tmp_path, "resor").with_entry("2 §", PROPOSAL).saved()
    judged = open_proposals(tmp_path, "resor").entries["2 §"]
    assert judged == PROPOSAL
    open_proposals(tmp_path, "resor").with_entry("2 §", judged.judged("no: ja", dropped=True)).saved()
    again = open_proposals(tmp_path, "resor").entries["2 §"]
    assert (again.lines, again.dropped) == (("hur bokar jag?",), ("no: ja",))
    assert proposed_acts(tmp_path) == ["resor"]


def test_proposals_are_no_keys_and_confirmed_lines_are(tmp_path: Path) -> None:
    open_proposals(tmp_path, "resor").with_entry("2 §", PROPOSAL).saved()
    assert not load_keys([tmp_path]).entries
    open_confirmed(tmp_path, "resor").with_line("2 §", "hur bokar jag?", "liten", "Eva Ek", DAY).saved()
    assert load_keys([tmp_path]).of("resor", "2 §") == ("hur bokar jag?",)


def test_a_confirmed_line_says_who_when_and_which_model(tmp_path: Path) -> None:
    file = (
        open_confirmed(tmp_path, "resor").with_line("2 §", "hur bokar jag?", "liten", "Eva Ek", DAY).saved()
    )
    assert "proposed_by: liten\n    confirmed:\n      by: Eva Ek\n      'on': '2026-11-02'" in file.kept.text


def test_a_line_is_confirmed_once_and_lines_by_hand_stay(tmp_path: Path) -> None:
    path = tmp_path / "resor.bekraftade.yaml"
    path.write_text("act: resor\nkeys:\n  2 §: [för hand]\n", "utf-8")
    file = open_confirmed(tmp_path, "resor")
    for _ in range(2):
        file = file.with_line("2 §", "hur bokar jag?", "liten", "Eva Ek", DAY).saved()
    assert load_keys([tmp_path]).of("resor", "2 §") == ("för hand", "hur bokar jag?")


def test_a_file_that_somebody_else_has_changed_is_not_written_over(tmp_path: Path) -> None:
    mine = open_proposals(tmp_path, "resor").with_entry("2 §", PROPOSAL).saved()
    open_proposals(tmp_path, "resor").with_entry("3 §", PROPOSAL).saved()
    with pytest.raises(GovernanceError, match="ändrats av någon annan"):
        mine.with_entry("4 §", PROPOSAL).saved()
    assert list(open_proposals(tmp_path, "resor").entries) == ["2 §", "3 §"]


def test_a_statutes_files_have_names_that_every_file_system_takes(tmp_path: Path) -> None:
    file = open_proposals(tmp_path, "2016:1145").with_entry("1 §", PROPOSAL).saved()
    assert file.kept.path.name == "sfs-2016-1145.yaml"
    assert proposed_acts(tmp_path) == ["2016:1145"]


@pytest.mark.parametrize("text", ["[", "act: resor\n", "act: resor\nproposed: {a: [b]}\n", "nej"])
def test_a_file_that_is_spoilt_is_named_with_a_remedy(tmp_path: Path, text: str) -> None:
    (tmp_path / "forslag").mkdir()
    (tmp_path / "forslag" / "resor.yaml").write_text(text, "utf-8")
    with pytest.raises(KeyFileError, match=r"resor\.yaml") as caught:
        open_proposals(tmp_path, "resor")
    assert caught.value.remedy


def test_a_file_that_names_another_files_act_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "keys" / "forslag").mkdir(parents=True)
    (tmp_path / "keys" / "forslag" / "resor.yaml").write_text("act: ../../utanför\nproposed: {}\n", "utf-8")
    with pytest.raises(KeyFileError, match=r"resor\.yaml"):
        proposed_acts(tmp_path / "keys")


def test_whatever_an_act_is_called_its_file_stays_in_its_folder(tmp_path: Path) -> None:
    for act in ("../../utanför", "AFS 2023:1/2", ".."):
        file = open_proposals(tmp_path, act).with_entry("1 §", PROPOSAL).saved()
        assert file.kept.path.resolve().parent == (tmp_path / "forslag").resolve()
