"""Actors and places that are known by name, and where a text names them.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from timeline_core.errors import GazetteerError
from timeline_core.span import Span
from timeline_core.text.fold import fold
from timeline_core.text.words import Word, bare, letters_to_skip, spelled, words

ACTOR, PLACE = "actor", "place"
_IN, _IN_CLITIC = frozenset(("في", "in")), "ب"
"""What says of a place that it lies in the next one: «أريحا في إدلب», «أريحا بريف إدلب»."""
_LONGEST_LINK = 3
"""Words between two such places: «في», «محافظة»."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor or a place, with its names in every script."""

    id: str
    category: str
    """`actor` or `place`."""
    type: str
    """Of an actor: person, armed force, armed group, state, outlet…; of a place: country, region, city…"""
    names: Mapping[str, tuple[str, ...]]
    """Language -> names, the one to show first."""
    short: Mapping[str, str] = field(default_factory=dict)
    """Language -> the name for a narrow column, where there is one."""
    affiliation: str = ""
    """Of an actor: the id of the actor that it belongs to."""
    within: str = ""
    """Of a place: the id of the place that it lies in."""
    wikidata: str = ""
    guarded: frozenset[str] = frozenset()
    """Names that are common words too: they count only behind a word of `Gazetteer.introducers`."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Name -> who calls it so, where that matters («داعش»: its opponents)."""

    def name(self, lang: str, *, short: bool = False) -> str:
        """The name to show in that language; in another one where it has none."""
        if short and lang in self.short:
            return self.short[lang]
        for choice in (lang, "en", *self.names):
            if self.names.get(choice):
                return self.names[choice][0]
        return self.id


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a text where an entry is named; the span is without the clitics («وقسد» gives «قسد»)."""

    span: Span
    id: str


class _Found(NamedTuple):
    """A name in a run of words: from which word on, of whom, how many words, and the letters of its clitic."""

    at: int
    id: str
    length: int
    clitic: int

    @property
    def end(self) -> int:
        return self.at + self.length


class Gazetteer:
    """Entries by id and by folded name. Immutable; `with_entries` gives a larger one."""

    def __init__(self, entries: Iterable[Entry] = (), introducers: Iterable[str] = ()) -> None:
        """`introducers`: words that make the guarded name behind them a place («مدينة», «ريف», «في»).

        Raises:
            GazetteerError: an id stands twice, an entry has no name, or a guarded name is none of its names.
        """
        self._entries: dict[str, Entry] = {}
        self._introducers = frozenset(fold(word) for word in introducers)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for entry in entries:
            self._add(entry)
        self._containers = frozenset(entry.within for entry in self._entries.values() if entry.within)
        for known in self._by_first.values():
            known.sort(key=lambda item: (-len(item[0]), item[1]))

    def _add(self, entry: Entry) -> None:
        if entry.id in self._entries:
            raise GazetteerError(f"gazetteer: {entry.id!r} stands twice")
        if not any(entry.names.values()):
            raise GazetteerError(f"gazetteer: {entry.id!r} has no name")
        self._entries[entry.id] = entry
        every = {name for names in entry.names.values() for name in names}
        if stray := entry.guarded - every:
            raise GazetteerError(f"gazetteer: {entry.id!r} guards {sorted(stray)}, which is none of its names")
        for name in sorted(every | set(entry.short.values())):
            known = folded_words(name)
            if known:
                self._by_first.setdefault(known[0], []).append((known, entry.id, name in entry.guarded))

    def __contains__(self, id: object) -> bool:
        return id in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, id: str) -> Entry:
        return self._entries[id]

    def with_entries(self, entries: Iterable[Entry]) -> Gazetteer:
        """A gazetteer that knows these too."""
        return Gazetteer((*self, *entries), self._introducers)

    def only(self, ids: Iterable[str]) -> Gazetteer:
        """A gazetteer of just these entries, in the order of this one."""
        wanted = frozenset(ids)
        return Gazetteer((entry for entry in self if entry.id in wanted), self._introducers)

    def find(self, text: str) -> tuple[Named, ...]:
        """Where `text` names an entry, in text order, not overlapping; of two names the longer.

        A guarded name that is introduced once counts in the whole text.

        Cost: linear in the text for a gazetteer of bounded name length.
        """
        run = words(text)
        introduced = self._introduced(run)
        found: list[_Found] = []
        at = 0
        while at < len(run):
            hit = self._at(run, at, introduced)
            if hit is None:
                at += 1
                continue
            found.append(_Found(at, *hit))
            at += hit[1]
        return tuple(self._named(text, run, one) for one in self._where_said(text, run, found))

    def _named(self, text: str, run: Sequence[Word], hit: _Found) -> Named:
        first = run[hit.at].span
        start = first.start + letters_to_skip(first.of(text), hit.clitic)
        return Named(Span(start, run[hit.end - 1].end), hit.id)

    def _where_said(self, text: str, run: Sequence[Word], found: Sequence[_Found]) -> Iterator[_Found]:
        """Without the places that are said to lie where they do not: «أريحا في إدلب» is not Jericho but a namesake."""
        for hit, after in pairwise((*found, None)):
            if hit is not None and (after is None or not self._belies(text, run, hit, after)):
                yield hit

    def _belies(self, text: str, run: Sequence[Word], hit: _Found, after: _Found) -> bool:
        """True when what is named behind `hit` says that it lies in it, though both lie in different countries."""
        entry, other = self._entries[hit.id], self._entries[after.id]
        return (
            entry.within in self._entries
            and after.id in self._containers
            and after.at - hit.end <= _LONGEST_LINK
            and self._top(entry) != self._top(other)
            and self._links(run, hit, after)
            and not _breaks(text[run[hit.end - 1].end : run[after.at].start])
        )

    def _top(self, entry: Entry) -> str:
        seen = {entry.id}
        while entry.within in self._entries and entry.within not in seen:
            entry = self._entries[entry.within]
            seen.add(entry.id)
        return entry.id

    def _links(self, run: Sequence[Word], hit: _Found, after: _Found) -> bool:
        between = [word.folded for word in run[hit.end : after.at]]
        if between and between[0] in _IN:
            return all(word in self._introducers for word in between[1:])
        if not between:
            return after.clitic == len(_IN_CLITIC) and run[after.at].folded.startswith(_IN_CLITIC)
        return between[0].startswith(_IN_CLITIC) and all(self._introduces(word) for word in between)

    def _introduced(self, run: Sequence[Word]) -> frozenset[tuple[str, ...]]:
        """The guarded names that stand behind an introducing word somewhere."""
        return frozenset(
            name
            for at in range(1, len(run))
            for first, _ in run[at].forms
            for name, _, guarded in self._by_first.get(first, ())
            if guarded and _stands(name, run, at) and self._introduces(run[at - 1].folded)
        )

    def _at(self, run: Sequence[Word], at: int, introduced: frozenset[tuple[str, ...]]) -> tuple[str, int, int] | None:
        """Id, number of words and letters of the clitic of the longest name that begins at that word."""
        best: tuple[str, int, int] | None = None
        for first, clitic in run[at].forms:
            for name, id, guarded in self._by_first.get(first, ()):
                if best is not None and len(name) <= best[1]:
                    break
                if not _stands(name, run, at) or (guarded and name not in introduced):
                    continue
                best = (id, len(name), clitic)
                break
        return best

    def _introduces(self, word: str) -> bool:
        return any(form in self._introducers for form, _ in bare(word))


def _stands(name: tuple[str, ...], run: Sequence[Word], at: int) -> bool:
    """True when the rest of the name follows its first word."""
    return tuple(word.folded for word in run[at + 1 : at + len(name)]) == name[1:]


def _breaks(between: str) -> bool:
    """True when more than words and blanks stand there: a stop, a comma."""
    return any(unicodedata.category(letter).startswith("P") for letter in between)


def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name as `find` compares them."""
    return spelled(name)
