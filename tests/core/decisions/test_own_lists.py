"""A gazetteer of one's own: what we know gets more names and a point, what we do not know is new, and found."""

from __future__ import annotations

from timeline_core.decisions.names import apply_names
from timeline_core.decisions.own_lists import Listed, extended
from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import ACTOR, PLACE, Entry, Point
from timeline_core.names.gazetteer import Gazetteer


def place(id: str, type: str, en: str, ar: str, within: str = "") -> Entry:
    return Entry(id, PLACE, type, {"en": (en,), "ar": (ar,)}, within=within)


KNOWN = Gazetteer(
    [
        place("syria", "country", "Syria", "سوريا"),
        place("aleppo", "city", "Aleppo", "حلب", "syria"),
        place("idlib", "city", "Idlib", "إدلب", "syria"),
        place("azaz", "town", "Azaz", "أعزاز", "aleppo"),
        Entry("red-well", ACTOR, "organisation", {"en": ("Red Well",)}),
    ],
    introducers=("بلدة",),
)


def act(id: str, *rows: Listed, category: str = PLACE, undoes: str = "") -> Decision:
    about = (category, "list.csv", "OCHA", "CC BY-IGO")
    kind = Act.UNDO if undoes else Act.GAZETTEER
    values = ("undo",) if undoes else (*about, *(row.text() for row in rows))
    return Decision(id, kind, f"2026-01-01T00:00:0{id}.000Z", "sara", values=values, undoes=undoes)


def with_rows(*rows: Listed, category: str = PLACE) -> Gazetteer:
    return extended(KNOWN, [act("1", *rows, category=category)])


def listed(*names: str, around: tuple[str, ...] = (), point: Point | None = None, **more: str) -> Listed:
    said = tuple(("en" if name.isascii() else "ar", name) for name in names)
    return Listed(said, around=around, point=point, **more)


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    return [hit.id for hit in gazetteer.find(text)]


def test_a_place_that_we_know_gets_names_a_point_and_a_source() -> None:
    after = with_rows(listed("Azaz", "عزاز", around=("Aleppo",), point=Point(36.6, 37.0), code="SY1"))
    assert len(after) == len(KNOWN)
    assert after["azaz"].names["ar"] == ("أعزاز", "عزاز")
    assert (after["azaz"].point, after["azaz"].source) == (Point(36.6, 37.0), "OCHA; CC BY-IGO")
    assert found(after, "في عزاز") == ["azaz"]


def test_a_place_that_we_do_not_know_is_new_and_lies_where_the_row_says() -> None:
    after = with_rows(listed("Tell Sabra", "تل صبرا", around=("Azaz", "Aleppo"), code="SY9", type="village"))
    assert (after["sy9"].type, after.around("sy9")) == ("village", ("azaz", "aleppo", "syria"))
    assert found(after, "قصف تل صبرا") == ["sy9"]
    assert found(KNOWN, "قصف تل صبرا") == []


def test_one_word_of_a_village_counts_behind_its_noun_or_beside_its_country() -> None:
    """«الزهرة» is a flower as well."""
    after = with_rows(listed("Zahra", "الزهرة", around=("Aleppo",)))
    assert found(after, "بلدة الزهرة") == ["zahra"]
    assert found(after, "قطف الزهرة") == []


def test_the_same_name_elsewhere_is_another_place() -> None:
    after = with_rows(listed("Azaz", around=("Idlib",), code="SY7"))
    assert set(after.around("sy7")) == {"idlib", "syria"}
    assert "Azaz" in after["azaz"].shared
    assert "Azaz" in after["sy7"].shared


def test_an_id_is_nobody_else_s() -> None:
    after = with_rows(listed("Red Well"), listed("Blue Hill", id="aleppo-x"), listed("Green Hill", id="red-well"))
    assert [entry.id for entry in after if entry.id not in KNOWN] == ["own:red-well", "aleppo-x", "own:red-well~2"]
    assert after["red-well"].category == ACTOR


def test_actors_too() -> None:
    after = with_rows(listed("Red Well", "البئر الأحمر"), listed("Rami Sorouk", type="person"), category=ACTOR)
    assert found(after, "البئر الأحمر") == ["red-well"]
    assert after["rami-sorouk"].type == "person"


def test_it_is_taken_back_as_one_and_what_is_no_row_is_passed_by() -> None:
    one = act("1", listed("Tell Sabra"), listed("Tell Nouri"))
    assert extended(KNOWN, [one, act("2", undoes="1")]) is KNOWN
    broken = Decision("1", Act.GAZETTEER, one.at, "x", values=(*one.values[:4], "{", *one.values[4:]))
    assert len(extended(KNOWN, [broken])) == len(KNOWN) + 2


def test_the_order_in_which_logs_are_joined_changes_nothing() -> None:
    acts = [
        act("1", listed("Tell Sabra", around=("Azaz",))),
        act("2", listed("Tell Sabra", "تل صبرا", around=("Azaz",))),
        Decision("3", Act.NAME, "2026-01-01T00:00:03.000Z", "x", values=("tell-sabra", "تل صبرة", "ar")),
    ]
    there, back = (apply_names(KNOWN, some) for some in (acts, acts[::-1]))
    assert [*there] == [*back]
    assert there["tell-sabra"].names["ar"] == ("تل صبرا", "تل صبرة")


def test_rings_end() -> None:
    ring = with_rows(listed("One Hill", around=("Two Hill",)), listed("Two Hill", around=("One Hill",)))
    assert len(ring) == len(KNOWN) + 2
