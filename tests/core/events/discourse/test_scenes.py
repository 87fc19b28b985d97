"""Scenes: a story that is told step by step, by who has a part in it; and deeds that others have a part in."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.model.event import Kind


def deeds(text: str) -> list[list[str]]:
    """The quotes of each happening that a report of 17 May 2023 tells."""
    found = events(text, "2023-05-17")
    return [[piece.exact for piece in event.evidence] for event in found if event.kind is Kind.OCCURRENCE]


def many(text: str) -> list[int]:
    """How many quotes each of its happenings has."""
    return [len(quotes) for quotes in deeds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen robbed a jeweller in Sirte on Monday. The gunmen fled to the hills.",
        "Coast guards foiled a raid on a ferry off Tobruk on Monday. At dawn on Monday, guards spotted the ferry.",
        "سرق مسلحون محل صائغ في سرت الاثنين. وهرب المسلحون إلى التلال.",
    ],
)
def test_what_its_people_do_in_the_course_of_a_deed_is_a_quote_of_it(text: str) -> None:
    assert many(text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen robbed a jeweller in Sirte on Monday. The mayor left for the hills.",
        "Coast guards foiled a raid on a ferry off Tobruk on Monday. At dawn on Monday, fishermen spotted a whale.",
        "سرق مسلحون محل صائغ في سرت الاثنين. وغادر رئيس البلدية إلى التلال.",
        "Ministers met farmers in Sirte on Monday. The ministers left for the hills.",
    ],
)
def test_what_others_do_or_follows_what_is_no_news_is_no_part_of_it(text: str) -> None:
    assert 2 not in many(text)


@pytest.mark.parametrize(
    "text",
    [
        "A court jailed three grocers in a fraud case on Monday. The court sent four bakers to prison in the case.",
        "قضت محكمة بسجن ثلاثة بقالين في قضية تزوير. كما قررت المحكمة حبس أربعة خبازين في القضية.",
    ],
)
def test_what_a_court_decides_in_one_case_is_one_hearing(text: str) -> None:
    assert many(text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "A court jailed three grocers in a fraud case on Monday. A clinic sent four bakers to prison.",
        "قضت محكمة بسجن ثلاثة بقالين في قضية تزوير. كما قررت الوزارة إغلاق أربعة مخابز في القضية.",
    ],
)
def test_what_others_decide_is_another_matter(text: str) -> None:
    assert 2 not in many(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hassan Nasrallah met Imad Mughniyeh in Sirte on Monday. Naim Qassem attended the meeting.",
        "التقى حسن نصر الله عماد مغنية في سرت الاثنين. وحضر الاجتماع نعيم قاسم.",
    ],
)
def test_who_takes_part_in_a_meeting_that_was_told_makes_no_other(text: str) -> None:
    assert many(text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Imad Mughniyeh on Monday. Police arrested Naim Qassem.",
        "The Mossad published a photo of a raid on Monday. Hezbollah published a photo of the raid on Monday.",
        "نشر حزب الله صورا للغارة على سرت. ونشر الموساد صورا للغارة على سرت.",
        "Judge Imad Hatem ordered the trial of two grocers in Sirte. Judge Imad Hatem ordered the arrest of a baker.",
        "أمر القاضي سمير حداد بمحاكمة بقالين في سرت. وأمر القاضي سمير حداد بتوقيف خباز في سرت.",
        "A strike hit a clinic in Sirte on Monday. The third strike hit us in the yard.",
        "A raid killed two in Sirte on Monday. Doctors said that a fever took hold in Derna, and 500 others were hurt.",
    ],
)
def test_other_parts_make_another_deed(text: str) -> None:
    assert many(text) == [1, 1]


def test_one_of_a_series_is_of_its_day() -> None:
    told = events("A strike hit a clinic in Sirte on Monday. The third strike hit us in the yard.", "2023-05-17")
    assert [event.when.edtf for event in told if event.when is not None] == ["2023-05-15", "2023-05-15"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("استأنف المحامون الحكم الاثنين، وطالبوا بإلغاء العقوبة.", 0),
        ("مزق نواب نص القانون الاثنين، ووصفوه بالجائر.", 0),
        ("غادر المحامون المدينة الاثنين، وطالبوا بإلغاء العقوبة.", 1),
        ("Deputies burned the bill, and demanded a vote.", 0),
        ("Deputies left the hall, and demanded a vote.", 1),
    ],
)
def test_what_is_demanded_or_judged_in_the_breath_of_a_deed_belongs_to_it(text: str, statements: int) -> None:
    found = events(text, "2023-05-17")
    assert len([event for event in found if event.kind is Kind.ANNOUNCEMENT]) == statements


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A raid hit a market in Sirte on Monday. The mayor blamed the army for the raid on the market.", 1),
        ("A raid hit a market in Sirte on Monday. The mayor said two bakers died in the raid on the market.", 2),
        ("ضربت غارة سوقا في سرت الاثنين. واتهم رئيس البلدية الجيش بشن الغارة على السوق.", 1),
        ("A raid hit a market in Sirte on Monday. The raid on the market comes days after a truce in Derna.", 2),
    ],
)
def test_a_deed_that_is_only_talked_about_is_no_quote_of_it(text: str, quoted: int) -> None:
    assert len(deeds(text)[0]) == quoted


def test_what_came_after_something_else_quotes_the_noun_alone() -> None:
    text = "A raid hit a market in Sirte on Monday. The raid on the market comes days after a truce in Derna."
    assert deeds(text)[0][1] == "raid on the market"


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش سوقا في سرت الاثنين. وتوقفت القافلة جراء تجدد القصف.",
        "Rebels shelled a market in Sirte on Monday. Separately, the rebels said that a ferry was late.",
    ],
)
def test_what_begins_anew_or_turns_away_is_no_more_of_it(text: str) -> None:
    assert len(deeds(text)[0]) == 1


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The minister Omar Said condemned the law on Monday. Separately, he said that bread was cheap.", [1]),
        ("The minister Omar Said condemned the law on Monday. He said that bread was cheap.", [2]),
        ("ندد الوزير عمر سعيد بالقانون الاثنين. من جهة أخرى، قال إن الخبز رخيص.", [1]),
        ("ندد الوزير عمر سعيد بالقانون الاثنين. وقال إن الخبز رخيص.", [2]),
    ],
)
def test_words_that_turn_away_go_on_with_no_statement(text: str, statements: list[int]) -> None:
    found = events(text, "2023-05-17")
    assert [len(event.evidence) for event in found if event.kind is Kind.ANNOUNCEMENT] == statements
