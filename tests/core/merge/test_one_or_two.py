"""Tellings of one day and one place: when they are one happening, and when they are two."""

from itertools import permutations

import pytest

from tests.core.words import report, timeline, whens
from timeline_core.model.event import Kind

MARKET = "قتل 27 مدنياً في قصف على سوق في مدينة إدلب يوم 10 أيار."


@pytest.mark.parametrize(
    "other",
    [
        "31 civilians were killed in shelling of a market in Idlib on May 10.",
        "Shelling of a market in Idlib killed at least 25 civilians on May 10.",
    ],
)
def test_two_languages_meet_in_the_thing_that_was_hit_though_they_count_differently(other: str) -> None:
    [event] = timeline(report(MARKET, "2023-05-12", "ar"), report(other, "2023-05-13", "en")).events
    assert event.reports == ("ar", "en")


@pytest.mark.parametrize(
    "other",
    [
        "31 civilians were killed in shelling of a school in Idlib on May 10.",
        "Two civilians were killed in shelling of a market in Idlib on May 10.",
        "31 civilians were killed in shelling of a market in Manbij on May 10.",
        "31 civilians were killed in shelling of a market in Idlib on May 11.",
    ],
    ids=("another thing", "far from as many", "another place", "another day and number"),
)
def test_another_market_or_another_thing_is_another_happening(other: str) -> None:
    told = timeline(report(MARKET, "2023-05-12", "ar"), report(other, "2023-05-13", "en"))
    assert len(told.events) == 2


@pytest.mark.parametrize(
    "one, other, count",
    [
        ("Russian jets struck a school in Idlib on May 10.", "غارات روسية قصفت سوقاً في إدلب يوم 10 أيار.", 2),
        ("Russian forces shelled a school in Idlib on May 10.", "قصفت القوات الروسية مدرسة في إدلب يوم 10 أيار.", 1),
        (
            "Russian forces shelled Idlib on May 10, killing 4 civilians.",
            "قتل 19 مدنياً في قصف للقوات الروسية على إدلب يوم 10 أيار.",
            2,
        ),
    ],
    ids=("school and market", "one school", "far from as many"),
)
def test_the_same_force_at_the_same_place_does_more_than_one_thing_a_day(one: str, other: str, count: int) -> None:
    assert len(timeline(report(one, "2023-05-12", "a"), report(other, "2023-05-12", "b")).events) == count


def test_two_days_in_a_row_are_a_slip_where_thing_place_and_a_large_number_agree() -> None:
    reports = (
        report(MARKET, "2023-05-12", "a"),
        report("27 civilians were killed in shelling of a market in Idlib on May 11.", "2023-05-11", "b"),
        report("Shelling of a market in Idlib killed 27 civilians on May 10.", "2023-05-14", "c"),
    )
    for mixed in permutations(reports):
        [event] = timeline(*mixed).events
        assert event.when is not None
        assert (event.when.edtf, set(event.reports)) == ("2023-05-10", {"a", "b", "c"})


def test_a_small_number_on_two_days_in_a_row_is_two_happenings() -> None:
    one = report("قتل 5 مدنيين في قصف على سوق في مدينة إدلب يوم 10 أيار.", "2023-05-12", "a")
    two = report("5 civilians were killed in shelling of a market in Idlib on May 11.", "2023-05-12", "b")
    assert whens(timeline(one, two)) == ["2023-05-10", "2023-05-11"]


def test_one_denial_told_by_two_reports_is_one() -> None:
    one = report(f"{MARKET} ونفت قوات سوريا الديمقراطية يوم 11 أيار قصف السوق.", "2023-05-12", "ar")
    two = report(
        "31 civilians were killed in shelling of a market in Idlib on May 10. "
        "The Syrian Democratic Forces denied on May 11 that they had shelled the market.",
        "2023-05-13",
        "en",
    )
    told = timeline(one, two)
    [raid, denial] = told.events
    assert (denial.kind, denial.reports, denial.disputes) == (Kind.DENIAL, ("ar", "en"), (raid.id,))


def test_a_meeting_of_the_same_two_is_one_and_of_one_of_them_another() -> None:
    one = report("عقد مجلس الأمن الدولي جلسة بشأن السودان في 20 آذار.", "2024-03-21", "ar")
    two = report("The United Nations Security Council held a session on Sudan on March 20.", "2024-03-22", "en")
    yemen = report("The United Nations Security Council held a session on Yemen on March 20.", "2024-03-22", "yemen")
    assert [event.reports for event in timeline(one, two, yemen).events] == [("ar", "en"), ("yemen",)]


def test_two_bodies_that_tell_of_one_happening_on_one_day_made_two_statements() -> None:
    one = report(
        "27 civilians were killed in shelling of a market in Idlib on May 10, the White Helmets said on May 11.",
        "2023-05-12",
        "a",
    )
    two = report(
        "27 civilians were killed in shelling of a market in Idlib on May 10, UNICEF said on May 11.", "2023-05-12", "b"
    )
    told = timeline(one, two)
    assert [(event.kind, len(event.reports)) for event in told.events] == [
        (Kind.OCCURRENCE, 2),
        (Kind.ANNOUNCEMENT, 1),
        (Kind.ANNOUNCEMENT, 1),
    ]


