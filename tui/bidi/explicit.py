"""Paragraphs with embeddings, overrides or isolates: rules X1 to X10, then each isolating run sequence by itself.

Source:
    UAX #9 section 3.3.2 and 3.3.3; removed characters keep a level, that of what stands before them (section 5.2).
"""

from __future__ import annotations

from itertools import pairwise

from tui.bidi.sequence import levels_of

_DEEPEST = 125
_REMOVED = frozenset("012345")
_INITIATORS = frozenset("678")


def isolate_ends(classes: str) -> dict[int, int]:
    """Position of each isolate initiator → position of the PDI that ends it (BD9); those without one are absent."""
    waiting: list[int] = []
    ends: dict[int, int] = {}
    for place, letter in enumerate(classes):
        if letter in _INITIATORS:
            waiting.append(place)
        elif letter == "9" and waiting:
            ends[waiting.pop()] = place
        elif letter == "B":
            waiting.clear()
    return ends


def first_strong(classes: str, start: int, end: int, ends: dict[int, int]) -> str:
    """`L`, `R`, `A` or nothing: the first strong letter of a stretch, what stands in isolates left out (P2)."""
    place = start
    while place < end:
        letter = classes[place]
        if letter in "LRA":
            return letter
        if letter == "B":
            break
        place = ends.get(place, end) if letter in _INITIATORS else place + 1
    return ""


class _Walk:
    """Rules X1 to X8 over one paragraph; leaves a level and a class (overrides applied) per code point."""

    def __init__(self, classes: str, base: int, ends: dict[int, int]) -> None:
        self.classes = classes
        self.base = base
        self.ends = ends
        self.levels: list[int] = []
        self.seen: list[str] = []
        self.begins = frozenset(ends.values())
        self._reset()

    def _reset(self) -> None:
        self.stack: list[tuple[int, str, bool]] = [(self.base, "", False)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    def run(self) -> None:
        for place, letter in enumerate(self.classes):
            if letter in "1234":
                self._record(letter)
                self._embed(letter)
            elif letter in _INITIATORS:
                self._record(letter)
                self._isolate(place, letter)
            elif letter == "9":
                self._end_isolate()
                self._record(letter)
            elif letter == "5":
                self._end_embedding()
                self._record(letter)
            else:
                if letter == "B":
                    self._reset()
                self._record(letter)

    def _record(self, letter: str) -> None:
        level, override, _ = self.stack[-1]
        self.levels.append(level)
        self.seen.append(override if override and letter not in _REMOVED and letter != "B" else letter)

    def _next_level(self, rightward: bool) -> int:
        level = self.stack[-1][0]
        return (level + 1) | 1 if rightward else (level + 2) & ~1

    def _embed(self, letter: str) -> None:
        level = self._next_level(letter in "24")
        if level <= _DEEPEST and not self.overflow_isolates and not self.overflow_embeddings:
            self.stack.append((level, {"3": "L", "4": "R"}.get(letter, ""), False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def _isolate(self, place: int, letter: str) -> None:
        rightward = letter == "7"
        if letter == "8":
            end = self.ends.get(place, len(self.classes))
            rightward = first_strong(self.classes, place + 1, end, self.ends) in ("R", "A")
        level = self._next_level(rightward)
        if level <= _DEEPEST and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.stack.append((level, "", True))
        else:
            self.overflow_isolates += 1

    def _end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    last = -1
    for place in kept:
        if levels[place] != last:
            runs.append([])
            last = levels[place]
        runs[-1].append(place)
    return runs


def _sequences(runs: list[list[int]], classes: str, ends: dict[int, int]) -> list[list[int]]:
    """Join the level runs that an isolate parts (BD13)."""
    sequences: list[list[int]] = []
    waiting: dict[int, list[int]] = {}
    for run in runs:
        sequence = waiting.pop(run[0], None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence.extend(run)
        if classes[run[-1]] in _INITIATORS and run[-1] in ends:
            waiting[ends[run[-1]]] = sequence
    return sequences


def _direction(level: int) -> str:
    return "R" if level & 1 else "L"


def explicit_levels(text: str, classes: str, base: int) -> list[int]:
    """One level per code point, before rule L1.

    Args:
        classes: letters of `classes.py` for the whole paragraph.
        base: paragraph level, 0 or 1.
    """
    ends = isolate_ends(classes)
    walk = _Walk(classes, base, ends)
    walk.run()
    levels = walk.levels
    kept = [place for place, letter in enumerate(classes) if letter not in _REMOVED]
    after = dict(pairwise(kept))
    before = {later: earlier for earlier, later in after.items()}
    embedded = levels.copy()
    for sequence in _sequences(_level_runs(kept, embedded), classes, ends):
        first, last = sequence[0], sequence[-1]
        level = embedded[first]
        open_end = classes[last] in _INITIATORS and last not in ends
        earlier = embedded[before[first]] if first in before else base
        later = embedded[after[last]] if last in after and not open_end else base
        found = levels_of(
            "".join(map(text.__getitem__, sequence)),
            "".join(map(walk.seen.__getitem__, sequence)),
            level,
            _direction(max(level, earlier)),
            _direction(max(level, later)),
        )
        for place, one in zip(sequence, found, strict=True):
            levels[place] = one
    _fill_removed(levels, classes, base)
    return levels


def _fill_removed(levels: list[int], classes: str, base: int) -> None:
    last = base
    for place, letter in enumerate(classes):
        if letter in _REMOVED:
            levels[place] = last
        last = levels[place]
