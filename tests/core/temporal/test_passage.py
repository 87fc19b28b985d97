"""From which date a passage counts: a story from the date told last, news from the report's day."""

from __future__ import annotations

import pytest

from seeds.load import languages
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.when import When
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

ARABIC, ENGLISH = (languages()[code] for code in ("ar", "en"))


def read(text: str, published: str | None) -> tuple[Expression, ...]:
    day = None if published is None else When(published)
    mentions = recognise(text, ENGLISH if text.isascii() else ARABIC)
    return resolve(text, mentions, day, Origin.PUBLISHED)


def values(text: str, published: str | None) -> list[str | None]:
    return [None if one.when is None else one.when.edtf for one in read(text, published)]


def anchors(text: str, published: str | None) -> list[str]:
    return [one.reason.anchor for one in read(text, published)]


STORIES = [
    (
        "The mill burned on 9 March 2015.\nOn Tuesday a judge wept.\nThe cook was charged on 13 March.",
        ["2015-03-09", "2019-05-28", "2015-03-13"],
    ),
    (
        "احترقت الطاحونة في 9 آذار 2015.\nوبكى القاضي الثلاثاء.\nواتهم الطباخ في 13 آذار.",
        ["2015-03-09", "2019-05-28", "2015-03-13"],
    ),
    ("وفي 4 نيسان 2017 قُصفت البلدة.\nوفي 7 نيسان ردت العاصمة.", ["2017-04-04", "2017-04-07"]),
    (
        "The siege began on 30 September 2015. By late November 12 clinics were closed.",
        ["2015-09-30", "2015-11"],
    ),
    ("The garrison left in 1862. By October it was back.", ["1862", "1862-10"]),
    (
        "The rising began on 3 May 1848.\n\nIn June the king fled. On 9 July he was caught.",
        ["1848-05-03", "1848-06", "1848-07-09"],
    ),
    ("They marched in December 1862.\nIn January the river froze.", ["1862-12", "1863-01"]),
    ("The treaty was signed in November 1901. It had been drafted in June.", ["1901-11", "1901-06"]),
    (
        "They took the fort on 10 March 1975, in a plan for 1976. On 11 March it fell. It was over on 30 April 1975.",
        ["1975-03-10", "1976", "1975-03-11", "1975-04-30"],
    ),
    (
        "The fleet sailed on 2 May 1904.\n\nThe winter of 1905\n\nOn 3 February it was sunk.",
        ["1904-05-02", "1905-24", "1905-02-03"],
    ),
    (
        "1917\n\nThe rising began on 8 March.\n\n1918\n\nOn 3 March peace was made.",
        ["1917", "1917-03-08", "1918", "1918-03-03"],
    ),
    ("The battle was on 6 June 1944. In the spring the army had trained.", ["1944-06-06", "1944-21"]),
    ("The last talks were on 21 July 1954. The next spring they failed.", ["1954-07-21", "1955-21"]),
]


@pytest.mark.parametrize("text, dates", STORIES)
def test_a_story_gives_its_own_year(text: str, dates: list[str]) -> None:
    assert values(text, "2019-06-01") == dates


NEWS = [
    (
        "He wept on Friday.\nA mill shut in 1998, and in 2005 it was sold.\nIn April 2017 it fell.\nIt rose on 20 May.",
        ["2019-05-31", "1998", "2005", "2017-04", "2019-05-20"],
    ),
    (
        "On 12 May the colonel rose.\nHe became head of the guard in January 2017.\nOn 25 May he freed a mayor.",
        ["2019-05-12", "2017-01", "2019-05-25"],
    ),
    (
        "The band was founded in 2003.\nIts singer died on Sunday; he was born in March.",
        ["2003", "2019-05-26", "2019-03"],
    ),
    ("The price is the lowest since 3 February 2010. It fell on 24 May.", ["2010-02-03", "2019-05-24"]),
    ("وهو أعلى جبل منذ شباط 2010، صعده في 24 أيار.", ["2010-02", "2019-05-24"]),
    (
        "He spoke on Monday.\nThe quake of 2003 killed 30, and 6 more were killed in February.",
        ["2019-05-27", "2003", "2019-02"],
    ),
    ("وقال أمس إن الحرب بدأت في آذار 2011. وفي 28 أيار التقى الوزير.", ["2019-05-31", "2011-03", "2019-05-28"]),
    ("The group was founded on 3 May 2011. Its head said so on Sunday.", ["2011-05-03", "2019-05-26"]),
]


