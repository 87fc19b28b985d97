"""Dates that date nothing that is told: of a noun, a name or a measure, in the idioms of news."""

import pytest

from tests.core.events.test_idioms import told
from tests.core.words import events


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "ترك الرسام ورشته في آذار وسافر إلى الجزيرة حيث زار في اليوم التالي منارة الميناء.",
            [("2023-03", "occurrence", "ترك الرسام ورشته وسافر إلى الجزيرة حيث زار منارة الميناء")],
        ),
        (
            "وصل الوفد في 10 أيار إلى العاصمة وغادرها في اليوم التالي.",
            [
                ("2023-05-10", "occurrence", "وصل الوفد إلى العاصمة"),
                ("2023-05-11", "occurrence", "غادرها الوفد"),
            ],
        ),
        (
            "يفتح سوق الأعشاب في البلدة في الأول من نيسان ويغلق في آخر آب من كل عام.",
            [],
        ),
        (
            "عثرت الدورية على سيارة مسروقة منذ 10 أيار في المدينة.",
            [("2023-05-10/2023-05-20", "occurrence", "سيارة مسروقة في المدينة")],
        ),
        (
            "كتب الطباخ الذي غاب عن المطعم في آذار الماضي على بابه «هل ينضج الخبز من دونه؟»",
            [("2023-03", "occurrence", "الطباخ غاب عن المطعم على بابه «هل ينضج الخبز من دونه؟»")],
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
            "تراجع منسوب البحيرة الخميس إلى أخفض علاماته.",
            [("2023-05-18", "occurrence", "تراجع منسوب البحيرة إلى أخفض علاماته")],
        ),
        ("تنطلق القمة اليوم في العاصمة.", [("2023-05-20", "planned", "تنطلق القمة في العاصمة")]),
        (
            "وفي العام الماضي انخفض عدد النحل بواقع ألفي خلية أو سبعة بالمئة عنه في 2011.",
            [("2022", "occurrence", "انخفض عدد النحل بواقع ألفي خلية أو سبعة بالمئة عنه")],
        ),
        (
            "نشرت الخريطة وسط تزايد مساحات الحرائق المتوقع أن تتسع مساحاتها هذا العام.",
            [("2023", "planned", "نشرت الخريطة وسط تزايد مساحات الحرائق المتوقع أن تتسع مساحاتها هذا العام")],
        ),
        (
            "قلصت الفرقة ساعات تدريبها على المسرحية التي ستعرض في المدينة اللبنانية صور في 25 أيار.",
            [("2023-05-25", "planned", "المسرحية ستعرض في المدينة اللبنانية صور")],
        ),
        (
            "سافر الرسام إلى الجزيرة منذ عامين وظفر بالجائزة في أيار الماضي.",
            [("2022-05", "occurrence", "سافر الرسام إلى الجزيرة منذ عامين وظفر بالجائزة")],
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
            "بلغ محصول البستان 70 صندوقا في آذار، مقارنة بنحو 40 إلى 50 صندوقا في العام الماضي.",
            [],
        ),
        ("ألوان الزهور في الربيع الحالي أجمل من العام الماضي.", []),
        (
            "يتعرض القطيع لسرقات ليلية منذ أول من أمس.",
            [("2023-05-18/2023-05-20", "occurrence", "يتعرض القطيع لسرقات ليلية")],
        ),
        (
            "ذكر المعهد أن الطيار تسلم الشارة بعد الاختبار العملي الذي سيخضع له اليوم في القاعدة.",
            [("2023-05-20", "planned", "الاختبار العملي الذي سيخضع له في القاعدة")],
        ),
        ("وافق النادي على اختيار حكام المسابقات لعام 2023 والربع الأول من عام 2024.", []),
    ],
    ids=str,
)
def test_what_another_is_measured_by_is_no_day(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "عدت البلدية الوادي منطقة خطرة بعد فيضانات 10 أيار 2001.",
            [("2001-05-10", "occurrence", "فيضانات 10 أيار 2001")],
        ),
        (
            "تقام اليوم في المدرسة أمسية شعرية للأمهات.",
            [("2023-05-20", "planned", "تقام في المدرسة أمسية شعرية للأمهات")],
        ),
        (
            "في ندوة بالنادي في الميناء هذا الأسبوع قال البحار إن الأمواج عالية.",
            [("2023-05-15/2023-05-21", "announcement", "في ندوة بالنادي في الميناء قال البحار إن الأمواج عالية")],
        ),
        (
            "وصفها الناقد على أنها صوت للقرى البعيدة بعد رحيل شعراء الوادي عام 2001.",
            [],
        ),
        (
            "أكدت البلدية إغلاق المسبح في إعلان اليوم.",
            [("2023-05-20", "announcement", "أكدت البلدية إغلاق المسبح في إعلان")],
        ),
        (
            "أعلن المعهد أمس أسماء رواة الأمسية المقررة بين الشعراء والعازفين على مسرح القلعة في 25 أيار.",
            [
                (
                    "2023-05-19",
                    "announcement",
                    "أعلن المعهد أسماء رواة الأمسية المقررة بين الشعراء والعازفين على مسرح القلعة",
                ),
                (
                    "2023-05-25",
                    "planned",
                    "رواة الأمسية المقررة بين الشعراء والعازفين على مسرح القلعة",
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
            [("2023-05-21", "planned", "اجتماع وزراء النقل")],
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
