"""What is a saying by its clause, and which days are none of what stands beside them."""

from __future__ import annotations

import pytest

from tests.core.words import events, only
from timeline_core.model.event import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("كتبت المنظمة يوم الخميس أن الغارات أصابت البلدة.", Kind.ANNOUNCEMENT),
        ("رد الوزير يوم الخميس بالقول إن الحكومة لن تتراجع.", Kind.ANNOUNCEMENT),
        ("نقل المقربون من الوزير يوم الخميس قوله إن الحكومة لن تتراجع.", Kind.ANNOUNCEMENT),
        ("The minister wrote on Thursday that the raid had failed.", Kind.ANNOUNCEMENT),
        ("كتبت المنظمة يوم الخميس رسالة إلى الوزير.", Kind.OCCURRENCE),
        ("أحيلت القضية يوم الخميس إلى المحكمة بعد الكشف عن أن الوثائق مزورة.", Kind.OCCURRENCE),
        ("نقل الجنود يوم الخميس الجرحى إلى المستشفى.", Kind.OCCURRENCE),
    ],
)
def test_a_clause_for_what_is_said_makes_a_saying(text: str, kind: Kind) -> None:
    """Who writes, finds or answers that something is so says it."""
    dated = [event for event in events(text, "2023-05-20") if event.when and event.when.edtf == "2023-05-18"]
    assert [event.kind for event in dated] == [kind]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "شدد أمين النقابة العامة للانتخابات على الاحترام المتبادل يوم الخميس.",
            "شدد أمين النقابة العامة للانتخابات على الاحترام المتبادل",
        ),
        ("وتم ذلك في لقاء الرسامين في بيت الجالية الذي عقد يوم الخميس.", "لقاء الرسامين في بيت الجالية"),
    ],
)
def test_what_stands_between_says_whose_or_where_it_is(text: str, title: str) -> None:
    """A committee for elections speaks of no elections; a meeting in the seat of a club was held, and no seat."""
    dated = [event for event in events(text, "2023-05-20") if event.when and event.when.edtf == "2023-05-18"]
    assert [event.title[: len(title)] for event in dated] == [title]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('قال المهندس خالد الوفاض المشرف على بيع الكتب "الزوار كثر هذا الموسم" في المعرض.', Kind.ANNOUNCEMENT),
        ('أعلن الجيش مقتل الحارس خالد "أبو كمال" في المعسكر.', Kind.OCCURRENCE),
        ("قال المدير سالم الحداد، ردا على طلب بإلغاء السباق: «لا أرى لذلك سببا».", Kind.ANNOUNCEMENT),
    ],
)
def test_whose_work_it_is_is_no_deed_before_his_words(text: str, kind: Kind) -> None:
    assert [event.kind for event in events(text, "2023-05-20")] == [kind]


def test_today_between_a_thing_and_its_verb_is_no_day() -> None:
    told = {text: events(text, "2023-05-20") for text in (_QUESTION, _COUNCIL)}
    assert [event.kind for event in told[_QUESTION]] == []
    assert [event.kind for event in told[_COUNCIL]] == [Kind.PLANNED]


_QUESTION = "اللغز المطروح اليوم في المجلة يخص أسماء الطيور في الغابة."
_COUNCIL = "مجلس البلدية اليوم يناقش أسماء الطيور في الغابة."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ألف الموسيقي لحنا يحمل اسم «انتخابات 2015».", []),
        ("هبطت الليرة في التعاملات المسائية يوم الخميس.", ["2023-05-18"]),
        ("البطولة التي تستمر مبارياتها حتى 20 أيار في المدينة.", []),
    ],
)
def test_a_name_and_an_end_give_no_day(text: str, days: list[str]) -> None:
    """What a thing is called has no day, nor what still goes on; a session has that of its verb."""
    dated = [event for event in events(text, "2023-05-20") if event.when and not event.bounded]
    assert [event.when.edtf for event in dated if event.when] == days


def test_to_describe_is_to_judge() -> None:
    told = only("وصف الناقد الفيلم الذي كسب الجائزة بالعمل الرديء.", "2023-05-20")
    assert told.kind is Kind.ANNOUNCEMENT


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("قتل شخصان في انفجار سيارة هذا الثلاثاء.", []),
        ("Two people were killed in a blast this Tuesday.", []),
        ("يزور الوزير المدينة هذا الثلاثاء.", ["2023-05-23"]),
        ("Talks were due to resume this Tuesday.", ["2023-05-23"]),
    ],
)
def test_what_has_happened_is_of_no_weekday_to_come(text: str, days: list[str]) -> None:
    """«هذا الثلاثاء» may be the last one: of what a verb of the past tells it is not the next."""
    dated = [event for event in events(text, "2023-05-17") if event.when and not event.bounded]
    assert [event.when.edtf for event in dated if event.when] == days


def test_who_somebody_is_does_not_date_what_is_done_to_him() -> None:
    """Those involved in a blast are not arrested on its day; who died in it did."""
    blast = "وقع تفجير في سوق صيدا يوم 5 أيار وأدى إلى مقتل رجلين.\n\n"
    arrested = events(blast + "وكانت الشرطة ألقت القبض على سائق حافلة وبقية المتورطين في التفجير.", "2023-05-20")
    assert [one.when is None or one.bounded for one in arrested if "سائق" in one.title] == [True]
    wounded = events(blast + "وأصيب سائق حافلة في التفجير.", "2023-05-20")
    assert [one.when.edtf for one in wounded if one.when] == ["2023-05-05"]
