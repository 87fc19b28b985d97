"""No report can stop the reading of another: what breaks is told with its step and place, and set aside."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.core.words import known, report
from timeline_core import derive as whole
from timeline_core.derive import derive, join_accounts
from timeline_core.events import accounts
from timeline_core.events.accounts import Account
from timeline_core.events.report_reading import Reading
from timeline_core.knowledge import Knowledge
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

GOOD = report("قتل خمسة مسلحين في غارة على تدمر يوم 10 أيار.", "2023-05-20", "good")
BAD = report("قتل جندي في غارة على حمص يوم 11 أيار.", "2023-05-20", "bad")
OTHER = report("اعتقلت الشرطة ثلاثة رجال في حلب يوم 12 أيار.", "2023-05-20", "other")


def breaking(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """That function of `events.accounts` breaks for the bad report."""
    kept = getattr(accounts, name)

    def broken(first: object, *rest: object) -> object:
        told = first.report if isinstance(first, Reading) else first
        text = told.text if isinstance(told, Report) else told
        if text == BAD.text:
            raise KeyError("day")
        return kept(first, *rest)

    monkeypatch.setattr(accounts, name, broken)


@pytest.mark.parametrize("name", ["languages_of", "find_names", "extract", "sketch_of"])
def test_a_report_that_breaks_a_step_is_set_aside_and_the_others_go_on(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(name, monkeypatch)
    told = derive([GOOD, BAD, OTHER], known())
    assert told.faults.keys() == {"bad"}
    assert told.faults["bad"].error == "KeyError: 'day'"
    assert {id for event in told.events for id in event.reports} == {"good", "other"}
    kept = told.report("bad")
    assert kept is not None
    assert kept.text == BAD.text
    assert told.published["bad"].when == BAD.published


def test_a_report_that_breaks_the_joining_is_found_and_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = whole._joined

    def broken(read: Sequence[Account], known: Knowledge) -> Timeline:
        if any(one.report.id == "bad" and one.drafts for one in read):
            raise ZeroDivisionError("integer division")
        return kept(read, known)

    monkeypatch.setattr(whole, "_joined", broken)
    told = derive([GOOD, BAD, OTHER], known())
    assert {id: fault.error for id, fault in told.faults.items()} == {"bad": "ZeroDivisionError: integer division"}
    assert {id for event in told.events for id in event.reports} == {"good", "other"}


def test_two_reports_that_break_only_together_cost_one_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = whole._joined

    def broken(read: Sequence[Account], known: Knowledge) -> Timeline:
        if {"good", "other"} <= {one.report.id for one in read if one.drafts}:
            raise ValueError("both")
        return kept(read, known)

    monkeypatch.setattr(whole, "_joined", broken)
    told = join_accounts([accounts.account(one, known()) for one in (GOOD, BAD, OTHER)], known())
    assert len(told.faults) == 1
    assert told.faults.keys() <= {"good", "other"}
    assert "bad" in {id for event in told.events for id in event.reports}


def test_a_fault_names_the_innermost_room_of_the_core_and_the_line() -> None:
    from timeline_core.model.when import When

    fault = guard(lambda: When("no day"))
    assert isinstance(fault, Fault)
    assert fault.step == "model"
    assert fault.place.startswith("timeline_core.model.")
    assert fault.place.rpartition(":")[2].isdecimal()


def test_what_gives_a_value_is_no_fault_and_leaving_is_none_either() -> None:
    assert guard(lambda: 3) == 3

    def leave() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard(leave)


@pytest.mark.parametrize(("text", "day"), [("the last Easter", "0001-01-01"), ("next Easter", "9999-12-31")])
def test_a_feast_beyond_the_calendar_is_no_date_and_no_fault(text: str, day: str) -> None:
    told = accounts.account(report(text, day, lang="en"), known())
    assert told.fault is None
    assert not [draft for draft in told.drafts if draft.when is not None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 3 May 2023 his half-brother was arrested.", "2023-05-03"),
        ("في آخر يوم من عام 2024 قتل ثلاثة جنود.", "2024-12-31"),
    ],
)
def test_two_sentences_that_once_ended_every_list_are_read(text: str, day: str) -> None:
    told = derive([report(text, None, "one")], known())
    assert not told.faults
    assert [event.when.edtf for event in told.events if event.when] == [day]
