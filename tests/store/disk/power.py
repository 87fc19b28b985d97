"""A disk that loses its power: what its files and names are then, by what had been made durable until that moment.

Source:
    The persistence models of ALICE (Pillai et al. 2014) and LazyFS (Ramos et al. 2024): data and names that were not
    synced are lost, kept, or in part, in any order but that of one folder's own changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from random import Random

from store.disk.port import Call

MODELS = ("strict", "all", "names", "data", "random", "zeros", "sectors")
"""Nothing is there but what was synced; all is there; all names, but only synced data; all data, but only synced names;
any of these for each file and folder; as that, with zeros in the place of data that was not synced; as that, with each
sector of such data written or not, whatever became of the one before it."""
_SECTOR = 512
Left = dict[PurePath, bytes | None]
"""Each file with what is in it, and each folder with nothing; a folder comes before what it holds."""

_NO_CHANGE = ("sync folder", "open", "chmod")


@dataclass(slots=True)
class Blob:
    """A file, whatever it is called."""

    data: bytearray = field(default_factory=bytearray)
    synced: bytes = b""


@dataclass(slots=True)
class Folder:
    """A folder, whatever it is called."""

    names: dict[str, Blob | Folder] = field(default_factory=dict)
    states: list[dict[str, Blob | Folder]] = field(default_factory=lambda: [{}])
    """Its names when it was synced last, and after each change since."""

    def changed(self) -> None:
        """Note its names as they are now."""
        self.states.append(dict(self.names))


class Disk:
    """Follows the calls of the port in one folder."""

    def __init__(self, place: Path) -> None:
        """`place`: as it is now, all of it durable."""
        self._place = place
        self._root = _taken(place)

    def make(self, call: Call) -> None:
        """What the call does."""
        if call.name == "sync folder":
            self._sync(call.path)
        if call.name in _NO_CHANGE or not call.path.is_relative_to(self._place):
            return
        folder, name = self._folder(call.path.parent), call.path.name
        if call.name in ("replace", "rename", "link"):
            target = self._folder(call.other.parent)
            target.names[call.other.name] = folder.names[name]
            if call.name != "link":
                del folder.names[name]
            target.changed()
            folder.changed()
        elif call.name in ("create", "mkdir"):
            folder.names[name] = Blob() if call.name == "create" else Folder()
            folder.changed()
        elif call.name in ("unlink", "rmdir"):
            folder.names.pop(name, None)
            folder.changed()
        elif isinstance(blob := folder.names.get(name), Blob):
            _change(blob, call)

    def _sync(self, path: Path) -> None:
        if path.is_relative_to(self._place):
            synced = self._folder(path)
            synced.states = [dict(synced.names)]

    def _folder(self, path: Path) -> Folder:
        found = self._root
        for part in path.relative_to(self._place).parts:
            inner = found.names[part]
            assert isinstance(inner, Folder)
            found = inner
        return found

    def left(self, model: str, chance: Random) -> Left:
        """What a power cut leaves now."""
        return dict(_left(self._root, model, chance, PurePath()))


def _change(blob: Blob, call: Call) -> None:
    if call.name == "write":
        blob.data.extend(bytes(max(0, call.at - len(blob.data))))
        blob.data[call.at : call.at + len(call.content)] = call.content
    elif call.name == "truncate":
        del blob.data[call.at :]
    elif call.name == "sync":
        blob.synced = bytes(blob.data)


def _taken(place: Path) -> Folder:
    found = Folder()
    for path in place.iterdir():
        content = b"" if path.is_dir() else path.read_bytes()
        found.names[path.name] = _taken(path) if path.is_dir() else Blob(bytearray(content), content)
    found.states = [dict(found.names)]
    return found


def _left(folder: Folder, model: str, chance: Random, place: PurePath) -> Iterator[tuple[PurePath, bytes | None]]:
    for name, one in _names(folder, model, chance).items():
        if isinstance(one, Folder):
            yield place / name, None
            yield from _left(one, model, chance, place / name)
        else:
            yield place / name, _content(one, model, chance)


def write(left: Left, place: Path) -> None:
    """Make it on the disk."""
    place.mkdir()
    for path, content in left.items():
        if content is None:
            (place / path).mkdir()
        else:
            (place / path).write_bytes(content)


def _names(folder: Folder, model: str, chance: Random) -> Mapping[str, Blob | Folder]:
    if model in ("strict", "data"):
        return folder.states[0]
    return folder.names if model in ("all", "names") else chance.choice([*folder.states, folder.names])


def _content(blob: Blob, model: str, chance: Random) -> bytes:
    data = bytes(blob.data)
    if model in ("strict", "names"):
        return blob.synced
    if model in ("all", "data") or data == blob.synced:
        return data
    pairs = enumerate(zip(blob.synced, data, strict=False))
    durable = next((at for at, (one, other) in pairs if one != other), min(len(blob.synced), len(data)))
    torn = data[: chance.randrange(durable, len(data) + 1)]
    zeros = blob.synced[: len(data)] + bytes(max(0, len(data) - len(blob.synced)))
    if model == "sectors":
        return _sectors(data, zeros, durable, chance)
    return zeros if model == "zeros" else chance.choice([blob.synced, data, torn])


def _sectors(data: bytes, old: bytes, durable: int, chance: Random) -> bytes:
    """Some of the sectors behind the durable bytes as they were written, the others as they were before."""
    made = bytearray(old)
    for at in range(durable, len(data), _SECTOR):
        if chance.random() < 1 / 2:
            made[at : at + _SECTOR] = data[at : at + _SECTOR]
    return bytes(made)


def states(place: Path, calls: list[Call], without: frozenset[int] = frozenset()) -> Iterator[tuple[int, Disk]]:
    """How many calls were made, and the disk then; `without`: the numbers of calls that are left out."""
    disk = Disk(place)
    yield 0, disk
    for number, call in enumerate(calls, 1):
        if number not in without:
            disk.make(call)
        yield number, disk
