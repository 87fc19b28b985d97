"""Keeps the terminal from reordering what is already in order, from the first cell to every kind of exit."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from functools import cache

from textual.driver import Driver

from tui.bidi import terminal
from tui.widgets import thrift

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


@cache
def thrifty(driver: type[Driver]) -> type[Driver]:
    """The driver, sending no more bytes than the picture needs."""

    class Thrifty(driver):  # type: ignore[misc, valid-type]
        def write(self, data: str) -> None:
            super().write(thrift.shorter(data))

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
