"""`World`: the populated places of the world by name, in Arabic and in Latin letters.

The table is two texts, as `seeds/places/` keeps them. Nothing of them is read before a name is asked for, and then only
the line of that word.

Source:
    GeoNames, CC BY 4.0; `python -m seeds.places.build` makes the texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline_core.model.entry import UNLISTED, Point
from timeline_core.text.words import REMEMBERED, bare

FURTHER = "~"
"""Stands behind a place where the name is not the first of its names in Latin letters."""
_BLOCK = 1_000
"""Bytes of the lines that are looked through for one."""
_LISTED = 5
"""Number of the cell in a row that has the id in our own lists."""
_NUMBERS = re.compile(rb"[=,](\d+)\.")
_TYPES = (("city", 100_000), ("town", 5_000), ("village", 0))


class Place(NamedTuple):
    """A populated place."""

    number: int
    """At GeoNames."""
    country: str
    """ISO 3166, two letters."""
    people: int
    """Its population; 0 where that is not known."""
    further: bool = False
    """The name by which it was looked up is only one more of its names: "Philadelphia" of Amman."""

    @property
    def type(self) -> str:
        """City, town or village, by its people."""
        return next(type_ for type_, least in _TYPES if self.people >= least)


class Name(NamedTuple):
    """A name, with every place that bears it."""

    words: tuple[str, ...]
    """Folded."""
    places: tuple[Place, ...]
    """The largest first."""


class Site(NamedTuple):
    """Where a place lies, and how it is called."""

    point: Point
    latin: str
    arabic: str
    """Empty where the table has no name in Arabic letters."""
    listed: str = ""
    """Its id, where our own lists have it."""
    within: str = ""
    """Id of the governorate that it lies in, of one that our own lists have; else empty."""


def sound(key: Sequence[str]) -> str:
    """In place of a first word: the key of a name that the table has in Latin letters alone."""
    return f"={'.'.join(key)}"


class World:
    """Places by folded name. What was read stays read."""

    def __init__(
        self,
        names: Callable[[], bytes] = bytes,
        rows: Callable[[], bytes] = bytes,
        states: Mapping[str, str] | None = None,
    ) -> None:
        """Both are asked for when they are first needed.

        Args:
            names: UTF-8, a line for each first word, or for what `sound` gives, sorted, each with its line break: the
                word, a tab, and its names parted by `|`, the longest first: the further words, `=`, the places as
                `number.country.people` parted by commas, some with `FURTHER` behind.
            rows: UTF-8, a line a place behind a line break, by tabs: number, latitude, longitude, Latin name, Arabic
                name, the id of that place in our own lists, and of the governorate there that it lies in.
            states: ISO 3166 code -> id of the state.
        """
        self.states = states or {}
        self.beginning = lru_cache(maxsize=REMEMBERED)(self._beginning)
        self.opens = lru_cache(maxsize=REMEMBERED)(self._opens)
        self.site = lru_cache(maxsize=REMEMBERED)(self._site)
        self._names, self._rows = names, rows
        self._lines: _Lines | None = None
        self._sites: bytes | None = None

    def _beginning(self, word: str) -> tuple[Name, ...]:
        """The names that begin with this folded word, the longest first."""
        return tuple(self._look_up(word))

    def _opens(self, spelling: str) -> bool:
        """Whether a name begins with the word, with or without what is glued to it."""
        return any(self.beginning(form) for form, _ in bare(spelling))

    def _site(self, number: int) -> Site | None:
        """Where the place of that number lies; None where there is none."""
        if self._sites is None:
            self._sites = self._rows()
        at = self._sites.find(b"\n%d\t" % number)
        if at < 0:
            return None
        line = self._sites[at + 1 : self._sites.index(b"\n", at + 1)].decode()
        _, latitude, longitude, *more = line.split("\t")
        return Site(Point(float(latitude), float(longitude)), *more)

    def id(self, number: int) -> str:
        """Of the place of that number: of our own lists, where these have it."""
        site = self.site(number)
        return (site.listed if site is not None else "") or f"{UNLISTED}{number}"

    def named(self, ids: Container[str]) -> Iterator[tuple[str, ...]]:
        """The folded words of every name that these places of our own lists have here; in one pass over both texts."""
        numbers = {
            cells[0].encode()
            for line in self._rows().decode().splitlines()
            if len(cells := line.split("\t")) > _LISTED and cells[_LISTED] in ids
        }
        for line in self._names().splitlines() if numbers else ():
            if not numbers.isdisjoint(_NUMBERS.findall(line)):
                word, _, names = line.decode().partition("\t")
                for name in names.split("|"):
                    further, _, places = name.partition("=")
                    if not numbers.isdisjoint(_NUMBERS.findall(f"={places}".encode())):
                        yield word, *further.split()

    def _look_up(self, word: str) -> Iterator[Name]:
        if self._lines is None:
            self._lines = _Lines(self._names())
        line = self._lines.behind(word)
        for name in line.decode().split("|") if line else ():
            further, _, places = name.partition("=")
            if places:
                yield Name((word, *further.split()), tuple(map(_place, places.split(","))))


class _Lines:
    """Sorted lines as one text, of which none is split: only the first words of some are kept, to look between them."""

    def __init__(self, table: bytes) -> None:
        """`table`: each line with its line break, beginning with a word and a tab."""
        self._table = table
        breaks = (table.find(b"\n", at) for at in range(_BLOCK, len(table), _BLOCK))
        self._starts = [0, *dict.fromkeys(at + 1 for at in breaks if 0 <= at < len(table) - 1), len(table)]
        self._words = [table[at : table.find(b"\t", at) + 1] for at in self._starts[:-1]]

    def behind(self, word: str) -> bytes:
        """What stands behind the word on its line; empty where no line begins with it."""
        key = word.encode() + b"\t"
        block = bisect_right(self._words, key) - 1
        if block < 0:
            return b""
        low, high = self._starts[block], self._starts[block + 1]
        if not self._table.startswith(key, low):
            low = self._table.find(b"\n" + key, low, high) + 1
            if not low:
                return b""
        return self._table[low + len(key) : self._table.find(b"\n", low)]


def _place(said: str) -> Place:
    number, country, people = said.removesuffix(FURTHER).split(".")
    return Place(int(number), country, int(people), said.endswith(FURTHER))
