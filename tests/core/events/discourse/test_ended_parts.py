"""Parts of a report, each of which tells of another happening like the one before, in the same words."""

from __future__ import annotations

import pytest

from tests.core.words import events

PUBLISHED = "2023-05-17"

BULLETIN = (
    "The ministry jailed Adam Novak on Sunday for smuggling gold.\n"
    "A judge in the capital had accused him of smuggling.\n"
    "The roads were dry.\n"
    "The ministry jailed Omar Haddad on Sunday for smuggling salt.\n"
    "A judge in the capital had accused him of smuggling.\n"
)
ARABIC = (
    "نفذت وزارة الداخلية الأحد حكم السجن في آدم نوفاك لتهريبه الذهب.\n"
    "واعتقلت الشرطة شريكه في المتجر.\n"
    "وكانت الطرق جافة.\n"
    "نفذت وزارة الداخلية الأحد حكم السجن في عمر حداد لتهريبه الملح.\n"
    "واعتقلت الشرطة شريكه في المتجر.\n"
)


@pytest.mark.parametrize("text", [BULLETIN, ARABIC])
def test_what_each_part_says_in_the_same_words_is_of_its_own_happening(text: str) -> None:
    second = text.rindex("The ministry" if "The ministry" in text else "نفذت")
    for event in events(text, PUBLISHED):
        assert len({piece.span.start < second for piece in event.evidence}) == 1, event.title


def test_a_name_goes_back_to_the_part_that_told_of_it() -> None:
    text = f"{BULLETIN}The ministry jailed Adam Novak for smuggling gold, a lawyer said."
    [novak] = [event for event in events(text, PUBLISHED) if "Novak" in event.title]
    assert len(novak.evidence) == 2
