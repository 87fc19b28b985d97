"""Removing a report for good: its bytes, its text, what is known of it, and every word of it that a decision holds.

A report in the bin is only not read; this one is gone, and nothing brings it back. What lies outside of the library
cannot be reached, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.care import sessions
from store.decisions import compaction as fold
from store.decisions import proof
from store.disk import lock, migrations, paths, port, replaced, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError, refused
from store.reports import shards
from store.reports.shards import Document, Shards
from timeline_core.model.decision import Act

_OF_ONE = frozenset({Act.ABOUT.value, Act.REMOVE.value})
"""Acts upon one report, whose first value is its hash."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed, or would be, and what is out of reach; lines for a person."""

    removed: tuple[str, ...]
    beyond: tuple[str, ...]


def forget(folder: Path, id: str, *, really: bool, patience: float = lock.PATIENCE) -> Forgotten:
    """Remove the report of that id; may be done again where it was killed, and then ends what was begun.

    Args:
        really: without it nothing is changed, and the answer says what would be.

    Raises:
        LibraryError: there is no such library or report, or the system refuses.
    """
    if migrations.version(folder) is None:
        raise LibraryError(folder, "holds no library", "name one with --library")
    migrations.lift_alone(folder, patience)
    with lock.held(folder, lock.REPORTS, patience), lock.held(folder, lock.DECISIONS, patience):
        try:
            return _forget(folder, id, really=really)
        except OSError as error:
            raise refused(Path(error.filename) if error.filename else folder, error) from error


def _forget(folder: Path, id: str, *, really: bool) -> Forgotten:
    found = next(((file, one) for file, one in Shards(folder / "reports").documents() if one["id"] == id), None)
    if found is None:
        raise LibraryError(folder, f"holds no report «{id}»", "«waqai reports» lists them")
    file, document = found
    if really:
        fold.fold(folder)
    held = fold.kept(folder)
    kept, gone, shared = _without(held, document["sha256"])
    leftovers = (*_leftovers(folder),)
    if really:
        if gone or shared:
            fold.replace(folder, proof.linked(kept, held))
        _remove(folder, file, document, leftovers)
    return Forgotten((*_told(document, gone, shared, leftovers),), (*_beyond(folder, document),))


def _told(document: Document, gone: int, shared: int, leftovers: Iterable[Path]) -> Iterator[str]:
    yield f"the report «{document['id']}», its bytes and its text ({document['sha256'][:12]}…)"
    if gone:
        yield f"{gone:,} decision{'' if gone == 1 else 's'} that hang on its words alone"
    if shared:
        yield f"its words in {shared:,} decision{'' if shared == 1 else 's'} that hang on other reports too"
    yield from (f"{path}: it may hold its words" for path in leftovers)


def _remove(folder: Path, file: Path, document: Document, leftovers: Iterable[Path]) -> None:
    """Remove what is not JSON; the row goes last, so that what was killed before can be asked for again."""
    for path in leftovers:
        if path.is_dir():
            port.remove_tree(path)
        else:
            port.unlink(path)
    for name in (document["sha256"], f"{document['sha256']}.txt"):
        port.unlink(folder / "texts" / name)
    whole.sync_folder(folder / "texts")
    rest = [one for _, one in Shards(file.parent).of(file) if one["id"] != document["id"]]
    AtomicJSON(file).write({shards.TABLE: {str(number): one for number, one in enumerate(rest, 1)}})


def _without(documents: fold.Documents, sha256: str) -> tuple[fold.Documents, int, int]:
    """The decisions without that report; how many are gone, and how many hang on others too."""
    kept: fold.Documents = {}
    gone: set[str] = set()
    shared = 0
    for number, one in documents.items():
        bare = _bare(one, sha256)
        if bare is None or one.get("undoes") in gone:
            gone.add(str(one.get("id")))
        else:
            kept[number] = bare
            shared += bare != one
    return kept, len(gone), shared


def _bare(one: dict[str, Any], sha256: str) -> dict[str, Any] | None:
    """The decision without what hangs on the report; None where nothing of it is left."""
    targets, values = one.get("targets", []), one.get("values", [])
    if one.get("act") in _OF_ONE and sha256 in values[:1]:
        return None
    left = []
    for target in targets:
        holds = [hold for hold in target.get("holds", []) if hold.get("report") != sha256]
        if holds or not target.get("holds"):
            left.append({**target, "holds": holds})
    if targets and not left:
        return None
    found = {**one, "targets": left} if targets else dict(one)
    return {**found, "values": [value for value in values if value != sha256]} if sha256 in values else found


def _leftovers(folder: Path) -> Iterator[Path]:
    """What holds words of reports and can be missed: last good states, what was set aside, what was derived."""
    session = sessions.file(folder)
    places = (
        *(folder / name for name in (fold.FILE_BEFORE, fold.JOURNAL_BEFORE, fold.ASIDE)),
        paths.cache(folder),
        *(session.with_suffix(suffix) for suffix in (".json", ".screen", ".drafts")),
    )
    yield from (path for path in places if path.exists())


def _beyond(folder: Path, document: Document) -> Iterator[str]:
    """Where its words may be besides."""
    for former in replaced.formers(folder):
        yield f"{former}, a library that a restore put aside: remove it, or forget the report there too"
    if document.get("path"):
        yield f"what it was added from ({document['path']})"
    yield "backups and exports that were made before, and libraries of others that it was merged into"
    yield "older versions that a sync program, a backup of the system or snapshots of the disk keep"
    yield "the free space of the disk, where its bytes lie until others are written over them"
