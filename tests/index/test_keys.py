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


def test_what_may_be_a_documents_keys_is_its_own_and_every_numbered_acts(tmp_path: Path) -> None:
    def digest(act: str, line: str, document: str) -> str:
        folder = written(tmp_path / "keys", "x.yaml", f'act: "{act}"\nkeys:\n  1 §: [{line}]\n')
        return load_keys([folder]).digest_of_any(document)

    assert digest("2016:1145", "ett", "policyn") != digest("2016:1145", "annat", "policyn")
    assert digest("policyn", "ett", "policyn") != digest("policyn", "annat", "policyn")
    assert digest("riktlinjen", "ett", "policyn") == digest("riktlinjen", "annat", "policyn")


def test_an_address_is_found_however_it_is_spaced_and_capitalised(tmp_path: Path) -> None:
    text = "act: x\nkeys:\n  19a kap 2§: [ett]\n  roller  › BESTÄLLARE: [två]\n"
    keys = load_keys([written(tmp_path / "keys", "x.yaml", text)])
    assert keys.of("x", "19 a kap. 2 §") == ("ett",)
    assert keys.of("x", "Roller › Beställare") == ("två",)


def test_a_line_may_stand_with_who_vouches_for_it(tmp_path: Path) -> None:
    text = "act: x\nkeys:\n  1 §:\n  - {line: ett, confirmed: {by: Eva Ek, on: 2026-11-02}}\n  - två\n"
    assert load_keys([written(tmp_path / "keys", "x.yaml", text)]).of("x", "1 §") == ("ett", "två")


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
