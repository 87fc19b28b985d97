"""Work done in threads: load, derive, write. Each function returns a message and never touches a widget."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from store.disk import whole
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from tui.app.messages import Failed, Learnt, Opened, Written
from tui.i18n.speech import count, say
from tui.view import state
from tui.view.state import View

_log = logging.getLogger(__name__)


def load_timeline(read: Callable[[], Timeline | Indexed], view: View) -> Message:
    """Load the timeline and prepare the view that shows it."""
    return _guard(lambda: Opened(state.opened(view, read())), say("The reports cannot be read"))


def load_explanations(learn: Callable[[], None]) -> Message:
    """Load the language data for explanations."""

    def done() -> Message:
        learn()
        return Learnt()

    return _guard(done, say("The language data cannot be read"))


def write_export(export: Callable[[Timeline], str], shown: Callable[[], Timeline], path: Path) -> Message:
    """Write the export atomically; the folder must exist."""

    def done() -> Message:
        timeline = shown()
        whole.write(path, export(timeline).encode())
        written = len(timeline.events) + len(timeline.undated)
        return Written(count("{n} event written to {path}", "{n} events written to {path}", written, path=path))

    return _guard(done, say("The export cannot be written"), f" ({path})")


def _guard(act: Callable[[], Message], failing: str, behind: str = "") -> Message:
    """The message of the act, or `Failed` with a line for the reader; the traceback goes to the log."""
    try:
        return act()
    except Exception as error:  # noqa: BLE001 - the one boundary of the threads
        _log.info("%s", failing, exc_info=True)
        reason = (isinstance(error, OSError) and error.strerror) or str(error).strip() or type(error).__name__
        return Failed(f"{failing}: {reason}{behind}")
