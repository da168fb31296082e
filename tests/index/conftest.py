"""A small region to read in, with an embedder that costs nothing."""

from pathlib import Path

import pytest

from tests.index.library_folder import FakeEmbedder, Region


@pytest.fixture
def embedder(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    """The embedder that every ingest of the test uses."""
    fake = FakeEmbedder()
    monkeypatch.setattr("index.update.open_embedder", lambda name: fake)
    monkeypatch.setattr("index.update.engine_id", lambda name: fake.id)
    return fake


@pytest.fixture
def region(tmp_path: Path, embedder: FakeEmbedder) -> Region:
    return Region(tmp_path)
