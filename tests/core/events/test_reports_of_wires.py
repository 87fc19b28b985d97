"""What whole reports tell as wires, bulletins and digests are written: heads of days, lists, and days that are open."""

import pytest

from tests.core.words import events

DAY = "2023-05-20"
"""A Saturday."""


def told(text: str, published: str | None = DAY) -> list[tuple[str | None, str]]:
    """Day and title of everything that the text tells; a bound is no day."""
    return [
        (event.when.edtf if event.when and not event.bounded else None, event.title)
        for event in events(text, published)
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "(Lima, April 18, 2023) – Guards freed a cook on March 9.",
            [("2023-03-09", "Guards freed a cook")],
        ),
        (
            "[Rabat, 4 May 2023] - Guards freed a cook yesterday.",
            [("2023-05-03", "Guards freed a cook")],
        ),
        (
            "(وهران، 18 نيسان 2023) – أفرج الحراس عن طباخ أمس.",
            [("2023-04-17", "أفرج الحراس عن طباخ")],
        ),
    ],
)
def test_a_dateline_may_stand_in_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, None) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Key points, 1–7 May 2023\nGuards freed a cook on Friday. Sailors seized a barge on 3 May.",
            [("2023-05-03", "Sailors seized a barge"), ("2023-05-05", "Guards freed a cook")],
        ),
        (
            "Week of 1–7 May 2023\nGuards freed a cook on Monday. A miner was killed on 2 December.",
            [("2022-12-02", "A miner was killed"), ("2023-05-01", "Guards freed a cook")],
        ),
    ],
)
def test_a_weekday_below_a_week_is_of_that_week(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            (
                "The Mill Network recorded these attacks on Monday 8 May:\n- A baker was killed in Homs.\n"
                "- Guards arrested two cooks in Hama.\nThe mayor of Homs was freed."
            ),
            [
                ("2023-05-08", "A baker was killed in Homs"),
                ("2023-05-08", "Guards arrested two cooks in Hama"),
                (None, "The mayor of Homs was freed"),
            ],
        ),
        (
            "وثق مركز الطاحونة الهجمات التالية يوم الاثنين 8 أيار:\n- قتل خباز في حمص.\n- اعتقل الحراس طباخين في حماة.",
            [("2023-05-08", "قتل خباز في حمص"), ("2023-05-08", "اعتقل الحراس طباخين في حماة")],
        ),
    ],
)
def test_the_day_of_what_leads_to_a_list_is_that_of_its_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_day_of_a_statement_is_that_of_no_item() -> None:
    text = "In a statement of 8 May, the network listed attacks on mills:\n- A baker was killed in Homs."
    assert all(day is None for day, _ in told(text))


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Guards arrested two cooks in Homs on Sunday evening.",
            [(None, "Guards arrested two cooks in Homs")],
        ),
        (
            "On 3 May 2021 guards arrested two cooks in Homs. The cooks were arrested on Sunday evening.",
            [("2021-05-03", "guards arrested two cooks in Homs"), (None, "The cooks were arrested")],
        ),
        (
            "اعتقل الحراس طباخين في حمص مساء الأحد.",
            [(None, "اعتقل الحراس طباخين في حمص")],
        ),
    ],
)
def test_what_is_of_a_day_that_nobody_can_tell_is_told_without_one(text: str, expected: list[tuple[str, str]]) -> None:
    """Nor is the day of another telling taken for it."""
    assert told(text, None) == expected


def test_a_step_on_from_the_day_of_an_aside_is_open() -> None:
    text = "The cook, who had been taken by gunmen on 3 May, was freed. A day earlier, gunmen had killed a baker."
    assert ("2023-05-02", "gunmen had killed a baker") not in told(text)
    assert (None, "gunmen had killed a baker") in told(text)
    after = "The cook was freed on 3 May. A day earlier, gunmen had killed a baker."
    assert ("2023-05-02", "gunmen had killed a baker") in told(after)


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "March 12 – The cook, whom gunmen had taken on March 3, was freed.\nMarch 14 – A bank opens.",
            ("2023-03-12", "The cook, whom gunmen had taken, was freed"),
        ),
        (
            "March 12 – A bank opens; it is to grant loans by the end of June.\nMarch 14 – A mill burns down.",
            ("2023-03-12", "A bank opens; it is to grant loans"),
        ),
        (
            "5 آذار: عثر الأهالي على الطباخ الذي خطف في 1 آذار.\n7 آذار: احترقت طاحونة.",
            ("2023-03-05", "عثر الأهالي على الطباخ الذي خطف"),
        ),
    ],
)
def test_an_entry_has_its_day_beside_the_date_of_an_aside(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)
