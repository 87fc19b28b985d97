"""A quote that a decision hangs on is found again in a report whose text has changed around it."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.decisions.anchors import Holds, place_quote
from timeline_core.model.decision import Hold
from timeline_core.model.event import Kind
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


def test_an_aside_that_was_rejected_takes_no_statement_around_it_along() -> None:
    text = 'The mayor Salem Hadi, a baker who had kept bees in the valley, said on Monday: "The wells are dry."'
    derived = timeline(report(text, "2023-05-20"))
    [event] = [*derived.events, *derived.undated]
    told = event.evidence[0].span
    words = told.of(text)[: len(told) // 3]
    sha = derived.reports[0].sha256
    aside = Hold(sha, told.start, told.start + len(words), words, kind="occurrence")
    whole = Hold(sha, told.start, told.end, told.of(text), kind="occurrence")
    holds = Holds(event.tellings, derived.reports)
    assert event.kind is Kind.ANNOUNCEMENT
    assert (holds.find(aside), holds.find(whole)) == (None, 0)
