"""`Lines`: short texts by number, all in one piece of bytes, so that one search goes through all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from timeline_core.view.index.postings import Parts, numbers, packed

_END = b"\n"


class Lines:
    """Number -> some lines. What is looked up gives the numbers, ascending."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._blob = bytes(parts[f"{name}.lines"])
        self._ends = numbers(parts, f"{name}.ends")

    @staticmethod
    def pack(name: str, groups: Iterable[Sequence[str]]) -> dict[str, bytes]:
        """Make the pieces of these lines; a line feed within a line becomes a blank."""
        encoded = [b"".join(_line(line) for line in group) + _END for group in groups]
        return {
            f"{name}.lines": _END + b"".join(encoded),
            f"{name}.ends": packed(accumulate(map(len, encoded))),
        }

    def __len__(self) -> int:
        return len(self._ends)

    def holding(self, piece: str) -> list[int]:
        """The numbers with a line that holds the piece."""
        return list(dict.fromkeys(number for number, _ in self._places(_bytes(piece))))

    def whole(self, piece: str) -> list[int]:
        """The numbers with a line that is the piece."""
        return list(dict.fromkeys(number for number, _ in self._places(_END + _bytes(piece) + _END)))

    def worded(self, piece: str) -> list[int]:
        """The numbers with a line that holds the piece as whole words."""
        sought, blob, edges = _bytes(piece), self._blob, b" \n"
        found = ((number, at, at + len(sought)) for number, at in self._places(sought))
        return list(dict.fromkeys(n for n, start, end in found if blob[start - 1] in edges and blob[end] in edges))

    def passing(self, pieces: Sequence[str], test: Callable[[str], bool]) -> list[int]:
        """The numbers with lines that pass a test; where pieces are given, one of them is in what passes."""
        some = dict.fromkeys(at for piece in pieces for at in self.holding(piece)) if pieces else range(len(self))
        return [at for at in some if test(self._of(at))]

    def _of(self, number: int) -> str:
        """The lines of a number."""
        start = len(_END) + (self._ends[number - 1] if number else 0)
        return self._blob[start : len(_END) + self._ends[number]].decode("utf-8", "surrogatepass")

    def _places(self, sought: bytes) -> Iterator[tuple[int, int]]:
        """Where the bytes are found: the number, and the place in the blob."""
        at = self._blob.find(sought) if sought else -1
        while at >= 0:
            yield bisect_right(self._ends, at), at
            at = self._blob.find(sought, at + 1)


def _bytes(piece: str) -> bytes:
    return piece.encode("utf-8", "surrogatepass")


def _line(line: str) -> bytes:
    return _bytes(line.replace("\n", " ")) + _END
