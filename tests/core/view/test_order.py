"""Another order than that of days: what the index says beside a walk over every event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from seeds.load import query_wording
from tests.builders import founding
from tests.core.view.test_index import every, patient, timelines
from timeline_core.merge.importance import find_brief
from timeline_core.model.event import Event, Status
from timeline_core.timeline import Timeline
from timeline_core.view import query
from timeline_core.view.doubt import Doubt, doubts_of
from timeline_core.view.filter import Filter
from timeline_core.view.index import bits
from timeline_core.view.index.build import make_index
from timeline_core.view.index.index import Index
from timeline_core.view.index.order import arrange
from timeline_core.view.order import Order, Ordering


def arranged(index: Index, told: Timeline, order: Ordering) -> list[Event]:
    """All events, nothing folded, in that order."""
    found = arrange(index, index.unfolded(index.matches(Filter())), order)
    slots = [found.select(place) for place in range(len(found))]
    assert [found.rank(slot) for slot in slots] == [*range(len(slots))]
    return [every(told)[index.columns.number(slot)] for slot in slots]


def gravest(event: Event, told: Timeline) -> int:
    """The place of its gravest doubt among all kinds of doubt, behind them where it has none that counts."""
    found = () if event.status is Status.ACCEPTED else doubts_of(event, told)
    return [*Doubt].index(found[0]) if found else len(Doubt)


@patient
@given(timelines())
def test_the_most_important_stands_first_and_of_equals_the_oldest(told: Timeline) -> None:
    index = make_index(told)
    weights = find_brief(told)
    kept = [event.id for event in arranged(index, told, Ordering(Order.IMPORTANCE)) if event.id in weights]
    assert kept == [*weights]


@patient
@given(timelines())
def test_the_gravest_doubt_stands_first_and_the_latest_before_what_is_older(told: Timeline) -> None:
    index = make_index(told)
    assert arranged(index, told, Ordering(Order.DOUBT)) == sorted(every(told), key=lambda one: gravest(one, told))
    turned = [*reversed(told.events), *told.undated]
    assert arranged(index, told, Ordering(Order.LATEST)) == turned
    assert arranged(index, told, Ordering(backwards=True)) == turned


@patient
@given(timelines())
def test_the_other_way_round_is_the_same_order_from_its_end(told: Timeline) -> None:
    index = make_index(told)
    for order in (Order.IMPORTANCE, Order.DOUBT):
        forwards, backwards = (arranged(index, told, Ordering(order, turned)) for turned in (False, True))
        assert backwards == forwards[::-1]


def test_a_star_moves_an_event_up_at_once() -> None:
    told = founding()
    index = make_index(told)
    last = arranged(index, told, Ordering(Order.IMPORTANCE))[-1]
    starred = replace(last, starred=True)
    number = index.columns.find(last.id)
    changed = index.changed({number: (last, starred)}, told.names)
    by_hand = replace(told, events=tuple(starred if one.id == last.id else one for one in told.events))
    named = {one.id: one for one in every(by_hand)}
    assert arranged(changed, by_hand, Ordering(Order.IMPORTANCE)) == [named[id] for id in find_brief(by_hand)]
    assert arranged(index, told, Ordering(Order.IMPORTANCE))[-1] == last


@pytest.mark.parametrize(
    "line, order",
    [
        ("sort:importance", Ordering(Order.IMPORTANCE)),
        ("-sort:importance actor:sdf", Ordering(Order.IMPORTANCE, backwards=True)),
        ("ترتيب:الأحدث", Ordering(Order.LATEST)),
        ("sort:day sort:doubt", Ordering(Order.DOUBT)),
        ("actor:sdf", Ordering()),
    ],
)
def test_the_filter_line_says_the_order_and_the_order_hides_nothing(line: str, order: Ordering) -> None:
    filter = query.parse(line, wording=query_wording())
    assert filter.order == order
    assert bool(filter) == ("actor" in line)
    assert query.parse(query.format(filter)) == filter
    index = make_index(founding())
    assert index.matches(filter) == index.matches(Filter(tuple(filter.conditions)))


def test_the_latest_first_is_said_in_two_ways() -> None:
    assert [Ordering(Order.LATEST).turned, Ordering(Order.DAY, backwards=True).turned] == [True, True]
    assert [Ordering(Order.LATEST, backwards=True).plain, Ordering().plain] == [True, True]


def test_flags_and_members_are_of_one_set() -> None:
    some = bits.of_few((0, 3, 11), 12)
    assert [*bits.listed(some, 12)] == [0, 3, 11] == [*bits.members(some)]
    assert bits.flags(some, 12) == bytes((1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1))
