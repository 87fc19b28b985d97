"""One happening told several times, by one report or by many, is one event.

Two tellings join when their days can be the same and they tell the same: persons, what was done, who, where, numbers,
words. A wrong join is worse than a missed one, so a person that only one of them names, and another that only the
other names, keeps them apart.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.draft import Draft, Key
from timeline_core.event import Event, Evidence, Kind
from timeline_core.when import When

_DISTINCT = frozenset({"kill", "raid", "attack", "strike", "bombing", "arrest", "escape", "clash", "seize", "meeting"})
"""Concepts that say enough to tell one happening from another."""
_ALIKE = 0.34
"""Share of content words that two titles of one script must have in common where no person joins them."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a merge must know of the reports."""

    order: Mapping[str, tuple[date, str]]
    """Report id -> first published day (`date.max` when unknown) and id."""
    hashes: Mapping[str, str]
    """Report id -> SHA-256 of its bytes, so that an event's id does not depend on file names."""


def merge(drafts: Sequence[Draft], sources: Sources) -> tuple[Event, ...]:
    """Join the tellings of one happening; the same for every order of `drafts`.

    Returns:
        Events in order of days, the undated last, with `announces` and `disputes` pointing to events.

    Cost:
        quadratic within the tellings of one stretch of days.
    """
    ordered = sorted(drafts, key=lambda draft: _place(draft, sources))
    groups = _grouped(ordered)
    kept = [group for group in groups if not _only_said(group)]
    ids = {id(group): _id(group, sources) for group in kept}
    home = {draft.key: ids[id(group)] for group in kept for draft in group}
    events = [_event(group, ids[id(group)], home, sources) for group in kept]
    by_id = {event.id: event for event in events}
    pointing = [_pointing(event, by_id) for event in events]
    return tuple(sorted(pointing, key=lambda event: _order(event, sources)))


def _place(draft: Draft, sources: Sources) -> tuple[bool, date, date, date, str, int, str]:
    days = draft.when.days if draft.when is not None and draft.when.days else (date.max, date.max)
    published, report = sources.order[draft.report]
    return (draft.when is None, *days, published, report, draft.evidence[0].span.start, draft.kind.value)


def _order(event: Event, sources: Sources) -> tuple[date, date, date, str, int, str]:
    days = event.when.order if event.when else (date.max, date.max)
    first = event.evidence[0]
    published, report = sources.order[first.report]
    return (*days, published, report, first.span.start, event.id)


def _grouped(ordered: Sequence[Draft]) -> list[list[Draft]]:
    """Dated tellings first, each put where it fits best; then the undated, to the dated ones that they surely are."""
    groups: list[list[Draft]] = []
    for draft in ordered:
        best = max(groups, key=lambda group: _likeness(group, draft), default=None)
        if best is not None and _likeness(best, draft) > 0:
            best.append(draft)
        else:
            groups.append([draft])
    return groups


def _likeness(group: Sequence[Draft], draft: Draft) -> float:
    """How surely the draft tells what the group tells; 0 when it does not, or cannot be known to."""
    if any(_apart(known, draft) for known in group):
        return 0.0
    return max(_alike(known, draft) for known in group)


def _apart(one: Draft, other: Draft) -> bool:
    """True when the two cannot be one happening."""
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds != {Kind.OCCURRENCE, Kind.PLANNED}:
        return True
    if one.persons and other.persons and not one.persons & other.persons:
        return True
    if one.when is not None and other.when is not None and not _days_meet(one.when, other.when):
        return True
    return one.report == other.report and one.evidence[0].span == other.evidence[0].span and one.kind is not other.kind


def _days_meet(one: When, other: When) -> bool:
    """Days in common; a period of more than a fortnight is no telling of one of its days."""
    if not one.resolved or not other.resolved:
        return one.edtf == other.edtf
    if not one.meets(other):
        return False
    lengths = [(when.days[1] - when.days[0]).days for when in (one, other) if when.days]
    return max(lengths) - min(lengths) <= 14


def _alike(one: Draft, other: Draft) -> float:
    concepts = one.concepts & other.concepts & _DISTINCT
    persons = one.persons & other.persons
    if persons and concepts and (one.when is None or other.when is None or one.kind is not Kind.ANNOUNCEMENT):
        return 3.0 + len(persons) + 0.1 * len(concepts)
    if one.when is None or other.when is None:
        return 0.0
    shared = len(set(one.actors) & set(other.actors))
    places = len(set(one.places) & set(other.places))
    words = _overlap(one.words, other.words)
    if words > 0.6 and one.lang == other.lang:
        return 2.0 + words
    if not concepts or not shared:
        return 0.0
    if one.lang == other.lang:
        return 1.0 + words if words >= _ALIKE or (_same_figure(one, other) and places) else 0.0
    return 1.0 + 0.1 * shared if _same_figure(one, other) or (shared > 1 and places) else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if len(one) > 2 and len(other) > 2 else 0.0


