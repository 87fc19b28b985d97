"""The steps from one version of a library to the next. A step is never changed once released: old libraries need it as
it was, so it borrows nothing that may change but the writing of whole files.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from store.disk import port, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError, damaged, refused


def with_hashes_of_texts(folder: Path) -> None:
    """1 → 2: a report whose text was read from other bytes, as of a web page, names the hash of that text too.

    Without it a flipped bit in the text, in which evidence counts its characters, went unnoticed.
    """
    for file in sorted((folder / "reports").glob("[0-9]*.json")):
        if not file.stem.isdecimal():
            continue
        storage = AtomicJSON(file)
        tables = storage.read() or {}
        changed = False
        for document in tables.get("reports", {}).values():
            if "text_sha256" not in document and (found := _hash(folder, file, document)):
                document["text_sha256"] = found
                changed = True
        if changed:
            storage.write(tables)
    whole.sync_folder(folder)


def with_blocks(folder: Path) -> None:
    """2 → 3: a report may name its blocks. Reports kept before have none, and keep none: their lines are their blocks.

    The number rises so that a Waqai that knows no blocks, and would lose them in writing, lets the library be.
    """
    whole.sync_folder(folder)


def with_checksums(folder: Path) -> None:
    """3 → 4: each document of the tables has a checksum, and each file a seal.

    Without them a flipped bit changed the day on which a report was published, and nobody was told.
    """
    for file in sorted((folder / "reports").glob("[0-9]*.json")):
        if file.stem.isdecimal():
            _sealed(AtomicJSON(file))
    _sealed(AtomicJSON(folder / "decisions.json", rows=True))
    with suppress(LibraryError):
        _sealed(AtomicJSON(folder / "decisions.before.json", rows=True))


def _sealed(storage: AtomicJSON) -> None:
    """Write what was read as it was read; writing adds the checksums."""
    tables = storage.read()
    if tables is not None:
        storage.write(tables)


def _hash(folder: Path, file: Path, document: dict[str, object]) -> str:
    """The hash of the text that is kept beside the bytes; empty where there is none."""
    name = document.get("sha256")
    if not isinstance(name, str) or not name.isalnum():
        raise damaged(file, "a report in it has no «sha256»")
    text = folder / "texts" / f"{name}.txt"
    try:
        return hashlib.sha256(port.content(text)).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise refused(text, error) from error
