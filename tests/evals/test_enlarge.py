"""A library several times as large, for timing: altered copies, written by the library's own writer."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.enlarge import Exchange, NoisyVectors, enlarge
from index.library import Library
from index.vectors import VectorStore
from tests.index.library_folder import FakeEmbedder, ReadingHere, Region

WORDS = st.text(alphabet="abcåäö .,-\n§1A", max_size=80)


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Region:
    """Two small documents, read in with an embedder that costs nothing."""
    monkeypatch.setattr("index.update.ReadingProcess", ReadingHere)
    monkeypatch.setattr("index.update.open_embedder", lambda name: FakeEmbedder())
    monkeypatch.setattr("index.update.engine_id", lambda name: FakeEmbedder.id)
    made = Region(tmp_path)
    made.ingest()
    return made


@given(WORDS, WORDS)
def test_an_exchange_of_words_moves_no_offset(text: str, other: str) -> None:
    altered = Exchange([text, other]).altered(text, Random(0))
    assert [character.isspace() or character in ".,-§1A" for character in altered] == [
        character.isspace() or character in ".,-§1A" for character in text
    ]


def test_a_noisy_vector_has_length_one_and_lies_near_its_original() -> None:
    original = np.eye(1, 384, dtype=np.float32)[0]
    noisy = NoisyVectors("fake", {"text": original}).query("text")
    assert np.linalg.norm(noisy) == pytest.approx(1.0, abs=1e-5)
    assert 0.9 < float(noisy @ original) < 0.99


def test_every_document_gets_copies_that_may_answer_beside_it(region: Region, tmp_path: Path) -> None:
    enlarge(region.data, tmp_path / "stort", 3)
    library = Library(tmp_path / "stort")
    documents = {document.document: document for document in library.documents()}
    assert sorted(documents) == ["gavor", "gavor-2", "gavor-3", "resor", "resor-2", "resor-3"]
    assert documents["gavor-2"].organisations == documents["gavor"].organisations
    assert documents["gavor-2"].status == documents["gavor"].status
    addresses = [[p.address for p in library.provisions(name)] for name in ("gavor", "gavor-3")]
    library.close()
    assert addresses[0] == addresses[1]


def test_the_copies_are_found_by_words_and_by_meaning(region: Region, tmp_path: Path) -> None:
    enlarge(region.data, tmp_path / "stort", 2)
    library = Library(tmp_path / "stort")
    passages = {
        row["id"]: row["level"] for row in library.connection.execute("SELECT id, level FROM passage")
    }
    indexed = library.connection.execute("SELECT count(*) FROM fulltext").fetchone()[0]
    provisions = library.count_provisions()
    in_step = library.is_in_step()
    library.close()
    store = VectorStore(tmp_path / "stort")
    assert {number for level in set(passages.values()) for number in store.ids(level)} == set(passages)
    assert in_step
    assert indexed == provisions == 2 * len(_provisions(region))


def _provisions(region: Region) -> list[int]:
    with region.library() as library:
        return [row["id"] for row in library.connection.execute("SELECT id FROM provision")]


def test_the_library_that_is_copied_is_not_touched(region: Region, tmp_path: Path) -> None:
    before = region.ids()
    enlarge(region.data, tmp_path / "stort", 2)
    assert region.ids() == before
    assert region.in_step()
