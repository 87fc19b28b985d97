"""The kinds of mistake that unseen articles showed: a date belongs to what it dates, and no state is a happening."""

from __future__ import annotations

import pytest

from tests.core.words import report, teller, timeline

PUBLISHED = "2023-05-17"


def told(text: str) -> list[tuple[str, str, str]]:
    """Days, kind and title of each event that has a day."""
    events = [event for event in timeline(report(text, PUBLISHED)).events if not event.bounded]
    return [(event.when.edtf, event.kind.value, event.title) for event in events if event.when is not None]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Police in Amman detained Ramadan Issa on Sunday. Issa was released without charge.",
            [("2023-05-14", "occurrence", "Police in Amman detained Ramadan Issa")],
        ),
        (
            "Lawyers for April Jones filed an appeal on Tuesday.",
            [("2023-05-16", "occurrence", "Lawyers for April Jones filed an appeal")],
        ),
        (
            "قال رجب طيب أردوغان يوم السبت إن بلاده سترد.",
            [("2023-05-13", "announcement", "قال رجب طيب أردوغان إن بلاده سترد")],
        ),
    ],
)
def test_a_person_who_is_called_like_a_month_gives_no_day(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "نظرت المحكمة في وقائع حرق منزل ناشط ليلة 14 كانون الثاني 2011.",
            [("2011-01-14", "occurrence", "حرق منزل ناشط")],
        ),
        ("حوكم الضابط بتهمة قتل متظاهرين في آذار 2012.", [("2012-03", "occurrence", "قتل متظاهرين")]),
        (
            "انتقد الوزير القرار الذي أصدره المجلس يوم الأحد.",
            [("2023-05-14", "occurrence", "أصدر المجلس القرار")],
        ),
        (
            "مشيرا إلى الهجمات التي وقعت يوم الأحد، دعا الوزير إلى الهدوء.",
            [("2023-05-14", "occurrence", "الهجمات وقعت")],
        ),
        ("The tribunal confirmed the sentences of six officers jailed over a massacre in 1982.", []),
        (
            "The general, who was wounded in March, resigned on Monday.",
            [
                ("2023-03", "occurrence", "The general was wounded"),
                ("2023-05-15", "occurrence", "The general resigned"),
            ],
        ),
    ],
)
def test_the_date_of_an_embedded_thing_is_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "كانت هذه راية الفريق في 1974 عندما فاز بالكأس.",
            [("1974", "occurrence", "فاز بالكأس")],
        ),
        ("كانت هذه راية الفريق في 1974 بعدما فاز بالكأس.", []),
        (
            "It was the emblem of the team in 1974, when it won a trophy.",
            [("1974", "occurrence", "it won a trophy")],
        ),
        (
            "ذكرت الجمعية أنه تم إنقاذ أكثر من مئة سلحفاة بحر في الخليج بين 2014 و2015.",
            [("2014/2015", "occurrence", "تم إنقاذ أكثر من مئة سلحفاة بحر في الخليج")],
        ),
        (
            "قدمت المنظمة دعمها للمدينة منذ عام 2012.",
            [("2012/2023-05-17", "occurrence", "قدمت المنظمة دعمها للمدينة")],
        ),
        (
            "تحدثت الشبكة مع الصحفية التي كانت محتجزة في البلاد منذ شباط الماضي.",
            [("2023-02/2023-05-17", "occurrence", "الصحفية كانت محتجزة في البلاد")],
        ),
        ("كان الوزير متوجها إلى المطار أمس.", []),
        (
            "قال إن فرص الفوز في انتخابات 2025 معدومة.",
            [("2025", "planned", "انتخابات 2025")],
        ),
    ],
)
def test_a_time_beside_a_state_or_an_action_is_of_what_happened_then(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, days",
    [
        ("منذ آذار 2015 تقصف الطائرات المدينة.", ["2015-03/2023-05-17"]),
        ("Rebels have held the town since June 2016.", ["2016-06/2023-05-17"]),
        ("The coalition has been bombing the city since March 2015.", ["2015-03/2023-05-17"]),
        ("يعيش آلاف النازحين في المخيم منذ عام 2014.", []),
    ],
)
def test_what_goes_on_since_a_day_is_a_period_and_a_state_is_none(text: str, days: list[str]) -> None:
    assert [day for day, _, _ in told(text)] == days


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "أدانت الحكومة «الهجوم على القاعدة»، وفق بيان صدر اليوم الأربعاء عن الوزارة.",
            ("2023-05-17", "announcement"),
        ),
        ("أعلن الجيش، في بيان صدر الخميس، مقتل قائد ميداني.", ("2023-05-11", "announcement")),
        (
            "At least 40 people drowned off Tripoli, the coastguard, which is short of boats, said on Sunday.",
            ("2023-05-14", "announcement"),
        ),
        (
            "ويقيم متحف البحر، القريب من ميناء المدينة، حفلا غدا لتكريم الغواصين.",
            ("2023-05-18", "planned"),
        ),
    ],
)
def test_what_stands_between_commas_cuts_no_clause(text: str, expected: tuple[str, str]) -> None:
    assert [(day, kind) for day, kind, _ in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "هو من مواليد 16 شباط 1992 في المنستير.",
        "تصادف اليوم الذكرى الثانية للمجزرة.",
        "The spokesman could not be reached for comment on Thursday.",
        "Friday marked the second anniversary of the massacre.",
        "The road remained closed on Monday.",
        "ظلت الطريق مغلقة أمس.",
        "رفض المتحدث التعليق أمس.",
        "It was not clear on Sunday who carried out the attack.",
        "لم يتضح أمس من نفذ الهجوم.",
        "حدد المجلس يوم 20 أيار موعدا نهائيا للتسجيل.",
        "The army has until Friday to leave the city.",
        "Residents must register before 1 June.",
        "Sunday was the first anniversary of the fire.",
        "The anniversary of the fire fell on Sunday.",
        "تحل غدا الخميس الذكرى السنوية للثورة.",
        "مرت أمس الذكرى الثانية للتفجير.",
        "تشكل سوريا اليوم ثلث السوق.",
        "شكلت النساء عام 2020 نصف الناخبين.",
        "Women made up half of the voters in 2020.",
        "أقوى تراجع للعملة أمام الدولار منذ عام 1998.",
        "سجلت الليرة أقوى تراجع لها منذ عام 1998.",
        "It was the worst attack that the city had seen since 2016.",
        "The attack was the worst on civilians in the city since June 2016.",
    ],
)
def test_births_anniversaries_measures_and_silence_are_no_happenings(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قالت اللجنة يوم الاثنين إن 130 شخصا قتلوا، وهو رقم لم تؤكده الوزارة.",
            [("2023-05-15", "announcement")],
        ),
        (
            "The commission said on Monday that 130 people had died, a figure which the ministry did not confirm.",
            [("2023-05-15", "announcement")],
        ),
        (
            "The minister, who denied the charges, said on Friday that he would resign.",
            [("2023-05-12", "announcement")],
        ),
        ("The army said on Friday that it denied the report.", [("2023-05-12", "denial")]),
        ("نفت الحكومة يوم الاثنين مقتل أي مدني.", [("2023-05-15", "denial")]),
        ("The ministry did not confirm on Monday that the dam had burst.", []),
    ],
)
def test_a_negation_belongs_to_the_verb_that_it_stands_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, kind) for day, kind, _ in told(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Last week saw the arrest of two activists.", [("2023-05-08/2023-05-14", "the arrest of two activists")]),
        ("Friday brought the heaviest shelling of the siege.", [("2023-05-12", "the heaviest shelling of the siege")]),
        ("واصل الجيش تقدمه أمس نحو البلدة.", [("2023-05-16", "واصل الجيش تقدمه نحو البلدة")]),
        ("رفض المجلس أمس الاتفاق.", [("2023-05-16", "رفض المجلس الاتفاق")]),
        ("The road was closed on Monday.", [("2023-05-15", "The road was closed")]),
        ("The army did not attack the town on Monday.", [("2023-05-15", "The army did not attack the town")]),
        ("أحيت البلدة أمس ذكرى المجزرة بمسيرة.", [("2023-05-16", "أحيت البلدة ذكرى المجزرة بمسيرة")]),
        ("أشعلت ذكرى المجزرة أمس احتجاجات في البلدة.", [("2023-05-16", "أشعلت ذكرى المجزرة احتجاجات في البلدة")]),
        ("شكل الوزير أمس لجنة للتحقيق.", [("2023-05-16", "شكل الوزير لجنة للتحقيق")]),
        ("انهار جدار منتصف ليل الاثنين الثلاثاء.", [("2023-05-15/2023-05-16", "انهار جدار")]),
    ],
)
def test_what_happened_beside_an_anniversary_or_in_a_night_of_two_days_is_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(day, title) for day, _, title in told(text)] == expected


