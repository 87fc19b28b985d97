"""A clause counts those to whom its own predicate was done: lists summed, parts not, nobody of another happening."""

import pytest

from tests.core.words import events


def counted(text: str) -> list[tuple[str, int]]:
    """All that the events of the text count."""
    return sorted({(figure.what, figure.low) for event in events(text, "2023-05-18") for figure in event.figures})


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a list is counted together
        ("A strike on Sunday killed a child, two women and a farmer.", [("killed", 4)]),
        ("Twelve soldiers and five crew members were killed on Sunday.", [("killed", 17)]),
        ("قتل ثلاثة شرطيين وأربعة مدنيين في هجوم يوم الأحد.", [("killed", 7)]),
        ("استشهاد عشرة من رجال الإطفاء وثلاثة من الحراس في المستودع يوم الأحد.", [("killed", 13)]),
        # children among people of any sort may be a part of them
        ("قتل 30 مدنيا و7 أطفال في غارات يوم الأحد.", [("killed", 7), ("killed", 30)]),
        # the class of the verb says what was done, where it was done to people
        ("Navy forces nabbed 26 pirates on Sunday.", [("arrested", 26)]),
        ("Police rounded up 40 protesters in Cairo on Sunday.", [("arrested", 40)]),
        ("ضبطت الشرطة خمسة مهربين يوم الأحد.", [("arrested", 5)]),
        ("The army seized 12 rockets and 300 rounds on Sunday.", [("rockets", 12)]),
        ("The council held 3 meetings on Sunday.", []),
        # how many, about
        ("At least 12 people died in a fire in Homs on Sunday.", [("killed", 12)]),
        ("قتل نحو 20 شخصا في هجوم يوم الأحد.", [("killed", 20)]),
        # idioms
        ("A farmer was shot dead in Homs on Sunday.", [("killed", 1)]),
        ("Seven workers lost their lives in a fire on Sunday.", [("killed", 7)]),
        ("The bodies of 11 migrants were found on a beach on Sunday.", [("bodies", 11)]),
        ("غرق 12 صيادا قرب جزر اليونان يوم الأحد.", [("killed", 12)]),
        # the strike alone is dated, and its verb counts
        ("A strike on Homs on Sunday left 8 dead.", [("killed", 8)]),
    ],
)
def test_those_are_counted_to_whom_it_was_done(text: str, figures: list[tuple[str, int]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The army mourned on Sunday after the killing of 20 soldiers.",
        "أعلن الجيش الحداد يوم الأحد بعد مقتل 20 جنديا.",
        "أحيا الأهالي يوم الأحد ذكرى مقتل ستة طلاب.",
        "استأنف الميناء العمل يوم الخميس، بعد يومين من غارة أودت بحياة ثمانية عمال.",
        "شيع الآلاف، الجمعة، ضحايا الغارة في ساحة المدينة.",
        # for which somebody is only tried or punished
        "A judge jailed a baker on Sunday for killing two guards.",
        "Police charged a baker on Sunday with the murder of two guards.",
        "عاقبت المحكمة يوم الأحد خبازا متهما بقتل حارسين بالحبس.",
        "استجوب المحقق يوم الأحد خبازا بتهمة قتل 3 حراس.",
        "No one was killed in the landslide on Sunday.",
        "لم يقتل أحد في الهجوم يوم الأحد.",
    ],
)
def test_nobody_is_counted_who_was_hurt_in_another_happening_or_in_none(text: str) -> None:
    assert counted(text) == []


def test_a_figure_belongs_to_the_innermost_happening_on_a_day_of_its_own() -> None:
    text = "قتل حارس ظهر الثلاثاء في بلدة تلمنس، كما قتل ثلاثة عمال في حريق في سراقب فجر الأربعاء."
    found = {event.when.edtf: [one.low for one in event.figures] for event in events(text, "2023-05-18") if event.when}
    assert found == {"2023-05-16": [1], "2023-05-17": [3]}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A farmer accused of killing two guards was shot dead on Sunday.", [("killed", 1)]),
        ("حكم القاضي يوم الأحد على خباز وثلاثة صيادين بإعدام أربعة منهم شنقا.", [("executed", 4)]),
        ("Police arrested four bakers on Sunday in a raid that wounded two guards.", [("arrested", 4), ("wounded", 2)]),
        ("أوقف الحرس أربعة صيادين يوم الأحد في مداهمة أصيب فيها حارسان.", [("arrested", 4), ("wounded", 2)]),
    ],
)
def test_what_is_told_beside_a_charge_or_an_arrest_counts(text: str, figures: list[tuple[str, int]]) -> None:
    assert counted(text) == figures
