"""Base screens. Styles are looked up once a screen instead of once a widget, which is slow."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from tui.widgets.bidi_filter import Ordered
from tui.widgets.drawn import CLASSES

Answer = TypeVar("Answer")
STEPS = (
    Binding("down,j,ت", "step(1)", show=False),
    Binding("up,k,ن", "step(-1)", show=False),
    Binding("pagedown,ctrl+d", "step(10)", show=False),
    Binding("pageup,ctrl+u", "step(-10)", show=False),
    Binding("home,g", "step(-1000000)", show=False),
    Binding("end,G", "step(1000000)", show=False),
)
"""The keys that walk a list of rows, as in the timeline; what uses them has an `action_step`."""


class Reader(Ordered, Screen[None]):
    """The screen with the panes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES


class Sheet(Ordered, ModalScreen[Answer]):
    """A modal screen over the reader; it closes with an answer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES
