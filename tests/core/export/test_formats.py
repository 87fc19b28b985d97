"""Every format is read by its own tool, or checked by the schema that the tool publishes; and no date is made finer."""

from __future__ import annotations

import csv
import importlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import jsonschema
import pytest

from tests.core.export import schemas
from tests.core.export.words import SCOPE, WHENS, case, decided, decision, handed, of_every_precision
from tests.core.words import teller
from timeline_core.export import EXPORTERS, LEFT_OUT
from timeline_core.export.formats.acled import time_precision
from timeline_core.export.formats.csv_table import COLUMNS
from timeline_core.export.scope import Scope
from timeline_core.model.decision import Act
from timeline_core.model.when import Mod, Precision, When
from timeline_core.timeline import Timeline

CASES = {"the founding case": case, "a person's work": decided, "every precision": of_every_precision}


@pytest.fixture(params=CASES, ids=str)
def told(request: pytest.FixtureRequest) -> Timeline:
    return CASES[request.param]()


def written(format: str, timeline: Timeline, scope: Scope = SCOPE) -> str:
    return EXPORTERS[format](timeline, teller("en"), scope)


def lines(format: str, timeline: Timeline) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(format, timeline).splitlines()]


def rows(format: str, timeline: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(format, timeline))))


@pytest.mark.parametrize("format", EXPORTERS)
def test_every_event_is_in_every_format_or_said_to_be_left_out(format: str, told: Timeline) -> None:
    out = {event.id for event in LEFT_OUT[format](told)} if format in LEFT_OUT else set()
    text = written(format, told)
    for event in (*told.events, *told.undated):
        assert (event.id in text) or (event.id in out) or format == "brief", event.id


@pytest.mark.parametrize("format", EXPORTERS)
def test_an_empty_timeline_is_a_document_too(format: str) -> None:
    empty = replace(case(), events=(), undated=())
    assert written(format, empty) or format in ("timesketch", "ftm")


@pytest.mark.parametrize("format", EXPORTERS)
def test_the_same_timeline_is_the_same_text(format: str) -> None:
    assert written(format, case()) == written(format, case())


# TimelineJS


def test_timelinejs_is_valid_and_keeps_what_is_not_known(told: Timeline) -> None:
    read = json.loads(written("timelinejs", told))
    jsonschema.validate(read, schemas.TIMELINEJS)
    by_id = {slide["unique_id"]: slide for slide in read["events"]}
    for event in told.events:
        if event.when is not None and event.when.precision is Precision.MONTH and event.when.mod is None:
            assert "day" not in by_id[event.id]["start_date"]
        if event.when is not None and event.when.precision is Precision.YEAR and event.when.mod is None:
            assert set(by_id[event.id]["start_date"]) == {"year"}


def test_timelinejs_says_the_date_in_words() -> None:
    shown = {
        slide["unique_id"]: (slide["start_date"], slide.get("end_date"), slide["display_date"])
        for slide in json.loads(written("timelinejs", of_every_precision()))["events"]
    }
    assert shown["e2"] == ({"year": 2023, "month": 2}, None, "February 2023")
    assert shown["e3"][2] == "early February 2023"
    assert shown["e6"] == ({"year": 2023}, None, "2023")
    assert shown["e7"][:2] == ({"year": 2010}, {"year": 2019})
    assert shown["e11"][2] == "Friday 10 February 2023 (about)"


# Timesketch


def test_timesketch_has_its_mandatory_fields(told: Timeline) -> None:
    for line in lines("timesketch", told):
        jsonschema.validate(line, schemas.TIMESKETCH)
        assert line["timestamp"] % 86_400_000_000 == 0


def test_timesketch_has_a_moment_for_a_known_day_and_two_for_anything_else() -> None:
    by_id: dict[str, list[dict[str, Any]]] = {}
    for line in lines("timesketch", of_every_precision()):
        by_id.setdefault(line["event_id"], []).append(line)
    assert [line["timestamp_desc"] for line in by_id["e0"]] == ["Day of the event (occurrence)"]
    assert [(line["datetime"][:10], line["timestamp_desc"]) for line in by_id["e2"]] == [
        ("2023-02-01", "Earliest possible day of the event (occurrence, February 2023)"),
        ("2023-02-28", "Latest possible day of the event (occurrence, February 2023)"),
    ]
    assert [line["timestamp_desc"].split()[0] for line in by_id["e9"]] == ["Latest"]
    assert [line["timestamp_desc"].split()[0] for line in by_id["e10"]] == ["Earliest"]
    assert len(by_id["e11"]) == 2, "about a day is not that day"


