"""What is told of the report's story has the place that the opening sets, where its words name none."""

import pytest

from tests.core.words import events


@pytest.mark.parametrize(
    ("text", "title", "places"),
    [
        (
            "A fire broke out in a warehouse in Mosul on Tuesday. Police arrested two guards on Tuesday.",
            "Police arrested two guards",
            ("mosul",),
        ),
        (
            "اندلع حريق في مستودع في الموصل يوم الثلاثاء. واعتقلت الشرطة حارسين مساء الثلاثاء.",
            "اعتقلت الشرطة حارسين",
            ("mosul",),
        ),
        # a place of its own
        (
            "اندلع حريق في مستودع في الموصل يوم الثلاثاء. واعتقلت الشرطة حارسين في أربيل مساء الثلاثاء.",
            "اعتقلت الشرطة حارسين في أربيل",
            ("erbil",),
        ),
        # another day
        (
            "A fire broke out in a warehouse in Mosul on Tuesday. A court jailed a trader on Sunday.",
            "A court jailed a trader",
            (),
        ),
        # a statement was made elsewhere
        (
            "A fire broke out in a warehouse in Mosul on Tuesday. The minister said on Tuesday that aid would follow.",
            "The minister said that aid would follow",
            (),
        ),
        # a state is too wide to be handed on
        (
            "Two guards were killed in Iraq on Tuesday. Police arrested a man on Tuesday.",
            "Police arrested a man",
            (),
        ),
        # what takes place on a spot, though no day is told
        (
            "A fire broke out in a warehouse in Mosul on Tuesday.\n\nThe blast killed two guards and wounded a driver.",
            "The blast killed two guards and wounded a driver",
            ("mosul",),
        ),
        # the town alone, not the region beside it
        (
            "اندلع حريق في مستودع في الموصل شمالي العراق يوم الثلاثاء. واعتقلت الشرطة حارسين مساء الثلاثاء.",
            "اعتقلت الشرطة حارسين",
            ("mosul",),
        ),
        # who meets to speak of it meets elsewhere
        (
            "A fire broke out in a warehouse in Mosul on Tuesday. The president met the governor on Tuesday.",
            "The president met the governor",
            (),
        ),
        # behind a heading another story begins
        (
            "A fire hit a warehouse in Mosul on Tuesday.\n\nElsewhere\n\nPolice arrested two guards on Tuesday.",
            "Police arrested two guards",
            (),
        ),
    ],
)
def test_the_place_of_the_opening_holds_for_its_story_alone(text: str, title: str, places: tuple[str, ...]) -> None:
    [found] = [event for event in events(text, "2023-05-18") if event.title == title]
    assert found.places == places
