"""Which reports read otherwise after an act upon names: those that hold a name of what it changes.

A report is read with the gazetteer through its words, through the ids that it was found to name, and through what those
lie in. Whatever differs between the gazetteer of before and that of now, and whatever lies in it, is touched; a report
that holds none of its names, and names none of its ids, tells the same. A word with which a name of a list begins is no
place of the world's table, so a word that begins one only before, or only now, touches what holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from timeline_core.events.accounts import Account
from timeline_core.model.entry import STATES, Entry
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import Gazetteer, known_names
from timeline_core.names.world.table import World
from timeline_core.text.words import bare, words

Key = Callable[[str], tuple[str, ...]]
_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Touched:
    """What tells a report that has to be read again."""

    ids: frozenset[str]
    names: Mapping[str, Set[tuple[str, ...]]]
    """First word -> the further words of each name; folded."""

    def __bool__(self) -> bool:
        """False where the two gazetteers are one."""
        return bool(self.ids)

    def meets(self, account: Account, report: Report) -> bool:
        """True where the report, with its text, may tell something else than that account of it does.

        One of which the reading broke is read again: nobody knows over which name.
        """
        return account.fault is not None or not self.ids.isdisjoint(_named(account)) or self._is_in(report)

    def _is_in(self, report: Report) -> bool:
        return any(self._is_named(text) for text in (report.text, report.title, report.publisher))

    def _is_named(self, text: str) -> bool:
        run = [word.folded for word in words(text)]
        return any(
            tuple(run[at + 1 : at + 1 + len(further)]) == further
            for at, word in enumerate(run)
            for form, _ in bare(word)
            for further in self.names.get(form, ())
        )


def _named(account: Account) -> Iterator[str]:
    for entry in account.found:
        yield entry.id
    for draft in account.drafts:
        yield from draft.actors
        yield from draft.places
        yield from draft.persons


def touched(before: Gazetteer, now: Gazetteer, key: Key, world: World) -> Touched:
    """What the two make otherwise of a report.

    Args:
        key: that by which names of persons in two scripts are compared.
    """
    ids = {id for id in _ids(before) | _ids(now) if _entry(before, id) != _entry(now, id)}
    ids |= _held(before) ^ _held(now)
    ids |= {id for pair in (before.aliases.items() ^ now.aliases.items()) for id in pair}
    ids |= _persons(before.persons(key), now.persons(key))
    ids |= _inside(ids, (before, now))
    entries = [entry for names in (before, now) for id in ids if (entry := _entry(names, id)) is not None]
    named = {one.words for entry in entries for one in known_names(entry)}.union(world.named(ids))
    named |= {(word,) for word, *_ in tuple(named) if before.begins(word) is not now.begins(word)}
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for word, *further in named:
        by_first.setdefault(word, set()).add(tuple(further))
    return Touched(frozenset(ids), by_first)


def _ids(names: Gazetteer) -> set[str]:
    return {entry.id for entry in names} | names.aliases.keys()


def _entry(names: Gazetteer, id: str) -> Entry | None:
    """None where there is none, or none any more: two were said to be one of whom neither is known."""
    try:
        return names[id]
    except KeyError:
        return None


def _held(names: Gazetteer) -> set[str]:
    """Places that others lie in, and are no states."""
    outer = {entry.within for entry in names}
    return {id for id in outer if id in names and names[id].type not in STATES}


def _persons(before: Mapping[tuple[str, ...], str], now: Mapping[tuple[str, ...], str]) -> set[str]:
    """Whoever is, or was, meant by a key that means somebody else now."""
    found: set[str] = set()
    for name in before.keys() | now.keys():
        if before.get(name) != now.get(name):
            found |= {before.get(name, ""), now.get(name, ""), _PERSON + ".".join(name)}
    return found - {""}


def _inside(ids: Iterable[str], both: Iterable[Gazetteer]) -> set[str]:
    """What lies in these, or belongs to them, however deep."""
    found = set(ids)
    while True:
        more = {
            entry.id
            for names in both
            for entry in names
            if entry.id not in found and not found.isdisjoint((entry.within, entry.affiliation, entry.home))
        }
        if not more:
            return found
        found |= more
