"""One happening told several times, by one report or by many, is one event.

What happened is joined first; then what was said, with what it announces as the strongest sign that two sayings are
one statement.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline_core.draft import Draft, Key
from timeline_core.event import Event, Kind, Role, Telling
from timeline_core.likeness import DISTINCT, Bounds, alike, apart
from timeline_core.tellings import Order, id_of, of_tellings, place_of
from timeline_core.text.words import words
from timeline_core.when import When

_LONGEST = 62
"""Days up to which a period is found by each of its days."""
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "this", "these", "that", "such"})
"""Folded words by which a denial points back to what was told."""
_RECENT = timedelta(31)
"""How long before a statement that does not say so the thing may have happened that it announces."""


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
        Quadratic in the tellings of one day.
    """
    ordered = sorted(drafts, key=lambda draft: _place(draft, sources))
    told = _Groups(sources)
    for draft in ordered:
        if draft.kind is not Kind.ANNOUNCEMENT:
            told.take(draft)
    told.drop(lambda group: all(draft.said for draft in group))
    said = _Groups(sources, told)
    for draft in ordered:
        if draft.kind is Kind.ANNOUNCEMENT:
            said.take(draft)
    ids = _ids_of((*told.groups, *said.groups))
    events = [_event(group, ids, told, said, sources) for group in (*told.groups, *said.groups)]
    return tuple(sorted(events, key=lambda event: place_of(event, sources.order)))


def _place(draft: Draft, sources: Sources) -> tuple[bool, bool, date, date, date, str, int, str]:
    """Dated before undated, and days before the longer periods that hold them."""
    days = draft.when.days if draft.when is not None and draft.when.days else (date.max, date.max)
    published, report = sources.order[draft.report]
    span = draft.evidence[0].span
    return (draft.when is None, draft.said, days[0], days[1], published, report, span.start, draft.kind.value)


class _Groups:
    """Drafts of one happening each; grows draft by draft in a fixed order."""

    def __init__(self, sources: Sources, told: _Groups | None = None) -> None:
        self._sources, self._told = sources, told
        self.groups: list[list[Draft]] = []
        self._by_day: dict[date, dict[int, list[Draft]]] = defaultdict(dict)
        self._by_name: dict[str, dict[int, list[Draft]]] = defaultdict(dict)
        self._long: list[list[Draft]] = []
        self._by_report: dict[str, list[list[Draft]]] = defaultdict(list)
        self.home: dict[Key, list[Draft]] = {}

    def take(self, draft: Draft) -> None:
        """Put the draft into the group that it fits best, or into one of its own."""
        best, most = None, 0.0
        for group in self._near(draft):
            score = self._score(group, draft)
            if score > most:
                best, most = group, score
        if best is None:
            best = []
            self.groups.append(best)
        best.append(draft)
        self.home[draft.key] = best
        if not any(known is best for known in self._by_report[draft.report]):
            self._by_report[draft.report].append(best)
        self._index(best, draft)

    def drop(self, unwanted: Callable[[Sequence[Draft]], bool]) -> None:
        """Let go of the groups that `unwanted` is true of."""
        self.groups = [group for group in self.groups if not unwanted(group)]
        kept = {id(group) for group in self.groups}
        for report, groups in self._by_report.items():
            self._by_report[report] = [group for group in groups if id(group) in kept]
        self.home = {key: group for key, group in self.home.items() if id(group) in kept}

    def _index(self, group: list[Draft], draft: Draft) -> None:
        for name in (*draft.actors, *draft.places):
            self._by_name[name][id(group)] = group
        days = _days(draft.when)
        if days is None:
            self._long.append(group)
        for day in days or ():
            self._by_day[day][id(group)] = group

    def _near(self, draft: Draft) -> Iterable[list[Draft]]:
        """The groups that the draft may belong to: with a day in common, or, where it has none, with a name."""
        days = _days(draft.when)
        if days is None and draft.when is None:
            named = (self._by_name.get(name, {}) for name in (*draft.actors, *draft.places))
            return list({key: group for groups in named for key, group in groups.items()}.values())
        if days is None:
            return list(self.groups)
        dated = (self._by_day.get(day, {}) for day in days)
        near = {key: group for groups in dated for key, group in groups.items()}
        return [*near.values(), *(group for group in self._long if id(group) not in near)]

    def _score(self, group: Sequence[Draft], draft: Draft) -> float:
        if any(apart(known, draft, self._sources.bounds) for known in group):
            return 0.0
        if self._told is not None:
            return self._as_statement(group, draft)
        return max(alike(known, draft, self._sources.bounds) for known in group)

    def _as_statement(self, group: Sequence[Draft], draft: Draft) -> float:
        """Two sayings of one day that announce one happening are one statement; words alone must be nearly the same."""
        if any(known.when != draft.when for known in group):
            return 0.0
        mine = {id(target) for target in self.announced([draft])}
        if mine & {id(target) for target in self.announced(group)}:
            return 4.0
        return max(
            (score for known in group if (score := alike(known, draft, self._sources.bounds)) >= 2.2), default=0.0
        )

    def announced(self, group: Sequence[Draft]) -> list[list[Draft]]:
        """What the sayings themselves announce; else their report's story, where they share a person or a deed."""
        told = self._told or self
        homes = (told.home[key] for draft in group for key in draft.announces if key in told.home)
        wanted = {id(home): home for home in homes}
        return list(wanted.values()) or [found for draft in group if (found := told.story_behind(draft))][:1]

    def story_behind(self, saying: Draft) -> list[Draft] | None:
        """The happening of the saying's report that it seems to be about; None where nothing says so."""
        near = [
            (other[0].evidence[0].span.start, n)
            for n, other in enumerate(self._by_report[saying.report])
            if any(_story_of(draft, saying) for draft in other) and _shares(saying, other)
        ]
        return self._by_report[saying.report][max(near)[1]] if near else None


