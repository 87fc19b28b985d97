"""Names that a filter line may ask for: those of the timeline, what is most frequent first. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.model.actor_role import BY
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.view.filter import OF_ROLE
from tui.i18n import speech
from tui.view.state import View

_NAMED = (ACTOR, *OF_ROLE, PLACE, BY)
_PLAIN = ("source", "tag")


def names_of(view: View, field: str) -> Iterator[str]:
    """The names that the timeline has for a field: in the language of the screen, then in its others."""
    if field in _PLAIN:
        yield from view.index.values(field)
    elif field in _NAMED:
        names, heard = view.timeline.names, speech.spoken().code
        for id in view.index.values(field):
            if id in names:
                entry = names[id]
                yield from dict.fromkeys(entry.name(code, short=True) for code in (heard, *entry.names))
