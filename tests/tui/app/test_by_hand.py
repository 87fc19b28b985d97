"""Stories of an event by hand: words are chosen in the report, by keys or with the mouse, and it stands in the list."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot

from store.derived.cache import state
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.tui.screen import press, reading, seen
from timeline_core.model.decision import Act
from timeline_core.model.event import Event, Status
from timeline_core.model.report import Report
from timeline_core.model.when import When
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.commands.reader.desk import Desk
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered, Late
from tui.i18n import speech
from tui.ports.recorder import NoRecorder
from tui.ports.services import Services
from tui.view.panes import Pane
from tui.widgets.bidi_input import BidiInput
from tui.widgets.note import Note
from tui.widgets.report_pane import ReportPane

CONTEXT = Context({}, io.BytesIO(), io.StringIO(), io.StringIO(), date(2026, 1, 1))
VIGIL = "A vigil is planned for next Friday near the mill."
TEXT = f"On 3 May 2023 a barn burned in Manbij. {VIGIL} The valley was quiet.\n\nNobody was hurt."
ARABIC = "في 3 أيار 2023 احترق مخزن في منبج. ومن المقرر أن تقام أمسية يوم الجمعة المقبل قرب الطاحونة. ساد الهدوء."


class Bench:
    """The reader on a library of one report."""

    def __init__(self, folder: Path, text: str, language: str = "en") -> None:
        self.library = Library(folder)
        data = text.encode()
        one = Report("valley", text, digest(data), published=When("2023-05-10"))
        self.library.add([Original(one, data)])
        found = Gathered(Late(self.library), "", library=self.library, state=state(folder), lenient=True)
        desk = Desk(found, CONTEXT.today)
        given = {"why": desk.why, "setup": Setup(language), "services": desk.services(CONTEXT)}
        self.text, self.app = text, WaqaiApp(desk.load, "valley", "visual", **given)  # type: ignore[arg-type]

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        """Press, and wait until all that follows is done but an open form."""
        await press(pilot, *keys)
        end, quiet = monotonic() + 60, 0
        while monotonic() < end and quiet < 5:
            await pilot.pause(0.02)
            busy = [one for one in self.app.workers if not one.is_finished]
            waits = len(self.app.screen_stack) > 1 or not busy
            quiet = quiet + 1 if waits and self.app.key_queue.idle else 0

    @property
    def chosen(self) -> str:
        return self.app.query_one(ReportPane).selecting.words

    @property
    def event(self) -> Event:
        assert self.app.view.event is not None
        return self.app.view.event

    @property
    def acts(self) -> list[Act]:
        return [one.act for one in self.library.decisions.log()]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "library", TEXT)
    yield made
    made.library.decisions.close()


def field(app: WaqaiApp, name: str) -> BidiInput:
    return app.screen.query_one(f"#new-{name}", BidiInput)


async def test_words_are_chosen_as_in_vim(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "v")
        assert bench.chosen == "On"
        assert "w b words" in seen(bench.app)
        await bench.press(pilot, "w", "w")
        assert bench.chosen == "On 3 May"
        await bench.press(pilot, "b", ")")
        assert bench.chosen == "On 3 May 2023 a barn burned in Manbij."
        await bench.press(pilot, "j")
        assert bench.chosen.endswith(VIGIL)
        await bench.press(pilot, "o", ")", "w")
        assert bench.chosen == VIGIL
        await bench.press(pilot, "escape")
        assert (bench.chosen, bench.app.view.focus) == ("", Pane.REPORT)


async def test_letting_go_the_caret_moves_alone_and_then_takes_hold_again(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "v", "v", ")")
        assert bench.chosen == "A"
        await bench.press(pilot, "v", "right", "right")
        assert bench.chosen == "A vigil is"
        await bench.press(pilot, "left", "c")
        assert bench.app.clipboard == "A vigil"


async def test_the_keys_mean_what_they_always_do_while_nothing_is_chosen(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "w")
        assert bench.app.view.filter
        await bench.press(pilot, "w", "v", "w", "escape", "escape")
        assert not bench.app.view.filter
        assert bench.app.view.focus is Pane.TIMELINE


async def test_chosen_words_become_an_event_with_the_date_that_is_read_in_them(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "v", "v", ")", "v", ")", "I")
        assert field(bench.app, "title").value == VIGIL.rstrip(".")
        assert "Friday 12 May 2023" in seen(bench.app)
        assert "«next Friday» → the next Friday" in seen(bench.app)
        assert field(bench.app, "kind").value == "planned"
        await bench.press(pilot, "enter")
        assert bench.acts == [Act.NEW]
        assert (bench.event.title, bench.event.status) == (VIGIL.rstrip("."), Status.EDITED)
        assert bench.event.by_hand
        assert "the event is made" in seen(bench.app)
        assert bench.chosen == ""


async def test_it_is_edited_starred_rejected_and_undone(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "v", "v", ")", "v", ")", "enter")
        await bench.press(pilot, "enter")
        made = bench.event.id
        await bench.press(pilot, "s")
        assert bench.event.starred
        await bench.press(pilot, "e")
        await bench.press(pilot, *"Candles", "down", *"14 May 2023", "enter")
        assert (bench.event.id, bench.event.title, bench.event.dated) == (made, "Candles", "14 May 2023")
        assert "the date was set by a person: «14 May 2023»" in seen(bench.app)
        await bench.press(pilot, "x")
        assert bench.app.view.count == 1
        await bench.press(pilot, "u", "u", "u", "u", "u")
        assert bench.app.view.total == 1
        await bench.press(pilot, "ctrl+r")
        assert bench.app.view.total == 2


async def test_without_a_choice_it_begins_with_a_sentence_and_a_typed_date_counts_from_the_report(
    bench: Bench,
) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "I")
        assert (bench.chosen, bench.app.view.focus) == ("On 3 May 2023 a barn burned in Manbij.", Pane.REPORT)
        await bench.press(pilot, "v", ")", ")", "v", ")", "I")
        assert bench.chosen == "The valley was quiet."
        assert "no date is read in the words" in seen(bench.app)
        await bench.press(pilot, "down", *"yesterday")
        assert "Tuesday 9 May 2023" in seen(bench.app)
        await bench.press(pilot, "enter")
        assert (bench.event.title, bench.event.dated) == ("The valley was quiet", "yesterday")


async def test_what_is_no_date_is_told_and_nothing_is_kept(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "I", "I", "down", *"soon", "enter")
        assert "not a date: «soon»" in seen(bench.app)
        assert len(bench.app.screen_stack) == 2
        await bench.press(pilot, "escape")
        assert (bench.acts, len(bench.app.screen_stack)) == ([], 1)


async def test_what_the_mouse_has_selected_becomes_an_event(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        pane = bench.app.query_one(ReportPane)
        start = TEXT.index("Nobody")
        line = pane.lead + pane.text.line_of(start) - pane.top
        await pilot.click(ReportPane, offset=(2, line), times=3)
        assert bench.chosen == "Nobody was hurt."
        await bench.press(pilot, "I", "enter")
        assert (bench.event.title, bench.event.evidence[0].exact) == ("Nobody was hurt", "Nobody was hurt.")


async def test_in_arabic_the_arrows_follow_the_line_and_the_form_speaks_arabic(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "library", ARABIC, "ar")
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "enter", "ر", "left")
        assert bench.chosen == "في 3"
        await bench.press(pilot, "right", "ر", ")", "ر", ")", "÷")
        assert str(bench.app.screen.query_one("#said-date", Note).text).startswith("الجمعة 12 أيار 2023")
        assert field(bench.app, "title").value.startswith("ومن المقرر")
        await bench.press(pilot, "enter")
        assert speech.say("made by a person") == "أضافه مراجع"
        assert bench.event.when == When("2023-05-12")
    bench.library.decisions.close()


async def test_where_nothing_can_be_kept_no_words_are_asked_for(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        app.services = Services(recorder=NoRecorder("the disk is full"))
        await press(pilot, "I")
        assert "the disk is full" in seen(app)
