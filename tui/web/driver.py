"""The driver of a reader in a window of a browser: it ends with the server, however that ends.

The server holds the other end of standard input. Killed, it can tell nobody; but the system closes that end, and what
is read here comes to its end.
"""

from __future__ import annotations

import os

from textual import messages
from textual.drivers import web_driver

_PATIENCE = 5.0
"""Seconds that a reader has to write down its session; what was decided is on the disk at once."""


class WebDriver(web_driver.WebDriver):
    """As Textual's, whose reader would live on without anyone who could ever reach it."""

    def run_input_thread(self) -> None:
        """Pass on what is typed; at its end quit, or end the process where the reader is too busy to."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
            if not self.exit_event.wait(_PATIENCE):
                os._exit(1)
