"""Words that name a thing, or a verb alone, are no happening; what is said, done to people or a deed by itself is."""

import pytest

from tests.core.words import events, report, timeline


def dated(text: str) -> list[str]:
    """The titles of what the text tells on a day."""
    told = timeline(report(text, "2023-05-20"))
    return [event.title for event in told.events if event.when is not None and not event.when.edtf.startswith("..")]


@pytest.mark.parametrize(
    "text",
    [
        "تشمل المنحة القرى المذكورة في لائحة القوارب المعلنة في 4 أيار.",
        "وصل السعر إلى مستويات الأربعين التي نزل إليها في 4 أيار.",
        "تلك العاصفة التي تظن الخبازة أنها حدثت في 2011.",
    ],
)
def test_what_names_a_thing_or_a_verb_alone_is_no_happening(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("كتب الناقد عن المعرض المقام في البلدة في 4 أيار.", "المعرض المقام"),
        ("يروي الكتاب قصة الزفاف الذي جرى في كانون الأول 2011.", "قصة الزفاف الذي جرى"),
        ("ينتظر الأهالي الأسرى الذين أفرج عنهم في 4 أيار.", "أفرج"),
        ("نشر الموقع أرقام المحاصيل التي جمعها الفلاحون في 4 أيار.", "جمع"),
    ],
)
def test_a_deed_a_statement_and_what_befell_people_stay(text: str, title: str) -> None:
    assert [one for one in dated(text) if title in one]


def test_a_clause_behind_an_indefinite_object_describes_it() -> None:
    text = "استقبل الميناء مساء أمس ستين بحارا، يمثلون الدفعة الأولى من العائدين."
    assert dated(text) == ["استقبل الميناء ستين بحارا، يمثلون الدفعة الأولى من العائدين"]


def test_a_noun_that_a_joint_parts_from_its_subject_is_no_verb() -> None:
    assert not events("حداد وابنته في الورشة القديمة.", "2023-05-20")


def test_a_verb_right_behind_its_subject_is_one() -> None:
    assert events("حداد أبنته البلدة في الورشة القديمة أمس.", "2023-05-20")


def test_a_plan_of_a_verb_alone_is_no_happening() -> None:
    assert dated("منح المدرب اللاعبين إجازة على أن يرجعوا ظهر يوم الأحد المقبل.") == []
    assert dated("قال الحراس إنهم انسحبوا أمس.")
