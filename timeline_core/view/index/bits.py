"""Sets of small numbers, as the bits of one integer; tells how many members lie below a number, and which is the
nth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress

_SPARSE = 50
"""A set with fewer than one member in so many numbers is made bit by bit, any other byte by byte."""
_STEP = 4_096
"""Numbers between two entries of the directory of `Ranked`."""
_STEP_BYTES = _STEP // 8
_DIGITS = bytes.maketrans(b"01", b"\0\1")


def of(numbers: Sequence[int], size: int) -> int:
    """Make the set of these numbers, each below `size`.

    Cost: 30 to 80 nanoseconds a number.
    """
    return union((numbers,), size)


def union(runs: Sequence[Sequence[int]], size: int) -> int:
    """The set of the numbers of all these runs."""
    every = chain.from_iterable(runs)
    if sum(map(len, runs)) * _SPARSE < size:
        return of_few(every, size)
    flags = bytearray(size)
    for number in every:
        flags[number] = 1
    return of_flags(flags)


def of_few(numbers: Iterable[int], size: int) -> int:
    """As `of`, and faster where the numbers lie far apart."""
    data = bytearray((size >> 3) + 1)
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")


def of_flags(flags: bytearray) -> int:
    """Make the set of the places at which the byte is 1; all other bytes are 0."""
    bits = 0
    for place in range(8):
        bits |= int.from_bytes(flags[place::8], "little") << place
    return bits


def members(bits: int) -> Iterator[int]:
    """The members of the set, ascending."""
    data = bits.to_bytes((bits.bit_length() >> 3) + 1, "little")
    for start in range(0, len(data), _STEP_BYTES):
        block = int.from_bytes(data[start : start + _STEP_BYTES], "little")
        base = start << 3
        while block:
            low = block & -block
            yield base + low.bit_length() - 1
            block ^= low


def flags(bits: int, size: int) -> bytes:
    """A byte for each number below `size`: 1 for a member, 0 for any other. As fast as the machine copies."""
    return f"{bits:0{size}b}"[::-1].encode().translate(_DIGITS)


def listed(bits: int, size: int) -> Iterator[int]:
    """As `members`, at a cost that few members do not lessen."""
    return compress(range(size), flags(bits, size)) if bits else iter(())


class Ranked:
    """A set that knows its order. Immutable.

    Cost: to make, that of reading the bits once; to ask, a few microseconds whatever the size.
    """

    __slots__ = ("_below", "_data", "bits")

    def __init__(self, bits: int = 0) -> None:
        self.bits = bits
        self._data = bits.to_bytes((bits.bit_length() >> 3) + 1, "little")
        blocks = range(0, len(self._data), _STEP_BYTES)
        counts = (int.from_bytes(self._data[at : at + _STEP_BYTES], "little").bit_count() for at in blocks)
        self._below = list(accumulate(counts, initial=0))

    def __len__(self) -> int:
        return self._below[-1]

    def __contains__(self, number: object) -> bool:
        return (
            isinstance(number, int)
            and 0 <= number < len(self._data) * 8
            and bool(self._data[number >> 3] >> (number & 7) & 1)
        )

    def rank(self, number: int) -> int:
        """How many members are less than that number."""
        block, rest = divmod(number, _STEP)
        if block >= len(self._below) - 1:
            return len(self)
        start = block * _STEP_BYTES
        part = int.from_bytes(self._data[start : start + (rest >> 3) + 1], "little")
        return self._below[block] + (part & ((1 << rest) - 1)).bit_count()

    def select(self, rank: int) -> int:
        """The member of that rank: so many members are less than it.

        Raises:
            IndexError: there are not so many.
        """
        if not 0 <= rank < len(self):
            raise IndexError(rank)
        block = bisect_right(self._below, rank) - 1
        start = block * _STEP_BYTES
        part = int.from_bytes(self._data[start : start + _STEP_BYTES], "little")
        return block * _STEP + _nth(part, rank - self._below[block])

    def stretch(self, first: int, last: int) -> int:
        """The members from `first` up to, not including, `last`, counted from `first`."""
        part = int.from_bytes(self._data[first >> 3 : (last >> 3) + 1], "little") >> (first & 7)
        return part & ((1 << (last - first)) - 1)


def _nth(part: int, rank: int) -> int:
    """The place in a block of the bit above `rank` other bits."""
    place, width = 0, _STEP
    while width > 1:
        width >>= 1
        low = part & ((1 << width) - 1)
        count = low.bit_count()
        if rank < count:
            part = low
        else:
            rank -= count
            part >>= width
            place += width
    return place
