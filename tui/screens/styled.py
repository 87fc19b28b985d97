"""Base screens. Styles are looked up once a screen instead of once a widget, which is slow."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from tui.widgets.bidi_filter import Ordered
from tui.widgets.drawn import CLASSES

Answer = TypeVar("Answer")


class Reader(Ordered, Screen[None]):
    """The screen with the panes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES


class Sheet(Ordered, ModalScreen[Answer]):
    """A modal screen over the reader; it closes with an answer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES
