"""A verb whose title could not do without the words of another one is told with that one, and no second event."""

from __future__ import annotations

import pytest

from tests.core.words import events

PUBLISHED = "2018-08-21"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("قال حارس إن الشركة كرمت العمال القدامى وقدمت لهم ساعات.", 1),
        ("حدد النادي جوائز كبيرة قيمتها ألف دينار، وزعت على خمسة فائزين.", 1),
    ],
)
def test_what_goes_on_with_a_statement_makes_no_second_event(text: str, quotes: int) -> None:
    [one] = events(text, PUBLISHED)
    assert len(one.evidence) >= quotes


def test_what_has_a_day_of_its_own_is_told_by_itself() -> None:
    found = events("قال حارس إن الشركة كرمت العمال الأحد وقدمت لهم الساعات الاثنين.", PUBLISHED)
    assert [event.when.edtf for event in found if event.when] == ["2018-08-19", "2018-08-20"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("نفذت الجمعية سبع رحلات، نتج عنها جمع عشرين كتابا.", "نفذت الجمعية سبع رحلات، نتج عنها جمع عشرين كتابا"),
        (
            "افتتح المتحف ممثلا في إدارته العليا معرض صور عن البحر.",
            "افتتح المتحف ممثلا في إدارته العليا معرض صور عن البحر",
        ),
        ("رحم الله البحار وأسكنه جناته. وغرق القارب قرب صيدا.", "غرق القارب قرب صيدا"),
    ],
)
def test_a_statement_is_told_whole(text: str, title: str) -> None:
    [one] = events(text, PUBLISHED)
    assert one.title == title


def test_what_adds_to_a_statement_is_of_no_relative_clause_in_it() -> None:
    found = events("شكر الوزير العمال على السدود التي يبنونها، وذلك خلال زيارته أمس للقرية.", PUBLISHED)
    assert [event.kind.value for event in found if event.when and event.when.edtf == "2018-08-20"] == ["occurrence"]


def test_others_counted_beside_an_old_toll_are_of_that_one() -> None:
    found = events(
        "قصف الجيش قرية العين الأحد وقتل ستة رعاة. وقالت جمعية إن ألف راع قتلوا في السنوات الماضية، وأصيب ألفا آخرين.",
        PUBLISHED,
    )
    [raid] = [event for event in found if event.when and event.when.edtf == "2018-08-19"]
    assert all("آخرين" not in piece.exact for piece in raid.evidence)


def test_a_present_that_resumes_a_noun_takes_no_day_behind_it() -> None:
    found = events("انقلبت شاحنة، من نوع قديم، يقودها صياد، مساء اليوم، قرب المرفأ.", PUBLISHED)
    assert [(event.kind.value, event.when.edtf) for event in found if event.when] == [("occurrence", PUBLISHED)]
