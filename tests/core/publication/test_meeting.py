"""What a new report brings to a timeline: what is new, what joins, what contradicts."""

from __future__ import annotations

from datetime import date

from seeds.load import knowledge
from timeline_core.events.accounts import Account, account
from timeline_core.model.report import Report
from timeline_core.model.when import on
from timeline_core.publication.meeting import Meeting, Meets, meet

THERE = "On 5 May 2021 nine civilians were killed when shells hit the market of Manbij. The council met on 7 May 2021."


def told(id: str, text: str) -> Account:
    return account(Report(id, text, id.ljust(64, "0"), published=on(date(2021, 5, 9))), knowledge())


def met(text: str, *there: str) -> dict[str, Meeting]:
    """The meetings of a new report with those that are there, by their day."""
    found = meet([told("new", text)], [told(f"there-{n}", one) for n, one in enumerate(there)], knowledge())
    return {one.event.when.edtf if one.event.when else "": one for one in found}


def test_what_no_report_tells_is_new_and_its_words_are_those_of_the_new_report() -> None:
    found = met("On 3 May 2021 two barns burned near Raqqa.", THERE)
    assert [(day, one.meets) for day, one in found.items()] == [("2021-05-03", Meets.NEW)]
    assert found["2021-05-03"].piece.report == "new"
    assert found["2021-05-03"].known == ()


def test_what_a_report_tells_too_joins_its_event() -> None:
    joined = met("Nine civilians were killed on 5 May 2021 when the market of Manbij was shelled.", THERE)["2021-05-05"]
    assert joined.meets is Meets.JOINS
    assert {piece.report for piece in joined.known} == {"there-0"}
    assert joined.piece.expression is not None
    assert joined.conflicts == ()


def test_another_number_contradicts_and_both_are_told() -> None:
    found = met("Twelve civilians were killed on 5 May 2021 when shells hit the market of Manbij.", THERE)
    other = found["2021-05-05"]
    assert other.meets is Meets.CONTRADICTS
    assert [(one.field, dict(one.values)) for one in other.conflicts] == [
        ("killed", {"9": ("there-0",), "12": ("new",)})
    ]


def test_reports_that_differ_from_one_another_say_nothing_of_one_that_agrees_with_one_of_them() -> None:
    others = (THERE, THERE.replace("nine", "twelve"))
    found = met("Twelve civilians were killed on 5 May 2021 when shells hit the market of Manbij.", *others)
    assert found["2021-05-05"].meets is Meets.JOINS


def test_a_report_without_events_meets_nothing() -> None:
    assert met("A note on the timetable of the ferry.", THERE) == {}
