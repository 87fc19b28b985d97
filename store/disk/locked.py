"""A library that is locked: one encrypted file in the place of all others. `store/care/vault` locks and opens it.

Where that file stands the library is locked, whatever lies beside it: so one name appears and goes, and between the two
forms there is none.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from store.disk.errors import LibraryError

FILE = "library.age"
"""All files of the library, packed and encrypted to its key."""
KEY = "key.age"
"""The key, encrypted by the passphrase; it stays when the library is open."""
PUBLIC = "key.pub"
"""What is locked with, of an open library that has a key."""
SUMS = "locked.sha256"
"""The hashes of the two, as `sha256sum` writes them."""
SEALED = (KEY, FILE, SUMS)
"""What a locked library is, and the backup of one."""


class Locked(LibraryError):
    """The library is locked, so nothing of it can be read or changed."""

    def __init__(self, folder: Path) -> None:
        remedy = f"«waqai library unlock --library {shlex.quote(str(folder))}» asks for its passphrase and opens it"
        super().__init__(folder, "is locked", remedy)


def is_locked(folder: Path) -> bool:
    """Whether the library in the folder is locked."""
    return (folder / FILE).exists()


def check(folder: Path) -> None:
    """Refuse a library that is locked.

    Raises:
        Locked: it is.
    """
    if is_locked(folder):
        raise Locked(folder)
