"""Where the screen left off, a small JSON file a library; losing one loses nothing that anyone decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from store.disk import paths, private, whole


def file(library: Path) -> Path:
    """The file in which the screen of that library is remembered, in the state folder of the system."""
    return paths.state() / "sessions" / f"{sha256(str(library.resolve()).encode()).hexdigest()[:16]}.json"


def picture(library: Path) -> Path:
    """The file with the picture of the last screen (`tui.terminal.glimpse`)."""
    return file(library).with_suffix(".screen")


def read(library: Path) -> Mapping[str, object]:
    """What was kept; empty where nothing was, or where it cannot be read."""
    try:
        found = json.loads(file(library).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write(library: Path, session: Mapping[str, object]) -> None:
    """Write it; a failure is ignored, since nothing of value is lost."""
    path = file(library)
    try:
        private.make_own(path.parent)
        whole.write(
            path, json.dumps(session, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"), closed=True
        )
    except OSError:
        return
