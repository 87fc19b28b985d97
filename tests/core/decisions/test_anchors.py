"""A quote that a decision hangs on is found again in a report whose text has changed around it."""

from __future__ import annotations

import pytest

from timeline_core.decisions.anchors import place_quote
from timeline_core.model.decision import Hold
from timeline_core.model.span import Span


@pytest.mark.parametrize(("letters", "found"), [(16, True), (15, False)])
def test_one_side_of_a_quote_is_enough_where_it_has_16_code_points(letters: int, *, found: bool) -> None:
    hold = Hold("sha", 5, 9, "raid", "p" * letters, "s" * letters, "occurrence")
    before = place_quote(hold, "new " + "p" * letters + "raid and more")
    behind = place_quote(hold, "a new raid" + "s" * letters + " and more")
    assert (before, behind) == ((Span(4 + letters, 8 + letters), Span(6, 10)) if found else (None, None))


def test_a_quote_that_stands_twice_with_what_was_around_it_is_not_placed() -> None:
    hold = Hold("sha", 50, 54, "raid", "the ", " ended", "occurrence")
    assert place_quote(hold, "the raid ended") == Span(4, 8)
    assert place_quote(hold, "the raid ended, the raid ended") is None