@pytest.mark.parametrize("text, dates", NEWS)
def test_news_counts_from_its_own_day_though_it_reminds_of_old_years(text: str, dates: list[str]) -> None:
    assert values(text, "2019-06-01") == dates


def test_the_weekday_of_a_history_is_one_of_the_story() -> None:
    text = (
        "The rising began on 3 May 1848. On 9 May the king fled. The republic was declared on 2 June 1848.\n"
        "On 5 June 1848 the troops came. On Wednesday the city fell."
    )
    assert values(text, "2019-06-01")[-1] == "1848-06-07"


def test_without_a_published_day_a_story_still_has_its_year() -> None:
    assert values("وفي 4 نيسان 2017 قُصفت البلدة.\nوفي 7 نيسان ردت العاصمة.", None) == ["2017-04-04", "2017-04-07"]


def test_the_reason_names_the_date_that_was_counted_from() -> None:
    text = "The siege began on 30 September 2015. By late November it was over."
    assert anchors(text, "2019-06-01") == ["", "2015-09-30"]


def test_what_a_story_tells_never_lies_after_its_report() -> None:
    text = "The trial opened on 3 October 2018. It went on in November. On 9 June it ended."
    assert values(text, "2019-06-01") == ["2018-10-03", "2018-11", "2018-06-09"]


RANGES = [
    ("From 28 February to 2 March 2022", ["2022-02-28/2022-03-02"]),
    ("من 28 شباط إلى 2 آذار 2022", ["2022-02-28/2022-03-02"]),
    ("from June 2014 to June", ["2014-06/2015-06"]),
]


@pytest.mark.parametrize("text, dates", RANGES)
def test_the_end_that_says_its_year_gives_it_to_the_other(text: str, dates: list[str]) -> None:
    assert values(text, "2023-02-16") == dates


ROWS = [
    (
        "Divers found the wreck on Sunday, 5 June 2016. On Monday they raised it. On Tuesday it sank again.",
        "2023-05-20",
        ["2016-06-05", "2016-06-06", "2016-06-07"],
    ),
    ("عثر الغواصون على السفينة يوم الأحد 5 حزيران 2016. ويوم الاثنين رفعوها.", None, ["2016-06-05", "2016-06-06"]),
]


@pytest.mark.parametrize("text, published, dates", ROWS, ids=str)
def test_weekdays_go_on_from_a_long_past_day_that_names_its_own(
    text: str, published: str | None, dates: list[str]
) -> None:
    assert values(text, published) == dates


NO_ROWS = [
    ("The law on wells was passed on 5 June 2016. On Monday the mayor praised it.", "2016-06-05", "2023-05-15"),
    ("The law on wells was passed on Sunday, 5 June 2016. On Friday the mayor praised it.", "2016-06-05", "2023-05-19"),
    ("The wells ran dry on Sunday, 14 May 2023. On Monday the mayor wept.", "2023-05-14", "2023-05-15"),
]


@pytest.mark.parametrize("text, first, second", NO_ROWS, ids=str)
def test_a_weekday_is_of_the_report_where_no_row_of_days_is_told(text: str, first: str, second: str) -> None:
    assert values(text, "2023-05-20") == [first, second]


def test_the_next_day_is_not_counted_over_a_day_that_is_not_known() -> None:
    told = values("Divers found the wreck on 5 June 2016. On Monday they raised it. The next day it sank again.", None)
    assert told == ["2016-06-05", None, None]
