"""From how many independent origins an event is known: four papers that print one agency's words are one.

Reports are of one origin where one is a copy of the other, where they name one source of what happened («وفق رويترز»),
where one is of the outlet that the other names, and where their sentences are one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from timeline_core.errors import TimelineError
from timeline_core.merge.same_sentence import are_copies
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.entry import UNNAMED
from timeline_core.model.event import Event, Kind
from timeline_core.names.gazetteer import Gazetteer, folded_words
from timeline_core.timeline import Timeline

_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)
"""A statement is known from those who heard it; that they name its speaker makes them no less independent."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports of an event that hang together."""

    reports: tuple[str, ...]
    """In order of evidence."""
    sources: tuple[str, ...] = ()
    """Ids of those who say so, as the reports name them."""


@dataclass(slots=True)
class _Parts:
    """Reports in sets that are united."""

    above: dict[str, str] = field(default_factory=dict)

    def of(self, id: str) -> str:
        while (next := self.above.get(id, id)) != id:
            id = next
        return id

    def unite(self, one: str, other: str) -> None:
        self.above[self.of(other)] = self.of(one)


def find_origins(event: Event, timeline: Timeline) -> tuple[Origin, ...]:
    """Find the origins of the event, in order of its evidence."""
    reports, sources = event.reports, _sources(event)
    if len(reports) == 1:
        return (Origin(reports, sources.get(reports[0], ())),)
    parts = _Parts()
    for one, other in _hanging_together(event, timeline, sources):
        parts.unite(one, other)
    together: dict[str, list[str]] = {}
    for id in reports:
        together.setdefault(parts.of(id), []).append(id)
    return tuple(
        Origin(tuple(some), tuple(dict.fromkeys(source for id in some for source in sources.get(id, ()))))
        for some in together.values()
    )


def _sources(event: Event) -> dict[str, tuple[str, ...]]:
    """Report -> whom it names as saying so."""
    found: dict[str, tuple[str, ...]] = {}
    for telling in event.tellings if event.kind not in _SAID else ():
        ids = (id for id in in_roles(telling.roles, ActorRole.SOURCE) if not id.startswith(UNNAMED))
        found[telling.report] = tuple(dict.fromkeys((*found.get(telling.report, ()), *ids)))
    return found


def _hanging_together(
    event: Event, timeline: Timeline, sources: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    keys = _keys(event, timeline, sources)
    for one, other in combinations(event.reports, 2):
        copied = timeline.copies.get(one, one) == timeline.copies.get(other, other)
        if copied or not keys[one].isdisjoint(keys[other]):
            yield one, other
    for mine_, theirs_ in combinations(event.tellings, 2):
        alike = mine_.lang == theirs_.lang and are_copies(mine_.words, theirs_.words)
        if alike and mine_.report != theirs_.report:
            yield mine_.report, theirs_.report


def _keys(event: Event, timeline: Timeline, sources: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Report -> those from whom it has what it tells: the sources that it names, else its own outlet.

    An outlet that another report names is a source beside those that it names itself.
    """
    cited = {source for some in sources.values() for source in some}
    found: dict[str, frozenset[str]] = {}
    for id in event.reports:
        named, outlet = frozenset(sources.get(id, ())), _outlet(id, timeline)
        found[id] = named | {outlet} if outlet and (not named or outlet in cited) else named
    return found


def _outlet(id: str, timeline: Timeline) -> str:
    """The id of the outlet that published the report, where it is somebody whom the events name; else its name."""
    try:
        report = timeline.report(id)
    except TimelineError:  # its text is gone from the disk
        report = None
    return _called(report.publisher, timeline.names) if report is not None and report.publisher else ""


def _called(publisher: str, names: Gazetteer) -> str:
    return next((hit.id for hit in names.find(publisher)), " ".join(folded_words(publisher)))
