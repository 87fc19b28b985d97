"""decisions.json and its journal as files: folding one into the other, and what is left when one is damaged.

The decisions.json and the journal that a fold takes the place of stay beside it, as the last good state: together they
hold every act up to the fold, and the new journal holds every act since.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from store.decisions import journal, proof, stamps
from store.disk import port, private, regular, whole
from store.disk import stamp as file_stamp
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError, damaged, refused

FILE, JOURNAL = "decisions.json", "decisions.journal"
FILE_BEFORE, JOURNAL_BEFORE = "decisions.before.json", "decisions.before.journal"
ASIDE = "aside"
"""The folder for what is damaged or was taken out of the way; nothing in it is ever read again or deleted."""

TABLE = "decisions"

Documents = dict[int, dict[str, Any]]
Stamp = tuple[file_stamp.Stamp, ...]


def stamp(folder: Path) -> Stamp:
    """A value that changes when either file does: their sizes and times."""
    return tuple(file_stamp.stamp(folder / name) for name in (FILE, JOURNAL))


def documents(folder: Path, name: str = FILE) -> Documents:
    """Sequence -> document, of decisions.json; empty where there is none.

    Raises:
        LibraryError: it is damaged, or gone together with its journal; the message says how much is left.
    """
    file = folder / name
    try:
        tables = AtomicJSON(file, rows=True).read()
    except LibraryError as error:
        raise _offered(folder, error) from error
    if tables is None and name == FILE and _gone(folder):
        raise _offered(folder, LibraryError(file, "is gone, and its journal too", ""))
    return _sound(tables or {})


def _gone(folder: Path) -> bool:
    """True if decisions were lost: the backup of a fold is there, but neither decisions.json nor the journal."""
    there = {name for name in (FILE, JOURNAL, FILE_BEFORE, JOURNAL_BEFORE) if (folder / name).exists()}
    return bool(there) and there.isdisjoint((FILE, JOURNAL))


def more(folder: Path, first: bytes, end: int) -> journal.Content | None:
    """What the journal holds behind byte `end`; None when it does not begin with `first`, or is shorter."""
    file = folder / JOURNAL
    try:
        with regular.opened(file) as stream:
            if stream.read(len(first) + 1) != first + b"\n" or stream.seek(0, os.SEEK_END) < end:
                return None
            stream.seek(end)
            return journal.parse(stream.read(), begins=False)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(file, error) from error


def fold(folder: Path) -> int:
    """Fold the journal into decisions.json and begin a new one. The caller holds the lock.

    Returns:
        How many acts were folded.
    """
    from tinydb import TinyDB
    from tinydb.table import Document

    content = journal.read(folder / JOURNAL)
    if content is None or content.head is None:
        return 0
    last = max(documents(folder), default=0)
    new = [Document(line.document, line.sequence) for line in content.lines if line.sequence > last]
    _keep(folder / FILE, folder / FILE_BEFORE)
    _keep(folder / JOURNAL, folder / JOURNAL_BEFORE)
    if new:
        with TinyDB(folder / FILE, storage=AtomicJSON, rows=True) as database:
            database.table(TABLE).insert_multiple(new)
    if content.lines:
        end = content.lines[-1]
        journal.begin(folder / JOURNAL, journal.head_behind(max(last, end.sequence), end.document))
    return len(new)


def clean(folder: Path) -> None:
    """Move the damaged lines of the journal aside and keep the others. The caller holds the lock."""
    file = folder / JOURNAL
    content = journal.read(file)
    if content is None:
        return
    _put_aside_lines(folder, content)
    lines = [journal.line(line.sequence, line.document) for line in content.lines]
    journal.begin(file, content.head or _behind(documents(folder)), lines)


def kept(folder: Path) -> Documents:
    """Every act that is kept, those of the journal too, in order.

    Raises:
        LibraryError: decisions.json is damaged.
    """
    content = journal.read(folder / JOURNAL) or journal.Content()
    found = documents(folder)
    found.update((line.sequence, line.document) for line in content.lines if line.sequence not in found)
    return dict(sorted(found.items()))


def replace(folder: Path, found: Documents) -> None:
    """Put these acts in the place of all, and a journal behind them. Only for who holds the lock."""
    AtomicJSON(folder / FILE, rows=True).write({TABLE: {str(number): one for number, one in found.items()}})
    journal.begin(folder / JOURNAL, _behind(found))


def _behind(found: Documents) -> journal.Head:
    last = max(found, default=0)
    return journal.head_behind(last, found.get(last))


def put_aside(folder: Path, name: str, pieces: Sequence[bytes]) -> Path:
    """Keep unreadable bytes in a file of their own, for a person who wants to look at them.

    Returns:
        The file that they are in.
    """
    file = folder / ASIDE / f"{name}.{stamps.Stamps().next()[0]}"
    try:
        private.make_part(file.parent)
        whole.write(file, b"\n".join(pieces))
    except OSError as error:
        raise refused(file, error) from error
    return file


def left(folder: Path) -> tuple[Documents, int | None]:
    """The decisions of the last good state and the journal together, and the last number that decisions.json held.

    The latter is None where the journal does not say it.
    """
    found: Documents = {}
    for name in (FILE_BEFORE, FILE):
        with suppress(LibraryError):
            found.update(_sound(AtomicJSON(folder / name, rows=True).read() or {}))
    base = None
    for name in (JOURNAL_BEFORE, JOURNAL):
        content = journal.read(folder / name) or journal.Content()
        found.update({line.sequence: line.document for line in content.lines})
        base = content.head.base if content.head else None
    return dict(sorted(found.items())), base


def repair(folder: Path) -> tuple[int, bool]:
    """Write decisions.json anew from what is left; see `Decisions.repair`. Only for who holds the lock."""
    file = folder / FILE
    found, base = left(folder)
    if any(proof.breaks(found.values())):
        found = proof.linked(found)
    folded = max((number for number in found if base is None or number <= base), default=0)
    try:
        if file.exists():
            put_aside(folder, FILE, [regular.read(file)])
        AtomicJSON(file, rows=True).write({TABLE: {str(number): one for number, one in found.items()}})
    except OSError as error:
        raise refused(file, error) from error
    content = journal.read(folder / JOURNAL) or journal.Content()
    _put_aside_lines(folder, content)
    lines = [journal.line(line.sequence, found[line.sequence]) for line in content.lines]
    journal.begin(folder / JOURNAL, journal.head_behind(folded, found.get(folded)), lines)
    return len(found), base is not None and base <= folded


def _put_aside_lines(folder: Path, content: journal.Content) -> None:
    """Keep the damaged lines of a journal, and what is torn at its end, before it is written without them."""
    if spoiled := [*(raw for _, raw in content.spoiled), *([content.torn] if content.torn else [])]:
        put_aside(folder, JOURNAL, spoiled)


def gap(folder: Path) -> LibraryError:
    """The problem to tell of a decisions.json that is older than its journal."""
    error = damaged(folder / FILE, "it is older than its journal, so acts between them are missing")
    return _offered(folder, error)


def _sound(tables: dict[str, dict[str, Any]]) -> Documents:
    return dict(sorted((int(number), document) for number, document in tables.get(TABLE, {}).items()))


def _offered(folder: Path, error: LibraryError) -> LibraryError:
    found, _ = left(folder)
    moments = [at for one in found.values() if isinstance(at := one.get("at"), str)]
    last = f", the last of {max(moments)}" if moments else ""
    count = f"{len(found):,} decision{'' if len(found) == 1 else 's'}"
    return LibraryError(
        error.file,
        error.what,
        f"«waqai library repair» brings back the last good state ({count}{last}) and sets the damaged file aside",
    )


def _keep(file: Path, before: Path) -> None:
    """Keep the file under a second name, its backup, before the first one is replaced."""
    try:
        if not file.exists() or (before.exists() and before.samefile(file)):
            return
        beside = whole.beside(before)
        try:
            port.link(file, beside)
        except OSError:
            whole.write(before, regular.read(file))
            return
        port.replace(beside, before)
    except OSError as error:
        raise refused(before, error) from error
