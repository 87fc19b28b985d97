"""Some of those who were counted before, two of one birth, and numbers of what is only spoken of."""

import pytest

from tests.core.events.test_roles_by_valency import DAY, counted
from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # some of others: the verb says what was done to them
        ("Two of the seven injured died on Friday.", {("killed", 2)}),
        ("Four of the nine guards were freed on Friday.", {("released", 4)}),
        ("Three out of the ten hostages were killed on Friday.", {("killed", 3)}),
        ("توفي ثلاثة من أصل ثمانية جرحى أمس.", {("killed", 3)}),
        ("توفي اثنان من المصابين الستة أمس.", {("killed", 2)}),
        ("أفرج عن أربعة من أصل تسعة حراس أمس.", {("released", 4)}),
        # two of one birth
        ("Twin sisters were killed in Ibb on Friday.", {("killed", 2)}),
        ("Twins were wounded in Ibb on Friday.", {("wounded", 2)}),
        ("The blast killed twin girls in Ibb on Friday.", {("killed", 2)}),
        ("قتل توأمان في إب أمس.", {("killed", 2)}),
        ("جرح التوأمان في انفجار أمس.", {("wounded", 2)}),
        ("قتل الانفجار توأمين أمس.", {("killed", 2)}),
        # a number in so many words
        ("احتجزت الشرطة ما مجموعه 14 عاملا في إب أمس.", {("arrested", 14)}),
        # an action that is joined counts others
        ("قتل، أمس، 14 عاملا وإصابة 30 آخرين في انهيار.", {("killed", 14), ("wounded", 30)}),
        # behind an article a word for the wounded is a noun
        ("Three ambulances took the wounded to Aden on Friday.", set()),
        ("Two doctors treated the injured in Aden on Friday.", set()),
        ("Four nurses carried the dead to Aden on Friday.", set()),
    ],
)
def test_how_many_are_meant(text: str, figures: set[tuple[str, int]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "A judge opened an inquiry on Friday into the storm that killed hundreds.",
        "The club apologised on Friday for the chant about the crash that killed twelve players.",
        "فتح القاضي أمس تحقيقا في العاصفة التي قتلت مئة صياد.",
        "طالب النادي أمس بتحقيق في الحادث الذي أودى بحياة عشرين لاعبا.",
    ],
)
def test_what_is_only_spoken_of_counts_nobody(text: str) -> None:
    dated = [event for event in events(text, DAY) if event.when is not None and not event.when.edtf.startswith("..")]
    assert [figure for event in dated for figure in event.figures] == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bus fell into a river on Friday in a storm that killed nine people.", {("killed", 9)}),
        ("شن الجيش أمس غارة قتلت ستة عمال.", {("killed", 6)}),
    ],
)
def test_what_it_came_of_counts_for_it(text: str, figures: set[tuple[str, int]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A tremor hit the town of Sohar, Oman, on Friday.", {"sohar"}),
        ("Two men drowned in Hodeidah, Yemen, on Friday.", {"hodeidah"}),
        ("غرق صيادان في صيدا (جنوب لبنان) أمس.", {"sidon"}),
        ("غرق صيادان في صيدا وفي جنوب لبنان أمس.", {"sidon", "southern-lebanon"}),
        ("Two men drowned in Sohar and in Yemen on Friday.", {"sohar", "yemen"}),
    ],
)
def test_a_wider_place_beside_its_part_only_says_where_that_lies(text: str, places: set[str]) -> None:
    assert {place for event in events(text, DAY) for place in event.places} == places
