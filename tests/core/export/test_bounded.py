"""What has only a bound, in every format: never as a day, and with the reason wherever reasons stand."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from html import unescape

import icalendar
import pytest

from tests.core.words import report, teller, timeline
from timeline_core.export import EXPORTERS, LEFT_OUT
from timeline_core.export.formats.csv_table import COLUMNS
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline

SHELLING = "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب الجنوبي."
WORDS = "on or before 14 May 2023"
WHY = "the report is of 14 May 2023 and gives no day"


@cache
def told() -> Timeline:
    return timeline(report(SHELLING, "2023-05-14"))


def bounded() -> Event:
    [event] = told().events
    return event


@cache
def written(format: str) -> str:
    return EXPORTERS[format](told(), teller("en"), Scope())


def test_json_says_the_open_interval_and_why() -> None:
    [event] = json.loads(written("json"))["events"]
    assert (event["when"]["edtf"], event["when"]["first"], event["when"]["last"], event["when"]["precision"]) == (
        "../2023-05-14",
        None,
        "2023-05-14",
        "bound",
    )
    assert event["bound"] == {"report": "r1", "why": WHY}
    assert [telling["when"] for telling in event["tellings"]] == [None]


def test_json_lines_say_the_same() -> None:
    whens = [json.loads(line).get("when") for line in written("jsonl").splitlines()]
    assert "../2023-05-14" in [when["edtf"] for when in whens if when]


def test_a_csv_row_has_no_first_day() -> None:
    [row] = csv.DictReader(io.StringIO(written("csv")))
    assert {name: row[name] for name in ("first", "last", "edtf", "when", "precision")} == {
        "first": "",
        "last": "2023-05-14",
        "edtf": "../2023-05-14",
        "when": WORDS,
        "precision": "bound",
    }
    assert set(row) == set(COLUMNS)


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_document_says_it_in_words_with_the_reason(format: str) -> None:
    text = unescape(written(format))
    assert f"{WORDS[:1].upper()}{WORDS[1:]}" in text
    assert WHY in text
    assert "only the last possible day is known, that of the report" in text
    assert "Events of which no report gives a day, placed on or before the day of their report: 1." in text
    assert 'datetime="2023-05-14"' not in text


def test_the_head_of_a_document_counts_it() -> None:
    lines = written("markdown").splitlines()
    assert {"events: 1", "bounded: 1", "undated: 0"} <= set(lines)


def test_a_calendar_has_a_journal_entry_without_a_day() -> None:
    [entry] = icalendar.Calendar.from_ical(written("ics")).subcomponents
    assert (entry.name, "DTSTART" in entry, str(entry["SUMMARY"])[: len(WORDS) + 2]) == (
        "VJOURNAL",
        False,
        f"[{WORDS}]",
    )
    assert (str(entry["X-WAQAI-EDTF"]), WHY in str(entry["DESCRIPTION"])) == ("../2023-05-14", True)


def test_a_slide_says_it_in_words() -> None:
    [slide] = json.loads(written("timelinejs"))["events"]
    assert (slide["display_date"], "end_date" in slide, WHY in slide["text"]["text"]) == (WORDS, False, True)


def test_timesketch_has_only_the_latest_possible_day() -> None:
    [line] = map(json.loads, written("timesketch").splitlines())
    assert line["timestamp_desc"] == f"Latest possible day of the event (occurrence, {WORDS})"
    assert (line["first_day"], line["last_day"], line["why"]) == ("", "2023-05-14", [WHY])


def test_markwhen_has_a_comment() -> None:
    assert f"// {WORDS}: {bounded().title} ({bounded().id})" in written("markwhen").splitlines()
    assert LEFT_OUT["markwhen"](told()) == (bounded(),)


def test_acled_has_no_event_date_and_says_so_in_its_notes() -> None:
    [row] = csv.DictReader(io.StringIO(written("acled")))
    assert {name: row[name] for name in ("event_date", "year", "time_precision", "first", "last", "notes")} == {
        "event_date": "",
        "year": "",
        "time_precision": "",
        "first": "",
        "last": "2023-05-14",
        "notes": f"{bounded().title} ({WORDS})",
    }


def test_followthemoney_has_the_end_alone() -> None:
    [entity] = [one for one in map(json.loads, written("ftm").splitlines()) if one["schema"] == "Event"]
    properties = entity["properties"]
    assert ("date" in properties, "startDate" in properties, properties["endDate"]) == (False, False, ["2023-05-14"])
    assert WHY in properties["notes"]


def test_an_annotation_has_the_interval_and_the_reason() -> None:
    [item] = json.loads(written("annotation"))["first"]["items"]
    assert "../2023-05-14" in [body.get("temporal") for body in item["body"]]
    assert WHY in [body["value"] for body in item["body"]]


def test_maps_give_it_no_beginning() -> None:
    [feature] = json.loads(written("geojson"))["features"]
    said = feature["properties"]
    assert (said["date_precision"], said["first"], said["last"], WHY in said["why"]) == (
        "bound",
        None,
        "2023-05-14",
        True,
    )
    assert (written("kml").count("<begin>"), written("kml").count("<end>2023-05-14<")) == (0, 1)


def test_every_format_was_looked_at() -> None:
    """A new format says how it tells of a bound, and gets a test here."""
    looked_at = {"json", "jsonl", "csv", "markdown", "html", "ics", "timelinejs", "timesketch", "markwhen", "acled"}
    assert {*EXPORTERS} == looked_at | {"ftm", "annotation", "geojson", "kml", "brief"}


@pytest.mark.parametrize("format", [*EXPORTERS])
def test_every_format_has_it_or_says_that_it_leaves_it_out(format: str) -> None:
    assert (bounded().title if format == "brief" else bounded().id) in written(format)
