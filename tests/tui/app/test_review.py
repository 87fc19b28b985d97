"""Stories of reviewing: what is pressed, what stands on the screen, and what a library then holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seeds.load import knowledge, report_paths
from store.disk.errors import LibraryError
from store.disk.lock import DECISIONS, held
from store.intake.read import take
from store.reports.library import Library
from store.reports.original import Original
from tests.builders import founding
from tests.tui.screen import press, reading, seen, settled
from timeline_core.decisions.apply import decide
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Kind, Status
from timeline_core.timeline import Timeline
from timeline_core.view.typed_date import typed_date
from tui.app.app import WaqaiApp
from tui.commands.reader.library_recorder import LibraryRecorder
from tui.commands.shared.decision_words import Table
from tui.ports.recorder import NoRecorder, NotKeptError
from tui.ports.services import Services

RAID, SAID = "2023-02-10--5", "2023-02-15--6"
TODAY = date(2023, 3, 1)


class Bench:
    """The reader on the founding case, with decisions kept in a library of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with Library(folder) as library:
            library.add(one for one in take([str(path) for path in report_paths()[:1]]) if isinstance(one, Original))
        self.decisions = Library(folder).decisions
        self.whole = founding()
        recorder = LibraryRecorder(self.decisions, self.table, "lina", self.decided)
        languages = tuple(knowledge().languages.values())
        services = Services(recorder=recorder, edtf=lambda said: typed_date(said, TODAY, languages))
        self.app = WaqaiApp(lambda: decide(self.whole, self.decisions.log()), "x", "visual", services=services)

    def table(self) -> Table:
        return Table(self.whole, knowledge(), TODAY)

    def decided(self, log: tuple[Decision, ...]) -> Timeline:
        self.whole = decide(self.whole, log)
        return self.whole

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        """Press, and wait until what was decided is applied."""
        await press(pilot, *keys)
        await self.app.workers.wait_for_complete()
        await pilot.pause()

    @property
    def acts(self) -> list[tuple[Act, tuple[str, ...]]]:
        return [(one.act, one.values) for one in self.decisions.log()]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "library")
    yield made
    made.decisions.close()


def status(app: WaqaiApp, id: str) -> Status:
    event = app.view.named(id)
    assert event is not None
    return event.status


