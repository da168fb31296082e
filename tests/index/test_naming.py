"""Which document a file is, when files are renamed, moved and copied."""

from collections.abc import Iterable

from index.library import FileState
from index.naming import name_files


def state(path: str, document: str | None, content: str) -> FileState:
    return FileState(path, "/d", 1, 1, f"{content}+kept", document)


def names(
    contents: dict[str, str], known: Iterable[FileState] = (), registered: Iterable[str] = ()
) -> dict[str, str]:
    there = {s.path: s for s in known}
    absent = [s for s in there.values() if s.path not in contents]
    return name_files(contents, there, absent, set(registered))


def test_a_new_file_is_named_by_its_stem() -> None:
    assert names({"/d/policy.md": "c1"}) == {"/d/policy.md": "policy"}


def test_a_renamed_file_stays_the_document_that_it_was() -> None:
    known = [state("/d/policy.md", "policy", "c1")]
    assert names({"/d/policy-slutlig.md": "c1"}, known) == {"/d/policy-slutlig.md": "policy"}


def test_a_renamed_file_stays_that_document_when_its_content_changes_later() -> None:
    known = [state("/d/policy-slutlig.md", "policy", "c1")]
    assert names({"/d/policy-slutlig.md": "c2"}, known) == {"/d/policy-slutlig.md": "policy"}


def test_an_entry_in_the_register_for_the_new_name_goes_first() -> None:
    known = [state("/d/policy.md", "policy", "c1")]
    assert names({"/d/ny.md": "c1"}, known, ["ny"]) == {"/d/ny.md": "ny"}
    known = [state("/d/ny.md", "policy", "c1")]
    assert names({"/d/ny.md": "c1"}, known, ["ny"]) == {"/d/ny.md": "ny"}


def test_a_copy_beside_the_file_is_a_document_of_its_own() -> None:
    known = [state("/d/policy.md", "policy", "c1")]
    found = names({"/d/policy.md": "c1", "/d/kopia.md": "c1"}, known)
    assert found == {"/d/policy.md": "policy", "/d/kopia.md": "kopia"}


def test_of_two_copies_of_what_is_gone_one_inherits_it() -> None:
    known = [state("/d/policy.md", "policy", "c1")]
    assert names({"/d/a.md": "c1", "/d/b.md": "c1"}, known) == {"/d/a.md": "policy", "/d/b.md": "b"}


def test_two_files_that_change_places_by_content_keep_their_names() -> None:
    known = [state("/d/a.md", "a", "c1"), state("/d/b.md", "b", "c2")]
    assert names({"/d/a.md": "c2", "/d/b.md": "c1"}, known) == {"/d/a.md": "a", "/d/b.md": "b"}


def test_a_file_that_moves_and_changes_keeps_its_name_from_a_copy_of_the_old_content() -> None:
    known = [state("/d/policy.md", "policy", "c1")]
    found = names({"/d/2025/policy.md": "c2", "/d/arkiv.md": "c1"}, known)
    assert found == {"/d/2025/policy.md": "policy", "/d/arkiv.md": "arkiv"}


def test_the_content_of_a_refused_file_is_nobodys() -> None:
    known = [state("/d/tom.md", None, "c1")]
    assert names({"/d/annan.md": "c1"}, known) == {"/d/annan.md": "annan"}
