"""A glimpse: the screen as it was left, on the terminal while all that draws it is still being loaded.

It is kept when the reader is left, and shown only where the same would be drawn again: the same files of the library,
settings, terminal, size and program. What is drawn then takes its place in one piece (`widgets.driver.behind`).
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
    """Of one library on one terminal; used once a run."""

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
        """True while it stands on the screen, and nothing else has been drawn."""
        return self._out is not None

    def show(self, out: TextIO) -> None:
        """Draw it, if the same would be drawn again."""
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
        """What draws has the screen now, and gives it back."""
        self._out = None
        for number, act in self._before.items():
            signal.signal(number, act)  # type: ignore[arg-type]

    def away(self) -> None:
        """Give the terminal back where nothing came to draw."""
        if self._out is not None:
            back = terminal.leave(self._environment) if self._mode == "visual" else ""
            self._out.write(_CURSOR + back + _BACK)
            self._out.flush()
            self.taken()

    def keep(self, picture: str, out: TextIO) -> None:
        """For the next run; where that fails, it is not kept, and nobody is told."""
        from store.care import sessions
        from store.disk import whole

        path = sessions.picture(self._library)
        with suppress(OSError, UnicodeError):
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.write(path, f"{self._key(out)}\n{picture}".encode())

    def _key(self, out: TextIO) -> str:
        """Of all that the picture depends on."""
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
