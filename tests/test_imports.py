"""Imports point one way: each folder uses those below it, and no others."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_CORE = {"answers", "index", "ingest", "hierarchy", "references"}
_FACE = {*_CORE, "people", "learning", "keeping", "evals", "settings"}
BELOW = {
    "hierarchy": set[str](),
    "references": set[str](),
    "ingest": {"hierarchy", "references"},
    "index": {"ingest", "hierarchy", "references"},
    "prompts": set[str](),
    "answers": {"index", "ingest", "hierarchy", "references", "prompts"},
    "evals": _CORE,
    "learning": _CORE,
    "keeping": _CORE - {"answers"},
    "people": {*_CORE, "learning"},
    "ui": _FACE,
    "commands": {*_FACE, "ui"},
}
OURS = {*BELOW, "app", "cli", "settings"}


@pytest.mark.parametrize("folder", BELOW)
def test_a_folder_imports_only_what_lies_below_it(folder: str) -> None:
    beyond = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in (ROOT / folder).rglob("*.py")
        for name in _imported(path)
        if name in OURS - {folder} - BELOW[folder]
    }
    assert not beyond


def test_a_language_models_client_is_imported_by_its_endpoint_alone() -> None:
    users = {
        path.name for folder in BELOW for path in (ROOT / folder).rglob("*.py") if "openai" in _imported(path)
    }
    assert users == {"openai_endpoint.py"}


def _imported(path: Path) -> set[str]:
    """The first names of the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found