# iCalendar


def components(timeline: Timeline) -> Iterator[Any]:
    calendar: Any = icalendar.Calendar.from_ical(written("ics", timeline))
    assert not calendar.errors
    yield from calendar.subcomponents


def test_icalendar_reads_it_back(told: Timeline) -> None:
    text = written("ics", told)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found = list(components(told))
    assert [str(one["UID"]) for one in found] == [f"{event.id}@waqai" for event in (*told.events, *told.undated)]
    assert all(not one.errors and one["DTSTAMP"].dt.isoformat() == "2024-05-06T00:00:00+00:00" for one in found)


def test_icalendar_spans_every_day_that_is_possible_and_says_so() -> None:
    found = {str(one["UID"]).split("@")[0]: one for one in components(of_every_precision())}
    for number, when in enumerate(WHENS):
        one = found[f"e{number}"]
        assert str(one["X-WAQAI-EDTF"]) == when.edtf
        if one.name == "VJOURNAL":
            assert "DTSTART" not in one
            continue
        days = (one["DTSTART"].dt, one["DTEND"].dt - (date(2, 1, 2) - date(2, 1, 1)))
        assert days == when.days
        sure = when.precision is Precision.DAY and not when.approximate
        assert str(one["SUMMARY"]).startswith("[") is not sure
    assert [number for number in found if found[number].name == "VJOURNAL"] == ["e9", "e10", "e13"]


# CSV and ACLED


def test_csv_is_a_row_an_event_with_its_bounds_and_its_precision(told: Timeline) -> None:
    read = rows("csv", told)
    assert list(read[0]) == list(COLUMNS)
    assert [row["id"] for row in read] == [event.id for event in (*told.events, *told.undated)]
    for row, event in zip(read, told.events, strict=False):
        assert event.when is not None
        assert (row["edtf"], row["precision"]) == (event.when.edtf, event.when.precision.value)


def test_acled_has_acleds_columns_in_acleds_order(told: Timeline) -> None:
    read = rows("acled", told)
    assert list(read[0])[: len(schemas.ACLED)] == schemas.ACLED
    for row in read:
        assert row["time_precision"] in ("", "1", "2", "3")
        assert bool(row["event_date"]) is bool(row["time_precision"]) is bool(row["year"])
        if row["event_date"]:
            assert row["first"] <= row["event_date"] <= row["last"]


def test_acled_codes_a_day_a_week_and_a_month_and_nothing_coarser() -> None:
    coded = {
        row["event_id_cnty"]: (row["event_date"], row["time_precision"]) for row in rows("acled", of_every_precision())
    }
    assert coded["e0"] == ("2023-02-10", "1")
    assert coded["e1"] == ("2023-02-16", "2")
    assert coded["e2"] == ("2023-02-14", "3")
    assert coded["e8"] == ("2023-02-13", "3")
    assert coded["e11"] == ("2023-02-10", "2"), "about a day is not that day"
    assert {coded[f"e{number}"] for number in (4, 5, 6, 7, 9, 10)} == {("", "")}


def test_acled_takes_only_what_happened_and_says_what_it_leaves() -> None:
    told = case()
    ids = [row["event_id_cnty"] for row in rows("acled", told)]
    assert ids == ["2022-01-20--2", "2023-01-01--3", "2023-02-10--5", "undated--9"]
    assert len(LEFT_OUT["acled"](told)) == 6
    assert [row["fatalities"] for row in rows("acled", told)] == ["", "11", "", ""]


# FollowTheMoney


