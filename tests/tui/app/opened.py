"""The reader on files, or on the sample dossier, with all that `waqai` puts behind it."""

from __future__ import annotations

import io
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.screen import press
from timeline_core.model.decision import Act
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.commands.reader.adopting import with_scratch
from tui.commands.reader.desk import Desk
from tui.commands.shared.context import Context
from tui.commands.shared.gather import gather

WORDS = {"published": None, "publisher": "", "lang": "", "map": (), "allow_private": False, "zone": ""}


class Opened:
    """The reader on files, or on the sample dossier, as `waqai` opens it."""

    def __init__(self, folder: Path, *paths: Path, language: str = "en") -> None:
        self.library = folder / "library"
        self.context = Context(
            {}, io.BytesIO(), io.StringIO(), io.StringIO(), date(2023, 6, 1), library=str(self.library)
        )
        context = replace(self.context, library=None, environment={"WAQAI_LIBRARY": str(self.library)})
        found = gather(Namespace(paths=[str(path) for path in paths], **WORDS), context)
        desk = Desk(with_scratch(replace(found, lenient=True), context, sample=not paths), context.today)
        services = desk.services(context)
        self.desk = desk
        self.app = WaqaiApp(desk.load, found.title, "visual", services=services, setup=Setup(language))

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        """Press, and wait until what was decided is applied."""
        await press(pilot, *keys)
        await self.app.workers.wait_for_complete()
        await pilot.pause()

    async def caught_up(self, pilot: Pilot[None]) -> None:
        """Wait until the reports are read again, and shown."""
        await pilot.pause()
        while self.desk.live._newer is not None:
            self.app.review.look()
            await pilot.pause(0.01)
        await pilot.pause()

    @property
    def acts(self) -> list[tuple[Act, tuple[str, ...]]]:
        """What was decided until now."""
        decisions = self.desk.live.found.decisions
        assert decisions is not None
        return [(one.act, one.values) for one in decisions.log()]
