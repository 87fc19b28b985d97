"""`Spilled`: names and what they stand for, in memory while they are few and in a temporary file once they are many.

A library of a million messages knows two hashes of each; held as Python values they would take half a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING
from weakref import finalize

if TYPE_CHECKING:
    from sqlite3 import Connection

_FEW = 10_000
"""Entries up to which memory holds them."""
_AT_ONCE = 2_000
"""New entries that wait before they are written together."""
_CACHE = 2_000
"""Kilobytes of the file that memory may hold."""


class Spilled(MutableMapping[str, str]):
    """A dict of strings that moves to a temporary file when it grows; the file has no name, and ends with the
    process.
    """

    def __init__(self, few: int = _FEW) -> None:
        """`few`: entries up to which no file is made."""
        self._few = few
        self._held: dict[str, str] = {}
        self._file: Connection | None = None
        self._length = 0

    def __getitem__(self, name: str) -> str:
        value = self._held.get(name)
        value = self._filed(name) if value is None else value
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: str) -> None:
        if name not in self:
            self._length += 1
        self._held[name] = value
        if len(self._held) > (self._few if self._file is None else _AT_ONCE):
            self._spill()

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._length -= 1
        self._held.pop(name, None)
        if self._file is not None:
            self._file.execute("DELETE FROM entry WHERE name = ?", (name,))

    def __contains__(self, name: object) -> bool:
        return name in self._held or (isinstance(name, str) and self._filed(name) is not None)

    def __iter__(self) -> Iterator[str]:
        if self._file is None:
            return iter(tuple(self._held))
        self._spill()
        return (name for (name,) in self._file.execute("SELECT name FROM entry"))

    def __len__(self) -> int:
        return self._length

    def _filed(self, name: str) -> str | None:
        if self._file is None:
            return None
        row = self._file.execute("SELECT value FROM entry WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _spill(self) -> None:
        """Write the entries held in memory to the file; the first time, make it."""
        if self._file is None:
            self._file = _opened()
            finalize(self, self._file.close)
        self._file.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", self._held.items())
        self._held.clear()


def _opened() -> Connection:
    """An empty database for this process alone, on the disk where temporary files lie."""
    import sqlite3

    file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for said in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}", "temp_store = FILE"):
        file.execute(f"PRAGMA {said}")
    file.execute("CREATE TABLE entry (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    return file