@pytest.mark.parametrize(
    "text, language, why",
    [
        (
            "Rebels have held the town since June 2016.",
            "en",
            "«June 2016» → June of the year 2016, as written; lasting to 17 May 2023",
        ),
        (
            "منذ يوم الاثنين تتعرض البلدة لقصف.",
            "ar",
            (
                "«يوم الاثنين» ← يوم الاثنين؛ نُشر التقرير في 17 أيار/مايو 2023: آخر مرة حتى ذلك اليوم؛ "
                "مستمرا حتى 17 أيار/مايو 2023"
            ),
        ),
        ("The town fell on 3 May 2023.", "en", "«3 May 2023» → day 3 of May of the year 2023, as written"),
    ],
)
def test_the_reason_of_what_lasts_names_both_ends(text: str, language: str, why: str) -> None:
    told = timeline(report(text, PUBLISHED))
    [event] = told.events
    expression = event.evidence[0].expression
    assert expression is not None
    assert teller(language).why(expression, told.published[event.evidence[0].report]) == why


@pytest.mark.parametrize(
    "text, title",
    [
        ("No farmer was killed in the raid on the town on Monday.", "the raid on the town"),
        ("لم يقتل أي مدني في القصف على البلدة أمس.", "القصف على البلدة"),
        ("لم يصب أحد في الغارة على المخيم أمس.", "الغارة على المخيم"),
        ("قتل مدني في القصف على البلدة أمس.", "قتل مدني في القصف على البلدة"),
    ],
)
def test_what_did_not_happen_in_an_action_has_no_part_in_its_day(text: str, title: str) -> None:
    assert [(kind, found) for _, kind, found in told(text)] == [("occurrence", title)]


