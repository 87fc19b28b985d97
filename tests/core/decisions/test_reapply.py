"""Acts worked out where they are, beside `decide` of the whole: the same timeline, whichever way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import founding
from tests.core.decisions.acts import Reader
from tests.core.view.test_index import FILTERS, every, patient, scanned
from timeline_core.decisions.apply import decide
from timeline_core.decisions.reapply import redecide
from timeline_core.model.decision import Act, Decision
from timeline_core.view.filter import Filter
from timeline_core.view.index.build import make_index
from timeline_core.view.index.index import Indexed

LIGHT = {
    Act.ACCEPT: (), Act.REJECT: (), Act.REOPEN: (), Act.STAR: (), Act.UNSTAR: (), Act.TAG: ("مهم",),
    Act.UNTAG: ("مهم",), Act.NOTE: ("قُتل في الرقة",), Act.TITLE: ("عنوان القارئ",), Act.ACTORS: ("isis",),
}  # fmt: skip


def whole() -> Indexed:
    timeline = founding()
    return Indexed(timeline, make_index(timeline))


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    reader = Reader(founding())
    events = every(founding())
    for _ in range(draw(st.integers(1, 5))):
        if reader.log and draw(st.integers(0, 4)) == 0:
            reader.undo(draw(st.sampled_from(reader.log)))
            continue
        act = draw(st.sampled_from(sorted(LIGHT)))
        reader.act(act, draw(st.sampled_from(events)), values=LIGHT[act])
    return reader.log


@patient
@given(logs(), FILTERS)
def test_acts_one_after_the_other_give_what_deciding_everything_gives(log: list[Decision], filter: Filter) -> None:
    derived = now = whole()
    for number in range(len(log)):
        found = redecide(derived, now, log[:number], log[: number + 1])
        assert found is not None
        now = found
        expected = decide(founding(), log[: number + 1])
        assert every(now.timeline) == every(expected)
        assert set(now.timeline.orphans) == set(expected.orphans)
        assert [*now.index.found(now.index.matches(filter))] == scanned(filter, expected)
    counts = dict(make_index(now.timeline).actors)
    assert dict(now.index.actors) == counts
    assert [now.timeline.event(one.id) for one in every(now.timeline)] == every(now.timeline)


def test_what_moves_joins_or_parts_an_event_takes_the_whole_way() -> None:
    for act, values in ((Act.DATE, ("2023-05-01", "1 May")), (Act.SPLIT, ())):
        reader = Reader(founding())
        reader.act(act, "غارة شرقي سوريا", values=values)
        assert redecide(whole(), whole(), (), reader.log) is None


def test_nothing_new_is_nothing_new() -> None:
    reader, now = Reader(founding()), whole()
    done = reader.act(Act.STAR, "غارة شرقي سوريا")
    reader.undo(done)
    assert redecide(now, now, (), reader.log) is now
