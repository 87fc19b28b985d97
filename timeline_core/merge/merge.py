"""One happening told several times, by one report or by many, is one event.

What happened is joined first; then what was said, with what it announces as the strongest sign that two sayings are
one statement.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline_core.events.discourse.numbers import figures_far
from timeline_core.merge.apart import contradict, is_day
from timeline_core.merge.blocking import Blocks, Keys, keys_of
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.event_of import Order, make_event, order_key, telling_of
from timeline_core.merge.likeness import (
    BRIDGE,
    SURE,
    hardly_match,
    score_likeness,
    tell_one_meeting,
)
from timeline_core.merge.pair import Pair
from timeline_core.merge.reference import (
    announce_one_thing,
    choose_told,
    count_shared,
    is_story_of,
    points_back,
    shares_person_or_deed,
)
from timeline_core.merge.slips import day_of, keys_of_slips, slip_by_a_day
from timeline_core.merge.weighing import likeness_of, score_by_table
from timeline_core.model import draft as drafts_of
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Event, Kind

_ONE_STATEMENT = 4.0
"""Score of two statements of one day that announce one happening: higher than any likeness of words."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a merge must know of the reports."""

    order: Order
    bounds: Bounds


def merge(drafts: Iterable[Draft], sources: Sources) -> tuple[Event, ...]:
    """Join the tellings of one happening; the same for every order of `drafts`.

    Returns:
        Events in order of days, the undated last, with `announces` and `disputes` pointing to events.

    Cost:
        Linear in the tellings, and in those of one day that share enough to be weighed: `benchmarks/merge.py`.
    """
    ordered = sorted(drafts, key=lambda draft: _place(draft, sources))
    happenings = _Happenings(sources.bounds)
    happened = [draft for draft in ordered if draft.kind not in (Kind.ANNOUNCEMENT, Kind.DENIAL)]
    for draft in happened:
        if is_day(draft):
            happenings.take(draft)
    happenings.join_slips()
    for draft in happened:
        if not is_day(draft):
            happenings.take(draft)
    happenings.settle()
    statements, denials = _Statements(sources.bounds, happenings), _Denials(sources.bounds, happenings)
    for draft in ordered:
        if draft.kind is Kind.ANNOUNCEMENT:
            statements.take(draft)
        elif draft.kind is Kind.DENIAL:
            denials.take(draft)
    events = [*_events(happenings, statements, denials, sources)]
    return tuple(sorted(events, key=lambda event: order_key(event, sources.order)))


def _place(draft: Draft, sources: Sources) -> tuple[object, ...]:
    """Dated before undated, and all days before the longer periods, which may be of any of them."""
    days = draft.when.days if draft.when is not None and draft.when.days else (date.max, date.max)
    period = (draft.when is None, not is_day(draft), draft.said)
    return (*period, *days, *sources.order[draft.report], *draft.key[1:], draft.report)


