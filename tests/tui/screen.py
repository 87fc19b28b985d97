"""Looking at the screen in tests: what is drawn, where, and how it looks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from rich.style import Style
from textual.pilot import Pilot

from tui.app.app import WaqaiApp

_PATIENCE = 5.0
"""Seconds for a key that does not come back."""
RAID = "2023-02-10--5"
"""The raid of the founding case."""


def ids(app: WaqaiApp) -> list[str]:
    """The events that are shown, in their order."""
    return [event.id for event in app.view.listing.events]


@asynccontextmanager
async def reading(app: WaqaiApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The reader with its reports read."""
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press the keys and wait until the screen has settled; a key that waits for what is read is not waited for."""
    await pilot.press(*keys)
    app, until = pilot.app, monotonic() + _PATIENCE
    while isinstance(app, WaqaiApp) and not (app.key_queue.idle or app.view.loading) and monotonic() < until:
        await pilot.pause(0.01)
    await pilot.pause()


async def settled(app: WaqaiApp, pilot: Pilot[None]) -> None:
    """Every key that was sent has done what it does, however slow the machine is."""
    for _ in range(3):  # what the last key began may have queued another
        await pilot.pause()
        while not app.key_queue.idle:
            await pilot.pause(0.01)


def lines(app: WaqaiApp) -> list[str]:
    """The screen as it is drawn, from left to right."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def seen(app: WaqaiApp) -> str:
    """The whole screen as one text."""
    return "\n".join(lines(app))


def styles_of(app: WaqaiApp, words: str) -> list[Style]:
    """The style of each place where these words are drawn as one piece."""
    found = []
    for strip in app.screen._compositor.render_strips():
        found += [segment.style for segment in strip if words in segment.text and segment.style is not None]
    return found