def test_ftm_uses_properties_that_its_schemata_have(told: Timeline) -> None:
    found = lines("ftm", told)
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for entity in found:
        assert set(entity["properties"]) <= set(schemas.FTM[entity["schema"]])
        for name in ("involved", "proof"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_ftm_itself_finds_nothing_wrong(told: Timeline) -> None:
    pytest.importorskip("followthemoney", reason="it needs ICU; pip install followthemoney==3.8.5")
    model = importlib.import_module("followthemoney").model
    for entity in lines("ftm", told):
        model.get(entity["schema"]).validate(entity)
        proxy = model.get_proxy(entity)
        for name, values in entity["properties"].items():
            assert set(proxy.get(name)) == set(values), (entity["id"], name)


def test_ftm_dates_are_as_fine_as_they_are_known() -> None:
    dated = {
        entity["properties"]["recordId"][0]: {
            k: v[0] for k, v in entity["properties"].items() if k.lower().endswith("date")
        }
        for entity in lines("ftm", of_every_precision())
        if entity["schema"] == "Event"
    }
    assert dated["e0"] == {"date": "2023-02-10"}
    assert dated["e2"] == {"date": "2023-02"}
    assert dated["e3"] == {"startDate": "2023-02-01", "endDate": "2023-02-10"}
    assert dated["e6"] == {"date": "2023"}
    assert dated["e7"] == {"startDate": "2010", "endDate": "2019"}
    assert dated["e9"] == {"endDate": "2023-02"}
    assert dated["e10"] == {"startDate": "2023-02"}


# W3C Web Annotation


def test_annotations_are_valid_and_quote_the_report(told: Timeline) -> None:
    read = json.loads(written("annotation", told))
    jsonschema.validate(read, schemas.ANNOTATION, format_checker=jsonschema.FormatChecker())
    pieces = [piece for event in (*told.events, *told.undated) for piece in event.evidence]
    items = read["first"]["items"]
    assert read["total"] == len(items) == len(pieces)
    assert len({item["id"] for item in items}) == len(items)
    for item, piece in zip(items, pieces, strict=True):
        quote, place = item["target"]["selector"]
        report = told.report(piece.report)
        assert report is not None
        assert report.text[place["start"] : place["end"]] == quote["exact"] == piece.exact


# markwhen


def test_markwhen_writes_dates_as_its_grammar_has_them() -> None:
    entries = written("markwhen", of_every_precision()).splitlines()
    for start in (
        "2023-02-10: raid of 2023-02-10",
        "2023-02-13/2023-02-19: raid of",
        "2023-02: raid of 2023-02",
        "2023-02-01/2023-02-10: raid of 2023-02 START",
        "2023-04/2023-06: raid",
        "2023-03/2023-05: raid",
        "2023: raid of 2023",
        "2010/2019: raid of 201X",
    ):
        assert any(line.startswith(start) for line in entries), start
    assert [line.split("(")[-1] for line in entries if line.startswith("// ")] == ["e9)", "e10)", "e13)"]


def test_markwhen_says_in_properties_what_it_has_no_sign_for() -> None:
    text = written("markwhen", of_every_precision())
    assert text.count("\nmod: START\n") == sum(when.mod is Mod.START for when in WHENS) == 1
    assert text.count("\napproximate: true\n") == sum(when.approximate for when in WHENS)
    assert '\nedtf: "2023-02~"\n' in text


# JSON lines


def test_jsonl_holds_reports_with_their_texts_events_and_decisions() -> None:
    told = case()
    log = (decision("d1", Act.STAR, told.events[0], told),)
    shown, scope = handed(told, log=log)
    read = [json.loads(line) for line in written("jsonl", shown, scope).splitlines()]
    kinds = [line["type"] for line in read]
    assert kinds == ["head", *["report"] * 2, *["event"] * 10, "decision"]
    assert read[0]["format"] == "waqai-lines/1"
    assert [line["text"] for line in read if line["type"] == "report"] == [report.text for report in told.reports]
    assert read[-1]["targets"][0]["holds"][0]["exact"] == told.events[0].evidence[0].exact


def test_jsonl_of_a_view_has_only_its_reports_and_the_decisions_upon_them() -> None:
    told = case()
    log = (decision("d1", Act.STAR, told.events[0], told), decision("d2", Act.STAR, told.undated[0], told))
    view = replace(told, events=(), orphans=())
    shown, scope = handed(view, log=log, query="status:draft")
    read = [json.loads(line) for line in written("jsonl", shown, scope).splitlines()]
    assert [line["id"] for line in read if line["type"] == "report"] == ["later"]
    assert [line["id"] for line in read if line["type"] == "decision"] == ["d2"]


# HTML


def test_html_marks_up_a_date_only_as_far_as_it_is_known() -> None:
    text = written("html", of_every_precision())
    assert '<time datetime="2023-02-10" data-edtf="2023-02-10">Friday 10 February 2023</time>' in text
    assert '<time datetime="2023-02" data-edtf="2023-02">February 2023</time>' in text
    assert '<time data-edtf="2023-02">Early February 2023</time>' in text
    assert '<time datetime="2023" data-edtf="2023">2023</time>' in text
    assert '<time data-edtf="../2023-02">' in text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2023-02-01/2023-02-07", 2),
        ("2023-02-01/2023-02-08", 3),
        ("2023-01-01/2023-01-31", 3),
        ("2023-01-01/2023-02-01", None),
    ],
)
def test_acled_has_a_week_of_7_days_and_a_month_of_31(value: str, code: int | None) -> None:
    assert time_precision(When(value)) == code
