"""Whom and which places events name after the reader's say: who was merged, who is nobody, who is somebody else.

Source:
    DESIGN.md sections 5 and 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline_core.decisions.names import apply_names
from timeline_core.decisions.on_event import is_sound
from timeline_core.model.actor_role import Roles, joined_roles
from timeline_core.model.decision import OF_READING, Act, Decision, in_force
from timeline_core.model.entry import Entry
from timeline_core.model.event import Event, Telling
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Who:
    """The names as the reader has them, and what they make of the ids in an event."""

    names: Gazetteer
    hidden: frozenset[str] = frozenset()
    others: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(Report, id) -> the id of the other one whom that report calls so."""

    def told(self, event: Event) -> Event:
        """The event with the ids of now. Where tellings disagree on whom a name means, it has both."""
        if all(self._is_plain(event, id) for id in (*event.actors, *event.places, *(id for _, id in event.roles))):
            return event
        tellings = tuple(map(self._telling, event.tellings))
        reports = event.reports
        return replace(
            event,
            actors=self._ids(event.actors, reports),
            places=self._ids(event.places, reports),
            roles=self._roles(event.roles, reports),
            tellings=tellings,
        )

    def _is_plain(self, event: Event, id: str) -> bool:
        known = self.names.canonical(id) == id and id not in self.hidden
        return known and not any((report, id) in self.others for report in event.reports)

    def _telling(self, one: Telling) -> Telling:
        own = (one.report,)
        roles = self._roles(one.roles, own)
        naming = tuple((now, span) for id, span in one.naming for now in self._now(id, own))
        actors, places = self._ids(one.actors, own), self._ids(one.places, own)
        return replace(one, actors=actors, places=places, roles=roles, naming=naming)

    def _now(self, id: str, reports: Sequence[str]) -> list[str]:
        """Whom the id means in these reports, which is nobody, one or several."""
        id = self.names.canonical(id)
        meant = dict.fromkeys(self.others.get((report, id), id) for report in reports) if reports else {id: None}
        return [one for one in meant if one not in self.hidden]

    def _ids(self, ids: Iterable[str], reports: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(now for id in ids for now in self._now(id, reports)))

    def _roles(self, roles: Roles, reports: Sequence[str]) -> Roles:
        return joined_roles((role, now) for role, id in roles for now in self._now(id, reports))


def another(id: str, log: Iterable[Decision]) -> str:
    """An id for the next one of that name who is somebody else."""
    taken = [act for act in in_force(log) if act.act is Act.OTHER and act.values[0] == id]
    return f"{id}~{len(taken) + 2}"


def joined_last(id: str, log: Iterable[Decision]) -> Decision | None:
    """The act in force that merged somebody into it last; None where none did."""
    joined = [act for act in in_force(log) if act.act is Act.SAME and act.values[0] == id]
    return max(joined, key=lambda act: act.order, default=None)


def who_is_who(names: Gazetteer, acts: Iterable[Decision], reports: Iterable[Report]) -> Who:
    """What the acts in force make of the names; one upon whom the timeline lacks is passed by."""
    sound = [act for act in acts if is_sound(act)]
    known = apply_names(names, [act for act in sound if act.act is Act.SAME])
    known = apply_names(known, [act for act in sound if act.act in OF_READING - {Act.SAME} and act.values[0] in known])
    hidden = frozenset(known.canonical(act.values[0]) for act in sound if act.act is Act.HIDE)
    ids = {report.sha256: report.id for report in reports}
    others: dict[tuple[str, str], str] = {}
    entries: dict[str, Entry] = {}
    for act in sound:
        if act.act is Act.OTHER and act.values[0] in known:
            id, own, *hashes = act.values
            others |= {(ids[one], known.canonical(id)): own for one in hashes if one in ids}
            entries[own] = replace(known[id], id=own)
    return Who(known.with_found(entries.values()), hidden, others)
