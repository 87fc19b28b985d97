"""Stories of the questions which events are one: what is pressed, what stands on the screen, what is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event

import pytest

from tests.builders import founding
from tests.tui.screen import press, reading, seen, settled, styles_of
from timeline_core.decisions.event_pair import EventPair
from timeline_core.decisions.news import Change, Item
from timeline_core.model.decision import Act, Decision, Target
from timeline_core.model.event import Event as Happening
from timeline_core.model.event import Likeness
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.ports.recorder import NoRecorder
from tui.ports.services import Services


class Recording(NoRecorder):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__("")
        self.said: list[tuple[Act, tuple[str, ...]]] = []
        self.derived = 0

    def record(self, act: Act, events: Sequence[Happening], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        assert not words
        self.said.append((act, tuple(event.id for event in events)))
        return ()

    def undo(self) -> Decision | None:
        self.said.pop()
        return None

    def timeline(self) -> Timeline:
        self.derived += 1
        return founding()


def pair(one: Happening, other: Happening, *, unsure: bool = False) -> EventPair:
    shared = Likeness(1.9, ("class", "place", "other number"))
    return EventPair(one, other, shared, (one.evidence[0], other.evidence[0]), unsure)


def pairs() -> list[EventPair]:
    first, second, third, *_ = founding().events
    twin = replace(first, id="twin", title="The twin of the first")
    return [pair(first, twin), pair(second, third), pair(first, third, unsure=True)]


@pytest.fixture
def recording() -> Recording:
    return Recording()


def app(recording: NoRecorder, language: str = "en") -> WaqaiApp:
    services = Services(recorder=recording, event_pairs=pairs, weighed=lambda found: f"likeness {found.total}")
    return WaqaiApp(founding, "sample dossier", "visual", services=services, setup=Setup(language=language))


@pytest.mark.parametrize("keys", [("s", "d"), ("س", "ي")])
async def test_pairs_are_answered_one_behind_the_other(recording: Recording, keys: tuple[str, ...]) -> None:
    reader = app(recording)
    first, second, third = (one.id for one in founding().events[:3])
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        assert "2 pairs to answer" in seen(reader)
        assert "likeness 1.9" in seen(reader)
        await press(pilot, keys[0])
        assert recording.said == [(Act.MERGE, (first, "twin"))]
        await press(pilot, keys[1])
        assert recording.said[-1] == (Act.APART, (second, third))
        assert "all are answered" in seen(reader)
        await press(pilot, "u")
        assert len(recording.said) == 1
        assert "1 pair to answer" in seen(reader)
        await press(pilot, "?")
        assert recording.said[-1] == (Act.DOUBT, (second, third))
        assert recording.derived == 0
        await press(pilot, "escape")
        await settled(reader, pilot)
        assert recording.derived == 1, "the timeline follows once all is said"


@pytest.mark.parametrize(("key", "turned"), [("1", False), ("2", True), ("٢", True)])
async def test_where_days_differ_it_asks_which_holds(recording: Recording, key: str, turned: bool) -> None:
    reader = app(recording)
    _, second, third = (one.id for one in founding().events[:3])
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        await press(pilot, "j", "s")
        assert "Which day holds?" in seen(reader)
        assert recording.said == []
        await press(pilot, key)
        assert recording.said == [(Act.MERGE, (third, second) if turned else (second, third))]


async def test_the_question_which_day_holds_is_left_by_going_on(recording: Recording) -> None:
    reader = app(recording)
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        await press(pilot, "j", "s", "k", "1")
        assert recording.said == []
        assert "Which day holds?" not in seen(reader)


async def test_what_is_shared_is_underlined_and_what_differs_is_marked(recording: Recording) -> None:
    reader = app(recording)
    async with reading(reader, (120, 40)) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        assert any(style.underline for style in styles_of(reader, "2021"))
        await press(pilot, "j")
        assert seen(reader).count("Figures") + seen(reader).count("Who") > 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_it_fits_the_screen(recording: Recording, size: tuple[int, int], language: str) -> None:
    reader = app(recording, language)
    async with reading(reader, size) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        drawn = seen(reader)
        assert ("Esc close" in drawn) if language == "en" else ("Esc" in drawn)
        await press(pilot, "escape")


async def test_keys_work_while_the_pairs_are_looked_for(recording: Recording) -> None:
    """The search holds until it is let go, as it does beside a busy process; the list moves meanwhile."""
    go_on = Event()

    def looked_for() -> list[EventPair]:
        go_on.wait(30)
        return pairs()

    reader = WaqaiApp(founding, bidi="visual", services=Services(recorder=recording, event_pairs=looked_for))
    async with reading(reader) as pilot:
        before = reader.view.chosen
        await press(pilot, "=", "j")
        await settled(reader, pilot)
        try:
            assert reader.view.chosen != before
        finally:
            go_on.set()
        while len(reader.screen_stack) == 1:
            await pilot.pause(0.01)
        await settled(reader, pilot)
        assert "2 pairs to answer" in seen(reader)


async def test_thirty_questions_are_decided_by_keys_alone(recording: Recording) -> None:
    events = founding().events
    asked = [pair(events[n % 5], replace(events[n % 5], id=f"twin {n}")) for n in range(30)]
    reader = WaqaiApp(founding, bidi="visual", services=Services(recorder=recording, event_pairs=lambda: asked))
    said = {"s": Act.MERGE, "d": Act.APART, "?": Act.DOUBT}
    keys = ["sd?"[n % 3] for n in range(30)]
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        await press(pilot, *keys)
        await settled(reader, pilot)
        assert recording.said == [(said[key], (one.one.id, one.other.id)) for key, one in zip(keys, asked, strict=True)]
        assert "all are answered" in seen(reader)


async def test_without_a_pair_it_says_so(recording: Recording) -> None:
    reader = WaqaiApp(founding, bidi="visual", services=Services(recorder=recording))
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        assert "no two events may be one" in seen(reader)
        await press(pilot, "s", "u", "1", "escape")
        assert recording.said == []


async def test_what_cannot_be_kept_is_told() -> None:
    reader = app(NoRecorder("not kept: no library"))
    async with reading(reader) as pilot:
        await press(pilot, "=")
        await settled(reader, pilot)
        await press(pilot, "s")
        assert "not kept: no library" in seen(reader)
        assert "2 pairs to answer" not in seen(reader)


def changed() -> tuple[str, list[Item]]:
    first, second, *_ = founding().events
    return "2023-05-12T08:30:00Z", [
        Item(Change.EVENT, second),
        Item(Change.MOVED, first, before="2021"),
        Item(Change.LOST, decision=Decision("1", Act.STAR, "", "lina", (Target("x", (), "A market"),))),
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_what_is_new_is_listed_and_enter_goes_there(size: tuple[int, int], language: str) -> None:
    seen_by: list[bool] = []
    services = Services(news=changed, seen=lambda: seen_by.append(True))
    reader = WaqaiApp(founding, bidi="visual", services=services, setup=Setup(language=language))
    async with reading(reader, size) as pilot:
        await press(pilot, "W")
        await settled(reader, pilot)
        if language == "en":
            assert "3 things are new · since 2023-05-12 08:30 UTC" in seen(reader)
            assert "decision lost" in seen(reader)
            assert "A market" in seen(reader)
        await press(pilot, "enter")
        await settled(reader, pilot)
        assert reader.view.chosen == founding().events[1].id
        await press(pilot, "W")
        await settled(reader, pilot)
        await press(pilot, "s")
        assert seen_by == [True]


async def test_where_nothing_is_new_it_says_since_when() -> None:
    reader = WaqaiApp(founding, bidi="visual", services=Services(news=lambda: ("2023-05-12T08:30:00Z", ())))
    async with reading(reader) as pilot:
        await press(pilot, "W")
        await settled(reader, pilot)
        assert "nothing is new since 2023-05-12 08:30 UTC" in seen(reader)
        await press(pilot, "j", "enter")
