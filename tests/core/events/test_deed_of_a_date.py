"""Which deed a date is of, kind by kind: where it is of none or of another, and beside that where it is of the verb."""

import pytest

from tests.core.words import known, report, timeline
from timeline_core.events.date_verdicts import date_verdicts
from timeline_core.model.event import Kind
from timeline_core.model.report import GIVEN, Published
from timeline_core.model.verdict import Effect, Limit

DAY = "2023-05-20"
"""A Saturday."""


def deeds(text: str) -> list[str | None]:
    """Of every date the words that it dates."""
    one = report(text, DAY)
    found = (each.verdict for each in date_verdicts(one, Published(one.published, GIVEN), known()))
    return [each.words.of(text) if each.words and each.effect is Effect.DATES else None for each in found]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("تأجلت السهرة إلى مساء اليوم في المسرح.", None),
        ("تأجلت السهرة مساء اليوم في المسرح.", "تأجلت"),
        ("تزامنت الرحلة مع عيد الفطر.", None),
        ("انطلقت الرحلة مع بداية أيار 2022.", "انطلقت"),
        ("امتدت المهلة إلى 25 أيار.", None),
    ],
)
def test_what_a_verb_asks_for_is_no_day_of_it(text: str, deed: str | None) -> None:
    assert deeds(text) == [deed]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("تنتهي المنحة الممددة في أيلول المقبل.", "تنتهي"),
        ("انتهت المنحة الممددة في أيلول الماضي.", "الممددة"),
        ("كان الخباز يعمل في دكان يملكه قريبه، أما اليوم فقد أغلق الدكان.", "قد أغلق"),
        ("قررت الجمعية بناء مسرح في البلدة، وذلك في أيلول المقبل.", "بناء"),
        ("شيدت الجمعية مسرحا في البلدة، وذلك في أيلول الماضي.", "شيدت"),
        ("شهدت القرية زيادة في السرقات الشهر الماضي.", "شهدت"),
        ("شهدت القرية حريقا في احتفال الشهر الماضي.", "احتفال"),
        ("كرم المجلس البحارة لإنقاذهم قاربا في نيسان الماضي.", None),
        ("كرم المجلس البحارة الذين أنقذوا قاربا في نيسان الماضي.", "أنقذوا"),
        ("سيسافر الوفد إلى المدينة للقاء التجار الأحد المقبل.", None),
        ("سيسافر الوفد إلى المدينة الأحد المقبل.", "سيسافر"),
    ],
)
def test_a_longer_time_or_one_to_come_may_be_of_another_deed(text: str, deed: str | None) -> None:
    assert deeds(text) == [deed]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("فوجئت الخبازة بالساعي يخطرها بوقف الصرف بدءا من يوم الأحد القادم.", "وقف"),
        ("فوجئ الأهالي بالبلدية تعلن قطع المياه اعتبارا من الأحد المقبل.", None),
        ("فوجئ الطلاب بالمدير يلغي الرحلة الأحد المقبل.", None),
        ("تعلن البلدية قطع المياه اعتبارا من الأحد المقبل.", None),
        ("أصدر النادي بيانا يعلن فيه إيقاف الدوري يوم السبت القادم.", "إيقاف"),
        ("تعلن البلدية أسماء الفائزين الأحد المقبل.", "تعلن"),
        ("تفتح المدارس أبوابها اعتبارا من الأحد المقبل.", "تفتح"),
        ("أعلن النادي عن مباراة تقام يوم السبت القادم.", "تقام"),
    ],
)
def test_a_present_below_a_past_verb_takes_no_day_to_come(text: str, deed: str | None) -> None:
    assert deeds(text) == [deed]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("قام الوزير بجولة بعد افتتاح السوق أمس.", "افتتاح السوق"),
        ("قام الوزير بجولة خلال افتتاح السوق أمس.", "قام الوزير بجولة خلال افتتاح السوق"),
        ("خاضت القرية مواجهات عنيفة أمس.", "خاضت القرية مواجهات عنيفة"),
        ("The army carried out raids after the closure of the port yesterday.", "the closure of the port"),
        ("The army carried out raids on the port yesterday.", "The army carried out raids on the port"),
    ],
)
def test_what_a_word_of_time_leads_to_is_no_noun_of_a_light_verb(text: str, title: str) -> None:
    told = timeline(report(text, DAY)).events
    assert [event.title for event in told if event.when and event.when.edtf == "2023-05-19"] == [title]


def test_what_is_to_be_said_on_a_day_to_come_is_planned() -> None:
    [event] = timeline(report("تعلن البلدية أسماء الفائزين الأحد المقبل.", DAY)).events
    assert event.kind is Kind.PLANNED


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("هدم العمال الجدار بناء على الأمر رقم 45 وتاريخ 3/4/2011 القاضي بالهدم.", None),
        ("صدر الأمر رقم 45 بتاريخ 3/4/2011 عن البلدية.", "صدر"),
        ("بدأت اللجنة جولتها لاختيار الفائزين (دورة عام 2022) في المدارس.", None),
        ("بدأت الجولة قبل عام (في أيار 2022) في المدارس.", "بدأت"),
        ("استعدت المدارس لاستقبال العام الدراسي الجديد 2023.", None),
        ("قال الحارس إن عادة القرية ترجع إلى ما قبل ثلاثين سنة.", None),
        ("ذكرت المادة الثانية من الأمر رقم (ب/45) وتاريخ 3/4/2011 ذلك.", None),
        ("مدح الشاعر الحارس المتهم بسرقة سبعة قوارب في نيسان الماضي.", "سرقة"),
        ("ما تقدمه للطلاب المدرسة اليوم لا يكفي.", None),
        ("The fair (a market in 2019) closed its gates.", None),
        ("The fair closed its gates in 2019.", "closed"),
    ],
)
def test_a_date_of_a_paper_an_aside_or_a_season_is_of_no_deed(text: str, deed: str | None) -> None:
    assert deed in deeds(text)


def test_what_may_come_of_a_thing_has_not_happened() -> None:
    one = report("قال المخرج إن من شأن المسرح أن يجذب الزوار هذا العام.", DAY)
    [found] = date_verdicts(one, Published(one.published, GIVEN), known())
    assert found.verdict.limit is Limit.SUPPOSED


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("حوكم الحارس لحرقه كوخا في 2 شباط.", None),
        ("اتهمت النيابة الحارس بحرق كوخ في 2 شباط.", None),
        ("قضت المحكمة بإعدام الحارس في 2 شباط.", "قضت"),
        ("حوكم الحارس في 2 شباط لحرقه كوخا.", "حوكم"),
        ("A judge jailed a guard for the murder of a digger on 2 February.", None),
        ("A judge jailed a guard on 2 February for the murder of a digger.", "jailed"),
    ],
)
def test_a_day_behind_the_ground_of_a_judgement_may_be_of_either(text: str, deed: str | None) -> None:
    assert deeds(text) == [deed]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The clerk said the flood of 3 May ruined forty huts.", ["flood"]),
        ("The clerk said on Monday the flood of 3 May ruined forty huts.", ["said", "flood"]),
        ("The shop ruined in the fire of 3 May reopened.", [None]),
        ("The shop reopened in the week of the fire of 3 May.", ["fire"]),
        ("A digger hurt in last week's raid died on Friday.", ["raid", "died"]),
    ],
)
def test_the_noun_that_a_date_is_inside_may_be_said_or_only_describe(text: str, deed: list[str | None]) -> None:
    assert deeds(text) == deed
