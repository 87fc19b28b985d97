"""Checksums of what is kept as JSON tables: one of each document, and one of the whole file, its seal.

The seal is the last table of a file and names what it is of, so that no flipped bit, no cut and no file in another's
place passes. The checksum of a document tells, of a file whose seal is broken, which of its documents are sound.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from pathlib import Path

CHECKSUM = "crc32"
"""The last field of every kept document: the CRC-32 of its number and its other fields, as eight hexadecimal digits."""

TABLE = "checksum"
"""The name of the table that is the seal."""

_BEGIN = f' "{TABLE}": {{'.encode()
_KIND = re.compile(r"[0-9]+|[a-z]+", re.ASCII)


def sealed(path: Path, head: bytes) -> bytes:
    """The content of a file whose tables are `head`: JSON that ends behind the last table, with its comma."""
    return head + _seal(path, head)


def is_sound(path: Path, content: bytes) -> bool | None:
    """Whether the content is what was sealed under this name; None where it bears no seal, as of before version 4."""
    head, begin, tail = content.rpartition(_BEGIN)
    return begin + tail == _seal(path, head) if begin else None


def checksum(number: str, fields: str) -> str:
    """The checksum of the document of that number, whose other fields are written so."""
    return f"{zlib.crc32(f'{number} {fields}'.encode('utf-8', 'backslashreplace')):08x}"


def _seal(path: Path, head: bytes) -> bytes:
    of = _of(path)
    digest = hashlib.sha256(of.encode() + b"\n" + head).hexdigest()
    return _BEGIN + f'\n  "1": {{\n   "of": "{of}",\n   "sha256": "{digest}"\n  }}\n }}\n}}\n'.encode()


def _of(path: Path) -> str:
    """What the file holds, by its name: `0001` or `decisions`, for a backup or a sync program's copy of it too."""
    found = _KIND.match(path.name)
    return found[0] if found else ""
