"""The mouse over the report: what is copied is the source, whatever the terminal shows and however wide it is."""

import re
from collections.abc import Callable
from time import monotonic

import pytest
from textual.pilot import Pilot

from tests.builders import event, evidence, report, timeline
from tests.tui.screen import press, reading, seen
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.widgets.report_pane import ReportPane

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]

TEXT = (
    "قال المتحدث باسم منظمة WHO إن عدد الإصابات بلغ 1,245 حالة (بزيادة 3.5%) في ثلاث محافظات، وأضاف أن "
    "السُّلطات لا تملك أرقامًا أخرى حتى الآن.\n"
    "The agency said on 12 March that the figures were preliminary.\r\n\r\n"
    "وختم بالقول إن الأعمال مستمرة."
)
FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")


def told() -> Timeline:
    """One event whose report has a title of its own, so that places on the screen are not those of the text."""
    one = report("r", TEXT, title="تقرير صحي")
    return timeline(event("e1", "2024-03-12", "زيادة الإصابات", evidence(one, TEXT[:20], "", None)), reports=(one,))


@pytest.fixture
def app(open_on: Opener) -> WaqaiApp:
    return open_on(told)


def pane(app: WaqaiApp) -> ReportPane:
    return app.query_one(ReportPane)


def place(app: WaqaiApp, offset: int) -> tuple[int, int]:
    """The cell of the pane in which the code point is drawn."""
    here = pane(app)
    for y in range(here.lead, here.size.height):
        for x in range(here.size.width):
            found = here.text.drawn_at(here.region.reset_offset.offset + (x, y))
            if found and found[0] <= offset < found[1]:
                return x, y
    raise AssertionError(f"{offset} is not on the screen")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ReportPane, offset=start)
    await pilot.hover(ReportPane, offset=end)
    await pilot.mouse_up(ReportPane, offset=end)
    await pilot.pause()


@pytest.mark.parametrize("turned", [False, True], ids=["from its first letter", "from its last letter"])
@pytest.mark.parametrize("word", ["المتحدث", "WHO", "1,245", "(بزيادة 3.5%)", "السُّلطات", "الأعمال", "agency"])
async def test_a_drag_over_a_word_copies_just_the_word(app: WaqaiApp, word: str, turned: bool) -> None:
    async with reading(app) as pilot:
        start = TEXT.index(word)
        ends = [place(app, start), place(app, start + len(word) - 1)]
        await drag(pilot, *(ends[::-1] if turned else ends))
        assert app.clipboard == word


@pytest.mark.parametrize("mode", ["inverse", "words", "off"])
async def test_a_drag_copies_the_same_in_every_mode(mode: str) -> None:
    async with reading(app := WaqaiApp(told, bidi=mode)) as pilot:
        if mode == "inverse":  # one pane at a time
            await press(pilot, "enter", "enter")
        start = TEXT.index("المتحدث")
        await drag(pilot, place(app, start), place(app, start + 6))
        assert app.clipboard == "المتحدث"


async def test_what_was_copied_is_said_and_the_report_has_the_keys(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        start = TEXT.index("باسم")
        await drag(pilot, place(app, start), place(app, TEXT.index("WHO")))
        await pilot.pause()
        assert "3 words copied" in seen(app)
        assert app.focused is pane(app)


async def test_a_drag_over_lines_copies_what_lies_between_in_the_source(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        start, end = TEXT.index("باسم"), TEXT.index("preliminary") + len("preliminary")
        await drag(pilot, place(app, start), place(app, end - 1))
        assert app.clipboard == TEXT[start:end]


async def test_a_drag_into_the_empty_part_of_a_line_takes_the_rest_of_it(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        start = TEXT.index("وختم")
        _, y = place(app, start)
        await drag(pilot, place(app, start), (0, y))
        assert app.clipboard == TEXT[start:]


async def test_all_of_it_is_the_source_without_a_letter_form_of_the_screen(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "enter", "ctrl+a")
        assert app.clipboard == TEXT
        assert app.screen.get_selected_text() == TEXT
        assert not FORMS.search(app.clipboard)
        assert "words copied" in seen(app)


async def test_the_selection_stays_the_same_text_when_the_screen_is_resized(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        start, end = TEXT.index("باسم"), TEXT.index("حالة") + 4
        await drag(pilot, place(app, start), place(app, end - 1))
        before = app.screen.get_selected_text()
        await pilot.resize_terminal(84, 30)
        await pilot.pause()
        assert before == app.screen.get_selected_text() == TEXT[start:end]


async def test_what_is_selected_is_lit_where_it_stands(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        start = TEXT.index("WHO")
        x, y = place(app, start)
        before = pane(app).render_line(y).crop(x, x + 3)
        await drag(pilot, (x, y), place(app, start + 2))
        after = pane(app).render_line(y).crop(x, x + 3)
        assert before.text == after.text == "WHO"
        assert [segment.style for segment in before] != [segment.style for segment in after]


@pytest.mark.parametrize(
    "times, wanted", [(2, "المتحدث"), (3, TEXT.split("\n")[0])], ids=["twice: a word", "three times: a paragraph"]
)
async def test_clicks_select(app: WaqaiApp, times: int, wanted: str) -> None:
    async with reading(app) as pilot:
        at = place(app, TEXT.index("المتحدث") + 2)
        await pilot.click(ReportPane, offset=at, times=times)
        await pilot.pause()
        assert app.clipboard == wanted
        assert app.screen.get_selected_text() == wanted


async def test_one_click_lets_the_selection_go(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "enter", "ctrl+a")
        await pilot.click(ReportPane, offset=place(app, 0))
        assert pane(app).selecting.selected is None


async def test_held_below_the_pane_the_text_goes_on_and_the_selection_with_it() -> None:
    long = "\n".join(f"السطر رقم {number} من التقرير الطويل" for number in range(200))
    one = report("r", long)
    whole = timeline(event("e1", "2024-03-12", "خبر", evidence(one, "السطر رقم 0", "", None)), reports=(one,))
    async with reading(app := WaqaiApp(lambda: whole, bidi="visual")) as pilot:
        here = pane(app)
        await pilot.mouse_down(ReportPane, offset=place(app, 0))
        await pilot.hover(offset=(here.region.x + 2, here.region.bottom + 1))
        end = monotonic() + 30
        while here.top <= 20 and monotonic() < end:
            await pilot.pause(0.02)
        await pilot.mouse_up(offset=(here.region.x + 2, here.region.bottom + 1))
        await pilot.pause()
        assert here.top > 20
        assert long.startswith(app.clipboard)
        assert app.clipboard.count("\n") >= 20 // 2
