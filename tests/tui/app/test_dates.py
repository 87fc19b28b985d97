"""Stories of the dates of a report: each can be asked what became of it, be it an event or not."""

from collections.abc import Sequence
from threading import Event

import pytest

from tests.builders import RAID, founding
from tests.tui.conftest import why
from tests.tui.screen import press, reading, seen, styles_of
from timeline_core.errors import TimelineError
from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.model.when import When
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.bidi.layout import visual
from tui.ports.asked_date import AskedDate
from tui.ports.services import Services
from tui.screens.dates import DatesScreen
from tui.view.panes import Pane


def span(words: str) -> Span:
    start = RAID.index(words)
    return Span(start, start + len(words))


def date(words: str, value: str) -> Expression:
    return Expression(span(words), words, When(value), Reason("day", "2023-02-15", Origin.PUBLISHED))


DATES = (
    AskedDate(
        date("10 من شباط الجاري", "2023-02-10"),
        "dates",
        "date of the clause",
        span("نفذتها"),
        event=True,
        example="The convoy arrived on Saturday.",
    ),
    AskedDate(date("أواخر عام 2021", "2021"), "noun", "date of a noun", span("تقرير استخباري")),
    AskedDate(date("1 آذار المقبل", "2023-03-01"), "dates", "date of the clause", span("تبدأ"), limit="planned"),
)


def opened(dates: Sequence[AskedDate] = DATES, language: str = "en") -> WaqaiApp:
    def asked(report: Report) -> Sequence[AskedDate]:
        return dates if report.id == "raid" else ()

    return WaqaiApp(founding, "", "visual", why=why, setup=Setup(language), services=Services(dates=asked))


def words(app: WaqaiApp) -> str:
    return " ".join(seen(app).split())


async def test_a_key_shows_the_value_the_reason_and_the_verdict_of_the_date_that_the_evidence_has() -> None:
    async with reading(app := opened()) as pilot:
        await press(pilot, *"jjjj", "l")
        assert "Date 1 of 3 in this report" in words(app)
        assert "Friday 10 February 2023 2023-02-10" in words(app)
        assert f"Dates «{visual('نفذتها')}»" in words(app)
        assert "an event is made of it" in words(app)
        assert "it stands in the clause of that verb" in words(app)
        assert "The convoy arrived on Saturday." in words(app)


async def test_the_date_is_lit_in_the_report_beside_the_sheet_and_no_longer_when_the_sheet_is_closed() -> None:
    async with reading(app := opened()) as pilot:
        await press(pilot, *"jjjj", "l")
        asked = app.view.asked
        lit = styles_of(app, visual("الجاري"))
        await press(pilot, "escape")
        assert not isinstance(app.screen, DatesScreen)
        assert app.view.asked is None
        assert asked == span("10 من شباط الجاري")
        assert len(lit) >= 2, "in the sheet, and in the report"
        assert app.view.focus is Pane.REPORT


async def test_a_date_that_is_no_event_says_why() -> None:
    async with reading(app := opened()) as pilot:
        await press(pilot, *"jjjj", "l", "l")
        assert "Date 2 of 3" in words(app)
        assert "nothing: it belongs to" in words(app)
        assert "no event is made of it" in words(app)
        await press(pilot, "right")
        assert "but it was planned, and may not" in words(app)


async def test_the_next_key_goes_on_where_the_last_one_was_and_round_the_end() -> None:
    async with reading(app := opened()) as pilot:
        await press(pilot, *"jjjj", "l", "l", "escape", "l")
        assert "Date 3 of 3" in words(app)
        await press(pilot, "l")
        assert "Date 1 of 3" in words(app)
        await press(pilot, "h")
        assert "Date 3 of 3" in words(app)
        await press(pilot, "escape", "h")
        assert "Date 2 of 3" in words(app)


async def test_another_event_begins_at_its_own_date_again() -> None:
    async with reading(app := opened()) as pilot:
        await press(pilot, *"jjjj", "l", "l", "escape", "escape", "g", "l")
        assert app.view.asked == span("أواخر عام 2021")


@pytest.mark.parametrize("size", [(80, 24), (70, 24)], ids=["panes above each other", "one pane"])
@pytest.mark.parametrize("keys", ["l", "ll", "lll"])
async def test_on_a_small_screen_the_sheet_lies_where_the_date_is_not(size: tuple[int, int], keys: str) -> None:
    async with reading(app := opened(), size) as pilot:
        await press(pilot, *"jjjj", *keys)
        asked, sheet = app.view.asked, app.screen.query_one("#dates").region
        assert asked is not None
        here = app.screen_stack[0].query_one("#report").text.drawn_on(asked.start)  # type: ignore[attr-defined]
        assert not sheet.y <= here < sheet.bottom
        assert 0 < here < size[1]


async def test_in_arabic_the_sheet_speaks_arabic_from_the_right_and_the_arrows_go_as_one_reads() -> None:
    async with reading(app := opened(language="ar")) as pilot:
        await press(pilot, *"jjjj", "م")
        assert visual("التاريخ 1 من 3 في هذا التقرير") in words(app)
        assert visual("هو في جملة ذلك الفعل") in words(app)
        sheet = app.screen.query_one("#dates").region
        assert sheet.right == app.size.width
        await press(pilot, "left")
        assert visual("التاريخ 2 من 3 في هذا التقرير") in words(app)


async def test_a_report_without_a_date_says_so() -> None:
    async with reading(app := opened(())) as pilot:
        await press(pilot, "l")
        assert "no date is found in this report" in words(app)
        assert not isinstance(app.screen, DatesScreen)


async def test_what_cannot_be_read_is_told_and_nothing_opens() -> None:
    def broken(_: Report) -> Sequence[AskedDate]:
        raise TimelineError("seeds/languages/ar.toml: line 3 is no table")

    async with reading(app := WaqaiApp(founding, services=Services(dates=broken))) as pilot:
        await press(pilot, "l")
        assert "line 3 is no table" in words(app)


async def test_while_a_long_report_is_read_the_screen_says_so_and_one_sheet_opens() -> None:
    go = Event()

    def slow(_: Report) -> Sequence[AskedDate]:
        assert go.wait(30)
        return DATES

    async with reading(app := WaqaiApp(founding, why=why, services=Services(dates=slow))) as pilot:
        await press(pilot, *"jjjj", "l")
        while "reading the dates of this report" not in words(app):
            await pilot.pause(0.02)
        await press(pilot, "l")
        go.set()
        while not isinstance(app.screen, DatesScreen):
            await pilot.pause(0.02)
        await press(pilot, "escape")
        assert not isinstance(app.screen, DatesScreen)


async def test_who_has_gone_on_to_another_report_meanwhile_is_not_called_back() -> None:
    go = Event()

    def slow(_: Report) -> Sequence[AskedDate]:
        assert go.wait(30)
        return DATES

    async with reading(app := WaqaiApp(founding, why=why, services=Services(dates=slow))) as pilot:
        await press(pilot, *"jjjj", "l")
        await press(pilot, "G")
        go.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not isinstance(app.screen, DatesScreen)
        assert app.view.chosen == "undated--9"
