"""Lines for who reads them: in logical order for files and pipes, drawn and wrapped for a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from tui.commands.context import Context


def put_lines(lines: Iterable[str], context: Context, base: int | None = 0) -> None:
    """Write the lines. On a terminal a long one is wrapped before it is reordered, so that nothing is cut.

    Args:
        base: direction of the lines; None lets each go by its first strong letter.
    """
    if not context.out.isatty():
        for line in lines:
            context.out.write(f"{line}\n")
        return
    from tui.bidi import terminal
    from tui.bidi.layout import layout

    choice = terminal.settle(
        terminal.asked_for(context.environment, context.bidi), terminal.Answers(), context.environment
    )
    width = shutil.get_terminal_size().columns
    told = choice.mode != "off"
    if told:
        context.out.write(terminal.enter(context.environment))
    try:
        for line in lines:
            for drawn in layout(line, width, base=base, mode=choice.mode).lines:
                text = drawn.text if choice.marks else terminal.without_marks(drawn.text)
                context.out.write(f"{text}\n")
    finally:
        if told:
            context.out.write(terminal.leave(context.environment))


def isolated(text: str, context: Context) -> str:
    """A field for a line of several: on a terminal its direction does not reach beyond it."""
    if not context.out.isatty():
        return text
    from tui.bidi.layout import isolate

    return isolate(text)
