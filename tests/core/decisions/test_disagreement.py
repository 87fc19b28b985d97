"""When two people's decisions contradict one another."""

from __future__ import annotations

import pytest

from timeline_core.decisions.disagreement import find_disagreements
from timeline_core.model.decision import Act, Decision, Hold, Target


def act(number: int, who: str, act: Act, *values: str, start: int = 0, end: int = 9, kind: str = "") -> Decision:
    target = Target("e", (Hold("r", start, end, "words", kind=kind),))
    return Decision(f"d{number}", act, f"2023-02-10T00:00:0{number}.000Z", who, (target,), values)


def told(*log: Decision) -> list[tuple[str, str, str]]:
    return [(one.aspect, one.first.id, one.holds.id) for one in find_disagreements(log)]


def test_different_words_about_one_event_disagree_and_the_later_holds() -> None:
    assert told(act(2, "sana", Act.REJECT), act(1, "omar", Act.ACCEPT)) == [("status", "d1", "d2")]
    assert told(act(1, "sana", Act.DATE, "2023-02-10", "a"), act(2, "omar", Act.DATE, "2023-02-11", "a")) == [
        ("date", "d1", "d2")
    ]


@pytest.mark.parametrize(
    "log",
    [
        (act(1, "sana", Act.ACCEPT), act(2, "sana", Act.REJECT)),
        (act(1, "sana", Act.ACCEPT), act(2, "omar", Act.ACCEPT)),
        (act(1, "sana", Act.DATE, "2023-02-10", "10 Feb"), act(2, "omar", Act.DATE, "2023-02-10", "the 10th")),
        (act(1, "sana", Act.ACCEPT), act(2, "omar", Act.DATE, "2023")),
        (act(1, "sana", Act.STAR), act(2, "omar", Act.UNSTAR)),
        (act(1, "sana", Act.TAG, "a"), act(2, "omar", Act.TAG, "b")),
        (act(1, "sana", Act.ACCEPT, start=0, end=9), act(2, "omar", Act.REJECT, start=9, end=20)),
        (act(1, "sana", Act.ACCEPT, kind="occurrence"), act(2, "omar", Act.REJECT, kind="announcement")),
        (act(1, "sana", Act.ACCEPT), act(2, "omar", Act.REJECT), Decision("u", Act.UNDO, "2024", "omar", undoes="d2")),
    ],
)
def test_what_is_no_disagreement(log: tuple[Decision, ...]) -> None:
    assert told(*log) == []


def test_only_the_last_word_of_each_counts() -> None:
    """Sana came round to what Omar says."""
    first, second, third = act(1, "sana", Act.ACCEPT), act(2, "omar", Act.REJECT), act(3, "sana", Act.REJECT)
    assert told(first, second) == [("status", "d1", "d2")]
    assert told(first, second, third) == []


def test_quotes_that_overlap_are_of_one_event() -> None:
    one, other = act(1, "sana", Act.TITLE, "x", start=0, end=9), act(2, "omar", Act.TITLE, "y", start=5, end=12)
    assert told(one, other) == [("title", "d1", "d2")]
