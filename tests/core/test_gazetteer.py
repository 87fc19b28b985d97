"""Where a text names an actor or a place."""

from dataclasses import replace

import pytest

from timeline_core.errors import GazetteerError
from timeline_core.gazetteer import Entry, Gazetteer

SDF = Entry(
    "sdf", "actor", "armed force", {"ar": ("قوات سوريا الديمقراطية", "قسد"), "en": ("Syrian Democratic Forces", "SDF")}
)
CENTCOM = Entry("centcom", "actor", "armed force", {"ar": ("القيادة المركزية",), "en": ("U.S. Central Command",)})
SYRIA = Entry("syria", "place", "country", {"ar": ("سوريا",), "en": ("Syria",)})
HAMA = Entry("hama", "place", "city", {"ar": ("حماة",), "en": ("Hama",)}, guarded=frozenset({"حماة"}))
KNOWN = Gazetteer([SDF, CENTCOM, SYRIA, HAMA], introducers=["مدينة", "ريف"])


def named(text: str) -> list[tuple[str, str]]:
    return [(hit.id, hit.span.of(text)) for hit in KNOWN.find(text)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("قالت قسد", [("sdf", "قسد")]),
        ("وقسد", [("sdf", "قسد")]),
        ("وَقَسَد", [("sdf", "قَسَد")]),
        ('ضد "قسد"، و«سوريا»', [("sdf", "قسد"), ("syria", "سوريا")]),
        ("مع قوات سوريا الديمقراطية", [("sdf", "قوات سوريا الديمقراطية")]),
        ("قوات سوريا الديموقراطيه", [("syria", "سوريا")]),
        ("بيان للقيادة المركزية", [("centcom", "لقيادة المركزية")]),
        (
            "the U.S. Central Command, SDF and syria",
            [("centcom", "U.S. Central Command"), ("sdf", "SDF"), ("syria", "syria")],
        ),
        ("في مدينة حماة", [("hama", "حماة")]),
        ("حماة الوطن", []),
        ("في مدينة حماة، ثم في حماة", [("hama", "حماة"), ("hama", "حماة")]),
        ("Syria's SDF", [("syria", "Syria's"), ("sdf", "SDF")]),
        ("السدف", []),
        ("", []),
    ],
    ids=str,
)
def test_names_are_found_without_their_clitics(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_an_id_stands_once() -> None:
    with pytest.raises(GazetteerError, match="sdf"):
        Gazetteer([SDF, SDF])


def test_an_entry_without_a_name_is_refused() -> None:
    with pytest.raises(GazetteerError, match="no name"):
        Gazetteer([replace(SDF, names={})])


def test_a_guarded_name_is_one_of_the_names() -> None:
    with pytest.raises(GazetteerError, match="guards"):
        Gazetteer([replace(SDF, guarded=frozenset({"سدف"}))])


def test_a_name_is_shown_in_the_language_asked_for_or_another() -> None:
    only_arabic = Entry("x", "actor", "person", {"ar": ("سمير",)})
    assert (SDF.name("en"), SDF.name("ar"), only_arabic.name("fr")) == (
        "Syrian Democratic Forces",
        "قوات سوريا الديمقراطية",
        "سمير",
    )


def test_a_larger_gazetteer_knows_what_the_smaller_knew() -> None:
    larger = KNOWN.with_entries([Entry("idlib", "place", "city", {"ar": ("إدلب",)})])
    assert [hit.id for hit in larger.find("من مدينة حماة إلى ادلب")] == ["hama", "idlib"]
    assert [entry.id for entry in KNOWN.only(["syria"])] == ["syria"]
    assert [hit.id for hit in KNOWN.only(["hama"]).find("في مدينة حماة")] == ["hama"]
