"""The first line that a newcomer reads. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.i18n.speech import say, spoken

if TYPE_CHECKING:
    from tui.view.state import View


def greeting(view: View) -> str:
    """What a newcomer may do with the first keys."""
    of = view.keys.of
    said = [say("{key} proof", key=of("open"))]
    if view.pins:
        name = view.timeline.names[view.pins[0][0]].name(spoken().code, short=True)
        said.append(say("{key} only {name}", key=of("pin_1"), name=name))
    said += [say("{key} keys", key=of("help")), say("«waqai add FOLDER» for your reports")]
    return " · ".join(said)
