"""Kinds of dates that were misread in news of a style not seen before: each with what it must leave alone."""

from __future__ import annotations

import pytest

from tests.core.events.test_idioms import told

Days = list[tuple[str, str]]


def days(text: str) -> Days:
    """Day and title of each dated event, of a report of 20 May 2023."""
    return [(day, title) for day, _, title in told(text) if day and not day.startswith("..")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A participle that is spelled like a superlative, in the name of a town.
        ("نظمت بلدية المبرز خلال شهر نيسان حملة نظافة.", [("2023-04", "نظمت بلدية المبرز حملة نظافة")]),
        # «آخر» is "another" behind a noun, and no quantity before the verb.
        ("في أمر آخر أوقفت اللجنة الحارس أمس.", [("2023-05-19", "في أمر آخر أوقفت اللجنة الحارس")]),
        # The value from which something rose.
        ("ارتفع محصول الزيتون من 70 طنا عام 1990 إلى 95 طنا.", []),
        ("The harvest rose from 70 tonnes in 1990 to 95 tonnes.", []),
        # By now something became so.
        ("باع الفلاح بستانه لأن ثمنه اليوم أصبح كبيرا.", []),
        # An apposition between dashes is not what is counted.
        (
            "شهدت قلعة الميناء ـ أقدم قلاع الساحل ـ خلال الشهر الماضي انهيار جدارين.",
            [("2023-04", "شهدت قلعة الميناء ـ أقدم قلاع الساحل ـ انهيار جدارين")],
        ),
        # A name behind a slash is no verb.
        ("تم القبض على المتهم/ عصمت راجي السعيد، أمس.", [("2023-05-19", "تم القبض على المتهم/ عصمت راجي السعيد")]),
        # Commas around an occasion and around the day.
        (
            "التقى السفير، على هامش جولة في الساحل، الأربعاء، وفدا من الصيادين.",
            [("2023-05-17", "التقى السفير، على هامش جولة في الساحل، وفدا من الصيادين")],
        ),
        # What was told is summed up before its day.
        (
            "ترأس العميد اجتماع لجنة الترميم وذلك أمس في القلعة.",
            [("2023-05-19", "ترأس العميد اجتماع لجنة الترميم وذلك في القلعة")],
        ),
        # Days that are counted.
        ("أبلغ المدرب السباحين منحهم راحة بعد العودة لمدة يومين السبت والأحد.", []),
        # What one awaits is to come.
        (
            "يترقب الصيادون افتتاح المرفأ الجديد في العاشر من حزيران المقبل.",
            [("2023-06-10", "افتتاح المرفأ الجديد")],
        ),
        # In what is said, without a verb that is known.
        ("أكد الخبير أن المحصول هذا العام مناسب جدا.", []),
        # The end of a stretch of which the beginning is not understood.
        ("يقام المعرض من الأحد 31/31 إلى الجمعة 26 أيار.", []),
        # What goes on these days.
        ("إن ما يجري اليوم في المرفأ يقلق الصيادين.", []),
        # Words that are no verbs, or verbs that were not known.
        ("هذه أول مسيرة في ثاني أقدم بلدة ومهد الحرفة منذ عام 2011.", []),
        ("اخترق لص أمس بوابة الميناء.", [("2023-05-19", "اخترق لص بوابة الميناء")]),
        # A session is of the day of its verb.
        ("هبط سعر القمح بنهاية تداولات أمس في البورصة.", [("2023-05-19", "هبط سعر القمح في البورصة")]),
        # What is spoken of as an action, with its day inside.
        ("أكد الحارس عزمه عبر مشاركته أمس في سباق.", [("2023-05-19", "مشاركته في سباق")]),
        # Behind the topic of its clause.
        ("أوضح الحارس أن المتحف خلال شهر نيسان وزع كتبا.", [("2023-04", "المتحف وزع كتبا")]),
        # Bounds: by when, after when, up to when it was so.
        ("By 1948 the port shipped more salt than coal.", []),
        ("The weaver made little after the summer of 1955.", []),
        ("حتى العام الماضي كانت المزرعة تبيع زيتونها في البلدة.", []),
        # Behind a semicolon another statement opens.
        ("The mill ground wheat; on 9 May it burned down.", [("2023-05-09", "The mill ground wheat; it burned down")]),
        # What was to have been done was not.
        ("The envoy was to have visited the port on 9 May.", []),
        # A paper bears its date.
        ("قرأ القاضي رسالة مؤرخة في 9 أيار.", []),
    ],
    ids=str,
)
def test_a_date_of_unseen_news_dates_what_it_is_of(text: str, found: Days) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كان ذلك أكبر حريق في أيار.", []),
        ("ارتفع محصول الزيتون 70 طنا في نيسان.", [("2023-04", "ارتفع محصول الزيتون 70 طنا")]),
        ("الجسر اليوم انهار على الصيادين.", [("2023-05-20", "الجسر انهار على الصيادين")]),
        ("التقى السفير خلال جولة أمس وفدا من الصيادين.", [("2023-05-19", "التقى السفير خلال جولة وفدا من الصيادين")]),
        ("أكد الخبير أمس أن المحصول مناسب.", [("2023-05-19", "أكد الخبير أن المحصول مناسب")]),
    ],
    ids=str,
)
def test_what_is_alike_stays_as_it_was(text: str, found: Days) -> None:
    assert days(text) == found


