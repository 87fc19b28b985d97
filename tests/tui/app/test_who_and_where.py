"""Stories of the lists of actors and places and of the tables: they narrow what is shown, and mend who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.builders import HASAKAH, NAMES, SYRIA, founding
from tests.tui.screen import ids, press, reading, seen, settled
from timeline_core.decisions.pairs import Pair, Why
from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import PLACE, Entry
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.ports.recorder import NoRecorder
from tui.ports.services import Services

PLACES = Gazetteer(
    (
        *(entry for entry in NAMES if entry.category != PLACE),
        SYRIA,
        replace(HASAKAH, within="syria"),
        Entry("ghweiran", PLACE, "district", {"en": ("Ghweiran",), "ar": ("غويران",)}, within="hasakah"),
    )
)
WHERE = {"2022-01-20--2": ("ghweiran",), "2023-02-10--5": ("syria",), "2023-02-17--8": ("hasakah",)}


def placed() -> Timeline:
    told = founding()
    events = tuple(replace(event, places=WHERE.get(event.id, ())) for event in told.events)
    return replace(told, events=events, names=PLACES)


class Recording(NoRecorder):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__("")
        self.said: list[tuple[Act, tuple[str, ...]]] = []
        self.derived = 0

    def record_name(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        self.said.append((act, tuple(values)))
        return ()

    def undo(self) -> Decision | None:
        self.said.pop()
        return None

    def timeline(self) -> Timeline:
        self.derived += 1
        return placed()


@pytest.fixture
def recording() -> Recording:
    return Recording()


PAIRS = (
    Pair("centcom", "isis", Why.INITIALS),
    Pair("centcom", "sdf", Why.WORDS),
    Pair("isis", "sdf", Why.WORDS, unsure=True),
)


@pytest.fixture
def asking(recording: Recording) -> WaqaiApp:
    """It asks about three pairs, about one of which the reader was unsure before."""
    return WaqaiApp(
        placed, "sample dossier", "visual", services=Services(recorder=recording, pairs=lambda _, __: PAIRS)
    )


@pytest.fixture
def reader(recording: Recording) -> WaqaiApp:
    return WaqaiApp(placed, "sample dossier", "visual", services=Services(recorder=recording))


async def test_places_stand_in_what_they_lie_in_and_the_chosen_one_narrows(reader: WaqaiApp) -> None:
    async with reading(reader) as pilot:
        await press(pilot, "@")
        drawn = seen(reader)
        assert "7 events without a place" in drawn
        assert "Syria" in drawn
        assert "Hasakah" in drawn
        assert "Ghweiran" not in drawn, "what lies deeper is opened when it is asked for"
        await press(pilot, "j", "right")
        assert "Ghweiran" in seen(reader)
        await press(pilot, "enter")
        assert ids(reader) == ["2022-01-20--2", "2023-02-17--8"]
        await press(pilot, "@", "escape")
        assert ids(reader) == ["2022-01-20--2", "2023-02-17--8"]
        await press(pilot, "@", "j", "left", "left", "enter")
        assert reader.view.filter.terms[-1].values == ("syria",)
        assert len(reader.view.filter.terms) == 1, "one place takes the place of another"


async def test_where_no_event_has_a_place_that_is_told() -> None:
    app = WaqaiApp(lambda: replace(placed(), events=founding().events[:1]), bidi="visual")
    async with reading(app) as pilot:
        await press(pilot, "@")
        assert "no event that is shown names a place" in seen(app)
        await press(pilot, "enter")
        assert not app.view.filter


async def test_a_table_counts_and_its_cell_narrows(reader: WaqaiApp) -> None:
    async with reading(reader) as pilot:
        await press(pilot, "T")
        await settled(reader, pilot)
        assert "Who, month by month" in seen(reader)
        assert "2023" in seen(reader)
        await press(pilot, "enter")
        actor, month = reader.view.filter.terms
        assert (actor.field, month.field, month.values) == ("actor", "on", ("2023-02",))
        assert "2023-02-10--5" in ids(reader)


async def test_tab_goes_on_to_the_other_tables_and_arrows_to_other_cells(reader: WaqaiApp) -> None:
    async with reading(reader) as pilot:
        await press(pilot, "T")
        await settled(reader, pilot)
        await press(pilot, "tab", "tab")
        assert "Who with whom" in seen(reader)
        await press(pilot, "right", "down", "down", "left", "right")
        await press(pilot, "enter")
        assert [term.field for term in reader.view.filter.terms] == ["actor", "actor"]
        assert reader.view.filter.terms[0] != reader.view.filter.terms[1]
        await press(pilot, "T")
        await settled(reader, pilot)
        await press(pilot, "shift+tab", "escape")
        assert len(reader.view.filter.terms) == 2


async def test_on_an_arabic_screen_left_is_later() -> None:
    app = WaqaiApp(placed, bidi="visual", setup=Setup("ar"))
    async with reading(app) as pilot:
        await press(pilot, "T")
        await settled(app, pilot)
        await press(pilot, "right", "enter")
        assert app.view.filter.terms[-1].values != ("2023-02",)
        await press(pilot, "escape", "escape", "@", "j")
        before = seen(app)
        await press(pilot, "left")
        assert seen(app) != before, "what lies in it opens to the left"
        await press(pilot, "right")
        assert seen(app) == before


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["f4"], (Act.HIDE, ("centcom",))),
        (["f2", "ctrl+u", *"Tampa", "enter"], (Act.RENAME, ("centcom", "Tampa"))),
        (["f3", "down", "f3"], (Act.SAME, ("isis", "centcom"))),
        (["f3", "down", "enter"], (Act.SAME, ("isis", "centcom"))),
        (["f2", "escape", "f4"], (Act.HIDE, ("centcom",))),
        (["f3", "f3", "down", "f4"], (Act.HIDE, ("isis",))),
        (["f7", *"Tampa", "enter"], (Act.NAME, ("centcom", "Tampa"))),
        (["f7", "enter", "escape", "f4"], (Act.HIDE, ("centcom",))),
        (["f8"], (Act.UNDO, ("centcom",))),
        (["f2", "f8", "escape", "down", "f8"], (Act.UNDO, ("isis",))),
    ],
)
async def test_the_list_of_actors_is_mended(
    reader: WaqaiApp, recording: Recording, keys: list[str], said: tuple[Act, tuple[str, ...]]
) -> None:
    async with reading(reader) as pilot:
        await press(pilot, "a", *keys)
        await settled(reader, pilot)
        assert len(reader.screen_stack) == 1
        assert recording.said == [said]


async def test_in_the_report_that_is_read_a_name_is_somebody_else(reader: WaqaiApp, recording: Recording) -> None:
    async with reading(reader) as pilot:
        report = reader.view.report
        assert report is not None
        await press(pilot, "a", "f5")
        await settled(reader, pilot)
        assert recording.said == [(Act.OTHER, ("centcom", report.sha256))]
        assert "somebody else" in seen(reader)


async def test_outside_a_library_nothing_is_kept_and_that_is_told() -> None:
    app = WaqaiApp(placed, bidi="visual", services=Services(recorder=NoRecorder("not kept: no library")))
    async with reading(app) as pilot:
        await press(pilot, "a", "f4")
        await settled(app, pilot)
        assert "not kept: no library" in seen(app)


@pytest.mark.parametrize("keys", [["s", "d", "?"], ["س", "ي", "؟"]])
async def test_pairs_are_answered_one_behind_the_other(asking: WaqaiApp, recording: Recording, keys: list[str]) -> None:
    async with reading(asking) as pilot:
        await press(pilot, "a", "f6")
        await settled(asking, pilot)
        assert "2 pairs to answer" in seen(asking)
        assert "first letters" in seen(asking), "why they are asked about"
        await press(pilot, keys[0])
        assert "1 pair to answer" in seen(asking)
        assert "one name holds the other" in seen(asking), "the next pair is selected"
        await press(pilot, keys[1])
        assert "all are answered" in seen(asking)
        await press(pilot, "k", keys[2])
        assert recording.said == [
            (Act.SAME, ("centcom", "isis")),
            (Act.DIFFERENT, ("centcom", "sdf")),
            (Act.UNSURE, ("centcom", "isis")),
        ]
        assert recording.derived == 0, "the timeline follows when all is said"
        await press(pilot, "escape")
        await settled(asking, pilot)
        await asking.workers.wait_for_complete()
        assert recording.derived > 0
        assert len(asking.screen_stack) == 1


async def test_an_answer_to_a_pair_is_taken_back_and_the_next_ones_stay(asking: WaqaiApp, recording: Recording) -> None:
    async with reading(asking) as pilot:
        await press(pilot, "a", "f6")
        await settled(asking, pilot)
        await press(pilot, "s", "d", "u")
        assert recording.said == [(Act.SAME, ("centcom", "isis"))]
        assert "1 pair to answer" in seen(asking)
        await press(pilot, "u", "u")
        assert recording.said == []
        assert "2 pairs to answer" in seen(asking)
        await press(pilot, "end", "s", "q")
        assert recording.said == [(Act.SAME, ("isis", "sdf"))], "of which one was unsure, one may be sure now"


async def test_where_no_two_may_be_one_that_is_told(reader: WaqaiApp, recording: Recording) -> None:
    async with reading(reader) as pilot:
        await press(pilot, "a", "f6")
        await settled(reader, pilot)
        assert "no two actors may be one" in seen(reader)
        await press(pilot, "s", "u", "j", "escape")
        await settled(reader, pilot)
        assert recording.said == []
        assert recording.derived == 0


async def test_an_answer_that_cannot_be_kept_is_told_and_the_pair_stays_open() -> None:
    services = Services(recorder=NoRecorder("not kept: no library"), pairs=lambda _, __: PAIRS)
    app = WaqaiApp(placed, bidi="visual", services=services)
    async with reading(app) as pilot:
        await press(pilot, "a", "f6")
        await settled(app, pilot)
        await press(pilot, "s")
        assert "not kept: no library" in seen(app)
        await press(pilot, "j")
        assert "2 pairs to answer" in seen(app)
