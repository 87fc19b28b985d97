"""Numbers by which the outline of a report is read: a case on both sides of each."""

from __future__ import annotations

import pytest

from tests.core.outline.test_outline import days, told
from tests.core.outline.test_voices import told as voices
from tests.core.words import report, timeline
from timeline_core.model.block import BlockRole
from timeline_core.outline.lines import lines

LEFT = "The delegation left Salamiyah"
SHELLED = "The army shelled Homs"
JUDGE = "Judge: The hearing was adjourned on 4 March 2021."


def speakers(text: str) -> list[str]:
    """By whom each event is told, in the order of the text."""
    return [by for _, by, _ in voices(text)]


@pytest.mark.parametrize(("marks", "day"), [(80, "2021-03-06"), (81, "2021-03-07")])
def test_a_date_begins_an_entry_within_80_code_points(marks: int, day: str) -> None:
    assert told("[" + " " * (marks - 1) + f"7 March 2021: {LEFT} yesterday.") == [(day, LEFT)]


@pytest.mark.parametrize(("place", "found"), [("AL HASAKAH", [("2021-03-06", LEFT)]), ("DEIR EZ ZOR", [("", LEFT)])])
def test_a_place_without_a_mark_behind_it_has_two_words(place: str, found: list[tuple[str, str]]) -> None:
    assert told(f"{place} 7 March 2021 - {LEFT} yesterday.") == found


@pytest.mark.parametrize(
    ("what", "found"), [("Army shelled Homs", [("1956", "Army shelled Homs")]), ("Homs shelled", [])]
)
def test_a_cell_beside_a_year_tells_in_three_words(what: str, found: list[tuple[str, str]]) -> None:
    assert told(f"| Year | Milestone |\n|---|---|\n| 1956 | {what} |\n") == found


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


@pytest.mark.parametrize(("more", "found"), [(12, [("2021-03-06", LEFT)]), (13, [("", LEFT)])])
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


@pytest.mark.parametrize(("office", "found"), [("the court", True), ("the high court", False)])
def test_a_speaker_has_five_words_at_most(office: str, *, found: bool) -> None:
    text = f"Presiding judge of {office}: Two men were killed on 3 March 2021.\n{JUDGE}"
    assert (f"Presiding judge of {office}" in speakers(text)) is found


@pytest.mark.parametrize(("lines", "by"), [(1, [""]), (2, ["Judge", "Judge"])])
def test_two_lines_of_an_office_make_a_hearing(lines: int, by: list[str]) -> None:
    assert speakers("\n".join([JUDGE, "Judge: Two men were killed on 3 March 2021."][:lines])) == by


@pytest.mark.parametrize(("name", "by"), [("Huda Salem", "Huda Salem"), ("Huda", "Judge")])
def test_a_name_of_two_words_speaks_though_it_comes_once(name: str, by: str) -> None:
    assert speakers(f"{JUDGE}\n{name}: Two men were killed on 3 March 2021.")[-1] == by


@pytest.mark.parametrize(("plain", "second"), [(1, "Adel"), (2, "Huda")])
def test_names_that_come_once_speak_where_two_lines_of_three_have_a_speaker(plain: int, second: str) -> None:
    lines = [
        f"Huda: {LEFT} on 3 March 2021.",
        f"Adel: {SHELLED} on 4 March 2021.",
        "Huda: A truce was signed on 5 March 2021.",
    ]
    assert speakers("\n".join([*lines, *["The mayor resigned on 6 March 2021."] * plain]))[1] == second


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Rural eastern Homs", True),
        ("North rural eastern Homs", False),
        ("Homs, Hama, Idlib, Aleppo, Raqqa, Latakia", True),
        ("Homs, Hama, Idlib, Aleppo, Raqqa, Latakia, Tartus", False),
    ],
)
def test_a_heading_that_is_a_place_has_six_words_and_two_beside_its_names(heading: str, *, found: bool) -> None:
    [(place, *_)] = voices(f"News of the week.\n\n## {heading}\n\nTwo men were killed on 3 March 2021.\n")
    assert place == (heading if found else "")


def record(day: str = "7 March 2021", where: str = "Location", more: str = "") -> list[tuple[str, str]]:
    """What two records tell, the first of that day."""
    first = f"Date: {day}\n{where}: Homs\nIncident: {LEFT}.{more}\n\n"
    return told(f"{first}Date: 9 March 2021\n{where}: Hama\nIncident: {SHELLED}.\n")


@pytest.mark.parametrize(("cells", "found"), [(2, True), (3, False)])
def test_a_record_in_a_table_has_a_label_and_what_it_holds(cells: int, *, found: bool) -> None:
    rows = [("When", "7 March 2021", "-"), ("Where", "Salamiyah", "-"), ("What", f"{LEFT} yesterday.", "-")]
    text = "\n".join(f"| {' | '.join(row[:cells])} |" for row in rows)
    assert (told(text) == [("2021-03-06", LEFT)]) is found


