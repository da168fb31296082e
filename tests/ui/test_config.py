"""The server's configuration keeps to the machine and to sentences."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_no_usage_statistics_are_gathered(config: dict[str, Any]) -> None:
    assert config["browser"]["gatherUsageStats"] is False


def test_only_this_machine_reaches_the_server(config: dict[str, Any]) -> None:
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["enableAgentApi"] is False


def test_no_traceback_is_shown(config: dict[str, Any]) -> None:
    assert config["client"]["showErrorDetails"] == "none"


def test_there_is_a_light_and_a_dark_theme_with_the_same_colours_named(config: dict[str, Any]) -> None:
    assert config["theme"]["light"].keys() - {"sidebar"} == config["theme"]["dark"].keys() - {"sidebar"}


def test_nothing_is_fetched_from_elsewhere() -> None:
    written = [
        *ROOT.glob("ui/**/*.css"),
        ROOT / ".streamlit" / "config.toml",
        *ROOT.glob("ui/**/*.py"),
        ROOT / "app.py",
    ]
    assert [file.name for file in written if "://" in file.read_text(encoding="utf-8")] == []
