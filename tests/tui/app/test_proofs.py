"""Stories of the proof walk: up and down in the event, and what is lit in the report."""

from __future__ import annotations

from collections.abc import Callable

from tests.core.words import report, timeline
from tests.tui.screen import press, reading, seen, styles_of
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.view.panes import Pane
from tui.view.text.proofs import find_proof
from tui.widgets.report_pane import ReportPane

FAR = "\n\n".join(f"Line {n} of the paper speaks of the weather." for n in range(60))
FIRST = report(
    f"ISIS fighters attacked a prison in Hasakah on 20 January 2022. {FAR}\n\nSeven guards were killed in the attack.",
    "2022-01-22", "first",
)  # fmt: skip
SECOND = report(
    "هاجم مسلحون من داعش سجنا في الحسكة في 20 كانون الثاني 2022، وقتل سبعة من الحراس.", "2022-01-23", "second"
)


def told() -> Timeline:
    return timeline(FIRST, SECOND)


def lit(app: WaqaiApp) -> str:
    """The words that prove the value on which the reader stands."""
    proof, shown = find_proof(app.view), app.view.report
    assert proof is not None
    assert shown is not None
    return proof.spans[0].of(shown.text)


async def test_down_goes_from_value_to_value_and_the_report_lights_just_its_words(
    open_on: Callable[[Callable[[], Timeline]], WaqaiApp],
) -> None:
    async with reading(app := open_on(told)) as pilot:
        await press(pilot, "tab", "down")
        assert (app.view.focus, lit(app)) == (Pane.EVENT, "20 January 2022")
        assert app.query_one(ReportPane).text.text() == FIRST.text
        before = {style.bgcolor for style in styles_of(app, "20 January 2022")}
        await press(pilot, "j")
        assert lit(app) == "attacked"
        after = {style.bgcolor for style in styles_of(app, "20 January 2022")}
        assert before.isdisjoint(after) or len(before) > 1
        await press(pilot, "up")
        assert lit(app) == "20 January 2022"


async def test_right_goes_to_the_other_telling_and_escape_ends_the_walk(
    open_on: Callable[[Callable[[], Timeline]], WaqaiApp],
) -> None:
    async with reading(app := open_on(told)) as pilot:
        await press(pilot, "tab", "down", "right")
        assert lit(app) == "20 كانون الثاني 2022"
        assert "telling 2 of 2" in seen(app)
        await press(pilot, "right")
        assert lit(app) == "20 January 2022"
        await press(pilot, "escape")
        assert (app.view.focus, find_proof(app.view)) == (Pane.TIMELINE, None)


async def test_words_far_below_are_scrolled_into_view(
    open_on: Callable[[Callable[[], Timeline]], WaqaiApp],
) -> None:
    async with reading(app := open_on(told), (80, 24)) as pilot:
        await press(pilot, "tab")
        for _ in range(12):
            await press(pilot, "down")
            if lit(app).startswith("Seven"):
                break
        assert lit(app).startswith("Seven")
        assert "Seven guards" in seen(app)


async def test_from_the_timeline_an_arrow_begins_the_walk(
    open_on: Callable[[Callable[[], Timeline]], WaqaiApp],
) -> None:
    async with reading(app := open_on(told)) as pilot:
        await press(pilot, "right")
        assert (app.view.focus, lit(app)) == (Pane.TIMELINE, "20 January 2022")
        await press(pilot, "j", "escape")
        assert find_proof(app.view) is None