@pytest.mark.parametrize(
    "text, day",
    [
        ("The clerk, who had been fined in 2019, was dismissed again in April.", "2023-04"),
        ("The player, a champion in 2018, retired in March.", "2023-03"),
        ("The bridge that opened in 2015 collapsed on 3 April.", "2023-04-03"),
        ("The library, built in 1952, burned down in April.", "2023-04"),
        ("Founded in 2011, the league was dissolved in March.", "2023-03"),
        ("The 2014 film was banned in March.", "2023-03"),
        ("The owner of the 1931 mill died in March.", "2023-03"),
        ("المكتبة التي شيدت عام 1952 احترقت في نيسان.", "2023-04"),
        ("احترقت المكتبة، التي شيدت عام 1952، في نيسان.", "2023-04"),
    ],
)
def test_no_date_is_counted_from_a_year_that_is_named_in_passing(text: str, day: str) -> None:
    assert day in [when for when, _, _ in told(text)]


@pytest.mark.parametrize(
    "text, day",
    [
        ("In 2020 the bank opened a branch, and in March it closed it.", "2020-03"),
        ("The mill was sold in 2015 and burned down in April.", "2015-04"),
        ("In the drought of 1931 the mill closed in March.", "1931-03"),
        ("In the season of 2009, the club lost in March.", "2009-03"),
        ("In the 2014 season the club lost in March.", "2014-03"),
        ("خلال أزمة عام 2008 أغلق المصرف في أيلول.", "2008-09"),
        ("افتتح المصرف فرعا عام 2020، ثم أغلقه في آذار.", "2020-03"),
    ],
)
def test_a_year_of_the_main_clause_or_its_frame_opens_a_story(text: str, day: str) -> None:
    assert day in [when for when, _, _ in told(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("صرح رئيس الغرفة «هناك اليوم مصانع قادرة على التصدير».", []),
        ("قال العمدة: «من يدير الميناء اليوم شركة أجنبية، والعمال يعيشون اليوم أزمة».", []),
        ("أضاف العمدة «أصبح بيننا اليوم جواسيس للشركة».", []),
        ("قال العمدة: «نفذت الشرطة اليوم حملة».", [("2023-05-17", "occurrence", "نفذت الشرطة حملة")]),
        ("قال العمدة: «سنغلق اليوم الميناء».", [("2023-05-17", "planned", "سنغلق الميناء")]),
        ('"The port is run today by a foreign firm," the mayor said.', []),
        ('"The village today became a graveyard," the mayor said.', []),
        (
            '"Four men were arrested today in the port," the mayor said.',
            [("2023-05-17", "occurrence", "Four men were arrested in the port")],
        ),
        (
            "The mayor said the council is meeting today in Aden.",
            [("2023-05-17", "planned", "the council is meeting in Aden")],
        ),
    ],
)
def test_today_in_somebodys_words_may_be_how_things_are_by_now(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أوضحت القنصلية أنه لا صحة لما يشاع عن غرق سفينة أمس قبالة الساحل.",
        "نفى الوزير صحة ما أشيع عن غرق سفينة أمس قبالة الساحل.",
        "أكد القنصل عدم صحة ما أشيع عن خطف ثلاثة بحارة أمس.",
        "قال القنصل إنه لا صحة للأنباء التي حكت عن خطف ثلاثة بحارة أمس.",
    ],
)
def test_what_there_is_no_truth_in_did_not_happen(text: str) -> None:
    assert {event.kind.value for event in timeline(report(text, PUBLISHED)).events} == {"denial"}


def test_what_is_confirmed_may_have_happened() -> None:
    assert [kind for _, kind, _ in told("أكد القنصل صحة ما أشيع عن خطف ثلاثة بحارة أمس.")] == ["occurrence"]


@pytest.mark.parametrize(
    "text, day",
    [
        ("غرقت العبارة يوم السبت أو الأحد.", "2023-05-13/2023-05-14"),
        ("The ferry sank in May 2019 or June 2019.", "2019-05/2019-06"),
    ],
)
def test_of_two_days_one_is_meant_and_one_happening_told(text: str, day: str) -> None:
    assert [when for when, _, _ in told(text)] == [day]


def test_what_happens_in_a_case_did_not_happen() -> None:
    assert told("سيغيب الحارس حال ثبت وجود كسر في ساقه خلال الشهر الجاري.") == []
    assert told("بحث الوزير حال الطرق مع العمدة يوم السبت.") != []
