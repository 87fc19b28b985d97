"""`HelpData`: what a pane says of itself on the help screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpData:
    """Stands beside the widget that it explains, so that the two change together."""

    title: str
    text: str
    """Paragraphs, with empty lines between. A message, as `title`: said in the language of the screen when shown."""
