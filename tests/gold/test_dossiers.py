"""The dossiers against what a careful analyst draws from them, and laws that hold for any of their reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest

from seeds.load import report_paths
from tests.core.test_derive import read
from tests.core.words import known, timeline
from timeline_core.events.accounts import expressions
from timeline_core.events.accounts import read as dated
from timeline_core.events.date_verdicts import date_verdicts
from timeline_core.merge.conflicts import find_conflicts
from timeline_core.model.event import Event
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

HERE = Path(__file__).parent
DOSSIERS = tuple(sorted(path.parent.name for path in HERE.glob("*/gold.json")))
Gold = Mapping[str, Any]


@cache
def gold(dossier: str) -> Mapping[str, Gold]:
    found: Mapping[str, Gold] = json.loads((HERE / dossier / "gold.json").read_text("utf-8"))["events"]
    return found


@cache
def reports(dossier: str) -> tuple[Report, ...]:
    return tuple(map(read, sorted((HERE / dossier).glob("*.md"))))


@cache
def told(dossier: str) -> Timeline:
    return timeline(*reports(dossier))


def every(found: Timeline) -> tuple[Event, ...]:
    return (*found.events, *found.undated)


def says(event: Event, report: str, words: str) -> bool:
    """Whether a quote of the report has these words, or lies in them."""
    quotes = (piece.exact for piece in event.evidence if piece.report == report)
    return any(words in quote or quote in words for quote in quotes)


def matched(dossier: str, name: str) -> list[Event]:
    """The events of that kind that some words of the gold event prove."""
    wanted = gold(dossier)[name]
    return [
        event
        for event in every(told(dossier))
        if event.kind.value == wanted["kind"]
        and any(says(event, report, words) for report, words in wanted["told"].items())
        and (event.when is not None and event.when.edtf == wanted["when"])
    ]


def faults(dossier: str, name: str) -> Iterator[str]:
    """Each aspect in which the program differs from the gold."""
    wanted, found = gold(dossier)[name], matched(dossier, name)
    if len(found) != 1:
        yield "event"
        return
    [event] = found
    if not all(says(event, report, words) for report, words in wanted["told"].items()):
        yield "told"
    if set(event.reports) - set(wanted["told"]):
        yield "too much"
    for pointer in ("announces", "disputes"):
        targets = {one.id for target in wanted.get(pointer, ()) for one in matched(dossier, target)}
        if set(getattr(event, pointer)) != targets:
            yield pointer
    yield from _unshown(event, wanted, told(dossier))


def _unshown(event: Event, wanted: Gold, found: Timeline) -> Iterator[str]:
    shown = {one.field: {value: list(ids) for value, ids in one.values} for one in find_conflicts(event, found.names)}
    for field, values in wanted.get("conflicts", {}).items():
        if {value: sorted(ids) for value, ids in shown.pop(field, {}).items()} != {
            value: sorted(ids) for value, ids in values.items()
        }:
            yield f"conflict of {field}"
    yield from (f"no conflict of {field}" for field in shown)
    if "sources" in wanted and len(found.sources(event)) != wanted["sources"]:
        yield "sources"


@pytest.mark.parametrize("dossier, name", [(dossier, name) for dossier in DOSSIERS for name in gold(dossier)])
def test_every_happening_is_told_once_with_all_that_proves_it(dossier: str, name: str) -> None:
    assert list(faults(dossier, name)) == list(gold(dossier)[name].get("missed", {}))


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_nothing_else_is_told(dossier: str) -> None:
    expected = {event.id for name in gold(dossier) for event in matched(dossier, name)}
    spurious = [event.title for event in every(told(dossier)) if event.id not in expected]
    listed = json.loads((HERE / dossier / "gold.json").read_text("utf-8")).get("spurious", {})
    assert sorted(spurious) == sorted(listed)


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_the_order_of_the_reports_changes_nothing(dossier: str) -> None:
    for mixed in permutations(reports(dossier)):
        assert timeline(*mixed).events == told(dossier).events


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_report_more_loses_no_evidence(dossier: str) -> None:
    whole = {(piece.report, piece.span) for event in every(told(dossier)) for piece in event.evidence}
    for count in (1, 2):
        for some in combinations(reports(dossier), count):
            part = {(piece.report, piece.span) for event in every(timeline(*some)) for piece in event.evidence}
            assert part <= whole


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_every_quote_is_the_text_at_its_place(dossier: str) -> None:
    texts = {report.id: report.text for report in reports(dossier)}
    for event in every(told(dossier)):
        assert all(piece.span.of(texts[piece.report]) == piece.exact for piece in event.evidence)


def test_the_dossiers_are_of_several_countries_and_languages() -> None:
    assert len(DOSSIERS) >= 3
    assert all({report.lang or "" for report in told(dossier).reports} == {"ar", "en"} for dossier in DOSSIERS)
    assert known().gazetteer


def test_every_date_of_every_report_ends_in_one_verdict() -> None:
    """Of the sample and of all dossiers; what is told as an event, and what is told as none, names its rule."""
    seen = 0
    for one in (*map(read, report_paths()), *(one for dossier in DOSSIERS for one in reports(dossier))):
        found = dated(one, known())
        told = date_verdicts(one, found.published, known())
        assert [date.expression.span for date in told] == [date.span for date in expressions(found, known())], one.id
        assert [date for date in told if not (date.verdict.rule or date.verdict.limit)] == [], one.id
        seen += len(told)
    assert seen > 50
