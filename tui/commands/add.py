"""`waqai add PATH…`: keep reports in the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from store.intake.read import take
from store.original import Original
from tui.commands.arguments import about_reports
from tui.commands.context import FAILED, OK, Context, counted
from tui.commands.gather import defaults, told


def configure(parser: ArgumentParser) -> None:
    """PATHs, and what is said of all of them."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input")
    about_reports(parser)


@dataclass(slots=True)
class _Count:
    read: int = 0
    failed: int = 0


def run(options: Namespace, context: Context) -> int:
    """Keep them; the summary goes to standard output, what could not be read was told before."""
    from store.library import Library

    count = _Count()
    with Library(context.folder) as library:
        added = library.add(_counted(options, context, count))
    for given, kept in added.duplicates:
        context.tell(f"{given}: is kept already, as {kept}")
    context.write(
        f"{counted(count.read, 'report')} read: {len(added.new):,} new, {counted(len(added.duplicates), 'duplicate')},"
        f" {count.failed:,} failed\n"
    )
    return FAILED if count.failed else OK


def _counted(options: Namespace, context: Context, count: _Count) -> Iterator[Original]:
    """What was read, one at a time; failures are told and counted."""
    for taken in take(options.paths, defaults(options), stdin=context.stdin):
        if isinstance(taken, Original):
            count.read += 1
            yield taken
        else:
            count.failed += told(taken, context)
