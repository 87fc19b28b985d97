"""`waqai serve [PATH…]`: the reader in a web browser of this machine, at an address that only its user knows."""

from __future__ import annotations

import asyncio
import os
import secrets
import shlex
import sys
from argparse import ArgumentParser, Namespace
from importlib.util import find_spec
from pathlib import Path

from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import FAILED, OK, Context
from tui.commands.shared.output import OutputError
from tui.terminal.probe import SETTING

_STDIN = "-"
_LAST_PORT = 65_535
_TOKEN_BYTES = 24
_WINDOWS, _IDLE = 12, 180


def configure(parser: ArgumentParser) -> None:
    """PATHs as of the reader, and the port."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="reports to read without keeping; without any, the library"
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="listen there; else at any port that is free")
    parser.add_argument(
        "--windows",
        type=int,
        default=_WINDOWS,
        metavar="N",
        help=f"how many may be open at once; {_WINDOWS} without it",
    )
    parser.add_argument(
        "--idle",
        type=int,
        default=_IDLE,
        metavar="MINUTES",
        help=f"close a window in which nobody types for so long; {_IDLE} without it, 0 for never",
    )
    about_reports(parser)


def run(options: Namespace, context: Context) -> int:
    """Serve on 127.0.0.1 until Ctrl-C; the address goes to standard output, as the one thing that is data.

    Raises:
        OutputError: the port cannot be used.
    """
    if find_spec("textual_serve") is None:
        context.tell("the reader in a browser needs textual-serve; install waqai[serve]")
        return FAILED
    from tui.web.limits import Limits
    from tui.web.server import Reader, listen

    if _STDIN in options.paths:
        raise OutputError("every window reads the reports anew, so standard input cannot be served; name files")
    if not 0 <= options.port <= _LAST_PORT:
        raise OutputError(f"--port {options.port} is none; name one of 0 to {_LAST_PORT}")
    if options.windows < 1 or options.idle < 0:
        raise OutputError("--windows is at least 1, and --idle at least 0")
    try:
        listening = listen(options.port)
    except OSError as error:
        raise OutputError(f"port {options.port} cannot be used ({error.strerror}); name another with --port") from error
    _leave_the_terminal()
    _keep_the_way()
    limits = Limits(options.windows, 60.0 * options.idle)
    reader = Reader(command(options, context), listening, secrets.token_urlsafe(_TOKEN_BYTES), "Waqai", limits)

    def ready() -> None:
        context.tell("who has this address can read and decide as you can; Ctrl-C ends it")
        context.write(f"{reader.address}\n")
        context.out.flush()

    asyncio.run(reader.until_stopped(ready))
    return OK


def _leave_the_terminal() -> None:
    """What was set for the terminal does not hold in the browser, whose readers inherit the environment."""
    for name in (SETTING, "TMUX"):
        os.environ.pop(name, None)


def _keep_the_way() -> None:
    """The readers find this very program, and nothing that lies in the folder where the user stands (`-P`)."""
    known = os.environ.get("PYTHONPATH")
    own = str(Path(__file__).parents[2])
    os.environ["PYTHONPATH"] = os.pathsep.join([own, *([known] if known else [])])


def command(options: Namespace, context: Context) -> str:
    """The command line of one window's reader, as a shell reads it."""
    words = [sys.executable, "-P", "-m", "tui"]
    for name, value in (("--library", context.library), ("--bidi", context.bidi or "auto"), ("--lang", options.lang)):
        words += [name, value] if value else []
    words += ["--publisher", options.publisher] if options.publisher else []
    words += [word for field, column in options.map for word in ("--map", f"{field}={column}")]
    words += ["--zone", options.zone] if getattr(options, "zone", None) else []
    words += ["--allow-private"] if options.allow_private else []
    words += ["--published", options.published.edtf] if options.published else []
    return shlex.join([*words, "--", *options.paths] if options.paths else words)
