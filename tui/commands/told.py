"""Where reports and decisions become the one timeline that lists, exports and the reader show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.commands.gather import Gathered

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.timeline import Timeline


def timeline(found: Gathered, known: Knowledge) -> Timeline:
    """The timeline of what was gathered, with every decision of its library in force."""
    from timeline_core.decide import decide
    from timeline_core.derive import derive
    from timeline_core.renaming import renamed

    known = replace(known, gazetteer=renamed(known.gazetteer, found.log)) if found.log else known
    derived = derive(found.reports, known)
    return decide(derived, found.log) if found.log else derived
