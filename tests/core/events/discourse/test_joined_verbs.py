"""A verb that is joined to that of a happening under one subject is a deed of it, and is taken up again further on."""

import pytest

from tests.core.words import events

BETWEEN = {"ar": "وزار وفد القرية.", "en": "A delegation visited the village."}


@pytest.mark.parametrize(
    ("code", "first", "again"),
    [
        (
            "ar",
            "ذكر الناطق أن المحكمة العليا ألغت عقوبة الحبس، واستبدلتها بغرامة كبيرة.",
            "وقال المحامي سالم كرم إن المحكمة العليا قررت استبدال الحبس بغرامة.",
        ),
        (
            "en",
            "The council lifted the ban on nets and replaced it with a tax.",
            "The council decided on the replacement of the ban on nets.",
        ),
    ],
)
def test_what_takes_up_a_joined_verb_tells_of_one_happening(code: str, first: str, again: str) -> None:
    told = events(f"{first} {BETWEEN[code]} {again}", "2023-05-20")
    assert len(told) == 2
    assert max(len(one.evidence) for one in told) > 1


@pytest.mark.parametrize(
    ("code", "first", "other"),
    [
        (
            "ar",
            "ذكر الناطق أن المحكمة العليا ألغت عقوبة الحبس، واستبدلتها بغرامة كبيرة.",
            "وقررت الوزارة استبدال المضخات القديمة.",
        ),
        (
            "en",
            "The council lifted the ban on nets and replaced it with a tax.",
            "The ministry decided on the replacement of old pumps.",
        ),
    ],
)
def test_another_who_does_the_like_is_told_apart(code: str, first: str, other: str) -> None:
    assert len(events(f"{first} {BETWEEN[code]} {other}", "2023-05-20")) == 3
