"""`TurnStrip`: the strip under the panes on which the day of a report is tried. It tells keys, and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.draw.line import BLANK, Line
from tui.draw.turning import strip as render_strip
from tui.i18n import speech
from tui.view.turning.turn import Unit
from tui.widgets.drawn import Bar

_LONGEST = 40
"""Letters of a typed date."""


class TurnStrip(Bar, can_focus=True):
    """Draws `view.turn` while there is one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn('day', -1)", show=False),
        Binding("right", "turn('day', 1)", show=False),
        Binding("shift+left,up", "turn('week', -1)", show=False),
        Binding("shift+right,down", "turn('week', 1)", show=False),
        Binding("pageup", "turn('month', -1)", show=False),
        Binding("pagedown", "turn('month', 1)", show=False),
        Binding("backspace", "rub_out", show=False),
        Binding("enter", "keep", show=False),
        Binding("escape", "leave", show=False),
    ]

    @dataclass
    class Turned(Message):
        """The day goes so many days, weeks or months on."""

        unit: Unit
        by: int

    @dataclass
    class Typed(Message):
        """A day is being typed."""

        text: str

    class Kept(Message):
        """The day is the report's."""

    class Left(Message):
        """All is to stay as it was."""

    def line(self, y: int) -> Line:
        turn = self.view.turn
        lines = render_strip.strip(self.view, turn, self.size.width) if turn is not None and self.size.width else []
        return lines[y] if y < len(lines) else BLANK

    @property
    def _typed(self) -> str:
        return self.view.turn.typed if self.view.turn is not None else ""

    def on_key(self, event: events.Key) -> None:
        """What is printed is typed, whatever command it is elsewhere."""
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._type(self._typed + event.character)

    def on_paste(self, event: events.Paste) -> None:
        """A pasted day, its first line."""
        event.stop()
        event.prevent_default()
        self._type(self._typed + " ".join(event.text.split("\n")[0].split()))

    def _type(self, text: str) -> None:
        self.post_message(self.Typed("".join(letter for letter in text if letter.isprintable())[:_LONGEST].lstrip()))

    def action_turn(self, unit: str, by: int) -> None:
        """On; towards the end of the ruler that the arrow points to."""
        mirrored = speech.spoken().rtl and unit == Unit.DAY
        self.post_message(self.Turned(Unit(unit), -by if mirrored else by))

    def action_rub_out(self) -> None:
        self._type(self._typed[:-1])

    def action_keep(self) -> None:
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        if self._typed:
            self._type("")
        else:
            self.post_message(self.Left())
