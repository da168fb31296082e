"""The list of changes, and the way back from each."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from keeping import ledger as module
from keeping.changes import Change, Kind, undone, waiting
from keeping.errors import ChangedMeanwhile, KeepingError
from keeping.ledger import Ledger


def unchecked(path: Path, content: bytes) -> None:
    """Nothing is wrong with any content."""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "dokument"
    folder.mkdir()
    (folder / "policy.md").write_bytes("Före\r\n".encode())
    return folder


@pytest.fixture
def ledger(tmp_path: Path, documents: Path) -> Ledger:
    return Ledger(tmp_path / "data", [documents])


def write(ledger: Ledger, path: Path, content: bytes | None, kind: Kind = Kind.REPLACE) -> Change:
    held = path.read_bytes() if path.is_file() else None
    return ledger.carry_out("Eva Ek", kind, {path: content}, {path: held}, [path.name])


def test_a_change_stands_in_the_list_with_who_and_what(ledger: Ledger, documents: Path) -> None:
    write(ledger, documents / "policy.md", b"Efter")
    (change,) = ledger.changes()
    assert (change.by, change.kind, change.subjects) == ("Eva Ek", Kind.REPLACE, ("policy.md",))
    assert (documents / "policy.md").read_bytes() == b"Efter"


def test_an_undo_restores_the_file_byte_for_byte(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "policy.md", b"Efter")
    ledger.undo(change.number, "Eva Ek", unchecked)
    assert (documents / "policy.md").read_bytes() == "Före\r\n".encode()
    assert undone(ledger.changes()) == {change.number}


def test_a_new_file_is_taken_away_by_its_undo(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "ny.md", b"Ny", Kind.UPLOAD)
    ledger.undo(change.number, "Eva Ek", unchecked)
    assert not (documents / "ny.md").exists()


def test_a_removed_file_is_put_back_by_its_undo(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "policy.md", None, Kind.REMOVE)
    assert not (documents / "policy.md").exists()
    ledger.undo(change.number, "Eva Ek", unchecked)
    assert (documents / "policy.md").read_bytes() == "Före\r\n".encode()


def test_an_undo_can_itself_be_undone(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "policy.md", b"Efter")
    back = ledger.undo(change.number, "Eva Ek", unchecked)
    ledger.undo(back.number, "Eva Ek", unchecked)
    assert (documents / "policy.md").read_bytes() == b"Efter"
    assert undone(ledger.changes()) == {back.number}


def test_nothing_is_undone_twice(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "policy.md", b"Efter")
    ledger.undo(change.number, "Eva Ek", unchecked)
    with pytest.raises(KeepingError, match="redan ångrad"):
        ledger.undo(change.number, "Eva Ek", unchecked)


def test_a_file_changed_on_the_disk_is_never_written_over(ledger: Ledger, documents: Path) -> None:
    change = write(ledger, documents / "policy.md", b"Efter")
    (documents / "policy.md").write_bytes(b"Annans")
    with pytest.raises(ChangedMeanwhile, match=r"policy\.md"):
        ledger.undo(change.number, "Eva Ek", unchecked)
    assert (documents / "policy.md").read_bytes() == b"Annans"


def test_what_a_person_did_not_see_is_never_written_over(ledger: Ledger, documents: Path) -> None:
    path = documents / "policy.md"
    with pytest.raises(ChangedMeanwhile):
        ledger.carry_out("Eva Ek", Kind.UPLOAD, {path: b"Ny"}, {path: None}, ["policy.md"])
    assert ledger.changes() == []


def test_an_earlier_edit_of_a_kept_file_is_undone_among_later_ones(ledger: Ledger, documents: Path) -> None:
    path = documents / "register.yaml"
    path.write_text("a: 1\nb: 2\nc: 3\nd: 4\n", "utf-8")
    first = write(ledger, path, b"a: 9\nb: 2\nc: 3\nd: 4\n", Kind.REGISTER)
    write(ledger, path, b"a: 9\nb: 2\nc: 3\nd: 8\n", Kind.REGISTER)
    ledger.undo(first.number, "Eva Ek", unchecked)
    assert path.read_text("utf-8") == "a: 1\nb: 2\nc: 3\nd: 8\n"


def test_an_undone_ingest_takes_back_all_that_it_took_in(ledger: Ledger, documents: Path) -> None:
    write(ledger, documents / "policy.md", b"Efter")
    write(ledger, documents / "ny.md", b"Ny")
    ingest = ledger.note_ingest("Eva Ek", ["policy", "ny"], ledger.last_number())
    assert waiting(ledger.changes()) == []
    ledger.undo(ingest.number, "Eva Ek", unchecked)
    assert (documents / "policy.md").read_bytes() == "Före\r\n".encode()
    assert not (documents / "ny.md").exists()


def test_an_ingest_of_what_was_changed_on_the_disk_alone_has_no_undo(ledger: Ledger) -> None:
    ingest = ledger.note_ingest("Eva Ek", [], 0)
    with pytest.raises(KeepingError, match="direkt i mappen"):
        ledger.undo(ingest.number, "Eva Ek", unchecked)


def test_a_path_outside_the_folders_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(KeepingError, match="utanför"):
        write(ledger, tmp_path / "annat.md", b"x")
    assert not (tmp_path / "annat.md").exists()


def test_a_link_out_of_the_folders_is_not_followed(ledger: Ledger, documents: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.md"
    outside.write_bytes(b"hemligt")
    (documents / "länk.md").symlink_to(outside)
    with pytest.raises(KeepingError, match="utanför"):
        write(ledger, documents / "länk.md", b"x")
    assert outside.read_bytes() == b"hemligt"


class Killed(BaseException):
    """The process ends here."""


def put_fails(at: int, failure: BaseException) -> Callable[[Path, bytes], None]:
    """Puts files in place until the `at`th document."""
    real, seen = module.put_in_place, 0

    def put(path: Path, content: bytes) -> None:
        nonlocal seen
        if path.suffix == ".md":
            seen += 1
            if seen == at:
                raise failure
        real(path, content)

    return put


def two(ledger: Ledger, documents: Path) -> None:
    wanted: dict[Path, bytes | None] = {documents / "a.md": b"A", documents / "b.md": b"B"}
    ledger.carry_out("Eva Ek", Kind.UPLOAD, wanted, {}, ["a.md", "b.md"])


@pytest.mark.parametrize("at", [1, 2])
def test_a_change_killed_half_way_is_finished_when_the_list_is_opened(
    ledger: Ledger, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "put_in_place", put_fails(at, Killed()))
        with pytest.raises(Killed):
            two(ledger, documents)
    reopened = Ledger(tmp_path / "data", [documents])
    assert [change.subjects for change in reopened.changes()] == [("a.md", "b.md")]
    assert (documents / "a.md").read_bytes() + (documents / "b.md").read_bytes() == b"AB"


def test_an_edit_made_after_the_killing_is_left_and_told(
    ledger: Ledger, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "put_in_place", put_fails(2, Killed()))
        with pytest.raises(Killed):
            two(ledger, documents)
    (documents / "b.md").write_bytes(b"annans")
    (change,) = Ledger(tmp_path / "data", [documents]).changes()
    assert (documents / "b.md").read_bytes() == b"annans"
    assert change.kept_edits == (str(documents / "b.md"),)


def test_a_full_disk_leaves_everything_as_it_was_and_is_said(
    ledger: Ledger, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(module, "put_in_place", put_fails(2, full))
    with pytest.raises(KeepingError, match="Disken är full"):
        two(ledger, documents)
    assert not (documents / "a.md").exists()
    assert ledger.changes() == []


def test_a_folder_that_may_not_be_written_is_said_with_the_remedy(
    ledger: Ledger, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = PermissionError(errno.EACCES, "Permission denied", str(documents / "a.md"))
    monkeypatch.setattr(module, "put_in_place", put_fails(1, closed))
    with pytest.raises(KeepingError, match="inte att skriva") as told:
        two(ledger, documents)
    assert "rätt att skriva" in told.value.remedy


def test_an_undo_whose_saved_file_is_gone_is_refused_and_the_list_stays_open(
    ledger: Ledger, documents: Path, tmp_path: Path
) -> None:
    change = write(ledger, documents / "policy.md", b"Efter")
    for file in (tmp_path / "data" / "keeping" / "files").iterdir():
        file.unlink()
    with pytest.raises(KeepingError, match="skadad eller borta"):
        ledger.undo(change.number, "Eva Ek", unchecked)
    reopened = Ledger(tmp_path / "data", [documents])
    assert [one.number for one in reopened.changes()] == [change.number]
    assert (documents / "policy.md").read_bytes() == b"Efter"
