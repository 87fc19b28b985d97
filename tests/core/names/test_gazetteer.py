"""Where a text names an actor or a place."""

from dataclasses import replace

import pytest

from timeline_core.errors import GazetteerError
from timeline_core.names.gazetteer import Cues, Entry, Gazetteer
from timeline_core.text.fold import fold

SDF = Entry(
    "sdf", "actor", "armed force", {"ar": ("قوات سوريا الديمقراطية", "قسد"), "en": ("Syrian Democratic Forces", "SDF")}
)
CENTCOM = Entry("centcom", "actor", "armed force", {"ar": ("القيادة المركزية",), "en": ("U.S. Central Command",)})
SYRIA = Entry("syria", "place", "country", {"ar": ("سوريا",), "en": ("Syria",)})
HAMA = Entry("hama", "place", "city", {"ar": ("حماة",), "en": ("Hama",)}, guarded=frozenset({"حماة"}))
PALESTINE = Entry("palestine", "place", "country", {"ar": ("فلسطين",), "en": ("Palestine",)})
JERICHO = Entry("jericho", "place", "city", {"ar": ("أريحا",), "en": ("Jericho",)}, within="palestine")
IDLIB = Entry("idlib", "place", "city", {"ar": ("إدلب",), "en": ("Idlib",)}, within="syria")
SARMIN = Entry("sarmin", "place", "town", {"ar": ("سرمين",), "en": ("Sarmin",)}, within="idlib")
GENEVA = Entry("geneva", "place", "city", {"ar": ("جنيف",), "en": ("Geneva",)})


def cues(*introducers: str) -> Cues:
    return Cues(
        introducers=frozenset(fold(word) for word in introducers),
        inside=frozenset({"في", "in"}),
        glued_in=frozenset({"ب"}),
        glued_and=frozenset({"و"}),
    )


PLACES = Gazetteer([SYRIA, PALESTINE, JERICHO, IDLIB, SARMIN, GENEVA], cues=cues("في", "ريف", "محافظة", "مدينة", "in"))
KNOWN = Gazetteer([SDF, CENTCOM, SYRIA, HAMA], cues=cues("مدينة", "ريف"))
LARGER = Gazetteer([SDF, CENTCOM, SYRIA, HAMA, IDLIB], cues=cues("مدينة", "ريف"))


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


@pytest.mark.parametrize(
    "text, found",
    [
        ("قصف أريحا في إدلب", ["idlib"]),
        ("قصف أريحا في ريف إدلب", ["idlib"]),
        ("قصف أريحا بإدلب", ["idlib"]),
        ("قصف أريحا بريف إدلب", ["idlib"]),
        ("shelled Jericho in Idlib", ["idlib"]),
        ("أريحا في فلسطين", ["jericho", "palestine"]),
        ("سرمين في إدلب", ["sarmin", "idlib"]),
        ("سرمين في سوريا", ["sarmin", "syria"]),
        ("إدلب وأريحا", ["idlib", "jericho"]),
        ("أريحا. في إدلب", ["jericho", "idlib"]),
        ("أريحا، في إدلب", ["jericho", "idlib"]),
        ("وفد أريحا في جنيف", ["jericho", "geneva"]),
        ("أريحا تندد بقصف إدلب", ["jericho", "idlib"]),
        ("من أريحا إلى إدلب", ["jericho", "idlib"]),
        ("سوريا في فلسطين", ["syria", "palestine"]),
    ],
    ids=str,
)
def test_a_place_said_to_lie_where_it_does_not_is_another_of_that_name(text: str, found: list[str]) -> None:
    assert [hit.id for hit in PLACES.find(text)] == found


def test_names_are_found_through_marks_inside_them() -> None:
    text = "مع قوات سوريا الديم\u200cقراطية في ا\u0655دلب"
    assert [(hit.id, hit.span.of(text)) for hit in LARGER.find(text)] == [
        ("sdf", "قوات سوريا الديم\u200cقراطية"),
        ("idlib", "ا\u0655دلب"),
    ]


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


def test_a_smaller_gazetteer_finds_only_what_it_keeps() -> None:
    assert [entry.id for entry in KNOWN.only(["syria"])] == ["syria"]
    assert [entry.id for entry in LARGER.only(["idlib"])] == ["syria", "idlib"], "with what it lies in"
    assert [hit.id for hit in KNOWN.only(["hama"]).find("في مدينة حماة")] == ["hama"]
