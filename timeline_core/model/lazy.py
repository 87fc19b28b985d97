"""`Stored`: things that are made one by one when asked for, and found by id without making the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Stored(Sequence[T]):
    """Immutable. Two are equal only when they are the same."""

    def __init__(self, length: int, make: Callable[[int], T], find: Callable[[str], int] = lambda _: -1) -> None:
        """
        Args:
            make: the one at a place from 0.
            find: the place of the one of an id; -1 where there is none.
        """
        self._length, self._make, self._find = length, make, find

    def named(self, id: str) -> T | None:
        """The one of that id."""
        place = self._find(id)
        return self._make(place) if 0 <= place < self._length else None

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(self._make(one) for one in range(*at.indices(self._length)))
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(at)
        return self._make(place)