def test_one_report_that_names_a_leader_at_two_places_tells_of_two_happenings() -> None:
    text = (
        "Forces of Ali Abdullah Saleh killed 3 people in clashes in Taiz on May 10. "
        "Forces of Ali Abdullah Saleh killed 9 people in clashes in Marib on May 10."
    )
    assert len(timeline(report(text, "2015-05-12")).events) == 2


def test_a_telling_that_surely_tells_of_two_groups_makes_one_of_them() -> None:
    """The first two share neither place nor number; the third has the place of the one and the other's mosque."""
    one = report("انفجر حزام ناسف وأسفر هجوم على مسجد في أبها يوم 6 آب عن مقتل رجلين.", "2023-08-07", "one")
    two = report("قال شهود إن تفجيرا وهجوما على مسجد بمنطقة عسير وقعا يوم 6 آب.", "2023-08-07", "two")
    both = report("وقع تفجير انتحاري في هجوم على مسجد بأبها في منطقة عسير يوم 6 آب.", "2023-08-08", "three")
    assert len(timeline(one, two, both).events) == 1
    far = report("وقع تفجير وهجوم على مسجد بمنطقة عسير يوم 6 آب وقتل 70 شخصا.", "2023-08-07", "far")
    assert len(timeline(one, far, both).events) == 2


@pytest.mark.parametrize(
    "one, other, events",
    [
        ("تعرض مسجد لتفجير في صعدة أمس.", "أدانت مصر أمس تفجير مسجد في صعدة.", 2),
        ("زار الأمير فيصل بن تركي موقع تفجير مسجد في صعدة أمس.", "تعرض مسجد في صعدة لتفجير أمس.", 2),
        ("أدانت مصر أمس تفجير مسجد في صعدة.", "أدانت فرنسا أمس تفجير مسجد في صعدة.", 2),
        ("تلقى الوزير اتصالا هاتفيا بشأن تفجير مسجد في صعدة أمس.", "تعرض مسجد في صعدة لتفجير أمس.", 2),
    ],
)
def test_what_others_do_about_a_happening_is_none_of_it(one: str, other: str, events: int) -> None:
    told = timeline(report(one, "2023-05-11", "one"), report(other, "2023-05-11", "other"))
    assert len(told.events) == events, [event.title for event in told.events]


def test_a_text_that_is_printed_a_day_later_tells_no_second_happening() -> None:
    text = "هبطت {} طائرة المساعدات السابعة في مطار عدن الدولي وعلى متنها 12 طنا من الأدوية ولوازم الجراحة لمستشفياتها."
    one, late = report(text.format("أمس"), "2023-05-11", "one"), report(text.format("اليوم"), "2023-05-11", "late")
    other = report(text.format("اليوم").replace("12", "40"), "2023-05-11", "other")
    assert len(timeline(one, late).events) == 1
    assert len(timeline(one, other).events) == 2


def test_a_hundred_men_of_one_deed_and_a_dam_that_broke_are_one_happening() -> None:
    arabic = report("أفرج الطرفان عن 318 أسيرا يوم 14 نيسان.", "2023-04-15", "ar")
    english = report("The two sides released 318 prisoners on April 14.", "2023-04-15", "en")
    assert len(timeline(arabic, english).events) == 1
    dam = report("انهار سد أربعات شمالي بورتسودان يوم 25 آب وقتل 30 على الأقل.", "2024-08-26", "dam")
    english = report("The Arbaat dam near Port Sudan collapsed on August 25, killing at least 60.", "2024-08-26", "en")
    assert len(timeline(dam, english).events) == 1


def test_an_air_strike_is_a_raid_in_arabic_and_an_attack_to_who_denies_it() -> None:
    arabic = report(
        "أصابت غارة بطائرة مسيرة مستودعا في مصراتة في 25 أيار.\n\nونفى الجيش الوطني الليبي، أمس، أي صلة له بالهجوم.",
        "2023-05-27",
        "ar",
    )
    english = report("A drone strike hit a depot in Misrata on May 25.", "2023-05-27", "en")
    told = timeline(arabic, english)
    strike = next(event for event in told.events if event.kind is Kind.OCCURRENCE)
    denial = next(event for event in told.events if event.kind is Kind.DENIAL)
    assert strike.reports == ("ar", "en") or strike.reports == ("en", "ar")
    assert denial.disputes == (strike.id,)


def test_two_voices_on_one_day_say_two_things() -> None:
    """The one says what happened, the other what it will do about it."""
    told = timeline(
        report(
            "A drone strike on the port of Misrata killed eight on Tuesday, a medic said on Wednesday.",
            "2023-10-05",
            "en",
        ),
        report(
            "قتلت غارة بطائرة مسيرة على ميناء مصراتة ستة الثلاثاء.\n\nوقالت حكومة الوحدة أمس إنها تحقق في الهجوم.",
            "2023-10-05",
            "ar",
        ),
    )
    assert [event.reports for event in told.events if event.kind is Kind.ANNOUNCEMENT] == [("en",), ("ar",)] or [
        event.reports for event in told.events if event.kind is Kind.ANNOUNCEMENT
    ] == [("ar",), ("en",)]


