"""A small world on the disk, all that can be done to it, and what must be left of it whatever the disk does."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from store.care.backup import backup, restore
from store.care.forgetting import forget
from store.care.joining import join, join_copies
from store.care.mending import mend
from store.care.vault import keys, locking, sealed_backup
from store.care.verify import verify
from store.decisions.decisions import Decisions
from store.disk import locked, migrations, replaced, whole
from store.disk.errors import LibraryError
from store.reports.library import Library
from store.reports.original import Original, digest
from store.reports.shards import Shards
from tests.store.words import originals
from timeline_core.model.decision import Act, Decision

OLD = Path(__file__).parents[1] / "files" / "library-1"
WORDS = ("one", "two", "three")
KEY = keys.age().x25519.Identity.generate()
"""What the library is locked with; a key of its own would take a second for each world."""
_COPY = "decisions.sync-conflict-20230210-120000-ABCDEFG.journal"


@dataclass(slots=True)
class World:
    """A folder with a library, another one, a backup, and a library of the first version."""

    place: Path
    kept: set[str] = field(default_factory=set)
    """What anyone was told is kept: hashes of reports, ids of decisions."""

    @property
    def mine(self) -> Path:
        return self.place / "library"

    def keep(self, *ids: str) -> None:
        """They are told to be kept."""
        self.kept.update(ids)

    def left(self) -> object:
        """All files and folders, with what is in them, and what was told: of two worlds alike one is looked at."""
        names = ((path.relative_to(self.place), _content(path)) for path in self.place.rglob("*"))
        return frozenset(names), frozenset(self.kept)


def _content(path: Path) -> bytes | None:
    return None if path.is_dir() else path.read_bytes()


def made(place: Path) -> World:
    """A world of its own."""
    world = World(place)
    library = Library(world.mine)
    page = b"<p>four</p>"
    four = replace(Original.of_text("d", "four").report, sha256=digest(page))
    library.add([*originals(*WORDS), Original(four, page)])
    _decided(library.decisions, 4)
    library.decisions.compact()
    _decided(library.decisions, 2)
    library.decisions.compact()
    _decided(library.decisions, 2)
    other = Library(place / "other")
    other.add(originals("three", "five"))
    _decided(other.decisions, 2)
    backup(world.mine, place / "backup.zip")
    shutil.copytree(OLD, place / "old")
    world.keep(*_held(world.mine))
    return world


_DONE = "done: "


def do(act: str, world: World) -> None:
    """Do it; whoever did it was then told that it is done."""
    ACTS[act](world)
    world.keep(_DONE + act)


def copied(world: World, place: Path) -> World:
    """The same world elsewhere."""
    shutil.copytree(world.place, place)
    return World(place, set(world.kept))


def _decided(decisions: Decisions, many: int) -> list[str]:
    return [decisions.record(Act.TAG, "me", values=(str(number),)).id for number in range(many)]


def _held(folder: Path) -> set[str]:
    library = Library(folder)
    return {one.sha256 for one in library.reports()} | {one.id for one in library.decisions.log()}


def _add(world: World) -> None:
    more = originals("six", "seven")
    Library(world.mine).add(more)
    world.keep(*(one.report.sha256 for one in more))


def _begin(world: World) -> None:
    more = originals("six")
    Library(world.place / "new").add(more)


def _decide(world: World) -> None:
    decisions = Decisions(world.mine)
    world.keep(decisions.record(Act.STAR, "me").id)
    drafts = [Decision("", Act.NOTE, "", "me", (), (str(number) * 99,)) for number in range(3)]
    world.keep(*(one.id for one in decisions.record_all(drafts)))


def _undo(world: World) -> None:
    decisions = Decisions(world.mine)
    for answer in (decisions.undo, decisions.redo):
        undone = answer("me")
        assert undone is not None
        world.keep(undone.id)


def _fold(world: World) -> None:
    Decisions(world.mine).compact()


def _back_up(world: World) -> None:
    backup(world.mine, world.place / "new.zip")


def _restore(world: World) -> None:
    restore(world.place / "backup.zip", world.place / "fresh" / "library")


def _replace(world: World) -> None:
    restore(world.place / "backup.zip", world.mine, replace=True)


def _merge(world: World) -> None:
    joined = join(Library(world.mine), world.place / "other")
    if not joined.problems:  # what it tells that it has not taken in is not lost
        world.keep(*_held(world.place / "other"))


def _migrate(world: World) -> None:
    world.keep(Decisions(world.place / "old").record(Act.STAR, "me").id)


def _repair(world: World) -> None:
    [*mend(world.mine)]
    Decisions(world.mine).repair()


def _forget(world: World) -> None:
    forget(world.mine, "a", really=True)


def _take_copies(world: World) -> None:
    join_copies(Library(world.mine))


def _lock(world: World) -> None:
    locking.close(world.mine, KEY.to_public())


def _unlock(world: World) -> None:
    locking.open_up(world.mine, KEY)


def _back_up_sealed(world: World) -> None:
    """In the place of the backup that is there; a locked one needs no key."""
    backup(world.mine, world.place / "backup.zip")


def _export(world: World) -> None:
    try:
        whole.write(world.place / "timeline.md", b"a timeline")
    except OSError as error:
        raise LibraryError(world.place, str(error), "as every verb tells of an export") from error


def _damage(world: World) -> None:
    """Half of the folded decisions are gone; the last good state holds them."""
    file = world.mine / "decisions.json"
    file.write_bytes(file.read_bytes()[:-90])


def _give_key(world: World) -> None:
    (world.mine / locked.KEY).write_text("a key\n")
    keys.publish(world.mine, KEY)


def _be_locked(world: World) -> None:
    _give_key(world)
    _lock(world)


def _conflict(world: World) -> None:
    shutil.copy(world.place / "other" / "decisions.journal", world.mine / _COPY)


ACTS: Mapping[str, Callable[[World], None]] = {
    "begin": _begin,
    "add": _add,
    "decide": _decide,
    "undo": _undo,
    "fold": _fold,
    "back up": _back_up,
    "restore": _restore,
    "replace": _replace,
    "merge": _merge,
    "migrate": _migrate,
    "repair": _repair,
    "forget": _forget,
    "take copies": _take_copies,
    "export": _export,
    "lock": _lock,
    "unlock": _unlock,
    "back up with a key": _back_up_sealed,
    "back up locked": _back_up_sealed,
}
BEFORE: Mapping[str, Callable[[World], None]] = {
    "repair": _damage,
    "take copies": _conflict,
    "lock": _give_key,
    "unlock": _be_locked,
    "back up with a key": _give_key,
    "back up locked": _be_locked,
}
"""What is done to the world before the act."""


def _forget_again(world: World) -> None:
    """What a killed one has begun is ended by the same order; nothing else may be missing of the library."""
    if any(document["id"] == "a" for _, document in Shards(world.mine / "reports").documents()):
        _forget(world)


def _back_up_beside(world: World) -> None:
    """Whoever writes beside a place clears away what a killed restore left there."""
    (world.place / "fresh").mkdir(exist_ok=True)
    backup(world.mine, world.place / "fresh" / "after.zip")


_AGAIN: Mapping[str, Callable[[World], None]] = {
    "repair": _repair,
    "take copies": _take_copies,
    "forget": _forget_again,
    "restore": _back_up_beside,
}
"""What is done once more after a fault, as the next who opens the library is told to."""


def _zipped(file: Path) -> list[str]:
    """The names in a zip that is whole; none of any other."""
    try:
        with zipfile.ZipFile(file) as found:
            return found.namelist() if found.testzip() is None else []
    except (OSError, zipfile.BadZipFile):
        return []


def _forgotten(world: World) -> bool:
    return not (world.mine / "texts" / digest(b"one")).exists() and digest(b"one") not in Library(world.mine).known()


_OF: Mapping[str, Callable[[World], bool]] = {
    "begin": lambda world: _held(world.place / "new") == {digest(b"six")},
    "back up": lambda world: migrations.HEADER in _zipped(world.place / "new.zip"),
    "restore": lambda world: len(_held(world.place / "fresh" / "library")) > len(WORDS),
    "replace": lambda world: bool(replaced.formers(world.mine)) and len(_held(world.mine)) > len(WORDS),
    "forget": _forgotten,
    "export": lambda world: (world.place / "timeline.md").read_bytes() == b"a timeline",
    "lock": lambda world: locking.wrong(world.mine) == [] and not (world.mine / "texts").exists(),
    "unlock": lambda world: not locked.is_locked(world.mine),
    "back up with a key": lambda world: sealed_backup.is_one(_zipped(world.place / "backup.zip")),
    "back up locked": lambda world: sealed_backup.is_one(_zipped(world.place / "backup.zip")),
}
"""What must be so, whatever the disk does later, once an act was told to be done."""


def told_of(act: str, world: World) -> set[str]:
    """What the act was told to keep of what was there before."""
    if act == "forget":
        return {id for id in world.kept if id != digest(b"one")}
    return set(world.kept)


def _brought_back(world: World) -> list[str]:
    if world.mine.exists():
        return []
    former = replaced.former_of(world.mine)
    if former is None:
        return ["there is no library, and nobody tells where it is"]
    former.rename(world.mine)
    return []


def _undone(world: World) -> list[str]:
    return [f"{act} is not done" for act, done in _OF.items() if _DONE + act in world.kept and not done(world)]


def _ids(told: set[str]) -> set[str]:
    return {id for id in told if not id.startswith(_DONE)}


def check(act: str, world: World) -> list[str]:
    """What is wrong with the world after the act, as who uses it days later finds it; he does what he is told to do."""
    if wrong := _brought_back(world) or _undone(world):
        return wrong
    if locked.is_locked(world.mine):
        _unlock(world)
    for left in world.place.rglob(".waqai-*"):
        os.utime(left, (0, 0))
    again = _AGAIN.get(act)
    if again is not None:
        again(world)
    folders = [world.mine, *(place for place in (world.place / "old",) if act == "migrate")]
    missing = _ids(told_of(act, world)) - set().union(*map(_held, folders))
    wrong = [f"{len(missing)} lost"] if missing else []
    if act == "begin":
        folders = [world.mine, world.place / "new"]
    for folder in folders:
        wrong += _next_writer(folder, world.place / "after.zip")
    return wrong + [f"{path.name} is left" for path in world.place.rglob(".waqai-*")]


def _next_writer(folder: Path, zipped: Path) -> list[str]:
    library = Library(folder)
    library.add(originals("eight"))
    library.decisions.record(Act.STAR, "next")
    if not folder.name.startswith("new"):
        backup(folder, zipped)
    assert migrations.version(folder) == migrations.CURRENT
    return verify(folder).problems
