"""What a word of the filter line looks for beside its letters, and what can be asked of an event beside its words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import count, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.load import concepts, query_wording
from tests.builders import event, evidence, figure, founding, report, timeline
from timeline_core.errors import LanguageError, QueryError
from timeline_core.model.event import Event, Machine
from timeline_core.model.when import When, bounded_by
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.view import query, sought, wording
from timeline_core.view.filter import CHOICES, FIELDS, Filter, apply
from timeline_core.view.index.build import make_index
from timeline_core.view.sought import read

TODAY = date(2023, 3, 5)


def parsed(line: str) -> Filter:
    return query.parse(line, TODAY, wording=query_wording())


def found(line: str, told: Timeline) -> list[str]:
    """Ids of what the line lets through; the index of the reader says the same."""
    through = apply(parsed(line), told)
    index = make_index(told)
    every = (*told.events, *told.undated)
    ids = [one.id for one in (*through.events, *through.undated)]
    assert [every[number].id for number in index.found(index.matches(parsed(line)))] == ids
    return ids


@pytest.mark.parametrize(
    "said, text",
    [
        ("القناة", "فتحت قناة جديدة"),
        ("قناة", "فتحت القناة"),
        ("القناة", "أُغلقت بالقناة"),
        ("والقصف", "قصف عنيف"),
        ("للمرفأ", "دخلت المرفأ"),
        ("وقصف", "القصف"),
        ("markets", "the market burned"),
        ("market", "two markets"),
        ("cities", "the city fell"),
        ("city", "two cities fell"),
        ("boxes", "a box"),
        ("houses", "a house"),
        ("mark*t", "the market"),
        ("قحط*", "القحطاني"),
        ("*حطاني", "القحطاني"),
        ("al-sha*", "al-shaddadi"),
        ("~ghweiran", "the Ghwayran prison"),
        ("~غويران", "حي غويرن"),
        ("~قحطني", "القحطاني"),
        ("/raid(s|ed)/", "they raided it"),
        ("/قتل \\d+/", "قتل ١٢ جنديا"),
        ("/^Raid/", "raid on a farm"),
    ],
)
def test_a_word_finds_its_other_forms(said: str, text: str) -> None:
    assert read(said).holds(fold(text))


@pytest.mark.parametrize(
    "said, text",
    [
        ("القناة", "قنوات"),
        ("وزير", "جزيرة"),
        ("كتاب", "تابع"),
        ("cars", "carpet"),
        ("glass", "gla"),
        ("gas", "ga"),
        ("bus", "bu"),
        ("mark*t", "a mark was set"),
        ("mark*", "remarks"),
        ("*istan", "istanbul"),
        ("~ghweiran", "iranian"),
        ("~غويران", "غزوان"),
        ("/raid(s|ed)/", "a raid"),
        ("/^raid/", "the raid"),
    ],
)
def test_a_word_finds_nothing_that_only_looks_like_it(said: str, text: str) -> None:
    assert not read(said).holds(fold(text))


@pytest.mark.parametrize(
    "line, back",
    [
        ('"markets"', '"markets"'),
        ("markets", "markets"),
        ('"a*b"', '"a*b"'),
        ('"/x/"', '"/x/"'),
        ("/x y,z/", "/x y,z/"),
        ("-/x/ ~near", "-/x/ ~near"),
        ("starred:", "starred:yes"),
        ("نوع:نفي،إعلان", "kind:denial,announcement"),
        ("قتلى>٥", "killed>5"),
        ("killed:3..7,9..", "killed:3..7,9.."),
        ('report:"two words",markets', 'report:"two words",markets'),
    ],
)
def test_what_is_read_is_written_so_that_it_means_the_same(line: str, back: str) -> None:
    assert query.format(parsed(line)) == back
    assert parsed(back) == parsed(line)


@pytest.mark.parametrize(
    "line, word",
    [
        ("/", "ends with /"),
        ("/abc", "ends with /"),
        ("/(/", "no pattern"),
        (f"/{'a' * 300}/", "at most 200"),
        ("killed>5x", "a number"),
        ("killed:many", "a number"),
        (f"killed>{'9' * 5_000}", "a number"),
        (f"killed:1..{'9' * 5_000}", "a number"),
        ("kiled>5", "«killed»"),
        ("has:conflicts", "conflict"),
        ("sure:perhaps", "yes, no"),
        ("نوعا:نفي", "نوع"),
        ("نوع: نفي", "right behind the colon"),
        ("published:soon", "published:soon"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_word(line: str, word: str) -> None:
    with pytest.raises(QueryError, match=word):
        parsed(line)


@pytest.mark.parametrize("text", ["5>3", "a>b", "http://a.b/c", "1/2", "*", "~", "a~b"])
def test_signs_within_a_text_are_a_text(text: str) -> None:
    [term] = parsed(text).terms
    assert term.field == "text"


@pytest.mark.parametrize(("said", "found"), [("*a*a*a*a*a*a*b", False), ("a*a*a*a*a*a*a*a", True), ("*a*b*a*", False)])
def test_many_stars_cost_what_one_does(said: str, *, found: bool) -> None:
    assert read(said).holds("a" * 200 + " b") is found


@given(st.text("ab*", min_size=1, max_size=7), st.text("ab ", max_size=12))
def test_a_word_with_stars_finds_what_its_pieces_in_their_order_do(said: str, text: str) -> None:
    before, behind = ("" if said.startswith("*") else r"(?<!\w)"), ("" if said.endswith("*") else r"(?!\w)")
    if "*" in said and said.strip("*"):
        plain = re.compile(before + r"\w*".join(said.split("*")) + behind)
        assert [*read(said).places(text)] == [found.span() for found in plain.finditer(text)]


def test_a_pattern_that_never_ends_is_refused_and_not_waited_for() -> None:
    with pytest.raises(QueryError, match="too long"):
        read("/(a|aa)+$/").holds("a" * 80 + "b")


def test_a_pattern_has_a_bound_over_all_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock that it is given, here one that goes on by a second a look."""
    ticks = count()
    monkeypatch.setattr(sought, "_BOUND", list[object]())
    many = timeline(*(event(f"e{number}", "2023-01-01", f"raid {number}") for number in range(40)))
    assert len(found("/r.*d/", many)) == 40, "each text has its own bound alone"
    sought.bound(lambda: float(next(ticks)), 30)
    for search in (apply, lambda asked, told: make_index(told).matches(asked)):
        with pytest.raises(QueryError, match="over all that is searched"):
            search(parsed("/r.*d/"), many)
    assert len(found("/r.*d/", timeline(*many.events[:9]))) == 9, "each search has a bound of its own"
    assert len(found("raid", many)) == 40, "words are linear, and need none"


