"""The screens that hold the looks: asked of the sheet once a screen, however many widgets draw on it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from tui.widgets.bidi_filter import Ordered
from tui.widgets.drawn import CLASSES

Answer = TypeVar("Answer")


class Reader(Ordered, Screen[None]):
    """The one that the panes stand on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES


class Sheet(Ordered, ModalScreen[Answer]):
    """One that lies over the reader until it has its answer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES
