"""Everyday-language keys to provisions, kept in files by hand."""

from pathlib import Path

import pytest

from index.keys import PROJECT_KEYS, KeyFileError, load_keys


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_keys_are_found_by_act_and_address(tmp_path: Path) -> None:
    folder = written(tmp_path / "keys", "a.yaml", "act: 2016:1145\nkeys:\n  1 kap. 2 §: [vad gäller lagen]\n")
    keys = load_keys([folder])
    assert keys.of("2016:1145", "1 kap. 2 §") == ("vad gäller lagen",)
    assert keys.of("2016:1145", "1 kap. 3 §") == ()
    assert keys.of(None, "1 kap. 2 §") == ()


def test_a_later_folder_adds_to_an_earlier_and_an_absent_one_is_empty(tmp_path: Path) -> None:
    first = written(tmp_path / "a", "a.yaml", "act: x\nkeys:\n  1 §: [ett, två]\n")
    second = written(tmp_path / "b", "a.yaml", "act: x\nkeys:\n  1 §: tre\n  2 §: [fyra]\n")
    keys = load_keys([first, second, tmp_path / "saknas"])
    assert keys.of("x", "1 §") == ("ett", "två", "tre")
    assert keys.of("x", "2 §") == ("fyra",)


def test_the_digest_of_an_act_changes_with_its_own_keys_only(tmp_path: Path) -> None:
    folder = written(tmp_path / "keys", "x.yaml", "act: x\nkeys:\n  1 §: [ett]\n")
    written(folder, "y.yaml", "act: y\nkeys:\n  1 §: [ett]\n")
    before = load_keys([folder])
    written(folder, "y.yaml", "act: y\nkeys:\n  1 §: [annat]\n")
    after = load_keys([folder])
    assert before.digest("x") == after.digest("x")
    assert before.digest("y") != after.digest("y")
    assert before.digest_of_all() != after.digest_of_all()


@pytest.mark.parametrize(
    "content", ["act: x\n", "- a\n", "act: x\nkeys: [a]\n", "act: x\nkeys:\n  1 §: 5\n", "act: [x\n", ""]
)
def test_a_file_that_is_not_understood_is_named_with_a_remedy(tmp_path: Path, content: str) -> None:
    folder = written(tmp_path / "keys", "fel.yaml", content)
    with pytest.raises(KeyFileError, match=r"fel\.yaml") as caught:
        load_keys([folder])
    assert caught.value.remedy


def test_the_projects_own_keys_load() -> None:
    keys = load_keys([PROJECT_KEYS])
    assert keys.entries
    assert all(lines for addresses in keys.entries.values() for lines in addresses.values())
