"""Which files of a folder are documents."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from index.scan import documents_below


def found(root: Path, data: Path = Path("/annanstans")) -> list[str]:
    return [path.relative_to(root).as_posix() for path in documents_below(root, data).files]


def written(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", "utf-8")


def test_every_file_is_found_in_a_stable_order(tmp_path: Path) -> None:
    written(tmp_path, "b.pdf", "a/ö.md", "a/å.docx", "övrigt.txt")
    assert found(tmp_path) == sorted(["a/å.docx", "a/ö.md", "b.pdf", "övrigt.txt"])


def test_what_people_keep_beside_the_documents_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, "register.yaml", "hierarchy.yaml", "thresholds.yaml", "synonyms.yaml", "keys/lou.yaml")
    written(tmp_path, "register-historik.jsonl", "README.md", "a/readme.txt", "policy.md")
    assert found(tmp_path) == ["policy.md"]


def test_hidden_files_and_an_editors_lock_files_are_left_out(tmp_path: Path) -> None:
    written(tmp_path, ".git/config", "a/.DS_Store", "~$policy.docx", "policy.docx")
    assert found(tmp_path) == ["policy.docx"]


def test_a_folder_of_keys_further_down_holds_documents(tmp_path: Path) -> None:
    written(tmp_path, "norr/keys/nyckelhantering.md")
    assert found(tmp_path) == ["norr/keys/nyckelhantering.md"]


def test_a_hidden_folder_above_the_root_hides_nothing(tmp_path: Path) -> None:
    written(tmp_path / ".arkiv", "policy.md")
    assert found(tmp_path / ".arkiv") == ["policy.md"]


def refused(root: Path) -> dict[str, str]:
    listing = documents_below(root, Path("/annanstans"))
    return {obstacle.path.name: obstacle.reason for obstacle in listing.obstacles}


def test_a_link_that_leads_out_of_the_folder_is_refused_by_name(tmp_path: Path) -> None:
    root = tmp_path / "dokument"
    written(tmp_path, "utanför.md", "annan/hemlig.md")
    written(root, "policy.md")
    (root / "länk.md").symlink_to(tmp_path / "utanför.md")
    (root / "mapp").symlink_to(tmp_path / "annan")
    (root / "relativ.md").symlink_to("../utanför.md")
    assert found(root) == ["policy.md"]
    assert refused(root) == dict.fromkeys(["länk.md", "mapp", "relativ.md"], "Länken leder ut ur mappen.")


def test_a_link_to_a_document_that_is_there_itself_gives_it_once(tmp_path: Path) -> None:
    written(tmp_path, "norr/policy.md")
    (tmp_path / "policy-igen.md").symlink_to("norr/policy.md")
    (tmp_path / "allt-om-norr").symlink_to("norr")
    assert found(tmp_path) == ["norr/policy.md"]
    assert refused(tmp_path) == {}


def test_a_link_to_what_is_hidden_in_the_folder_leads_there_once(tmp_path: Path) -> None:
    written(tmp_path, ".versioner/3/policy.md", ".versioner/regel.md")
    (tmp_path / "aktuellt").symlink_to(".versioner/3")
    (tmp_path / "senaste").symlink_to(".versioner/3")
    (tmp_path / "regel.md").symlink_to(".versioner/regel.md")
    assert found(tmp_path) == ["aktuellt/policy.md", "regel.md"]


def test_links_in_a_circle_and_links_to_nothing_are_refused_by_name(tmp_path: Path) -> None:
    written(tmp_path, "a/policy.md")
    (tmp_path / "a" / "upp").symlink_to("..")
    (tmp_path / "fram.md").symlink_to("åter.md")
    (tmp_path / "åter.md").symlink_to("fram.md")
    (tmp_path / "bruten.md").symlink_to("finns-inte.md")
    assert found(tmp_path) == ["a/policy.md"]
    assert set(refused(tmp_path)) == {"fram.md", "åter.md", "bruten.md"}


def test_a_folder_that_may_not_be_opened_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "policy.md", "stängd/regel.md")
    opened = os.scandir

    def scandir(folder: Path) -> Any:
        if folder.name == "stängd":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    listing = documents_below(tmp_path, Path("/annanstans"))
    assert listing.files == [tmp_path / "policy.md"]
    assert listing.closed == [tmp_path / "stängd"]
    assert "läsrätt" in listing.obstacles[0].remedy


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"r\xe5d.md")).write_text("text", "utf-8")
    assert found(tmp_path) == []
    assert list(refused(tmp_path).values()) == ["Filnamnet är inte skrivet i UTF-8."]


def test_the_librarys_own_folder_below_the_root_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, "policy.md", "data/library.sqlite", "data/vectors/chroma.sqlite3", "data-2025/regel.md")
    assert found(tmp_path, tmp_path / "data") == ["data-2025/regel.md", "policy.md"]


def test_documents_are_found_below_a_library_in_the_root_or_above_it(tmp_path: Path) -> None:
    written(tmp_path, "regler/policy.md")
    assert found(tmp_path, tmp_path) == ["regler/policy.md"]
    assert found(tmp_path / "regler", tmp_path) == ["policy.md"]
