"""Which predicates are told as happenings: what people do is news though nobody is named."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Event, Kind

PUBLISHED = "2023-05-17"
"""A Wednesday."""


def told(text: str) -> list[Event]:
    return [*timeline(report(text, PUBLISHED)).events]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nVillagers carried the injured to a clinic in the next valley.",
        "The mill stood empty.\n\nThe court has sent the file back to a lower chamber.",
        "كانت المطحنة خالية.\n\nنقل الأهالي المصابين إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوأغلق المعتصمون مدخل المطحنة بالحجارة.",
        "كانت المطحنة خالية.\n\nودخل الأهالي المطحنة ونقلوا أكياس الطحين إلى المدرسة.",
    ],
)
def test_what_people_do_is_told_though_none_of_them_is_named(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe wind carried sand to a clinic in the next valley.",
        "The mill stood empty.\n\nThe villagers stayed in a clinic in the next valley.",
        "The mill stood empty.\n\nOne carried more than the other one of the two.",
        "كانت المطحنة خالية.\n\nنقلت الرياح الرمال إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nينقل الأهالي الطحين إلى عيادة في الوادي المجاور.",
    ],
)
def test_what_things_do_is_no_news_by_itself_nor_how_people_are(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA council of elders was formed in the next valley.",
        "The mill stood empty.\n\nThree bridges were destroyed in the next valley.",
        "كانت المطحنة خالية.\n\nوتم نقل سبعة جرحى إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوقال صاحبها إن العمال بخير، مضيفا أنه تم خطف اثنين منهم عند الجسر.",
        "كانت المطحنة خالية.\n\nوبقي الجسر مغلقا، في حين تسببت فيه سيول من الوادي بمقتل تسعة رعاة.",
        "كانت المطحنة خالية.\n\nوردد المحتجون هتافات ضد صاحب المطحنة.",
    ],
)
def test_what_is_done_to_people_or_destroyed_is_told_in_the_passive_too(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA measure of salt was added to the soup in the next valley.",
        "The mill stood empty.\n\nIt is hoped that a council will be formed in the next valley.",
        "كانت المطحنة خالية.\n\nوتم نقل الطحين إلى مخزن في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوقال صاحبها في وقت سابق إن الطقس جميل.",
    ],
)
def test_what_is_done_to_things_or_only_feared_is_not(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe governor said that the road was in a bad state.",
        'The mill stood empty.\n\n"The road is in a bad state," said the governor.',
        "كانت المطحنة خالية.\n\nوقال قائد الشرطة إن الطريق في حالة سيئة.",
    ],
)
def test_what_somebody_says_who_speaks_for_others_is_told_though_he_has_no_name(text: str) -> None:
    assert [event.kind.value for event in told(text)] == ["announcement"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA neighbour said that the road was in a bad state.",
        "كانت المطحنة خالية.\n\nوقالت جارة إن الطريق في حالة سيئة.",
        "The mill stood empty.\n\nThe newspaper said prices rose.",
        "كانت المطحنة خالية.\n\nقالت الصحيفة إن الأسعار ارتفعت.",
    ],
)
def test_what_a_bystander_says_of_how_things_are_is_not(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text, title",
    [
        ("زار الوالي سعيد قاسم موقع الانفجار الذي وقع اليوم في الميناء.", "زار"),
        ("أعلنت جبهة النصرة مسؤوليتها عن الانفجار الذي وقع اليوم في الميناء.", "أعلنت"),
    ],
)
def test_a_date_in_a_relative_clause_does_not_hide_what_the_sentence_tells(text: str, title: str) -> None:
    assert any(title in event.title for event in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the mill on Monday.\n\nThe two towns have old disputes over the river and the road.",
        "Shells hit the mill on Monday.\n\nThe group, led by a farmer, hides - it denies rumours that it owns a bank.",
        "قصفت القوات المطحنة يوم الاثنين.\n\nوتنفي الشركة منذ سنوات أي علاقة لها بالقوات المسلحة.",
    ],
)
def test_disputes_and_what_somebody_denies_all_the_time_are_no_denial_of_a_day(text: str) -> None:
    assert all(event.kind is not Kind.DENIAL for event in told(text))


def test_a_denial_that_is_told_in_the_past_disputes_what_was_told() -> None:
    text = "Shells hit the mill on Monday.\n\nThe army denied that it had shelled the mill."
    assert any(event.kind is Kind.DENIAL for event in told(text))


def test_what_happened_during_the_prayer_of_a_day_is_of_that_day() -> None:
    [event] = told("شهد مسجد المدينة أثناء صلاة ظهر الاثنين انفجارا قتل فيه ثلاثة مصلين.")
    assert event.when is not None
    assert event.when.edtf == "2023-05-15"


def test_an_impersonal_passive_is_told() -> None:
    text = "كانت المطحنة خالية.\n\nوعُثر على جثة صاحبها يوم الاثنين."
    assert [event.when.edtf for event in told(text) if event.when is not None] == ["2023-05-15"]


def test_who_only_speaks_says_nothing_and_words_posted_again_are_no_news() -> None:
    text = "The mill stood empty.\n\nThe governor said.\n\nThis was written up on the board of the town."
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nTwo men were arrested near the mill.",
        "The mill stood empty.\n\nOfficials said that twelve people had been killed.",
    ],
)
def test_a_passive_of_the_past_tells_of_what_happened(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nTwo men were to be arrested near the mill.",
        "The mill stood empty.\n\nTwo men are being watched near the mill.",
    ],
)
def test_a_passive_of_what_is_to_come_or_lasts_does_not(text: str) -> None:
    assert not told(text)


def test_an_arrest_before_which_somebody_fled_is_no_plan() -> None:
    found = told("هرب اللص إلى المطحنة قبل أن يتم القبض على رفيقه ظهر اليوم.")
    assert {event.kind for event in found if "القبض" in event.title} == {Kind.OCCURRENCE}


def test_what_harmed_lies_on_no_weekday_ahead_of_the_report() -> None:
    text = "The mayor stated his town would not pay for the reported burning of Sirte on Tuesday, he said."
    found = told(text)
    assert not any(event.when is not None and event.when.edtf == "2023-05-23" for event in found)


def test_a_meeting_on_a_weekday_to_come_is_still_a_plan() -> None:
    found = told("The president said he will attend a meeting of the council in Aden on Tuesday.")
    assert any(event.when is not None and event.when.edtf == "2023-05-23" for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe governor said that prices increased in the valley.",
        "The mill stood empty.\n\nSami Haddad, a governor, said he knew of five millers.",
        "The mill stood empty.\n\nThe governor said prices rose.",
        "كانت المطحنة خالية.\n\nأكد المتحدث باسم الوادي لانتخابات المجلس أن الجسر القديم آمن.",
        "كانت المطحنة خالية.\n\nأعربت وزارة الصحة عن شكرها العميق للعمال في الوادي.",
        "The mill stood empty.\n\nThe ministry said that the sanctions were lifted.",
        "كانت المطحنة خالية.\n\nقال المحافظ إن الأسعار ارتفعت.",
        "كانت المطحنة خالية.\n\nوأعلنت الحكومة أن الميزانية أقرت وأن الرواتب زادت.",
        "كانت المطحنة خالية.\n\nوقال الوزير سعيد قاسم إنه تعرض لتهديدات منذ إغلاق المطحنة.",
        "كانت المطحنة خالية.\n\nوأعلنت وزارة الزراعة ارتفاع حصيلة الجراد في الوادي.",
    ],
)
def test_what_somebody_says_is_his_statement_where_it_tells_of_no_deed(text: str) -> None:
    assert [event.kind for event in told(text)] == [Kind.ANNOUNCEMENT]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe governor said that two millers had been kidnapped.",
        "The mill stood empty.\n\nThe governor said that two men closed the road to the mill.",
        "كانت المطحنة خالية.\n\nوقال الوزير سعيد قاسم إنه تعرض لهجوم عند الجسر.",
        "كانت المطحنة خالية.\n\nوأعلنت وزارة الصحة مقتل تسعة رعاة في الوادي.",
        "كانت المطحنة خالية.\n\nوأعلنت وزارة المالية رفع أسعار الملح في الوادي.",
    ],
)
def test_a_deed_that_somebody_says_was_done_is_a_happening(text: str) -> None:
    assert [event.kind for event in told(text)] == [Kind.OCCURRENCE]


def test_a_deed_and_what_is_said_beside_it_are_both_told() -> None:
    text = (
        "كانت المطحنة خالية.\n\nوقال الوزير سعيد قاسم إن الشرطة اعتقلت ثلاثة رعاة، وإن المدير خضع لتحقيقات في الوادي."
    )
    titles = [event.title for event in told(text)]
    assert any("اعتقلت" in title for title in titles)
    assert any("خضع" in title for title in titles)


@pytest.mark.parametrize(
    "text",
    [
        "كانت المطحنة خالية.\n\nوقال نعيم قاسم إن الشرطة اعتقلت ثلاثة عمال، وإن المدير خضع لتحقيقات.",
    ],
)
def test_a_statement_beside_a_deed_in_one_saying_is_not_lost(text: str) -> None:
    assert len(told(text)) > 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Halvorsen suspends drilling in the bay to let a storm pass.", Kind.OCCURRENCE),
        ("Adla Mansouri is elected as the new captain.", Kind.OCCURRENCE),
        ("Halvorsen has announced that the cap holds.", Kind.ANNOUNCEMENT),
        ("Mayor Lena Brandt says that the bridge will be closed.", Kind.ANNOUNCEMENT),
    ],
)
def test_a_report_opens_with_its_news(text: str, kind: Kind) -> None:
    """What somebody with a name does or says, be it in the present of headlines and of nobody known."""
    assert [event.kind for event in told(text)] == [kind]


def test_further_on_a_name_that_nothing_is_known_of_makes_no_news() -> None:
    found = told("Two men were killed in the market. Halvorsen suspends drilling in the bay.")
    assert [event.title for event in found] == ["Two men were killed in the market"]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("كانت المطحنة خالية.\n\nواصل المتظاهرون احتجاجاتهم في الساحة.", True),
        ("كانت المطحنة خالية.\n\nواصل العمال بناء الجسر.", False),
        ("The mill stood empty.\n\nProtesters continued their demonstrations in the square.", True),
        ("The mill stood empty.\n\nWorkers continued their talks in the square.", False),
    ],
)
def test_people_go_on_with_what_is_news(text: str, told_of: bool) -> None:
    assert bool(told(text)) is told_of


def test_a_weekday_since_which_something_is_so_has_passed() -> None:
    [event] = told("يحاصر عشرات الرعاة منذ الثلاثاء مبنى البلدية في صيدا.")
    assert event.when is not None
    assert event.when.edtf == "2023-05-16/2023-05-17"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two people were killed when a bomb hit the market on Monday.",
            {"Two people were killed when a bomb hit the market": "2023-05-15"},
        ),
        (
            "The army withdrew after rebels entered the town on Monday.",
            {
                "rebels entered the town": "2023-05-15",
                "The army withdrew after rebels entered the town": "../2023-05-17",
            },
        ),
        (
            "The minister resigned when the court jailed him on Monday.",
            {
                "the court jailed him": "2023-05-15",
                "The minister resigned when the court jailed him": "../2023-05-17",
            },
        ),
    ],
)
def test_what_a_clause_of_time_goes_with_is_told_too(text: str, expected: dict[str, str]) -> None:
    """Harm done when harm was done is of its day; what came after has none by that."""
    assert {event.title: event.when.edtf for event in told(text) if event.when} == expected


@pytest.mark.parametrize(
    "text",
    [
        "كانت المطحنة خالية.\n\nلم يتورع أحد العمال عن إحراق المطحنة.",
        "كانت المطحنة خالية.\n\nولم تتوقف الاحتجاجات أمام الطاحونة لليوم الرابع.",
        "The mill stood empty.\n\nSoldiers did not hesitate to beat the workers.",
        "The mill stood empty.\n\nThe protests at the gate did not stop.",
    ],
)
def test_what_nobody_held_back_from_was_done(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "كانت المطحنة خالية.\n\nلم يوافق أحد العمال على إحراق المطحنة.",
        "كانت المطحنة خالية.\n\nولم تنطلق الاحتجاجات أمام الطاحونة.",
        "The mill stood empty.\n\nThe guards did not want to beat the workers.",
        "The mill stood empty.\n\nThe protests at the gate did not start.",
    ],
)
def test_what_was_not_done_at_all_is_not_told(text: str) -> None:
    assert not told(text)


def test_a_statement_that_goes_on_where_the_first_led_is_told_by_itself() -> None:
    (event,) = told("كانت المطحنة خالية.\n\nبات الخلاف في الوادي معقدا، حيث أصيب خمسة رعاة.")
    assert event.title == "أصيب خمسة رعاة"
    (event,) = told("كانت المطحنة خالية.\n\nبات الخلاف في الوادي معقدا، إلا أن مسلحين خطفوا خمسة رعاة.")
    assert event.evidence[0].exact.endswith("خطفوا خمسة رعاة")


@pytest.mark.parametrize(
    "text",
    [
        "The committee meets on Mondays.",
        "The choir sings in the church every week.",
        "The bank opens at nine on Fridays.",
    ],
)
def test_what_is_done_again_and_again_is_no_headline(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["The committee meets in the church.", "Gunmen kill every man in the village."])
def test_what_a_headline_tells_in_the_present_is_told(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("هاجم مسلحون مخبزا قبل ظهر أمس.", ["2023-05-16"]),
        ("أصيب حارس قبيل ظهر الثلاثاء 9 أيار.", ["2023-05-09"]),
        ("أصيب حارس قبل فجر الأحد.", ["2023-05-14"]),
        ("أصيب حارس قبل الأحد.", []),
        ("أصيب حارس قبل مساء الأحد.", []),
    ],
)
def test_a_part_of_a_day_before_noon_is_of_that_day(text: str, days: list[str]) -> None:
    assert [event.when.edtf for event in told(text) if event.when and not event.bounded] == days


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("كانت المطحنة خالية.\n\nغير أن وتيرة المسيرات تباطأت بعد الهدنة.", 0),
        ("The mill stood empty.\n\nThe pace of the marches slowed after the truce.", 0),
        ("كانت المطحنة خالية.\n\nوأغلق المعتصمون مدخل المطحنة بالحجارة.", 1),
    ],
)
def test_how_fast_something_goes_on_is_no_happening(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("كانت المطحنة خالية.\n\nوأوضح الطبيب سالم حداد أن العيادة تقدم الدواء للصيادين.", Kind.ANNOUNCEMENT),
        ("كانت المطحنة خالية.\n\nوأوضح الطبيب سالم حداد أن الصيادين اقتحموا العيادة.", Kind.OCCURRENCE),
    ],
)
def test_a_past_that_its_feminine_subject_cannot_have_is_a_present(text: str, kind: Kind) -> None:
    [one] = told(text)
    assert one.kind is kind
