"""`Vocabulary`: which events hold a piece of text, found through the words that they are made of.

A piece may lie inside a word («حطان» in «القحطاني»), be a word, or run over several. Words are found in one blob of all
of them; what nearly every event holds, as a single letter does, is worked out beforehand.

Source:
    DESIGN.md section 8. SQLite's FTS5 was measured beside it (`benchmarks/scale.py`): it finds no piece within a word,
    its trigrams none of less than three letters, and one letter typed costs it seconds among a million events.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from timeline_core.view.index import bits
from timeline_core.view.index.postings import Parts, numbers, packed

WORD = re.compile(r"\w+")
_LONGEST = 4
"""Letters of a piece that is worked out beforehand where it is common."""
_COMMON = 16
"""A piece is common where more than one position of so many holds it."""
_EDGE = b"\n"


class Vocabulary:
    """Pieces of text -> positions. What a position is, its user knows."""

    def __init__(self, parts: Parts, name: str, every: int, size: int, text: Callable[[int], bytes]) -> None:
        """
        Args:
            name: of its pieces.
            every: the set of all positions, each below `size`.
            text: the whole folded text at a position, in UTF-8; asked for where words alone do not tell.
        """
        self._every, self._size, self._text = every, size, text
        self._words = bytes(parts[f"{name}.words"])
        self._ends = numbers(parts, f"{name}.ends")
        self._starts = numbers(parts, f"{name}.starts")
        self._values = numbers(parts, f"{name}.values")
        self._common: dict[str, int] = {
            gram: int.from_bytes(parts[f"{name}.common"][at * self._bytes : (at + 1) * self._bytes], "little")
            for at, gram in enumerate(bytes(parts[f"{name}.grams"]).decode("utf-8", "surrogatepass").split("\n"))
            if gram
        }

    @property
    def _bytes(self) -> int:
        return (self._size >> 3) + 1

    def is_common(self, piece: str) -> bool:
        """True for a piece that is worked out beforehand, the names that hold it among the rest."""
        return piece in self._common

    def find(self, piece: str) -> int:
        """The positions whose text holds that folded piece."""
        runs = list(WORD.finditer(piece))
        if not runs:
            return self._held(piece, self._every)
        if runs[0].span() == (0, len(piece)):
            return self._within(piece, before=False, behind=False)
        found = self._every
        for run in runs:
            found &= self._within(run[0], before=run.start() > 0, behind=run.end() < len(piece))
        return self._held(piece, found)

    def passing(self, pieces: Sequence[str], test: Callable[[str], bool], *, words: bool) -> int:
        """The positions whose text passes a test that is no piece alone.

        Args:
            pieces: one of them is in what passes; none given, where nothing is known of it.
            words: one word of the text is enough to tell.
        """
        if not words:
            found = 0 if pieces else self._every
            for piece in pieces:
                found |= self.find(piece)
            return bits.of_few((at for at in bits.members(found) if test(_plain(self._text(at)))), self._size)
        passed = [at for at in self._holding(pieces) if test(self._word(at))]
        return bits.union([self._values[self._starts[at] : self._starts[at + 1]] for at in passed], self._size)

    def _holding(self, pieces: Sequence[str]) -> list[int]:
        """The places of the words that hold one of the pieces."""
        sought = (piece.encode("utf-8", "surrogatepass") for piece in pieces)
        return sorted({at for piece in sought for first, last in self._places(piece) for at in range(first, last)})

    def _word(self, place: int) -> str:
        return _plain(self._words[self._ends[place - 1] if place else 1 : self._ends[place] - 1])

    def _held(self, piece: str, positions: int) -> int:
        sought = piece.encode("utf-8", "surrogatepass")
        return bits.of_few((at for at in bits.members(positions) if sought in self._text(at)), self._size)

    def _within(self, word: str, *, before: bool, behind: bool) -> int:
        """Where a word holds these letters; at its beginning, at its end, or anywhere."""
        if not (before or behind) and word in self._common:
            return self._common[word]
        sought = _EDGE * before + word.encode("utf-8", "surrogatepass") + _EDGE * behind
        runs = [self._values[self._starts[first] : self._starts[last]] for first, last in self._places(sought)]
        return bits.union(runs, self._size)

    def _places(self, sought: bytes) -> Iterator[tuple[int, int]]:
        """The runs of words that hold these bytes: the first word, and the one behind the last."""
        first = last = -1
        at = self._words.find(sought)
        while at >= 0:
            place = bisect_right(self._ends, at + sought.startswith(_EDGE))
            if place != last:
                if last > 0:
                    yield first, last
                first = place
            last = place + 1
            at = self._words.find(sought, self._ends[place] - 1)
        if last > 0:
            yield first, last


def _plain(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")


class Gathered:
    """Collects a vocabulary, event by event."""

    def __init__(self) -> None:
        self._known: dict[str, array[int]] = {}
        self._named: list[tuple[str, array[int]]] = []

    def name(self, name: str, positions: array[int]) -> None:
        """Where a folded name counts as if it stood in the text: it makes what is common, and is not found itself."""
        self._named.extend((word, positions) for word in WORD.findall(name))

    def add(self, text: str, positions: Sequence[int]) -> None:
        """The folded text of an event, and the positions where it stands; ascending from one event to the next."""
        known = self._known
        for word in set(WORD.findall(text)):
            if (found := known.get(word)) is not None:
                found.extend(positions)
            else:
                known[word] = array("I", positions)

    def pack(self, name: str, size: int, *, common: bool) -> dict[str, bytes]:
        """The pieces of the vocabulary, each with that name before its own.

        Args:
            common: work out beforehand what stands nearly everywhere.
        """
        words = sorted(self._known)
        encoded = [word.encode("utf-8", "surrogatepass") for word in words]
        ends, end, start, starts = [], 1, 0, [0]
        for word, letters in zip(words, encoded, strict=True):
            end += len(letters) + 1
            start += len(self._known[word])
            ends.append(end)
            starts.append(start)
        grams = dict(self._grams(size)) if common else {}
        width = (size >> 3) + 1
        return {
            f"{name}.words": _EDGE + b"".join(letters + _EDGE for letters in encoded),
            f"{name}.ends": packed(ends),
            f"{name}.starts": packed(starts),
            f"{name}.values": b"".join(self._known[word].tobytes() for word in words),
            f"{name}.grams": "\n".join(grams).encode("utf-8", "surrogatepass"),
            f"{name}.common": b"".join(found.to_bytes(width, "little") for found in grams.values()),
        }

    def _grams(self, size: int) -> Iterator[tuple[str, int]]:
        """Each piece of a few letters that many positions hold, with these positions."""
        weights: Counter[str] = Counter()
        for word, positions in chain(self._known.items(), self._named):
            for gram in _pieces(word):
                weights[gram] += len(positions)
        heavy = (gram for gram, weight in weights.items() if weight * _COMMON > size)
        holding: dict[str, list[array[int]]] = {gram: [] for gram in heavy}
        for word, positions in chain(self._known.items(), self._named):
            for gram in _pieces(word):
                if gram in holding:
                    holding[gram].append(positions)
        for gram, runs in holding.items():
            yield gram, bits.union(runs, size)


def _pieces(word: str) -> set[str]:
    return {word[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(word) - length + 1)}
