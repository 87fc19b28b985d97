"""An event is what its tellings say, and can be made of them again."""

from dataclasses import replace
from datetime import date

import pytest

from seeds.load import language_data
from tests.core.test_derive import dossier
from tests.core.words import phrasing, report, timeline
from timeline_core.merge.event_of import Rank, make_event, order_of
from timeline_core.model.event import Event, Kind

PLAN = report("The army will reopen the bridge of Raqqa on May 10.", "2023-05-02", "plan")
DONE = report("The army reopened the bridge of Raqqa on May 10.", "2023-05-12", "done")


def bare(event: Event) -> Event:
    """Without what other events give it: a number behind its id, and what it points to."""
    return replace(event, id="", announces=(), disputes=())


def test_every_event_is_made_of_its_tellings() -> None:
    told = dossier()
    order = order_of(told.reports, told.published)
    events = (*told.events, *told.undated)
    assert [bare(make_event(event.tellings, order)) for event in events] == [bare(event) for event in events]
    assert max(len(event.tellings) for event in events) > 3


def test_what_was_planned_has_happened_when_another_report_tells_so() -> None:
    [planned], [done] = (timeline(one).events for one in (PLAN, DONE))
    assert (planned.kind, done.kind) == (Kind.PLANNED, Kind.OCCURRENCE)
    order = {"plan": Rank(date(2023, 5, 2), "a", date(2023, 5, 2)), "done": Rank(date(2023, 5, 12), "b", date.max)}
    assert make_event((*planned.tellings, *done.tellings), order).kind is Kind.OCCURRENCE


def test_the_title_is_in_the_language_of_most_tellings() -> None:
    texts = (
        "The army reopened the bridge of Raqqa on May 10.",
        "The bridge of Raqqa was reopened by the army on May 10.",
    )
    arabic = report("افتتح الجيش جسر الرقة يوم 10 أيار.", "2023-05-12", "arabic")
    given = [report(text, "2023-05-12", str(n)) for n, text in enumerate(texts)]
    told = {one.id: timeline(one).events[0].tellings[0] for one in (*given, arabic)}
    rank = {id: Rank(date(2023, 5, 12), id, date(2023, 5, 12)) for id in told}
    assert make_event([told["0"], told["1"], told["arabic"]], rank).lang == "en"
    assert make_event([told["0"], told["arabic"]], rank).lang == "ar"


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_concept_has_a_name_for_the_reader(code: str) -> None:
    events = language_data(code)["events"]
    assert isinstance(events, dict)
    assert set(phrasing(code).topics.names) == set(events["concept"]) | set(events["thing"])
