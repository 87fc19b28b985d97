"""`waqai [PATH…]`: open the reader. Textual is loaded here and not before."""

from __future__ import annotations

import gc
import os
import sys
import time
from argparse import Namespace
from collections.abc import MutableMapping
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from tui.commands.reader.adopting import with_scratch
from tui.commands.reader.desk import Desk
from tui.commands.shared.context import FAILED, OK, Context
from tui.commands.shared.gather import Gathered, gather
from tui.commands.shared.terminal import Wanted, wanted

if TYPE_CHECKING:
    from tui.app.app import WaqaiApp
    from tui.terminal.glimpse import Glimpse
    from tui.terminal.probe import Answers


_SECONDS = 2.0
"""Of the processor, that a pattern in the filter line may take over all events: a key waits meanwhile."""


def _in_browser(context: Context) -> bool:
    """True below `waqai serve`, where pipes take the place of a terminal."""
    return context.environment.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def _drawable(context: Context) -> bool:
    """True for a terminal that can be drawn on; `TERM=dumb` marks those that cannot."""
    return context.out.isatty() and context.stdin.isatty() and context.environment.get("TERM") != "dumb"


def run(options: Namespace, context: Context) -> int:
    """Read the reports, then open the screen; what could not be read stands in the terminal before and after it."""
    from timeline_core.view import sought
    from tui.i18n import speech
    from tui.settings.config import Settings
    from tui.terminal import probe as terminal

    if not (_in_browser(context) or _drawable(context)):
        context.tell("the reader needs a terminal to draw in; «waqai list», «waqai show» and «waqai export» do without")
        return FAILED
    sought.bound(time.thread_time, _SECONDS)
    gc.disable()  # until the first list is on the screen: all that is loaded until then stays
    said = wanted(context)
    settings = said.settings or Settings()
    speech.use(settings.language, context.environment)
    found = replace(gather(options, context), lenient=True)
    found = with_scratch(found, context, sample=not options.paths)
    if found.code != OK and not found.reports:
        return found.code
    desk = Desk(found, context.today)
    desk.begin()
    answers = terminal.Answers()
    if said.bidi == "auto":
        answers = terminal.ask(sys.stdin, context.out, context.environment)
    return _screen(found, desk, said, answers, context)


def _screen(found: Gathered, desk: Desk, said: Wanted, answers: Answers, context: Context) -> int:
    """Show the glimpse, run the reader, save session and next glimpse."""
    from tui.terminal.glimpse import Glimpse

    glimpse = None
    if found.library is not None and not _in_browser(context):
        glimpse = Glimpse(context.folder, context.environment, _mode(said, answers, context), said)
        glimpse.show(context.out)
    _quick(os.environ)
    try:
        app = _drawn(found, desk, said, answers, context, glimpse)
    finally:
        if glimpse is not None:
            glimpse.away()
    _leave(desk.live.found, app, context)
    if glimpse is not None and not app.view.loading:
        glimpse.keep(app.left, context.out)
    return app.return_code or found.code


def _leave(found: Gathered, app: WaqaiApp, context: Context) -> None:
    """Remember where the screen left off, and fold the journal: before the glimpse, which hangs on the files as they
    are left.
    """
    from store.care import sessions
    from tui.view import session

    remembers = found.library is not None or (found.scratch is not None and found.scratch.exists)
    if found.home is not None and remembers and not app.view.loading:
        sessions.write(found.home, session.of(app.view, app.memory, app.top))
        _fold(found, context)


def _quick(environment: MutableMapping[str, str]) -> None:
    """Let Textual draw twice as often, and wait less behind Esc for what may follow it.

    A letter that is typed takes two turns. A slow link would carry more bytes, and may bring the rest of a key late.
    """
    if "SSH_CONNECTION" not in environment:
        environment.setdefault("TEXTUAL_FPS", "120")
        environment.setdefault("ESCDELAY", "20")


def _mode(said: Wanted, answers: Answers, context: Context) -> str:
    from tui.terminal import probe as terminal

    return terminal.settle(said.bidi, answers, context.environment).mode


def _drawn(
    found: Gathered, desk: Desk, said: Wanted, answers: Answers, context: Context, glimpse: Glimpse | None
) -> WaqaiApp:
    """Run the reader (imported only here); the app after its exit."""
    from store.care import sessions
    from tui.app import setup
    from tui.app.app import WaqaiApp
    from tui.settings.config import Settings

    left = sessions.read(found.home) if found.home else {}
    new = found.scratch is not None and not found.scratch.exists
    app = WaqaiApp(
        desk.load,
        found.title,
        said.bidi,
        why=desk.why,
        published_why=desk.published_why,
        joined=desk.joined,
        told=desk.told,
        bound=desk.bound,
        export=desk.export,
        answers=answers,
        marks=said.marks,
        setup=setup.of(said.settings or Settings(), left, welcome=new),
        services=desk.services(context),
        glimpse=glimpse,
    )
    app.run()
    return app


def _fold(found: Gathered, context: Context) -> None:
    """Fold the journal of decisions; if that fails, the journal still has them all."""
    try:
        if found.decisions is not None:
            found.decisions.close()
    except TimelineError as error:
        context.tell(str(error))
