"""`Hashes`: a set of SHA-256 that is handed to other processes, in 16 bytes each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

_SIZE = 16
"""Bytes that are kept of a hash: enough that no two reports share them."""


class Hashes(Container[str]):
    """An unchangeable set of SHA-256 hashes."""

    def __init__(self, hashes: Iterable[str] = ()) -> None:
        """`hashes`: in hexadecimal."""
        self._all = b"".join(sorted(bytes.fromhex(one[: 2 * _SIZE]) for one in hashes))

    def __contains__(self, one: object) -> bool:
        if not isinstance(one, str) or not one:
            return False
        wanted = bytes.fromhex(one[: 2 * _SIZE])
        at = bisect_left(_Parts(self._all), wanted)
        return self._all[at * _SIZE : (at + 1) * _SIZE] == wanted

    def __bool__(self) -> bool:
        return bool(self._all)


class _Parts(Sequence[bytes]):
    def __init__(self, whole: bytes) -> None:
        self._whole = whole

    def __len__(self) -> int:
        return len(self._whole) // _SIZE

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]
        return self._whole[at * _SIZE : (at + 1) * _SIZE]
