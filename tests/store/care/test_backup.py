"""A library as one file, and back."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from store.care import backup as backup_module
from store.care.backup import backup, restore
from store.care.verify import verify
from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.store.care.test_verify import PAGE
from tests.store.words import originals
from timeline_core.model.decision import Act


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.add([PAGE, *originals("one", "two")])
    library.decisions.record(Act.STAR, "me")
    library.decisions.compact()
    library.decisions.record(Act.UNSTAR, "me")
    return library


def test_what_was_backed_up_is_restored(library: Library, tmp_path: Path) -> None:
    assert backup(library.folder, tmp_path / "x.zip") == ()
    assert restore(tmp_path / "x.zip", tmp_path / "new" / "place") is None
    back = Library(tmp_path / "new" / "place")
    assert back.reports() == library.reports()
    assert back.decisions.log() == library.decisions.log()
    assert verify(back.folder).problems == []
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["place"]


def test_two_backups_of_one_state_are_the_same_bytes(library: Library, tmp_path: Path) -> None:
    for name in ("x.zip", "y.zip"):
        backup(library.folder, tmp_path / name)
    assert (tmp_path / "x.zip").read_bytes() == (tmp_path / "y.zip").read_bytes()


def test_a_library_that_is_there_is_put_aside_and_never_deleted(library: Library, tmp_path: Path) -> None:
    backup(library.folder, tmp_path / "x.zip")
    library.add(originals("one", "two", "three"))
    with pytest.raises(LibraryError, match=r"holds something already; .* --replace"):
        restore(tmp_path / "x.zip", library.folder)
    former = restore(tmp_path / "x.zip", library.folder, replace=True)
    assert former is not None
    assert (len(Library(library.folder).reports()), len(Library(former).reports())) == (3, 4)


def killed_in_the_midst(library: Library, file: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """A restore that comes no further than to have put the former library aside."""

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(backup_module, "_move", fails)
    with pytest.raises(type(error) if not isinstance(error, OSError) else LibraryError):
        restore(file, library.folder, replace=True)
    monkeypatch.undo()


def test_a_restore_that_fails_leaves_the_library_in_its_place(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(library.folder, tmp_path / "x.zip")
    for error in (OSError(5, "Input/output error"), KeyboardInterrupt()):
        killed_in_the_midst(library, tmp_path / "x.zip", monkeypatch, error)
        assert len(Library(library.folder).reports()) == 3
        assert sorted(path.name for path in tmp_path.iterdir()) == ["library", "x.zip"]


def test_a_library_that_a_killed_restore_put_aside_is_named(library: Library, tmp_path: Path) -> None:
    """And none is begun in its place; what is no library does not count."""
    (tmp_path / "other.before-1").mkdir()
    assert not Library(tmp_path / "other").exists
    former = tmp_path / "library.before-01"
    library.folder.rename(former)
    for use in (lambda: Library(library.folder), lambda: Library(library.folder).add(originals("new"))):
        with pytest.raises(LibraryError, match=r"the library is whole in .*library\.before-01; bring it back"):
            use()
    former.rename(library.folder)
    assert len(Library(library.folder).reports()) == 3


def test_what_a_killed_restore_left_beside_is_swept_a_day_later(library: Library, tmp_path: Path) -> None:
    """Not at once: another one may be at work."""
    backup(library.folder, tmp_path / "x.zip")
    old, new = tmp_path / ".waqai-0123456789ab.tmp", tmp_path / ".waqai-ba9876543210.tmp"
    for left in (old, new):
        (left / "texts").mkdir(parents=True)
    os.utime(old, (0, 0))
    restore(tmp_path / "x.zip", tmp_path / "again")
    assert (old.exists(), new.exists()) == (False, True)


def test_a_folder_of_other_things_is_never_replaced(library: Library, tmp_path: Path) -> None:
    backup(library.folder, tmp_path / "x.zip")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "mine.odt").touch()
    with pytest.raises(LibraryError, match="holds something that is no library"):
        restore(tmp_path / "x.zip", tmp_path / "thesis", replace=True)


def test_what_is_spoiled_is_in_the_backup_and_told(library: Library, tmp_path: Path) -> None:
    """One flipped bit must not keep all else from being saved."""
    texts = sorted((library.folder / "texts").glob("*[!t]"))
    texts[0].write_bytes(b"spoiled")
    texts[1].unlink()
    problems = backup(library.folder, tmp_path / "x.zip")
    assert len(problems) == 2
    restore(tmp_path / "x.zip", tmp_path / "back")
    assert len(verify(tmp_path / "back").problems) == 2


@pytest.mark.parametrize("name", ["../evil", "texts/x", "reports/0001.json.exe", "/library.json"])
def test_a_zip_of_other_things_is_no_backup(library: Library, tmp_path: Path, name: str) -> None:
    backup(library.folder, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip", "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(LibraryError, match="is no backup of a library"):
        restore(tmp_path / "x.zip", tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_a_damaged_backup_changes_nothing(library: Library, tmp_path: Path) -> None:
    backup(library.folder, tmp_path / "x.zip")
    content = (tmp_path / "x.zip").read_bytes()
    middle = content.index(b"texts/") + 110
    for spoiled in (b"", b"text", content[:-30], content[:middle] + b"\xff\xfe\xfd" + content[middle + 3 :]):
        (tmp_path / "x.zip").write_bytes(spoiled)
        with pytest.raises(LibraryError, match="is no sound backup"):
            restore(tmp_path / "x.zip", library.folder, replace=True)
    assert verify(library.folder).problems == []
    assert {path.name for path in tmp_path.iterdir()} == {"library", "x.zip"}


def test_where_a_backup_may_not_lie(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="lies in the library itself"):
        backup(library.folder, library.folder / "x.zip")
    with pytest.raises(LibraryError, match="holds no library"):
        backup(tmp_path / "nothing", tmp_path / "x.zip")
    with pytest.raises(LibraryError, match=r"refused|not there"):
        backup(library.folder, tmp_path / "no" / "x.zip")
