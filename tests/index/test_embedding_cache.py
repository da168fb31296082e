"""Embeddings kept by content."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.embedding_cache import CACHE_FILE, EmbeddingCache, digest
from tests.index.library_folder import FakeEmbedder


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[EmbeddingCache]:
    opened = EmbeddingCache(tmp_path)
    yield opened
    opened.close()


def texts(number: int) -> dict[str, str]:
    return {digest(f"text {i}"): f"text {i}" for i in range(number)}


def test_what_was_filled_is_there_and_equals_what_the_embedder_gave(cache: EmbeddingCache) -> None:
    embedder, wanted = FakeEmbedder(), texts(3)
    cache.fill(embedder, wanted, lambda steps: None)
    found = cache.vectors(embedder.id, list(wanted))
    assert found.keys() == wanted.keys()
    for key, text in wanted.items():
        assert np.array_equal(found[key], embedder.query(text))


def test_only_what_is_missing_is_named(cache: EmbeddingCache) -> None:
    embedder = FakeEmbedder()
    cache.fill(embedder, texts(2), lambda steps: None)
    assert cache.missing(embedder.id, {*texts(3)}) == {*texts(3)} - {*texts(2)}


def test_engines_do_not_share_vectors(cache: EmbeddingCache) -> None:
    cache.fill(FakeEmbedder(), texts(2), lambda steps: None)
    assert cache.missing("fake/2", {*texts(2)}) == {*texts(2)}
    assert cache.vectors("fake/2", list(texts(2))) == {}


def test_more_texts_than_one_look_up_holds(cache: EmbeddingCache) -> None:
    embedder, wanted = FakeEmbedder(), texts(1_100)
    steps: list[int] = []
    cache.fill(embedder, wanted, steps.append)
    assert sum(steps) == len(wanted)
    assert cache.missing(embedder.id, {*wanted}) == set()
    assert len(cache.vectors(embedder.id, list(wanted))) == len(wanted)


def test_a_fill_that_is_cut_short_keeps_what_it_had_done(cache: EmbeddingCache, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(steps: int) -> None:
        raise Stopped

    embedder, wanted = FakeEmbedder(), texts(100)
    with pytest.raises(Stopped):
        cache.fill(embedder, wanted, stop)
    again = EmbeddingCache(tmp_path)
    left = again.missing(embedder.id, {*wanted})
    again.close()
    assert 0 < len(left) < len(wanted)


def test_a_cache_that_was_deleted_begins_empty(tmp_path: Path) -> None:
    first = EmbeddingCache(tmp_path)
    first.fill(FakeEmbedder(), texts(1), lambda steps: None)
    first.close()
    for path in tmp_path.glob(f"{CACHE_FILE}*"):
        path.unlink()
    second = EmbeddingCache(tmp_path)
    assert second.missing("fake/1", {*texts(1)}) == {*texts(1)}
    second.close()


def test_a_digest_tells_texts_apart_and_is_the_same_each_time() -> None:
    assert digest("gåva") == digest("gåva")
    assert digest("gåva") != digest("gava")
