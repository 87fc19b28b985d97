"""How the kind and the importance of an event are shown: a sign of one cell, a name of a style. No Textual."""

from __future__ import annotations

from timeline_core.model.event import Event, Kind, Status
from timeline_core.model.when import Precision
from timeline_core.view.doubt import Doubt


def sign(event: Event) -> str:
    """The kind by its shape: ● occurrence, ▬ longer than a day, ◌ of no day, but on or before that of its report,
    ○ announcement, ▷ planned, ✕ denial, ◇ background."""
    if event.kind is Kind.DENIAL:
        return "✕"
    if event.kind is Kind.PLANNED:
        return "▷"
    if event.background:
        return "◇"
    if event.kind is Kind.ANNOUNCEMENT:
        return "○"
    if event.bounded:
        return "◌"
    return "●" if event.when is None or event.when.precision is Precision.DAY else "▬"


KIND = {Kind.ANNOUNCEMENT: "told", Kind.PLANNED: "planned", Kind.DENIAL: "denied"}
"""Kind -> the style of its sign and of its name; what simply happened has none of its own."""


def hue(event: Event) -> str:
    """The style of its sign, by its kind; by its importance where that is little, or where it simply happened."""
    own = rank(event)
    return own if own in ("rejected", "faint") else KIND.get(event.kind, own)


def rank(event: Event) -> str:
    """The style of an event's title, by its importance."""
    if event.status is Status.REJECTED:
        return "rejected"
    return "faint" if event.background else "said" if event.kind is not Kind.OCCURRENCE else "happened"


_SLIGHT = (Doubt.BOUND, Doubt.UNDATED, Doubt.ORIGIN)
"""What is not known, where the others may be wrong."""


DOUBT = {"grave": "!", "slight": "?"}
"""Style of a doubt -> its sign."""


def doubt(found: Doubt | None) -> str:
    """The style of a doubt: what may be wrong, or what is only not known; nothing for none."""
    if found is None:
        return ""
    return "slight" if found in _SLIGHT else "grave"
