"""`waqai export [QUERY] [--from PATH…] --format F [-o FILE]`: the timeline as a document or as data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.commands.arguments import query_and_source
from tui.commands.context import OK, Context, counted
from tui.commands.output import put
from tui.commands.select import select


def configure(parser: ArgumentParser) -> None:
    """QUERY, reports, form, file."""
    from timeline_core.export import EXPORTERS

    query_and_source(parser)
    parser.add_argument(
        "--format", choices=sorted(EXPORTERS), required=True, help=f"one of {', '.join(sorted(EXPORTERS))}"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there, in one piece, in place of standard output")


def run(options: Namespace, context: Context) -> int:
    """Write the document; where nothing could be read there is none to write."""
    from timeline_core.export import EXPORTERS

    chosen = select(options, context)
    timeline = chosen.timeline
    if chosen.code != OK and not timeline.reports:
        context.tell("nothing could be read, so nothing is exported")
        return chosen.code
    text = EXPORTERS[options.format](timeline, chosen.teller, chosen.query)
    put(text if text.endswith("\n") else text + "\n", options.output, context, timeline.reports)
    if options.output:
        count = counted(len(timeline.events) + len(timeline.undated), "event")
        context.tell(f"{count} of {counted(len(timeline.reports), 'report')} written to {options.output}")
    return chosen.code
