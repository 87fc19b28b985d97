"""`waqai man`: the manual page, from the same table as the help; `waqai man | man -l -` shows it."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui.commands.shared.arguments import reader
from tui.commands.shared.context import FAILED, INTERRUPTED, OK, PIPE_CLOSED, USAGE, Context
from tui.commands.shared.synopsis import Argument, table
from tui.commands.verbs import VERBS

_CODES = {
    OK: "done",
    FAILED: "something could not be read, written or done; standard error says what, and what to do",
    USAGE: "wrong usage",
    INTERRUPTED: "interrupted",
    PIPE_CLOSED: "nobody reads the output any more",
}
_VARIABLES = {
    "WAQAI_LIBRARY": "the folder of the library, where --library names none",
    "WAQAI_BIDI": "how right-to-left text is drawn, before --bidi and the settings",
    "XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME": "where library, settings and cache are, as «waqai locate» tells",
}


def configure(parser: ArgumentParser) -> None:
    """It takes nothing."""
    del parser


def run(options: Namespace, context: Context) -> int:  # noqa: ARG001 - as every verb
    """Write the page, as roff."""
    context.write("\n".join(page(context.today.isoformat())) + "\n")
    return OK


def page(day: str) -> Iterator[str]:
    """The lines of the page."""
    known = table()
    yield f'.TH WAQAI 1 "{day}" "Waqai" "User commands"'
    yield from (".SH NAME", "waqai \\- one sourced timeline out of news reports")
    yield from (
        ".SH SYNOPSIS",
        ".B waqai",
        ".RI [ PATH .\\|.\\|.]",
        ".br",
        ".B waqai",
        ".I COMMAND",
        ".RI [ .\\|.\\|. ]",
    )
    yield from (".SH DESCRIPTION", _roff(reader().description or ""))
    yield from (".SH OPTIONS", *_options(known[""]), ".SH COMMANDS")
    for name, verb in VERBS.items():
        yield from (f".SS {_roff(f'waqai {verb.usage}')}", _roff(f"{verb.summary[0].upper()}{verb.summary[1:]}."))
        yield from _options(known[name])
    yield ".SH ENVIRONMENT"
    yield from (line for name, said in _VARIABLES.items() for line in (".TP", f".B {_roff(name)}", _roff(said)))
    yield ".SH EXIT STATUS"
    yield from (line for code, said in _CODES.items() for line in (".TP", f".B {code}", _roff(said)))


def _options(said: tuple[Argument, ...]) -> Iterator[str]:
    for one in said:
        names = ", ".join(one.flags) or one.shown
        value = f" {one.shown}" if one.flags and one.shown else ""
        yield from (".TP", f".B {_roff(names + value)}", _roff(one.help or ", ".join(one.choices)))


def _roff(text: str) -> str:
    """A line of text: no control line, no escape of roff's own, hyphens that can be copied."""
    said = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", said)
