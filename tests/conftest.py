"""Libraries that tests share, built when the first test asks for one and once in a session.

What they cost is embedding. Vectors are kept by content in pytest's own cache folder, so the next session
reads the documents anew but embeds only what has changed in them.
"""

import fcntl
import os
import shutil
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pytest

from answers.assistant import Assistant
from answers.finding import Finder
from answers.ranking import load_ranking
from index.embedding import Embedder, open_embedder
from index.embedding_cache import CACHE_FILE
from index.library import Library
from index.report import NoProgress
from index.update import update_library
from index.vectors import VectorStore
from ingest.governance import load_governance

ROOT = Path(__file__).parents[1]
REAL_DOCUMENTS = ROOT.parent / "shared" / "corpus"
# Two sister acts of LOU: a third of all that there is to embed, for hardly a question in fifty. `regelstegen
# eval` over a library with them judges those questions too.
LEFT_OUT = ("sfs-2016-1146.*", "sfs-2016-1147.*")
_KEPT_AS = {ROOT / "corpus": "sample", ROOT / "evals/conflicts/corpus": "planted"}
TODAY = date(2026, 11, 2)
"""The day that the shared assistants take for today, when every document of the sample region has begun."""


def build_library(data: Path, corpus: Path, governance: Path, config: pytest.Config) -> Path:
    """A library of `corpus` in `data`, with the vectors that earlier sessions have kept."""
    kept = _kept_vectors(corpus, config)
    if kept is None:
        update_library(data, [corpus], load_governance(governance), NoProgress())
        return data
    # Of tests that run beside each other, one embeds and the others wait for what it keeps.
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.is_file():
            shutil.copyfile(kept, data / CACHE_FILE)
        report = update_library(data, [corpus], load_governance(governance), NoProgress())
        if report.embedded:
            # A run that is stopped leaves the file as it was, whole.
            new = kept.with_suffix(f".{os.getpid()}")
            shutil.copyfile(data / CACHE_FILE, new)
            new.replace(kept)
    return data


def _kept_vectors(corpus: Path, config: pytest.Config) -> Path | None:
    # Without the cache plugin (-p no:cacheprovider) nothing is kept.
    cache: pytest.Cache | None = getattr(config, "cache", None)
    name = _KEPT_AS.get(corpus, "real")
    return Path(cache.mkdir("regelstegen-vectors")) / f"{name}.sqlite" if cache else None


class _Remembering:
    """An embedder that embeds a question once: the same are asked and searched for, by test after test."""

    def __init__(self, embedder: Embedder) -> None:
        self.id = embedder.id
        self.passages = embedder.passages
        self.query = lru_cache(maxsize=None)(embedder.query)


@cache
def _embedder() -> _Remembering:
    return _Remembering(open_embedder())


def open_assistant(data: Path) -> Assistant:
    """An assistant over a library for whom it is always `TODAY`."""
    finder = Finder(Library(data), VectorStore(data), _embedder(), load_ranking(), today=lambda: TODAY)
    return Assistant(finder, contact="inköpsenheten")


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The data folder of the sample region. Tests only read it."""
    corpus = ROOT / "corpus"
    return build_library(tmp_path_factory.mktemp("sample"), corpus, corpus, pytestconfig)


@pytest.fixture(scope="session")
def sample_assistant(sample_library: Path) -> Assistant:
    """The assistant over the sample region, on `TODAY`."""
    return open_assistant(sample_library)


@pytest.fixture(scope="session")
def real_library(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The data folder of the real documents beside the project; embedding them takes minutes."""
    if not REAL_DOCUMENTS.is_dir():
        pytest.skip(f"needs the real documents in {REAL_DOCUMENTS}, which are not there")
    documents = tmp_path_factory.mktemp("documents") / "real"
    shutil.copytree(REAL_DOCUMENTS, documents, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return build_library(tmp_path_factory.mktemp("real"), documents, ROOT / "evals" / "real", pytestconfig)


@pytest.fixture(scope="session")
def real_assistant(real_library: Path) -> Assistant:
    """The assistant over the real documents, on `TODAY`."""
    return open_assistant(real_library)
