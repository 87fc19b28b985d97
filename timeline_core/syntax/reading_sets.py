"""`ReadingSets`: which of the named sets of a language a reading is of: "a verb in the past", «أداة جر».

Source:
    Sets of Constraint Grammar (Karlsson et al. 1995).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from timeline_core.syntax.readings import Reading


class ReadingSets:
    """The named sets, of readings that have what one of their lines says; which ones a reading is of is a bit each.

    A line is a row of fields with their values. What each value of each field leaves of all lines is worked out when a
    reading first has it, so that a reading is looked up field by field.
    """

    def __init__(self, sets: Sequence[Sequence[Mapping[str, Any]]]) -> None:
        self._lines = [line for one in sets for line in one]
        self._set_of = [1 << bit for bit, one in enumerate(sets) for _ in one]
        self._fields = sorted({name for line in self._lines for name in line})
        self._lemmas = {word for line in self._lines for word in listed(line.get("lemma", ()))}
        self._asked = attrgetter(*({*self._fields, "category", "role"} - {"lemma"}))
        """What sets ask of a reading beside its lemma; two fields at least, so that it gives them all in one value."""
        self._of_reading: dict[tuple[object, ...], int] = {}
        self._asking, self._silent = self._by_value()
        self._left: dict[str, dict[object, int]] = {name: {} for name in self._fields}
        """Field -> value -> the lines that it leaves."""
        self._of_lines: dict[int, int] = {}

    def _by_value(self) -> tuple[Mapping[str, Mapping[object, int]], Mapping[str, int]]:
        """For each field, the lines that ask for each value, a bit each, and those that ask for none.

        A field of several values, as what is glued before a word, is asked to have one of them, or to be empty: `()`.
        """
        asking: dict[str, dict[object, int]] = {name: {} for name in self._fields}
        silent = dict.fromkeys(self._fields, 0)
        for number, line in enumerate(self._lines):
            for name in self._fields:
                if name not in line:
                    silent[name] |= 1 << number
                for value in (listed(line[name]) or ((),)) if name in line else ():
                    asking[name][value] = asking[name].get(value, 0) | 1 << number
        return asking, silent

    def of(self, reading: Reading) -> int:
        """The sets of a reading."""
        lemma = reading.lemma if reading.lemma in self._lemmas else ""
        key = (lemma, self._asked(reading))
        known = self._of_reading.get(key)
        if known is None:
            known = self._of_reading[key] = self._found(reading, lemma)
        return known

    def _found(self, reading: Reading, lemma: str) -> int:
        """The sets of a reading, its lemma being that where sets ask for lemmas."""
        lines = -1
        for name, known in self._left.items():
            value = lemma if name == "lemma" else getattr(reading, name)
            left = known.get(value)
            if left is None:
                left = known[value] = self._leaves(name, value)
            lines &= left
            if not lines:
                break
        found = self._of_lines.get(lines)
        if found is None:
            found = 0
            for number, bit in enumerate(self._set_of):
                found |= bit if lines >> number & 1 else 0
            self._of_lines[lines] = found
        return found

    def _leaves(self, name: str, value: object) -> int:
        """The lines that ask nothing of the field, or have the value among those that they ask for."""
        asking, found = self._asking[name], self._silent[name]
        for one in (value or ((),)) if isinstance(value, tuple) else (value,):
            found |= asking.get(one, 0)
        return found


def listed(value: object) -> Sequence[object]:
    """The alternatives of a value that is one, or a list of some."""
    return value if isinstance(value, list | tuple) else (value,)
