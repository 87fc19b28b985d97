"""What a server packed, unpacked piece by piece, so that no answer fills the memory before it is counted."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from store.intake.result import Refused

_PIECE = 1_000_000
"""Bytes that are unpacked at once."""
_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})
_DEFLATE = "deflate"
_REMEDY = "save what you see there as .html or .txt"


def unpacked(pieces: Iterable[bytes], encodings: str) -> Iterator[bytes]:
    """The bytes of an answer, none of the pieces larger than a megabyte or than it came.

    Args:
        encodings: as the server names them (`Content-Encoding`), with commas between.

    Raises:
        Refused: it is packed more than once, in another way than was asked for, or broken.

    Source:
        RFC 9110, 8.4: encodings are listed in the order in which they were applied; a packed text packed again
        unpacks to a thousand times a thousand bytes for each.
    """
    named = [name for name in (one.strip().lower() for one in encodings.split(",")) if name not in _PLAIN]
    if len(named) > 1:
        raise Refused(f"is packed {len(named)} times over, as no honest answer is", _REMEDY)
    if not named:
        yield from pieces
        return
    if named[0] not in _GZIP and named[0] != _DEFLATE:
        raise Refused(f"is packed in a way that was not asked for ({named[0][:20]})", _REMEDY)
    try:
        yield from _inflated(pieces, raw=named[0] == _DEFLATE)
    except zlib.error as error:
        raise Refused(
            "is packed, and broken where it is", "try it later, or save the page and name the file"
        ) from error


def _inflated(pieces: Iterable[bytes], *, raw: bool) -> Iterator[bytes]:
    """`raw`: it may lack the head that it should have, as some servers send it."""
    opened = None
    for piece in pieces:
        if opened is None:
            headless = raw and not _has_head(piece)
            opened = zlib.decompressobj(-zlib.MAX_WBITS if headless else zlib.MAX_WBITS | 32)
        left = piece
        while left:
            yield opened.decompress(left, _PIECE)
            left = opened.unconsumed_tail
    while opened is not None and (rest := opened.decompress(opened.unconsumed_tail, _PIECE)):
        yield rest


def _has_head(piece: bytes) -> bool:
    """Whether it begins as RFC 1950 has it: the method 8, and two bytes that 31 divides."""
    return len(piece) > 1 and piece[0] & 15 == 8 and int.from_bytes(piece[:2], "big") % 31 == 0
