"""A small region to read in, with an embedder that costs nothing."""

from pathlib import Path

import pytest

from tests.index.library_folder import FakeEmbedder, ReadingHere, Region


@pytest.fixture
def embedder(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    """The embedder that every ingest of the test uses; its files are read in this very process."""
    fake = FakeEmbedder()
    monkeypatch.setattr("index.update.ReadingProcess", ReadingHere)
    monkeypatch.setattr("index.update.open_embedder", lambda name: fake)
    monkeypatch.setattr("index.update.engine_id", lambda name: fake.id)
    return fake


@pytest.fixture
def region(tmp_path: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch) -> Region:
    """Two small documents, and none of the project's own keys and synonyms."""
    for name in ("PROJECT_KEYS", "PROJECT_SYNONYMS", "GLOSSARY"):
        monkeypatch.setattr(f"index.update.{name}", tmp_path / "inga")
    return Region(tmp_path)
