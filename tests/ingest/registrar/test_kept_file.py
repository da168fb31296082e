"""A person's file, replaced whole or not at all."""

import stat
from pathlib import Path

import pytest

from ingest.registrar import kept_file
from ingest.registrar.kept_file import read_kept, replace_kept
from ingest.yaml_fields import GovernanceError


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("gammalt å\r\n", "utf-8")
    path.chmod(0o640)
    replace_kept(read_kept(path), "nytt ö\r\n")
    assert path.read_bytes() == "nytt ö\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [held.name for held in tmp_path.iterdir()] == ["register.yaml"]


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    replace_kept(read_kept(tmp_path / "register.yaml"), "nytt")
    assert (tmp_path / "register.yaml").read_text() == "nytt"


def test_somebody_elses_edit_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("först")
    kept = read_kept(path)
    path.write_text("någon annans")
    with pytest.raises(GovernanceError, match="har ändrats av någon annan under tiden, och inget är skrivet"):
        replace_kept(kept, "mitt")
    assert path.read_text() == "någon annans"


def test_a_file_that_has_appeared_meanwhile_is_kept(tmp_path: Path) -> None:
    kept = read_kept(tmp_path / "register.yaml")
    (tmp_path / "register.yaml").write_text("någon annans")
    with pytest.raises(GovernanceError, match="under tiden"):
        replace_kept(kept, "mitt")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "sann.yaml").write_text("gammalt")
    (tmp_path / "register.yaml").symlink_to("sann.yaml")
    replace_kept(read_kept(tmp_path / "register.yaml"), "nytt")
    assert (tmp_path / "register.yaml").is_symlink()
    assert (tmp_path / "sann.yaml").read_text() == "nytt"


def test_a_write_that_fails_leaves_the_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("gammalt")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    kept = read_kept(path)
    monkeypatch.setattr(kept_file.os, "fsync", full)
    with pytest.raises(GovernanceError, match="disken är full, och filen är oförändrad"):
        replace_kept(kept, "nytt")
    assert path.read_text() == "gammalt"
    assert [held.name for held in tmp_path.iterdir()] == ["register.yaml"]


def test_a_file_without_write_permission_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("gammalt")
    # An administrator may write anything; the question is what is answered to everybody else.
    monkeypatch.setattr(kept_file.os, "access", lambda path, mode: False)
    with pytest.raises(GovernanceError, match="filen kan inte skrivas"):
        replace_kept(read_kept(path), "nytt")
    assert path.read_text() == "gammalt"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_bytes("ärende".encode("latin-1"))
    with pytest.raises(GovernanceError, match="UTF-8"):
        read_kept(tmp_path / "register.yaml")
