"""Tables of a page that is given as it is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.intake.tables.grid import parted
from tests.core.words import timeline
from tests.store.intake.documents import pdf
from tests.store.words import only_report

ROWS = (
    "Date              Event                              Source",
    "7 March 2021      A bridge was bombed                The Lantern",
    "9 March 2021      The delegation left                Wire",
)


def test_cells_that_stand_apart_are_told_apart() -> None:
    assert [*parted(ROWS)] == [
        ("Date", "Event", "Source"),
        ("7 March 2021", "A bridge was bombed", "The Lantern"),
        ("9 March 2021", "The delegation left", "Wire"),
    ]


def test_a_line_that_goes_on_in_one_cell_belongs_to_the_row_above_it() -> None:
    lines = [*ROWS[:2], "                  and a road was closed", ROWS[2]]
    assert [*parted(lines)][1] == ("7 March 2021", "A bridge was bombed\nand a road was closed", "The Lantern")


TALL = (
    "Date            Event                              Source",
    "",
    "7 March         A bridge was bombed by men who     The Lantern",
    "2021            came in a boat                     and Wire",
    "",
    "9 March         The delegation left                Wire",
    "2021",
)


def test_empty_lines_part_rows_whose_cells_have_several_lines() -> None:
    assert [*parted(TALL)] == [
        ("Date", "Event", "Source"),
        ("7 March\n2021", "A bridge was bombed by men who\ncame in a boat", "The Lantern\nand Wire"),
        ("9 March\n2021", "The delegation left", "Wire"),
    ]


def test_prose_below_such_a_table_is_no_row_of_it() -> None:
    prose = "The table above was made from what two papers told, and ends with the ninth of March."
    assert [*parted([*TALL, "", prose])][3:] == [prose]


def test_where_cells_may_be_set_about_their_middle_nothing_is_put_together() -> None:
    lines = [ROWS[0], "                  A bridge was", *ROWS[1:]]
    assert ("7 March 2021", "A bridge was bombed", "The Lantern") in [*parted(lines)]
    assert all("A bridge was A" not in " ".join(row) for row in parted(lines))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "12.    On 7 March 2021 a bridge was bombed, and the road to the north was",
            "13.    The council met on 9 March.",
        ),
        ("The first column of a page goes here,    the second column of it stands here and",) * 4,
        ("United Nations                                   A/HRC/52/99",),
        ("One sentence.  Another one behind two blanks.", "One more.  And again."),
    ],
    ids=["numbered", "columns", "head", "blanks"],
)
def test_what_is_no_table_stays_as_it_is(lines: tuple[str, ...]) -> None:
    assert [*parted(lines)] == [*lines]


def test_the_rows_of_a_pdf_do_not_bleed_into_one_another(tmp_path: Path) -> None:
    report = only_report(tmp_path / "a.pdf", pdf("The blockade", *ROWS))
    assert report.text.split("\n")[2] == "7 March 2021\tA bridge was bombed\tThe Lantern"
    found = timeline(report).events
    assert [(event.when and event.when.edtf, event.title) for event in found] == [
        ("2021-03-07", "A bridge was bombed"),
        ("2021-03-09", "The delegation left"),
    ]
