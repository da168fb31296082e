"""The everyday-language keys, held against the statutes that they are keys to."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from index.keys import PROJECT_KEYS, load_keys
from ingest.document import ingest_file
from ingest.governance import load_governance

ROOT = Path(__file__).parents[1]
STATUTES = ROOT.parent / "shared" / "corpus" / "lag"
FILES = sorted(PROJECT_KEYS.glob("*.yaml"))
SECTION = re.compile(r"\d+( [a-z])? §$")

by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def addresses(statute: str) -> frozenset[str]:
    """Every address of the statute, as ingest reads it."""
    path = STATUTES / f"{statute}.md"
    if not path.is_file():
        pytest.skip(f"needs the statute {statute} in ../shared/corpus/lag")
    read = ingest_file(path, STATUTES.parent, load_governance(ROOT / "evals" / "real"))
    return frozenset(provision.address for provision in read.provisions)


def keys_of(file: Path) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = yaml.safe_load(file.read_text("utf-8"))["keys"]
    return keys


def test_every_file_can_be_used() -> None:
    assert len(load_keys([PROJECT_KEYS]).entries) == len(FILES) > 0


@by_file
def test_a_file_is_named_after_its_act(file: Path) -> None:
    act = yaml.safe_load(file.read_text("utf-8"))["act"]
    assert file.stem == f"sfs-{act.replace(':', '-')}"


@by_file
def test_no_address_is_without_keys_and_no_key_is_said_twice_of_it(file: Path) -> None:
    lines_of = keys_of(file)
    assert not [address for address, lines in lines_of.items() if not lines or len({*lines}) < len(lines)]


@pytest.mark.corpus
@by_file
def test_every_address_exists_in_the_statute(file: Path) -> None:
    assert not {*keys_of(file)} - addresses(file.stem)


@pytest.mark.corpus
@by_file
def test_every_section_of_the_statute_has_keys(file: Path) -> None:
    sections = {address for address in addresses(file.stem) if SECTION.search(address)}
    assert not sections - {*keys_of(file)}
