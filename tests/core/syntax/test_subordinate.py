"""Clauses inside a clause keep their dates for themselves, and what only measures by a day has none."""

import pytest

from tests.core.events.test_idioms import told
from tests.core.words import events

DAY = "2023-05-20"


@pytest.mark.parametrize(
    "text, day, title",
    [
        (
            "صورت المجلة السباقات الشتوية التي جرت في 10 أيار في بلدة سوران.",
            "2023-05-10",
            "السباقات الشتوية جرت في بلدة سوران",
        ),
        ("زار الوزير المصنع الذي افتتح في 10 أيار.", "2023-05-10", "المصنع افتتح"),
        (
            "نظف الطلاب الساحة في إطار تحضير احتفالات الربيع المقررة غدا.",
            "2023-05-21",
            "احتفالات الربيع",
        ),
        ("منذ اندلاع القتال في 15 نيسان قتل أكثر من ثلاثة آلاف شخص.", "2023-04-15", "اندلاع القتال"),
        (
            "The minister visited the market that was hit on May 10.",
            "2023-05-10",
            "the market that was hit",
        ),
    ],
    ids=str,
)
def test_a_date_of_an_inner_clause_is_not_given_to_the_main_one(text: str, day: str, title: str) -> None:
    assert [(found, words) for found, _, words in told(text)] == [(day, title)]


