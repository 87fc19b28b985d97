"""Numbers by which words become days: a case on both sides of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from tests.core.temporal.test_resolve import ARABIC, ENGLISH
from timeline_core.model.expression import Expression, Mention, Origin, Reason, Standing
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.report_day import window
from timeline_core.temporal.resolve import resolve
from timeline_core.temporal.senses.sense import Here, Sense
from timeline_core.temporal.senses.sighting import is_far

DAY = "2023-05-19"
LINE = "HOMS, 15 May 2023 - The delegation left yesterday."


def values(text: str, published: str = DAY, code: str = "en") -> list[str | None]:
    found = resolve(text, mentions(text, code), When(published), Origin.PUBLISHED)
    return [None if one.when is None else one.when.edtf for one in found]


def mentions(text: str, code: str = "en") -> tuple[Mention, ...]:
    return recognise(text, ENGLISH if code == "en" else ARABIC)


# --- the day of the report --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("late", "left"), [(2, "2023-05-14"), (3, "2023-05-17")])
def test_a_report_counts_from_a_dateline_of_at_most_two_days_before(late: int, left: str) -> None:
    assert values(LINE, str(date(2023, 5, 15) + timedelta(late)))[-1] == left


@pytest.mark.parametrize(("before", "left"), [(300, "2023-05-14"), (301, "2023-05-16")])
def test_the_date_of_a_dateline_stands_within_300_code_points(before: int, left: str) -> None:
    assert values("x" * (before - len("\nHOMS, ")) + "\n" + LINE, "2023-05-17")[-1] == left


@pytest.mark.parametrize(("above", "left"), [(1, "2023-05-14"), (2, "2023-05-16")])
def test_a_dateline_is_one_of_the_first_two_lines(above: int, left: str) -> None:
    assert values("A line.\n" * above + LINE, "2023-05-17")[-1] == left


@pytest.mark.parametrize(("handle", "left"), [(40, "2023-02-14"), (41, "2023-05-18")])
def test_the_handle_of_a_post_has_40_code_points_at_most(handle: int, left: str) -> None:
    said = "(@" + "h" * (handle - 3) + ")"
    assert values(f"The delegation left yesterday.\n— X {said} February 15, 2023")[0] == left


@dataclass(frozen=True)
class Between:
    """Words that a report of these days alone can have said."""

    first: date
    last: date
    rule: str = "this_month"
    relative: bool = True

    def fits(self, published: date) -> bool:
        return self.first <= published <= self.last


def window_of(first: int, last: int) -> str | None:
    """When a report was published whose words fit from the first to the last of these days after what happened."""
    happened = date(2023, 1, 7)
    said = Between(happened + timedelta(first), happened + timedelta(last))
    words = "this month"
    mention = Mention(Span(0, len(words)), said)
    found = window(words, [mention], [Expression(mention.span, words, None, Reason("", Origin.NONE))], happened)
    return found.when.edtf if found is not None else None


@pytest.mark.parametrize(("later", "day"), [(798, "2025-03-15"), (799, None)])
def test_a_report_is_looked_for_on_799_days_from_what_it_tells(later: int, day: str | None) -> None:
    assert window_of(later, later) == day


@pytest.mark.parametrize(("days", "window"), [(45, "2023-01-07/2023-02-20"), (46, None)])
def test_a_window_of_45_days_at_most_dates_a_report(days: int, window: str | None) -> None:
    assert window_of(0, days - 1) == window


@pytest.mark.parametrize(("before", "found"), [(60, True), (61, False)])
def test_the_date_that_closes_the_year_begins_within_60_code_points_of_its_line(before: int, *, found: bool) -> None:
    text = "H" * (before - 2) + ", 15 February 2023 - Two men were killed on the 10th of this month."
    said = mentions(text)
    assert (window(text, said, resolve(text, said, None, Origin.NONE)) is not None) == found


@pytest.mark.parametrize(("days", "far"), [(200, False), (201, True), (-200, False), (-201, True)])
def test_a_hijri_day_more_than_200_days_from_its_report_is_far(days: int, *, far: bool) -> None:
    origin = date(2023, 5, 19)
    assert is_far(origin + timedelta(days), Here(origin)) is far


# --- which way the words look -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "day"), [(13, "2023-05-21"), (14, "2023-05-14")])
def test_a_word_that_looks_ahead_stands_within_14_words_before(words: int, day: str) -> None:
    assert values("سوف " + "جدا " * words + "يوم الأحد", code="ar") == [day]


@pytest.mark.parametrize(("words", "day"), [(2, "2023-05-21"), (3, "2023-05-14")])
def test_a_word_that_looks_ahead_stands_within_three_words_behind(words: int, day: str) -> None:
    assert values("يوم الأحد " + "الوفد " * words + "سوف يغادر", code="ar") == [day]


@pytest.mark.parametrize(("verb", "day"), [("سيكعم", "2023-05-21"), ("سيكع", "2023-05-14")])
def test_an_unlisted_verb_of_the_future_has_more_than_four_letters(verb: str, day: str) -> None:
    assert values(f"{verb} الأحد", code="ar") == [day]


@pytest.mark.parametrize(("between", "aside"), [("", True), ("our ", False)])
def test_a_date_is_only_compared_with_where_two_words_before_say_so(between: str, *, aside: bool) -> None:
    [mention] = mentions(f"compared with {between}June 1990")
    assert isinstance(mention.meaning, Sense)
    assert mention.meaning.aside is aside


@pytest.mark.parametrize(("word", "found"), [("arks", []), ("aks", ["1992"])])
def test_a_plural_behind_a_number_has_more_than_three_letters(word: str, found: list[str]) -> None:
    assert values(f"the 1992 {word}") == found


@pytest.mark.parametrize(("words", "standing"), [(2, Standing.NAME), (3, Standing.DATE)])
def test_a_body_has_three_words_behind_the_month_of_its_name(words: int, standing: Standing) -> None:
    [mention] = mentions(f"in April {' '.join(['Great', 'Old', 'Big'][:words])} Hospital fell")
    assert mention.standing is standing


@pytest.mark.parametrize(("between", "standing"), [(39, Standing.SET), (40, Standing.DATE)])
def test_weekdays_are_a_timetable_where_40_words_before_say_so(between: int, standing: Standing) -> None:
    [mention] = mentions("open " + "very " * between + "Monday to Friday")
    assert mention.standing is standing


@pytest.mark.parametrize(("more", "standing"), [("", Standing.DATE), (", then on Friday", Standing.SET)])
def test_three_weekdays_of_a_sentence_are_a_timetable(more: str, standing: Standing) -> None:
    assert {one.standing for one in mentions(f"open on Monday, then on Wednesday{more}")} == {standing}


@pytest.mark.parametrize(("between", "standing"), [(7, Standing.SET), (8, Standing.DATE)])
def test_a_day_is_one_of_every_year_where_nine_words_beside_it_say_so(between: int, standing: Standing) -> None:
    [mention] = mentions("on 1 July " + "so " * between + "every year")
    assert mention.standing is standing


@pytest.mark.parametrize(("between", "standing"), [(27, Standing.NAME), (28, Standing.DATE)])
def test_monday_is_the_two_where_30_words_before_name_two(between: int, standing: Standing) -> None:
    [mention] = mentions("رجلان " + "جدا " * between + "أفرج عن الاثنين", "ar")
    assert mention.standing is standing


@pytest.mark.parametrize(("letters", "fled"), [(286, "2023-05-14"), (287, "2023-05-16")])
def test_the_day_of_a_saying_stands_within_300_code_points_of_the_quotation(letters: int, fled: str) -> None:
    assert values(f'"We fled yesterday," he said {"x" * letters} on Monday.', "2023-05-17")[0] == fled


@pytest.mark.parametrize(("letters", "fled"), [(4997, "2023-05-14"), (4998, "2023-05-16")])
def test_a_quotation_ends_within_5000_code_points_behind_a_date(letters: int, fled: str) -> None:
    assert values(f'"We fled yesterday {"x" * letters}," he said on Monday.', "2023-05-17")[0] == fled


# --- years that are not written in full -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"), [("He left on 3/5/49.", "2049-03-05?"), ("He left on 3/5/50.", "1950-03-05?")]
)
def test_two_figures_of_a_date_are_of_this_century_below_50(words: str, value: str) -> None:
    assert values(words) == [value]


@pytest.mark.parametrize(("words", "value"), [("in summer '29", "2029-22"), ("in summer '30", "1930-22")])
def test_two_figures_behind_a_season_or_month_are_of_this_century_below_30(words: str, value: str) -> None:
    assert values(words) == [value]


@pytest.mark.parametrize(
    ("year", "value"),
    [("1299", "1299"), ("1300", "1882-11-12/1883-11-01"), ("1450", "2028-05-25/2029-05-13"), ("1451", "1451")],
)
def test_a_year_without_an_era_is_a_hijri_one_from_1300_to_1450(year: str, value: str) -> None:
    assert values(f"في عام {year}", code="ar") == [value]


@pytest.mark.parametrize(
    ("years", "value"),
    [("1299/1882", "1299/1882"), ("1300/1883", "1883"), ("1499/2076", "2076"), ("1500/2077", "1500/2077")],
)
def test_one_year_in_both_calendars_is_a_hijri_one_from_1300_to_1499(years: str, value: str) -> None:
    assert values(f"عام {years}", code="ar") == [value]


@pytest.mark.parametrize(
    ("words", "found"), [("ألف", ["1000"]), ("ألفين ومئتين", ["2200"]), ("تسعمئة وتسعة وتسعين", [])]
)
def test_a_year_in_words_has_a_thousand_in_it_and_loses_no_hundred(words: str, found: list[str]) -> None:
    assert values(f"عام {words}", code="ar") == found


def test_three_figures_are_no_year_of_a_date() -> None:
    assert values("3/5/123") == []


@pytest.mark.parametrize(("year", "value"), [("1699", "2270-06-01~"), ("1700", "1700-06-10")])
def test_a_year_that_is_called_hijri_is_not_from_1700_on(year: str, value: str) -> None:
    assert values(f"10/6/{year}هـ", code="ar") == [value]


@pytest.mark.parametrize(("words", "value"), [("2003-12", "2003"), ("2003-13", "2003/2013")])
def test_two_figures_behind_a_year_are_a_month_up_to_12(words: str, value: str) -> None:
    assert values(words) == [value]


def test_a_day_has_a_place_in_a_month_up_to_31() -> None:
    assert values("on the 31st") == ["2023-05-31"]
    assert values("on the 32nd") == []


@pytest.mark.parametrize(("ordinal", "value"), [("الخامس", "2014-09-30"), ("السادس", "2014-09-06")])
def test_a_month_has_five_tuesdays_at_most_and_the_sixth_is_a_day_of_it(ordinal: str, value: str) -> None:
    assert values(f"الثلاثاء {ordinal} من أيلول 2014", code="ar") == [value]


def test_29_february_is_a_day_of_a_stretch() -> None:
    assert values("February 28 to 29, 2024") == ["2024-02-28/2024-02-29"]


@pytest.mark.parametrize(("words", "value"), [("12/13/2023", "2023-12-13"), ("11/12/2023", "2023-11-12?")])
def test_the_order_of_figures_is_a_guess_where_both_can_be_months(words: str, value: str) -> None:
    assert values(words) == [value]


# --- days that come again every year ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("month", "value"), [("تشرين الأول", "2023-10-03"), ("تشرين الثاني", "2022-11-03")])
def test_this_november_is_the_last_one_in_may(month: str, value: str) -> None:
    """Six months ahead are as near as the six behind, and news looks back."""
    assert values(f"3 {month} الجاري", code="ar") == [value]


@pytest.mark.parametrize(("month", "value"), [("July", "2022-07-03/2023-07-03"), ("August", "2022-08-03")])
def test_what_lies_two_months_ahead_of_a_past_verb_is_either_year(month: str, value: str) -> None:
    assert values(f"The minister left on 3 {month}.") == [value]


@pytest.mark.parametrize(("day", "value"), [("2 September", "2023-09-02"), ("2 November", "2022-11-02")])
def test_a_bare_day_lies_less_than_five_months_ahead(day: str, value: str) -> None:
    assert values(day) == [value]


@pytest.mark.parametrize(("month", "value"), [("December", "2023-12"), ("January", "2023-01")])
def test_a_planned_month_lies_less_than_eight_months_ahead(month: str, value: str) -> None:
    assert values(f"He will leave in {month}.") == [value]


@pytest.mark.parametrize(("month", "value"), [("January", "2024-01-03"), ("February", "2023-02-03")])
def test_a_planned_day_lies_less_than_nine_months_ahead(month: str, value: str) -> None:
    assert values(f"He will leave on 3 {month}.") == [value]


def test_29_february_is_found_eight_years_back_across_a_century() -> None:
    assert values("He left on 29 February", "1904-02-28") == ["1896-02-29/1904-02-29"]
    assert values("29 February", "1903-05-01") == ["1896-02-29"]


def test_the_winter_before_last_began_three_years_ago_in_january() -> None:
    assert values("الشتاء قبل الماضي", "2023-01-15", "ar") == ["2020-24"]


# --- the date that a passage counts from ------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "sunday"), [(2, "2023-05-14"), (3, "1982-03-07")])
def test_three_days_of_one_year_make_a_story_that_a_weekday_does_not_interrupt(days: int, sunday: str) -> None:
    story = " ".join(f"On {day} March 1982 the town fell." for day in range(1, 1 + days))
    assert values(f"{story} On Sunday the town burned.")[-1] == sunday


@pytest.mark.parametrize(("years", "day"), [(1, "2023-04-05"), (2, "1983-04-05")])
def test_one_year_in_passing_makes_no_story_of_the_next_paragraph(years: int, day: str) -> None:
    text = "In 1982 the town fell." + " In 1983 it rose." * (years - 1) + "\nOn 5 April it ended."
    assert values(text)[-1] == day


@pytest.mark.parametrize(("strays", "day"), [(1, "1982-04-05"), (2, "1995-04-05")])
def test_two_days_outside_the_year_of_a_heading_end_its_section(strays: int, day: str) -> None:
    other = "".join(f"On {number} March 1995 it fell.\n" for number in range(1, 1 + strays))
    assert values(f"Intro line.\n\nThe war of 1982\n\n{other}On 5 April it ended.\n")[-1] == day


@pytest.mark.parametrize(("letters", "day"), [(80, "1982-04-05"), (81, "1995-04-05")])
def test_a_heading_has_80_code_points_at_most(letters: int, day: str) -> None:
    heading = "The war of 1982 " + "x" * (letters - len("The war of 1982 "))
    assert values(f"Intro line.\n\n{heading}\n\nOn 1 March 1995 it fell.\nOn 5 April it ended.\n")[-1] == day


@pytest.mark.parametrize(("day", "ended"), [(23, "2022-05-21/2023-05-21"), (22, "2022-05-21")])
def test_a_date_of_more_than_300_days_ago_makes_a_story(day: int, ended: str) -> None:
    assert values(f"On {day} July 2022 the town fell.\nOn 21 May it ended.")[-1] == ended


@pytest.mark.parametrize(("day", "ended"), [(20, "2023-05-19"), (19, "2021-05-19")])
def test_a_date_of_at_most_60_days_ago_makes_news(day: int, ended: str) -> None:
    text = f"On {day} March 2023 the town fell.\nOn 5 October 2021 a dam broke. On 19 May it ended."
    assert values(text)[-1] == ended


@pytest.mark.parametrize(("day", "ended"), [("4 April", "2023-04-04"), ("3 April", "2021-04-03")])
def test_a_date_of_at_most_45_days_ago_is_news_beside_a_story(day: str, ended: str) -> None:
    assert values(f"It fell yesterday.\nOn 9 June 2021 a dam broke. On {day} it ended.")[-1] == ended


@pytest.mark.parametrize(
    ("before", "ended"),
    [
        ("On 30 January 2022 it fell. On 9 May 2023 it rose. On 4 November 2021 it sank.", "2021-05-09"),
        ("On 9 May 2023 it rose. On 4 November 2021 it sank.", "2023-05-09"),
        (
            "On 9 May 2023 it fell. On 17 July 1983 it rose.\nIt sank yesterday. On 31 January 1983 it fell.",
            "1983-05-09",
        ),
        (
            "On 17 July 1983 it rose.\nIt sank yesterday. On 9 May 2023 it fell. On 31 January 1983 it fell.",
            "2023-05-09",
        ),
    ],
)
def test_three_dates_before_tell_whether_a_passage_is_a_story(before: str, ended: str) -> None:
    assert values(f"{before} On 9 May it ended.")[-1] == ended


@pytest.mark.parametrize(("days", "ended"), [(2, "2021-05-09"), (1, "2023-05-09")])
def test_two_days_of_one_year_make_a_story_that_goes_on(days: int, ended: str) -> None:
    story = "On 12 August 2021 it fell. On 30 October 2021 it rose. "
    assert values(f"{story if days > 1 else story[27:]}On 9 May it sank. On 9 May it ended.")[-1] == ended


@pytest.mark.parametrize(
    ("fell", "rose", "again", "ended"),
    [("5 June", "7 December", "9 July", "1989-07-09"), ("3 May", "3 November", "6 June", "1990-06-06")],
)
def test_a_story_that_steps_back_more_than_180_days_may_come_again(
    fell: str, rose: str, again: str, ended: str
) -> None:
    text = f"On {fell} 1990 it fell. On {rose} 1989 it had risen. On {again} it ended. On 12 May 1991 it was rebuilt."
    assert values(text)[2] == ended


@pytest.mark.parametrize(("lines", "ended"), [(1, "1983-05-12"), (2, "2023-05-12")])
def test_a_date_helps_to_read_those_of_two_lines_above(lines: int, ended: str) -> None:
    later = "A line.\n" * lines
    assert values(f"On 12 May 1983 it fell. On 12 May it ended.\n{later}On 4 May 1983 it rose.")[1] == ended


@pytest.mark.parametrize(("day", "ended"), [("9 March", "1983-03-09"), ("4 April", "1982-04-04")])
def test_a_story_near_the_end_of_a_year_runs_on_into_four_months_of_the_next(day: str, ended: str) -> None:
    text = f"On 6 November 1982 it fell. On 9 November 1982 it burned. On {day} it ended."
    assert values(text)[-1] == ended


@pytest.mark.parametrize(("years", "found"), [(120, ["2143~"]), (121, [None])])
def test_what_lies_more_than_120_years_away_stays_open(years: int, found: list[str | None]) -> None:
    assert values(f"{years} years from Monday") == found
