"""What each report tells, kept in SQLite by the report: one new report, and only that one is read.

Derived: whatever goes wrong here, the report is read again and nobody is told.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zlib import compress, crc32, decompress

from store.values import made, plain
from timeline_core.dated import Account
from timeline_core.report import Report

_TABLES = (
    "CREATE TABLE IF NOT EXISTS about (knowledge TEXT)",
    "CREATE TABLE IF NOT EXISTS accounts (report BLOB PRIMARY KEY, sum INTEGER, body BLOB) WITHOUT ROWID",
)
_PATIENCE = 0.5
"""Seconds to wait for another process; after that, this one reads for itself."""
_BATCH = 200


class KeptAccounts:
    """`dated.Accounts` in a file. To be used in a `with`, which keeps what is new at its end."""

    def __init__(self, path: Path, knowledge: str) -> None:
        """`knowledge`: the fingerprint of all that an account hangs on beside the report; another one forgets all."""
        self._path, self._knowledge = path, knowledge
        self._file: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, int, bytes]] = []

    def __enter__(self) -> Self:
        try:
            self._open()
        except sqlite3.DatabaseError:
            self._forget()
            with suppress(sqlite3.Error, OSError):
                self._open()
        return self

    def _open(self) -> None:
        self._file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        self._file.execute("PRAGMA synchronous = OFF")
        for table in _TABLES:
            self._file.execute(table)
        if self._file.execute("SELECT knowledge FROM about").fetchone() != (self._knowledge,):
            self._file.execute("BEGIN IMMEDIATE")
            self._file.execute("DELETE FROM about")
            self._file.execute("DELETE FROM accounts")
            self._file.execute("INSERT INTO about VALUES (?)", (self._knowledge,))
            self._file.execute("COMMIT")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._flush()
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()

    def get(self, report: Report) -> Account | None:
        """What that very report told the last time; None where it is not kept, or not whole."""
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT sum, body FROM accounts WHERE report = ?", (_key(report),)).fetchone()
            if row is None or crc32(row[1]) != row[0]:
                return None
            account: Account = made(Account, json.loads(decompress(row[1])))
        except (sqlite3.Error, ValueError, TypeError, LookupError):
            return None
        return replace(account, report=replace(report, lang=account.report.lang))

    def put(self, report: Report, account: Account) -> None:
        """Keep what the report told."""
        bare = replace(account, report=replace(account.report, text=""))
        body = compress(json.dumps(plain(bare), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
        self._new.append((_key(report), crc32(body), body))
        if len(self._new) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        """What was read so far stays, should the rest be interrupted."""
        if self._file is not None and self._new:
            try:
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?)", self._new)
                self._file.execute("COMMIT")
            except sqlite3.Error:
                self._file = None
        self._new.clear()

    def _forget(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _key(report: Report) -> bytes:
    """Of all that is known of the report; its text is that of its bytes."""
    bare: Any = plain(replace(report, text=""))
    return sha256(json.dumps([bare, len(report.text)]).encode()).digest()
