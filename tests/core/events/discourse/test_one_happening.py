"""One happening that one report tells twice, and two that only look alike: by class, roles, place and day."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.model.event import Event, Kind

PUBLISHED = "2018-08-21"


def happenings(text: str) -> list[Event]:
    return [event for event in events(text, PUBLISHED) if event.kind is Kind.OCCURRENCE]


@pytest.mark.parametrize(
    "text",
    [
        # what was decided, and is done by who decided it, to the same, on one day
        "قررت النيابة الأحد إحالة خمسة صيادين إلى المحاكمة. وأحالت النيابة الأحد الصيادين الخمسة إلى محكمة الجنايات.",
        "قرر القاضي الأحد حبس أربعة بحارة. وحبس القاضي الأحد البحارة الأربعة.",
        "Judge Imad Hatem ordered the release of six sailors on Sunday. The judge released the sailors on Sunday.",
        "The army announced the withdrawal of two brigades on Sunday. The army withdrew the brigades on Sunday.",
        # who left prison was released
        "غادرت الممرضة السجن صباح الخميس. وأعلن ناطق أن الممرضة أفرج عنها الخميس.",
        "غادر الطبيب المعتقل السجن الخميس. وقال متحدث إن الطبيب أفرج عنه الخميس.",
        "The teacher left prison on Thursday. A spokesman said that the teacher was freed on Thursday.",
        # what harms, and who is harmed by it there
        "قتل 14 مسافرا في هجوم على قطار اليوم الثلاثاء. وقالت الشرطة إن انفجارا وقع داخل القطار.",
        "أصيب سبعة ركاب في هجوم على حافلة الثلاثاء. وقالت الشرطة إن انفجارا وقع في الحافلة.",
        "Nine shoppers were killed in an attack on a market on Tuesday. The mayor said that a blast occurred in it.",
        # a day in the year that was told, where a noun points back
        "Rebels attacked a dam near Derna in 2011. The attack on the dam in 2011 killed a guard.",
        "Rebels attacked a dam near Derna in 2011. Rebels attacked the dam on 9 June 2011.",
        "هاجم مسلحون سدا في درنة عام 2011. ودمر الهجوم عام 2011 السد.",
        # a definite noun of its scene, of the year that was told
        "Rebels destroyed a mill near Derna in 2011. Adam Novak said that the raid on the mill in 2011 was a mistake.",
        "دمر الجيش مخزنا في درنة عام 2011. وقالت صحيفة إن تدمير المخزن عام 2011 كان خطأ.",
        "قصف الجيش مخزنا في درنة عام 2011. وجاء ذلك بعد أعوام من القصف الذي وقع عام 2011.",
        "Rebels bombed a dam near Derna in 2011. The raid on the dam in 2011 killed a guard.",
        # late on a day, and early on the next: one night
        "قتل سبعة عمال في هجوم على فندق ليلة الأحد. ووقع الهجوم على الفندق فجر الاثنين.",
        "Seven cooks were killed in an attack on a hotel late on Sunday. The attack took place early on Monday.",
        # who decided it is told to have done it, without a day
        "استبدلت المحكمة العليا السجن بغرامة. وقال محام إن المحكمة العليا قررت استبدال السجن بغرامة.",
        # who decides to do a thing decides it once
        "قرر سالم الخالدي بيع قاربه. وخلت الطريق من الناس. وقال جار إن الخالدي قرر البيع رغم الخسارة.",
        # who a relative clause is about does it
        "Kosovo, which became a new member only last month, rejoiced. Kosovo became its own member in July.",
        # those who were hurt are counted otherwise by somebody else
        "Gunmen killed six miners near Sirte on Monday. Medics said eight miners died.",
        "قتل ستة عمال في هجوم قرب سرت الاثنين. وقال مسعفون إن ثمانية عمال قتلوا.",
    ],
)
def test_one_happening_that_is_told_twice_is_one(text: str) -> None:
    [one] = happenings(text)
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "قررت النيابة الأحد إحالة خمسة صيادين إلى المحاكمة. وأحالت النيابة الأحد أربعة حراس إلى محكمة الجنايات.",
        "Judge Imad Hatem ordered the release of six sailors on Sunday. The judge released two nurses on Sunday.",
        "غادرت الممرضة السجن صباح الخميس. وأعلن ناطق أن حارسا أفرج عنه الخميس.",
        "The baker left prison on Thursday. A guard was freed on Thursday.",
        "The baker left the port on Thursday. A spokesman said that the baker was freed on Thursday.",
        "قتل 14 مصليا في هجوم على مسجد اليوم الثلاثاء. وقال المتحدث إن تفجيرا وقع في مدرسة.",
        "Rebels attacked a dam near Derna in 2011. Rebels attacked a mill on 9 June 2011.",
        "قصفت مقاتلات جسرا في دير الزور عام 2007. وقصفت المقاتلات مطارا في حمص ليلة 5 أيلول 2007.",
        "Rebels bombed a mill near Derna in 2011. Rebels bombed a dam near Sirte in 2011.",
        "Rebels destroyed a mill near Derna in 2011. Police said that the raid on the dam in 2011 was a mistake.",
        "قصف الجيش مخزنا في درنة عام 2011. وقصف الجيش مخزنا آخر في سرت عام 2011.",
        "قتل سبعة عمال في هجوم على فندق ليلة الأحد. ووقع هجوم على مدرسة فجر الاثنين.",
        "قتل سبعة عمال في هجوم على فندق صباح الأحد. ووقع الهجوم على الفندق فجر الاثنين.",
        "Seven cooks were killed in an attack on a hotel on Sunday night. The attack took place on Monday night.",
        "قرر سالم الخالدي بيع قاربه. وخلت الطريق من الناس. وقال جار إن الخالدي قرر الرحيل رغم الخسارة.",
        "أفرجت المحكمة العليا عن ممرضة. وقال محام إن المحكمة العليا قررت الإفراج عن ثلاثة بحارة.",
        "Gunmen killed six miners near Sirte on Monday. Medics said eight nurses died.",
        "Gunmen killed six miners near Sirte on Monday. Medics said eight miners died in Derna.",
        "قتل ستة عمال في هجوم قرب سرت الاثنين. وقال مسعفون إن ثمانية ركاب قتلوا في درنة.",
    ],
)
def test_two_happenings_that_look_alike_are_two(text: str) -> None:
    assert [len(one.evidence) for one in happenings(text)] == [1, 1]


def test_both_counts_of_one_happening_are_kept() -> None:
    [one] = happenings("Gunmen killed six miners near Sirte on Monday. Medics said eight miners died.")
    assert [(figure.what, figure.low) for figure in one.figures] == [("killed", 6), ("killed", 8)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # the dead of each village, told one after the other, are each told
        (
            "قتل تسعة رعاة في قصف على ريف درعا يوم السبت. وقتل سبعة رعاة في بلدة نوى. وقتل ثلاثة أطفال في قرية جلين.",
            [9, 7, 3],
        ),
        (
            "Shelling killed nine men in Derna on Saturday. Seven men died in the town of Martuba. Two died in Qubba.",
            [9, 7, 2],
        ),
        # the lead takes the day of what goes on with it, and keeps its toll
        ("A truck bomb near a mosque has killed 15 people. Several shops were damaged in the attack on Monday.", [15]),
        ("أدى انفجار شاحنة قرب مسجد إلى مقتل 15 شخصا. وتضررت متاجر في الانفجار يوم الاثنين.", [15]),
        # what is no deed is not listed
        ("The square was empty on Saturday. The weather was cold.", []),
        ("كانت الساحة خالية يوم السبت. وكان الطقس باردا.", []),
    ],
)
def test_no_sentence_that_tells_a_deed_vanishes(text: str, numbers: list[int]) -> None:
    assert [figure.low for one in happenings(text) for figure in one.figures] == numbers


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("استشهد شابان فجر اليوم في جنين.", {("killed", 2)}),
        ("استشهاد شاب وإصابة ثلاثة آخرين في جنين اليوم.", {("killed", 1), ("wounded", 3)}),
        ("A girl was killed and five others were wounded on Monday.", {("killed", 1), ("wounded", 5)}),
        ("أكدت مصادر أن 12 عاملا على الأقل قتلوا الاثنين.", {("killed", 12)}),
        ("قالت مصادر إن شابا استشهد وأصيب ثلاثة آخرون الاثنين.", {("killed", 1), ("wounded", 3)}),
        ("ارتفع عدد قتلى الانفجار الاثنين إلى 17.", {("killed", 17)}),
        ("قتل عاملان وأصيب 14 آخرون إثر انفجار مرجل الاثنين.", {("killed", 2), ("wounded", 14)}),
        ("ارتفع عدد الطلاب الاثنين إلى 17.", set()),
        ("Two clinics opened in Sirte on Monday.", set()),
    ],
)
def test_whoever_is_hurt_is_counted_by_a_word_too(text: str, figures: set[tuple[str, int]]) -> None:
    assert {(figure.what, figure.low) for one in happenings(text) for figure in one.figures} == figures


@pytest.mark.parametrize(
    "text",
    [
        # what only presents a dated action, or tells what came of it
        "جاء هذا في حفل أقامه الوزير سمير الخالدي الأحد لأصحاب المصارف.",
        "This came at a meeting that the minister Adam Novak held with bankers on Sunday.",
        "توجت محادثات أجراها الوزير سمير الخالدي في تونس الأحد باتفاق على النقل.",
        "The talks that the minister Adam Novak held with bankers on Sunday ended in a deal.",
    ],
)
def test_what_only_presents_a_dated_action_is_no_second_happening(text: str) -> None:
    assert [one.when.edtf for one in happenings(text) if one.when] == ["2018-08-19"]


@pytest.mark.parametrize(
    "text",
    [
        "توفي الرجل الذي اعتقل الأحد.",
        "The guard who was arrested on Sunday died.",
        "The bakers staged a march after the arrest of a miller on Sunday.",
    ],
)
def test_what_is_news_itself_is_told_beside_a_dated_noun(text: str) -> None:
    assert len(happenings(text)) == 2


def test_of_one_night_the_day_on_which_it_went_on_is_the_closer_one() -> None:
    [one] = happenings(
        "Nine cooks were killed in an attack on a hotel on Sunday night. The attack took place at dawn on Monday."
    )
    assert one.when is not None
    assert one.when.edtf == "2018-08-20"


def test_a_raid_of_long_ago_that_is_named_again_and_again_is_one() -> None:
    [one] = happenings(
        "The army said its planes destroyed a mill in Homs in 2007. The planes destroyed the mill on 5 September 2007. "
        "Minister Adam Novak had said that the raid on the mill in 2007 opened the road."
    )
    assert one.when is not None
    assert (one.when.edtf, len(one.evidence)) == ("2007-09-05", 3)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # several are meant, and several were just told
        (
            "قتل زعيم المهربين في غارة الأحد. ونفذت البحرية 43 عملية في تموز. وأسفرت هذه العمليات عن مقتل تسعة مهربين.",
            {"2018-08-19": [], "2018-07": [43, 9]},
        ),
        (
            (
                "A smuggler was killed in a raid by the navy on Sunday. The navy carried out 43 operations in July. "
                "The operations killed nine sailors."
            ),
            {"2018-08-19": [], "2018-07": [43, 9]},
        ),
        # one is meant
        (
            "قتل زعيم المهربين في غارة شنتها البحرية الأحد. وأسفرت العملية عن مقتل تسعة مهربين.",
            {"2018-08-19": [9]},
        ),
        # of several that nobody told it may still be the raid
        (
            "شنت البحرية غارات على زوارق المهربين الأحد. وأسفرت هذه العمليات عن مقتل تسعة مهربين.",
            {"2018-08-19": [9]},
        ),
    ],
)
def test_a_noun_in_the_plural_stands_for_several_where_several_were_just_told(
    text: str, counts: dict[str, list[int]]
) -> None:
    told = [one for one in happenings(text) if one.when]
    assert {one.when.edtf: [figure.low for figure in one.figures] for one in told if one.when} == counts
