"""Prints lines: in logical order to files and pipes, wrapped and in visual order to a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.commands.shared.context import Context, harmless

if TYPE_CHECKING:
    from tui.settings.config import Settings


class Wanted(NamedTuple):
    """The user's choices about this terminal."""

    bidi: str = "auto"
    """`auto` or a mode."""
    marks: bool | None = None
    """Whether vowel marks are drawn; None leaves it to what the terminal is known to do."""
    settings: Settings | None = None
    """All that the settings file says."""


def wanted(context: Context) -> Wanted:
    """Choices from environment, command line and settings, in this order; invalid ones are reported and ignored."""
    from store.disk import paths
    from tui.settings import config
    from tui.terminal.probe import SETTING, asked_for

    settings = config.read(paths.config())
    for problem in settings.problems:
        context.tell(problem)
    try:
        return Wanted(asked_for(context.environment, context.bidi, settings.bidi), settings.marks, settings)
    except ValueError as error:
        context.tell(f"{error}; it is passed over")
    others = {name: value for name, value in context.environment.items() if name != SETTING}
    return Wanted(asked_for(others, context.bidi, settings.bidi), settings.marks, settings)


def put_lines(lines: Iterable[str], context: Context, base: int | None = 0) -> None:
    """Write the lines. On a terminal a long one is wrapped before it is reordered, so that nothing is cut.

    What could command a terminal is taken out of what is piped too: it is read in one next.

    Args:
        base: direction of the lines; None lets each go by its first strong letter.
    """
    if not context.out.isatty():
        for line in lines:
            context.out.write(f"{harmless(line)}\n")
        return
    from tui.bidi.layout import layout
    from tui.terminal import probe as terminal

    said = wanted(context)
    choice = terminal.settle(said.bidi, terminal.Answers(), context.environment)
    marks = choice.marks if said.marks is None else said.marks
    width = shutil.get_terminal_size().columns
    visual = choice.mode == "visual"
    if visual:
        context.out.write(terminal.enter(context.environment))
    try:
        for line in lines:
            for drawn in layout(line, width, base=base, mode=choice.mode).lines:
                text = drawn.text if marks else terminal.without_marks(drawn.text)
                context.out.write(f"{text}\n")
    finally:
        if visual:
            context.out.write(terminal.leave(context.environment))


def isolated(text: str, context: Context) -> str:
    """A field for a line of several: on a terminal its direction does not reach beyond it."""
    if not context.out.isatty():
        return text
    from tui.bidi.layout import isolate

    return isolate(text)
