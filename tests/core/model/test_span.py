"""Spans of code points."""

import pytest

from timeline_core.model.span import Span


def test_a_span_covers_its_start_and_not_its_end() -> None:
    assert Span(1, 3).of("abcd") == "bc"


@pytest.mark.parametrize(
    "one, other, meet", [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((2, 2), (2, 2), False)], ids=str
)
def test_spans_overlap_when_they_share_a_code_point(one: tuple[int, int], other: tuple[int, int], meet: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is meet


def test_the_hull_covers_both() -> None:
    hull = Span(5, 7).hull(Span(1, 2))
    assert (hull, hull.covers(Span(5, 7)), hull.covers(Span(0, 2))) == (Span(1, 7), True, False)


@pytest.mark.parametrize("bounds", [(3, 1), (-1, 2)])
def test_no_span_runs_backwards_or_before_the_text(bounds: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(*bounds)
