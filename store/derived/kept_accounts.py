"""What each report tells, kept in SQLite by the report: one new report, and only that one is read.

Derived: whatever goes wrong here, the report is read again and nobody is told.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zlib import compress, crc32, decompress
from zlib import error as zlib_error

from store.derived.values import made, plain
from store.disk import port, private
from timeline_core.events.accounts import Account
from timeline_core.model.report import Report

_TABLES = (
    "DROP TABLE IF EXISTS about",
    "DROP TABLE IF EXISTS accounts",
    "DROP TABLE IF EXISTS namings",
    "CREATE TABLE about (knowledge TEXT)",
    "CREATE TABLE namings (naming TEXT PRIMARY KEY, acts TEXT)",
    "CREATE TABLE accounts (report BLOB PRIMARY KEY, naming TEXT, sum INTEGER, body BLOB) WITHOUT ROWID",
)
_PATIENCE = 0.5
"""Seconds to wait for another process; after that, this one reads for itself."""
_BATCH = 200


def key(document: Mapping[str, Any]) -> bytes:
    """The key of a report: a hash of all that is known of it, the hash of its text included.

    Args:
        document: the report as `codec` writes it.
    """
    return sha256(json.dumps(document, sort_keys=True).encode()).digest()


def body(account: Account) -> bytes:
    """The account as it is kept; its text is that of its report."""
    bare = replace(account, report=replace(account.report, text=""))
    return compress(json.dumps(plain(bare), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _account(found: bytes, report: Report) -> Account | None:
    try:
        account: Account = made(Account, json.loads(decompress(found)))
    except (ValueError, TypeError, LookupError, zlib_error):
        return None
    return replace(account, report=replace(report, lang=account.report.lang))


class KeptAccounts:
    """Accounts in a file. To be used in a `with`, which keeps what is new at its end."""

    def __init__(self, path: Path, knowledge: str, naming: str = "") -> None:
        """
        Args:
            knowledge: the fingerprint of all that an account hangs on beside the report; another one forgets all.
            naming: that of what a person said about names.
        """
        self._path, self._knowledge, self._naming = path, knowledge, naming
        self._file: sqlite3.Connection | None = None
        self._new: dict[bytes, bytes] = {}
        self._loose: dict[bytes, bytes] = {}
        """What the file does not take: it may be in use, or the disk full."""

    def __enter__(self) -> Self:
        try:
            self._open()
        except sqlite3.DatabaseError:
            self._forget()
            with suppress(sqlite3.Error, OSError):
                self._open()
        return self

    def _open(self) -> None:
        with suppress(OSError):
            private.create(self._path).close()
        self._file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        self._file.execute("PRAGMA synchronous = OFF")
        if self._known() != (self._knowledge,):
            self._file.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                self._file.execute(table)
            self._file.execute("INSERT INTO about VALUES (?)", (self._knowledge,))
            self._file.execute("COMMIT")

    def _known(self) -> object:
        """The fingerprint of the file; None where it has none."""
        try:
            return self._file.execute("SELECT knowledge FROM about").fetchone() if self._file else None
        except sqlite3.OperationalError:
            return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._flush()
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()

    def missing(self, keys: Iterable[bytes]) -> frozenset[bytes]:
        """The keys of which no account is kept."""
        wanted = frozenset(keys)
        if self._file is None:
            return wanted - self._loose.keys()
        try:
            rows = self._file.execute("SELECT report FROM accounts WHERE naming = ?", (self._naming,))
            return wanted.difference(row[0] for row in rows)
        except sqlite3.Error:
            return wanted

    def others(self, keys: Iterable[bytes]) -> Mapping[str, list[bytes]]:
        """What else was said about names when accounts were made of which none is kept for what is said now.

        Gives what `remember` was told -> the keys of those reports.
        """
        found: dict[str, list[bytes]] = {}
        wanted = frozenset(keys)
        if self._file is None or not wanted:
            return found
        asked = "SELECT report, acts FROM accounts JOIN namings USING (naming) WHERE naming <> ?"
        try:
            for key, acts in self._file.execute(asked, (self._naming,)):
                if key in wanted:
                    found.setdefault(acts, []).append(key)
        except sqlite3.Error:
            return {}
        return found

    def remember(self, acts: str) -> None:
        """Keep what is said about names now, so that the next to say something else knows what it differs from."""
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.execute("DELETE FROM namings WHERE naming NOT IN (SELECT naming FROM accounts)")
                self._file.execute("INSERT OR REPLACE INTO namings VALUES (?, ?)", (self._naming, acts))

    def older(self, key: bytes, report: Report) -> Account | None:
        """The account as it was made, whatever was said about names then; arguments as of `get`."""
        row = None
        with suppress(sqlite3.Error):
            row = (
                self._file.execute("SELECT sum, body FROM accounts WHERE report = ?", (key,)).fetchone()
                if self._file
                else None
            )
        return _account(row[1], report) if row is not None and crc32(row[1]) == row[0] else None

    def take_over(self, keys: Iterable[bytes]) -> None:
        """What is kept of these holds for what is said about names now."""
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany(
                    "UPDATE accounts SET naming = ? WHERE report = ?", [(self._naming, key) for key in keys]
                )
                self._file.execute("COMMIT")

    def get(self, key: bytes, report: Report) -> Account | None:
        """The account of the report with that key; None where none is kept, or not a whole one.

        Args:
            report: what the account is given in place of its own, all but the language.
        """
        found = self._loose.get(key) or self._new.get(key) or self._stored(key)
        return None if found is None else _account(found, report)

    def _stored(self, key: bytes) -> bytes | None:
        if self._file is None:
            return None
        try:
            asked = "SELECT sum, body FROM accounts WHERE report = ? AND naming = ?"
            row = self._file.execute(asked, (key, self._naming)).fetchone()
            return row[1] if row is not None and crc32(row[1]) == row[0] else None
        except (sqlite3.Error, TypeError):
            return None

    def put(self, key: bytes, body: bytes) -> None:
        """Keep the account of the report with that key."""
        self._new[key] = body
        if len(self._new) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        """Write what was read so far, so that it stays if the rest is interrupted."""
        rows = [(key, self._naming, crc32(body), body) for key, body in self._new.items()]
        if self._file is None or not rows:
            self._loose |= self._new
        else:
            try:
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?)", rows)
                self._file.execute("COMMIT")
            except sqlite3.Error:
                self._loose |= self._new
                with suppress(sqlite3.Error):
                    self._file.execute("ROLLBACK")
        self._new = {}

    def _forget(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None
        with suppress(OSError):
            port.unlink(self._path)
