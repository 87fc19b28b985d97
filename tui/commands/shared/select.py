"""Applies a QUERY to the timeline, and provides the teller that explains it."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.commands.shared import nothing
from tui.commands.shared import timeline as timelines
from tui.commands.shared.context import Context, counted
from tui.commands.shared.gather import gather
from tui.commands.shared.progress import Reading
from tui.i18n import speech

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.merge.importance import Importance
    from timeline_core.model.decision import Decision
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.timeline import Timeline
    from timeline_core.view.filter import Filter
    from timeline_core.view.nearby import Find
    from timeline_core.view.order import Ordering
    from timeline_core.view.teller import Teller


_SECONDS = 30.0
"""Of the processor, that a pattern in a QUERY may take over all events."""


@dataclass(frozen=True)
class Selected:
    """The filtered timeline, and the exit code for what could not be read."""

    timeline: Timeline
    query: str
    code: int
    whole: Timeline
    """Before the filter."""
    rejected: bool = False
    """The filter line asks for rejected events itself."""
    log: tuple[Decision, ...] = ()
    """What was decided about the reports of the library."""
    brief: Mapping[str, Importance] = field(default_factory=dict)
    """Where only the most important are asked for: id -> why it is one of them, the most important first."""
    order: Ordering | None = None
    """In which they are wanted; None where the filter line does not say."""

    @cached_property
    def teller(self) -> Teller:
        """Explains dates; made on demand, since a plain list needs none."""
        from seeds.load import knowledge

        return teller(knowledge())


def select(options: Namespace, context: Context) -> Selected:
    """Read, derive, filter; what is in the cache is not derived again.

    Raises:
        QueryError: before anything is read.
    """
    from seeds.load import knowledge
    from timeline_core.view.filter import Filter, apply

    query = " ".join(options.query).strip()
    wanted = _parsed(query, options, context) if query else Filter()
    found = gather(options, context)
    with Reading(context) as tell:
        kept = timelines.opened(found, knowledge, tell)
    if kept is not None:
        whole, timeline = kept.now.timeline, kept.now.narrowed(wanted)
    else:
        whole = timelines.timeline(found, knowledge)
        timeline = apply(wanted, whole) if query else whole
    code = timelines.set_aside(whole, context) or found.code
    for line in nothing.lines(whole):
        context.tell(line)
    if whole.orphans:
        number = counted(len(whole.orphans), "decision")
        context.tell(f"{number} found no event, or not all of it; «waqai library verify --events» names what was meant")
    if query and not (timeline.events or timeline.undated):
        context.tell(f"none of {counted(len(whole.events) + len(whole.undated), 'event')} fits «{query}»")
    brief = _brief(timeline, getattr(options, "brief", None))
    if brief:
        from timeline_core.merge.importance import narrow_to

        timeline = narrow_to(timeline, brief)
    order = wanted.order if len(wanted.terms) > len([*wanted.conditions]) else None
    return Selected(timeline, query, code, whole, asks_for_rejected(wanted), found.log, brief, order)


def points_of(why: Importance) -> str:
    """The points of an event and what each is for: «7: origins +3, toll +4»."""
    return f"{why.points}: {', '.join(f'{name} {points:+}' for name, points in why.reasons) or 'nothing'}"


def _brief(timeline: Timeline, most: int | None) -> Mapping[str, Importance]:
    if most is None:
        return {}
    from timeline_core.merge.importance import find_brief

    return find_brief(timeline, max(1, most))


def _parsed(query: str, options: Namespace, context: Context) -> Filter:
    """The filter; languages are loaded only for a line that may hold a date, or a distance."""
    from seeds.load import knowledge, query_wording
    from timeline_core.view import sought
    from timeline_core.view.filter import DATES, NEAR, PUBLISHED
    from timeline_core.view.query import parse

    sought.bound(time.thread_time, _SECONDS)
    wording = query_wording()
    around = nearby(knowledge(), _decided(options, context)) if wording.is_asked(query, NEAR) else None
    read_in = languages(knowledge()) if wording.is_asked(query, *DATES, PUBLISHED) else ()
    return parse(query, context.today, read_in, around, wording)


def _decided(options: Namespace, context: Context) -> tuple[Decision, ...]:
    """The log of the library, where it is asked."""
    from store.decisions.decisions import Decisions

    return () if options.paths or not context.folder.exists() else tuple(Decisions(context.folder).log())


def nearby(known: Knowledge, log: Iterable[Decision] = ()) -> Find:
    """What reads `near:` of a filter line, with the words of every language for kilometres.

    Args:
        log: in which lists of the reader's own are.
    """
    from timeline_core.decisions.own_lists import extended
    from timeline_core.view.nearby import finder

    units = frozenset(unit for one in known.phrasings.values() for unit in one.documents.kilometres)
    return finder(extended(known.gazetteer, log), known.world, units)


def languages(known: Knowledge) -> tuple[Language, ...]:
    """Those that typed dates are read in: that of the screen first, for «3/4/2022» is another day in another one."""
    heard = speech.spoken().code
    return tuple(sorted(known.languages.values(), key=lambda language: language.code != heard))


def asks_for_rejected(wanted: Filter) -> bool:
    """True for a filter that names the status itself."""
    return any(term.field == "status" and not term.exclude and "rejected" in term.values for term in wanted.terms)


def teller(known: Knowledge, heard: speech.Speech | None = None) -> Teller:
    """Who tells reasons in that language; by default in that of the screen."""
    from timeline_core.view.teller import Teller

    heard = heard or speech.spoken()
    language = known.languages[heard.code]
    months = {str(number): name for number, name in enumerate(heard.months, 1)}
    names = {**language.names, "month": {**language.names.get("month", {}), **months}}
    return Teller(replace(language, names=names), known.phrasings[heard.code], known.gazetteer)
