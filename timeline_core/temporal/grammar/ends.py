"""Where in the words of a stretch its two ends stand: "July 1" and "3" of "July 1 to 3"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.temporal.grammar.matcher import Atom, Reading
from timeline_core.temporal.senses.ranges import Range

_FIRST, _LAST = ("first", "dayno", "day"), ("last", "until")
"""The slots that can hold the first end, and those that can hold the last."""


def ends_of(reading: Reading, atoms: Sequence[Atom]) -> tuple[int, int] | None:
    """The number of the atom behind the first end, and of the one that the last end begins with.

    None where the reading is no stretch, or one word holds both ends.
    """
    if not isinstance(reading.value, Range):
        return None
    slots = dict(reading.slots)
    first, last = (next((slots[name] for name in names if name in slots), None) for names in (_FIRST, _LAST))
    if last is None:
        inner = [said for said in slots.values() if isinstance(said, Reading) and isinstance(said.value, Range)]
        return ends_of(inner[0], atoms) if len(inner) == 1 else None
    if isinstance(first, Reading) and isinstance(last, Reading):
        return first.end, last.first
    return _numbers(reading, atoms, first, last) if isinstance(first, str) and isinstance(last, str) else None


def _numbers(reading: Reading, atoms: Sequence[Atom], first: str, last: str) -> tuple[int, int] | None:
    """`ends_of` where both ends are numbers in figures, as in "3-5 May"; else None."""
    figures = [at for at in range(reading.first, reading.end) if atoms[at].word.isdecimal()]
    if not (first.isdecimal() and last.isdecimal()):
        return None
    begin = next((at for at in figures if int(atoms[at].word) == int(first)), None)
    end = next((at for at in figures if begin is not None and at > begin and int(atoms[at].word) == int(last)), None)
    return None if begin is None or end is None else (begin + 1, end)
