"""What is told again in nearly the same words, and in a year that was told, is one happening or one statement."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.model.event import Event, Kind

PUBLISHED = "2018-08-21"


def told(text: str) -> list[Event]:
    return [event for event in events(text, PUBLISHED) if event.kind is not Kind.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        # nearly the same words, whatever class their verbs are read as
        "لجأ الرعاة إلى استخدام عربتين لنقل الماء. ثم برد الجو. ولجأ الرعاة الذين وصلوا إلى استخدام عربتين لنقل الماء.",
        # a statement that «كان قد» brings back
        (
            "أعلنت الممرضة رنا السالم أنها تسلمت رسالة من قرية فيها ستون بئرا.\nوخلت الطرق.\nوكانت الممرضة قد أعلنت"
            " أنها تسلمت رسالة من قرية فيها ستون بئرا."
        ),
        # a definite noun of its scene and as many victims, of one year
        "Similar explosions in 2016 left 40 dead. The blasts of 2016, which killed 40 people, had hit a bridge.",
        "Similar riots in 2016 left 40 bakers dead. The riots of 2016, in which 40 bakers died, had begun in Homs.",
    ],
)
def test_what_is_told_again_is_one(text: str) -> None:
    [one] = told(text)
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        # the same words of another place, of a statement made before, of others
        "افتتح المدير الأحد مكتبة للأطفال في حلب. وافتتح المدير الأحد مكتبة للأطفال في درعا.",
        "وأعلن الحاكم أن المكتبة فتحت أبوابها في حلب. وكان الحاكم قد أعلن في أيار أن المكتبة فتحت أبوابها في حلب.",
        "Explosions in 2016 killed 40 bakers in Homs. The raids of 2016, which killed 90 tailors, had hit Derna.",
    ],
)
def test_the_same_words_of_something_else_are_two(text: str) -> None:
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Residents said the army shelled the mill, burned a barn and killed two farmers.",
        "The army shelled the mill on Sunday, burned a barn and killed two farmers.",
    ],
)
def test_verbs_joined_under_one_subject_are_told_once(text: str) -> None:
    [one] = told(text)
    assert one.evidence[0].span.of(text).endswith("killed two farmers")
