"""The one reader of the bundled data: languages, gazetteers, the sample dossier."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import GazetteerError, LanguageError
from timeline_core.gazetteer import ACTOR, PLACE, Entry, Gazetteer
from timeline_core.text.fold import fold

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.phrasing import Phrasing
    from timeline_core.temporal.language import Language

_HERE = Path(str(files("seeds")))
_ABOUT = frozenset({"id", "type", "affiliation", "within", "wikidata", "short", "guarded", "origins"})
"""The keys of an entry that are no language; every other key is one, and holds its names."""


def languages() -> Mapping[str, Language]:
    """Every language that `seeds/languages/` teaches, by BCP 47 code, in order of code.

    Raises:
        LanguageError: a file is no TOML, or contradicts itself.
    """
    from timeline_core.temporal.language import load

    return {code: load(code, language_data(code)) for code in _codes()}


def language_data(code: str) -> Mapping[str, object]:
    """The TOML of one language, as parsed; every module of the core reads its own sections.

    Raises:
        LanguageError: there is no such language, or its file is no TOML.
    """
    if code not in _codes():
        raise LanguageError(f"languages: {code!r} is not bundled; there are {', '.join(_codes())}")
    path = _HERE / "languages" / f"{code}.toml"
    try:
        return _parsed(path)
    except ValueError as error:
        raise LanguageError(f"languages/{path.name}: {error}") from error


def gazetteer() -> Gazetteer:
    """Every bundled actor and place.

    Raises:
        GazetteerError: a file is no TOML, or an entry is incomplete, stands twice, shares a name with another,
            or belongs to what no entry is.
    """
    return read_gazetteer(sorted((_HERE / "gazetteers").glob("*.toml")))


def read_gazetteer(paths: list[Path]) -> Gazetteer:
    """The actors and places of these files, which may refer to one another; errors as in `gazetteer`."""
    introducers: list[str] = []
    entries: dict[str, tuple[str, Entry]] = {}
    for path in paths:
        try:
            data = _parsed(path)
        except ValueError as error:
            raise GazetteerError(f"gazetteers/{path.name}: {error}") from error
        introducers += _words(data.pop("introducers", []), f"gazetteers/{path.name}: introducers")
        for where, entry in _entries(path.name, data):
            if entry.id in entries:
                raise GazetteerError(f"{where}: stands in {entries[entry.id][0]} too")
            entries[entry.id] = where, entry
    _check_references(entries)
    _check_names(entries)
    return Gazetteer((entry for _, entry in entries.values()), introducers)


def phrasings() -> Mapping[str, Phrasing]:
    """How every bundled language tells what happened, by code.

    Raises:
        LanguageError: as in `languages`.
    """
    from timeline_core.phrasing import load

    return {code: load(code, language_data(code)) for code in _codes()}


@cache
def knowledge() -> Knowledge:
    """Read once in a process. All that `timeline_core.derive` needs beside the reports.

    Raises:
        LanguageError, GazetteerError: as above.
    """
    from timeline_core.knowledge import Knowledge

    return Knowledge(languages(), phrasings(), gazetteer())


def report_paths() -> tuple[Path, ...]:
    """The reports of the sample dossier, sorted by name."""
    return tuple(sorted(path for path in (_HERE / "reports").glob("*.md") if path.name != "README.md"))


def _codes() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (_HERE / "languages").glob("*.toml") if "." not in path.stem))


def _parsed(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text("utf-8"))


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
    names = {lang: _spelled(_words(table[lang], where)) for lang in table if lang not in _ABOUT}
    guarded = _words(table.get("guarded", []), where)
    return Entry(
        id=_word(table["id"], where),
        category=category,
        type=_word(table.get("type"), where),
        names=names,
        short=_named(table.get("short", {}), where),
        affiliation=_word(table.get("affiliation", ""), where),
        within=_word(table.get("within", ""), where),
        wikidata=_word(table.get("wikidata", ""), where),
        guarded=frozenset(_spelled(guarded)),
        origins=_named(table.get("origins", {}), where),
    )


def _spelled(names: tuple[str, ...]) -> tuple[str, ...]:
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
            if id and (id not in entries or entries[id][1].category != category):
                raise GazetteerError(f"{where}: {key} names {id!r}, which is no {category}")


def _check_names(entries: Mapping[str, tuple[str, Entry]]) -> None:
    """A name that two entries share would be found as the one that sorts first, whichever the text means."""
    named = [
        (name, where)
        for where, entry in entries.values()
        for name in {*chain.from_iterable(entry.names.values()), *entry.short.values()}
    ]
    owners: dict[str, str] = {}
    # Folded as one text: name by name it would take half of the time that loading takes.
    for (name, where), folded in zip(named, fold("\n".join(name for name, _ in named)).split("\n"), strict=True):
        owner = owners.setdefault(folded, where)
        if owner != where:
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
