"""The proof walk, without a screen: every value leads to its words, from telling to telling."""

from __future__ import annotations

from functools import cache

import pytest

from tests.core.test_derive import dossier
from tests.core.words import report, timeline
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.index.build import make_index
from tui.i18n import speech
from tui.view import in_report, state
from tui.view.state import View
from tui.view.text.proofs import find_proof, next_telling, next_value, values
from tui.view.text.walk import Part

FIRST = report(
    "ISIS fighters attacked a prison in Hasakah on 20 January 2022. Seven guards were killed in the attack.",
    "2022-01-22", "first",
)  # fmt: skip
SECOND = report(
    "هاجم مسلحون من داعش سجنا في الحسكة في 20 كانون الثاني 2022، وقتل سبعة من الحراس.", "2022-01-23", "second"
)


def opened(told: Timeline) -> View:
    speech.use("en")
    return state.listed(View(timeline=told, index=make_index(told), loading=False))


@cache
def told() -> Timeline:
    return timeline(FIRST, SECOND)


def on(event: Event, view: View) -> View:
    return state.choose(view, event.id)


def walked(view: View) -> list[tuple[str, str]]:
    """Of each value of the event its part, and the words that are lit."""
    event, found = view.event, []
    assert event is not None
    for _ in values(event):
        view = next_value(view, 1)
        proof, report = find_proof(view), view.report
        assert proof is not None
        assert report is not None
        found.append((proof.value.part.value, " … ".join(span.of(report.text) for span in proof.spans)))
    return found


def test_every_value_of_a_telling_leads_to_its_words() -> None:
    alone = opened(timeline(FIRST))
    event = next(event for event in alone.timeline.events if "prison" in event.title)
    found = dict(walked(on(event, alone)))
    assert (found["day"], found["place"]) == ("20 January 2022", "Hasakah")
    assert found["kind"] == "attacked"
    assert found["actor"].startswith("ISIS")
    assert "even" in found["figure"]


def test_up_and_down_stop_at_the_ends() -> None:
    view = opened(timeline(FIRST))
    first = next_value(view, 1)
    assert find_proof(next_value(first, -1)) == find_proof(first)
    last = view
    for _ in range(20):
        last = next_value(last, 1)
    assert find_proof(next_value(last, 1)) == find_proof(last)


def test_right_and_left_go_from_telling_to_telling_and_round() -> None:
    view = opened(told())
    event = next(event for event in told().events if len(event.reports) == 2)
    there = next_value(on(event, view), 1)
    other = next_telling(there, 1)
    assert {there.report, other.report} == {told().report("first"), told().report("second")}
    assert find_proof(next_telling(other, 1)) == find_proof(there)
    assert "2 of 2" in other.message
    speech.use("ar")
    assert find_proof(next_telling(there, -1)) == find_proof(other)
    speech.use("en")


def test_another_quote_or_another_event_ends_the_walk() -> None:
    event = next(event for event in told().events if len(event.evidence) > 1)
    view = next_value(on(event, opened(told())), 1)
    assert find_proof(view) is not None
    assert find_proof(state.step_evidence(view, 1)) is None
    assert find_proof(in_report.back(view)) is None


@pytest.mark.parametrize("part", [Part.DAY, Part.ACTOR, Part.PLACE, Part.FIGURE])
def test_in_the_sample_dossier_every_value_has_words_of_its_own(part: Part) -> None:
    """All that a person has not decided is told by some words."""
    speech.use("en")
    view = opened(dossier())
    bare = []
    for event in (*dossier().events, *dossier().undated):
        there = on(event, view)
        for _ in values(event):
            there = next_value(there, 1)
            proof = find_proof(there)
            assert proof is not None
            dated = part is not Part.DAY or any(piece.expression for piece in event.evidence)
            if proof.value.part is part and not proof.exact and dated:
                bare.append((event.id, proof.value))
    assert bare == []