@pytest.mark.parametrize(
    "text, title",
    [
        ("قتل القيادي الذي كان يقود المجموعة في غارة يوم 10 أيار.", "قتل القيادي الذي كان يقود المجموعة في غارة"),
        ("قتل القيادي الذي قاد المجموعة في غارة يوم 10 أيار.", "قتل القيادي الذي قاد المجموعة في غارة"),
        ("انسحبت القوات من البلدة التي تسيطر عليها يوم 10 أيار.", "انسحبت القوات من البلدة التي تسيطر عليها"),
        ("بعد غارة أمس على البلدة ساد الهدوء.", "غارة على البلدة"),
    ],
    ids=str,
)
def test_a_relative_that_dates_nothing_leaves_the_date_to_the_main_clause(text: str, title: str) -> None:
    assert [words for _, _, words in told(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "هذا رابع هجوم على البلدة منذ بداية العام الحالي.",
        "ارتفع عدد القتلى في المدينة مقارنة بعام 2014.",
        "It was the bloodiest attack in the city since 2014.",
        "The number of attacks fell in the city compared with 2014.",
    ],
    ids=str,
)
def test_what_only_measures_by_a_day_did_not_happen_on_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "جرح أربعة رعاة جراء سقوط صخرة في الوادي، وفق ما ذكرت مصادر طبية الجمعة.",
            ("2023-05-19", "announcement", "مصادر طبية: جرح أربعة رعاة جراء سقوط صخرة في الوادي"),
        ),
        (
            "جرح أربعة رعاة جراء سقوط صخرة في الوادي وفق ما ذكرت مصادر طبية الجمعة.",
            ("2023-05-19", "announcement", "مصادر طبية: جرح أربعة رعاة جراء سقوط صخرة في الوادي"),
        ),
        (
            "جرح أربعة رعاة جراء سقوط صخرة يوم الجمعة، حسبما ذكرت مصادر طبية.",
            ("2023-05-19", "occurrence", "جرح أربعة رعاة جراء سقوط صخرة"),
        ),
        (
            "Iran attacked the plant, which Riyadh denied on Friday.",
            ("2023-05-19", "denial", "Riyadh denied: Iran attacked the plant"),
        ),
    ],
    ids=str,
)
def test_who_said_it_may_stand_behind_it(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_a_saying_joined_by_a_letter_begins_another_statement() -> None:
    assert told("نفت القيادة يوم الجمعة استهداف مدنيين وقالت إن الغارة أصابت مخزنا في 16 أيار.") == [
        ("2023-05-16", "occurrence", "الغارة أصابت مخزنا"),
        ("2023-05-19", "denial", "نفت القيادة استهداف مدنيين"),
    ]


def test_a_verb_joined_by_a_letter_begins_another_clause_only_before_its_own_subject() -> None:
    assert told("شنت الطائرات غارات على مواقع في صعدة واندلعت اشتباكات عنيفة في تعز أمس.") == [
        ("2023-05-19", "occurrence", "اندلعت اشتباكات عنيفة في تعز")
    ]
    assert told("طرد المدير حارس المستودع وأمر بتبديل الأقفال أمس.") == [
        ("2023-05-19", "occurrence", "طرد المدير حارس المستودع وأمر بتبديل الأقفال")
    ]


def test_a_toll_joined_to_what_caused_it_shares_its_day() -> None:
    assert told("هاجم مسلحون الموقع وقتل خمسة جنود أمس.") == [
        ("2023-05-19", "occurrence", "هاجم مسلحون الموقع وقتل خمسة جنود")
    ]


def test_what_is_joined_to_a_saying_and_has_a_day_of_its_own_is_another_thing() -> None:
    statement, vote = events("أعلن الوسطاء في 3 أيار مقترحا للهدنة وأيده مجلس الأمن في 10 أيار.", DAY)
    assert statement.kind.value == "announcement"
    assert (vote.when and vote.when.edtf, vote.title) == (
        "2023-05-10",
        "أعلن الوسطاء في 3 أيار مقترحا للهدنة وأيده مجلس الأمن في 10 أيار",
    )


@pytest.mark.parametrize(
    "text, title",
    [
        ("صنعاء (رويترز) - قتل ثلاثة جنود في كمين أمس.", "قتل ثلاثة جنود في كمين"),
        ("سبق- الرياض: قتل ثلاثة جنود في كمين أمس.", "قتل ثلاثة جنود في كمين"),
        ("ADEN, May 20 (Reuters) - Three soldiers were killed on Friday.", "Three soldiers were killed"),
        ("- 3 أيار: مقتل 4 جنود في كمين", "مقتل 4 جنود في كمين"),
        ("حملة التفتيش - وهي الأولى - بدأت في البلدة أمس.", "حملة التفتيش - وهي الأولى - بدأت في البلدة"),
    ],
    ids=str,
)
def test_a_dateline_is_no_part_of_what_it_stands_before(text: str, title: str) -> None:
    assert [words for _, _, words in told(text)] == [title]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("وأكد ناشطون أمس عدم وجود قتلى في البلدة.", ["denial"]),
        ("عانى السكان في 10 أيار من نقص المياه.\nوقد أدى ذلك إلى عدم وجود وسيلة نقل في البلدة.", []),
        ("توقع الوزير عودة النازحين إلى البلدة خلال الأسابيع الثلاثة المقبلة.", ["planned"]),
        ("تعهد الرئيس أمس بحماية المدنيين.", ["announcement"]),
        ("يمكن للنادي التعاقد مع اللاعب يوم 30 أيار.", []),
    ],
    ids=str,
)
def test_kinds_follow_the_construction(text: str, expected: list[str]) -> None:
    assert [event.kind.value for event in events(text, DAY) if event.when or event.kind.value == "denial"] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "شنت القوات، وهي من الحرس، أمس، حملة على البلدة.",
            ("2023-05-19", "occurrence", "شنت القوات، وهي من الحرس، حملة على البلدة"),
        ),
        (
            "كسر فيل ثلاثة أكشاك عندما هاجم الباعة بعد أن شق دربه إلى الساحة في 10 أيار.",
            ("2023-05-10", "occurrence", "شق دربه إلى الساحة"),
        ),
        ("أكملت البلاد انتقالها بعد هجمات عام 2011 على العاصمة.", ("2011", "occurrence", "هجمات على العاصمة")),
        (
            "وقال الشقيق: توفي أخي المريض في المستشفى في 10 أيار.",
            ("2023-05-10", "occurrence", "توفي أخي المريض في المستشفى"),
        ),
        (
            "قال مدير المخيم «خطفت الذئاب أمس سبعة خراف في المرعى».",
            ("2023-05-19", "occurrence", "خطفت الذئاب سبعة خراف في المرعى"),
        ),
        (
            "أما الفرقة فستقيم عروضها مساء اليوم في المدينة.",
            ("2023-05-20", "planned", "الفرقة ستقيم عروضها في المدينة"),
        ),
    ],
    ids=str,
)
def test_the_clause_is_what_an_editor_would_take(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text", ["نحن اليوم أكثر إصرارا على البقاء.", "Today we are stronger than the raiders."], ids=str
)
def test_who_speaks_of_himself_tells_no_news(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "تأخرت خطط الصيادين لترك الحرب التجارية الدائرة منذ نهاية 2020.",
            ("2020/2023-05-20", "occurrence", "الحرب التجارية الدائرة"),
        ),
        (
            "يصدر المعهد مجلات صغيرة مقارنة بما كان قبل رحيل الرسامين القدامى العام الماضي.",
            ("2022", "occurrence", "رحيل الرسامين القدامى"),
        ),
        (
            "وصل ربع مليون طائر على الأقل إلى البحيرة منذ يوم الاثنين.",
            ("2023-05-15/2023-05-20", "occurrence", "وصل ربع مليون طائر على الأقل إلى البحيرة"),
        ),
        (
            "منذ أن غمر السيل الطاحونة في أيلول الماضي رجع الصيادون إلى رمي الشباك القديمة.",
            ("2022-09", "occurrence", "غمر السيل الطاحونة"),
        ),
        ("أعداد الزوار منذ بدء المعرض في 10 أيار بلغت 640 زائرا.", ("2023-05-10", "occurrence", "بدء المعرض")),
        (
            "وفي وقت سابق الخميس، دعا المفتي إلى إبقاء السوق مضاء.",
            ("2023-05-18", "announcement", "دعا المفتي إلى إبقاء السوق مضاء"),
        ),
        (
            "The group denied the attack but said on Friday it would investigate.",
            ("2023-05-19", "announcement", "The group said it would investigate"),
        ),
        (
            "Israel, which hit the base in February, declined to comment.",
            ("2023-02", "occurrence", "Israel hit the base"),
        ),
        ("وكان الوزير قد زار المدينة في وقت مبكر من صباح أمس.", ("2023-05-19", "occurrence", "الوزير زار المدينة")),
    ],
    ids=str,
)
def test_what_goes_on_since_a_day_and_who_is_told_of_by_the_way(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_what_was_to_come_and_was_called_off_did_not_happen() -> None:
    assert told("Talks scheduled for May 25 in the capital have been postponed.") == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "وكان اللصوص الذين لم تتضح أعدادهم، سرقوا صباح الجمعة المتحف.",
            ("2023-05-19", "occurrence", "اللصوص سرقوا المتحف"),
        ),
        (
            "نجحت الفرق قبل ثلاثة أشهر في شباط الماضي في إنقاذ 12 غزالا.",
            ("2023-02", "occurrence", "نجحت الفرق في إنقاذ 12 غزالا"),
        ),
        (
            "جهز النجارون منصة لاستقبال مسابقات مدرسة صيدا القديمة المقررة غدا.",
            ("2023-05-21", "planned", "مسابقات مدرسة صيدا القديمة"),
        ),
        (
            "كتب الشاعر قصيدة عن الرهبان المحاصرين في الدير منذ نيسان الماضي.",
            ("2023-04/2023-05-20", "occurrence", "الرهبان المحاصرين في الدير"),
        ),
    ],
    ids=str,
)
def test_the_subject_stays_with_its_verb_and_the_noun_with_its_kin(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_what_is_only_likely_is_no_plan() -> None:
    assert events("ذكر مزارعون أن من المرجح أن يجتمع النادي يوم الجمعة في المدرسة.", DAY) == ()


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "ذكر بحار رفض الإفصاح عن عمره، أن المهربين أحرقوا الزورق أمس.",
            ("2023-05-19", "occurrence", "المهربين أحرقوا الزورق"),
        ),
        (
            "نشر النادي أسماء طاقم سباق الزوارق المقرر بين الطلاب والأهل في خليج المدينة اللبنانية صور في 25 أيار.",
            (
                "2023-05-25",
                "planned",
                "طاقم سباق الزوارق المقرر بين الطلاب والأهل في خليج المدينة اللبنانية صور",
            ),
        ),
    ],
    ids=str,
)
def test_a_noun_that_goes_on_a_list_begins_no_clause(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_what_was_not_said_is_no_saying() -> None:
    assert told("لم تعلن الوزارة الأسعار الجديدة للموسم أمس.") == []


def test_behind_words_that_turn_away_nothing_runs_on() -> None:
    text = "نفذت القوات غارة في الحسكة أمس.\nفي غضون ذلك، أسفرت الغارة الأخرى عن مقتل 3 عناصر."
    [event] = [event for event in events(text, DAY) if event.when and not event.bounded]
    assert (len(event.evidence), event.figures) == (1, ())


@pytest.mark.parametrize(
    "text, expected",
    [
        ("وأدى القصف أمس إلى مقتل ثلاثة مدنيين.", ("2023-05-19", "occurrence", "أدى القصف إلى مقتل ثلاثة مدنيين")),
        ("وادي النهر شهد معارك أمس.", ("2023-05-19", "occurrence", "وادي النهر شهد معارك")),
        (
            "ارتفعت حصيلة انفجار مرفأ بيروت الذي وقع أمس إلى 113 قتيلا.",
            ("2023-05-19", "occurrence", "انفجار مرفأ بيروت وقع"),
        ),
    ],
    ids=str,
)
def test_a_title_begins_with_a_letter_of_its_own(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_a_present_verb_is_not_given_a_weekday_that_has_passed() -> None:
    assert told("ويصل الرئيس الفرنسي إلى المدينة الخميس.") == []


def test_figures_of_what_only_places_it_do_not_run_on() -> None:
    text = "قتلت ضربات جوية 25 مقاتلا أمس.\nوجاءت الضربات بعد يومين من هجوم أدى إلى إصابة 4 جنود."
    [event] = [event for event in events(text, DAY) if event.when]
    assert [(figure.what, figure.low) for figure in event.figures] == [("killed", 25)]
