"""Which words name a place of the world that no list of ours has, and which are something else."""

from __future__ import annotations

import pytest

from tests.core.names.test_finder import read
from timeline_core.model.entry import PLACE


def places(text: str) -> list[str]:
    """The words of every place that only the table of the world has."""
    found = {entry.id for entry in read(text).found if entry.id.removeprefix("place:").isdecimal()}
    return [hit.span.of(text) for hit in read(text).named if hit.category == PLACE and hit.id in found]


@pytest.mark.parametrize(
    "text, found",
    [
        # a city of the world anywhere; a town behind «في», where its state is named
        ("وصل الوفد إلى ليماسول في قبرص أمس.", ["ليماسول"]),
        ("اندلعت مواجهات في خريبكة بالمملكة المغربية.", ["خريبكة"]),
        ("عقد الاجتماع في فيلادلفيا الأميركية.", ["فيلادلفيا"]),
        ("The talks were held in Philadelphia.", ["Philadelphia"]),
        ("Police in Dresden, Germany, arrested two men.", ["Dresden"]),
        # behind its noun, too, it is known by its number
        ("قصفوا بلدة إحسم في سوريا.", ["إحسم"]),
    ],
)
def test_a_place_of_the_world_is_found(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # words of the language, and short ones
        "كان ذلك في كان قبل عام في فرنسا.",
        "شارك في رالي في الولايات المتحدة.",
        "درس سلالة من القمح في عُمان.",
        "شرب البيرا في موزمبيق، وباع بيرا.",
        # words that a glued letter and a place make as well; quarters
        "صدر بيانان في الصين عن مكتبي الوزيرين.",
        "أجرت نيجيريا تعديلا وزاريا واسعا.",
        "نقل إلى حي العزيزية في ليبيا.",
        # what is named after a place; what stands before a name
        "فاز نادي فيلادلفيا في الولايات المتحدة.",
        "هبطت الأسهم في بورصة نيويورك.",
        # persons
        "John Dresden, of Germany, said so.",
        "Bill Clinton visited Germany.",
        "We met Hamilton in the United States.",
    ],
)
def test_what_is_something_else_is_no_place(text: str) -> None:
    assert places(text) == []


def test_of_several_the_one_is_meant_that_the_report_speaks_of() -> None:
    def country(text: str) -> list[str]:
        return [entry.within for entry in read(text).found if entry.id.removeprefix("place:").isdecimal()]

    assert country("Police in Tripoli, Greece, arrested two men.") in (["greece"], [])
    assert country("They met in Córdoba, Argentina.") == ["argentina"]
    assert country("They met in Valencia, Venezuela.") == ["venezuela"]
