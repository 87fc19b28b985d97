"""«Today» in a quotation is the day on which it was said."""

from __future__ import annotations

import pytest

from tests.core.temporal.test_resolve import told, values

PUBLISHED = "2023-05-17"


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"We were there yesterday," he told reporters on Monday.', ["2023-05-14", "2023-05-15"]),
        ('"Did you see it today?" she asked on Friday.', ["2023-05-12", "2023-05-12"]),
        ('On Monday he said: "We lost the town today."', ["2023-05-15", "2023-05-15"]),
        ("«وقعت الغارة صباح اليوم»، يقول شاهد يوم الجمعة.", ["2023-05-12", "2023-05-12"]),
        ("وقال أمس لدى وصوله: «جئنا اليوم لنسمع منكم».", ["2023-05-16", "2023-05-16"]),
    ],
)
def test_who_is_quoted_counts_from_the_day_on_which_he_spoke(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("He said on Monday that two soldiers were killed yesterday.", ["2023-05-15", "2023-05-16"]),
        ('"We lost it today." The army denied it on Monday.', ["2023-05-17", "2023-05-15"]),
        ('On Saturday the "today" group met on Sunday.', ["2023-05-13", "2023-05-17", "2023-05-14"]),
        (
            "أكد أن «مقاتلينا فجروا أمس الأنبوب»، مضيفا «عدنا» بعد أن هاجمهم الجيش السبت الماضي.",
            ["2023-05-16", "2023-05-13"],
        ),
        ("قال «استعدناها اليوم", ["2023-05-17"]),
    ],
)
def test_what_is_not_quoted_or_has_no_one_day_counts_from_the_report(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED) == expected


def test_the_reason_names_the_day_of_the_saying() -> None:
    assert told('"We were there yesterday," he said on Monday.', PUBLISHED)[0] == ("2023-05-14", "2023-05-15", "text")
