"""Tellings that agree in a number, a place or a name, and are of two happenings all the same."""

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Kind


@pytest.mark.parametrize(
    "one, other, events",
    [
        # who was counted: the other side, another force, another family; then who did it, and how
        (
            "Hamas gunmen killed five Israeli soldiers in an attack in Khan Younis",
            "Israeli soldiers killed five Hamas gunmen in an attack in Khan Younis",
            2,
        ),
        (
            "Five Israeli soldiers were killed in an attack in Khan Younis",
            "Hamas said it killed five Israeli soldiers in an attack in Khan Younis",
            1,
        ),
        (
            "A drone strike killed two SDF fighters in Qamishli",
            "A drone strike killed two Islamic State members in Qamishli",
            2,
        ),
        (
            "A drone strike killed two SDF fighters in Qamishli",
            "Two SDF fighters were killed by a drone strike in Qamishli",
            1,
        ),
        (
            "A raid in Rafah killed seven people of the Nasser family",
            "A raid in Rafah killed seven members of the Daoud family",
            2,
        ),
        ("A raid in Rafah killed seven people of the Nasser family", "A raid in Rafah killed seven people", 1),
        ("قتلت غارة في رفح سبعة من عائلة ناصر", "قتلت غارة في رفح سبعة من عائلة أبو داود", 2),
        ("قتلت غارة في رفح سبعة من عائلة ناصر", "مقتل سبعة من عائلة ناصر في غارة على رفح", 1),
        ("A bomb killed 20 people in Anbar province", "Clashes killed 20 people in Anbar province", 2),
        ("An explosion killed 20 people in Anbar province", "A blast in Anbar province killed 20 people", 1),
        ("The Houthis freed 50 prisoners in Sanaa", "The Saudi coalition freed 50 prisoners in Sanaa", 2),
        ("The Houthis freed 50 prisoners in Sanaa", "In Sanaa 50 prisoners were freed", 1),
    ],
)
def test_a_number_and_a_place_are_not_enough_where_the_rest_speaks_against_it(
    one: str, other: str, events: int
) -> None:
    day = " الجمعة." if one[0] > "z" else " on Friday."
    told = timeline(report(one + day, "2023-05-20", "one"), report(other + day, "2023-05-20", "other"))
    found = [event for event in told.events if event.kind is Kind.OCCURRENCE]
    assert len(found) == events, [event.title for event in found]


@pytest.mark.parametrize(
    "one, other, events",
    [
        # a part of the day, and hours that one calls so and one otherwise
        ("Three guards died in an attack on a warehouse in Mosul {} morning", "{} evening", 2),
        ("Three guards died in an attack on a warehouse in Mosul {} afternoon", "{} evening", 1),
        ("Three guards died in an attack on a warehouse in Mosul early {}", "{} at dawn", 1),
        ("Three guards died in an attack on a warehouse in Mosul early {}", "{} afternoon", 2),
        ("Three guards died in an attack on a warehouse in Mosul {}", "{} evening", 1),
        ("قتل ثلاثة حراس في هجوم على مستودع في الموصل صباح {}", "مساء {}", 2),
        ("قتل ثلاثة حراس في هجوم على مستودع في الموصل عصر {}", "مساء {}", 1),
    ],
)
def test_two_parts_of_a_day_are_two_happenings(one: str, other: str, events: int) -> None:
    day = "الجمعة" if one[0] > "z" else "on Friday"
    last = one.rindex("Mosul") + 5 if "Mosul" in one else one.rindex("الموصل") + 6
    told = timeline(
        report(f"{one.format(day)}.", "2023-05-20", "one"),
        report(f"{one[:last]} {other.format(day)}.", "2023-05-20", "other"),
    )
    assert len(told.events) == events, [event.title for event in told.events]


@pytest.mark.parametrize(
    "one, other, events",
    [
        ("An earthquake struck Gaziantep on Friday.", "A second earthquake struck Gaziantep on Friday.", 2),
        ("A second earthquake struck Gaziantep on Friday.", "Friday's second quake struck Gaziantep.", 1),
        ("ضرب زلزال غازي عنتاب الجمعة.", "ضرب زلزال ثان غازي عنتاب الجمعة.", 2),
        ("قتل 30 شخصا في هجوم على سوق في بعقوبة الجمعة.", "قتل 30 شخصا في هجوم آخر على سوق في بعقوبة الجمعة.", 2),
        # counted over a time, or no deed is called so
        (
            "An attack on a market in Mosul killed 30 people on Friday.",
            "The second attack in Mosul this week killed 30 people at a market on Friday.",
            1,
        ),
        (
            "An attack on a market in Mosul killed 30 people on Friday.",
            "An attack on a market in Mosul killed 30 people on Friday, and a second man fled.",  # and his flight
            2,
        ),
    ],
)
def test_what_is_called_a_second_one_is_not_the_first(one: str, other: str, events: int) -> None:
    told = timeline(report(one, "2023-05-20", "one"), report(other, "2023-05-20", "other"))
    assert len(told.events) == events, [event.title for event in told.events]


