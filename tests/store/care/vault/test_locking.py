"""A library that is locked: nothing of it is in clear, all of it comes back, and what another put there is refused."""

from __future__ import annotations

import io
import tarfile
import zlib
from pathlib import Path

import pytest

from store.care import sessions
from store.care.backup import backup, restore
from store.care.vault import cipher, keys, locking, packing
from store.care.verify import verify
from store.disk import locked, migrations, private
from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.store.care.test_verify import PAGE
from tests.store.words import originals
from timeline_core.model.decision import Act

KEY = keys.age().x25519.Identity.generate()
WORDS = ("a bridge in fog", "a market at noon")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Open, with a key whose passphrase nobody asks for; with decisions in both files and something set aside."""
    library = Library(tmp_path / "library")
    library.add([PAGE, *originals(*WORDS)])
    library.decisions.record(Act.NOTE, "Lea", values=("a note of hers",))
    library.decisions.compact()
    library.decisions.record(Act.STAR, "Lea")
    (library.folder / "aside").mkdir()
    (library.folder / "aside" / f"{'ن' * 90}.journal").write_bytes(b"set aside")
    (library.folder / locked.KEY).write_bytes(b"a key")
    keys.publish(library.folder, KEY)
    return library


def held(folder: Path) -> dict[str, bytes]:
    """All files but those of locks and of what locks it."""
    of = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in of.items() if not name.startswith((".lock", "locked", "key."))}


def test_all_of_a_library_comes_back(library: Library) -> None:
    before = held(library.folder)
    locking.close(library.folder, KEY.to_public())
    assert [*held(library.folder)] == [locked.FILE]
    assert locking.wrong(library.folder) == []
    locking.open_up(library.folder, KEY)
    assert held(library.folder) == before
    assert verify(library.folder).problems == []
    assert keys.has_key(library.folder)


def test_nothing_of_it_is_in_clear(library: Library, tmp_path: Path) -> None:
    locking.close(library.folder, KEY.to_public())
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for word in (*WORDS, "a note of hers", "Lea", 'sha256":', "set aside"):
        assert word.encode() not in left


def test_what_the_screen_remembers_goes_with_it(library: Library) -> None:
    sessions.write(library.folder, {"cursor": "here"})
    sessions.drafted(library.folder, "note", "half a note")
    sessions.picture(library.folder).write_text("a picture of events")
    locking.close(library.folder, KEY.to_public())
    place = sessions.file(library.folder).parent
    assert list(place.iterdir()) == []
    sessions.write(library.folder, {"cursor": "elsewhere"})
    assert list(place.iterdir()) == [], "a reader that is left open writes nothing of it"
    locking.open_up(library.folder, KEY)
    assert sessions.read(library.folder) == {"cursor": "here"}
    assert sessions.drafted(library.folder, "note", None) == "half a note"


def test_a_link_in_it_is_told_and_nothing_is_locked(library: Library, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    (library.folder / "aside" / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(LibraryError, match="is a link"):
        locking.close(library.folder, KEY.to_public())
    assert len(Library(library.folder).reports()) == 3


def test_another_key_opens_nothing_and_changes_nothing(library: Library) -> None:
    locking.close(library.folder, KEY.to_public())
    before = held(library.folder)
    with pytest.raises(LibraryError, match="is not its key"):
        locking.open_up(library.folder, keys.age().x25519.Identity.generate())
    assert held(library.folder) == before


def test_every_byte_of_it_is_proven(library: Library) -> None:
    """One in two hundred is changed, and once the file is cut off."""
    locking.close(library.folder, KEY.to_public())
    file = library.folder / locked.FILE
    sound = file.read_bytes()
    of = [sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :] for at in range(0, len(sound), len(sound) // 200)]
    for content in (*of, sound[:-30], b""):
        file.write_bytes(content)
        assert locking.wrong(library.folder) != []
        with pytest.raises(LibraryError, match="nothing was changed"):
            locking.open_up(library.folder, KEY)
        assert locked.is_locked(library.folder)
    file.write_bytes(sound)
    locking.open_up(library.folder, KEY)


def test_what_a_killed_lock_left_in_clear_is_removed_by_the_next(library: Library) -> None:
    locking.close(library.folder, KEY.to_public())
    (library.folder / "texts").mkdir()
    (library.folder / "texts" / "left").write_text("left")
    assert locking.finish(library.folder) == 1
    assert [*held(library.folder)] == [locked.FILE]
    assert locking.finish(library.folder) == 0


def test_a_full_disk_while_it_is_opened_leaves_it_locked_and_nothing_in_clear(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    locking.close(library.folder, KEY.to_public())

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private, "create", full)
    with pytest.raises(LibraryError, match="disk is full"):
        locking.open_up(library.folder, KEY)
    assert [*held(library.folder)] == [locked.FILE]


def forged(library: Library, *members: tuple[tarfile.TarInfo, bytes], tail: bytes = b"") -> None:
    """Lock it by hand, as somebody who knows what it is locked with."""
    locking.close(library.folder, KEY.to_public())
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for info, content in members:
            info.size = len(content) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(content))
    squeeze = zlib.compressobj(6, zlib.DEFLATED, 31)
    packed = squeeze.compress(made.getvalue() + tail) + squeeze.flush()
    with (library.folder / locked.FILE).open("wb") as file:
        cipher.encrypt(io.BytesIO(packed), file, [KEY.to_public()])


def link(name: str, to: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    """A member that leads elsewhere."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