def told() -> Timeline:
    """A fire that two reports count differently, one that is doubted, and one that a person has corrected."""
    one = report("one", "Five died in the fire on Monday. Nobody has claimed it.", published="2023-02-10")
    two = report("two", "A fire killed eight people.", published="2023-03-01", publisher="Coast")
    first = evidence(one, "Five died in the fire on Monday", "Monday", When("2023-02-06"))
    second = evidence(two, "A fire killed eight people", "", None)
    fire = event(
        "fire", "2023-02-06", "Fire", first, second, figures=(figure("killed", 5, "one"), figure("killed", 8, "two"))
    )
    doubted = event("doubted", "2023-02-07?", "Flood", first)
    bound = event("bound", bounded_by(date(2023, 2, 10)), "Storm", first)
    corrected = replace(
        event("corrected", "2023-02-09", "Quake", first),
        machine=Machine(When("2023-02-08?"), "Quake", fire.kind, ()),
        starred=True,
        note="asked the mayor",
    )
    return timeline(fire, doubted, bound, corrected, event("loose", None, "Wind", first), reports=(one, two))


@pytest.mark.parametrize(
    "line, ids",
    [
        ("has:conflict", ["fire"]),
        ("has:figure,star", ["fire", "corrected"]),
        ("starred:", ["corrected"]),
        ("starred:no noted:no", ["fire", "doubted", "bound", "loose"]),
        ("نجمة:نعم", ["corrected"]),
        ("has:correction", ["corrected"]),
        ("noted:yes", ["corrected"]),
        ("sure:no", ["doubted", "bound", "loose"]),
        ("sure:", ["fire", "corrected"]),
        ("killed>7", ["fire"]),
        ("killed>8", []),
        ("killed<6", ["fire"]),
        ("killed>=8", ["fire"]),
        ("killed:6..7", []),
        ("killed:5", ["fire"]),
        ("-killed>0", ["doubted", "corrected", "bound", "loose"]),
        ("origins>1", ["fire"]),
        ("reports:1", ["doubted", "corrected", "bound", "loose"]),
        ("published:2023-03", ["fire"]),
        ("published:2023-02-10 -published:2023-03", ["doubted", "corrected", "bound", "loose"]),
        ("claimed", []),
        ("report:claimed origins>1", ["fire"]),
        ("report:claiming", []),
        ('report:"nobody has claimed" starred:', ["corrected"]),
        ("report:claim* starred:", ["corrected"]),
        ("report:~klaimed starred:", ["corrected"]),
        ("report:/claim(ed|s)/ starred:", ["corrected"]),
        ("نص:claimed نجمة:", ["corrected"]),
    ],
)
def test_what_is_asked_of_an_event(line: str, ids: list[str]) -> None:
    assert sorted(found(line, told())) == sorted(ids)


def test_at_least_so_many_is_not_surely_more_and_at_most_not_surely_fewer() -> None:
    def one(low: int, high: int | None) -> Event:
        return event("e", "2023", "Fire", figures=(replace(figure("killed", low, "r"), high=high),))

    many, few = timeline(one(10, None)), timeline(one(0, 50))
    asked = ["killed>9", "killed>10", "killed<1000", "killed<51", "killed<50", "killed>0"]
    assert [line for line in asked if found(line, many)] == ["killed>9", "killed>0"]
    assert [line for line in asked if found(line, few)] == ["killed<1000", "killed<51"]


def test_every_thing_that_is_counted_can_be_compared_and_has_a_name_in_every_language() -> None:
    assert concepts().names["counted"] <= query_wording().counts.keys()


def test_every_name_of_a_field_or_a_fixed_value_is_found_by_its_own_language() -> None:
    known = query_wording()
    assert {known.field_of(name) for names in known.fields.values() for name in names} <= {*FIELDS}
    for field, values in known.values.items():
        assert {known.value_of(field, name) for names in values.values() for name in names} <= {*CHOICES[field]}


@pytest.mark.parametrize("field, number", product(("origins", "reports"), ("1", "2")))
def test_a_line_of_numbers_says_the_same_of_the_founding_case_in_both_languages(field: str, number: str) -> None:
    names = query_wording().counts[field]
    assert found(f"{field}:{number}", founding()) == found(f"{names[0]}:{number}", founding())


def test_a_table_of_names_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(LanguageError, match="means"):
        wording.read({"xx": {"fields": {"kind": ["sort"], "place": ["sort"]}}})
    with pytest.raises(LanguageError, match="no field"):
        wording.read({"xx": {"fields": {"colour": ["tint"]}}})
