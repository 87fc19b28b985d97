"""Stories of what has only a bound: how it looks, what its event says, and the key that hides it."""

from __future__ import annotations

from functools import cache

from tests.core.words import report, teller, timeline
from tests.tui.screen import press, reading, seen
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup

SHELLING = "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب الجنوبي."
ARREST = "Police arrested two smugglers in Homs on May 14."


@cache
def told() -> Timeline:
    return timeline(report(SHELLING, "2023-05-14", "shelling"), report(ARREST, "2023-05-16", "arrest"))


def opened(language: str) -> WaqaiApp:
    return WaqaiApp(told, "dossier", "visual", bound=teller(language).bound, setup=Setup(language))


async def test_a_bound_is_drawn_open_with_its_reason_and_one_key_hides_it() -> None:
    app = opened("en")
    async with reading(app) as pilot:
        await press(pilot, "j")
        assert "◌ ≤ 14" in seen(app)
        assert "on or before Sunday 14 May 2023" in seen(app)
        assert "the report is of 14 May 2023 and gives no day" in seen(app)
        await press(pilot, "b")
        assert "◌" not in seen(app)
        assert "1 event that no report gives a day is hidden" in seen(app)
        assert "≤ hidden" in seen(app)
        await press(pilot, "b")
        assert "◌ ≤ 14" in seen(app)
        assert "≤ hidden" not in seen(app)


async def test_the_sheet_of_the_date_says_why_it_stands_there() -> None:
    app = opened("en")
    async with reading(app) as pilot:
        await press(pilot, "j", "tab", "enter")
        assert "the report is of 14 May 2023 and gives no day" in seen(app)
        assert "No word of a report dates it." not in seen(app)


async def test_the_histogram_tells_what_it_does_not_count() -> None:
    app = opened("en")
    async with reading(app) as pilot:
        await press(pilot, "i")
        assert "1 with only a bound is not counted" in seen(app)
