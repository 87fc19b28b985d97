"""Finds the bidi mode for the terminal, and the sequences that turn off its own reordering.

Source:
    ECMA-48 BDSM (mode 8) as in the terminal-wg «BiDi in terminal emulators»: implicit `CSI 8 h`, explicit `CSI 8 l`;
    what each terminal does was seen on xterm, Alacritty, foot, kitty, VTE, Konsole, mlterm, xterm.js and tmux.
"""

from __future__ import annotations

import os
import re
import select
import time
from collections.abc import Mapping
from typing import NamedTuple, TextIO, cast

from tui.bidi.modes import MODES, Mode

EXPLICIT = "\x1b[8l"
"""The terminal neither reorders nor joins letters."""
IMPLICIT = "\x1b[8h"
"""It does again: for every kind of exit."""
QUERY = "\x1b7\x1b[8$p\x1b[>0q\x1b[c"
"""DECRQM of mode 8, XTVERSION, and DA1, which every terminal answers, as the sign that no more will come; before them
DECSC, so that what a terminal shows of a question that it does not know can be wiped away."""
_WIPE = "\x1b8\x1b[K"
SETTING = "WAQAI_BIDI"
CHOICES = ("auto", *MODES)

_IN_BROWSER = "textual"
"""What textual-serve calls itself; all other variables are of the terminal that it was started in."""
_PATIENCE, _FAR_PATIENCE = 0.3, 1.0
_BDSM = re.compile("\x1b\\[8;([0-4])\\$y")
_NAME = re.compile("\x1bP>\\|(.*?)(?:\x1b\\\\|\x07)", re.DOTALL)
_END = re.compile("\x1b\\[\\?[0-9;]*c")
_MARKS = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff]"
)


class Answers(NamedTuple):
    """A terminal's answers about itself."""

    bdsm: int | None = None
    """0 unknown to it, 1 implicit, 2 explicit, 3 and 4 the same for good; None when it kept silent."""
    name: str = ""
    """As XTVERSION gives it, with its version; empty when it kept silent."""
    complete: bool = False
    """The last question was answered: silence to the others is a no."""


class Choice(NamedTuple):
    """How to write to a terminal."""

    mode: Mode
    why: str
    advice: str = ""
    """The switch of the terminal that would give the reader a better picture; empty when there is none."""
    marks: bool = True
    """False where vowel marks spoil the letters they stand on (see `without_marks`)."""


def enter(environ: Mapping[str, str]) -> str:
    """To be written after the alternate screen is on; inside tmux also in the form it passes on."""
    return _sent(EXPLICIT, environ)


def leave(environ: Mapping[str, str]) -> str:
    """To be written before the alternate screen is left."""
    return _sent(IMPLICIT, environ)


def _sent(sequence: str, environ: Mapping[str, str]) -> str:
    return sequence + passed_through(sequence) if environ.get("TMUX") else sequence