HEADER = tarfile.TarInfo(migrations.HEADER), b"{}"


@pytest.mark.parametrize(
    "member",
    [
        (tarfile.TarInfo("../escaped"), b"x"),
        (tarfile.TarInfo("/tmp/escaped"), b"x"),
        (tarfile.TarInfo("texts/../../escaped"), b"x"),
        (tarfile.TarInfo("texts\\escaped"), b"x"),
        (tarfile.TarInfo("C:escaped"), b"x"),
        (tarfile.TarInfo(locked.FILE), b"x"),
        (tarfile.TarInfo(locked.PUBLIC), b"x"),
        (tarfile.TarInfo(migrations.HEADER), b"x"),
        (link("texts", "/tmp"), b""),
        (link("one", migrations.HEADER, tarfile.LNKTYPE), b""),
        (link("pipe", "", tarfile.FIFOTYPE), b""),
        (tarfile.TarInfo("bomb"), bytes(30_000_000)),
    ],
    ids=lambda member: f"{member[0].name} {member[0].type!r}",
)
def test_a_forged_one_is_refused_and_nothing_is_made_of_it(
    library: Library, member: tuple[tarfile.TarInfo, bytes], tmp_path: Path
) -> None:
    forged(library, HEADER, member)
    with pytest.raises(LibraryError, match=r"which no library has|more than a library would"):
        locking.open_up(library.folder, KEY)
    assert [*held(library.folder)] == [locked.FILE]
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_one_that_ends_too_early_is_refused(library: Library) -> None:
    locking.close(library.folder, KEY.to_public())
    half = tarfile.TarInfo("texts/half")
    half.size = 9_999
    packed = zlib.compressobj(6, zlib.DEFLATED, 31)
    content = packed.compress(half.tobuf(tarfile.GNU_FORMAT) + b"x" * 99) + packed.flush()
    with (library.folder / locked.FILE).open("wb") as file:
        cipher.encrypt(io.BytesIO(content), file, [KEY.to_public()])
    with pytest.raises(LibraryError, match="ends too early"):
        locking.open_up(library.folder, KEY)


def test_no_part_of_a_large_file_is_in_memory_at_once(library: Library) -> None:
    """A megabyte at a time, of one that is not squeezed to nothing."""
    large = library.folder / "aside" / "large"
    large.write_bytes(b"".join(bytes([number % 251]) * 997 for number in range(20_000)))
    packed, most = packing.Packed(packing.members(library.folder)), 0
    while piece := packed.read(1 << 30):
        most = max(most, len(piece))
    assert most < 3_000_000