class _Groups:
    """Drafts of one happening each, by number; grows draft by draft in a fixed order."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._blocks = Blocks(bounds)
        self._next = 0
        self._gone: dict[int, int] = {}
        """Number of a group that was joined with another one -> the number of that."""
        self.groups: dict[int, list[Draft]] = {}

    def take(self, draft: Draft) -> None:
        """Put the draft into the group that it fits best, or into one of its own."""
        keys = self._keys(draft)
        near = self._gathered(self._blocks.near(draft, keys))
        scores = {number: score for number, known in near.items() if (score := self._score(number, known, draft)) > 0}
        if not is_day(draft) and self._tied(scores):
            scores = {}
        best = max(scores, key=lambda number: scores[number], default=self._next)
        self._next += best == self._next
        self.groups.setdefault(best, []).append(draft)
        self._blocks.put(best, draft, keys)
        self._took(best, draft)
        for number, score in scores.items():
            if score >= BRIDGE and self._now(number) != self._now(best):
                self._bridged(self._now(best), self._now(number))

    def _gathered(self, near: Mapping[int, Sequence[Draft]]) -> dict[int, list[Draft]]:
        """By the numbers that the groups have now; all of a group where none of it is named."""
        found: dict[int, list[Draft]] = {}
        for number, some in near.items():
            if (now := self._now(number)) in self.groups:
                found.setdefault(now, []).extend(some or self.groups[now])
        return found

    def _tied(self, scores: Mapping[int, float]) -> bool:
        """True where a telling of no single day may as well be of either of two happenings."""
        highest = max(scores.values(), default=0.0)
        best = [number for number, score in scores.items() if score == highest]
        return any(
            contradict(a, b, self._bounds) or hardly_match(a, b, self._bounds)
            for other in best[1:]
            for a in self.groups[best[0]]
            for b in self.groups[other]
        )

    def _keys(self, draft: Draft) -> Keys:
        return keys_of(draft, self._bounds)

    def _took(self, number: int, draft: Draft) -> None:
        """Hook: a draft was put into a group."""

    def _bridged(self, one: int, other: int) -> None:
        """Hook: a draft is surely of both groups."""

    def _now(self, number: int) -> int:
        """The group that this number leads to after groups were united."""
        while number in self._gone:
            number = self._gone[number]
        return number

    def _score(self, number: int, near: Sequence[Draft], draft: Draft) -> float:
        """How surely the telling is of that group, by those of the group that share most with it."""
        if any(contradict(known, draft, self._bounds) for known in self.groups[number]):
            return 0.0
        return max(score_likeness(known, draft, self._bounds) for known in near)


class _Happenings(_Groups):
    """What happened or is planned: "a raid killed five"."""

    def __init__(self, bounds: Bounds) -> None:
        super().__init__(bounds)
        self.home: dict[drafts_of.Key, int] = {}
        self._by_report: dict[str, list[tuple[int, int, Draft]]] = defaultdict(list)
        self._known: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def _took(self, number: int, draft: Draft) -> None:
        self.home[draft.key] = number
        self._by_report[draft.report].append((draft.evidence[0].span.start, number, draft))

    def _bridged(self, one: int, other: int) -> None:
        """Join them, where nothing in the one speaks against anything in the other."""
        pairs = ((a, b) for a in self.groups[one] for b in self.groups[other])
        if not any(contradict(a, b, self._bounds) or hardly_match(a, b, self._bounds) for a, b in pairs):
            self._unite(min(one, other), max(one, other), in_order=True)

    def settle(self) -> None:
        """Drop the groups that are only known as the content of statements."""
        self.groups = {n: group for n, group in self.groups.items() if not all(draft.said for draft in group)}
        self.home = {key: n for key, n in self.home.items() if n in self.groups}
        for report, items in self._by_report.items():
            self._by_report[report] = [item for item in items if item[1] in self.groups]

    def join_slips(self) -> None:
        """Each group of a day with the one of the day after that surely tells the same; see `likeness.slip_by_a_day`.

        Before anything of no day is taken: what another report tells without a day parts no two.
        """
        found: dict[tuple[date, object], list[int]] = defaultdict(list)
        for number, group in sorted(self.groups.items(), key=lambda item: day_of(item[1]) or date.max):
            day = day_of(group)
            if day is None or day == date.min or not (keys := {key for draft in group for key in keys_of_slips(draft)}):
                continue
            before = {n for key in keys for n in found.get((day - timedelta(1), key), ()) if n in self.groups}
            for key in keys:
                found[day, key].append(number)
            if (other := next((n for n in sorted(before) if self._slip(n, number)), None)) is not None:
                self._unite(other, number)

    def _slip(self, one: int, other: int) -> bool:
        pairs = [(a, b) for a in self.groups[one] for b in self.groups[other]]
        if any(contradict(a, b, self._bounds, days=False) for a, b in pairs):
            return False
        return any(slip_by_a_day(a, b, self._bounds) for a, b in pairs)

    def _unite(self, one: int, other: int, *, in_order: bool = False) -> None:
        """Make one group of two; the one that more reports tell stands first, unless `in_order`."""
        counts = [len({draft.report for draft in self.groups[number]}) for number in (one, other)]
        first, second = (one, other) if in_order or counts[0] >= counts[1] else (other, one)
        moved = self.groups.pop(second)
        self._gone[second] = first
        self.groups[first] += moved
        for draft in moved:
            self.home[draft.key] = first
        for report in {draft.report for draft in moved}:
            self._by_report[report] = [
                (start, first if number == second else number, draft)
                for start, number, draft in self._by_report[report]
            ]

    def told_elsewhere(self, saying: Draft) -> int | None:
        """The happening of another report that the saying surely tells of; None where none or several may be it."""
        near = self._gathered(self._blocks.of_day(saying))
        return choose_told(saying, near, self.groups, self._bounds)

    def story_behind(self, saying: Draft) -> int | None:
        """The happening of the saying's report that it seems to be about; None where nothing says so."""
        near = [
            (start, number)
            for start, number, draft in self._by_report[saying.report]
            if is_story_of(draft, saying, self._bounds.concepts)
            and shares_person_or_deed(saying, *self._known_of(number), self._bounds.concepts)
        ]
        return max(near)[1] if near else None

    def _known_of(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The persons and the concepts of a group, once it is complete."""
        if number not in self._known:
            group = self.groups[number]
            self._known[number] = (
                frozenset(id for draft in group for id in draft.persons),
                frozenset(concept for draft in group for concept in draft.concepts),
            )
        return self._known[number]

    def disputed(self, denial: Draft) -> list[int]:
        """The happening before the denial that shares most with it and adds least; or the last one, where the denial
        refers back ("this attack"); else none."""
        piece = denial.evidence[0]
        back = points_back(piece.exact, self._bounds.pointing)
        before = [
            (
                0 if back else shared,
                0 if back else -len(draft.concepts & self._bounds.concepts.deeds.distinct - denial.concepts),
                piece_before.span.start,
                number,
            )
            for _, number, draft in self._by_report[denial.report]
            if draft.kind is Kind.OCCURRENCE
            and ((shared := count_shared(denial, draft, self._bounds.concepts)) or back)
            and not figures_far(denial, draft, self._bounds.concepts)
            for piece_before in draft.evidence
            if piece_before.span < piece.span
        ]
        return [max(before)[3]] if before else []


class _Statements(_Groups):
    """What was said, once it is settled what happened: "the ministry announced …"."""

    def __init__(self, bounds: Bounds, happenings: _Happenings) -> None:
        super().__init__(bounds)
        self._happenings = happenings
        self._explicit: dict[drafts_of.Key, frozenset[int]] = {}
        self._story: dict[drafts_of.Key, int | None] = {}

    def _keys(self, draft: Draft) -> Keys:
        """Of the draft itself, and of what it announces."""
        homes = (self._happenings.home.get(key) for key in draft.announces)
        self._explicit[draft.key] = frozenset(home for home in homes if home is not None)
        self._story[draft.key] = self._happenings.story_behind(draft)
        return keys_of(draft, self._bounds, self.announced([draft]))

    def _score(self, number: int, near: Sequence[Draft], draft: Draft) -> float:
        """Two sayings of one day that announce one happening are one statement; words alone must be nearly the same."""
        group = self.groups[number]
        if any(contradict(known, draft, self._bounds) for known in group) or self._other_voice(group, draft):
            return 0.0
        by_table = max(score_by_table(known, draft, self._bounds) for known in near)
        if any(known.when != draft.when for known in group):
            return by_table
        if set(self.announced([draft])) & set(self.announced(group)) and self._surely_about(group, draft):
            return _ONE_STATEMENT
        if is_day(draft) and any(tell_one_meeting(Pair(known, draft, self._bounds)) for known in near):
            return SURE
        scores = [score_likeness(known, draft, self._bounds) for known in near]
        return max((by_table, *(score for score in scores if score >= SURE)))

    def _surely_about(self, group: Sequence[Draft], draft: Draft) -> bool:
        """True where both say what they announce, name one actor, or tell of one deed: many comment on one attack."""
        said = self._explicit[draft.key] and any(self._explicit[known.key] for known in group)
        parties = {
            id for number in self.announced([draft]) for known in self._happenings.groups[number] for id in known.actors
        }
        if not any(self._explicit[one.key] for one in (draft, *group)):
            parties = set()
        vague = [one for one in (draft, *group) if not self._explicit[one.key]]
        return bool(said) or any(
            announce_one_thing(known, draft, parties, vague, self._bounds.concepts) for known in group
        )

    def _other_voice(self, group: Sequence[Draft], draft: Draft) -> bool:
        """True for statements of different speakers: two of one report, or actors that have none in common, the
        parties to what they announce left out."""
        speakers = set(in_roles(draft.roles, ActorRole.SPEAKER))
        beside = (set(in_roles(known.roles, ActorRole.SPEAKER)) for known in group if known.report == draft.report)
        if any(speakers and one and speakers.isdisjoint(one) for one in beside):
            return True
        mine = self._voices(draft)
        theirs = [voices for known in group if (voices := self._voices(known))]
        return bool(mine and theirs) and all(mine.isdisjoint(voices) for voices in theirs)

    def _voices(self, saying: Draft) -> frozenset[str]:
        """The actors of the saying that are none of what it announces."""
        announced = (draft for number in self.announced([saying]) for draft in self._happenings.groups[number])
        return frozenset(saying.actors) - {id for draft in announced for id in draft.actors}

    def announced(self, group: Sequence[Draft]) -> list[int]:
        """What the sayings themselves announce; else their report's story, where they share a person or a deed."""
        wanted = dict.fromkeys(number for draft in group for number in sorted(self._explicit[draft.key]))
        if wanted:
            return list(wanted)
        return [story for draft in group if (story := self._story[draft.key]) is not None][:1]

    def linked(self, group: Sequence[Draft]) -> list[int]:
        """What the sayings announce; where their own reports tell none of it, what another one tells of their day."""
        elsewhere = (self._happenings.told_elsewhere(draft) for draft in group)
        return self.announced(group) or [number for number in elsewhere if number is not None][:1]


class _Denials(_Groups):
    """What is disputed, once it is settled what happened: "the army denied …"."""

    def __init__(self, bounds: Bounds, happenings: _Happenings) -> None:
        super().__init__(bounds)
        self._happenings = happenings
        self._about: dict[drafts_of.Key, list[int]] = {}

    def _keys(self, draft: Draft) -> Keys:
        self._about[draft.key] = self._happenings.disputed(draft)
        return keys_of(draft, self._bounds, self._about[draft.key])

    def _score(self, number: int, near: Sequence[Draft], draft: Draft) -> float:
        """Two denials of one day, by one actor, that dispute one happening are one."""
        group = self.groups[number]
        if any(known.when != draft.when or contradict(known, draft, self._bounds) for known in group):
            return 0.0
        one_voice = any(set(known.actors) & set(draft.actors) for known in group)
        if one_voice and set(self.disputed(group)) & set(self._about[draft.key]):
            return _ONE_STATEMENT
        return max(score_likeness(known, draft, self._bounds) for known in near)

    def disputed(self, group: Sequence[Draft]) -> list[int]:
        """What any of the denials disputes."""
        return list(dict.fromkeys(number for draft in group for number in self._about[draft.key]))


def _events(happenings: _Happenings, statements: _Statements, denials: _Denials, sources: Sources) -> Iterable[Event]:
    """Of every group, with the ids of what it points to; where two ids would be the same, the later gets a number."""
    taken: dict[str, int] = defaultdict(int)
    ids: dict[int, str] = {}
    for number, group in happenings.groups.items():
        event = _event(group, sources, taken)
        ids[number] = event.id
        yield event
    for group in denials.groups.values():
        yield replace(_event(group, sources, taken), disputes=_pointers(denials.disputed(group), ids))
    for group in statements.groups.values():
        yield replace(_event(group, sources, taken), announces=_pointers(statements.linked(group), ids))


def _event(group: Sequence[Draft], sources: Sources, taken: dict[str, int]) -> Event:
    likeness = [likeness_of(draft, group[:at], sources.bounds) for at, draft in enumerate(group)]
    tellings = [telling_of(draft, like) for draft, like in zip(group, likeness, strict=True)]
    event = make_event(tellings, sources.order)
    taken[event.id] += 1
    return event if taken[event.id] == 1 else replace(event, id=f"{event.id}-{taken[event.id]}")


def _pointers(numbers: Iterable[int], ids: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[number] for number in numbers if number in ids))
