"""`waqai pairs`: which events may be one, and why; what a person says of them are decisions."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.commands.shared.context import Context, counted
from tui.commands.shared.rows import FORMATS

if TYPE_CHECKING:
    from timeline_core.decisions.event_pair import EventPair
    from timeline_core.view.teller import Teller

_EPILOG = """Those that would change the timeline most stand first, those in doubt last. To answer:
  waqai decide ID merge OTHER   they are one, and the date and title of ID hold
  waqai decide ID apart OTHER   they are two: nobody asks again, also after later reports
  waqai decide ID doubt OTHER   nobody can say yet: it is asked last"""


@dataclass(frozen=True, slots=True)
class Row:
    """Two events that may be one."""

    one: str
    other: str
    likeness: float
    features: tuple[str, ...]
    """Names of rows of the table of likeness."""
    dates: tuple[str, ...]
    """EDTF of the one and of the other; empty where there is none."""
    titles: tuple[str, ...]
    reports: tuple[str, ...]
    """How many tell of each."""
    unsure: bool
    """A person was asked, and could not say."""


def configure(parser: ArgumentParser) -> None:
    """Reports and form."""
    from tui.commands.shared.arguments import source

    parser.epilog = _EPILOG
    source(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}")


def run(options: Namespace, context: Context) -> int:
    """A pair a line."""
    from seeds.load import knowledge
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import gather
    from tui.commands.shared.output import put
    from tui.commands.shared.progress import Reading
    from tui.commands.shared.rows import document
    from tui.commands.shared.select import teller
    from tui.commands.shared.terminal import put_lines

    found = gather(options, context)
    with Reading(context) as tell:
        whole = timelines.timeline(found, knowledge, tell)
        pairs = timelines.event_pairs(found, whole, knowledge, tell)
    code = timelines.set_aside(whole, context) or found.code
    if options.format == "table":
        put_lines((_line(pair, teller(knowledge())) for pair in pairs), context)
        told = f"{counted(len(pairs), 'pair')} may be one event" if pairs else "no two events may be one"
        context.tell(f"{told}; «waqai decide ID merge|apart|doubt OTHER» answers" if pairs else told)
    else:
        put(document(map(_row, pairs), Row, options.format, "pairs"), None, context)
    return code


def _row(pair: EventPair) -> Row:
    both = (pair.one, pair.other)
    return Row(
        one=pair.one.id,
        other=pair.other.id,
        likeness=pair.likeness.total,
        features=pair.likeness.features,
        dates=tuple(event.when.edtf if event.when else "" for event in both),
        titles=tuple(event.title for event in both),
        reports=tuple(str(len(event.reports)) for event in both),
        unsure=pair.unsure,
    )


def _line(pair: EventPair, teller: Teller) -> str:
    titles = " / ".join(" ".join(event.title.split()) for event in (pair.one, pair.other))
    unsure = "  [in doubt]" if pair.unsure else ""
    return f"{pair.one.id}  {pair.other.id}  {titles}: {teller.weighed(pair.likeness)}{unsure}"
