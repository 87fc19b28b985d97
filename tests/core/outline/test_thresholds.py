"""Numbers by which the outline of a report is read: a case on both sides of each."""

from __future__ import annotations

import pytest

from tests.core.outline.test_outline import days, told
from tests.core.words import report, timeline

LEFT = "The delegation left Salamiyah"
SHELLED = "The army shelled Homs"


@pytest.mark.parametrize(("marks", "day"), [(80, "2021-03-06"), (81, "2021-03-07")])
def test_a_date_begins_an_entry_within_80_code_points(marks: int, day: str) -> None:
    assert told("[" + " " * (marks - 1) + f"7 March 2021: {LEFT} yesterday.") == [(day, LEFT)]


@pytest.mark.parametrize(("place", "found"), [("AL HASAKAH", [("2021-03-06", LEFT)]), ("DEIR EZ ZOR", [])])
def test_a_place_without_a_mark_behind_it_has_two_words(place: str, found: list[tuple[str, str]]) -> None:
    assert told(f"{place} 7 March 2021 - {LEFT} yesterday.") == found


@pytest.mark.parametrize(("others", "counted"), [(2, True), (3, False)])
def test_yesterday_counts_from_the_date_that_opens_its_line_where_it_is_the_fourth(
    others: int, *, counted: bool
) -> None:
    between = "".join(f"on {day} March 2020 " for day in range(1, 1 + others))
    found = [day for day, _ in told(f"7 March 2021 {between}the delegation left Salamiyah yesterday.")]
    assert ("2021-03-07" not in found) is counted


@pytest.mark.parametrize(("author", "events"), [("Two men were killed", 0), ("Two men were killed there", 1)])
def test_the_author_of_a_post_has_four_words_at_most(author: str, events: int) -> None:
    assert len(told(f"[17/03/2021, 09:11:00] {author}: witnesses.")) == events


@pytest.mark.parametrize(("columns", "table"), [(3, True), (2, False)])
def test_a_table_without_bars_around_it_has_two_bars_a_row(columns: int, *, table: bool) -> None:
    rows = (["What", "Day", "Where"], ["---"] * 3, [f"{LEFT} yesterday.", "7 March 2021", "-"])
    assert (("2021-03-06", LEFT) in told("\n".join(" | ".join(row[:columns]) for row in rows))) is table


@pytest.mark.parametrize(("lines", "rows"), [(2, True), (1, False)])
def test_lines_with_tabs_are_rows_where_two_have_as_many(lines: int, *, rows: bool) -> None:
    text = "\n".join([f"Homs\t7 March 2021\t{LEFT} yesterday.", f"Hama\t9 March 2021\t{SHELLED} yesterday."][:lines])
    assert (("2021-03-06", LEFT) in told(text)) is rows


@pytest.mark.parametrize(
    ("heading", "events"), [("References [and a longer word]", 1), ("References [and a longer words]", 2)]
)
def test_the_heading_of_a_list_of_notes_has_30_code_points_at_most(heading: str, events: int) -> None:
    text = f"On 7 March 2021 the army shelled Homs.\n\n## {heading}\n\nBook. On 9 March 2021 the army shelled Hama.\n"
    assert len(told(text)) == events


@pytest.mark.parametrize(("more", "found"), [(12, [("2021-03-06", LEFT)]), (13, [])])
def test_a_cell_of_a_day_holds_12_code_points_more(more: int, found: list[tuple[str, str]]) -> None:
    cell = f"7 March 2021 {'x' * (more - 1)}"
    assert told(f"| Day | What |\n|---|---|\n| {cell} | {LEFT} yesterday. |\n") == found


@pytest.mark.parametrize(("above", "day"), [(2, "2021-03-07"), (3, None)])
def test_a_report_says_its_own_day_in_its_first_three_lines(above: int, day: str | None) -> None:
    lines = "".join(f"Line {letter}\n" for letter in "ABC"[:above])
    when = timeline(report(f"{lines}7 March 2021\n{LEFT} yesterday.")).published["r1"].when
    assert (None if when is None else when.edtf) == day


@pytest.mark.parametrize(("above", "events"), [(2, 2), (3, 1)])
def test_the_only_entry_holds_for_what_follows_where_it_is_in_the_first_three_lines(above: int, events: int) -> None:
    lines = "".join(f"Line {letter}\n" for letter in "ABC"[:above])
    dated = [day for day, _ in told(f"{lines}7 March 2021: {LEFT}.\n{SHELLED}.") if day]
    assert len(dated) == events


def test_the_year_of_a_title_holds_for_two_entries_and_not_for_one() -> None:
    assert told(f"- 7 March: {LEFT}.", title="The year 2021") == [("XXXX-03-07", LEFT)]
    both = told(f"- 7 March: {LEFT}.\n- 9 March: {SHELLED}.", title="The year 2021")
    assert both == [("2021-03-07", LEFT), ("2021-03-09", SHELLED)]


@pytest.mark.parametrize(
    ("day", "value"),
    [("9 February", "2022-02-09"), ("9 March", "XXXX-03-09"), ("9 June", "XXXX-06-09"), ("9 July", "2021-07-09")],
)
def test_six_months_back_are_the_next_year_and_one_month_is_out_of_order(day: str, value: str) -> None:
    text = f"- 1 January 2021: The mayor resigned.\n- 7 August 2021: {LEFT}.\n- {day}: {SHELLED}."
    assert (value, SHELLED) in told(text)


def test_29_february_has_its_place_among_days_without_a_year() -> None:
    assert told(f"- 28 February 2020: {LEFT}.\n- 29 February: {SHELLED}.")[1] == ("2020-02-29", SHELLED)


def test_12_can_be_a_month_and_shows_no_order_of_day_and_month() -> None:
    alone = days(report(f"{SHELLED} on 10/02/2023."))
    beside = days(report(f"{LEFT} on 12/12/2022. {SHELLED} on 10/02/2023."))
    assert alone[0][0] == beside[-1][0] != ""
    shown = days(report(f"{LEFT} on 13/12/2022. {SHELLED} on 10/02/2023."))
    assert shown[-1][0] == "2023-02-10" != alone[0][0]
