"""Files that are written whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.disk import whole


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    """A library that is linked into another folder is not torn out of it."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    whole.write(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")

    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="No space"):
        whole.write(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert file.read_bytes() == b"old"


def test_sweeping_takes_only_what_a_killed_writer_left(tmp_path: Path) -> None:
    for name in (".waqai-0123.tmp", "mine.tmp", ".hidden"):
        (tmp_path / name).write_bytes(b"")
    whole.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "mine.tmp"]


def test_a_folder_that_is_not_there_holds_nothing_to_sweep(tmp_path: Path) -> None:
    assert whole.stray(tmp_path / "none") == []
