"""The picture of some events: a row each, on one axis, drawn no finer than is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from lxml import etree

from tests.builders import event
from tests.core.words import teller
from timeline_core.export.picture import MOST, picture
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import Precision, When

DAY, MONTH = event("a", "2023-05-09", "a fire"), event("b", "2023-06", "a trial")
BOUND = event("c", When("../2023-05-20", None, Precision.BOUND), "a theft")


def drawn(*events: Event, code: str = "en") -> list[tuple[str, dict[str, str]]]:
    root = etree.fromstring(picture(events, teller(code)).encode())
    return [(str(one.tag).rpartition("}")[2], dict(one.attrib)) for one in root]


def marks(parts: Sequence[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    return [one for one in parts if one[0] in ("circle", "rect")]


def test_a_day_is_a_dot_and_a_month_as_long_as_a_month() -> None:
    (day, dot), (month, bar) = marks(drawn(DAY, MONTH))
    assert (day, month) == ("circle", "rect")
    assert float(bar["x"]) > float(dot["cx"])
    assert float(bar["width"]) > 300


def test_a_bound_is_dashed_and_what_was_only_said_hollow() -> None:
    (_, bound), (_, said) = marks(drawn(BOUND, event("d", "2023-06-01", "a claim", kind=Kind.ANNOUNCEMENT)))
    assert "stroke-dasharray" in bound
    assert said["fill"] == "none"


def test_what_has_no_day_has_a_row_without_a_mark() -> None:
    parts = drawn(DAY, event("e", None, "a rumour"))
    assert len(marks(parts)) == 1
    assert "a rumour" in picture([DAY, event("e", None, "a rumour")], teller("en"))


def test_in_arabic_time_runs_from_the_right() -> None:
    (_, early), (_, late) = marks(drawn(DAY, event("f", "2023-06-20", "a vigil"), code="ar"))
    assert float(early["cx"]) > float(late["cx"])


def test_a_title_stands_where_there_is_room_and_is_cut_where_there_is_little() -> None:
    late = event("g", "2023-06-30", "a very long title " * 20)
    text = picture([DAY, late], teller("en"))
    assert re.search(r'text-anchor="end">a very long title [^<]*…<', text)


@pytest.mark.parametrize(
    "events", [[], [event("e", None, "a rumour")], [DAY] * (MOST + 1)], ids=["none", "no day", "many"]
)
def test_there_is_none_where_it_would_show_nothing(events: list[Event]) -> None:
    assert picture(events, teller("en")) == ""


@pytest.mark.parametrize("last", ["2023-05-09", "2023-05-30", "2024-03-01", "2031-01-01", "2223-01-01"])
def test_the_axis_has_few_ticks_whatever_the_time(last: str) -> None:
    ticks = [one for one in drawn(DAY, event("h", last, "the end")) if one[0] == "line"]
    assert 1 <= len(ticks) <= 8


def test_no_word_of_a_report_is_markup() -> None:
    assert "<b>" not in picture([event("i", "2023-05-09", "<b>bold</b>")], teller("en"))
