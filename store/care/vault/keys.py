"""The key of a library: an age identity, kept in `key.age` as its passphrase encrypts it.

The passphrase opens the key, and the key opens the library: so locking takes no passphrase, and another passphrase
needs none of the library's files anew. `age -d -i key.age library.age | tar xz` does without Waqai.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from store.disk import locked, regular, whole
from store.disk.errors import LibraryError, damaged, refused

_MOST = 100_000
"""Bytes of a file of a key: a few hundred."""
_PREFIX = "AGE-SECRET-KEY-"

Key = Any
"""An identity of age."""


def age() -> Any:  # noqa: ANN401 a module, and no part of Waqai
    """The library that speaks age, loaded when it is asked for.

    Raises:
        LibraryError: it is not installed.
    """
    try:
        import pyrage
    except ImportError as error:
        what = "is not installed, and without it no library is locked or opened"
        raise LibraryError(Path("pyrage"), what, "install it: pip install 'waqai[lock]'") from error
    return pyrage


def make(folder: Path, passphrase: str) -> Key:
    """Give the library a key of its own, closed by the passphrase; read again before it counts."""
    pyrage = age()
    key = pyrage.x25519.Identity.generate()
    sealed = pyrage.passphrase.encrypt(f"{key}\n".encode("ascii"), passphrase, armored=True)
    try:
        whole.write(folder / locked.KEY, sealed)
        if str(opened(folder, passphrase)) != str(key):
            raise damaged(folder / locked.KEY, "it is not what was written", "check the disk and do it again")
        publish(folder, key)
    except OSError as error:
        raise refused(folder / locked.KEY, error) from error
    return key


def opened(folder: Path, passphrase: str) -> Key:
    """The key of the library.

    Raises:
        LibraryError: the passphrase is another one, or the file is damaged or gone.
    """
    pyrage, file = age(), folder / locked.KEY
    sealed = _read(file)
    if sealed is None:
        raise LibraryError(file, "is gone", "put it back from a backup of the library; nothing else opens it")
    try:
        said = pyrage.passphrase.decrypt(sealed, passphrase).decode("ascii")
        return pyrage.x25519.Identity.from_str(next(line for line in said.split() if line.startswith(_PREFIX)))
    except pyrage.DecryptError as error:
        raise LibraryError(file, "is not opened by that passphrase", "type it again; nothing was changed") from error
    except (ValueError, StopIteration, pyrage.IdentityError) as error:
        raise damaged(file, "it holds no key", "put it back from a backup of the library") from error


def publish(folder: Path, key: Key) -> None:
    """Write what locks and does not open beside an open library; it comes from the key itself each time."""
    whole.write(folder / locked.PUBLIC, f"{key.to_public()}\n".encode("ascii"))


def public(folder: Path) -> Key | None:
    """What the library is locked with; None where it has no key.

    Raises:
        LibraryError: it is damaged.
    """
    said = _read(folder / locked.PUBLIC)
    if said is None or _read(folder / locked.KEY) is None:
        return None
    pyrage = age()
    try:
        return pyrage.x25519.Recipient.from_str(said.decode("ascii").strip())
    except (ValueError, pyrage.RecipientError) as error:
        remedy = "remove it; the next «waqai library lock» asks for a passphrase and makes a new key"
        raise damaged(folder / locked.PUBLIC, "it is no key", remedy) from error


def has_key(folder: Path) -> bool:
    """Whether the open library is to be locked again, and its backups with it."""
    return (folder / locked.PUBLIC).exists() and (folder / locked.KEY).exists()


def _read(file: Path) -> bytes | None:
    try:
        return regular.read(file, _MOST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(file, error) from error
