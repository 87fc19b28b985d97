"""What an empty screen says."""

from __future__ import annotations

from tests.core.words import report, timeline
from timeline_core.model.silence import Silence
from tui.view.silence import describe_silent, silence

TELLS = report("A bridge was bombed on 7 March 2021.")


def test_an_empty_screen_says_why_the_reports_tell_nothing() -> None:
    counted = ((True, 0, 0), (False, 2, 0), (False, 0, 1), (False, 0, 0))
    reasons = [Silence(unread, unplaced, dates) for unread, unplaced, dates in counted]
    assert silence(reasons).split("\n") == [
        "These reports tell of no event.",
        "1 is in a language that is not read.",
        "2 dates have no day to count from: add them with --published.",
        "1 date belongs to no known event.",
        "1 holds no date.",
    ]


def test_where_nothing_was_read_nothing_more_is_said() -> None:
    assert silence([]) == "These reports tell of no event."


def test_the_foot_names_the_first_of_the_reports_that_tell_nothing_while_others_do() -> None:
    told = timeline(TELLS, report("The sky is blue.", id="b"), report("The sea is blue.", id="c"))
    assert describe_silent(told) == "2 of 3 reports tell of no event: «b» and others. 2 hold no date."


def test_the_foot_is_empty_where_all_reports_tell_something() -> None:
    assert describe_silent(timeline(TELLS)) == ""
