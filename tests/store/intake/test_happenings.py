"""Tables whose rows are happenings: each row an event of its day."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.read import take
from store.intake.result import Failure, Notice
from store.intake.tables import happenings
from store.reports.original import Original
from tests.core.words import known
from timeline_core.derive import derive
from timeline_core.model.report import Report

SHEET = (
    "Date,Event,Place,Source\n"
    "7/3/2021,A bridge was bombed,Salamiyah,The Lantern\n"
    "19/3/2021,The delegation left,Homs,Wire\n"
)


def read(tmp_path: Path, table: str, *columns: tuple[str, str], name: str = "a.csv") -> list[Report | Failure | Notice]:
    (tmp_path / name).write_text(table, "utf-8")
    found = take([str(tmp_path / name)], Defaults(columns=columns))
    return [one.report if isinstance(one, Original) else one for one in found]


def days(found: list[Report | Failure | Notice]) -> list[tuple[str, str]]:
    timeline = derive([one for one in found if isinstance(one, Report)], known())
    return [(event.when.edtf if event.when else "", event.title) for event in (*timeline.events, *timeline.undated)]


TWO = [("2021-03-07", "A bridge was bombed"), ("2021-03-19", "The delegation left")]


def test_a_row_is_an_event_of_its_day_and_its_source_is_who_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, SHEET)
    assert [one.publisher for one in found if isinstance(one, Report)] == ["The Lantern", "Wire"]
    assert next(one.text for one in found if isinstance(one, Report)) == "7/3/2021\tSalamiyah\tA bridge was bombed"
    assert days(found) == TWO


def test_the_order_of_day_and_month_is_that_of_the_whole_column_and_is_told(tmp_path: Path) -> None:
    [told] = [one for one in read(tmp_path, SHEET) if isinstance(one, Notice)]
    assert "its rows are read as happenings, each of its day; day before month" in str(told)


def test_the_evidence_of_a_row_is_the_row(tmp_path: Path) -> None:
    timeline = derive([one for one in read(tmp_path, SHEET) if isinstance(one, Report)], known())
    assert timeline.events[0].evidence[0].exact == "7/3/2021\tSalamiyah\tA bridge was bombed"


@pytest.mark.parametrize(
    "table",
    [
        "التاريخ;الحدث;المصدر\n07/03/2021;A bridge was bombed;x\n19/03/2021;The delegation left;y\n",
        "Date of incident\tDescription\n2021-03-07\tA bridge was bombed\n2021-03-19\tThe delegation left\n",
        "Date,Event\n7 March 2021,A bridge was bombed\n19 March 2021,The delegation left\n",
        "Year,Month,Day,Headline,Text\n2021,3,7,x,A bridge was bombed\n2021,3,19,x,<b>The delegation left</b>\n",
        "event_date,source,notes\n07 March 2021,y,A bridge was bombed\n19 March 2021,y,The delegation left",
        "id,edtf,title\n1,2021-03-07,A bridge was bombed\n2,2021-03-19,The delegation left\n",
    ],
    ids=["Arabic", "tabs", "written days", "TimelineJS", "ACLED", "own"],
)
def test_the_tables_that_people_have_come_home(tmp_path: Path, table: str) -> None:
    assert days(read(tmp_path, table, name="a.tsv" if "\t" in table else "a.csv")) == TWO


def test_a_person_may_say_which_columns_hold_day_and_happening(tmp_path: Path) -> None:
    table = "Jour,Fait\n07/03/2021,A bridge was bombed\n19/03/2021,The delegation left\n"
    assert days(read(tmp_path, table, ("when", "Jour"), ("text", "Fait"))) == TWO
    [refused] = read(tmp_path, table, ("when", "Tag"), ("text", "Fait"))
    assert isinstance(refused, Failure)
    assert "has no column «Tag»" in str(refused)


def test_a_row_may_hold_a_range_a_week_and_a_month(tmp_path: Path) -> None:
    ranged = "Year,Month,Day,End Year,End Month,End Day,Headline,Text\n2021,3,7,2021,3,9,x,Talks were held in Homs\n"
    assert days(read(tmp_path, ranged)) == [("2021-03-07/2021-03-09", "Talks were held in Homs")]
    coarse = "event_date,time_precision,notes\n2021-03-07,2,A road was closed\n2021-04-15,3,A bridge was bombed\n"
    assert days(read(tmp_path, coarse)) == [("2021-03-07~", "A road was closed"), ("2021-04", "A bridge was bombed")]


def test_what_a_row_says_is_about_right_stays_so_though_its_words_name_a_day(tmp_path: Path) -> None:
    table = "event_date,time_precision,notes\n07 March 2021,2,Around 7 March 2021 a bridge was bombed.\n"
    assert [day for day, _ in days(read(tmp_path, table))] == ["2021-03-07~"]


def test_rows_without_a_day_are_told_and_stay(tmp_path: Path) -> None:
    found = read(tmp_path, "Date,Event\n,A bridge was bombed\n2021-03-19,The delegation left\n")
    assert "1 of 2 rows have no day" in str(found[0])
    assert ("2021-03-19", "The delegation left") in days(found)


def test_a_row_tells_of_one_happening(tmp_path: Path) -> None:
    table = "Date,Event\n2021-03-07,A bridge was bombed. Two men were killed. A road was closed.\n"
    assert [day for day, _ in days(read(tmp_path, table))] == ["2021-03-07"]


@pytest.mark.parametrize(
    "names",
    [
        ["date", "source", "text"],
        ["التاريخ", "المصدر", "العنوان", "النص"],
        ["title", "description", "date", "link"],
        ["id", "text", "published", "source"],
        ["Date", "Amount"],
        [],
    ],
    ids=str,
)
def test_a_table_of_reports_is_none_of_happenings(names: list[str]) -> None:
    assert happenings.plan(names) is None


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Jour bis,Constat\n7/3/2021,A bridge was bombed\n19/3/2021,The delegation left the town\n", "«Constat»"),
        ("2021-03-07,Salamiyah,A bridge was bombed\n2021-03-19,Homs,The delegation left the town\n", "no row names"),
        ("ما حدث,متى حدث\nقصف جسر في المدينة,٧ آذار ٢٠٢١\nغادر الوفد مدينة حمص,١٩ آذار ٢٠٢١\n", "«ما حدث»"),
        ("Nr,Account,Seen\n1,A bridge was bombed,7-Mar-21\n2,The delegation left the town,19-Mar-21\n", "«Seen»"),
    ],
)
def test_a_table_whose_heads_no_list_knows_is_told_by_its_cells(tmp_path: Path, table: str, told: str) -> None:
    found = read(tmp_path, table)
    assert any(isinstance(one, Notice) and told in str(one) for one in found)
    assert [day for day, _ in days(found)] == ["2021-03-07", "2021-03-19"]


def test_the_day_on_which_a_row_was_worked_on_is_not_its_day(tmp_path: Path) -> None:
    """A head that says when it happened is believed, though one row knows no day; what tells of the work never is."""
    named = (
        "date,description,link,verified_on\n"
        "2021-03-07,A bridge was bombed,https://e.org/1,2021-04-01\n"
        "03/2021,The delegation left the town,https://e.org/2,2021-04-02\n"
        "not known,A mill burned down in the town,https://e.org/3,2021-04-03\n"
    )
    assert sorted(day for day, _ in days(read(tmp_path, named))) == ["", "2021-03", "2021-03-07"]
    worked_on = (
        "link,verified_on,remark\nhttps://e.org/1,2021-04-01,A bridge was bombed\nhttps://e.org/2,2021-04-02,Fire\n"
    )
    assert [type(one) for one in read(tmp_path, worked_on)] == [Failure]


@pytest.mark.parametrize(
    "table",
    [
        "name,joined,city\nHuda Salem,2015-03-02,Homs\nSalim Omar,2016-04-05,Hama\n",
        "a,b,c\n2015-03-02,2015-03-04,A bridge was bombed\n2016-04-05,2016-04-06,The delegation left\n",
        "when it was,first account,second account\n2015-03-02,A bridge was bombed,The bridge was hit\n",
    ],
)
def test_what_may_be_read_in_two_ways_is_refused(tmp_path: Path, table: str) -> None:
    found = read(tmp_path, table)
    assert [type(one) for one in found] == [Failure]


def test_a_title_stands_above_the_heads_whatever_they_are(tmp_path: Path) -> None:
    found = read(tmp_path, "Log of a month\n\nOn,What,Where\n2021-03-07,A bridge was bombed,Salamiyah\n")
    assert [day for day, _ in days(found)] == ["2021-03-07"]


def test_objects_with_a_day_and_an_event_are_rows(tmp_path: Path) -> None:
    found = read(
        tmp_path, '[{"date": "2021-03-07", "event": "A bridge was bombed", "place": "Salamiyah"}]', name="a.json"
    )
    assert days(found) == [("2021-03-07", "A bridge was bombed")]


def test_objects_with_a_text_are_reports(tmp_path: Path) -> None:
    found = read(
        tmp_path, '[{"date": "2021-03-07", "event": "x", "text": "A bridge was bombed yesterday."}]', name="a.json"
    )
    assert days(found) == [("2021-03-06", "A bridge was bombed")]