async def test_drafts_are_accepted_and_rejected_one_key_each(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        first, second, third = (app.view.listing.events[place].id for place in range(3))
        await bench.press(pilot, "y")
        assert app.view.chosen == second
        assert "1 event accepted" in seen(app)
        await bench.press(pilot, "x")
        assert app.view.chosen == third
        assert "2 of 10 reviewed" in seen(app)
        assert (status(app, first), status(app, second)) == (Status.ACCEPTED, Status.REJECTED)
        assert second not in app.view.listing.at


async def test_the_next_draft_is_found_past_what_is_reviewed(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        first = app.view.chosen
        await bench.press(pilot, "y", "g", "r")
        assert app.view.chosen != first
        assert status(app, app.view.chosen) is Status.DRAFT
        await bench.press(pilot, "*", "y")
        await bench.press(pilot, "r")
        assert "everything that is shown here is reviewed" in seen(app)


async def test_what_is_marked_is_seen_at_once_and_what_is_not_any_more_too(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        await bench.press(pilot, "*")
        assert seen(app).count("■") == app.view.count
        await bench.press(pilot, "*")
        assert "■" not in seen(app)


async def test_what_was_accepted_goes_back_to_a_draft_by_the_same_key(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        first = app.view.chosen
        await bench.press(pilot, "y")
        await bench.press(pilot, "g", "y")
        assert status(app, first) is Status.DRAFT


async def test_undo_and_redo_go_to_the_event_and_say_what_it_was(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        first = app.view.chosen
        await bench.press(pilot, "y")
        await bench.press(pilot, "u")
        assert (app.view.chosen, status(app, first)) == (first, Status.DRAFT)
        assert "undone: acceptance" in seen(app)
        await bench.press(pilot, "ctrl+r")
        assert status(app, first) is Status.ACCEPTED
        await bench.press(pilot, "u")
        await bench.press(pilot, "u")
        assert "nothing to take back" in seen(app)


async def test_marked_events_are_decided_at_once(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        ids = [event.id for event in app.view.listing.events[:3]]
        await press(pilot, "space", "space", "space")
        assert "3 marked" in seen(app)
        await bench.press(pilot, "y")
        assert [status(app, id) for id in ids] == [Status.ACCEPTED] * 3
        assert "3 events accepted" in seen(app)
        assert not app.view.marked


async def test_v_marks_all_from_the_nearest_mark_to_here(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        ids = [event.id for event in app.view.listing.events]
        await press(pilot, "j", "v")
        assert "press v once more" in seen(app)
        assert app.view.marked == {ids[1]}
        await press(pilot, "j", "j", "v")
        assert app.view.marked == {*ids[1:4]}
        await press(pilot, "j", "j", "space", "k", "k", "v")
        assert app.view.marked == {*ids[1:6]}
        await press(pilot, "g", "v")
        assert app.view.marked == {*ids[:6]}


async def test_a_date_is_corrected_in_any_words_with_the_machines_beside_it(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        await press(pilot, *"jjjj", "e", "down", *"11 شباط 2023")
        assert "Saturday 11 February 2023" in seen(app)
        await bench.press(pilot, "enter")
        event = app.view.event
        assert event is not None
        assert (event.when and event.when.edtf, event.machine and event.machine.when and event.machine.when.edtf) == (
            "2023-02-11",
            "2023-02-10",
        )
        assert "Machine" in seen(app)
        assert "Friday 10 February 2023" in seen(app)
        assert bench.acts == [(Act.DATE, ("2023-02-11", "11 شباط 2023"))]


async def test_a_date_that_cannot_be_read_keeps_the_form_open(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        await press(pilot, "e", "down", *"zebra", "enter")
        assert "not a date: «zebra»" in seen(app)
        await bench.press(pilot, "escape")
        assert bench.acts == []


async def test_title_actors_and_kind_are_corrected_in_one_form(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        await press(pilot, *"jjjj", "e", *"raid", "down", "down", *"sdf", "down")
        await bench.press(pilot, *"planned", "enter")
        event = app.view.event
        assert event is not None
        assert (event.title, event.actors, event.kind) == ("raid", ("sdf",), Kind.PLANNED)


async def test_star_tag_and_note_are_seen_in_list_and_event(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        await bench.press(pilot, *"jjjj", "s")
        await bench.press(pilot, "t", *"check, gulf", "enter")
        await bench.press(pilot, "A", *"ask Reem", "enter")
        drawn = seen(app)
        assert "#check · #gulf" in drawn
        assert "ask Reem" in drawn
        assert "★›" in drawn
        await bench.press(pilot, "t", *"-gulf", "enter")
        event = app.view.event
        assert event is not None
        assert event.tags == ("check",)


async def test_the_marked_events_become_this_one_and_are_split_again(bench: Bench) -> None:
    async with reading(app := bench.app) as pilot:
        count = app.view.count
        await press(pilot, "G", "space", "g", *"jjjj")
        await bench.press(pilot, "m")
        assert app.view.count == count - 1
        event = app.view.event
        assert event is not None
        assert len(event.evidence) == 4
        await bench.press(pilot, ">", ">", ">", "M")
        assert app.view.count == count


async def test_without_a_mark_there_is_nothing_to_join(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "m")
        assert "first mark with Space" in seen(bench.app)
        assert bench.acts == []


async def test_a_quote_alone_cannot_be_split(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "M")
        assert "one quote alone cannot be split" in seen(bench.app)


async def test_a_person_finds_his_work_again(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, "y")
        first = bench.app.view.listing.events[0].id
    async with reading(app := Bench(bench.decisions._folder).app):
        assert status(app, first) is Status.ACCEPTED


async def test_reports_without_a_library_say_where_it_would_be_kept() -> None:
    services = Services(recorder=NoRecorder("not kept: there is no library at /x"))
    async with reading(app := WaqaiApp(founding, bidi="visual", services=services)) as pilot:
        for key in ("y", "x", "s", "u"):
            await press(pilot, key)
            assert "not kept: there is no library at /x" in seen(app)


@pytest.mark.parametrize("keys", [("غ",), ("ء",), ("س",)], ids=["y", "x", "s"])
async def test_the_arabic_layout_reviews_too(bench: Bench, keys: tuple[str, ...]) -> None:
    async with reading(bench.app) as pilot:
        await bench.press(pilot, *keys)
        assert len(bench.acts) == 1


async def test_what_another_window_decides_is_shown(bench: Bench, tmp_path: Path) -> None:
    """No key is pressed here: the reader looks by itself now and then; once there is nothing new it does nothing."""
    async with reading(app := bench.app) as pilot:
        first = app.view.chosen
        event = app.view.named(first)
        assert event is not None
        other = Library(tmp_path / "library").decisions
        other.record_all([bench.table().draft(event, Act.ACCEPT, (), "sami")])
        app.review.look()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert status(app, first) is Status.ACCEPTED
        assert app.view.chosen == first
        assert not app.services.recorder.news()


async def test_a_note_that_cannot_be_kept_stays_in_the_prompt(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, or another process holds the decisions: what was typed is there, and Enter tries again."""

    def refuses(*_: object) -> None:
        raise LibraryError(Path("decisions.journal"), "the disk is full", "free some space")

    async with reading(app := bench.app) as pilot:
        await press(pilot, *"jjjj", "A", *"ask Reem")
        with monkeypatch.context() as full:
            full.setattr(bench.decisions, "record_all", refuses)
            await press(pilot, "enter")
            await settled(app, pilot)
            assert "ask Reem" in seen(app)
            assert "the disk is full; free some space" in seen(app)
        await bench.press(pilot, "enter")
        assert bench.acts == [(Act.NOTE, ("ask Reem",))]


async def test_a_note_half_typed_is_there_again(bench: Bench) -> None:
    """As when the window was closed meanwhile: what is typed is kept at each key."""
    drafts: dict[str, str] = {}

    def drafted(key: str, text: str | None) -> str:
        if text is not None:
            drafts[key] = text
        return drafts.get(key, "")

    bench.app.services = replace(bench.app.services, drafted=drafted)
    async with reading(bench.app) as pilot:
        await press(pilot, *"jjjj", "A", *"ask")
    assert [*drafts.values()] == ["ask"]
    later = Bench(Path(bench.folder) / "again")
    later.app.services = replace(later.app.services, drafted=drafted)
    async with reading(later.app) as pilot:
        await press(pilot, *"jjjj", "A")
        assert "typed before" in seen(later.app)
        await later.press(pilot, *" Reem", "enter")
        assert later.acts == [(Act.NOTE, ("ask Reem",))]
    assert [*drafts.values()] == [""]


async def test_a_key_does_not_freeze_while_another_process_holds_the_decisions(bench: Bench) -> None:
    bench.decisions.wait(0.05)
    async with reading(app := bench.app) as pilot:
        with held(bench.folder, DECISIONS, 1.0):
            await bench.press(pilot, "s")
            assert "another Waqai has been writing" in seen(app)
        await bench.press(pilot, "s")
        assert bench.acts == [(Act.STAR, ())]


async def test_the_lens_marks_doubts_and_walks_them_until_they_are_accepted(bench: Bench) -> None:
    async with reading(bench.app) as pilot:
        await press(pilot, "D")
        before = seen(bench.app)
        assert " safe" in before
        assert "are in doubt; r goes to the next" in before
        await press(pilot, "r")
        first = bench.app.view.chosen
        assert "Doubt" in seen(bench.app)
        await bench.press(pilot, "y")
        assert bench.app.view.chosen != first
        await press(pilot, "D")
        assert " safe" not in seen(bench.app)


def test_who_was_merged_last_is_parted_again_and_one_more_name_has_its_language(bench: Bench) -> None:
    recorder = LibraryRecorder(bench.decisions, bench.table, "lina", bench.decided)
    recorder.record_name(Act.SAME, ("sdf", "centcom"))
    recorder.record_name(Act.SAME, ("sdf", "isis"))
    recorder.record_name(Act.NAME, ("sdf", "قسد الجديدة"))
    [parted] = recorder.record_name(Act.UNDO, ("sdf",))
    known = {one.id: one for one in bench.decisions.log()}
    assert known[parted.undoes].values == ("sdf", "isis")
    assert bench.acts[-2] == (Act.NAME, ("sdf", "قسد الجديدة", "ar"))
    recorder.record_name(Act.UNDO, ("sdf",))
    with pytest.raises(NotKeptError, match="nobody was merged"):
        recorder.record_name(Act.UNDO, ("sdf",))
