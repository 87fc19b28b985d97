"""`Setup`: what a person has set of the reader, as the program needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.keys import STANDARD, Keys


@dataclass(frozen=True, slots=True)
class Setup:
    """Language, looks and keys of one run."""

    language: str = "en"
    """Of the screen, as `tui.speech.use` takes it."""
    theme: str = "auto"
    """A name of `tui.widgets.themes.THEMES`."""
    keys: Keys = STANDARD
    filters: Mapping[str, str] = field(default_factory=dict)
    """Saved filter lines by name."""
