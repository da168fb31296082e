"""The governance folder kept for the real documents beside the project."""

from datetime import date
from pathlib import Path

import pytest

from hierarchy.documents import Status
from hierarchy.levels import Level
from hierarchy.validity import Validity, state_on
from ingest.governance import (
    load_governance,
)

PROJECT = Path(__file__).parents[2]
REAL = PROJECT / "evals" / "real"
CORPUS = PROJECT.parent / "shared" / "corpus"


def test_the_real_governance_folder_loads_with_four_organisations_and_their_rungs() -> None:
    hierarchy = load_governance(REAL).hierarchy
    assert {o.id for o in hierarchy.organisations} == {"sormland", "vastmanland", "halland", "dalarna"}
    assert all(len(o.rungs) == 4 for o in hierarchy.organisations)
    university = hierarchy.organisation("dalarna")
    assert university is not None
    assert [rung.binds for rung in university.rungs] == [True, False, True, True]


def test_every_registered_real_document_stands_on_a_rung_that_its_organisations_have() -> None:
    governance = load_governance(REAL)
    for entry in governance.register.entries.values():
        document = entry.document
        assert {"title", "kind", "level", "status", "organisations"} <= {*entry.given}, document.document
        assert document.organisations or document.level is Level.LAW, document.document
        for name in document.organisations:
            organisation = governance.hierarchy.organisation(name)
            assert organisation is not None
            rung = organisation.rung(document.level)
            assert rung is None or document.kind in rung.kinds, document.document


def test_a_real_statute_names_organisations_only_where_it_leaves_some_unbound() -> None:
    governance = load_governance(REAL)
    everyone = {organisation.id for organisation in governance.hierarchy.organisations}
    statutes = [e.document for e in governance.register.entries.values() if e.document.level is Level.LAW]
    partial = [set(statute.organisations) for statute in statutes if statute.organisations]
    assert partial
    assert all(bound < everyone for bound in partial)


def test_no_real_document_is_confirmed_that_was_not_adopted() -> None:
    documents = [entry.document for entry in load_governance(REAL).register.entries.values()]
    confirmed = [document for document in documents if document.confirmed]
    assert confirmed
    assert all(document.status is Status.ADOPTED for document in confirmed)


def test_every_adopted_real_document_is_in_force_until_its_last_day() -> None:
    today = date(2026, 11, 21)
    documents = [entry.document for entry in load_governance(REAL).register.entries.values()]
    adopted = [d for d in documents if d.level.is_rung and d.status is Status.ADOPTED]
    ended = [d for d in adopted if d.valid_to and d.valid_to < today]
    assert ended
    for document in adopted:
        state = Validity.ENDED if document in ended else Validity.IN_FORCE
        assert state_on(document, today) is state, document.document
    for document in ended:
        assert document.valid_to is not None
        assert state_on(document, document.valid_to) is Validity.IN_FORCE, document.document


@pytest.mark.corpus
def test_the_real_register_lists_exactly_the_documents_of_the_real_corpus() -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"the real documents are not here ({CORPUS})")
    files = {path.stem for path in CORPUS.rglob("*") if path.is_file() and path.name != "README.md"}
    assert load_governance(REAL).register.entries.keys() == files