def test_one_report_tells_of_two_blasts_of_a_day() -> None:
    text = "قتل خمسة أشخاص في انفجار في بعقوبة صباح الجمعة. وقتل خمسة أشخاص في انفجار ثان في بعقوبة مساء الجمعة."
    assert len(timeline(report(text, "2023-05-20")).events) == 2


AT_A_GATE = "A car bomb killed {} people at a checkpoint in Mosul{}."


@pytest.mark.parametrize(
    "killed, day, published, events",
    [
        # what names no day is of the days before its report; a large number tells of the month before it too
        ("five", "25 April", "2023-04-26", 2),
        ("five", "17 May", "2023-05-18", 1),
        ("25", "25 April", "2023-04-26", 1),
        ("two", "17 May", "2023-05-18", 2),
    ],
)
def test_what_names_no_day_is_not_pulled_onto_an_old_happening(
    killed: str, day: str, published: str, events: int
) -> None:
    told = timeline(
        report(AT_A_GATE.format(killed, ""), "2023-05-19", "undated"),
        report(AT_A_GATE.format(killed, f" on {day}"), published, "dated"),
    )
    assert len((*told.events, *told.undated)) == events


@pytest.mark.parametrize("when", ["this week", "in May", ""])
def test_what_may_be_of_either_of_two_days_is_of_none(when: str) -> None:
    text = "Ten people were killed in a strike in Aleppo{}."
    days = [
        report(text.format(f" on {day}"), published, day)
        for day, published in (("15 May", "2023-05-16"), ("19 May", "2023-05-20"))
    ]
    open_to_both = report(text.format(f" {when}" if when else ""), "2023-05-20", "open")
    told = timeline(*days, open_to_both)
    assert all(len(event.reports) == 1 for event in (*told.events, *told.undated))
    assert len(timeline(days[0], open_to_both).events) == 1


def test_a_report_that_names_no_day_parts_no_two_that_are_one_without_it() -> None:
    text = "A strike on a school in Raqqa killed 25 people{}."
    two = (
        report(text.format(" on Thursday"), "2023-05-19", "thursday"),
        report(text.format(" on Friday"), "2023-05-20", "friday"),
    )
    assert len(timeline(*two).events) == 1
    told = timeline(*two, report(text.format(""), "2023-05-20", "none"))
    assert [sorted(event.reports) for event in told.events] == [["friday", "none", "thursday"]]
    assert told.undated == ()


@pytest.mark.parametrize(
    "one, other, events",
    [
        # a namesake in another city; a man of three names, or one who is known, died once, wherever
        ("Police arrested Ahmed Hassan in Cairo on 19 May.", "Police arrested Ahmed Hassan in Basra on 19 May.", 2),
        ("Police arrested Ahmed Hassan in Cairo on 19 May.", "Ahmed Hassan was arrested in Cairo on 19 May.", 1),
        ("Ahmed Hassan was killed in Cairo on 19 May.", "Ahmed Hassan was killed in Basra on 19 May.", 2),
        ("Ibrahim al-Qahtani was killed in Hasakah on 19 May.", "Ibrahim al-Qahtani was killed in Raqqa on 19 May.", 1),
        ("اعتقلت الشرطة أحمد حسن في القاهرة في 19 أيار.", "اعتقلت الشرطة أحمد حسن في البصرة في 19 أيار.", 2),
        # an arrest after another one
        ("Ahmed Hassan was arrested in Cairo on 3 May.", "Ahmed Hassan was arrested again in Cairo in May.", 2),
        ("Ahmed Hassan was arrested in Cairo on 3 May.", "Ahmed Hassan was arrested in Cairo in May.", 1),
        ("Ahmed Hassan was arrested in Cairo on 3 May.", "Ahmed Hassan was arrested in May.", 2),
        ("Ahmed Hassan was arrested in Cairo on 17 May.", "Ahmed Hassan was arrested.", 1),
        ("Ahmed Hassan was arrested in Cairo on 3 May.", "Ahmed Hassan was arrested.", 2),
        ("اعتقلت الشرطة أحمد حسن في القاهرة في 3 أيار.", "اعتقلت الشرطة أحمد حسن مجددا في القاهرة في أيار.", 2),
    ],
)
def test_a_name_alone_makes_no_two_deeds_one(one: str, other: str, events: int) -> None:
    told = timeline(report(one, "2023-05-20", "one"), report(other, "2023-05-20", "other"))
    assert len((*told.events, *told.undated)) == events, [event.title for event in told.events]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("King Abdullah II sent Emmanuel Macron a wreath. Minister Adam Novak sent Emmanuel Macron a wreath, too.", 2),
        ("President Adam Novak met Ivan Petrov in Sirte on Monday. Petrov met Novak for an hour.", 1),
        ("زار الملك عبدالله الثاني إيمانويل ماكرون في المستشفى. وزار سمير الخالدي ماكرون في المستشفى.", 2),
    ],
)
def test_what_two_persons_do_one_by_one_is_done_twice(text: str, number: int) -> None:
    assert len(timeline(report(text, "2023-05-17")).events) == number
