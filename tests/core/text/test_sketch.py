"""The sketch of a text, and from where on two sketches are of one text."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_core.merge.duplicates import find_copies
from timeline_core.merge.event_of import Rank
from timeline_core.text.sketch import hashes, resemblance, sketch_of

DAY = date(2023, 2, 10)


def text(count: int) -> str:
    return " ".join(f"word{n}" for n in range(count))


@pytest.mark.parametrize(("count", "kept"), [(11, 0), (12, 9), (13, 10), (67, 64), (68, 64)])
def test_a_text_of_twelve_words_has_a_sketch_of_at_most_64_shingles_of_four(count: int, kept: int) -> None:
    assert len(hashes(sketch_of(text(count)))) == kept


def sketch(*numbers: int) -> str:
    return "".join(f"{number:08x}" for number in sorted(numbers))


@pytest.mark.parametrize(("shared", "copies"), [(6, True), (5, False)])
def test_two_texts_are_one_from_six_shingles_of_ten_on(shared: int, *, copies: bool) -> None:
    one, other = sketch(*range(1, 11)), sketch(*range(1, shared + 1), *range(21, 31 - shared))
    assert resemblance(hashes(one), hashes(other)) == shared / 10
    found = find_copies({"a": one, "b": other}, {id: Rank(DAY, id, DAY) for id in "ab"})
    assert found == ({"a": "a", "b": "a"} if copies else {})
