"""When two tellings are one happening, and when they are not."""

from itertools import permutations

import pytest

from tests.core.words import report, timeline
from timeline_core.event import Kind
from timeline_core.report import Report
from timeline_core.timeline import Timeline

ARABIC = report("قتل إبراهيم القحطاني في غارة للتحالف الدولي في 10 شباط الجاري.", "2023-02-17", "ar")
ENGLISH = report("Ibrahim al-Qahtani was killed in a raid by U.S. forces on Feb. 10.", "2023-02-18", "en")
OTHER = report("Hamza al-Homsi was killed in a raid by U.S. forces on Feb. 10.", "2023-02-18", "other")
MONTH = report("U.S. forces killed Ibrahim al-Qahtani in a raid in February.", "2023-03-20", "month")
UNDATED = report("أعلن التحالف الدولي مقتل إبراهيم القحطاني في غارة شرقي سوريا.", None, "undated")


def whens(told: Timeline) -> list[str]:
    return [event.when.edtf for event in told.events if event.when is not None]


def test_two_languages_meet_in_a_person_and_a_deed() -> None:
    [event] = timeline(ARABIC, ENGLISH).events
    assert event.reports == ("ar", "en")
    assert event.joined == ("same day · ibrahim-al-qahtani · kill, raid",)


def test_another_person_is_another_happening() -> None:
    assert len(timeline(ENGLISH, OTHER).events) == 2


def test_a_day_narrows_the_month_that_another_report_gives() -> None:
    [event] = timeline(ENGLISH, MONTH).events
    assert event.when is not None
    assert event.when.edtf == "2023-02-10"


def test_words_without_a_date_join_the_dated_happening_that_they_surely_tell() -> None:
    told = timeline(ENGLISH, UNDATED)
    assert (len(told.events), told.undated) == (1, ())


def test_the_day_of_a_statement_is_no_reason_for_the_day_of_what_it_tells() -> None:
    statement = report("وفي 16 شباط الجاري، أعلنت «سنتكوم» مقتل إبراهيم القحطاني في غارة.", "2023-02-20", "statement")
    raid = next(event for event in timeline(ENGLISH, statement).events if event.kind is Kind.OCCURRENCE)
    assert raid.reports == ("en", "statement")
    assert [piece.expression.text if piece.expression else None for piece in raid.evidence] == ["Feb. 10", None]


def test_nothing_is_told_before_it_happened() -> None:
    early = report(UNDATED.text, "2023-02-01", "early")
    told = timeline(ENGLISH, early)
    assert (len(told.events), len(told.undated)) == (1, 1)


def test_a_number_that_is_hardly_chance_joins_two_tallies() -> None:
    one = report("نفذت القيادة المركزية الأميركية 43 عملية في سوريا خلال شهر كانون الثاني الماضي.", "2023-02-05", "a")
    two = report("CENTCOM carried out 43 operations in Syria in January.", "2023-02-06", "b")
    [event] = timeline(one, two).events
    assert event.reports == ("a", "b")


def test_days_that_do_not_meet_stay_two() -> None:
    later = report("Ibrahim al-Qahtani was killed in a raid by U.S. forces on Feb. 11.", "2023-02-18", "later")
    assert whens(timeline(ENGLISH, later)) == ["2023-02-10", "2023-02-11"]


def test_one_statement_told_by_two_reports_is_one_announcement() -> None:
    one = report(
        "Ibrahim al-Qahtani was killed in a raid on Feb. 10, U.S. Central Command said on Wednesday.", "2023-02-17", "a"
    )
    two = report("أعلنت «سنتكوم» الأربعاء الماضي مقتل إبراهيم القحطاني في غارة في 10 شباط الجاري.", "2023-02-18", "b")
    told = timeline(one, two)
    assert [(event.kind, event.reports) for event in told.events] == [
        (Kind.OCCURRENCE, ("a", "b")),
        (Kind.ANNOUNCEMENT, ("a", "b")),
    ]


@pytest.mark.parametrize(
    "order", list(permutations([ARABIC, ENGLISH, OTHER, UNDATED])), ids=lambda o: " ".join(r.id for r in o)
)
def test_the_order_of_the_reports_changes_nothing(order: tuple[Report, ...]) -> None:
    assert timeline(*order).events == timeline(ARABIC, ENGLISH, OTHER, UNDATED).events


def test_an_id_depends_on_the_words_and_not_on_the_name_of_the_file() -> None:
    [one] = timeline(ENGLISH).events
    [other] = timeline(report(ENGLISH.text, "2023-02-18", "renamed")).events
    assert one.id == other.id
    assert one.id.startswith("2023-02-10--")
