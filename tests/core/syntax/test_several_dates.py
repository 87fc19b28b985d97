"""Several dates and deeds of one sentence: each deed has its own date, and a list of dates one deed."""

import pytest

from tests.core.events.test_idioms import told

DAY = "2023-05-20"


@pytest.mark.parametrize(
    "text, expected",
    [
        (  # an action takes one date: the second is of what the sentence tells
            "The coach was hurt in his first session since his arrival from Raha in April at a friendly on Thursday.",
            [
                ("2023-04", "occurrence", "his arrival from Raha at a friendly"),
                (
                    "2023-05-18",
                    "occurrence",
                    "The coach was hurt in his first session since his arrival from Raha at a friendly",
                ),
            ],
        ),
        (  # two dates in a row are of one
            "The bombing of a market in Aden in April, on Monday 10 April, killed nine.",
            [("2023-04-10", "occurrence", "The bombing of a market in Aden killed nine")],
        ),
        (
            "أعدمت السلطات الجمعة رجلين دينا بالمشاركة في هجوم وقع في شيراز في آب 2021.",
            [
                ("2021-08", "occurrence", "هجوم وقع في شيراز"),
                ("2023-05-19", "occurrence", "أعدمت السلطات رجلين دينا بالمشاركة في هجوم وقع في شيراز"),
            ],
        ),
        (
            "توفيت الجمعة فتاة متأثرة بجروح أصيبت بها في غارة على إدلب في 4 أيار.",
            [
                ("2023-05-04", "occurrence", "فتاة متأثرة بجروح أصيبت بها في غارة على إدلب"),
                ("2023-05-19", "occurrence", "توفيت فتاة متأثرة بجروح أصيبت بها في غارة على إدلب"),
            ],
        ),
        (
            "تظاهر طلاب الجمعة احتجاجا على مقتل زميل في 9 نيسان في الخرطوم.",
            [
                ("2023-04-09", "occurrence", "مقتل زميل في الخرطوم"),
                ("2023-05-19", "occurrence", "تظاهر طلاب احتجاجا على مقتل زميل في الخرطوم"),
            ],
        ),
        (
            "أفرج المسلحون، الأحد، عن 30 عاملا نقلوا من مزرعة في 7 آذار.",
            [
                ("2023-03-07", "occurrence", "30 عاملا نقلوا من مزرعة"),
                ("2023-05-14", "occurrence", "أفرج المسلحون عن 30 عاملا نقلوا من مزرعة"),
            ],
        ),
        (
            "جرح راع الجمعة في انفجار لغم طمر في نيسان قرب الحدود.",
            [
                ("2023-04", "occurrence", "انفجار لغم طمر قرب الحدود"),
                ("2023-05-19", "occurrence", "جرح راع في انفجار لغم طمر قرب الحدود"),
            ],
        ),
        (
            "A judge on Friday jailed a man for life for killing eight people in a bombing in Aden in April 2016.",
            [
                ("2016-04", "occurrence", "killing eight people in a bombing in Aden"),
                (
                    "2023-05-19",
                    "occurrence",
                    "A judge jailed a man for life for killing eight people in a bombing in Aden",
                ),
            ],
        ),
        (
            "Police on Friday arrested a man over the killing of a teacher in Basra on 6 March.",
            [
                ("2023-03-06", "occurrence", "the killing of a teacher in Basra"),
                ("2023-05-19", "occurrence", "Police arrested a man over the killing of a teacher in Basra"),
            ],
        ),
        (
            "Rebels freed on Friday nine sailors taken near Hodeidah in March.",
            [
                ("2023-03", "occurrence", "nine sailors taken near Hodeidah"),
                ("2023-05-19", "occurrence", "Rebels freed nine sailors taken near Hodeidah"),
            ],
        ),
        (
            "A guard wounded on Wednesday died on Friday.",
            [
                ("2023-05-17", "occurrence", "A guard wounded"),
                ("2023-05-19", "occurrence", "A guard wounded died"),
            ],
        ),
        (
            "Police on Friday charged a man with killing a father and son in March 2015.",
            [
                ("2015-03", "occurrence", "killing a father and son"),
                ("2023-05-19", "occurrence", "Police charged a man with killing a father and son"),
            ],
        ),
    ],
    ids=str,
)
def test_two_dates_with_two_deeds_have_one_each(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قتل خمسة جنود الجمعة في تكريت وأصيب ثلاثة السبت في كركوك.",
            [("2023-05-19", "قتل خمسة جنود في تكريت"), ("2023-05-20", "أصيب ثلاثة في كركوك")],
        ),
        (
            "قصفت الطائرات البلدة في 3 أيار و5 أيار.",
            [("2023-05-03", "قصفت الطائرات البلدة"), ("2023-05-05", "قصفت الطائرات البلدة")],
        ),
        (
            "التقى السفير نظيره الخميس في عمان والجمعة في الدوحة.",
            [
                ("2023-05-18", "التقى السفير نظيره في عمان في الدوحة"),
                ("2023-05-19", "التقى السفير نظيره في عمان في الدوحة"),
            ],
        ),
        (
            "Soldiers raided the camp on Thursday in Jenin and on Friday in Tulkarm.",
            [
                ("2023-05-18", "Soldiers raided the camp in Jenin and in Tulkarm"),
                ("2023-05-19", "Soldiers raided the camp in Jenin and in Tulkarm"),
            ],
        ),
    ],
    ids=str,
)
def test_one_deed_may_have_two_dates_of_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, words) for day, _, words in told(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Islamic State on Friday claimed responsibility for an attack in Hilla on Wednesday that killed four.",
            [
                ("2023-05-17", "occurrence", "an attack in Hilla that killed four"),
                (
                    "2023-05-19",
                    "announcement",
                    "Islamic State claimed responsibility for an attack in Hilla that killed four",
                ),
            ],
        ),
        (
            "On Friday Islamic State claimed a bombing in Herat on Wednesday.",
            [
                ("2023-05-17", "occurrence", "a bombing in Herat"),
                ("2023-05-19", "announcement", "Islamic State claimed a bombing in Herat"),
            ],
        ),
        (
            "The Taliban claimed responsibility on Friday for a bombing in Herat on Wednesday.",
            [
                ("2023-05-17", "occurrence", "a bombing in Herat"),
                ("2023-05-19", "announcement", "The Taliban claimed responsibility for a bombing in Herat"),
            ],
        ),
        (
            "Houthi forces on Friday said they shot down a drone over Hajjah on Wednesday.",
            [
                ("2023-05-17", "occurrence", "Houthi forces shot down a drone over Hajjah"),
                ("2023-05-19", "announcement", "Houthi forces said they shot down a drone over Hajjah"),
            ],
        ),
        (
            "تبنت الجماعة الجمعة هجوما في الحلة الأربعاء أوقع أربعة قتلى.",
            [
                ("2023-05-17", "occurrence", "تبنت الجماعة هجوما في الحلة الأربعاء أوقع أربعة قتلى"),
                ("2023-05-19", "announcement", "تبنت الجماعة هجوما في الحلة أوقع أربعة قتلى"),
            ],
        ),
        (
            "الفصيل تبنى الجمعة هجوما وقع في الحلة الأربعاء.",
            [
                ("2023-05-17", "occurrence", "هجوما وقع في الحلة"),
                ("2023-05-19", "announcement", "الفصيل تبنى هجوما وقع في الحلة"),
            ],
        ),
        (
            "The explosion claimed the lives of 12 people in Herat on Friday.",
            [("2023-05-19", "occurrence", "The explosion claimed the lives of 12 people in Herat")],
        ),
        (
            "A raid in Hilla on Thursday killed three fighters, the ministry said.",
            [("2023-05-18", "occurrence", "A raid in Hilla killed three fighters")],
        ),
    ],
    ids=str,
)
def test_the_day_of_a_claim_and_the_day_of_what_is_claimed(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, title",
    [
        (
            "سحب الاتحاد قرعة بطولة الخليج تحت 17 سنة، التي ستقام في صحار خلال الفترة من 28 أيلول.",
            "بطولة الخليج تحت 17 سنة ستقام في صحار",
        ),
        (
            "سجل النادي لاعبيه في سباق الطريق لمسافة 10 كيلومترات الذي سيقام في العاصمة في 28 أيار.",
            "سباق الطريق لمسافة 10 كيلومترات سيقام في العاصمة",
        ),
        ("استقبل الوزير 12 لاعبا الذين سيشاركون في الدورة في 28 أيار.", "12 لاعبا سيشاركون في الدورة"),
    ],
    ids=str,
)
def test_a_title_is_not_headed_by_an_age_or_a_measure(text: str, title: str) -> None:
    assert [words for _, _, words in told(text)] == [title]
