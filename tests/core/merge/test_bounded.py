"""What no report gives a day: on or before the day of the first report that tells it as news, and never on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.words import events, only, report, teller, timeline
from timeline_core.merge.event_of import Rank, find_bounding, make_event
from timeline_core.model.event import Event, Evidence, Kind, Role, Telling
from timeline_core.model.report import INFERRED, Clue, Published
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When, bounded_by

SHELLING = "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب الجنوبي."
AGAIN = "3 مدنيين قتلوا وأصيب 7 بقصف مدفعي لقوات النظام على بلدة كنصفرة جنوبي إدلب."
DATED = "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب يوم 11 أيار."


def when(event: Event) -> tuple[str, bool]:
    assert event.when is not None
    return event.when.edtf, event.bounded


def test_a_story_without_a_day_is_on_or_before_the_day_of_its_report() -> None:
    told = timeline(report(SHELLING, "2023-05-14"))
    [event] = told.events
    assert (when(event), told.undated) == (("../2023-05-14", True), ())
    assert event.when is not None
    assert event.when.precision is Precision.BOUND
    assert [telling.when for telling in event.tellings] == [None]


@pytest.mark.parametrize(
    ("published", "edtf"),
    [("2023-05", "../2023-05-31"), ("2023-05-12/2023-05-14", "../2023-05-14"), ("2023", "../2023-12-31")],
)
def test_of_a_report_of_several_days_the_last_is_the_bound(published: str, edtf: str) -> None:
    assert when(only(SHELLING, published)) == (edtf, True)


@pytest.mark.parametrize("published", [None, "2023-05-14/.."])
def test_what_has_not_even_a_bound_is_undated(published: str | None) -> None:
    told = timeline(report(SHELLING, published))
    assert (told.events, [event.when for event in told.undated]) == ((), [None])


def test_of_two_reports_the_earlier_sets_the_bound() -> None:
    one, two = report(SHELLING, "2023-05-14", "late"), report(AGAIN, "2023-05-13", "early")
    [event] = timeline(one, two).events
    assert (when(event), event.evidence[0].report) == (("../2023-05-13", True), "early")


def test_a_telling_without_a_day_joins_the_one_that_has_it() -> None:
    [event] = timeline(report(SHELLING, "2023-05-12", "bare"), report(DATED, "2023-05-14", "dated")).events
    assert when(event) == ("2023-05-11", False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A mortar shell killed two farmers near Binnish.", Kind.OCCURRENCE),
        ("The army said a mortar shell killed two farmers near Binnish on May 3.", Kind.OCCURRENCE),
    ],
)
def test_a_day_of_its_own_is_no_bound(text: str, kind: Kind) -> None:
    bounded = [event.bounded for event in events(text, "2023-05-14") if event.kind is kind]
    assert bounded == ["May 3" not in text]


def piece(report: str, role: Role = Role.STORY, at: int = 0) -> Evidence:
    return Evidence(report, role, Span(at, at + 1), "x", "", "", None)


def telling(*pieces: Evidence, kind: Kind = Kind.OCCURRENCE) -> Telling:
    return Telling(None, kind, "t", "en", pieces)


FIRST, SECOND = date(2023, 5, 13), date(2023, 5, 14)
ORDER = {
    "one": Rank(FIRST, "a", FIRST),
    "two": Rank(SECOND, "b", SECOND),
    "month": Rank(date(2023, 5, 1), "c", date(2023, 5, 31)),
    "unknown": Rank(date.max, "d", date.max),
}


@pytest.mark.parametrize(
    ("tellings", "kind", "bounding"),
    [
        ([telling(piece("two")), telling(piece("one"))], Kind.OCCURRENCE, "one"),
        ([telling(piece("two"))], Kind.ANNOUNCEMENT, "two"),
        ([telling(piece("two"))], Kind.DENIAL, "two"),
        ([telling(piece("two"))], Kind.PLANNED, None),
        ([telling(piece("two", Role.BACKGROUND))], Kind.OCCURRENCE, None),
        ([telling(piece("one", Role.BACKGROUND)), telling(piece("two"))], Kind.OCCURRENCE, "two"),
        ([telling(piece("month")), telling(piece("two"))], Kind.OCCURRENCE, "two"),
        ([telling(piece("unknown"))], Kind.OCCURRENCE, None),
        ([telling(piece("unknown")), telling(piece("two"))], Kind.OCCURRENCE, "two"),
    ],
)
def test_the_first_report_that_tells_it_as_news_sets_the_bound(
    tellings: list[Telling], kind: Kind, bounding: str | None
) -> None:
    found = find_bounding(tellings, kind, ORDER)
    assert (found.report if found else None) == bounding


def test_words_that_name_a_day_nobody_can_read_leave_no_bound() -> None:
    unread = replace(telling(piece("one")), when=When("XXXX-XX-16"))
    assert make_event([unread, telling(piece("two"))], ORDER).bounded is False


def test_what_is_told_later_without_a_day_is_no_earlier_than_its_own_report() -> None:
    bare = make_event([telling(piece("two"))], ORDER)
    assert bare.when == bounded_by(SECOND) != When("../2023-05-14")


def test_a_bound_stands_behind_all_that_is_of_its_day() -> None:
    told = timeline(
        report(SHELLING, "2023-05-14", "a"),
        report("Police arrested two smugglers in Homs on May 14.", "2023-05-16", "b"),
        report("The council of Hama opened a bridge on May 15.", "2023-05-16", "c"),
        report("The court of Homs jailed a guard on May 13.", "2023-05-16", "d"),
    )
    assert [event.when and event.when.edtf for event in told.events] == [
        "2023-05-13",
        "2023-05-14",
        "../2023-05-14",
        "2023-05-15",
    ]


@pytest.mark.parametrize(
    ("code", "words", "why"),
    [
        ("en", "on or before 14 May 2023", "the report is of 14 May 2023 and gives no day"),
        ("ar", "في 14 أيار/مايو 2023 أو قبله", "التقرير من يوم 14 أيار/مايو 2023 ولا يذكر يوما"),
    ],
)
def test_it_says_why(code: str, words: str, why: str) -> None:
    told = timeline(report(SHELLING, "2023-05-14"))
    [event] = told.events
    tell = teller(code)
    assert event.when is not None
    assert (tell.when(event.when), tell.bound(event, told.published)) == (words, why)


def test_of_several_reports_it_names_the_first() -> None:
    told = timeline(report(SHELLING, "2023-05-14", "late"), report(AGAIN, "2023-05-13", "early"))
    [event] = told.events
    said = teller("en").bound(event, told.published)
    assert said == "early, the first report that tells it, is of 13 May 2023; no report gives a day"


def test_a_report_that_was_dated_by_its_clues_tells_how() -> None:
    event = only(SHELLING, "2023-02-15/2023-02-28")
    clue = Clue("latest", (("words", "15 شباط"),))
    said = teller("en").bound(event, {"r1": Published(When("2023-02-15/2023-02-28"), INFERRED, (clue,))})
    assert said == (
        "the report is of 28 February 2023 at the latest and gives no day; published between 15 February 2023 and "
        "28 February 2023, inferred; it does not precede its latest date, «15 شباط»"
    )


def test_a_day_that_is_told_needs_no_such_reason() -> None:
    told = timeline(report(DATED, "2023-05-14"))
    assert teller("en").bound(told.events[0], told.published) == ""