def _days(when: When | None) -> list[date] | None:
    """The days one by one; None for the undated and for more than two months of them."""
    if when is None or when.days is None:
        return None
    first, last = when.days
    count = (last - first).days + 1
    return [first + timedelta(n) for n in range(count)] if count <= _LONGEST else None


def _ids_of(groups: Iterable[Sequence[Draft]]) -> dict[int, str]:
    """Group, by identity -> its id; where two would have the same, the later one gets a number."""
    found: dict[int, str] = {}
    taken: dict[str, int] = defaultdict(int)
    for group in groups:
        id_ = id_of([_telling(draft) for draft in group])
        taken[id_] += 1
        found[id(group)] = id_ if taken[id_] == 1 else f"{id_}-{taken[id_]}"
    return found


def _telling(draft: Draft) -> Telling:
    return Telling(
        when=draft.when,
        kind=draft.kind,
        title=draft.title,
        lang=draft.lang,
        evidence=draft.evidence,
        actors=draft.actors,
        places=draft.places,
        figures=draft.figures,
        concepts=draft.concepts,
        words=draft.words,
        lead=draft.lead,
        personal=draft.personal,
    )


def _event(group: Sequence[Draft], ids: Mapping[int, str], told: _Groups, said: _Groups, sources: Sources) -> Event:
    return replace(
        of_tellings([_telling(draft) for draft in group], sources.order),
        id=ids[id(group)],
        announces=_pointers(said.announced(group), ids) if group[0].kind is Kind.ANNOUNCEMENT else (),
        disputes=_pointers(_disputed(group, told), ids) if group[0].kind is Kind.DENIAL else (),
    )


def _pointers(groups: Iterable[Sequence[Draft]], ids: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[id(group)] for group in groups if id(group) in ids))


def _story_of(draft: Draft, saying: Draft) -> bool:
    """True when the draft tells the story of the saying's report: before it in the text, of the month before it."""
    if draft.report != saying.report or draft.role is not Role.STORY or draft.kind is not Kind.OCCURRENCE:
        return False
    happened, announced = (one.when.first if one.when is not None else None for one in (draft, saying))
    if happened is None or announced is None or not happened <= announced <= happened + _RECENT:
        return False
    return draft.evidence[0].span.start < saying.evidence[0].span.start


def _shares(saying: Draft, group: Sequence[Draft]) -> bool:
    persons = frozenset(id for draft in group for id in draft.persons)
    if saying.persons:
        return bool(saying.persons & persons)
    concepts = frozenset(concept for draft in group for concept in draft.concepts)
    return bool(saying.concepts & (concepts | {"operation"})) and bool(concepts & DISTINCT)


def _disputed(group: Sequence[Draft], told: _Groups) -> list[Sequence[Draft]]:
    """The happening told last before the denial that it shares something with, or points back to; none otherwise."""
    denial = group[0]
    piece = denial.evidence[0]
    back = any(word.folded in _POINTING or _bare_of(word.forms) in _POINTING for word in words(piece.exact))
    before = [
        (told_piece.span.start, n)
        for n, other in enumerate(told.groups)
        for draft in other
        for told_piece in draft.evidence
        if draft.kind is Kind.OCCURRENCE and told_piece.report == piece.report and told_piece.span < piece.span
        if back or _touches(denial, draft)
    ]
    return [told.groups[max(before)[1]]] if before else []


def _touches(denial: Draft, draft: Draft) -> bool:
    """True when the two share a concept or an actor."""
    return bool(denial.concepts & draft.concepts or set(denial.actors) & set(draft.actors))


def _bare_of(forms: Sequence[tuple[str, int]]) -> str:
    """The word without its clitic, where it may have one."""
    return forms[1][0] if len(forms) > 1 else ""
