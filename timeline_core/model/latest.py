"""`Latest`: of values in a row, the last one up to a place that is above a bound, found without walking the row."""

from __future__ import annotations

from collections.abc import Iterable

NOWHERE = -1
"""The number of a value that is not there."""


class Latest:
    """Numbers in a row that never change: each knows the last one before it that is higher.

    So the ends of stretches tell which stretch still holds at a place, and a heading of 2011 is found above ten
    thousand of later years.
    """

    def __init__(self, values: Iterable[int]) -> None:
        self._values = tuple(values)
        self._higher: list[int] = []
        for number, value in enumerate(self._values):
            before = number - 1
            while before > NOWHERE and self._values[before] <= value:
                before = self._higher[before]
            self._higher.append(before)

    def above(self, bound: int, last: int) -> int:
        """The number of the last value up to the one of number `last` that is higher than `bound`; else `NOWHERE`.

        Cost: a step for each other value that is higher than all behind it, at most.
        """
        while last > NOWHERE and self._values[last] <= bound:
            last = self._higher[last]
        return last
