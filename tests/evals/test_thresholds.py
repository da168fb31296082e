"""Limits proposed from the library's rules, against lists that a person made by reading."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from evals.thresholds.__main__ import lines, suffices
from evals.thresholds.gold import REAL, SAMPLE, load_gold
from evals.thresholds.measure import compare, measure, repeated
from hierarchy.procurement.checking import SourceText, check
from hierarchy.procurement.thresholds import Standing
from index.library import Library
from index.proposed_entries import proposed_entries
from index.report import NoProgress
from index.threshold_proposals import propose
from index.update import Engine, update_library
from ingest.governance import load_governance
from ingest.threshold_entries import entry_of, with_entries
from ingest.thresholds_file import parse_proposals
from tests.conftest import REAL_DOCUMENTS, ROOT
from tests.index.library_folder import FakeEmbedder


def test_no_rule_stands_twice_in_a_list() -> None:
    assert repeated(load_gold(SAMPLE)) == []
    assert repeated(load_gold(REAL)) == []


def test_the_limits_of_the_sample_region_are_found(sample_library: Path) -> None:
    with closing(Library(sample_library)) as library:
        measured = measure(library, load_gold(SAMPLE))
    assert suffices(measured), "\n".join(lines("sample", measured))
    assert measured.effects == measured.found


def test_the_limits_of_the_acts_are_found(tmp_path: Path) -> None:
    if not REAL_DOCUMENTS.is_dir():
        pytest.skip(f"needs the real documents in {REAL_DOCUMENTS}, which are not there")
    gold = load_gold(REAL)
    acts = tmp_path / "lag"
    acts.mkdir()
    for document in gold.documents:
        shutil.copyfile(REAL_DOCUMENTS / "lag" / f"{document}.md", acts / f"{document}.md")
    engine = Engine(opened=FakeEmbedder)
    kept = load_governance(ROOT / "evals" / "real")
    update_library(tmp_path / "data", [acts], kept, NoProgress(), engine)
    with closing(Library(tmp_path / "data")) as library:
        measured = measure(library, gold)
    assert suffices(measured), "\n".join(lines("real", measured))
    assert measured.effects == measured.found


def test_every_proposal_stands_when_it_is_held_against_its_source(sample_library: Path) -> None:
    gold = load_gold(SAMPLE)
    with closing(Library(sample_library)) as library:
        proposals = propose(library, gold.day)
        names = [organisation.id for organisation in library.hierarchy.organisations]
        texts = {d.document: library.text(d.document) for d in library.documents()}
        hierarchy = library.hierarchy
    written = proposed_entries(proposals, (), (), (), names, gold.day)
    text = with_entries(Path("f"), "", map(entry_of, written.entries))
    thresholds, _ = parse_proposals(Path("f"), text, hierarchy, ())
    assert len(thresholds) == len(proposals)
    for threshold, proposal in zip(thresholds, proposals, strict=True):
        provision = proposal.provision
        said = texts[provision.document][provision.start : provision.end]
        source = SourceText(proposal.document, ((provision, said),))
        checked = check(threshold, {(provision.document, provision.address): source}, gold.day)
        assert checked.standing in (Standing.VERIFIED, Standing.UNCONFIRMED), checked.why


def test_what_nothing_is_proposed_of_is_missed_and_told() -> None:
    measured = compare(load_gold(SAMPLE), ())
    assert (measured.recall, measured.precision) == (0.0, 1.0)
    assert not suffices(measured)
    assert sum(line.startswith("  saknas:") for line in lines("sample", measured)) == measured.listed
