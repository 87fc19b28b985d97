"""`Setup`: what a person has set of the reader, as the program needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.keys.keys import STANDARD, Keys, rebound
from tui.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Setup:
    """Language, looks and keys of one run."""

    language: str = "en"
    """Of the screen, as `tui.i18n.speech.use` takes it."""
    theme: str = "auto"
    """A name of `tui.widgets.themes.THEMES`."""
    keys: Keys = STANDARD
    filters: Mapping[str, str] = field(default_factory=dict)
    """Saved filter lines by name."""
    session: Mapping[str, object] = field(default_factory=dict)
    """Where the reader left off (`tui.view.session`)."""
    problems: tuple[str, ...] = ()
    """What of the settings file was passed over, a line each."""


def of(settings: Settings, session: Mapping[str, object]) -> Setup:
    """What the settings file asks for."""
    keys, _ = rebound(settings.keys)
    return Setup(settings.language, settings.theme, keys, settings.filters, session, settings.problems)
