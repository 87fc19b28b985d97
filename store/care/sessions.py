"""Where the screen left off, a small JSON file a library; losing one loses nothing that anyone decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from store.disk import locked, paths, port, private, whole


def file(library: Path) -> Path:
    """The file in which the screen of that library is remembered, in the state folder of the system."""
    return paths.state() / "sessions" / f"{sha256(str(library.resolve()).encode()).hexdigest()[:16]}.json"


def picture(library: Path) -> Path:
    """The file with the picture of the last screen (`tui.terminal.glimpse`)."""
    return file(library).with_suffix(".screen")


def read(library: Path) -> Mapping[str, object]:
    """What was kept; empty where nothing was, or where it cannot be read."""
    try:
        found = json.loads(port.content(file(library)))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write(library: Path, session: Mapping[str, object]) -> None:
    """Write it; a failure is ignored, since nothing of value is lost. Nothing is kept of a locked library."""
    if locked.is_locked(library):
        return
    path = file(library)
    try:
        private.make_own(path.parent)
        whole.write(
            path, json.dumps(session, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"), closed=True
        )
    except OSError:
        return


def drafted(library: Path, key: str, text: str | None) -> str:
    """Keep what is being typed under that key; empty text forgets it, None leaves all as it is.

    Returns:
        What is kept now. A failure is ignored: what is typed still stands on the screen.
    """
    path = file(library).with_suffix(".drafts")
    try:
        found = json.loads(port.content(path))
    except (OSError, ValueError, RecursionError):
        found = {}
    drafts = found if isinstance(found, dict) else {}
    if text is None:
        said = drafts.get(key, "")
        return said if isinstance(said, str) else ""
    if text != drafts.pop(key, ""):
        kept = {**drafts, key: text} if text else drafts
        with suppress(OSError):
            private.make_own(path.parent)
            whole.write(path, json.dumps(kept, ensure_ascii=False).encode("utf-8", "backslashreplace"), closed=True)
    return text
