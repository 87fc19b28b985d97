"""Dates that date nothing that is told: of a noun, a name or a measure, in the idioms of news."""

import pytest

from tests.core.events.test_idioms import told
from tests.core.words import events


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قطع الوزير رحلته في آذار وعاد إلى العاصمة حيث حضر في اليوم التالي جلسة الحكومة.",
            [("2023-03", "occurrence", "قطع الوزير رحلته وعاد إلى العاصمة حيث حضر جلسة الحكومة")],
        ),
        (
            "وصل الوفد في 10 أيار إلى العاصمة وغادرها في اليوم التالي.",
            [
                ("2023-05-10", "occurrence", "وصل الوفد إلى العاصمة"),
                ("2023-05-11", "occurrence", "غادرها الوفد"),
            ],
        ),
        (
            "تبدأ السنة المالية للهيئة في الأول من تموز وتنتهي في آخر حزيران من كل عام.",
            [],
        ),
        (
            "عثرت الدورية على سيارة مسروقة منذ 10 أيار في المدينة.",
            [("2023-05-10/2023-05-20", "occurrence", "عثرت الدورية على سيارة مسروقة منذ 10 أيار في المدينة")],
        ),
        (
            "كتب المدرب الذي رحل عن النادي في آذار الماضي على صفحته «هل ينجح الفريق من دونه؟»",
            [
                (
                    "2023-03",
                    "occurrence",
                    "كتب المدرب الذي رحل عن النادي في آذار الماضي على صفحته هل ينجح الفريق من دونه",
                )
            ],
        ),
    ],
    ids=str,
)
def test_what_has_no_day_of_its_own_is_given_none(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "تلقى الرئيس اتصالا هاتفيا اليوم من نظيره.",
            [("2023-05-20", "occurrence", "تلقى الرئيس اتصالا هاتفيا من نظيره")],
        ),
        (
            "تراجع سعر النفط الخميس إلى أدنى مستوياته.",
            [("2023-05-18", "occurrence", "تراجع سعر النفط إلى أدنى مستوياته")],
        ),
        ("تنطلق القمة اليوم في العاصمة.", [("2023-05-20", "planned", "تنطلق القمة في العاصمة")]),
        (
            "وفي العام الماضي ارتفع عدد المقيمين بواقع مليوني نسمة أو خمسة بالمئة عنه في 2011.",
            [("2022", "occurrence", "ارتفع عدد المقيمين بواقع مليوني نسمة أو خمسة بالمئة عنه")],
        ),
        (
            "صدر الكتاب وسط زيادة أعداد المهاجرين المتوقع أن تتضاعف أعدادهم هذا العام.",
            [("2023", "planned", "صدر الكتاب وسط زيادة أعداد المهاجرين المتوقع أن تتضاعف أعدادهم هذا العام")],
        ),
        (
            "رفع الفريق وتيرة استعداداته للمباراة التي ستقام في العاصمة البريطانية لندن في 25 أيار.",
            [("2023-05-25", "planned", "المباراة ستقام في العاصمة البريطانية لندن")],
        ),
        (
            "عاد المدرب إلى النادي منذ عامين وفاز باللقب في أيار الماضي.",
            [("2022-05", "occurrence", "عاد المدرب إلى النادي منذ عامين وفاز باللقب")],
        ),
        ("وصيف البطل خسر مباراته أمس.", [("2023-05-19", "occurrence", "وصيف البطل خسر مباراته")]),
    ],
    ids=str,
)
def test_the_letters_of_a_verb_are_not_enough(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "بلغت حصيلة القارب 1500 كيلوغرام في آذار، مقارنة بنحو 800 إلى 1000 كيلوغرام في العام الماضي.",
            [],
        ),
        ("كميات القمح في الموسم الحالي أفضل من العام الماضي.", []),
        (
            "يتعرض المعسكر لهجمات متكررة منذ أول من أمس.",
            [("2023-05-18/2023-05-20", "occurrence", "يتعرض المعسكر لهجمات متكررة")],
        ),
        (
            "أعلن النادي أن اللاعب وقع العقد بعد الفحص الطبي الذي سيخضع له اليوم في العاصمة.",
            [("2023-05-20", "planned", "اللاعب وقع العقد بعد الفحص الطبي الذي سيخضع له اليوم في العاصمة")],
        ),
        ("وافق المجلس على تعيين مراجعي الحسابات لعام 2023 والربع الأول من عام 2024.", []),
    ],
    ids=str,
)
def test_what_another_is_measured_by_is_no_day(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "اعتبرت الدولة الحركة جماعة متشددة بعد هجمات 10 أيار 2001.",
            [("2001-05-10", "occurrence", "هجمات 10 أيار 2001")],
        ),
        (
            "تجرى اليوم في المدينة عملية جراحية للجريح.",
            [("2023-05-20", "planned", "تجرى في المدينة عملية جراحية للجريح")],
        ),
        (
            "في مناقشة بالمعهد في العاصمة هذا الأسبوع قال القائد إن الخسائر كبيرة.",
            [("2023-05-15/2023-05-21", "announcement", "في مناقشة بالمعهد في العاصمة قال القائد إن الخسائر كبيرة")],
        ),
        (
            "قدمها التحالف على أنها رمز للجيل الجديد بعد زوال حكم الحركة عام 2001.",
            [],
        ),
        (
            "أكدت الوزارة وقوع الحادث في بيان اليوم.",
            [("2023-05-20", "announcement", "أكدت الوزارة وقوع الحادث في بيان")],
        ),
        (
            "أعلن الاتحاد أمس أسماء حكام المباراة المقررة بين الهلال والنصر على ملعب المدينة في 25 أيار.",
            [
                (
                    "2023-05-19",
                    "announcement",
                    "أعلن الاتحاد أسماء حكام المباراة المقررة بين الهلال والنصر على ملعب المدينة",
                ),
                (
                    "2023-05-25",
                    "planned",
                    "أعلن الاتحاد أسماء حكام المباراة المقررة بين الهلال والنصر على ملعب المدينة في 25 أيار",
                ),
            ],
        ),
        ("قتل مدنيون 10 أيار في المدينة.", [("2023-05-10", "occurrence", "قتل مدنيون في المدينة")]),
    ],
    ids=str,
)
def test_a_deed_keeps_the_date_that_is_its_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("قتل المرشح سالم حسين في ديالى قبيل انتخابات الأحد.", []),
        ("أصيب شرطيان في كركوك قبل ساعات من زيارة رئيس الحكومة الخميس.", []),
        ("اعتقل أربعة شبان في تونس عشية مباراة الجمعة.", []),
        (
            "وصل الوفد إلى عمان قبيل اجتماع وزراء النقل غدا.",
            [("2023-05-21", "planned", "وصل الوفد إلى عمان قبيل اجتماع وزراء النقل غدا")],
        ),
        ("قتل حارسان في تكريت قبيل فجر الجمعة.", [("2023-05-19", "occurrence", "قتل حارسان في تكريت")]),
        ("أصيب حارس في تكريت قبل ساعات الخميس.", [("2023-05-18", "occurrence", "أصيب حارس في تكريت قبل ساعات")]),
        ("Three people were wounded in Kirkuk ahead of Sunday's election.", []),
        ("A guard was shot dead in Basra before Sunday's vote.", []),
        ("Dozens were arrested in Tunis after Friday's protest.", []),
        (
            "Police arrested a driver in Thursday's attack in Hilla.",
            [("2023-05-18", "occurrence", "attack in Hilla")],
        ),
        (
            "Two guards were killed in Thursday's attack in Hilla.",
            [("2023-05-18", "occurrence", "Two guards were killed in Thursday's attack in Hilla")],
        ),
        (
            "Thursday's attack in Hilla killed two guards.",
            [("2023-05-18", "occurrence", "attack in Hilla killed two guards")],
        ),
        (
            "Thousands marked on Friday the anniversary of the May 4, 2021 explosion in Homs.",
            [
                ("2021-05-04", "occurrence", "explosion in Homs"),
                (
                    "2023-05-19",
                    "occurrence",
                    "Thousands marked the anniversary of the May 4, 2021 explosion in Homs",
                ),
            ],
        ),
        (
            "Two guards were killed in Hilla before dawn on Friday.",
            [("2023-05-19", "occurrence", "Two guards were killed in Hilla before dawn")],
        ),
    ],
    ids=str,
)
def test_the_day_of_a_noun_is_not_that_of_the_clause(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [one for one in told(text) if one[0]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الحكومة إجراء الانتخابات في 25 حزيران.",
        "The council approved elections on June 25.",
        "The minister invited his counterpart to a summit on June 25.",
        "قتل جندي في الموصل في 21 أيار.",
    ],
)
def test_behind_a_verb_of_the_past_a_day_that_comes_soon_is_the_last_or_the_next(text: str) -> None:
    days = {event.when.edtf for event in events(text, "2023-05-20") if event.when is not None and not event.bounded}
    assert days <= {"2022-06-25/2023-06-25", "2022-05-21/2023-05-21"}