def _same_figure(one: Draft, other: Draft) -> bool:
    return bool({(f.what, f.low) for f in one.figures} & {(f.what, f.low) for f in other.figures})


def _only_said(group: Sequence[Draft]) -> bool:
    """True for what is known only as the content of a saying: the saying itself tells it already."""
    return all(draft.said for draft in group)


def _id(group: Sequence[Draft], sources: Sources) -> str:
    first = group[0]
    days = next((draft.when.days for draft in group if draft.when and draft.when.days), None)
    piece = first.evidence[0]
    told = f"{sources.hashes[first.report]} {piece.span.start} {first.kind} {piece.exact}"
    return f"{days[0].isoformat() if days else 'undated'}--{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def _event(group: Sequence[Draft], id: str, home: Mapping[Key, str], sources: Sources) -> Event:
    named = max(group, key=lambda draft: _naming(draft, group))
    evidence = {(piece.report, piece.span): piece for draft in reversed(group) for piece in draft.evidence}
    return Event(
        id=id,
        when=_when(group),
        kind=group[0].kind,
        title=named.title,
        lang=named.lang,
        evidence=tuple(sorted(evidence.values(), key=lambda piece: (*sources.order[piece.report], piece.span))),
        actors=_once(id for draft in group for id in draft.actors),
        places=_once(id for draft in group for id in draft.places),
        figures=tuple(dict.fromkeys(figure for draft in group for figure in draft.figures)),
        announces=_once(home[key] for draft in group for key in draft.announces if key in home),
        disputes=_once(home[key] for draft in group for key in draft.disputes if key in home),
        joined=tuple(_reason(group[0], draft) for draft in group[1:]),
    )


def _once(ids: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))  # type: ignore[call-overload]


def _naming(draft: Draft, group: Sequence[Draft]) -> tuple[bool, bool, int, int]:
    """The best title opens a report, is in the language of most tellings, and names who it is about."""
    languages = [other.lang for other in group]
    return (draft.lead, languages.count(draft.lang) * 2 >= len(group), len(draft.persons), -len(draft.title))


def _when(group: Sequence[Draft]) -> When | None:
    """The most precise of the whens; the first of equals."""
    resolved = [draft.when for draft in group if draft.when is not None and draft.when.days]
    if not resolved:
        return next((draft.when for draft in group if draft.when is not None), None)
    return min(resolved, key=lambda when: (when.days[1] - when.days[0]).days if when.days else 0)


def _reason(first: Draft, other: Draft) -> str:
    """Why the two are one, in the ids and concepts that they share: `same day · ibrahim-al-qahtani · kill, raid`."""
    shared = sorted(set(first.actors) & set(other.actors))
    concepts = sorted(first.concepts & other.concepts)
    day = "same day" if first.when is not None and other.when is not None else "no day of its own"
    return " · ".join(part for part in (day, ", ".join(shared), ", ".join(concepts)) if part)


def _pointing(event: Event, by_id: Mapping[str, Event]) -> Event:
    """The event with what it announces or disputes, looked for among the others where its own words do not say."""
    own = tuple(id for id in event.announces if id != event.id)
    if event.kind is Kind.ANNOUNCEMENT and not own:
        own = _announced(event, by_id)
    disputes = event.disputes
    if event.kind is Kind.DENIAL and not disputes:
        disputes = _disputed(event, by_id)
    return replace(event, announces=own, disputes=disputes)


def _announced(event: Event, by_id: Mapping[str, Event]) -> tuple[str, ...]:
    """The happening of the month before that it shares most actors with; a person must be among them."""
    return ()


def _disputed(event: Event, by_id: Mapping[str, Event]) -> tuple[str, ...]:
    """The story of the report that the denial stands in: the last happening told before it."""
    piece = event.evidence[0]
    before = [
        (told.span.start, other.id)
        for other in by_id.values()
        for told in other.evidence
        if other.kind is Kind.OCCURRENCE and told.report == piece.report and told.span.end <= piece.span.start
    ]
    return (max(before)[1],) if before else ()


def pieces(event: Event, report: str) -> tuple[Evidence, ...]:
    """The evidence that one report gives for the event, in order of place."""
    return tuple(piece for piece in event.evidence if piece.report == report)
