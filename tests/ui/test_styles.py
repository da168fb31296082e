"""The style sheets: all of them dress every page, so an area's rules must mean its own things alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHEETS = sorted((ROOT / "ui" / "styles").glob("*.css"))
COMMON = "common.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{};]+)\{")
_NAMED = re.compile(r"[.#\"](?:rs|st-key)-[\w-]+")


def _selectors(sheet: Path) -> Iterator[str]:
    """Each selector; those of a list that `:is` or commas make stand together."""
    for found in _SELECTORS.findall(_COMMENT.sub("", sheet.read_text("utf-8"))):
        if not found.strip().startswith("@"):
            yield " ".join(found.split())


def _names(selector: str) -> set[str]:
    return set(_NAMED.findall(selector))


def _own(sheet: Path) -> set[str]:
    """The names that only this sheet uses."""
    others = {name for other in SHEETS if other != sheet for s in _selectors(other) for name in _names(s)}
    return {name for selector in _selectors(sheet) for name in _names(selector)} - others


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.name != COMMON], ids=lambda sheet: sheet.stem
)
def test_an_area_dresses_nothing_that_another_area_has_too(sheet: Path) -> None:
    own = _own(sheet)
    shared = [s for s in _selectors(sheet) if _names(s) and not _names(s) & own]
    assert shared == []


def test_what_several_areas_have_is_dressed_in_the_common_sheet() -> None:
    assert {".rs-table", ".rs-quote", ".rs-part"} <= {
        name for selector in _selectors(ROOT / "ui" / "styles" / COMMON) for name in _names(selector)
    }
