"""When two tellings are one happening, and when they are not."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests.core.words import known, report, teller, timeline, whens
from timeline_core.model.event import Days, Join, Kind
from timeline_core.model.report import Report

ARABIC = report("قتل إبراهيم القحطاني في غارة للتحالف الدولي في 10 شباط الجاري.", "2023-02-17", "ar")
ENGLISH = report("Ibrahim al-Qahtani was killed in a raid by U.S. forces on Feb. 10.", "2023-02-18", "en")
OTHER = report("Hamza al-Homsi was killed in a raid by U.S. forces on Feb. 10.", "2023-02-18", "other")
MONTH = report("U.S. forces killed Ibrahim al-Qahtani in a raid in February.", "2023-03-20", "month")
UNDATED = report("أعلن التحالف الدولي مقتل إبراهيم القحطاني في غارة شرقي سوريا.", None, "undated")


def test_two_languages_meet_in_a_person_and_a_deed() -> None:
    [event] = timeline(ARABIC, ENGLISH).events
    assert event.reports == ("ar", "en")
    [join] = event.joined
    assert replace(join, likeness=None) == Join(Days.SAME, ("ibrahim-al-qahtani",), ("kill", "raid"), 0, 8)
    assert join.likeness is not None
    assert "patient" in join.likeness.features
    assert [teller(code).joined(join, known().gazetteer) for code in ("en", "ar")] == [
        (
            "same day; share Ibrahim al-Qahtani; both tell of: killing, raid; likeness 2.0 "
            "(same kind of deed, same deed, a person, done to the same, same deed of one person, against: another doer)"
        ),
        (
            "اليوم نفسه؛ يشتركان في إبراهيم القحطاني؛ كلاهما عن: قتل، غارة؛ التشابه 2.0 "
            "(فعل من نوع واحد، الفعل نفسه، شخص، المفعول به نفسه، فعل واحد لشخص واحد، ضده: فاعل آخر)"
        ),
    ]


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


@pytest.mark.parametrize(
    "one, other, events",
    [
        # the village may lie in the province, does lie in it, lies elsewhere, or is another place
        ("على قرية تلمنس", "في محافظة إدلب", 1),
        ("على قرية تلمنس بريف إدلب", "في إدلب", 1),
        ("على قرية تلمنس بريف إدلب", "على قرية تلمنس", 1),
        ("على قرية تلمنس بريف إدلب", "في محافظة حلب", 2),
        ("على قرية تلمنس", "على قرية حيش", 2),
        ("على قرية تلمنس", "على بنش", 2),
    ],
)
def test_a_place_that_no_list_knows_may_lie_in_a_known_one(one: str, other: str, events: int) -> None:
    said = "قتل 45 مدنيا في غارة للتحالف الدولي {} يوم 10 أيار."
    told = timeline(report(said.format(one), "2023-05-11", "one"), report(said.format(other), "2023-05-12", "other"))
    assert len(told.events) == events, [event.title for event in told.events]


@pytest.mark.parametrize(
    "one, other",
    [
        ("قتل خمسة مدنيين في قصف على إدلب يوم 10 أيار.", "قتل خمسة مدنيين في قصف على حلب يوم 10 أيار."),
        (
            "Three people were killed in shelling of Kherson on May 10.",
            "Eight people were killed in shelling of Kharkiv on May 10.",
        ),
        (
            "توفي المعتقل أحمد العلي تحت التعذيب في سجن صيدنايا يوم 3 أيار.",
            "توفي المعتقل محمد الحسين تحت التعذيب في سجن صيدنايا يوم 3 أيار.",
        ),
        (
            "توفي المعتقل أحمد العلي تحت التعذيب في سجن صيدنايا عام 2014.",
            "توفي المعتقل محمد الحسين تحت التعذيب في سجن صيدنايا عام 2014.",
        ),
        (
            "Ibrahim al-Qahtani was arrested in a raid in Hasakah in February 2023.",
            "Ibrahim al-Qahtani was killed in a raid in Deir ez-Zor on February 10, 2023.",
        ),
        ("Bashar al-Assad met the minister of Iran on May 10.", "Bashar al-Assad met an envoy in a meeting on May 10."),
        ("قتل 7 مدنيين في غارة أميركية في سوريا يوم 10 أيار.", "قتل 7 جنود في كمين لتنظيم داعش في سوريا يوم 10 أيار."),
        ("قتل 7 جنود في كمين في سوريا يوم 10 أيار.", "قتل 7 جنود في حادث سير في سوريا في أيار."),
    ],
    ids=str,
)
def test_what_only_looks_alike_stays_two(one: str, other: str) -> None:
    told = timeline(report(one, "2023-05-20", "one"), report(other, "2023-05-20", "other"))
    assert [event for event in (*told.events, *told.undated) if len(event.reports) > 1] == []


def test_an_undated_telling_is_of_the_days_before_its_own_report() -> None:
    old = report("قتل 5 مدنيين في غارة على إدلب في سوريا يوم 10 أيار 2016.", "2016-05-12", "old")
    new = report("قتل 5 مدنيين في غارة على إدلب في سوريا، وفق ما ذكره ناشطون.", "2023-05-12", "new")
    told = timeline(old, new)
    assert all(len(event.reports) == 1 for event in (*told.events, *told.undated))


def test_a_place_inside_the_other_is_no_other_place() -> None:
    one = report("قتل 12 مدنيا في قصف على سوق في معرة النعمان بريف إدلب يوم 10 أيار.", "2023-05-12", "one")
    two = report("12 civilians were killed in shelling of a market in Idlib on May 10.", "2023-05-12", "two")
    [event] = timeline(one, two).events
    assert event.reports == ("one", "two") or event.reports == ("two", "one")


def test_the_names_of_files_decide_nothing() -> None:
    """The same reports under other ids give the same events with the same titles."""
    texts = [(one.text, "2023-02-18") for one in (ARABIC, ENGLISH, OTHER)]
    given, turned = (
        timeline(*(report(text, day, name) for (text, day), name in zip(texts, names, strict=True)))
        for names in (("a", "b", "c"), ("c", "a", "b"))
    )
    assert [(event.id, event.title) for event in given.events] == [(event.id, event.title) for event in turned.events]


def test_a_blank_more_in_a_file_changes_no_id() -> None:
    [one] = timeline(ENGLISH).events
    [other] = timeline(report(ENGLISH.text + " \n", "2023-02-18")).events
    assert one.id == other.id


def test_two_events_never_have_one_id() -> None:
    told = timeline(report("قتل مدني بقصف.", None, "a"), report("قتل مدني بقصف. ", None, "b"))
    ids = [event.id for event in (*told.events, *told.undated)]
    assert len(ids) == len(set(ids)) == 2


def test_nothing_is_told_before_it_happened() -> None:
    early = report(UNDATED.text, "2023-02-01", "early")
    told = timeline(ENGLISH, early)
    assert [(event.when and event.when.edtf, event.bounded) for event in told.events] == [
        ("../2023-02-01", True),
        ("2023-02-10", False),
    ]


def test_a_number_that_is_hardly_chance_joins_two_tallies() -> None:
    one = report("نفذت القيادة المركزية الأميركية 47 عملية في سوريا خلال شهر كانون الثاني الماضي.", "2023-02-05", "a")
    two = report("CENTCOM carried out 47 operations in Syria in January.", "2023-02-06", "b")
    [event] = timeline(one, two).events
    assert event.reports == ("a", "b")


@pytest.mark.parametrize(
    "other, events",
    [
        ("The group lost its last ground there, the village of Baghuz, in March 2019.", 1),
        ("The group lost 40 men in Baghuz in March 2019.", 2),
        ("The group lost Baghuz in April 2019.", 2),
        ("The group lost Hajin in March 2019.", 2),
    ],
)
def test_a_small_place_is_lost_once_in_a_month(other: str, events: int) -> None:
    reports = (report("خسر التنظيم بلدة الباغوز في آذار 2019.", id="a"), report(other, id="b"))
    assert len(timeline(*reports).events) == events


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
