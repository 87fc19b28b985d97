"""Lists of names in the forms in which they are handed round; an empty, a broken and a hostile one of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.intake.lists.names import LIMIT, ListError, read
from timeline_core.decisions.own_lists import Listed, row
from timeline_core.model.entry import Point


def lang(name: str) -> str:
    return "en" if name.isascii() else "ar"


def listed(tmp_path: Path, text: str, name: str = "list.csv") -> list[Listed]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read(path, lang)


def test_columns_that_are_known(tmp_path: Path) -> None:
    [one, two] = listed(
        tmp_path,
        "Name,name_ar,alias,lat,lon,pcode,admin1,admin2,id,type\n"
        "Tell Sabra,تل صبرا,Tal Sabra|Tall Sabra,36.1,37.2,SY1,Aleppo,Azaz,ts,Village\n"
        "Tell Nouri,,,,,,Hama,,,\n",
    )
    assert one.names == (("en", "Tell Sabra"), ("ar", "تل صبرا"), ("en", "Tal Sabra"), ("en", "Tall Sabra"))
    assert (one.id, one.type, one.code, one.point) == ("ts", "village", "SY1", Point(36.1, 37.2))
    assert one.around == ("Azaz", "Aleppo"), "the nearest first"
    assert two == Listed((("en", "Tell Nouri"),), around=("Hama",))


@pytest.mark.parametrize(
    "head",
    [
        "ADM3_EN,ADM3_AR,ADM3_PCODE,ADM2_EN,ADM1_EN,ADM0_EN",
        "admin3Name_en,admin3Name_ar,admin3Pcode,admin2Name_en,admin1Name_en,country",
    ],
)
def test_tables_with_p_codes(tmp_path: Path, head: str) -> None:
    [one] = listed(tmp_path, f"{head}\nDana,الدانا,SY070303,Harim,Idleb,Syria\n")
    assert one.names == (("en", "Dana"), ("ar", "الدانا"))
    assert (one.code, one.around) == ("SY070303", ("Harim", "Idleb", "Syria"))


def test_a_query_of_wikidata(tmp_path: Path) -> None:
    [one] = listed(
        tmp_path,
        "item,itemLabel,itemLabel_ar,coords\nhttp://www.wikidata.org/entity/Q42,Tell Sabra,تل صبرا,Point(37.2 36.1)\n",
    )
    assert (one.names, one.wikidata, one.point) == (
        (("en", "Tell Sabra"), ("ar", "تل صبرا")),
        "Q42",
        Point(36.1, 37.2),
    )


def test_entities_of_followthemoney(tmp_path: Path) -> None:
    entity = {"id": "a1", "schema": "Person", "properties": {"name": ["Rami Sorouk"], "alias": ["رامي سروك"]}}
    bare = {"id": "x", "schema": "Document", "properties": {"title": ["Report"]}}
    [one] = listed(tmp_path, f"{json.dumps(entity)}\n\n{json.dumps(bare)}\n", "entities.json")
    assert one == Listed((("en", "Rami Sorouk"), ("ar", "رامي سروك")), "a1", "person")


def test_jrc_names_of_one_number_are_one(tmp_path: Path) -> None:
    [one, two] = listed(tmp_path, "7\tP\tu\tRami+Sorouk\n7\tP\tar\tرامي+سروك\n9\tO\ten\tRed+Well\n", "entities.tsv")
    assert one == Listed((("en", "Rami Sorouk"), ("ar", "رامي سروك")), type="person", code="jrc-7")
    assert (two.type, two.code) == ("organisation", "jrc-9")


def test_semicolons_tabs_and_a_byte_order_mark(tmp_path: Path) -> None:
    assert listed(tmp_path, "\ufeffname;lat;lon\nTell;1;2\n")[0].point == Point(1, 2)
    assert listed(tmp_path, "name\tlat\tlon\nTell\t1\t2\n")[0].point == Point(1, 2)


@pytest.mark.parametrize(("lat", "lon"), [("91", "2"), ("1", "181"), ("x", "2"), ("1e3", "2"), ("", "2"), ("nan", "2")])
def test_what_is_no_place_on_earth_is_no_point(tmp_path: Path, lat: str, lon: str) -> None:
    assert listed(tmp_path, f"name,lat,lon\nTell,{lat},{lon}\n")[0].point is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names nothing"),
        ("a,b\n1,2\n", "known are columns such as name"),
        ('name\n"Tell\n', "line"),
        ('{"id": 1}\n', "line 1 is no FollowTheMoney entity"),
        ('{"id": "1", "schema": "Person", "properties": []}\n', "line 1 is no FollowTheMoney entity"),
        ("{" * 1000, "line 1 is no FollowTheMoney entity"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ListError, match=said):
        listed(tmp_path, text)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="No such file"):
        read(tmp_path / "none.csv", lang)
    (tmp_path / "old.csv").write_bytes("name\nتل\n".encode("cp1256"))
    with pytest.raises(ListError, match="CSV UTF-8"):
        read(tmp_path / "old.csv", lang)
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(ListError, match="50 MB"):
        read(tmp_path / "large.csv", lang)


def test_a_row_survives_writing_and_reading(tmp_path: Path) -> None:
    for one in listed(tmp_path, "name,name_ar,lat,lon,pcode,admin1,type\nTell,تل,1,2,SY1,Hama,village\n"):
        assert row(one.text()) == one


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"names": []}', '{"names": [["en"]]}', '{"names": 1}'])
def test_what_is_no_row_is_passed_by(text: str) -> None:
    assert row(text) is None