def test_a_month_beside_a_present_that_is_spelled_as_a_past_stays_open() -> None:
    assert told("أمانة المدينة ترفع رسوم المواقف في أيلول.") == []
    assert told("رفعت أمانة المدينة رسوم المواقف في أيلول.") == [
        ("2022-09", "occurrence", "رفعت أمانة المدينة رسوم المواقف")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A word that may be a verb or a noun, behind a joint.
        ("طلب المعلم بدء الدرس وحفظ الخرائط في نيسان.", []),
        # A day in figures that names a plain noun, before the verb.
        ("بعد أحداث 11 نيسان 2004، تغيرت حياة الصيادين.", []),
        # A relative clause of today, in the present.
        ("رتب الفنان المعرض الذي ينطلق اليوم.", [("2023-05-20", "المعرض ينطلق")]),
        # A day inside a state that somebody tells of.
        ("ذكر البحار أن المركب الذي يضم متحفا أمس أبيض.", []),
        # A longer time behind the day of an inner clause is not of the outer one.
        ("أعجبت القراء قصة نشرت يوم الاثنين في الجزء الأول سنة 2022.", [("2023-05-15", "قصة نشرت في الجزء الأول")]),
        # Nobody says it in what a guest gave.
        ("يذكر أن الفريقين تعادلا في لقاء لعب في الساحل قبل أسبوع.", []),
        # A participle of who does it has no day, and so the verb has it.
        ("تراجعت أرباح الشركات الصانعة أمس.", [("2023-05-19", "تراجعت أرباح الشركات الصانعة")]),
        # A year that has passed, behind a verb of the present.
        ("يمنع مرسوم عام 2010 قطع الأشجار.", []),
        # A weekday that may be to come, of a verb of saying in the present.
        ("تعلن البلدية صباح الأحد أسماء الفائزين.", []),
        # Prayers tell the hour, and the end of what goes on is no day of it.
        ("زار الوالي عقب صلاة العصر أمس سوق السمك.", [("2023-05-19", "زار الوالي عقب صلاة العصر سوق السمك")]),
        ("يستمر المتحف في استقبال الزوار إلى 28 أيار.", []),
        # Nouns that are spelled like rarer verbs.
        ("اشترى التاجر ألف كيس تمر في نيسان.", [("2023-04", "اشترى التاجر ألف كيس تمر")]),
        ("احترق عشرون فدانا أمس.", [("2023-05-19", "احترق عشرون فدانا")]),
    ],
    ids=str,
)
def test_what_stays_in_doubt_dates_nothing(text: str, found: Days) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("حفظ المعلم الخرائط في نيسان.", [("2023-04", "حفظ المعلم الخرائط")]),
        ("في 11 نيسان 2004 تغيرت حياة الصيادين.", [("2004-04-11", "تغيرت حياة الصيادين")]),
        ("رست سفينة تضم مسرحا أمس.", [("2023-05-19", "رست سفينة تضم مسرحا")]),
        ("منع مرسوم عام 2010 قطع الأشجار.", [("2010", "منع مرسوم قطع الأشجار")]),
        ("أعلنت البلدية صباح الأحد أسماء الفائزين.", [("2023-05-14", "أعلنت البلدية أسماء الفائزين")]),
    ],
    ids=str,
)
def test_what_is_not_in_doubt_keeps_its_day(text: str, found: Days) -> None:
    assert days(text) == found
