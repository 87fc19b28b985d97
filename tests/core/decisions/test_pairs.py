"""Which actors may be one, so that a person is asked; and which may not."""

from __future__ import annotations

import pytest

from tests.core.words import known
from timeline_core.decisions.pairs import Pair, Why, pairs
from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import ACTOR, Entry
from timeline_core.names.gazetteer import Gazetteer


def actor(id: str, *names: str, type: str = "organisation") -> Entry:
    return Entry(id, ACTOR, type, {"en": names})


def found(*entries: Entry, log: tuple[Decision, ...] = ()) -> list[Pair]:
    return pairs(Gazetteer(entries), [entry.id for entry in entries], known().naming.transliteration.key, log)


def person(id: str, name: str) -> Entry:
    return actor(id, name, type="person")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("a", "Samir Hadlan"), person("b", "Samir Hasan Hadlan"), Why.PARTS),
        (person("a", "سمير هدلان"), person("b", "Samir Hasan Hadlan"), Why.PARTS),
        (actor("a", "Red Well Council"), actor("b", "Council of the Red Well"), Why.WORDS),
        (actor("a", "مجلس البئر"), actor("b", "مجلس البئر الأحمر"), Why.WORDS),
        (actor("a", "RWC"), actor("b", "Red Well Council"), Why.INITIALS),
    ],
)
def test_these_may_be_one(one: Entry, other: Entry, why: Why) -> None:
    assert found(one, other) == [Pair("a", "b", why)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("a", "Samir Hadlan"), person("b", "Samir Hasan")),
        (person("a", "Samir"), person("b", "Samir Hasan")),
        (person("a", "Samir Hadlan"), actor("b", "Samir Hadlan Foundation")),
        (actor("a", "Council"), actor("b", "Red Well Council")),
        (actor("a", "Red Hill Council"), actor("b", "Red Well Council")),
        (actor("a", "RHC"), actor("b", "Red Well Council")),
        (actor("some:a", "Red Well Council"), actor("some:b", "Red Well Council")),
        (actor("a", "Red Land", type="state"), actor("b", "The Red Land")),
        (actor("a", "RW"), actor("b", "Red Well")),
    ],
)
def test_these_are_two(one: Entry, other: Entry) -> None:
    assert found(one, other) == []


def act(id: str, kind: Act, *values: str, undoes: str = "") -> Decision:
    return Decision(id, kind, f"2026-01-01T00:00:0{id}.000Z", "sara", values=values, undoes=undoes)


def test_who_are_different_are_not_asked_for_again_and_who_are_unsure_last() -> None:
    three = [actor("a", "Red Well"), actor("b", "Red Well Council"), actor("c", "Red Well Council of Tell Sabra")]
    assert [pair[:2] for pair in found(*three)] == [("a", "b"), ("a", "c"), ("b", "c")]
    log = (act("1", Act.DIFFERENT, "b", "a"), act("2", Act.UNSURE, "a", "c"))
    assert [pair[:2] for pair in found(*three, log=log)] == [("b", "c"), ("a", "c")]
    undone = (*log, act("3", Act.UNDO, "undo", undoes="1"))
    assert [pair[:2] for pair in found(*three, log=undone)] == [("a", "b"), ("b", "c"), ("a", "c")]
