"""`Setup`: a person's settings in the form the app needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.keys.keys import STANDARD, Keys, rebound
from tui.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Setup:
    """Language, theme, keys and saved filters of one run."""

    language: str = "en"
    """Of the screen, as `tui.i18n.speech.use` takes it."""
    theme: str = "auto"
    """A setting of `tui.widgets.themes.THEMES`."""
    keys: Keys = STANDARD
    filters: Mapping[str, str] = field(default_factory=dict)
    """Saved filter lines by name."""
    session: Mapping[str, object] = field(default_factory=dict)
    """Where the reader left off (`tui.view.session`)."""
    welcome: bool = False
    """Nothing was decided here yet: the first line says how to go on."""
    at_story: bool = False
    """Nobody has left off here: begin on the story (`tui.view.density`)."""
    problems: tuple[str, ...] = ()
    """What was ignored in the settings file, a line each."""


def of(settings: Settings, session: Mapping[str, object], *, welcome: bool = False) -> Setup:
    """The setup of these settings and of the last session."""
    keys, _ = rebound(settings.keys)
    looks = (settings.language, settings.theme, keys, settings.filters)
    return Setup(*looks, session, welcome, "place" not in session, settings.problems)
