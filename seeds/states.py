"""The states of the world: names from CLDR, adjectives and ids from `seeds/names/states.toml`.

Source:
    Unicode CLDR, territory names, through babel.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from seeds.entries import Read
from timeline_core.errors import GazetteerError
from timeline_core.model.entry import ACTOR, Entry
from timeline_core.text.fold import fold
from timeline_core.text.words import spelled

LANGUAGES = ("ar", "en")
_ASIDE = re.compile(r"\s*\(.*?\)|\s+SAR China")
"""What CLDR adds to a name for lists: «ميانمار (بورما)»."""


def table(path: Path) -> Mapping[str, Mapping[str, object]]:
    """ISO 3166 code -> what is written of that state.

    Raises:
        GazetteerError: the file is no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise GazetteerError(f"names/{path.name}: {error}") from error


def add(found: Read, about: Mapping[str, Mapping[str, object]]) -> None:
    """Put every state among the entries; one that is there already learns its further names."""
    names = {lang: _territories(lang) for lang in LANGUAGES}
    taken = {fold(name) for _, entry in found.entries.values() for ns in entry.names.values() for name in ns}
    for code, said in about.items():
        own = {lang: [_ASIDE.sub("", names[lang][code]), *_further(said, lang)] for lang in LANGUAGES}
        id = str(said["id"])
        where, known = found.entries.get(id, ("", None))
        kept = {fold(n) for ns in known.names.values() for n in ns} if known else set()
        kept |= {fold(name) for name in _strings(said, "shared")}
        fresh = {lang: tuple(_once(own[lang], taken - kept)) for lang in LANGUAGES}
        every = {name for ns in fresh.values() for name in ns}
        guarded, company, shared = (frozenset(_strings(said, key)) & every for key in ("guarded", "company", "shared"))
        number = str(said.get("wikidata", ""))
        if known is None:
            entry = Entry(id, ACTOR, "state", fresh, wikidata=number, guarded=guarded, company=company, shared=shared)
            found.add(f"names/states.toml: {code}", entry)
        else:
            joined = {
                lang: tuple(_once([*known.names.get(lang, ()), *fresh.get(lang, ())], set()))
                for lang in (*known.names, *(lang for lang in fresh if lang not in known.names))
            }
            found.entries[id] = where, replace(known, names=joined, wikidata=known.wikidata or number)


def adjectives(about: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, str, bool]]:
    """State id, language, adjective as written, and whether it is a common word too."""
    for said in about.values():
        id = str(said["id"])
        guarded = frozenset(_strings(said, "guarded"))
        further = _strings(said, "adjectives")
        for lang in LANGUAGES:
            for adjective in dict.fromkeys((str(said[lang]), *(one for one in further if _is(one, lang)))):
                yield id, lang, adjective, adjective in guarded


def _territories(lang: str) -> Mapping[str, str]:
    from babel import Locale

    territories: Mapping[str, str] = Locale(lang).territories
    return territories


def _further(said: Mapping[str, object], lang: str) -> list[str]:
    return [name for name in _strings(said, "names") if _is(name, lang)]


def _strings(said: Mapping[str, object], key: str) -> list[str]:
    value = said.get(key, [])
    return [str(one) for one in value] if isinstance(value, list) else []


def _is(name: str, lang: str) -> bool:
    return (lang == "ar") == ("\u0620" <= name[0] <= "\u064a")


def _once(names: Iterable[str], taken: set[str]) -> Iterator[str]:
    """Each spelling once, without those that another entry has."""
    seen = set(taken)
    for name in names:
        if (spelling := " ".join(spelled(name))) not in seen:
            seen.add(spelling)
            yield name.replace("عُ", "ع")
