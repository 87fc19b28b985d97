"""Reads a list of names: CSV with p-codes or of a Wikidata query, FollowTheMoney entities, JRC-Names.

Known columns: name, name_en, name_ar (or any language), alias, lat, lon, coordinates, pcode, admin1, admin2, admin3,
country, id, type, wikidata; and those of OCHA's tables, ADM1_EN, ADM3_PCODE, admin2Name_ar….

Source:
    https://data.humdata.org/ (common operational data sets), https://followthemoney.tech/,
    JRC-Names (Steinberger et al. 2011): number, type, language, name, by tabs, with + for a blank.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from timeline_core.decisions.own_lists import Listed
from timeline_core.errors import TimelineError
from timeline_core.model.entry import Point

LIMIT = 50_000_000
"""Bytes of a list."""
MOST = 50_000
"""Rows of a list."""
Lang = Callable[[str], str]
"""The code of the language of a name."""
_ADMIN = re.compile(r"adm(?:in)?([0-4])(?:name)?_?(alt)?\d?_?([a-z]{2,3}|pcode|name)?")
_WKT = re.compile(r"Point\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?")
_ENTITY = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q\d+)")
_JRC = re.compile(r"\d+\t[A-Z?]\t[a-z]{1,3}\t\S+")
_PARTED = re.compile(r"\s*[|;]\s*")
_LATITUDE = ("lat", "latitude", "y")
_LONGITUDE = ("lon", "lng", "long", "longitude", "x")
_COORDINATES = ("coordinates", "coord", "coords", "location", "geo", "point")
_NAME = ("name", "label", "itemlabel", "placelabel", "actorlabel")
_ALIAS = ("alias", "aliases", "altname", "altnames", "alt_name", "itemaltlabel", "altlabel")
_CODE = ("pcode", "p_code", "code")
_SCHEMATA = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "government body",
}
_TYPES = {"P": "person", "O": "organisation", "T": "organisation"}


class ListError(TimelineError):
    """It is no list that can be read; the message says what it should be."""


def read(path: Path, lang: Lang) -> list[Listed]:
    """The rows of the list, those without a name left out.

    Raises:
        ListError: it cannot be read, is too large, is in no known form, or names nothing.
    """
    try:
        if path.stat().st_size > LIMIT:
            raise ListError(f"{path}: more than {LIMIT // 1_000_000} MB; cut it to what you need")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ListError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ListError(f"{path}: no UTF-8; save it as «CSV UTF-8»") from error
    found = list(_rows(path, text, lang))
    if not found:
        raise ListError(f"{path}: names nothing; known are columns such as name, name_ar, alias, lat, lon, pcode")
    if len(found) > MOST:
        raise ListError(f"{path}: {len(found)} rows, more than {MOST}; cut it to what you need")
    return found


def _rows(path: Path, text: str, lang: Lang) -> Iterator[Listed]:
    first = text.lstrip().partition("\n")[0].strip()
    if first.startswith("{"):
        return _entities(path, text, lang)
    if _JRC.fullmatch(first):
        return _jrc(text, lang)
    return _table(path, text, lang)


# CSV


def _table(path: Path, text: str, lang: Lang) -> Iterator[Listed]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        reader = csv.DictReader(text.splitlines(), delimiter=delimiter, strict=True)
        names = [name.strip().casefold() for name in reader.fieldnames or ()]
        for row in reader:
            cells = {name: (value or "").strip() for name, value in zip(names, row.values(), strict=False) if name}
            if (found := _listed(cells, lang)) is not None:
                yield found
    except csv.Error as error:
        raise ListError(f"{path}: line {reader.line_num}: {error}") from error


def _listed(cells: Mapping[str, str], lang: Lang) -> Listed | None:
    levels = _levels(cells)
    own = max(levels, default=0) if not _first(cells, _NAME) else 0
    names = [*_named(cells, lang), *(levels.pop(own).items() if own else ())]
    if not names:
        return None
    country = cells.get("country", "")
    outer = [next(iter(levels[level].values())) for level in sorted(levels, reverse=True) if levels[level]]
    return Listed(
        tuple(dict.fromkeys((code or lang(name), name) for code, name in names)),
        id=_id(cells),
        type=cells.get("type", "").casefold(),
        around=tuple(filter(None, (*outer, country))),
        point=_point(cells),
        code=_first(cells, _CODE) or (cells.get(f"adm{own}_pcode") or cells.get(f"admin{own}pcode", "")),
        wikidata=_wikidata(cells),
    )


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def _named(cells: Mapping[str, str], lang: Lang) -> Iterator[tuple[str, str]]:
    """Language, or nothing, and name; aliases may be several in a cell."""
    if name := _first(cells, _NAME):
        yield lang(name), name
    for column, value in cells.items():
        stem, _, code = column.rpartition("_")
        if value and stem in _NAME and 2 <= len(code) <= 3:
            yield code, value
    for column in _ALIAS:
        yield from ((lang(alias), alias) for alias in _PARTED.split(cells.get(column, "")) if alias)


def _levels(cells: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Level of a division -> language, or nothing, and name."""
    found: dict[int, dict[str, str]] = {}
    for column, value in cells.items():
        level = _ADMIN.fullmatch(column)
        if level is not None and value and level[3] != "pcode":
            code = "" if level[3] in (None, "name") else level[3]
            found.setdefault(int(level[1]), {}).setdefault(code, value)
    return found


