"""Nobody but its owner reads a library, its backups, its screens and what was exported unredacted."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.care import backup, sessions
from store.decisions.decisions import Decisions
from store.derived.cache import Cache
from store.disk import paths, whole
from store.reports.library import Library
from tests.store.words import originals
from timeline_core.model.decision import Act

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


@pytest.fixture(autouse=True)
def _open_handed() -> Iterator[None]:
    """The umask under which everything was readable by everyone."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def made(folder: Path) -> Path:
    """A library with reports, decisions of two folds, a damaged file put aside and a cache."""
    library = Library(folder)
    library.add(originals("one", "غارة"))
    for number in range(3):
        library.decisions.record(Act.TAG, "me", values=[str(number)])
        library.decisions.compact()
    (folder / "decisions.json").write_bytes(b"{")
    Decisions(folder).repair()
    with Cache(folder, "known").accounts():
        pass
    return folder


def modes(folder: Path) -> dict[str, int]:
    """What others may do with each file and folder of Waqai's, by its path; the locks hold nothing."""
    found = {".": stat.S_IMODE(folder.stat().st_mode)}
    for path in folder.rglob("*"):
        if not path.name.startswith(".lock"):
            found[str(path.relative_to(folder))] = stat.S_IMODE(path.stat().st_mode)
    return found


def test_a_new_library_is_closed(tmp_path: Path) -> None:
    found = modes(made(tmp_path / "library"))
    assert len(found) > 12
    assert {path: mode for path, mode in found.items() if mode & 0o077} == {}


def test_a_library_that_a_newsroom_shares_stays_shared(tmp_path: Path) -> None:
    """Its group reads and writes what is added, too; a umask may take of that, and nothing adds to it."""
    os.umask(0o002)
    folder = tmp_path / "library"
    folder.mkdir()
    folder.chmod(0o770)
    found = modes(made(folder))
    assert set(found.values()) == {0o770, 0o660}


def test_a_backup_and_what_is_restored_from_it_are_closed(tmp_path: Path) -> None:
    """Also where an open one stood."""
    folder = made(tmp_path / "library")
    file = tmp_path / "lib.zip"
    file.touch(0o644)
    backup.backup(folder, file)
    backup.restore(file, tmp_path / "again")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {path: mode for path, mode in modes(tmp_path / "again").items() if mode & 0o077} == {}


def test_the_picture_of_a_screen_is_closed_where_its_folder_stood_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "state", lambda: tmp_path / "state")
    (tmp_path / "state" / "sessions").mkdir(parents=True)
    sessions.file(tmp_path / "library").touch(0o644)
    sessions.write(tmp_path / "library", {"at": 3})
    assert stat.S_IMODE((tmp_path / "state" / "sessions").stat().st_mode) == 0o700
    assert stat.S_IMODE(sessions.file(tmp_path / "library").stat().st_mode) == 0o600


def test_a_file_is_as_open_as_the_folder_that_was_named_for_it(tmp_path: Path) -> None:
    for mode, expected in ((0o755, 0o644), (0o700, 0o600)):
        tmp_path.chmod(mode)
        whole.write(tmp_path / f"{mode}.md", b"x")
        assert stat.S_IMODE((tmp_path / f"{mode}.md").stat().st_mode) == expected


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may act for another account")
def test_another_account_reads_nothing(tmp_path: Path) -> None:
    """Tried as that account, with the parents of the library open to it; the control reads an open one."""
    root = Path("/tmp") / f"waqai-test-{os.getpid()}"
    root.mkdir(0o755)
    try:
        shutil.copytree(made(tmp_path / "library"), root / "open")
        for path in (root / "open", *(root / "open").rglob("*")):
            path.chmod(0o755)
        made(root / "closed")
        backup.backup(root / "closed", root / "closed.zip")
        find = "find {} -type f -exec cat {{}} + 2>/dev/null | wc -c"
        read = {name: _as_nobody(find.format(root / name)) for name in ("open", "closed", "closed.zip")}
    finally:
        shutil.rmtree(root)
    assert read["open"] > 0
    assert read["closed"] == read["closed.zip"] == 0


def _as_nobody(command: str) -> int:
    done = subprocess.run(["sh", "-c", command], user=65534, group=65534, capture_output=True, text=True, check=False)
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may act for another account")
def test_a_link_that_another_account_planted_is_not_written_through(tmp_path: Path) -> None:
    """Where all may write, as in /tmp; one's own link is followed, and so is one in one's own folder."""
    shared = tmp_path / "shared"
    shared.mkdir()
    (tmp_path / "mine").write_bytes(b"old")
    for name in ("planted", "own"):
        (shared / name).symlink_to(tmp_path / "mine")
    os.lchown(shared / "planted", 65534, 65534)
    whole.write(shared / "planted", b"new")
    shared.chmod(0o1777)
    whole.write(shared / "own", b"newer")
    with pytest.raises(PermissionError, match="another account"):
        whole.write(shared / "planted", b"x")
    assert (tmp_path / "mine").read_bytes() == b"newer"
