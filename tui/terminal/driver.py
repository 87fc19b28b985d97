"""Textual drivers that turn off the terminal's own reordering, from the first cell to any kind of exit."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from textual.driver import Driver
from textual.events import Key
from textual.message import Message

from tui.terminal import probe as terminal
from tui.terminal.canvas import Canvas

_PATIENCE = 3.0
"""Seconds that the end may take where there is nobody to see it."""


@cache
def explicit(driver: type[Driver]) -> type[Driver]:
    """The driver, with the terminal's own reordering off while the program has the screen.

    Textual stops the driver when it quits, suspends (Ctrl-Z too) or fails, and starts it when it comes back.
    """

    class Explicit(driver):  # type: ignore[misc, valid-type]
        def start_application_mode(self) -> None:
            super().start_application_mode()
            self.write(terminal.enter(os.environ))
            self.flush()

        def stop_application_mode(self) -> None:
            self.write(terminal.leave(os.environ))
            self.flush()
            super().stop_application_mode()

    return Explicit


if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver as _Drawing
else:
    _Drawing = Driver


class _Held:
    """Output that is held back until `reveal`."""

    def __init__(self, sent: Sequence[str]) -> None:
        self._sent, self._pieces, self._begun = sent, cast("list[str] | None", None), False

    @property
    def holds(self) -> bool:
        return self._pieces is not None

    def begin(self) -> None:
        """Once: what is drawn after the screen was given back and taken again is seen at once."""
        if not self._begun:
            self._begun, self._pieces = True, []

    def takes(self, data: str) -> bool:
        """True where it is held back."""
        if self._pieces is None:
            return False
        self._pieces.append(data)
        return True

    def given(self) -> str:
        """All of it, without the first of each sequence that the terminal was told before."""
        drawn, self._pieces = "".join(self._pieces or ()), None
        for sequence in self._sent:
            drawn = drawn.replace(sequence, "", 1)
        return drawn


class _Behind(_Drawing):
    """Holds output back behind the glimpse until `reveal` shows it."""

    held: _Held
    taken: Callable[[], None]

    def start_application_mode(self) -> None:
        self.held.begin()
        self.taken()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def write(self, data: str) -> None:
        if not self.held.takes(data):
            super().write(data)

    def process_message(self, message: Message) -> None:
        if self.held.holds and isinstance(message, Key):  # who types sees what comes of it
            self._loop.call_soon_threadsafe(self.reveal)
        super().process_message(message)

    def reveal(self) -> None:
        """Draw what was held back."""
        if drawn := self.held.given():
            super().write(drawn)
            self.flush()

    def stop_application_mode(self) -> None:
        self.reveal()
        super().stop_application_mode()


def behind(driver: type[Driver], taken: Callable[[], None], sent: Sequence[str]) -> type[Driver]:
    """The driver, drawing behind the glimpse until its `reveal` is called.

    Args:
        taken: called when the driver has the screen, and will give it back.
        sent: what the terminal was told with the glimpse, and need not be told again.
    """
    return type("Behind", (_Behind, driver), {"held": _Held(sent), "taken": staticmethod(taken)})


@cache
def thrifty(driver: type[Driver]) -> type[Driver]:
    """The driver, sending only the cells that change (`canvas`); `anew` sends the next picture whole."""

    class Thrifty(driver):  # type: ignore[misc, valid-type]
        _canvas: Canvas

        def start_application_mode(self) -> None:
            self._canvas = Canvas()
            super().start_application_mode()

        def write(self, data: str) -> None:
            super().write(self._canvas.differing(data))

        def anew(self) -> None:
            self._canvas.forget()

    return Thrifty


def on_hangup(act: Callable[[int], object]) -> None:
    """Call `act` with the exit code when the program is told to end, so that the terminal is left as it was found."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None)):
        if number is not None:
            try:
                loop.add_signal_handler(number, _end, act, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # no signals on this platform, or not in the main thread


def _end(act: Callable[[int], object], code: int) -> None:
    """Where the window is gone nothing can be written, and Textual would wait for ever to write its farewell."""
    if not _window_is_there():
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nowhere, descriptor)
        last = threading.Timer(_PATIENCE, os._exit, (code,))
        last.daemon = True
        last.start()
    act(code)


def _window_is_there() -> bool:
    try:
        return os.isatty(0) or os.isatty(2)
    except OSError:
        return False
