"""The timeline that a QUERY leaves, and who tells its reasons."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui import speech
from tui.commands import told
from tui.commands.context import Context, counted
from tui.commands.gather import gather

if TYPE_CHECKING:
    from timeline_core.decision import Decision
    from timeline_core.explain import Teller
    from timeline_core.filter import Filter
    from timeline_core.knowledge import Knowledge
    from timeline_core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Selected:
    """What the filter line leaves of the timeline, and the exit code that the reading calls for."""

    timeline: Timeline
    teller: Teller
    query: str
    code: int
    whole: Timeline
    """Before the filter."""
    rejected: bool = False
    """The filter line asks for rejected events itself."""
    log: tuple[Decision, ...] = ()
    """What was decided about the reports of the library."""


def select(options: Namespace, context: Context) -> Selected:
    """Read, derive, filter.

    Raises:
        QueryError: before anything is read.
    """
    from seeds.load import knowledge
    from timeline_core.filter import apply
    from timeline_core.query import parse

    known = knowledge()
    query = " ".join(options.query).strip()
    wanted = parse(query, context.today, known.languages.values())
    found = gather(options, context)
    whole = told.timeline(found, known)
    timeline = apply(wanted, whole) if query else whole
    if query and not (timeline.events or timeline.undated):
        context.tell(f"none of {counted(len(whole.events) + len(whole.undated), 'event')} fits «{query}»")
    rejected = _asks_for_rejected(wanted)
    return Selected(timeline, teller(known), query, found.code, whole, rejected, found.log)


def _asks_for_rejected(wanted: Filter) -> bool:
    return any(term.field == "status" and not term.exclude and "rejected" in term.values for term in wanted.terms)


def teller(known: Knowledge) -> Teller:
    """Who tells reasons in the language of the screen."""
    from timeline_core.explain import Teller

    heard = speech.spoken()
    language = known.languages[heard.code]
    months = {str(number): name for number, name in enumerate(heard.months, 1)}
    names = {**language.names, "month": {**language.names.get("month", {}), **months}}
    return Teller(replace(language, names=names), known.phrasings[heard.code], known.gazetteer)
