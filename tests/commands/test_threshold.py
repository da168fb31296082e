"""`threshold check` and `threshold list`."""

import json
from pathlib import Path

import pytest

from cli import run
from hierarchy.levels import Hierarchy
from index.records import hierarchy_to_json
from index.threshold_records import thresholds_to_json
from index.thresholds import META_KEY
from index.writer import LibraryWriter
from ingest.thresholds_file import parse_thresholds
from tests.kept_limits import limits as two_limits

Captured = pytest.CaptureFixture[str]
LIMITS = two_limits("Skälen ska antecknas över 100 000 kronor.")


@pytest.fixture
def limits(library: Path) -> Path:
    """A library with a limit that its source bears out, and one that it doesn't."""
    writer = LibraryWriter(library)
    found = parse_thresholds(Path("thresholds.yaml"), LIMITS, Hierarchy(()))
    writer.set_meta(META_KEY, thresholds_to_json(found))
    writer.set_meta("hierarchy", hierarchy_to_json(Hierarchy(())))
    writer.commit()
    writer.close()
    return library


def check(limits: Path, *arguments: str) -> int:
    return run(["threshold", "check", "--data", str(limits), "--date", "2026-03-01", *arguments])


def checked(limits: Path, capsys: Captured, *arguments: str) -> dict[str, object]:
    assert check(limits, "--json", *arguments) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_what_is_below_the_limit_may_be_bought_directly(limits: Path, capsys: Captured) -> None:
    found = checked(limits, capsys, "--value", "699999")
    assert (found["lightest"], found["value"]) == ("direct", "699999")


def test_options_and_extensions_are_counted(limits: Path, capsys: Captured) -> None:
    found = checked(limits, capsys, "--value", "400 tkr", "--option", "200 tkr", "--extension", "0,1 mnkr")
    assert found["value"] == "700000"
    assert found["lightest"] != "direct"


def test_vat_is_taken_off(limits: Path, capsys: Captured) -> None:
    assert checked(limits, capsys, "--value", "875000", "--vat", "25")["value"] == "700000.00"


def test_every_limit_shown_has_its_quote_as_it_is_stored(limits: Path, capsys: Captured) -> None:
    procedures = checked(limits, capsys, "--value", "5000")["procedures"]
    assert isinstance(procedures, list)
    (citation,) = procedures[0]["limits"][0]["citations"]
    assert citation["quote"] == "Köp under 700 000 kronor får göras direkt."
    assert (citation["start"], citation["end"]) == (4, 46)


def test_a_limit_that_its_source_does_not_bear_out_is_left_out_with_the_reason(
    limits: Path, capsys: Captured
) -> None:
    left = checked(limits, capsys, "--value", "150000")["left_out"]
    assert isinstance(left, list)
    assert [one["id"] for one in left] == ["skäl"]
    assert "Skälen ska antecknas" in left[0]["why"]


def test_the_terminal_shows_the_outcome_first(limits: Path, capsys: Captured) -> None:
    assert check(limits, "--value", "150000") == 0
    assert capsys.readouterr().out.startswith("Värdet är 150\u00a0000\u00a0kr: direktupphandling räcker")


def test_the_terminal_speaks_english_where_asked(limits: Path, capsys: Captured) -> None:
    assert check(limits, "--value", "150000", "--language", "en") == 0
    assert capsys.readouterr().out.startswith("The value is SEK\u00a0150,000: direct procurement")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--value", "mycket"], "är inget belopp"),
        (["--value", "500 euro"], "är inte i kronor"),
        (["--value", "-5"], "är mindre än noll"),
        (["--value", "5", "--vat", "19"], "Momssatsen"),
        (["--value", "5", "--law", "lov"], "Lagen"),
        (["--value", "5", "--subject", "bilar"], "Slaget"),
        (["--value", "5", "--law", "lufs"], "inga beloppsgränser för LUFS"),
        (["--value", "5", "--months", "noll"], "antal månader"),
        (["--value", "5", "--organisation", "syd"], "Organisationen"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(
    limits: Path, capsys: Captured, arguments: list[str], said: str
) -> None:
    assert check(limits, *arguments) == 2
    assert said in capsys.readouterr().err


def test_the_list_says_which_limits_stand_and_fails_where_one_does_not(
    limits: Path, capsys: Captured
) -> None:
    assert run(["threshold", "list", "--data", str(limits), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["thresholds"]
    assert {one["id"]: one["standing"] for one in found} == {"direkt": "verified", "skäl": "off"}


def test_a_library_without_limits_says_how_to_keep_some(library: Path, capsys: Captured) -> None:
    assert run(["threshold", "list", "--data", str(library)]) == 0
    assert "thresholds.yaml" in capsys.readouterr().out
