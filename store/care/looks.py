"""What somebody saw of a library when he looked last; losing it loses nothing that anyone decided."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from store.care import sessions
from store.disk import locked, port, private, whole
from timeline_core.decisions.news import Look, Seen

_FORMAT = "waqai-look/1"


def file(library: Path) -> Path:
    """The file of the look, in the state folder of the system."""
    return sessions.file(library).with_suffix(".look")


def read(library: Path) -> Look | None:
    """The last look; None where there was none, or where it cannot be read."""
    try:
        found = json.loads(zlib.decompress(port.content(file(library))))
        if found["format"] != _FORMAT:
            return None
        events = tuple(Seen(when, tuple(proofs), tuple(differ)) for when, proofs, differ in found["events"])
        return Look(str(found["at"]), events, frozenset(map(str, found["lost"])))
    except (OSError, ValueError, LookupError, TypeError, RecursionError, zlib.error):
        return None


def write(library: Path, look: Look) -> None:
    """Write it; a failure is ignored, since nothing of value is lost."""
    if locked.is_locked(library):
        return
    told = {"format": _FORMAT, "at": look.at, "events": look.events, "lost": sorted(look.lost)}
    path = file(library)
    try:
        private.make_own(path.parent)
        whole.write(
            path, zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")), closed=True
        )
    except OSError:
        return
