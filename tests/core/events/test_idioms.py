"""How newspapers say it: the events of whole sentences in the idioms of news, each with its day, kind and title."""

import pytest

from tests.core.words import events

DAY = "2023-05-20"
"""A Saturday."""


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Day, kind and title of everything that the text tells on a day."""
    dated = (event for event in events(text, DAY) if event.when and not event.bounded)
    return [(event.when.edtf, event.kind.value, event.title) for event in dated if event.when]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قال الناطق باسم الشرطة محمود العلي إنه تم توقيف سبعة أشخاص في المدينة أمس.",
            [("2023-05-19", "occurrence", "تم توقيف سبعة أشخاص في المدينة")],
        ),
        (
            (
                "قال الناطق باسم الشرطة محمود العلي إنه في تمام الساعة الثالثة والنصف من فجر أمس، "
                "تلقى المركز بلاغا عن الحريق."
            ),
            [("2023-05-19", "occurrence", "تلقى المركز بلاغا عن الحريق")],
        ),
        ("وقع الانفجار الساعة 10:30 صباح أمس في السوق.", [("2023-05-19", "occurrence", "وقع الانفجار في السوق")]),
        (
            "غادر الوفد العاصمة في وقت لاحق أمس بعد جولة من المحادثات.",
            [("2023-05-19", "occurrence", "غادر الوفد العاصمة بعد جولة من المحادثات")],
        ),
    ],
    ids=str,
)
def test_a_title_has_no_hour_and_no_subject_that_is_none(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("واسى المحافظ أسر الضحايا أمس.", [("2023-05-19", "occurrence", "واسى المحافظ أسر الضحايا")]),
        ("واستهدفت المدفعية البلدة أمس.", [("2023-05-19", "occurrence", "استهدفت المدفعية البلدة")]),
        (
            "باشر الفريق العمل، تمهيدا لافتتاح المستشفى في 25 أيار.",
            [("2023-05-25", "planned", "افتتاح المستشفى")],
        ),
        (
            "قالت اللجنة إن الفريق سيبدأ غدا (الأحد)، في توزيع المعونات على النازحين.",
            [("2023-05-21", "planned", "الفريق سيبدأ في توزيع المعونات على النازحين")],
        ),
        (
            "مددت الجامعة استقبال الطلبات في مدة أقصاها يوم 25 أيار.",
            [],
        ),
        (
            "وفي ذات السياق زار الوزير المعبر أمس.",
            [("2023-05-19", "occurrence", "زار الوزير المعبر")],
        ),
    ],
    ids=str,
)
def test_a_title_has_no_loose_ends(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "نقلت الوكالة عن وزير الخارجية قوله الجمعة إن بلاده تدعم الهدنة.",
            [("2023-05-19", "announcement", "نقلت الوكالة عن وزير الخارجية قوله إن بلاده تدعم الهدنة")],
        ),
        (
            "استقبلت الحديقة 300 طفل وطفلة، خلال الفترة من 1 أيار إلى 10 أيار.",
            [("2023-05-01/2023-05-10", "occurrence", "استقبلت الحديقة 300 طفل وطفلة")],
        ),
        (
            "أعلنت الفرقة استلامها أمس، مفاتيح القاعة في المسرح.",
            [],
        ),
        (
            "يتغنى الصيادون، منذ تأسست الفرقة على يد بحار من الجزيرة، عام 1931، بما نظمه البحار.",
            [("1931", "occurrence", "تأسست الفرقة على يد بحار من الجزيرة")],
        ),
    ],
    ids=str,
)
def test_a_saying_is_a_saying_and_nothing_else_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "تشهد القرية تحضيرات كبيرة من الصيادين للمسابقات البحرية التي تنطلق في 25 أيار.",
            [("2023-05-25", "planned", "المسابقات البحرية تنطلق")],
        ),
        (
            "أكد المركز أن مخيم النسور الذي يقع قرب بحيرة الوادي التي غادرها المتسلقون قبل يومين شهد عواصف شديدة.",
            [
                (
                    "2023-05-18",
                    "occurrence",
                    "بحيرة الوادي التي غادرها المتسلقون",
                )
            ],
        ),
        (
            "كتب التلميذ قصيدة في رحيل الشاعر علي عبدالله الجبرتي، الذي وافته المنية يوم الأحد الماضي.",
            [
                (
                    "2023-05-14",
                    "occurrence",
                    "وافت المنية علي عبدالله الجبرتي",
                )
            ],
        ),
        (
            "أعلنت الجمعية أن عدد البحارة الذين غرقوا هذا العام في الخليج تجاوز تسعين رجلا.",
            [("2023", "occurrence", "عدد البحارة الذين غرقوا في الخليج")],
        ),
    ],
    ids=str,
)
def test_an_inner_clause_begins_and_ends_where_it_does(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "كانت الغابة كثيفة وهي اليوم تفقد أشجارها في صمتها.",
        "أين أخذتنا طرق البحر وما تخبئه الموانئ للغد.",
    ],
    ids=str,
)
def test_what_is_no_news_is_no_event(text: str) -> None:
    assert told(text) == []


def test_those_who_reached_a_place_since_a_month_did_not_all_do_so_in_it() -> None:
    [(day, _, title)] = told("نحو 43 ألف سائح وصلوا منذ يناير الماضي إلى الواحة.")
    assert (day, title) == ("2023-01/2023-05-20", "نحو 43 ألف سائح وصلوا إلى الواحة")


@pytest.mark.parametrize(
    "text, pieces",
    [
        ("هاجم مسلحون مقر قيادة عمليات الجيش أمس.\nوتتخذ القوات من البلدة مركزا لقيادة العمليات في السهل.", 1),
        ("هاجم مسلحون المعسكر أمس.\nويسعى الجيش إلى ضم الجنود الذين فروا من الهجوم في الوادي.", 1),
        ("هاجم مسلحون المعسكر أمس.\nوقتل خلال الهجوم ضابط.", 2),
        ("هاجم مسلحون المعسكر أمس.\nوجاء الهجوم بعد أيام من الهدوء.", 2),
    ],
    ids=str,
)
def test_a_day_runs_on_only_where_the_sentence_speaks_of_what_was_told(text: str, pieces: int) -> None:
    [event] = events(text, DAY)
    assert len(event.evidence) == pieces


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "أكد المدير خلال الجولة، تسليم نحو 300 خزانة، و425 مصباحا من النحاس القديم خلال شهر آذار الماضي.",
            [("2023-03", "occurrence", "تسليم نحو 300 خزانة، و425 مصباحا من النحاس القديم")],
        ),
        (
            "صححت المجلة الأسبوع الماضي فهارسها في 2021-2022 والربع الأول من 2023.",
            [("2023-05-08/2023-05-14", "occurrence", "صححت المجلة فهارسها")],
        ),
        ("أظهرت المزرعة تحسنا في محصول الربع الأول من العام.", []),
        ("أقرت الوزارة الميزانية لعام 2023 بعد نقاش.", []),
        ("تكبدت المزرعة خسائر في الربع الأول من العام.", [("2023-33", "occurrence", "تكبدت المزرعة خسائر")]),
        (
            "أقرت المدرسة تأليف 12 فرقة وسيكون بدء تمارينها في 25 أيار.",
            [("2023-05-25", "planned", "أقرت المدرسة تأليف 12 فرقة وسيكون بدء تمارينها في 25 أيار")],
        ),
        (
            "درس الطباخ في بيروت عام 1999، في حين انتقل في العام 2007 إلى مطعم الجزيرة.",
            [("2007", "occurrence", "انتقل الطباخ إلى مطعم الجزيرة")],
        ),
        ("وسبق للوزير أن زار المعبر في آذار الماضي.", [("2023-03", "occurrence", "زار المعبر")]),
        (
            "يأتي ذلك بعد أن أكد المخرج في 10 أيار تأجيل العرض.",
            [("2023-05-10", "announcement", "أكد المخرج تأجيل العرض")],
        ),
        (
            "أقر المدير بدء السباحة في كل مسابح الساحل في موعدها المقرر يوم 25 أيار.",
            [("2023-05-25", "planned", "بدء السباحة في كل مسابح الساحل في موعدها المقرر")],
        ),
        (
            "سيصدر القرار، إن شاء الله، في 25 أيار عن المجلس.",
            [("2023-05-25", "planned", "سيصدر القرار عن المجلس")],
        ),
        (
            "يلتقي الوفد اليوم قادة الفصائل في العاصمة.",
            [("2023-05-20", "planned", "يلتقي الوفد قادة الفصائل في العاصمة")],
        ),
        ("تشهد المدينة اليوم هدوءا حذرا.", [("2023-05-20", "occurrence", "تشهد المدينة هدوءا حذرا")]),
        (
            "دفعت البلدية أمس 3.2 مليار ليرة (80 مليون دولار).",
            [("2023-05-19", "occurrence", "دفعت البلدية 3.2 مليار ليرة (80 مليون دولار)")],
        ),
        (
            "يبدأ تسجيل الطلاب السبت 7/11/1444هـ الموافق 27/5/2023م وحتى الإثنين 9/11/1444هـ الموافق 29/5/2023م.",
            [("2023-05-27/2023-05-29", "planned", "يبدأ تسجيل الطلاب")],
        ),
    ],
    ids=str,
)
def test_an_editor_would_take_this(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_stop_without_a_blank_ends_a_sentence_and_a_title_of_one_letter_does_not() -> None:
    assert told("زار د. محمود العلي المعبر أمس.ودخلت القافلة المدينة في 10 أيار.") == [
        ("2023-05-10", "occurrence", "دخلت القافلة المدينة"),
        ("2023-05-19", "occurrence", "زار د. محمود العلي المعبر"),
    ]


def test_who_else_did_something_in_those_days_is_part_of_the_story() -> None:
    text = "التقى الرئيس بشار الأسد وفدا أمس.\nوصل الوفد.\nوزار الرئيس إيمانويل ماكرون المعبر أمس."
    assert [event.background for event in events(text, DAY) if event.when] == [False, False]


def days(text: str, published: str = DAY) -> list[tuple[str | None, str]]:
    """Day and kind of everything that the text tells; None for what it tells of no day."""
    told = events(text, published)
    return [(None if event.when is None or event.bounded else event.when.edtf, event.kind.value) for event in told]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("شنت الفصائل في الثالث من تشرين الأول هجوما على الثكنة.", ("2022-10-03", "occurrence")),
        ("قتل ثلاثة عمال في البصرة في 15 أيلول.", ("2022-09-15", "occurrence")),
        ("أعلن المحافظ في 15 أيلول أنه استقال.", ("2022-09-15", "announcement")),
        ("Rebels captured the port on September 3.", ("2022-09-03", "occurrence")),
        ("Fighting killed 40 people from September 5 to September 9.", ("2022-09-05/2022-09-09", "occurrence")),
        ("The siege has killed 400 people since Oct. 3.", ("2022-10-03/2023-05-20", "occurrence")),
        ("The court will sit on June 5.", ("2023-06-05", "planned")),
        ("يلتقي الوفدان في 5 حزيران في بيروت.", ("2023-06-05", "planned")),
        ("أصدر البنك طابعا بمناسبة افتتاح المتحف في 25 أيار.", ("2023-05-25", "planned")),
    ],
    ids=str,
)
def test_what_is_told_to_have_happened_lies_in_no_time_to_come(text: str, expected: tuple[str, str]) -> None:
    assert [one for one in days(text) if one[0] is not None] == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Three guards were wounded on May 3 and four on Friday.", ["2023-05-03", "2023-05-19"]),
        ("The rebels rejected a peace plan on Friday.", ["2023-05-19"]),
        ("Rebels rejected the proposed ceasefire on Friday.", ["2023-05-19"]),
        ("The officer who planned the ambush died on Friday.", ["2023-05-19"]),
        ("The most effective pilot of the squadron died on Friday.", ["2023-05-19"]),
        ("The shelling was heavier than expected on Friday.", []),
        ("أوقفت الشرطة الجمعة قاضيا سيحاكم لاحقا.", ["2023-05-19"]),
        ("The parliament is due to vote on Friday.", ["2023-05-26"]),
        ("A march planned for Friday will pass the old market.", ["2023-05-26"]),
        ("Talks are expected to resume on Friday.", ["2023-05-26"]),
        ("The council plans to meet on Friday.", ["2023-05-26"]),
    ],
    ids=str,
)
def test_a_word_that_only_names_a_plan_moves_no_day(text: str, expected: list[str]) -> None:
    assert [day for day, _ in days(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "لا صحة للأنباء عن خطف 9 عمال في كركوك الأربعاء.",
        "وصفت الشركة الأنباء عن مقتل 9 عمال في كركوك الأربعاء بأنها ملفقة.",
        "الشائعات عن مقتل 9 عمال في كركوك الأربعاء كاذبة.",
        "Rumours that nine workers were killed in Kirkuk on Wednesday are false, the company said.",
        "There is no truth to reports that nine workers were killed in Kirkuk on Wednesday.",
    ],
    ids=str,
)
def test_what_its_own_sentence_calls_untrue_is_a_denial(text: str) -> None:
    assert days(text) == [("2023-05-17", "denial")]


@pytest.mark.parametrize(
    "text",
    [
        "Reports said nine workers were arrested in Kirkuk on Wednesday on false charges.",
        "اعتقلت الشرطة الأربعاء رجلا نشر أخبارا كاذبة عن السد.",
        "Nine workers were killed on Wednesday, and a report of a second attack was false.",
    ],
    ids=str,
)
def test_what_is_false_beside_it_makes_no_denial(text: str) -> None:
    assert days(text) == [("2023-05-17", "occurrence")]


def test_what_is_called_untrue_happened_on_no_day_at_all() -> None:
    text = "The army said on Friday that reports of the killing of nine workers in Kirkuk were false."
    assert days(text) == [("2023-05-19", "announcement")]


@pytest.mark.parametrize(
    "text",
    [
        "هددت الميليشيا بحصار القرية الاثنين.",
        "هددت الميليشيا بقصف القرية في 3 أيار.",
        "طالبت النقابة بالإفراج عن 20 معلما الاثنين.",
        "اتفق الفصيلان على تبادل الجثامين الاثنين.",
        "The rebels threatened to shell the port on Monday.",
        "The union demanded the release of 20 teachers on Monday.",
        "Guards foiled an attack planned for Friday in Basra.",
    ],
    ids=str,
)
def test_what_is_only_wanted_or_was_prevented_has_no_day(text: str) -> None:
    assert [day for day, _ in days(text) if day] == []


def test_what_is_only_threatened_is_not_listed_without_its_threat() -> None:
    assert days("هددت الميليشيا بقصف القرية الاثنين.") == [(None, "announcement")]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("طالبت النقابة الاثنين بالإفراج عن 20 معلما.", ("2023-05-15", "announcement")),
        ("هددت الميليشيا القرية الاثنين.", ("2023-05-15", "announcement")),
        ("طالبت النقابة بالتحقيق في مقتل 20 معلما الاثنين.", ("2023-05-15", "occurrence")),
        ("The rebels threatened on Monday to shell the port.", ("2023-05-15", "announcement")),
        ("The army is preparing to storm the port on Monday.", ("2023-05-22", "planned")),
        ("The rebels agreed to leave the port on June 5.", ("2023-06-05", "planned")),
        ("Guards foiled an attack on a church in Basra on Friday.", ("2023-05-19", "occurrence")),
    ],
    ids=str,
)
def test_a_threat_has_its_own_day_and_so_has_what_is_told_within_it(text: str, expected: tuple[str, str]) -> None:
    assert [one for one in days(text) if one[0] is not None] == [expected]
