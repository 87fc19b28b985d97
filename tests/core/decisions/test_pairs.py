"""Which actors may be one, so that a person is asked; and which may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.words import known
from timeline_core.decisions.pairs import Pair, Why, pairs
from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import ACTOR, Entry
from timeline_core.names.gazetteer import Gazetteer


def actor(id: str, *names: str, type: str = "organisation") -> Entry:
    return Entry(id, ACTOR, type, {"en": names})


def found(*entries: Entry, log: tuple[Decision, ...] = ()) -> list[Pair]:
    return pairs(
        Gazetteer(entries), dict.fromkeys((entry.id for entry in entries), 1), known().naming.transliteration.key, log
    )


def person(id: str, name: str) -> Entry:
    return actor(id, name, type="person")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("p:a", "Samir Hadlan"), person("p:b", "Samir Hasan Hadlan"), Why.PARTS),
        (person("p:a", "سمير هدلان"), person("p:b", "Samir Hasan Hadlan"), Why.PARTS),
        (actor("p:a", "Red Well Council"), actor("p:b", "Council of the Red Well"), Why.WORDS),
        (actor("p:a", "مجلس البئر"), actor("p:b", "مجلس البئر الأحمر"), Why.WORDS),
        (actor("p:a", "RWC"), actor("p:b", "Red Well Council"), Why.INITIALS),
    ],
)
def test_these_may_be_one(one: Entry, other: Entry, why: Why) -> None:
    assert found(one, other) == [Pair("p:a", "p:b", why)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("p:a", "Samir Hadlan"), person("p:b", "Samir Hasan")),
        (person("p:a", "Samir"), person("p:b", "Samir Hasan")),
        (person("p:a", "Samir Hadlan"), actor("p:b", "Samir Hadlan Foundation")),
        (actor("p:a", "Council"), actor("p:b", "Red Well Council")),
        (actor("p:a", "Red Hill Council"), actor("p:b", "Red Well Council")),
        (actor("p:a", "RHC"), actor("p:b", "Red Well Council")),
        (actor("some:a", "Red Well Council"), actor("some:b", "Red Well Council")),
        (actor("p:a", "Red Land", type="state"), actor("p:b", "The Red Land")),
        (actor("p:a", "RW"), actor("p:b", "Red Well")),
    ],
)
def test_these_are_two(one: Entry, other: Entry) -> None:
    assert found(one, other) == []


def test_those_of_our_own_lists_are_told_apart_by_them() -> None:
    king, son = person("samir", "Samir Hadlan"), person("hasan", "Samir Hasan Hadlan")
    assert found(king, son) == []
    assert len(found(king, person("p:b", "Samir Hasan Hadlan"))) == 1, "one that a report names may be one of them"
    ranked = Entry("hadlan", ACTOR, "person", {"en": ("Samir Hadlan", "Brigadier Samir Hadlan")})
    assert found(ranked, person("p:b", "Samir Brigadier")) == [], "a rank is no part of a name"
    assert len(found(king, replace(son, source="a list of one's own"))) == 1


def test_bodies_of_two_states_are_two() -> None:
    states = [Entry(id, ACTOR, "state", {"en": (id.title(),)}) for id in ("harra", "norra")]
    harra = actor("body:harra:minister", "Harra Mines Minister", "Mines Minister")
    norra = actor("body:norra:minister", "Norra Mines Minister", "Mines Minister")
    assert found(*states, harra, norra) == []
    assert len(found(*states, harra, actor("body:mines", "Mines Minister"))) == 1


def act(id: str, kind: Act, *values: str, undoes: str = "") -> Decision:
    return Decision(id, kind, f"2026-01-01T00:00:0{id}.000Z", "sara", values=values, undoes=undoes)


def test_who_are_different_are_not_asked_for_again_and_who_are_unsure_last() -> None:
    three = [actor("p:a", "Red Well"), actor("p:b", "Red Well Council"), actor("p:c", "Red Well Council of Tell Sabra")]
    assert [pair[:2] for pair in found(*three)] == [("p:a", "p:b"), ("p:a", "p:c"), ("p:b", "p:c")]
    log = (act("1", Act.DIFFERENT, "p:b", "p:a"), act("2", Act.UNSURE, "p:a", "p:c"))
    assert [pair[:2] for pair in found(*three, log=log)] == [("p:b", "p:c"), ("p:a", "p:c")]
    undone = (*log, act("3", Act.UNDO, "undo", undoes="1"))
    assert [pair[:2] for pair in found(*three, log=undone)] == [("p:a", "p:b"), ("p:b", "p:c"), ("p:a", "p:c")]


def test_who_is_in_more_events_stands_first_in_a_pair_and_among_pairs() -> None:
    entries = [
        actor("p:a", "Red Well"),
        actor("p:b", "Red Well Council"),
        actor("p:x", "Blue Gate"),
        actor("p:y", "Blue Gate Bank"),
    ]
    ordered = pairs(
        Gazetteer(entries), {"p:a": 1, "p:b": 2, "p:x": 3, "p:y": 3}, known().naming.transliteration.key, ()
    )
    assert [pair[:2] for pair in ordered] == [("p:x", "p:y"), ("p:b", "p:a")]
