"""The journal of decisions: one line an act, written and fsynced before anyone is told that it is kept.

Every line is a JSON object that begins with the CRC-32 of the rest of the line. The first line says what the file
begins after; it tells one journal from the one that took its place.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.decisions import proof
from store.disk import port, regular, whole
from store.disk.errors import refused

_LINE = re.compile(rb'\{"crc32": "([0-9a-f]{8})", (.+\})', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One act as it stands in the journal."""

    sequence: int
    """Its place among all acts of this library, from 1."""
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a journal."""

    mark: str
    """A random mark: no two journals share it."""
    base: int
    """The last sequence that decisions.json held when the journal was begun."""
    at: str = ""
    """The moment of the act with that sequence."""
    link: proof.Link = proof.NONE
    """Where the chain of acts ended with it."""


@dataclass(slots=True)
class Content:
    """What was found in a journal, or in the part of it that was read."""

    head: Head | None = None
    first: bytes = b""
    """The bytes of the first line, as they stand there."""
    lines: list[Line] = field(default_factory=list)
    spoiled: list[tuple[int, bytes]] = field(default_factory=list)
    """Number, from 1, and bytes of each line that is not what was written."""
    end: int = 0
    """Bytes up to the end of the last whole line; what follows is torn, or is being written just now."""
    torn: bytes = b""


def encode(values: dict[str, Any]) -> bytes:
    """A line with its checksum and its line feed. A file name that is no Unicode survives as its escapes."""
    rest = json.dumps(values, ensure_ascii=False)[1:].encode("utf-8", "backslashreplace")
    return b'{"crc32": "%08x", %b\n' % (zlib.crc32(rest), rest)


def line(sequence: int, document: dict[str, Any]) -> bytes:
    """The line of one act."""
    return encode({"sequence": sequence, "decision": document})


def head_behind(sequence: int, document: Mapping[str, Any] | None) -> Head:
    """What a new journal says of what it begins after: the act of that number, or none."""
    if document is None:
        return Head("", sequence)
    return Head("", sequence, str(document.get("at", "")), proof.last(document))


def _begun(head: Head) -> bytes:
    """The first line of a new journal, with a mark of its own."""
    link = head.link
    values = {"journal": 1, "mark": os.urandom(8).hex(), "base": head.base, "at": head.at}
    return encode({**values, "act": link.act, "chain": link.head} if link.head else values)


def parse(content: bytes, *, begins: bool = True) -> Content:
    """The content of a journal; of a part of it that does not begin with its first line, with `begins` False."""
    found = Content()
    parts = content.split(b"\n")
    found.torn = parts.pop()
    found.end = len(content) - len(found.torn)
    if _values(found.torn[:-1]) is not None:
        parts.append(found.torn)
        found.torn = b""
    for number, raw in enumerate(parts, 1):
        values = _values(raw)
        if begins and number == 1:
            found.first = raw
            found.head = _head(values)
        read = _line(values)
        if read is not None:
            found.lines.append(read)
        elif not (begins and number == 1 and found.head):
            found.spoiled.append((number, raw))
    return found


def read(file: Path) -> Content | None:
    """All of a journal; None where there is none.

    Raises:
        LibraryError: the system refuses.
    """
    try:
        return parse(regular.read(file))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(file, error) from error


def append(file: Path, at: int, lines: Iterable[bytes]) -> None:
    """Write the lines at that byte, where the last whole line ends, and fsync. Only for who holds the lock.

    Raises:
        LibraryError: nothing was added; what was torn before stays away.
    """
    content = b"".join(lines)
    try:
        with port.change(file) as stream:
            try:
                stream.truncate(at)
                stream.seek(at)
                _all(stream, content)
                port.sync(stream, file)
            except BaseException:
                stream.truncate(at)
                raise
    except OSError as error:
        raise refused(file, error) from error


def begin(file: Path, head: Head, lines: Iterable[bytes] = ()) -> None:
    """Put a new journal in the place of the file. Only for who holds the lock."""
    try:
        whole.write(file, b"".join([_begun(head), *lines]))
    except OSError as error:
        raise refused(file, error) from error


def _all(stream: port.File, content: bytes) -> None:
    """Write all of the bytes; a nearly full disk takes a part, and the next write raises the error that says why."""
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]


def _values(raw: bytes) -> dict[str, Any] | None:
    match = _LINE.fullmatch(raw)
    if match is None or zlib.crc32(match[2]) != int(match[1], 16):
        return None
    try:
        values = json.loads(b"{" + match[2])
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _line(values: dict[str, Any] | None) -> Line | None:
    if values is None or not isinstance(values.get("sequence"), int) or not isinstance(values.get("decision"), dict):
        return None
    return Line(values["sequence"], values["decision"])


def _head(values: dict[str, Any] | None) -> Head | None:
    if values is None or not isinstance(values.get("base"), int):
        return None
    mark, at, act, chain = (str(values.get(name, "")) for name in ("mark", "at", "act", "chain"))
    return Head(mark, values["base"], at, proof.Link(act, chain))
