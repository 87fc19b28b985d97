"""Between two parts of a story there is always room for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_core.stories.places import between, is_place

PLACES = st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8).filter(is_place)


@given(PLACES, PLACES)
def test_a_place_lies_between_any_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    assert low < between(low, high)
    assert low == high or between(low, high) < high


@given(PLACES)
def test_there_is_one_before_the_first_and_one_behind_the_last(place: str) -> None:
    assert between("", place) < place < between(place)


def test_places_stay_short_where_all_is_put_at_the_end_or_between_the_same_two() -> None:
    low = ""
    for _ in range(200):
        low = between(low)
    assert len(low) < 50
    high = between("")
    for _ in range(200):
        high = between("", high)
    assert is_place(high)


@pytest.mark.parametrize("words", ["", "i0", "I", "a b", "ا", "i" * 201])
def test_what_is_none_is_refused(words: str) -> None:
    assert not is_place(words)
