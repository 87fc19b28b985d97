"""A glimpse: the screen of the last exit, shown at once at the next start while the program loads.

It is shown only if the same screen would be drawn again: same library files, settings, terminal, size and program.
The real screen then replaces it in one piece (`tui.terminal.driver.behind`).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import TextIO

from tui.terminal import probe as terminal

_SCREEN, _BACK = "\x1b[?1049h", "\x1b[?1049l"
_BARE, _CURSOR = "\x1b[?25l", "\x1b[?25h"
_LOOKS = ("TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "TEXTUAL_THEME", "LANG", "LC_ALL", "LC_MESSAGES", "TMUX")
_DRAWS = ("seeds", "store", "timeline_core", "tui")
"""All of them: a word of the language data shows on the screen as a colour does."""
_ENDS = (signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()))


class Glimpse:
    """The glimpse of one library on one terminal; used once a run."""

    def __init__(self, library: Path, environment: Mapping[str, str], mode: str, settings: object) -> None:
        """`mode`: of `tui.bidi.modes`; `settings`: what a person has set, by its words."""
        self._library, self._environment, self._mode = library, environment, mode
        self._settings = repr(settings)
        self._out: TextIO | None = None
        self._before: dict[int, object] = {}

    @property
    def sent(self) -> tuple[str, ...]:
        """What the terminal is told before it is drawn."""
        return (_SCREEN, *((terminal.enter(self._environment),) if self._mode == "visual" else ()))

    @property
    def shown(self) -> bool:
        """True while it is on the screen and nothing else was drawn."""
        return self._out is not None

    def show(self, out: TextIO) -> None:
        """Draw it if it is still valid."""
        from store.care import sessions

        try:
            key, _, picture = sessions.picture(self._library).read_text("utf-8").partition("\n")
        except (OSError, ValueError):
            return
        if not picture or key != self._key(out):
            return
        self._out = out
        for number in _ENDS:
            self._before[number] = signal.signal(number, self._ended)
        out.write("".join((*self.sent, _BARE, picture)))
        out.flush()

    def taken(self) -> None:
        """The driver controls the screen from now on."""
        self._out = None
        for number, act in self._before.items():
            signal.signal(number, act)  # type: ignore[arg-type]

    def away(self) -> None:
        """Restore the terminal if the program never drew."""
        if self._out is not None:
            back = terminal.leave(self._environment) if self._mode == "visual" else ""
            self._out.write(_CURSOR + back + _BACK)
            self._out.flush()
            self.taken()

    def keep(self, picture: str, out: TextIO) -> None:
        """Save it for the next run; failures are ignored."""
        from store.care import sessions
        from store.disk import locked, private, whole

        if locked.is_locked(self._library):
            return
        path = sessions.picture(self._library)
        with suppress(OSError, UnicodeError):
            private.make_own(path.parent)
            whole.write(path, f"{self._key(out)}\n{picture}".encode(), closed=True)

    def _key(self, out: TextIO) -> str:
        """A fingerprint of everything the picture depends on."""
        from store.derived import cache, program

        try:
            size: object = os.get_terminal_size(out.fileno())
        except (OSError, ValueError):
            size = None
        looks = [self._environment.get(name) for name in _LOOKS]
        drawn_by = program.fingerprint(_DRAWS)
        whole_of = (cache.state(self._library), size, looks, self._mode, self._settings, drawn_by)
        return sha256(repr(whole_of).encode("utf-8", "backslashreplace")).hexdigest()

    def _ended(self, number: int, _: FrameType | None) -> None:
        self.away()
        sys.exit(128 + number)
