"""How newspapers say it: the events of whole sentences in the idioms of news, each with its day, kind and title."""

import pytest

from tests.core.words import events

DAY = "2023-05-20"
"""A Saturday."""


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Day, kind and title of everything that the text tells on a day."""
    return [(event.when.edtf, event.kind.value, event.title) for event in events(text, DAY) if event.when]


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
            [("2023-05-25", "planned", "مددت الجامعة استقبال الطلبات")],
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
            "سجلت الجامعة 8000 طالب وطالبة، خلال الفترة من 1 أيار إلى 10 أيار.",
            [("2023-05-01/2023-05-10", "occurrence", "سجلت الجامعة 8000 طالب وطالبة")],
        ),
        (
            "أعلنت الشركة استلامها أمس، رخصة العمل في الميناء.",
            [("2023-05-19", "occurrence", "استلامها رخصة العمل في الميناء")],
        ),
        (
            "يعرف الناس، منذ نشأت الجماعة على يد شيخ من المدينة، عام 1928، بما قاله الشيخ.",
            [("1928", "occurrence", "نشأت الجماعة على يد شيخ من المدينة")],
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
            "تشهد المدينة استعدادات واسعة من المرشحين للانتخابات البلدية التي تنطلق في 25 أيار.",
            [("2023-05-25", "planned", "الانتخابات البلدية التي تنطلق")],
        ),
        (
            "أكد المركز أن معسكر الصقور الذي يقع قرب قاعدة الوادي التي استعادها المقاتلون قبل يومين شهد مواجهات عنيفة.",
            [("2023-05-18", "occurrence", "قاعدة الوادي التي استعادها المقاتلون")],
        ),
        (
            "قدم الوزير العزاء في وفاة الشيخ علي عبدالله الجبرتي، الذي وافته المنية يوم الأحد الماضي.",
            [("2023-05-14", "occurrence", "علي عبدالله الجبرتي، الذي وافته المنية")],
        ),
        (
            "أعلنت المنظمة أن عدد المهاجرين الذين غرقوا هذا العام في البحر تجاوز ألفي شخص.",
            [("2023", "occurrence", "عدد المهاجرين الذين غرقوا في البحر تجاوز ألفي شخص")],
        ),
    ],
    ids=str,
)
def test_an_inner_clause_begins_and_ends_where_it_does(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "كانت الجماعة قوية وهي اليوم تلفظ أنفاسها في عزلتها.",
        "ماذا صنعت بنا سنوات الحرب وما تحمله الأيام للغد.",
    ],
    ids=str,
)
def test_what_is_no_news_is_no_event(text: str) -> None:
    assert told(text) == []


def test_those_who_reached_a_place_since_a_month_did_not_all_do_so_in_it() -> None:
    [(day, _, title)] = told("نحو 188 ألف مهاجر وصلوا منذ يناير الماضي إلى الجزيرة.")
    assert (day, title) == ("2023-01-01/2023-05-20", "نحو 188 ألف مهاجر وصلوا إلى الجزيرة")


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
