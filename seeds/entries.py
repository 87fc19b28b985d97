"""Reads actors and places as people write them: `seeds/gazetteers/*.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path

from timeline_core.errors import GazetteerError
from timeline_core.model.entry import ACTOR, PLACE, STATES, Entry
from timeline_core.names.known.cues import Cues
from timeline_core.text.fold import fold

_ABOUT = frozenset(
    {"id", "type", "affiliation", "within", "wikidata", "short", "guarded", "company", "shared", "origins"}
)
"""The keys of an entry that are no language; every other key is one, and holds its names."""
CUES = tuple(one.name for one in fields(Cues))
"""Lists of words beside names; each is called in the files as it is in the code."""


@dataclass(slots=True)
class Read:
    """What some files hold."""

    entries: dict[str, tuple[str, Entry]] = field(default_factory=dict)
    """Id -> file and id, for errors, with the entry."""
    cues: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(CUES, ()))

    def add(self, where: str, entry: Entry) -> None:
        """Take one more entry.

        Raises:
            GazetteerError: its id is there.
        """
        if entry.id in self.entries:
            raise GazetteerError(f"{where}: stands in {self.entries[entry.id][0]} too")
        self.entries[entry.id] = where, entry


def read(paths: list[Path]) -> Read:
    """The actors and places of these files, which may refer to one another; not checked against each other.

    Raises:
        GazetteerError: a file is no TOML, or an entry is incomplete or stands twice.
    """
    import tomllib

    found = Read()
    for path in paths:
        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise GazetteerError(f"gazetteers/{path.name}: {error}") from error
        for cue in CUES:
            found.cues[cue] += _words(data.pop(cue, []), f"gazetteers/{path.name}: {cue}")
        for where, entry in _entries(path.name, data):
            found.add(where, replace(entry, home=path.stem))
    _settle(found)
    return found


def _settle(found: Read) -> None:
    """The file's name is the home of its entries where it is the id of a country."""
    for id, (where, entry) in found.entries.items():
        home = found.entries.get(entry.home)
        if home is None or home[1].type not in STATES:
            found.entries[id] = where, replace(entry, home="")


def check(found: Read) -> None:
    """Refuse what names what is not there, and two entries with one name.

    Raises:
        GazetteerError: of one of them, which the message names.
    """
    _check_references(found.entries)
    _check_names(found.entries)


def _entries(file: str, data: Mapping[str, object]) -> Iterator[tuple[str, Entry]]:
    """File and id, for errors, with each entry of a file."""
    if stray := data.keys() - {ACTOR, PLACE}:
        raise GazetteerError(f"gazetteers/{file}: {sorted(stray)} is neither [[{ACTOR}]] nor [[{PLACE}]]")
    for category, tables in data.items():
        for table in tables if isinstance(tables, list) else [tables]:
            if not isinstance(table, dict) or not isinstance(table.get("id"), str):
                raise GazetteerError(f"gazetteers/{file}: a [[{category}]] without id: {table!r}")
            where = f"gazetteers/{file}: {table['id']!r}"
            yield where, _entry(category, table, where)


def _entry(category: str, table: Mapping[str, object], where: str) -> Entry:
    names = {lang: spellings(_words(table[lang], where)) for lang in table if lang not in _ABOUT}
    guarded, company, shared = (
        frozenset(spellings(_words(table.get(key, []), where))) for key in ("guarded", "company", "shared")
    )
    return Entry(
        id=_word(table["id"], where),
        category=category,
        type=_word(table.get("type"), where),
        names=names,
        short=_named(table.get("short", {}), where),
        affiliation=_word(table.get("affiliation", ""), where),
        within=_word(table.get("within", ""), where),
        wikidata=_word(table.get("wikidata", ""), where),
        guarded=guarded,
        origins=_named(table.get("origins", {}), where),
        company=company,
        shared=shared,
    )


def spellings(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, and those with a hyphened Arabic article also with a space: «al-Bab» is «Al Bab» to many."""
    hyphened = [name for name in names if "l-" in name]
    spaced = (" ".join(map(_unhyphened, name.split(" "))) for name in hyphened)
    return tuple(dict.fromkeys((*names, *spaced))) if hyphened else names


def _unhyphened(word: str) -> str:
    head, hyphen, rest = word.partition("-")
    return f"{head.capitalize()} {rest}" if hyphen and head.casefold() in {"al", "el"} else word


def _check_references(entries: Mapping[str, tuple[str, Entry]]) -> None:
    for where, entry in entries.values():
        for key, category, id in (("affiliation", ACTOR, entry.affiliation), ("within", PLACE, entry.within)):
            if id and (id not in entries or not entries[id][1].serves(category)):
                raise GazetteerError(f"{where}: {key} names {id!r}, which is no {category}")


def _check_names(entries: Mapping[str, tuple[str, Entry]]) -> None:
    """A name that two entries have would be found as the one that sorts first, unless both say that they share it."""
    named = [
        (name, where, name in entry.shared)
        for where, entry in entries.values()
        for name in {*chain.from_iterable(entry.names.values()), *entry.short.values()}
    ]
    owners: dict[str, tuple[str, bool]] = {}
    # Folded as one text: name by name it would take half of the time that loading takes.
    folded = fold("\n".join(name for name, _, _ in named)).split("\n")
    for (name, where, shared), spelling in zip(named, folded, strict=True):
        owner, shares = owners.setdefault(spelling, (where, shared))
        if owner != where and not (shared and shares):
            raise GazetteerError(f"{where}: {name!r} is a name of {owner} too")


def _word(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise GazetteerError(f"{where}: {value!r} should be a word")
    return value


def _words(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise GazetteerError(f"{where}: {value!r} should be a list of names")
    return tuple(value)


def _named(value: object, where: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise GazetteerError(f"{where}: {value!r} should be a table of words")
    return {key: _word(word, where) for key, word in value.items()}