@pytest.mark.parametrize(("letters", "found"), [(40, True), (41, False)])
def test_the_day_at_the_foot_stands_below_a_line_of_40_code_points_at_most(letters: int, *, found: bool) -> None:
    signed = "سلام من أهل الوادي ".ljust(letters, "ه")
    text = f"غادر الوفد أمس المدينة.\nقصف الجيش البلدة.\nكان الجو باردا.\n{signed}\nالسلمية في 9 تموز 2020"
    assert (("2020-07-08", "غادر الوفد المدينة") in told(text)) is found


@pytest.mark.parametrize(("label", "found"), [("Name of the place", True), ("Name of the very place", False)])
def test_a_label_of_a_record_has_four_words_at_most(label: str, *, found: bool) -> None:
    assert (("2021-03-07", LEFT) in record(where=label)) is found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("x" * 18 + " 7 March 2021", True),
        ("x" * 19 + " 7 March 2021", False),
        ("7 March 2021 " + "x" * 19, True),
        ("7 March 2021 " + "x" * 20, False),
    ],
)
def test_the_line_of_a_day_holds_20_code_points_more(day: str, *, found: bool) -> None:
    assert (("2021-03-07", LEFT) in record(day)) is found


@pytest.mark.parametrize(
    ("letters", "rule", "heading"),
    [(80, 80, True), (81, 81, False), (25, 3, True), (26, 3, False), (60, 30, True), (60, 29, False)],
)
def test_a_line_above_a_rule_is_a_heading_by_its_length_and_that_of_the_rule(
    letters: int, rule: int, *, heading: bool
) -> None:
    first, *_ = lines(f"{'v' * letters}\n{'-' * rule}", (), frozenset())
    assert (first.role is BlockRole.HEADING) is heading


@pytest.mark.parametrize(("days", "found"), [(2, 2), (1, 0)])
def test_numbers_below_a_month_are_days_where_there_are_two(days: int, found: int) -> None:
    below = "".join(f"{day}: {LEFT}.\n" for day in (4, 9)[:days])
    assert len(told(f"March 2021\n\n{below}")) == found


@pytest.mark.parametrize(("letters", "day"), [(80, ""), (81, "2019-03-04")])
def test_a_source_in_brackets_has_80_code_points_before_its_day(letters: int, day: str) -> None:
    note = "(interview, "
    [(edtf, _), *_] = told(f"{LEFT} {note}{'x' * (letters - len(note) - 1)} 4 March 2019).")
    assert edtf == day


@pytest.mark.parametrize(("place", "day"), [("مدينة السلمية", "2020-07-08"), ("ريف مدينة السلمية", "")])
def test_a_place_and_the_word_that_leads_to_the_day_of_a_dateline_are_three_words(place: str, day: str) -> None:
    found = [edtf for edtf, _ in told(f"{place} في 9 تموز 2020\n\nغادر الوفد أمس المدينة.")]
    assert found == [day]


@pytest.mark.parametrize(("last", "day"), [("1 April 2021", "2021-03-01/2021-04-01"), ("2 April 2021", "2022-05-08")])
def test_an_entry_of_more_than_31_days_leaves_the_day_to_what_stands_around_it(last: str, day: str) -> None:
    assert told(f"1 March 2021 to {last}: {LEFT} yesterday.", "2022-05-09") == [(day, LEFT)]


@pytest.mark.parametrize(("lines", "events"), [(3, 5), (4, 5)])
def test_what_happened_goes_on_over_three_lines_below(lines: int, events: int) -> None:
    more = "".join(f"\nThe market {letter} burned down." for letter in "ABCD"[:lines])
    assert len(record(more=more)) == events


@pytest.mark.parametrize(("names", "day"), [(5, "2021-03-07"), (6, None)])
def test_who_wrote_a_report_has_six_words_with_the_word_before(names: int, day: str | None) -> None:
    line = f"By {' '.join('ABCDEF'[:names])} | 7 March 2021"
    when = timeline(report(f"{line}\n{LEFT} yesterday.")).published["r1"].when
    assert (None if when is None else when.edtf) == day


@pytest.mark.parametrize(("letters", "found"), [(200, True), (201, False)])
def test_the_line_above_another_mail_has_200_code_points_at_most(letters: int, *, found: bool) -> None:
    wrote = " On 7 March 2021, Huda Salem wrote:"
    text = f"We met.\n\n{'x' * (letters - len(wrote))}{wrote}\n> {LEFT} yesterday.\n"
    assert (("2021-03-06", LEFT) in told(text)) is found


@pytest.mark.parametrize(("author", "byline"), [("By Huda Adel Salem", True), ("By Huda Adel bin Salem", False)])
def test_a_day_with_four_words_at_most_beside_it_is_that_of_the_report(author: str, *, byline: bool) -> None:
    found = told(f"{LEFT}\n7 March 2021 | {author}\n\n{SHELLED} yesterday.")
    assert ("2021-03-06", SHELLED) in found
    assert (len(found) == 1) is byline
