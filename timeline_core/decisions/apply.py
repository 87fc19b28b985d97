"""The decisions of the reader applied to what the machine derived. Neither is ever changed.

Decisions hang on quotes: an event is found again by the words that proved it, though it has another id, title, or
more tellings by now. Of two acts upon one thing the later one holds.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_core.decisions.anchors import Holds, make_hold
from timeline_core.decisions.by_hand import Made, make_by_hand
from timeline_core.decisions.on_event import Touch, apply_to_event, is_sound
from timeline_core.decisions.regroup import Found, Grouping
from timeline_core.decisions.who import who_is_who
from timeline_core.merge.event_of import id_of, join_by_hand, order_key, order_of
from timeline_core.model.decision import OF_NAMES, OF_REPORTS, OF_STORIES, Act, Decision, Target, in_force
from timeline_core.model.event import Event, Evidence, Kind, Telling
from timeline_core.model.silence import Silence
from timeline_core.timeline import Timeline

_REGROUPS = frozenset({Act.MERGE, Act.SPLIT, Act.APART})


def decide(timeline: Timeline, log: Iterable[Decision]) -> Timeline:
    """The timeline with the decisions in force, whatever the order of the log.

    Args:
        timeline: as derived; of one that decisions were applied to already, what these were applied to is taken.

    Returns:
        Every event, the rejected among them; `derived` is what the machine gave, `orphans` the acts that found
        nothing, or not all that they were upon.

    Cost:
        Linear in the evidence of the timeline and in the holds of the log.
    """
    derived = timeline.derived or timeline
    acts = [act for act in in_force(log) if act.act not in OF_STORIES]
    return _Deciding(derived, acts).timeline() if acts else derived


def make_target(event: Event, timeline: Timeline, evidence: Iterable[Evidence] | None = None) -> Target:
    """Make the target of a decision upon the event: its id, its title, and its quotes.

    Args:
        evidence: only these pieces of it, for what is to leave it in a split; by default all, those of the event that
            gives it its name first.
    """
    kinds = {(piece.report, piece.span): one.kind for one in reversed(event.tellings) for piece in one.evidence}
    machine = event.machine.kind if event.machine is not None else event.kind
    by = {(piece.report, piece.span): one.made_by for one in reversed(event.tellings) for piece in one.evidence}
    holds = (
        make_hold(piece, report, kinds.get((piece.report, piece.span), machine), by.get((piece.report, piece.span), ""))
        for piece in (_head_first(event) if evidence is None else evidence)
        if (report := timeline.report(piece.report)) is not None
    )
    return Target(event.id, tuple(holds), event.title)


def _head_first(event: Event) -> list[Evidence]:
    """Its evidence, with what a reader joined to it at the end: after a split the act stays with the event's own."""
    joined = next((n for n, telling in enumerate(event.tellings) if telling.by), len(event.tellings))
    own = {(piece.report, piece.span) for telling in event.tellings[:joined] for piece in telling.evidence}
    return sorted(event.evidence, key=lambda piece: (piece.report, piece.span) not in own)


@dataclass(frozen=True, slots=True)
class _ActUpon:
    """An act, and the tellings that its targets hold."""

    act: Decision
    found: Found

    @property
    def touched(self) -> frozenset[int]:
        return frozenset(n for places in self.found for n in places)