def test_a_telling_may_bridge_three_groups() -> None:
    """Three that share nothing but the mosque with each other, and a fourth that has the places of them all."""
    told = "وقع تفجير وهجوم على مسجد في {} يوم 6 آب."
    some = [report(told.format(place), "2023-08-07", place) for place in ("مأرب", "صعدة", "عدن")]
    every = report(told.format("مأرب وصعدة وعدن"), "2023-08-08", "every")
    assert len(timeline(*some).events) == 3
    for reports in permutations((*some, every)):
        assert timeline(*reports).events == timeline(*some, every).events


def test_a_claim_is_no_word_of_the_body_that_told_of_the_attack() -> None:
    """Both speak on one day of one strike, of which the one who claims it is a party."""
    told = timeline(
        report(
            "Missiles fired by Yemen's Houthis hit a cargo ship off Hodeidah on Sunday, "
            "the UK Maritime Trade Operations agency said on Monday.\n\n"
            "The Houthis claimed the attack in a statement on Monday.",
            "2024-02-19",
            "en",
        ),
        report(
            "أصيبت سفينة شحن بصاروخين أطلقهما الحوثيون قبالة الحديدة الأحد."
            "\n\nوأعلنت جماعة الحوثي، الاثنين، مسؤوليتها عن الهجوم.",
            "2024-02-20",
            "ar",
        ),
    )
    [strike] = [event for event in told.events if event.kind is Kind.OCCURRENCE]
    said = {event.reports: event.announces for event in told.events if event.kind is Kind.ANNOUNCEMENT}
    assert said == {("en",): (strike.id,), ("en", "ar"): (strike.id,)}


def test_two_reports_of_one_truce_of_the_same_two_are_one_statement() -> None:
    told = timeline(
        report("أعلنت وزارة الدفاع السورية الثلاثاء وقفا لإطلاق النار في السويداء.", "2025-07-16", "ar"),
        report("Syria's Defence Ministry announced on Tuesday a ceasefire in the city of Sweida.", "2025-07-15", "en"),
    )
    assert [event.reports for event in told.events if event.kind is Kind.ANNOUNCEMENT] == [("en", "ar")]


@pytest.mark.parametrize(
    "place, events",
    [("حي المقوس بالسويداء", 1), ("السويداء", 2)],
)
def test_one_deed_a_day_in_one_quarter_is_one(place: str, events: int) -> None:
    told = timeline(
        report(f"اندلعت اشتباكات في {place} يوم 13 تموز.", "2025-07-14", "one"),
        report(f"نشبت معارك بين مسلحين في {place} في 13 تموز.", "2025-07-14", "other"),
    )
    assert len(told.events) == events


def test_what_is_so_since_a_day_was_not_said_on_that_day() -> None:
    told = timeline(report("وقال المحافظ مصطفى البكور إن 250 جثة نقلت إلى المستشفى منذ الأحد.", "2025-07-18", "one"))
    assert [event for event in told.events if event.kind is Kind.ANNOUNCEMENT] == []


@pytest.mark.parametrize(
    "first, second, many",
    [
        (
            ("President Obama visited the port of Sirte.", "2010-05-02"),
            ("President Obama visited the port again.", "2010-05-28"),
            2,
        ),
        (
            ("A bomb killed 15 people in Baghdad.", "2010-01-21"),
            ("Militants killed 15 people in Baghdad.", "2010-01-22"),
            2,
        ),
        (
            ("U.S. forces raided Tikrit and killed 15 men.", "2010-01-21"),
            ("U.S. forces killed 15 men in a raid on Tikrit.", "2010-01-22"),
            1,
        ),
    ],
)
def test_what_two_reports_of_other_days_tell_without_a_day_is_two_things(
    first: tuple[str, str], second: tuple[str, str], many: int
) -> None:
    assert len(timeline(report(*first, "one"), report(*second, "two")).events) == many


@pytest.mark.parametrize(
    "other, count",
    [
        ("A blast killed the judge Karim Saad, a cousin of Bashar al-Assad.", 2),
        ("Bashar al-Assad was killed, two clerks said.", 1),
    ],
    ids=("his brother", "himself"),
)
def test_a_death_joins_by_the_one_who_dies_and_by_nobody_else_who_is_named(other: str, count: int) -> None:
    one = report("Guards killed Bashar al-Assad.", "2023-05-12", "a")
    told = timeline(one, report(other, "2023-05-30", "b"))
    killed = [event for event in (*told.events, *told.undated) if event.kind is Kind.OCCURRENCE]
    assert len(killed) == count


def test_two_visits_of_one_minister_without_a_day_are_two_where_a_week_lies_between() -> None:
    first = report("Vladimir Putin visits the harbour again.", "2023-05-12", "a")
    assert len(timeline(first, report("Vladimir Putin visits the harbour.", "2023-05-13", "b")).events) == 1
    assert len(timeline(first, report("Vladimir Putin visits the harbour.", "2023-05-18", "b")).events) == 2
