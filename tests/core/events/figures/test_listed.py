"""Who is counted beside others: in the genitive of a noun of action, as a group of so many, left alone as "another"."""

import pytest

from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # each of a list that owns the noun of action
        ("تسبب انهيار السقف في مقتل حارس ومعلمة يوم الجمعة.", {("killed", 2)}),
        ("أوقع الحريق أمس إصابة خباز وإصابة آخر.", {("wounded", 1)}),
        # what only stands beside it counts nobody
        ("أدى السيل أمس إلى مقتل راع وأضرار في الطاحونة.", {("killed", 1)}),
        # a group, by the number that tells who it is
        ("قتلت عائلة من سبعة أفراد يوم الجمعة في حريق.", {("killed", 7)}),
        ("A family of seven was killed on Friday in a blaze.", {("killed", 7)}),
        ("زار المحافظ عائلة من سبعة أفراد يوم الجمعة.", set()),
        # his own death is no owner of whom it befell
        ("لقي سائق حتفه يوم الجمعة قرب الجسر.", {("killed", 1)}),
        # "another" alone is one, with a number it is none
        ("A guard was killed on Friday and another was injured.", {("killed", 1), ("wounded", 1)}),
        ("A guard was killed on Friday and another 14 were injured.", {("killed", 1), ("wounded", 14)}),
        # the auxiliary that is left out makes it a passive too; what is done is none
        ("A guard was killed and another wounded on Friday in the pit.", {("killed", 1), ("wounded", 1)}),
        ("A guard was killed on Friday and another fled.", {("killed", 1)}),
        ("At least 14 miners were taken into custody on Friday.", {("arrested", 14)}),
        ("نتج عن الحريق أمس 14 إصابات بين العمال.", {("wounded", 14)}),
    ],
)
def test_who_is_listed_left_out_or_told_as_a_group_counts(text: str, counted: set[tuple[str, int]]) -> None:
    told = events(text, "2023-05-20")
    assert {(figure.what, figure.low) for event in told for figure in event.figures} == counted


@pytest.mark.parametrize("text", ["وفاة سبعة صيادين في البحيرة.", "وفاة ناظرة المدرسة القديمة سلمى الخطيب."])
def test_a_death_told_by_its_noun_alone_opens_a_report(text: str) -> None:
    assert [event.title for event in events(text, "2023-05-20")] == [text.strip(".")]


def test_a_noun_of_nobody_opens_none() -> None:
    assert not events("صورة قديمة للبحيرة.", "2023-05-20")