class _Deciding:
    """One application. Only the events of reports that a decision hangs on are looked at closely. Used once."""

    def __init__(self, derived: Timeline, acts: Sequence[Decision]) -> None:
        self._derived = derived
        self._order = order_of(derived.reports, derived.published)
        every = (*derived.events, *derived.undated)
        near = _ids_near(every, derived, acts)
        self._base = [event for event in every if event.id in near]
        self._far = [event for event in every if event.id not in near]
        self._tellings = [telling for event in self._base for telling in _tellings_of(event)]
        self._homes = [home for home, event in enumerate(self._base) for _ in _tellings_of(event)]
        self._made: dict[str, int] = {}
        """Id of an act that made an event -> its telling."""
        holds = Holds(tuple(self._tellings), sorted(derived.reports, key=lambda report: self._order[report.id]))
        for made in make_by_hand(acts, holds, derived, self._order):
            self._add(made)
        self._first = {home: n for n, home in reversed([*enumerate(self._homes)])}
        self._acts, self._orphans = self._placed(acts, holds)
        self._who = who_is_who(derived.names, acts, derived.reports)
        self._groups = Grouping(self._tellings, self._homes, self._ranks())
        self._ids: dict[int, str] = {}

    def _ranks(self) -> list[int]:
        keys = [(*self._order[one.report], one.evidence[0].span.start, n) for n, one in enumerate(self._tellings)]
        ranks = [0] * len(keys)
        for rank, n in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
            ranks[n] = rank
        return ranks

    def _add(self, made: Made) -> None:
        """An event that a person made stands behind those of the machine, and is decided upon as these are."""
        for id in made.acts:
            self._made[id] = len(self._tellings)
        self._homes.append(len(self._base))
        self._base.append(made.event)
        self._tellings += made.event.tellings

    def _placed(self, acts: Sequence[Decision], holds: Holds) -> tuple[list[_ActUpon], tuple[Decision, ...]]:
        placed: list[_ActUpon] = []
        orphans: list[Decision] = []
        for act in acts:
            if act.act in OF_NAMES | OF_REPORTS and is_sound(act):
                continue
            found = [self._places(act, target, holds) for target in act.targets]
            if not is_sound(act) or not found or not all(found):
                orphans.append(act)
            if is_sound(act) and any(found):
                placed.append(_ActUpon(act, found))
        return placed, tuple(orphans)

    def _places(self, act: Decision, target: Target, holds: Holds) -> tuple[int, ...]:
        """The tellings that a target holds: those that a person made are named by the act that made them."""
        if act.act is Act.NEW:
            return (self._made[act.id],) if act.id in self._made else ()
        found = (self._made.get(hold.by) if hold.by else holds.find(hold) for hold in target.holds)
        return tuple(dict.fromkeys(n for n in found if n is not None))

    def timeline(self) -> Timeline:
        """What the acts make of it."""
        for upon in self._acts:
            if upon.act.act in _REGROUPS:
                self._groups.act(upon.act, upon.found)
        touches = self._touches()
        self._ids = self._named()
        events = [self._event(group, touches.get(group, ())) for group in self._groups.members]
        events = [self._who.told(event) for event in self._linked([*self._far, *events])]
        events.sort(key=lambda event: order_key(event, self._order))
        return replace(
            self._derived,
            events=tuple(event for event in events if _dated(event)),
            undated=tuple(event for event in events if not _dated(event)),
            names=self._who.names,
            orphans=self._orphans,
            moved=self._moved(),
            derived=self._derived,
            silent=self._silent(),
        )

    def _touches(self) -> Mapping[int, Sequence[Touch]]:
        """Group -> the acts upon it, in order. A merge or split is upon all that it touches, any other upon one."""
        found: dict[int, list[Touch]] = defaultdict(list)
        for upon in self._acts:
            groups = {self._groups.of(n) for n in upon.touched}
            if upon.act.act not in _REGROUPS:
                groups = {best for places in upon.found if (best := self._groups.best(places)) is not None}
            for group in groups:
                own = (n for n in upon.touched if self._groups.of(n) == group)
                found[group].append(Touch(upon.act, frozenset(own)))
        return found

    def _named(self) -> dict[int, str]:
        """Group -> its id: the machine's where the words that gave it are still the first; no id stands twice."""
        found: dict[int, str] = {}
        for group, members in self._groups.members.items():
            home = self._homes[members[0]]
            if members[0] == self._first[home]:
                found[group] = self._base[home].id
        taken = {event.id for event in self._far} | set(found.values())
        for group, members in sorted(self._groups.members.items(), key=lambda item: item[1][0]):
            if group not in found:
                id = own = id_of([self._tellings[n] for n in members])
                count = 1
                while id in taken:
                    count += 1
                    id = f"{own}-{count}"
                found[group] = id
                taken.add(id)
        return found

    def _event(self, group: int, touches: Sequence[Touch]) -> Event:
        members, parts = self._groups.members[group], self._groups.parts(group)
        event = self._base[self._homes[members[0]]]
        if len(parts) > 1 or len(parts[0]) < len(_tellings_of(event)):
            event = replace(self._rebuilt(group, members), id=self._ids[group])
        return apply_to_event(event, parts, touches) if touches else event

    def _rebuilt(self, group: int, members: Sequence[int]) -> Event:
        by = self._groups.joined_by(group)
        tellings = [replace(self._tellings[n], by=by.get(n, "")) for n in members]
        head = tellings[: len(self._groups.head(group))]
        event = join_by_hand(head, tellings[len(head) :], self._order)
        homes = [self._base[home] for home in dict.fromkeys(self._homes[n] for n in members)]
        return replace(
            event,
            announces=tuple(dict.fromkeys(id for home in homes for id in home.announces)),
            disputes=tuple(dict.fromkeys(id for home in homes for id in home.disputes)),
        )

    def _linked(self, events: Sequence[Event]) -> list[Event]:
        """The events with `announces` and `disputes` naming the ids of now; other kinds than these two have neither."""
        homes = {event.id: home for home, event in enumerate(self._base)}
        linked: list[Event] = []
        for event in events:
            announces = self._pointed(event, homes, event.announces) if event.kind is Kind.ANNOUNCEMENT else ()
            disputes = self._pointed(event, homes, event.disputes) if event.kind is Kind.DENIAL else ()
            same = (announces, disputes) == (event.announces, event.disputes)
            linked.append(event if same else replace(event, announces=announces, disputes=disputes))
        return linked

    def _pointed(self, event: Event, homes: Mapping[str, int], ids: Sequence[str]) -> tuple[str, ...]:
        now = (self._now(homes[id], event.reports) if id in homes else id for id in ids)
        return tuple(id for id in dict.fromkeys(now) if id != event.id)

    def _now(self, home: int, reports: Sequence[str]) -> str:
        """The id that the machine's event has now; where it was split, that of the part which those reports tell of."""
        first = self._first[home]
        own = range(first, first + len(_tellings_of(self._base[home])))
        part = next((n for n in own if self._tellings[n].report in reports), first)
        return self._ids[self._groups.of(part)]

    def _silent(self) -> Mapping[str, Silence]:
        """Why reports tell nothing, without those of which a person made an event."""
        told = {self._tellings[n].report for n in self._made.values()}
        silent = self._derived.silent
        return silent if told.isdisjoint(silent) else {id: why for id, why in silent.items() if id not in told}

    def _moved(self) -> dict[str, str]:
        kept = set(self._ids.values())
        now = ((event.id, self._ids[self._groups.of(self._first[home])]) for home, event in enumerate(self._base))
        return {id: new for id, new in now if id not in kept}


def _ids_near(events: Iterable[Event], derived: Timeline, acts: Iterable[Decision]) -> frozenset[str]:
    """Ids of the events that an act may be upon: of the same reports, or, where one of these is gone, of any."""
    wanted = {hold.report for act in acts for target in act.targets for hold in target.holds}
    ids = {report.id for report in derived.reports if report.sha256 in wanted}
    gone = wanted - {report.sha256 for report in derived.reports}
    return frozenset(event.id for event in events if gone or any(piece.report in ids for piece in event.evidence))


def _tellings_of(event: Event) -> tuple[Telling, ...]:
    """Those of the event; one of the whole event, where it keeps none."""
    return event.tellings or (
        Telling(
            event.when,
            event.kind,
            event.title,
            event.lang,
            event.evidence,
            event.actors,
            event.places,
            event.figures,
            roles=event.roles,
        ),
    )


def _dated(event: Event) -> bool:
    return event.when is not None and event.when.resolved
