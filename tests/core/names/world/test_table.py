"""The table of the world's places: what is looked up, and that what is shipped is what was made."""

from __future__ import annotations

import tomllib

from seeds.compiled import digest
from seeds.load import gazetteer, states, world
from seeds.places import build
from timeline_core.names.world.table import World

NAMES = "new\thaven=2.US.130000|=9.GB.40\nنيوارك\t=1.US.300000\n".encode()
ROWS = "\n1\t40.7\t-74.2\tNewark\tنيوارك\tnewark\n".encode()


def test_a_name_gives_its_places_the_longer_name_first() -> None:
    names = World(lambda: NAMES).beginning("new")
    assert [(name.words, name.places[0].number) for name in names] == [(("new", "haven"), 2), (("new",), 9)]
    assert World(lambda: NAMES).beginning("ne") == ()


def test_every_line_is_found_and_none_between_them() -> None:
    words = sorted(["ba", "bab", "b", "زيد", "c", "ab"], key=str.encode)
    table = "".join(f"{word}\t={n}.FR.9\n" for n, word in enumerate(words)).encode()
    found = World(lambda: table)
    assert [found.beginning(word)[0].places[0].number for word in words] == [*range(len(words))]
    assert [word for word in ("a", "baa", "z", "زي", "") if found.beginning(word)] == []


def test_a_number_gives_where_the_place_lies() -> None:
    site = World(rows=lambda: ROWS).site(1)
    assert site is not None
    assert (site.latitude, site.longitude, site.listed) == (40.7, -74.2, "newark")
    assert World(rows=lambda: ROWS).site(2) is None


def test_a_type_follows_from_the_people() -> None:
    types = {place.type for name in World(lambda: NAMES).beginning("new") for place in name.places}
    assert types == {"city", "village"}


def test_what_is_shipped_is_what_was_made() -> None:
    assert tomllib.loads(build.MADE.read_text("utf-8"))["sha256"] == digest([build.NAMES, build.ROWS])


def test_every_first_word_is_found_by_bisection() -> None:
    lines = build.NAMES.read_bytes().splitlines()
    keys = [line.partition(b"\t")[0] + b"\t" for line in lines]
    assert keys == sorted(keys)


def test_what_our_lists_have_is_named_by_their_id() -> None:
    known = gazetteer()
    listed = [line.split("\t")[5] for line in build.ROWS.read_text("utf-8").splitlines() if line]
    assert sum(map(bool, listed)) > 600
    assert all(id in known for id in listed if id)
    place = next(name.places[0] for name in world().beginning("حلب") if name.words == ("حلب",))
    site = world().site(place.number)
    assert site is not None
    assert site.listed == "aleppo"
    assert states()["SY"] == "syria"


def test_the_build_takes_what_is_near_large_or_named_in_arabic() -> None:
    def city(id: int, country: str, people: int, *others: str) -> dict[str, object]:
        place = {"geonameid": id, "countrycode": country, "population": people, "latitude": 1.0, "longitude": 2.0}
        return {**place, "name": f"Town {id}", "alternatenames": list(others)}

    cities = [
        city(4, "SY", 0, "Tell Four", "TELL FOUR"),
        city(3, "FR", 20_000, "Ville Trois"),
        city(2, "FR", 900, "تلفيل"),
        city(1, "FR", 900, "گورگ"),
    ]
    found = [*build.rows(cities)]
    assert [row.id for row in found] == [2, 3, 4]
    assert [row.latin for row in found] == [("Town 2",), ("Town 3",), ("Town 4", "Tell Four")]
    assert build.names_file(found).splitlines() == [
        "tell\tfour=4.SY.0~",
        "town\t2=2.FR.900|3=3.FR.20000|4=4.SY.0",
        "تلفيل\t=2.FR.900",
    ]
    assert build.rows_file(found, {4: "four"}).splitlines()[-1] == "4\t1.0000\t2.0000\tTown 4\t\tfour"