def _point(cells: Mapping[str, str]) -> Point | None:
    latitude, longitude = _first(cells, _LATITUDE), _first(cells, _LONGITUDE)
    if not (latitude and longitude):
        said = _first(cells, _COORDINATES)
        if wkt := _WKT.search(said):
            longitude, latitude = wkt.groups()
        else:
            latitude, _, longitude = said.partition(",")
    return _valid(latitude.strip(), longitude.strip())


def _valid(latitude: str, longitude: str) -> Point | None:
    if not (_NUMBER.fullmatch(latitude) and _NUMBER.fullmatch(longitude)):
        return None
    point = Point(float(latitude), float(longitude))
    return point if abs(point.latitude) <= 90 and abs(point.longitude) <= 180 else None


def _id(cells: Mapping[str, str]) -> str:
    return cells.get("id", "")


def _wikidata(cells: Mapping[str, str]) -> str:
    found = _ENTITY.fullmatch(_first(cells, ("wikidata", "item", "qid", "place", "actor")))
    return found[1] if found else ""


# FollowTheMoney


def _entities(path: Path, text: str, lang: Lang) -> Iterator[Listed]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                entity = json.loads(line)
                properties: Mapping[str, list[str]] = entity["properties"]
                schema = str(entity["schema"])
                said = [str(name) for key in ("name", "alias", "weakAlias") for name in properties.get(key, ())]
                places = [str(value) for key in ("latitude", "longitude") for value in properties.get(key, ())[:1]]
                wikidata = next(iter(properties.get("wikidataId", ())), "")
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                raise ListError(f"{path}: line {number} is no FollowTheMoney entity ({error})") from error
            if said:
                names = tuple(dict.fromkeys((lang(name), name) for name in said))
                point = _valid(*places) if len(places) == len(Point._fields) else None
                yield Listed(names, str(entity.get("id", "")), _SCHEMATA.get(schema, ""), (), point, "", str(wikidata))


# JRC-Names


def _jrc(text: str, lang: Lang) -> Iterator[Listed]:
    """One row of all spellings that have the same number."""
    found: dict[str, tuple[str, list[str]]] = {}
    for line in text.splitlines():
        number, type_, _, name = (*line.split("\t"), "", "", "")[:4]
        if name.strip():
            found.setdefault(number, (_TYPES.get(type_, ""), []))[1].append(name.replace("+", " ").strip())
    for number, (type_, names) in found.items():
        yield Listed(tuple(dict.fromkeys((lang(name), name) for name in names)), type=type_, code=f"jrc-{number}")
