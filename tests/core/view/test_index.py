"""The index beside the look at one event after the other: whatever the timeline and the filter, the same answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import HASAKAH, NAMES, SYRIA, event, founding, report, timeline
from tests.depth import IS_DEEP
from timeline_core.model.actor_role import ActorRole, taking_part
from timeline_core.model.entry import PLACE, Entry, Point
from timeline_core.model.event import Event, Figure, Kind, Status
from timeline_core.model.span import Span
from timeline_core.model.when import When, between, bounded_by, on
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view import query
from timeline_core.view.facts import Has, Range
from timeline_core.view.filter import DATES, NEAR, OF_WORDS, REPORT, TEXT, Circle, Dated, Filter, Term, make_matcher
from timeline_core.view.index import bits
from timeline_core.view.index import build as indexing
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.build import make_index
from timeline_core.view.index.index import Index
from timeline_core.view.sought import read

ACTORS = ("centcom", "isis", "sdf", "nobody")
WORDS = ("غارة", "القحطاني", "أُعلن", "raid", "الرقّة", "1,245", "ﻻجئ", "و«قسد»", "a-b", "لـــندن", "قُتل")
DAYS = st.dates(date(2021, 11, 1), date(2022, 3, 1))
PUBLISHED = ("", "2021-12-30", "2022-01")
WHENS = st.one_of(
    DAYS.map(on),
    DAYS.map(bounded_by),
    st.tuples(DAYS, st.integers(0, 120)).map(lambda found: between(found[0], found[0] + timedelta(found[1]))),
    st.sampled_from(["2021", "2022", "2021-12", "2022-01", "../2021-12", "2022-01/..", "202X", "2021-24"]).map(When),
)
PLACED = Gazetteer(
    (
        *(entry for entry in NAMES if entry.category != PLACE),
        replace(SYRIA, point=Point(35, 38)),
        replace(HASAKAH, within="syria", point=Point(36.5, 40.7)),
        Entry("shaddadi", PLACE, "town", {"en": ("Shaddadi",)}, within="hasakah", point=Point(36.06, 40.73)),
        Entry("hole", PLACE, "camp", {"en": ("Hole",)}, within="hasakah"),
    )
)
CIRCLES = st.sampled_from([Circle(Point(36.5, 40.7), 10), Circle(Point(36.3, 40.7), 40), Circle(Point(35, 38), 5)])
FIGURES = st.builds(
    Figure,
    st.sampled_from(["killed", "wounded"]),
    st.integers(0, 4),
    st.none() | st.integers(4, 6),
    st.booleans(),
    st.just("r0"),
    st.just(Span(0, 1)),
)
SAID = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


patient = settings(deadline=None, max_examples=60 if IS_DEEP else 25, suppress_health_check=[HealthCheck.too_slow])
"""Other tests take their time of the machine too."""


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    count = draw(st.integers(0, 9))
    ids = [f"e{n}" for n in range(count)]
    told = [
        report(f"r{n}", draw(SAID), title=draw(SAID), publisher=draw(SAID), published=draw(st.sampled_from(PUBLISHED)))
        for n in range(3)
    ]
    some = [_event(draw, id, ids) for id in ids]
    return timeline(*some, reports=tuple(told), names=PLACED)


def _event(draw: st.DrawFn, id: str, ids: list[str]) -> Event:
    bare = event(id, draw(st.none() | WHENS), draw(SAID), kind=draw(st.sampled_from(Kind)))
    pieces = tuple(
        replace(bare.evidence[0], report=id, exact=draw(SAID))
        for id in draw(st.lists(st.sampled_from(["r0", "r1", "r2"]), min_size=1, max_size=2, unique=True))
    )
    actors = draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))
    roles = tuple(draw(st.lists(st.tuples(st.sampled_from(ActorRole), st.sampled_from(ACTORS)), max_size=3)))
    return replace(
        bare,
        evidence=pieces,
        tellings=(),
        actors=tuple(dict.fromkeys((*actors, *taking_part(roles)))),
        roles=roles,
        places=tuple(
            draw(st.lists(st.sampled_from(["syria", "hasakah", "shaddadi", "hole"]), max_size=2, unique=True))
        ),
        announces=tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))),
        status=draw(st.sampled_from(Status)),
        figures=tuple(replace(one, report=pieces[-1].report) for one in draw(st.lists(FIGURES, max_size=2))),
        starred=draw(st.booleans()),
        tags=tuple(draw(st.lists(st.sampled_from(["x", "مهم"]), max_size=2, unique=True))),
        note=draw(st.sampled_from(["", "ملاحظة: قُتل"])),
    )


def _pieces(word: str) -> st.SearchStrategy[str]:
    ends = st.tuples(st.integers(0, len(word) - 1), st.integers(1, len(word)))
    return ends.map(lambda found: word[min(found) : max(found)] or word).map(lambda piece: piece.strip() or "ق")


TEXTS = SAID.flatmap(_pieces)
NAMED = {
    TEXT: TEXTS | st.sampled_from(["ا", "isis", "تنظيم", "«", "s "]),
    "actor": st.sampled_from([*ACTORS, "قسد", "SDF", "State", "إبراهيم", "sd"]),
    "agent": st.sampled_from([*ACTORS, "قسد", "SDF", "State", "إبراهيم", "sd"]),
    "patient": st.sampled_from([*ACTORS, "قسد", "SDF", "State", "إبراهيم", "sd"]),
    "by": st.sampled_from([*ACTORS, "قسد", "SDF", "State", "إبراهيم", "sd"]),
    "place": st.sampled_from(["syria", "الحسكه", "Syria", "sdf", "shaddadi"]),
    "source": st.sampled_from(["r0", "R1", "r", "غارة", "raid"]),
    "kind": st.sampled_from([kind.value for kind in Kind]),
    "status": st.sampled_from([status.value for status in Status]),
    "dated": st.sampled_from([dated.value for dated in Dated]),
    "tag": st.sampled_from(["x", "مهم", "y"]),
    "has": st.sampled_from([one.value for one in Has]),
    "starred": st.sampled_from(["yes", "no"]),
    "noted": st.sampled_from(["yes", "no"]),
    "sure": st.sampled_from(["yes", "no"]),
}
LOOKED_FOR = (
    "الغارة",
    "وقصف",
    "raids",
    "قحط*",
    "*حطان*",
    "~قحطني",
    "~rait",
    "/قت.?ل/",
    "/a.b|raid/",
    "a-*",
    "isi*",
)
"""Words that look for more than their letters."""
RANGES = st.sampled_from([Range(0, 3), Range(3, None), Range(1, 1), Range(5, 5)])


@st.composite
def terms(draw: st.DrawFn) -> Term:
    field = draw(st.sampled_from([*NAMED, *DATES, NEAR, "published", "compared", REPORT, REPORT, TEXT]))
    if field == "compared":
        return Term(
            draw(st.sampled_from(["killed", "wounded", "origins", "reports", "drones"])),
            ("?",),
            draw(st.booleans()),
            ranges=(draw(RANGES),),
        )
    if field in OF_WORDS and draw(st.booleans()):
        words = draw(st.lists(st.sampled_from(LOOKED_FOR), min_size=1, max_size=2))
        return Term(field, tuple(words), draw(st.booleans()), sought=tuple(map(read, words)))
    if field == REPORT:
        return Term(field, (draw(TEXTS),), draw(st.booleans()))
    if field == NEAR:
        return Term(field, ("?",), draw(st.booleans()), circles=(draw(CIRCLES),))
    if field in (*DATES, "published"):
        windows = draw(st.lists(st.tuples(DAYS, DAYS).map(lambda one: (min(one), max(one))), min_size=1, max_size=2))
        return Term(field, ("?",) * len(windows), draw(st.booleans()), tuple(windows))
    return Term(field, tuple(draw(st.lists(NAMED[field], min_size=1, max_size=2))), draw(st.booleans()))


FILTERS = st.lists(terms(), max_size=3).map(tuple).map(Filter)


def every(told: Timeline) -> list[Event]:
    return [*told.events, *told.undated]


def scanned(filter: Filter, told: Timeline) -> list[int]:
    passes = make_matcher(filter, told)
    return [number for number, one in enumerate(every(told)) if passes(one)]


@patient
@given(timelines(), FILTERS)
def test_an_index_finds_what_looking_at_each_event_finds(told: Timeline, filter: Filter) -> None:
    index = make_index(told)
    matches = index.matches(filter)
    assert list(index.found(matches)) == scanned(filter, told)
    assert index.total(matches) == len(scanned(filter, told))


@patient
@given(timelines(), FILTERS)
def test_common_pieces_that_are_worked_out_beforehand_change_nothing(told: Timeline, filter: Filter) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "_MANY", 0)
        index = make_index(told)
    assert list(index.found(index.matches(filter))) == scanned(filter, told)


@patient
@given(timelines(), FILTERS)
def test_every_event_found_is_shown_once_behind_what_it_is_folded_under_or_by_its_own_day(
    told: Timeline, filter: Filter
) -> None:
    index = make_index(told)
    found = scanned(filter, told)
    rows = [index.columns.number(slot) for slot in bits.members(index.shown(index.matches(filter)).bits)]
    assert sorted(rows) == found
    expected = []
    for number in found:
        if index.columns.root(number) == number or index.columns.root(number) not in found:
            expected += [number, *(one for one in found if index.columns.root(one) == number != one)]
    assert rows == expected


@given(st.sets(st.integers(0, 9_000)), st.integers(0, 9_100))
def test_a_ranked_set_knows_its_order(numbers: set[int], number: int) -> None:
    ordered = sorted(numbers)
    ranked = Ranked(bits.of(ordered, 9_001))
    assert list(bits.members(ranked.bits)) == ordered
    assert ranked.rank(number) == sum(one < number for one in ordered)
    assert [ranked.select(rank) for rank in range(len(ranked))] == ordered
    assert (number in ranked) == (number in numbers)
    assert list(bits.members(ranked.stretch(100, 5_000))) == [one - 100 for one in ordered if 100 <= one < 5_000]


@pytest.mark.parametrize("size", [1, 7, 64, 4_096, 9_001])
def test_a_set_is_the_same_however_many_it_holds(size: int) -> None:
    for step in (1, 3, 77, 2_000):
        assert list(bits.members(bits.of(range(0, size, step), size))) == list(range(0, size, step))


def index() -> Index:
    return make_index(founding())


def ids(line: str) -> list[str]:
    told, found = founding(), index()
    numbers = found.found(found.matches(query.parse(line, date(2023, 3, 5))))
    return [every(told)[number].id.rpartition("--")[2] for number in numbers]


@pytest.mark.parametrize(
    "line, found",
    [
        ("القحطانى", ["5", "6", "7"]),
        ("قحطا", ["5", "6", "7"]),
        ('"مقتل ابراهيم"', ["5"]),
        ('"تل ابراهيم القح"', ["5"]),
        ('"ابراهيم مقتل"', []),
        ("قسد", ["2", "5"]),
        ("ﺳﻮﺭﻳﺎ actor:sdf", ["2", "5"]),
        ("actor:sdf,ibrahim-al-qahtani -kind:announcement", ["2", "5"]),
        ("since:2023-02-16 until:2023-02", ["7", "8"]),
        ("on:2021", ["1"]),
        ("-on:2023-02 -place:hasakah", ["1", "3", "10", "9"]),
        ("kind:denial,planned", ["8", "10"]),
    ],
)
def test_a_line_finds_words_pieces_of_words_and_phrases_whatever_the_spelling(line: str, found: list[str]) -> None:
    assert ids(line) == found


def test_an_event_is_found_by_its_id_and_by_what_is_said_of_it() -> None:
    found, told = index().columns, every(founding())
    assert [found.find(one.id) for one in told] == list(range(len(told)))
    assert (found.find("2023-02-10"), found.find(""), found.find("zzz")) == (-1, -1, -1)
    raid = found.find("2023-02-10--5")
    assert [told[n].id.rpartition("--")[2] for n in found.about(raid)] == ["6", "7", "8"]
    assert found.root(found.find("2023-02-16--7")) == raid


def test_the_first_event_since_a_day_and_the_days_of_each_are_told_without_an_event() -> None:
    found, told = index().columns, founding()
    assert told.events[found.since(date(2023, 2, 11))].id == "2023-02-15--6"
    assert found.since(date(2030, 1, 1)) == found.dated == len(told.events)
    assert found.days(found.dated) is None
    assert [found.days(n) for n in range(found.dated)] == [
        tuple(day.toordinal() for day in one.when.days) for one in told.events if one.when and one.when.days
    ]


def test_an_empty_timeline_has_an_index_too() -> None:
    empty = make_index(timeline(names=NAMES))
    assert (empty.columns.count, list(empty.found(empty.matches(Filter((Term(TEXT, ("x",)),)))))) == (0, [])
    assert len(empty.shown(empty.matches(Filter()))) == 0
