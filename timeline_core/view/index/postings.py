"""`Postings`: for each key the numbers that belong to it. `Ladder`: numbers by the value of each. Both over bytes.

They read what they are given in place, so that a file that is mapped into memory is never copied; what they are asked
for is remembered by their user.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from timeline_core.view.index import bits

Parts = Mapping[str, memoryview]
"""Named pieces of bytes, whole numbers in them of this machine's order: what an index is kept as."""
MOST = 2**32 - 1
"""The largest number of a piece; among numbers that are compared it stands for one that nothing bounds."""
_RUNGS = 32
"""Sets that a ladder keeps ready."""


def numbers(parts: Parts, name: str) -> memoryview:
    """Read a piece as unsigned numbers of 32 bits."""
    return parts[name].cast("I")


def packed(values: Iterable[int]) -> bytes:
    """Make the piece that `numbers` reads."""
    return array("I", values).tobytes()


class Postings:
    """Key -> numbers, ascending."""

    def __init__(self, parts: Parts, name: str, size: int) -> None:
        """`size`: more than the largest number."""
        self._keys: dict[str, int] = {key: at for at, key in enumerate(json.loads(bytes(parts[f"{name}.keys"])))}
        self._starts = numbers(parts, f"{name}.starts")
        self._values = numbers(parts, f"{name}.values")
        self._size = size

    @staticmethod
    def pack(name: str, known: Mapping[str, Sequence[int]]) -> dict[str, bytes]:
        """Make the pieces of these postings, in the order given."""
        starts = accumulate(map(len, known.values()), initial=0)
        return {
            f"{name}.keys": json.dumps(list(known), ensure_ascii=False).encode("utf-8", "surrogatepass"),
            f"{name}.starts": packed(starts),
            f"{name}.values": b"".join(array("I", values).tobytes() for values in known.values()),
        }

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def of(self, key: str) -> Sequence[int]:
        """The numbers of that key; empty where the key is not known."""
        at = self._keys.get(key)
        return () if at is None else self._values[self._starts[at] : self._starts[at + 1]]

    def by_number(self) -> list[str]:
        """The keys, those with the most numbers first."""
        sizes = {key: self._starts[at + 1] - self._starts[at] for key, at in self._keys.items()}
        return sorted(sizes, key=lambda key: -sizes[key])

    def union(self, keys: Iterable[str]) -> int:
        """The set of the numbers of any of these keys."""
        return bits.union([self.of(key) for key in dict.fromkeys(keys)], self._size)


class Ladder:
    """Numbers with a value each: those whose value lies below another, as a set, at a cost that does not grow much."""

    def __init__(self, parts: Parts, name: str, size: int) -> None:
        self._values = numbers(parts, f"{name}.values")
        self._numbers = numbers(parts, f"{name}.numbers")
        self._rungs = parts[f"{name}.rungs"]
        self._size = size

    @staticmethod
    def pack(name: str, pairs: Iterable[tuple[int, int]], size: int) -> dict[str, bytes]:
        """Make the pieces of a ladder from pairs (value, number)."""
        ordered = sorted(pairs)
        data = bytearray((size >> 3) + 1)
        rungs = []
        step = _step(len(ordered))
        for place, (_, number) in enumerate(ordered):
            if place % step == 0:
                rungs.append(bytes(data))
            data[number >> 3] |= 1 << (number & 7)
        return {
            f"{name}.values": packed(value for value, _ in ordered),
            f"{name}.numbers": packed(number for _, number in ordered),
            f"{name}.rungs": b"".join((*rungs, bytes(data))),
        }

    def below(self, value: int) -> int:
        """The set of the numbers whose value is less."""
        at = bisect_left(self._values, value)
        step = _step(len(self._values))
        rung, rest = (len(self._rungs) // self._bytes - 1, 0) if at == len(self._values) else divmod(at, step)
        known = int.from_bytes(self._rungs[rung * self._bytes : (rung + 1) * self._bytes], "little")
        return known | bits.of_few(self._numbers[at - rest : at], self._size) if rest else known

    @property
    def _bytes(self) -> int:
        return (self._size >> 3) + 1


def _step(count: int) -> int:
    return count // _RUNGS + 1
