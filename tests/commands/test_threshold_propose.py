"""`threshold propose` as an administrator meets it."""

import json
from pathlib import Path

import pytest

from ingest.governance import load_governance
from ingest.thresholds_file import parse_proposals
from tests.commands.threshold_folder import (
    ACT_DUTY,
    ACT_LIMIT,
    GIFT,
    RULE_LIMIT,
    fill,
    kept,
    propose,
    waiting,
)

Captured = pytest.CaptureFixture[str]
KEPT = """\
# Skött för hand.
thresholds:
  - id: direkt
    law: lou
    effect: direct_procurement
    comparator: under
    amount: 700000
    consequence: {sv: Köp får göras direkt.}
    sources: [{document: lag-om-kop, section: 2 §, quote: understiger 700 000 kronor}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path)


def told(capsys: Captured, *arguments: str) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert propose("--json", *arguments) == 0
    return {fields["id"]: fields for fields in json.loads(capsys.readouterr().out)["proposals"]}


def test_every_limit_is_written_with_its_words_and_says_that_nothing_counts_with_it(
    folder: Path, capsys: Captured
) -> None:
    assert propose() == 0
    text = waiting(folder)
    assert text.startswith("# Beloppsgränser som lästs ur dokumenten och som ingen har bekräftat.")
    hierarchy = load_governance(folder).hierarchy
    found, dropped = parse_proposals(folder / "thresholds.forslag.yaml", text, hierarchy, ())
    assert [threshold.id for threshold in found] == [ACT_LIMIT, ACT_DUTY, RULE_LIMIT, GIFT]
    assert all(threshold.sources for threshold in found)
    assert dropped == frozenset()
    assert not load_governance(folder).thresholds
    assert "4 möjliga gränser är nya:" in capsys.readouterr().out


def test_a_rules_own_limit_for_direct_procurement_is_overtaken_by_the_acts(
    folder: Path, capsys: Captured
) -> None:
    found = told(capsys, "--dry-run")
    assert found[RULE_LIMIT]["overtaken_by"] == ACT_LIMIT
    assert found[RULE_LIMIT]["organisations"] == ["norr"]
    assert [name for name, fields in found.items() if "overtaken_by" in fields] == [RULE_LIMIT]


def test_what_is_kept_already_is_left_out_and_may_be_what_overtakes(folder: Path, capsys: Captured) -> None:
    (folder / "thresholds.yaml").write_text(KEPT, "utf-8")
    found = told(capsys)
    assert ACT_LIMIT not in found
    assert found[RULE_LIMIT]["overtaken_by"] == "direkt"
    assert kept(folder) == KEPT


def test_a_dry_run_writes_nothing(folder: Path, capsys: Captured) -> None:
    assert propose("--dry-run") == 0
    assert not (folder / "thresholds.forslag.yaml").exists()
    assert "Inget är skrivet." in capsys.readouterr().out


def test_a_second_run_adds_nothing_and_leaves_what_a_person_has_edited(
    folder: Path, capsys: Captured
) -> None:
    propose()
    edited = waiting(folder).replace("amount: 300", "amount: 350  # fråga Åsa")
    (folder / "thresholds.forslag.yaml").write_text(edited, "utf-8")
    assert propose() == 0
    assert waiting(folder) == edited
    assert "redan kända" in capsys.readouterr().out


def test_a_mistake_in_the_file_is_told_and_nothing_is_written(folder: Path, capsys: Captured) -> None:
    propose()
    broken = waiting(folder).replace("comparator: at_most", "comparator: ungefär")
    (folder / "thresholds.forslag.yaml").write_text(broken, "utf-8")
    assert propose() == 2
    assert waiting(folder) == broken
    assert "thresholds.forslag.yaml rad" in capsys.readouterr().err
