"""`Found`: what has been named so far in the text that is being read, and the entries made of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from timeline_core.model.entry import ACTOR, PLACE, UNLISTED, Entry, Named, Point
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.text.fold import CONTROLS
from timeline_core.text.words import Word, letters_to_skip, spelled, words

T = TypeVar("T")

_QUOTES = str.maketrans("_", " ", '"“”«»„()')
_UNSEEN = re.compile(f"[{CONTROLS}]")


class Found:
    """Names of one text. Words are told by their number in the run of all its words."""

    def __init__(self, text: str, gazetteer: Gazetteer, known: Iterable[Named]) -> None:
        """`known`: the names that the gazetteer finds in the text, in text order."""
        self.text, self.gazetteer = text, gazetteer
        self.run = words(text)
        self.named: list[Named] = [*known]
        self.taken: dict[int, Named] = self.words_of(self.named)
        """Number of each word of a name -> the name."""
        self.spellings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        """Of what no list knows, and of new spellings: id -> language -> spellings."""
        self.types: dict[str, str] = {}
        self.within: dict[str, str] = {}
        """Id of a place -> id of the place that it is said to lie in."""
        self.points: dict[str, Point] = {}
        self.meant: dict[str, str] = {}
        """Id of a person -> the one of the longer name that this one turned out to be."""
        self._new = [hit for hit in self.named if hit.category == ACTOR]
        """Actors that the table below does not have yet."""
        self._called: dict[str, dict[tuple[Sequence[str], str], int]] = defaultdict(dict)

    def words_of(self, hits: Iterable[Named]) -> dict[int, Named]:
        """Number of each word of a name -> the name; the names in text order."""
        taken: dict[int, Named] = {}
        for hit in hits:
            at = bisect_right(self.run, hit.span.start, key=lambda word: word.end)
            while at < len(self.run) and self.run[at].start < hit.span.end:
                taken[at] = hit
                at += 1
        return taken

    def words_in(self, span: Span) -> tuple[int, int]:
        """Numbers of the first word of the span, and of the first behind it."""
        return bisect_left(self.run, (span.start,)), bisect_left(self.run, (span.end,))

    def span(self, run: Sequence[Word], at: int, end: int, clitic: int) -> Span:
        """Where words of a part of the run stand, without the first letters that are glued to the name."""
        first = run[at]
        return Span(first.start + letters_to_skip(self.text[first.start : first.end], clitic), run[end - 1].end)

    def spelling(self, span: Span) -> str:
        """The words of a name on one line, without quotation marks: «#التحالف_العربي» has a blank in it."""
        return " ".join(_UNSEEN.sub("", span.of(self.text)).translate(_QUOTES).split())

    def add(self, hit: Named) -> None:
        """Take in one more name."""
        self.named.append(hit)
        self.taken |= self.words_of([hit])
        if hit.category == ACTOR:
            self._new.append(hit)

    def called(self, first: str) -> Set[tuple[Sequence[str], str]]:
        """The names of actors that begin with that word, folded, as the text has them so far; each with its id."""
        self._take_new()
        return self._called[first].keys()

    def _take_new(self) -> None:
        for hit in self._new:
            self._count(hit, 1)
        self._new.clear()

    def _count(self, hit: Named, more: int) -> None:
        """Take an actor into the table, or out of it."""
        name = spelled(hit.span.of(self.text))
        _counted(self._called[name[0] if name else ""], (name, hit.id), more)

    def give_up(self, hit: Named) -> None:
        """Take out a name that has turned out to be another one."""
        self._take_new()
        self.named = [one for one in self.named if one is not hit]
        for n in [n for n, one in self.words_of([hit]).items() if self.taken.get(n) is one]:
            del self.taken[n]
        if hit.category == ACTOR:
            self._count(hit, -1)

    def rename(self, meant: Mapping[str, str]) -> None:
        """Take those that were found for other ones, by all of their spellings."""
        if not meant:
            return
        self.meant |= meant
        self.named = [replace(hit, id=meant[hit.id]) if hit.id in meant else hit for hit in self.named]
        self.taken = self.words_of(sorted(self.named, key=lambda hit: hit.span))
        for id, whom in meant.items():
            for code, some in self.spellings.pop(id, {}).items():
                self.spellings[whom][code] += some
            self.types.setdefault(whom, self.type(whom) or self.types.get(id, ""))

    def type(self, id: str) -> str:
        """Of an actor or place; empty where it is neither known nor found."""
        return self.types.get(id) or (self.gazetteer[id].type if id in self.gazetteer else "")

    def entries(self) -> Iterator[Entry]:
        """The entries made from the text, each id once."""
        for id, by_code in self.spellings.items():
            names: Mapping[str, tuple[str, ...]] = {code: tuple(dict.fromkeys(some)) for code, some in by_code.items()}
            category = PLACE if id.startswith(UNLISTED) else ACTOR
            yield Entry(id, category, self.types[id], names, within=self.within.get(id, ""), point=self.points.get(id))


def _counted(table: dict[T, int], key: T, more: int) -> None:
    """Count one more or less of it; what there is none of is not in the table."""
    number = table.get(key, 0) + more
    if number > 0:
        table[key] = number
    else:
        table.pop(key, None)
