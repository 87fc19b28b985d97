"""A day that only says which thing is meant is none of what somebody says of that thing."""

import pytest

from tests.core.words import report, timeline

LEAD = "أعلن زعيم الحزب الأخضر، أن المجلس سيناقش مشروعا يلغي ميثاق المياه الذي أبرمته القوى البحرية مع قبرص. "


def days(text: str, words: str) -> list[str]:
    told = timeline(report(text, "2023-05-20")).events
    return [event.when.edtf for event in told if event.when is not None and words in event.title]


def test_a_thing_that_was_announced_long_ago_dates_no_statement_on_it() -> None:
    law = "وبموجب النظام فإن لدى المجلس مهلة ليقر أو يلغي ميثاق المياه بين قبرص والقوى البحرية الذي أعلن في 9 نيسان."
    assert days(f"{LEAD}وزار وفد القرية. {law}", "زعيم الحزب") == ["../2023-05-20"]


def test_who_spoke_dates_it_further_on() -> None:
    named = LEAD.replace("زعيم الحزب الأخضر،", "زعيم الحزب الأخضر سالم كرم")
    again = "وأعلن سالم كرم أمس أن المجلس سيناقش مشروعا يلغي ميثاق المياه."
    assert days(f"{named}وزار وفد القرية. {again}", "زعيم الحزب") == ["2023-05-19"]


@pytest.mark.parametrize("noun", ["البلدان المجاورة", "القوى البحرية"])
def test_no_pronoun_tells_of_a_noun_that_does_not_agree_with_it(noun: str) -> None:
    assert not days(f"تلتزم القرى بميثاق المياه مع {noun} الذي أعلن في 9 نيسان.", noun)
