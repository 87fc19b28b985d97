"""What is known of each report, in TinyDB files of bounded size: the one place that speaks TinyDB of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from store.disk import private, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import damaged, refused
from store.disk.stamp import Stamp, stamp

SIZE = 2_000
"""Documents a file: adding one rewrites one file, so its size bounds the cost of adding.

Source: measured with 100,000 documents: 40 ms a write at 2,000 a file, 225 ms at 10,000.
"""

TABLE = "reports"
"""What TinyDB calls them."""
_NAME = re.compile(r"(\d{4,})\.json", re.ASCII)

Document = dict[str, Any]


class Shards:
    """The documents of all reports in the order added. Holds no more of them than a file at a time."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._folder = folder
        self._size = size
        self._seen: dict[Path, Stamp] = {}
        self._last: tuple[Path, Stamp, int] | None = None

    def documents(self) -> Iterator[tuple[Path, Document]]:
        """Every document and its file."""
        for file in files(self._folder):
            yield from self.of(file)

    def of(self, file: Path) -> Iterator[tuple[Path, Document]]:
        """The documents of one of the files."""
        for document in _documents(file):
            yield file, document

    def news(self) -> Iterator[Document]:
        """The documents of the files that have changed since this was asked last; at first, all."""
        for file in files(self._folder):
            now = stamp(file)
            if self._seen.get(file) != now:
                yield from _documents(file)
                self._seen[file] = now

    def append(self, documents: Sequence[Document]) -> None:
        """Keep the documents behind the others; each file is written once. They are no `news` any more.

        Only for who holds the lock, and has asked for the news under it.
        """
        rest = list(documents)
        known = files(self._folder)
        file = known[-1] if known else self._folder / "0001.json"
        while rest:
            count = self._count(file)
            room = self._size - count
            if room > 0:
                _insert(file, rest[:room])
                self._seen[file] = stamp(file)
                self._last = (file, self._seen[file], count + len(rest[:room]))
                rest = rest[room:]
            file = file.with_name(f"{int(file.stem) + 1:04d}.json")

    def _count(self, file: Path) -> int:
        if self._last is not None and self._last[:2] == (file, stamp(file)):
            return self._last[2]
        return len(_documents(file))


def _documents(file: Path) -> tuple[Document, ...]:
    with TinyDB(file, storage=AtomicJSON) as database:
        documents = tuple(dict(document) for document in database.table(TABLE).all())
    for document in documents:
        _check(file, document)
    return documents


def files(folder: Path) -> list[Path]:
    """The files of a folder of reports, in the order in which they were filled."""
    try:
        found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise refused(folder, error) from error
    return sorted(found, key=lambda path: int(path.stem))


def _insert(file: Path, documents: Sequence[Mapping[str, Any]]) -> None:
    """A new TinyDB each time: one that is kept would hand out numbers that another process has used since."""
    with TinyDB(file, storage=AtomicJSON) as database:
        database.table(TABLE).insert_multiple(documents)


def _check(file: Path, document: Document) -> None:
    for field in ("id", "sha256"):
        if not isinstance(document.get(field), str):
            raise damaged(file, f"a report in it has no «{field}»")


def prepare(folder: Path) -> None:
    """Make the folder of the shards, and clear away what a killed writer left. Only for who holds the lock."""
    private.make_part(folder)
    whole.sweep(folder)