@pytest.mark.parametrize("closed", [False, True])
def test_its_backup_is_locked_too(library: Library, tmp_path: Path, *, closed: bool) -> None:
    before = held(library.folder)
    if closed:
        locking.close(library.folder, KEY.to_public())
    assert backup(library.folder, tmp_path / "b.zip") == ()
    assert WORDS[0].encode() not in (tmp_path / "b.zip").read_bytes()
    assert restore(tmp_path / "b.zip", tmp_path / "back") is None
    with pytest.raises(locked.Locked, match="unlock --library"):
        Library(tmp_path / "back")
    locking.open_up(tmp_path / "back", KEY)
    assert held(tmp_path / "back") == before
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["b.zip", "back", "library"]


def test_a_spoiled_backup_of_a_locked_library_is_refused(library: Library, tmp_path: Path) -> None:
    locking.close(library.folder, KEY.to_public())
    backup(library.folder, tmp_path / "b.zip")
    sound = (tmp_path / "b.zip").read_bytes()
    at = sound.index(b"age-encryption.org") + 900
    (tmp_path / "b.zip").write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
    with pytest.raises(LibraryError, match=r"no sound backup|checksums"):
        restore(tmp_path / "b.zip", tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_a_locked_library_that_is_damaged_is_not_backed_up(library: Library, tmp_path: Path) -> None:
    locking.close(library.folder, KEY.to_public())
    with (library.folder / locked.FILE).open("ab") as file:
        file.write(b"x")
    with pytest.raises(LibraryError, match="no backup was written"):
        backup(library.folder, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_a_locked_library_is_put_aside_by_a_restore_as_any_other(library: Library, tmp_path: Path) -> None:
    locking.close(library.folder, KEY.to_public())
    backup(library.folder, tmp_path / "b.zip")
    former = restore(tmp_path / "b.zip", library.folder, replace=True)
    assert former is not None
    assert locked.is_locked(former)
    locking.open_up(former, KEY)


def test_a_writer_that_waited_for_the_lock_writes_nothing(library: Library) -> None:
    """It was open before the library was locked."""
    locking.close(library.folder, KEY.to_public())
    with pytest.raises(locked.Locked):
        library.add(originals("too late"))
    with pytest.raises(locked.Locked):
        library.decisions.record(Act.STAR, "Lea")
    assert [*held(library.folder)] == [locked.FILE]


@pytest.mark.slow
def test_a_key_is_opened_by_its_passphrase_alone(library: Library) -> None:
    """The one test that pays for it: each guess costs a second of a processor, and more on a busy one."""
    key = keys.make(library.folder, "four words and more")
    assert str(keys.opened(library.folder, "four words and more")) == str(key)
    with pytest.raises(LibraryError, match="not opened by that passphrase"):
        keys.opened(library.folder, "four words and none")
    (library.folder / locked.KEY).unlink()
    with pytest.raises(LibraryError, match="is gone"):
        keys.opened(library.folder, "four words and more")


def test_a_reader_that_is_open_is_told_and_sees_no_empty_library(library: Library) -> None:
    locking.close(library.folder, KEY.to_public())
    for look in (library.reports, library.decisions.log, lambda: [*library.bare()]):
        with pytest.raises(locked.Locked):
            look()


def test_without_a_key_there_is_nothing_to_lock_with(library: Library) -> None:
    (library.folder / locked.PUBLIC).write_text("no key")
    with pytest.raises(LibraryError, match="is no key"):
        keys.public(library.folder)
    (library.folder / locked.PUBLIC).unlink()
    assert keys.public(library.folder) is None
    assert not keys.has_key(library.folder)


def test_its_key_can_be_taken_away(library: Library, tmp_path: Path) -> None:
    locking.drop_key(library.folder)
    backup(library.folder, tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "back")
    assert len(Library(tmp_path / "back").reports()) == 3