def passed_through(sequence: str) -> str:
    """The form tmux hands to the terminal it runs in, when `allow-passthrough` is on."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def parse(received: str) -> Answers:
    """Read what came back after `QUERY`; anything else in between (typed keys) is passed over."""
    bdsm = _BDSM.search(received)
    name = _NAME.search(received)
    return Answers(int(bdsm[1]) if bdsm else None, name[1] if name else "", bool(_END.search(received)))


def may_be_asked(environ: Mapping[str, str]) -> bool:
    """Terminal.app and the Linux console show part of the question on the screen, and a dumb terminal all of it."""
    return environ.get("TERM_PROGRAM") != "Apple_Terminal" and environ.get("TERM", "dumb") not in ("dumb", "linux")


_PLAIN = {
    "apple": Choice("inverse", "Terminal.app reorders every line and cannot be told not to"),
    _IN_BROWSER: Choice("visual", "xterm.js in the browser draws cells as they are sent"),
}
"""Those of which there is nothing more to say."""


def choose(answers: Answers, environ: Mapping[str, str]) -> Choice:
    """The mode for a terminal, by its own answers, then by what it leaves in the environment."""
    name = terminal_name(answers, environ)
    if name in _PLAIN:
        return _PLAIN[name]
    if name == "konsole":
        advice = "switch off «Bi-directional text rendering» in the Konsole profile and set the mode to visual"
        return Choice("inverse", "Konsole reorders every line and cannot be told not to", advice)
    if name == "mlterm":
        return Choice(
            "inverse", "mlterm reorders every line", "start mlterm with --ctl=false and set the mode to visual"
        )
    if name == "kitty":
        advice = "write «force_ltr yes» in kitty.conf and set the mode to visual"
        return Choice("words", "kitty turns every Arabic word round", advice)
    if name in ("foot", "alacritty"):
        return Choice("visual", f"{name} draws cells as they are sent", marks=False)
    if answers.bdsm:
        return Choice("visual", "the terminal can be told not to reorder")
    if environ.get("TMUX"):
        advice = "«set -g allow-passthrough on» in tmux.conf lets the terminal be told not to reorder"
        return Choice("visual", "tmux draws cells as they are sent", advice)
    return Choice("visual", "the terminal is not known to reorder")


_BY_ANSWER = (("konsole", "konsole"), ("kitty", "kitty"), ("mlterm", "mlterm"), ("foot", "foot"))
_BY_VARIABLE = (
    ("KONSOLE_VERSION", "konsole"),
    ("MLTERM", "mlterm"),
    ("KITTY_WINDOW_ID", "kitty"),
    ("ALACRITTY_WINDOW_ID", "alacritty"),
)


def terminal_name(answers: Answers, environ: Mapping[str, str]) -> str:
    """One of `apple konsole mlterm kitty foot alacritty textual`, or nothing for every other.

    A terminal that gave its name is believed: variables outlive the window in which they were set.
    """
    if environ.get("TERM_PROGRAM") == _IN_BROWSER:
        return _IN_BROWSER
    said = answers.name.lower()
    if said and not said.startswith("tmux"):
        return next((name for word, name in _BY_ANSWER if said.startswith(word)), "")
    if environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return "apple"
    term = environ.get("TERM", "")
    by_term = next((name for name in ("foot", "alacritty") if term.startswith(name)), "")
    if by_term or answers.bdsm:
        return by_term
    return next((name for variable, name in _BY_VARIABLE if environ.get(variable)), "")


def asked_for(environ: Mapping[str, str], option: str | None = None, configured: str | None = None) -> str:
    """One of `CHOICES`: the environment before the command line before the settings, `auto` when none speaks.

    Raises:
        ValueError: one of them names no mode.
    """
    for source, value in ((SETTING, environ.get(SETTING)), ("--bidi", option), ("the setting bidi", configured)):
        if value:
            if value not in CHOICES:
                raise ValueError(f"{source} is {value!r}, and not one of {', '.join(CHOICES)}")
            return value
    return "auto"


def settle(wanted: str, answers: Answers, environ: Mapping[str, str]) -> Choice:
    """The choice for what `asked_for` gave; a mode that was named stands, whatever the terminal is."""
    found = choose(answers, environ)
    if wanted == "auto":
        return found
    return Choice(cast("Mode", wanted), "asked for", marks=found.marks)


def ask(source: TextIO, target: TextIO, environ: Mapping[str, str], timeout: float | None = None) -> Answers:
    """Put `QUERY` to the terminal and wait for its answers, `timeout` seconds at most.

    Without one, 0.3 seconds, and a whole one over ssh: an answer that comes later would be taken for typed keys.
    To be called before the application takes the screen. The terminal's settings are as before afterwards, whatever
    happens; keys typed meanwhile are lost. Silent answers where there is no terminal.
    """
    if not (may_be_asked(environ) and source.isatty() and target.isatty()):
        return Answers()
    try:
        import termios
        import tty
    except ImportError:
        return Answers()
    if timeout is None:
        timeout = _FAR_PATIENCE if environ.get("SSH_CONNECTION") else _PATIENCE
    descriptor = source.fileno()
    kept = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        target.write(QUERY)
        target.flush()
        return parse(_received(descriptor, time.monotonic() + timeout))
    finally:
        target.write(_WIPE)
        target.flush()
        termios.tcsetattr(descriptor, termios.TCSANOW, kept)


def _received(descriptor: int, until: float) -> str:
    """All that comes until the last answer is there or the time is over."""
    received = b""
    while (left := until - time.monotonic()) > 0 and select.select([descriptor], [], [], left)[0]:
        part = os.read(descriptor, 1_024)
        received += part
        if not part or _END.search(received.decode("latin-1")):
            break
    return received.decode("utf-8", "replace")


def without_marks(text: str) -> str:
    """A run without vowel marks: the same cells, for terminals that spoil the letter under a mark."""
    return _MARKS.sub("", text)
