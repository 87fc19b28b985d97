"""Laws of deciding, over whatever people do one after the other to the events of a dossier."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.decisions.acts import Reader
from tests.core.test_derive import dossier
from timeline_core.decisions.apply import decide
from timeline_core.decisions.by_hand import ByHand, values_of
from timeline_core.model.decision import OF_NAMES, OF_STORIES, Act, Decision, Hold, Target, in_force
from timeline_core.model.event import Event
from timeline_core.model.span import Span
from timeline_core.model.when import When, place_in_order
from timeline_core.timeline import Timeline

VALUES = {
    Act.DATE: ("2023-02-11", "2022", "", "2023-02/2023-03"),
    Act.TITLE: ("A title", ""),
    Act.KIND: ("planned", "denial", ""),
    Act.ACTORS: ("isis",),
    Act.TAG: ("one", "two"),
    Act.UNTAG: ("one",),
    Act.NOTE: ("a note", ""),
}
Step = tuple[Act, int, int, int]
ACTS = [act for act in Act if act not in OF_NAMES | OF_STORIES]
"""A story changes no event; what became of the events of its sentences the story tells itself."""
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), *(st.integers(0, 60) for _ in range(3))), max_size=12)


@cache
def derived() -> Timeline:
    return dossier()


def every(told: Timeline) -> tuple[Event, ...]:
    return (*told.events, *told.undated)


def proofs(told: Timeline) -> set[tuple[str, Span]]:
    return {(piece.report, piece.span) for event in every(told) for piece in event.evidence}


def step(reader: Reader, act: Act, i: int, j: int, k: int) -> None:
    """One act of a person upon the events that he sees."""
    events = every(reader.sees)
    one, other = events[i % len(events)], events[j % len(events)]
    match act:
        case Act.UNDO:
            if reader.log:
                reader.undo(reader.log[i % len(reader.log)])
        case Act.MERGE | Act.APART | Act.DOUBT:
            reader.act(act, one, other)
        case Act.NEW:
            new(reader, i, j, k)
        case Act.SPLIT:
            long = max(events, key=lambda event: len(event.tellings)) if k % 2 else one
            reader.split(long, [long.evidence[k % len(long.evidence)]] if j % 3 else None)
        case _:
            values = VALUES.get(act, ("",))
            reader.act(act, one, values=[values[k % len(values)]])


def new(reader: Reader, i: int, j: int, k: int) -> None:
    """An event made of words of a report: of a quote that is one already, or of other words."""
    reports, events = reader.derived.reports, every(reader.derived)
    piece = events[i % len(events)].evidence[0]
    of = next(one for one in reports if one.id == piece.report)
    start, end = (piece.span.start, piece.span.end) if j % 2 else (i, i + 10 + j)
    hold = Hold(of.sha256, start, end, of.text[start:end], kind=("occurrence", "planned")[k % 2])
    when = (None, When("2023-02-11"), When("2022"))[k % 3]
    said = ByHand(f"made {j % 3}", when, "typed" if when is not None else "", "en", ("isis",))
    reader.upon(Act.NEW, Target("", (hold,)), values=values_of(said))


def done(steps: list[Step]) -> Reader:
    reader = Reader(derived())
    for one in steps:
        step(reader, *one)
    return reader


@given(STEPS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_neither_the_order_of_the_log_nor_an_act_that_stands_twice_says_anything(steps: list[Step], by: object) -> None:
    log = done(steps).log
    mixed = [*log, *log[::2]]
    by.shuffle(mixed)  # type: ignore[attr-defined]
    assert decide(derived(), mixed) == decide(derived(), log)


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_deciding_again_changes_nothing(steps: list[Step]) -> None:
    reader = done(steps)
    assert decide(reader.sees, reader.log) == reader.sees


@given(STEPS, STEPS.filter(bool))
@settings(deadline=None, max_examples=60)
def test_undoing_gives_back_exactly_what_was(before: list[Step], after: list[Step]) -> None:
    reader = done(before)
    was, count = reader.sees, len(reader.log)
    for one in after:
        step(reader, *one)
    for made in reversed(reader.log[count:]):
        reader.undo(made)
    assert reader.sees == was


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_no_evidence_is_lost_and_every_quote_is_the_text(steps: list[Step]) -> None:
    told = done(steps).sees
    assert proofs(told) >= proofs(derived())
    made = {piece for event in every(told) for one in event.tellings if one.made_by for piece in one.evidence}
    assert proofs(told) - {(piece.report, piece.span) for piece in made} <= proofs(derived())
    texts = {report.id: report.text for report in told.reports}
    pieces = [piece for event in every(told) for piece in event.evidence]
    assert all(piece.span.of(texts[piece.report]) == piece.exact for piece in pieces)


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_ids_stay_apart_and_pointers_point_to_events(steps: list[Step]) -> None:
    told = done(steps).sees
    ids = [event.id for event in every(told)]
    assert len(set(ids)) == len(ids)
    assert {id for event in every(told) for id in (*event.announces, *event.disputes)} <= set(ids)
    assert all(event.id not in (*event.announces, *event.disputes) for event in every(told))
    assert all(told.event(event.id) is not None for event in every(derived()))


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_every_act_that_holds_is_on_an_event_or_shown_as_an_orphan(steps: list[Step]) -> None:
    reader = done(steps)
    shown = {id for event in every(reader.sees) for id in event.decisions}
    shown |= {one.id for one in reader.sees.orphans}
    assert shown == {one.id for one in in_force(reader.log)}


@given(STEPS)
@settings(deadline=None, max_examples=30)
def test_events_stand_in_the_order_of_their_days(steps: list[Step]) -> None:
    whens = [event.when.order for event in done(steps).sees.events if event.when is not None]
    places = [place_in_order(first.toordinal(), last.toordinal()) for first, last in whens]
    assert places == sorted(places)


def test_a_log_of_nothing_in_force_is_no_log() -> None:
    reader = done([(Act.STAR, 0, 0, 0)])
    reader.undo(reader.log[0])
    assert decide(derived(), reader.log) == derived()
    assert decide(reader.sees, list[Decision]()) == derived()
