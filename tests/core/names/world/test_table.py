"""The table of the world's places: what is looked up, and that what is shipped is what was made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import pytest

from seeds.compiled import POINTS, digest
from seeds.load import gazetteer, knowledge, states, world
from seeds.places import build, divisions
from seeds.places.points import middle
from timeline_core.model.entry import PLACE, Entry, Point, distance
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.world.table import World, sound
from timeline_core.names.world.where import Fineness, spot

City = dict[str, object]

KEY = knowledge().naming.transliteration.key
NAMES = "new\thaven=2.US.130000|=9.GB.40\nنيوارك\t=1.US.300000\n".encode()
ROWS = "\n1\t40.7\t-74.2\tNewark\tنيوارك\tnewark\tnew-jersey\n".encode()


def test_a_name_gives_its_places_the_longer_name_first() -> None:
    names = World(lambda: NAMES).beginning("new")
    assert [(name.words, name.places[0].number) for name in names] == [(("new", "haven"), 2), (("new",), 9)]
    assert World(lambda: NAMES).beginning("ne") == ()


def test_every_line_is_found_and_none_between_them() -> None:
    many = [f"x{n:03}" for n in range(600)]  # some blocks of lines, whatever a block holds
    words = sorted(["ba", "bab", "b", "زيد", "c", "ab", *many[::2]], key=str.encode)
    table = "".join(f"{word}\t={n}.FR.9\n" for n, word in enumerate(words)).encode()
    found = World(lambda: table)
    assert [found.beginning(word)[0].places[0].number for word in words] == [*range(len(words))]
    assert [word for word in ("a", "baa", "z", "زي", "", *many[1::2]) if found.beginning(word)] == []
    assert World(lambda: b"").beginning("a") == ()


def test_a_number_gives_where_the_place_lies() -> None:
    site = World(rows=lambda: ROWS).site(1)
    assert site is not None
    assert (site.point, site.listed, site.within) == ((40.7, -74.2), "newark", "new-jersey")
    assert World(rows=lambda: ROWS).site(2) is None


def test_a_type_follows_from_the_people() -> None:
    types = {place.type for name in World(lambda: NAMES).beginning("new") for place in name.places}
    assert types == {"city", "village"}


def test_what_is_shipped_is_what_was_made() -> None:
    assert tomllib.loads(build.MADE.read_text("utf-8"))["sha256"] == digest([build.NAMES, build.ROWS, POINTS])


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


def city(
    id: int, country: str, people: int, *others: str, at: tuple[float, float] = (1, 2), division: str = ""
) -> City:
    place: City = {"geonameid": id, "countrycode": country, "population": people, "admin1code": division}
    return {**place, "latitude": at[0], "longitude": at[1], "name": f"Town {id}", "alternatenames": list(others)}


def test_the_build_takes_what_is_near_large_or_named_in_arabic() -> None:
    cities = [
        city(4, "SY", 0, "Tell Four", "TELL FOUR"),
        city(3, "FR", 20_000, "Ville Trois"),
        city(2, "FR", 900, "تلفيل"),
        city(1, "FR", 900, "گورگ"),
    ]
    found = [*build.rows(cities)]
    assert [row.id for row in found] == [2, 3, 4]
    assert [row.latin for row in found] == [("Town 2",), ("Town 3",), ("Town 4", "Tell Four")]
    assert [line for line in build.names_file(found, KEY).splitlines() if line[0] != "="] == [
        "tell\tfour=4.SY.0~",
        "town\t2=2.FR.900|3=3.FR.20000|4=4.SY.0",
        "تلفيل\t=2.FR.900",
    ]
    around = {("SY", ""): "idlib", ("FR", ""): "normandy"}
    *_, near, listed = build.rows_file(found, {4: "four"}, around).splitlines()
    assert near == "3\t1.0000\t2.0000\tTown 3\t\t\tnormandy"
    assert listed == "4\t1.0000\t2.0000\tTown 4\t\tfour\t", "our lists say themselves where it lies"


def named(*cities: City) -> dict[str, str]:
    """The lines of the names, by their first word."""
    lines = build.names_file([*build.rows(cities)], KEY).splitlines()
    return {word: names for word, _, names in (line.partition("\t") for line in lines)}


def test_a_name_in_arabic_letters_is_one_of_all_that_are_called_alike_in_latin_ones() -> None:
    small, large = city(1, "US", 900, "تلفيل"), city(2, "ES", 90_000)
    small["name"] = large["name"] = "Telfil"
    assert named(small, large, city(3, "FR", 90_000))["تلفيل"] == "=2.ES.90000,1.US.900"


@pytest.mark.parametrize(
    ("latin", "other", "heard"),
    [("Tazrut", "Kasba", True), ("Zat", "Kasba", False), ("Tazrut", "Tizarut", False)],
    ids=["three consonants", "two", "another one sounds so"],
)
def test_what_has_no_name_in_arabic_letters_is_found_by_its_sound(latin: str, other: str, *, heard: bool) -> None:
    one, two = city(1, "MA", 900), city(2, "MA", 900)
    one["name"], two["name"] = latin, other
    assert (named(one, two).get(sound(KEY(latin))) == "=1.MA.900") is heard
    abroad = {**one, "countrycode": "IR"}
    assert sound(KEY(latin)) not in named(abroad), "its names in Arabic letters are others"


def ours(*cities: City, named: Mapping[tuple[str, str], str] | None = None) -> build.Ours:
    """The places of a state of ours with a governorate, the towns `one` and `two` in it, and `far` outside."""
    entries = [
        Entry("land", PLACE, "country", {"en": ("Land",)}),
        Entry("north", PLACE, "province", {"en": ("North",)}, within="land"),
        Entry("one", PLACE, "town", {"en": ("Town 1",)}, within="north"),
        Entry("two", PLACE, "town", {"en": ("Town 2",)}, within="north"),
        Entry("far", PLACE, "town", {"en": ("Town 3",)}, within="land"),
        Entry("east", PLACE, "province", {"en": ("Town 3 province", "Town 3")}, within="land"),
        Entry("sea", PLACE, "water", {"en": ("Sea",)}, within="land"),
        Entry("kamria", PLACE, "province", {"en": ("Kamria",)}, within="land"),
        Entry("isle", PLACE, "region", {"en": ("Isle of Sand",), "ar": ("تلفيل",)}, within="land"),
        Entry("fort", PLACE, "base", {"en": ("Fort Hill",)}, within="land"),
        Entry("tell", PLACE, "village", {"en": ("Tell Hamran",)}, within="north"),
    ]
    key = knowledge().naming.transliteration.key
    return build.Ours([*build.rows(cities)], Gazetteer(entries), {"SY": "land"}, named or {}, key)


def test_a_division_is_what_our_places_of_it_lie_in() -> None:
    found = ours(city(1, "SY", 9, division="N"), city(2, "SY", 9, division="N"), city(3, "SY", 9, division="E"))
    assert found.listed == {1: "one", 2: "two", 3: "far"}
    assert found.divisions == {("SY", "N"): "north"}


def test_one_place_alone_tells_nothing_of_its_division() -> None:
    assert ours(city(1, "SY", 9, division="N")).divisions == {}


def test_a_division_of_which_a_quarter_and_more_lies_elsewhere_is_none() -> None:
    """`far` lies in no governorate that we know, so it does not vote; `one` and `two` do."""
    west = ours(city(1, "SY", 9, division="N"), city(2, "SY", 9, division="N"), city(3, "SY", 9, division="N"))
    assert west.divisions == {("SY", "N"): "north"}


def test_a_division_is_the_province_of_its_name() -> None:
    town = city(7, "SY", 9, at=(5, 6), division="08")
    found = ours(town, named={("SY", "08"): "Muhafazat Kasrah", ("SY", "09"): "Sea"})
    assert found.divisions == {}, "a name that sounds otherwise is another"
    found = ours(town, named={("SY", "08"): "Muhafazat al Qamriyah", ("SY", "09"): "Isle of Sands"})
    assert found.divisions == {("SY", "08"): "kamria"}, "only a province may be spelled in another way"
    assert found.points()["kamria"] == Point(5, 6)
    assert ours(town, named={("SY", "08"): "Kamria", ("SY", "09"): "Kamria State"}).divisions == {}, "which of them?"


def test_the_towns_of_a_code_say_how_it_is_called() -> None:
    codes = {("SY", "town 1"): "08", ("SY", "town 2"): "08", ("SY", "town 3"): "09"}
    towns = [{"cc": "SY", "name": f"Town {n}", "admin1": name} for n, name in ((1, "North"), (2, "North"), (3, ""))]
    assert divisions.named(towns, codes) == {("SY", "08"): "North"}
    moved = {"cc": "SY", "name": "Town 4", "admin1": "South"}
    assert divisions.named([*towns, moved], {**codes, ("SY", "town 4"): "08"}) == {}
    twice = {"cc": "SY", "name": "Town 2", "admin1": "South"}
    assert divisions.named([*towns, twice], codes) == {("SY", "08"): "North"}, "there are two of them"


@pytest.mark.parametrize(
    "names, id, placed",
    [
        (["Fort Hill"], "fort", True),
        (["Isle of Sand", "تلفيل"], "isle", True),
        (["Isle of Sand"], "isle", False),
    ],
)
def test_what_bears_the_name_of_one_town_alone_lies_beside_it(names: list[str], id: str, placed: bool) -> None:
    town = city(7, "SY", 9, *names, at=(5, 6))
    assert (id in ours(town).points()) is placed
    assert id not in ours(town, city(8, "SY", 9, *names)).points(), "of two it may be either"


def test_a_settlement_that_sounds_so_in_its_governorate_is_ours() -> None:
    north = [city(1, "SY", 9, division="N"), city(2, "SY", 9, division="N")]
    assert ours(*north, city(7, "SY", 9, "Tall Hamraan", division="N")).listed[7] == "tell"
    assert 7 not in ours(*north, city(7, "SY", 9, "Tall Hamraan", division="E")).listed
    assert 7 not in ours(*north, city(7, "SY", 9, "Tuwayl al Humran", division="N")).listed


def test_a_larger_place_lies_in_the_middle_of_what_lies_in_it() -> None:
    towns = [city(number, "SY", 9, at=(number, 20), division="N" if number != 3 else "E") for number in (1, 2, 3, 4, 6)]
    points = ours(*towns).points()
    assert (points["one"], points["north"], points["land"]) == (Point(1, 20), Point(4, 20), Point(3, 20))
    assert points["east"] == points["far"] == Point(3, 20), "ruled from the town of that name"
    assert "sea" not in points


def test_the_middle_is_one_of_them_and_the_date_line_parts_none() -> None:
    assert middle([Point(0, 179), Point(0, -179), Point(0, 178)]) == Point(0, 179)


def test_a_degree_along_a_meridian_is_111_kilometres() -> None:
    assert round(distance(Point(35, 36), Point(36, 36))) == 111
    assert round(distance(Point(60, 20), Point(60, 21))) == 56, "half of that at 60 degrees north"


def test_what_lies_where_is_known_of_states_and_governorates() -> None:
    known = gazetteer()
    syria, atmeh = known["syria"].point, spot("atme", known)
    assert syria is not None
    assert distance(syria, Point(35, 38)) < 150
    assert atmeh is not None
    assert (atmeh.fineness, atmeh.of) == (Fineness.DISTRICT, "idlib")
