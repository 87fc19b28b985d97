"""`Gazetteer`: the actors and places that lists know by name.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from timeline_core.errors import GazetteerError
from timeline_core.model.entry import ACTOR, PLACE, Entry, Named
from timeline_core.names.known.cues import Cues, Index, Known
from timeline_core.names.spotting import find_known
from timeline_core.text.fold import fold
from timeline_core.text.words import Word, spelled, words

__all__ = ["ACTOR", "PLACE", "Cues", "Entry", "Gazetteer", "Known", "Named", "folded_words", "known_names"]


class Gazetteer:
    """Entries by id and by folded name. Immutable: each change gives a new gazetteer."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        introducers: Iterable[str] = (),
        *,
        cues: Cues | None = None,
        names: Iterable[Known] | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        """`introducers`: words that make the guarded name behind them a name («مدينة», «ريف»); or all `cues` at once.

        Args:
            names: what `known_names` gives for these entries, where it was kept.
            aliases: id that an entry once had -> the id that it has now.

        Raises:
            GazetteerError: an id stands twice, an entry has no name, or a guarded name is none of its names.
        """
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.id in self._entries:
                raise GazetteerError(f"gazetteer: {entry.id!r} stands twice")
            self._entries[entry.id] = entry
        self.cues = cues or Cues(introducers=frozenset(map(fold, introducers)))
        self.aliases = dict(aliases or {})
        self._keys: dict[tuple[str, ...], str] | None = None
        by_first: dict[str, list[Known]] = {}
        for known in names if names is not None else self._known():
            by_first.setdefault(known.words[0], []).append(known)
        for some in by_first.values():
            if len(some) > 1:
                some.sort(key=lambda known: (-len(known.words), known.id))
        containers = frozenset(
            entry.within
            for entry in self._entries.values()
            if entry.within in self._entries and self._entries[entry.within].type != "state"
        )
        self._index = Index(self._entries, by_first, self.cues, containers)

    def _known(self) -> Iterator[Known]:
        for entry in self._entries.values():
            yield from known_names(entry)

    def around(self, place: str) -> tuple[str, ...]:
        """Ids of the places that it lies in, from its own one outward to its country; empty for what is not known."""
        found: list[str] = []
        outer = self._entries[place].within if place in self._entries else ""
        while outer in self._entries and outer not in found:
            found.append(outer)
            outer = self._entries[outer].within
        return tuple(found)

    def is_unnamed(self, id: str) -> bool:
        """True for a group that is called by its kind alone; in each report another one."""
        return id in self._entries and self._entries[id].unnamed

    def begins(self, word: str) -> bool:
        """True where the name of an entry begins with the folded word."""
        return word in self._index.names

    def means(self, word: str) -> bool:
        """True where an entry is called by the folded word alone, or the name of a place begins with it."""
        names = self._index.names.get(word, ())
        return any(len(one.words) == 1 or self._entries[one.id].category == PLACE for one in names)

    def names_place(self, word: str) -> bool:
        """True where the folded word alone is the name of a place, guarded or not."""
        names = self._index.names.get(word, ())
        return any(len(one.words) == 1 and self._entries[one.id].category == PLACE for one in names)

    @cached_property
    def shared(self) -> frozenset[str]:
        """First words of the names that several places share, folded."""
        return frozenset(word for word, names in self._index.names.items() if any(one.shared for one in names))

    def sharing(self, word: str) -> tuple[str, ...]:
        """Ids of the places that share the folded word as a name: which of them is meant the text must tell."""
        names = [one for one in self._index.names.get(word, ()) if len(one.words) == 1]
        ids = dict.fromkeys(one.id for one in names if self._entries[one.id].serves(PLACE))
        return tuple(ids) if word in self.shared else ()

    def __contains__(self, id: object) -> bool:
        return id in self._entries or id in self.aliases

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, id: str) -> Entry:
        return self._entries[self.canonical(id)]

    def canonical(self, id: str) -> str:
        """The id that the entry has now; one that was merged into another has the id of that one."""
        if id not in self.aliases:
            return id
        seen = {id}
        while (now := self.aliases.get(id, id)) not in seen:
            seen.add(now)
            id = now
        return id

    def persons(self, key: Callable[[str], tuple[str, ...]]) -> Mapping[tuple[str, ...], str]:
        """Transliteration key -> id, for names of persons with two parts; an empty id where two persons share it."""
        if self._keys is None:
            found: dict[tuple[str, ...], str] = {}
            for entry in self:
                if entry.type == "person":
                    for name in (name for some in entry.names.values() for name in some):
                        if len(own := key(name)) > 1:
                            found[own] = entry.id if found.get(own, entry.id) == entry.id else ""
            self._keys = found
        return self._keys

    def with_found(self, entries: Iterable[Entry]) -> Gazetteer:
        """A gazetteer that also has these by id, though `find` does not look for them: the entries made from texts.

        An entry that it holds already gets the further spellings.
        """
        new = {entry.id: entry for one in entries if (entry := self._merge_spellings(one)) is not None}
        if not new:
            return self
        larger = Gazetteer.__new__(Gazetteer)
        larger._entries = {**self._entries, **new}
        larger.cues, larger.aliases, larger._keys = self.cues, self.aliases, self._keys
        larger._index = replace(self._index, entries=larger._entries)
        return larger

    def _merge_spellings(self, found: Entry) -> Entry | None:
        """The entry with the spellings that are new; None where none is."""
        if found.id not in self._entries:
            return found
        own = self._entries[found.id]
        names = dict(own.names)
        for lang, some in found.names.items():
            spelled_so = {folded_words(name) for name in names.get(lang, ())}
            fresh = tuple(name for name in some if folded_words(name) not in spelled_so)
            names[lang] = (*names.get(lang, ()), *fresh)
        return replace(own, names=names) if names != own.names else None

    def only(self, ids: Iterable[str]) -> Gazetteer:
        """A gazetteer of just these entries and of the places that they lie in, in the order of this one."""
        named = frozenset(self.canonical(id) for id in ids)
        wanted = named.union(*map(self.around, named))
        return Gazetteer(
            [one for id, one in self._entries.items() if id in wanted], cues=self.cues, aliases=self.aliases
        )

    def find(self, text: str, run: Sequence[Word] | None = None) -> tuple[Named, ...]:
        """Where `text` names an entry, in text order, not overlapping; of two names the longer.

        Args:
            run: the words of the text, where they are at hand.
        """
        return find_known(text, words(text) if run is None else run, self._index)


def known_names(entry: Entry) -> tuple[Known, ...]:
    """The names of an entry as they are looked for, short names among them.

    Raises:
        GazetteerError: it has no name, or guards or shares one that is none of its names.
    """
    every = {name for names in entry.names.values() for name in names}
    if not every:
        raise GazetteerError(f"gazetteer: {entry.id!r} has no name")
    for does, some in (("guards", entry.guarded | entry.company), ("shares", entry.shared)):
        if stray := some - every:
            raise GazetteerError(f"gazetteer: {entry.id!r} {does} {sorted(stray)}, which is none of its names")
    return tuple(
        Known(
            known,
            entry.id,
            name in entry.guarded or name in entry.company,
            name in entry.company,
            name in entry.shared,
            name.isascii() and (entry.type == "state" or _is_abbreviated(name)),
        )
        for name in sorted(every | set(entry.short.values()))
        if (known := folded_words(name))
    )


def _is_abbreviated(name: str) -> bool:
    """Two letters that are a word in some language, unless they are capitals: "UN", "EU"."""
    return len(name) == len("UN") and name.isupper()


def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name as `find` compares them."""
    return spelled(name)
