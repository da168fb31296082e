"""Which files of a folder are documents."""

from pathlib import Path

from index.scan import documents_below


def found(root: Path, data: Path = Path("/annanstans")) -> list[str]:
    return [path.relative_to(root).as_posix() for path in documents_below(root, data)]


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
    written(tmp_path, "README.md", "a/readme.txt", "policy.md")
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


def test_links_that_lead_out_of_the_folder_are_left_out(tmp_path: Path) -> None:
    root = tmp_path / "dokument"
    written(tmp_path, "utanför.md")
    written(root, "policy.md")
    (root / "länk.md").symlink_to(tmp_path / "utanför.md")
    (root / "inom.md").symlink_to(root / "policy.md")
    (root / "bruten.md").symlink_to(root / "finns-inte.md")
    assert found(root) == ["inom.md", "policy.md"]


def test_the_librarys_own_folder_below_the_root_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, "policy.md", "data/library.sqlite", "data/vectors/chroma.sqlite3", "data-2025/regel.md")
    assert found(tmp_path, tmp_path / "data") == ["data-2025/regel.md", "policy.md"]


def test_documents_are_found_below_a_library_in_the_root_or_above_it(tmp_path: Path) -> None:
    written(tmp_path, "regler/policy.md")
    assert found(tmp_path, tmp_path) == ["regler/policy.md"]
    assert found(tmp_path / "regler", tmp_path) == ["policy.md"]
