"""The composition root: arguments, clock, environment, streams; every error becomes a line and an exit code."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TextIO

from timeline_core.errors import QueryError, TimelineError
from tui.commands.shared import arguments
from tui.commands.shared.context import FAILED, INTERRUPTED, OK, PIPE_CLOSED, USAGE, Context
from tui.commands.verbs import VERBS


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line.

    Returns:
        0 done, 1 failed, 2 wrong usage, 130 interrupted, 141 nobody reads the output any more.
    """
    context = _context()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv), context)
        context.out.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else OK
    except BrokenPipeError:
        _silence(context.out)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED, context)
    except QueryError as error:
        return _complain(str(error), USAGE, context)
    except TimelineError as error:
        return _complain(str(error), FAILED, context)
    except OSError as error:
        _silence(context.out)
        return _complain(f"{_file(error)}{error.strerror or error}; check the disk and do it again", FAILED, context)
    except Exception as error:  # noqa: BLE001 the last one before the user, who is given a line and not a trace
        return _complain(_logged(error), FAILED, context)
    return code


def _context() -> Context:
    return Context(dict(os.environ), sys.stdin.buffer, _utf8(sys.stdout), _utf8(sys.stderr), _today())


def _today() -> date:
    """The one look at the clock: what «yesterday» counts from in a QUERY."""
    return date.today()  # noqa: DTZ011 the day of the person who types


def _run(words: list[str], context: Context) -> int:
    verb, rest = arguments.split(words)
    atexit.register(_end)
    if verb:
        from store.disk.sweeping import sweep_seldom

        sweep_seldom()  # the reader leaves this as it is: a key waits meanwhile
        parser = arguments.verb(verb)
        module = import_module(f"tui.commands.{VERBS[verb].module}")
        module.configure(parser)
    else:
        parser = arguments.reader()
        module = None
    options = arguments.parse(parser, rest)
    context = replace(context, library=options.library, bidi=options.bidi)
    if module is None:
        return _read(options, context)
    code: int = module.run(options, context)
    _warn(context)
    return code


def _end() -> None:
    """The system takes all memory back at once: nothing is looked through for garbage before, which took 0.15 s."""
    gc.disable()
    gc.freeze()


def _warn(context: Context) -> None:
    """Tell of files of languages that were passed over, where the command read any."""
    load = sys.modules.get("seeds.load")
    for problem in load.problems() if load is not None else ():
        context.tell(problem)


def _read(options: Namespace, context: Context) -> int:
    if options.version:
        from timeline_core import __version__

        context.write(f"waqai {__version__}\n")
        return OK
    from tui.commands import open as reading

    code = reading.run(options, context)
    _warn(context)
    return code


def _utf8(stream: TextIO) -> TextIO:
    """UTF-8 whatever the locale says; a file name that is none shows as its escapes."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _complain(line: str, code: int, context: Context) -> int:
    with suppress(OSError):
        context.tell(line)
    return code


def _silence(stream: TextIO) -> None:
    """Let the interpreter flush what is left into nothing, so that it does not complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _file(error: OSError) -> str:
    return f"{error.filename}: " if error.filename else ""


def _logged(error: Exception) -> str:
    """A line for the user; the trace goes to the log."""
    from traceback import format_exception

    from store.disk import paths, private

    what = f"something went wrong that should not ({type(error).__name__}: {error})"
    log = paths.log()
    try:
        private.make_own(log.parent)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(format_exception(error))
    except OSError:
        return f"{what}; please report it"
    return f"{what}; please report it with {log}"


if __name__ == "__main__":
    sys.exit(main())
