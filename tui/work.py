"""What threads do for the screen: read, derive, write. They tell by messages and never touch a widget."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from timeline_core.timeline import Timeline
from tui import state
from tui.messages import Failed, Opened, Written
from tui.state import View

_log = logging.getLogger(__name__)


def load(read: Callable[[], Timeline], view: View) -> Message:
    """Read the reports and lay out the first screen of them."""
    return _told(lambda: Opened(state.opened(view, read())), "The reports cannot be read")


def write(export: Callable[[Timeline], str], timeline: Timeline, path: Path) -> Message:
    """Write the export to the path in one replace of the file; its folder must exist."""

    def done() -> Message:
        _replace(path, export(timeline))
        count = len(timeline.events) + len(timeline.undated)
        return Written(f"{count:,} event{'s' if count != 1 else ''} written to {path}")

    return _told(done, "The export cannot be written", f" ({path})")


def _replace(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            beside.chmod(0o644)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _told(act: Callable[[], Message], failing: str, behind: str = "") -> Message:
    """What the act tells, or `Failed` with a line for a person; the trace goes to the log."""
    try:
        return act()
    except Exception as error:  # noqa: BLE001 - the one boundary of the threads
        _log.info("%s", failing, exc_info=True)
        reason = (isinstance(error, OSError) and error.strerror) or str(error).strip() or type(error).__name__
        return Failed(f"{failing}: {reason}{behind}")
