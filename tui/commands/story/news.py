"""`waqai news`: what is new in the library since you looked last."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.commands.shared.context import FAILED, OK, Context, counted
from tui.commands.shared.rows import FORMATS

if TYPE_CHECKING:
    from timeline_core.decisions.news import Item, Look
    from timeline_core.timeline import Timeline

_EPILOG = """It tells new events, events of which more is told, dates that moved, reports that differ now, and
decisions that found no event. --seen remembers that you have seen it. The first time there is nothing to
hold it against."""
_WORDS = {
    "event": "new",
    "joined": "more is told",
    "moved": "moved",
    "conflict": "reports differ",
    "lost": "decision without event",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is new."""

    change: str
    """`event`, `joined`, `moved`, `conflict` or `lost`."""
    event: str
    """Its id; of what is lost the id of the decision."""
    date: str
    """EDTF, as it is now."""
    before: str
    """Of what moved the EDTF of before; of a conflict its fields; of what joined how many more reports tell."""
    title: str


def configure(parser: ArgumentParser) -> None:
    """Form, and whether it is seen by now."""
    parser.epilog = _EPILOG
    parser.add_argument("--seen", action="store_true", help="remember that all of it was seen")
    parser.add_argument("--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}")
    parser.set_defaults(paths=None)


def run(options: Namespace, context: Context) -> int:
    """A line a thing."""
    from seeds.load import knowledge
    from store.care import looks
    from store.decisions.stamps import Stamps
    from timeline_core.decisions.news import find_news, make_look
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import library
    from tui.commands.shared.output import put
    from tui.commands.shared.progress import Reading
    from tui.commands.shared.rows import document
    from tui.commands.shared.terminal import put_lines

    found = library(context) if context.folder.exists() else None
    if found is None:
        context.tell(f"there is no library at {context.folder}; «waqai add PATH» makes one")
        return FAILED
    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    before = looks.read(context.folder)
    items = find_news(before, timeline) if before is not None else []
    if options.format == "table":
        put_lines(map(_line, items), context)
    else:
        put(document(map(_row, items), Row, options.format, "news"), None, context)
    if options.seen or before is None:
        looks.write(context.folder, make_look(timeline, Stamps().next()[1]))
    context.tell(_summary(items, before, timeline, seen=options.seen))
    return OK


def _summary(items: Sequence[Item], before: Look | None, timeline: Timeline, *, seen: bool) -> str:
    if before is None:
        events = counted(len(timeline.events) + len(timeline.undated), "event")
        return f"nobody has looked before; from now on all is known ({events})"
    if not items:
        return f"nothing is new since {before.at}"
    return f"{counted(len(items), 'thing')} new since {before.at}{'' if seen else '; --seen remembers that you saw it'}"


def _row(item: Item) -> Row:
    event, decision = item.event, item.decision
    if event is None:
        target = decision.targets[0].title if decision is not None and decision.targets else ""
        return Row(item.change.value, decision.id if decision is not None else "", "", "", target)
    return Row(item.change.value, event.id, event.when.edtf if event.when else "", item.before, event.title)


def _line(item: Item) -> str:
    row = _row(item)
    before = {"moved": f" from {row.before or 'no day'}", "conflict": f" about {row.before}"}.get(row.change, "")
    return f"{row.event}  {_WORDS[row.change]}{before}  {' '.join(row.title.split())}"
