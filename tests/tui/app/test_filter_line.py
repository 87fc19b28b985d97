"""Stories of the filter line: it completes, keeps what is right of a wrong line, and knows both languages."""

import pytest
from textual import events

from tests.builders import founding, report, timeline
from tests.tui.screen import RAID, ids, press, reading, seen, settled
from timeline_core.view.order import Order
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.bidi.layout import visual
from tui.view.panes import Pane
from tui.widgets.bidi_input import BidiInput


def typed(app: WaqaiApp) -> str:
    return app.query_one("#prompt BidiInput", BidiInput).value


async def test_tab_completes_the_field_then_its_value_and_goes_round(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"ki", "tab")
        assert typed(app) == "kind:"
        assert "killed>" in seen(app)
        await press(pilot, "tab")
        assert typed(app) == "killed>"
        await press(pilot, "shift+tab")
        assert typed(app) == "kind:"
        await press(pilot, *"den", "tab")
        assert (typed(app), app.view.count) == ("kind:denial", 1)


async def test_tab_offers_the_names_of_the_timeline_and_puts_what_has_a_blank_in_quotes(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"actor:ibr", "tab")
        assert typed(app) == 'actor:"Ibrahim al-Qahtani"'
        await press(pilot, "enter")
        assert app.view.count == 2


async def test_an_arabic_field_offers_arabic_values_and_names(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"نوع:نف", "tab")
        assert (typed(app), app.view.count) == ("نوع:نفي", 1)
        await press(pilot, *" مك", "tab", *"حس", "tab", "enter")
        assert app.view.filter.terms[1].values == ("الحسكة",)


async def test_a_wrong_piece_hides_nothing_and_what_is_right_of_the_line_holds(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"acter:egypt")
        assert app.view.count == 10
        assert "did you mean «actor»" in seen(app)
        await press(pilot, *" kind:denial")
        assert app.view.count == 1


async def test_enter_refuses_a_wrong_line_with_the_whole_reason(app: WaqaiApp) -> None:
    async with reading(app, (80, 24)) as pilot:
        await press(pilot, "f", *"on:202302", "enter")
        assert (typed(app), app.view.count) == ("on:202302", 10)
        told = " ".join(seen(app).split())
        assert "no year of four figures" in told
        assert '10 February 2023"' in told
        await press(pilot, "escape")
        assert app.view.filter.terms == ()


async def test_escape_brings_back_the_filter_of_before(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "f", *"kind:denial", "escape")
        assert ids(app) == ["2022-01-20--2", RAID]


@pytest.mark.parametrize("line", ["/غار[ةه]/", "~الغارت", "غار*", "الغارة"])
async def test_a_search_knows_patterns_near_spellings_and_other_forms(app: WaqaiApp, line: str) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *line, "enter")
        assert ids(app) == [RAID]
        assert app.view.filter.text == line


async def test_a_search_that_cannot_be_read_stays_in_its_prompt(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"/غار", "enter")
        assert (typed(app), app.view.count) == ("/غار", 10)
        assert "ends with /" in seen(app)
        await press(pilot, "/", "enter")
        assert ids(app) == [RAID]


async def test_the_screen_in_arabic_says_what_is_wrong_in_arabic() -> None:
    async with reading(app := WaqaiApp(founding, bidi="visual", setup=Setup("ar"))) as pilot:
        await press(pilot, "f", *"مؤكد:ربما")
        assert visual("ليست من قيم") in seen(app)


async def test_what_only_a_report_says_is_counted_and_enter_leads_to_its_place(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"يحدد")
        assert "0 events · in 1 report" in seen(app)
        await press(pilot, "enter")
        assert (app.view.focus, app.view.count > 0) == (Pane.REPORT, True)
        assert app.view.report is not None
        assert app.view.report.text[app.view.spot :].startswith("يحدد")
        await press(pilot, "escape", "escape", "escape")
        assert app.view.count == 10


async def test_saved_filters_are_a_menu_that_is_narrowed_by_name_or_line() -> None:
    filters = {"raids": "غارة", "denied": "kind:denial"}
    app = WaqaiApp(founding, bidi="visual", setup=Setup(filters=filters))
    async with reading(app) as pilot:
        await press(pilot, "V")
        assert "denied · kind:denial" in seen(app)
        await press(pilot, *"deni", "enter")
        assert [term.values for term in app.view.filter.terms] == [("denial",)]


async def test_without_a_saved_filter_the_menu_says_how_to_save_one(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "V")
        assert "Ctrl-S saves one" in seen(app)


async def test_words_of_a_report_that_tells_of_no_event_are_led_to() -> None:
    told = founding()
    silent = report("silent", "لا خبر اليوم. وصلت قافلة الطحين إلى المخبز.")
    app = WaqaiApp(lambda: timeline(*told.events, *told.undated, reports=(*told.reports, silent)), bidi="visual")
    async with reading(app) as pilot:
        await press(pilot, "slash", *"الطحين")
        assert "0 events · in 1 report" in seen(app)
        await press(pilot, "enter")
        assert (app.view.focus, app.view.report) == (Pane.REPORT, silent)
        assert silent.text[app.view.spot :].startswith("الطحين")
        assert "no event has these words; this report does" in seen(app)
        await press(pilot, "escape", "escape", "escape")
        assert (app.view.count, app.view.reading) == (10, "")


async def test_s_goes_through_the_orders_and_the_event_stays_chosen(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        by_days = ids(app)
        await press(pilot, "j", "j", "B")
        chosen = app.view.chosen
        assert (ids(app)[0], chosen) == ("2023-03-01--10", by_days[2])
        assert "the latest first" in seen(app)
        await press(pilot, "B")
        assert (ids(app)[0], app.view.chosen) == (RAID, chosen)
        assert all(words in seen(app) for words in ("1–10", "10 Feb 2023"))
        await press(pilot, "B")
        assert "known from one origin" in seen(app)
        await press(pilot, "B")
        assert (ids(app), app.view.filter.terms) == (by_days, ())


async def test_an_order_that_is_typed_hides_nothing_and_a_day_is_found_in_it(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"sort:imp", "tab", "enter")
        assert (app.view.listing.order.by, app.view.count) == (Order.IMPORTANCE, 10)
        await press(pilot, ":", *"2022-01-20", "enter")
        assert app.view.chosen.startswith("2022-01-20")
        await press(pilot, "escape")
        assert app.view.filter.terms == ()


async def test_a_line_that_opens_again_at_once_keeps_the_keys(app: WaqaiApp) -> None:
    """On a slow machine word that it was hidden comes when it is shown again: refused at Enter, or asked for anew."""
    async with reading(app) as pilot:
        await press(pilot, "f", *"knd:")
        field = app.query_one("#prompt BidiInput", BidiInput)
        field.post_message(events.Hide())
        await settled(app, pilot)
        await press(pilot, "x")
        assert app.focused is field
        assert app.query_one("#prompt").display
        assert field.value == "knd:x"
        await press(pilot, "escape")
        assert app.focused is not field
