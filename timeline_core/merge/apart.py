"""What keeps two tellings apart: other persons, other places, days that do not meet.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.events.discourse.incompatible import are_at_other_hours, count_others
from timeline_core.merge.bounds import Bounds, are_of_other_times, are_other_news, is_out_of_reach
from timeline_core.model.draft import NTH, SPOT, Draft
from timeline_core.model.event import Kind
from timeline_core.model.when import When

_BY_NAME = "person:"
"""How the id of a person begins of whom only the name is known."""


def contradict(one: Draft, other: Draft, bounds: Bounds, *, days: bool = True, kinds: bool = True) -> bool:
    """True when two tellings cannot be of one happening: other persons, other places, days that do not meet.

    Args:
        days: look at their days, too.
        kinds: look at their kinds, too; a statement and what it announces are of two.
    """
    if kinds and one.kind is not other.kind and {one.kind, other.kind} != {Kind.OCCURRENCE, Kind.PLANNED}:
        return True
    if one.persons and other.persons and not one.persons & other.persons:
        return True
    if _lie_elsewhere(one, other, bounds) and not _tell_one_sure_death(one, other, bounds):
        return True
    if _are_another(one, other, bounds):
        return True
    if not days:
        return False
    if one.when is not None and other.when is not None:
        return not _days_meet(one.when, other.when) or _at_other_hours(one, other, bounds)
    if one.when is None and other.when is None:
        news = are_other_news(one, other, bounds) and not _tell_one_fate(one, other, bounds)
        return news or are_of_other_times(one, other, bounds)
    return any(is_out_of_reach(dated, undated, bounds) for dated, undated in ((one, other), (other, one)))


def _are_another(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where they count others, or one is called another one: of a kind, of a series, or «هجوم آخر»."""
    if count_others(one, other) or are_called_otherwise(one, other):
        return True
    return one.another is not other.another and not _tell_one_death(one, other, bounds)


def _tell_one_sure_death(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when two reports say of one person, whose name is hardly another's too, that he died, wherever each puts it.

    Who was arrested in two towns was so twice, or two men are called so.
    """
    return (
        one.report != other.report
        and _tell_one_death(one, other, bounds)
        and any(map(_is_known_well, one.persons & other.persons))
    )


def _is_known_well(person: str) -> bool:
    """True for a person who is known, or has a name of more than two parts."""
    return not person.startswith(_BY_NAME) or person.count(".") > 1


def _at_other_hours(one: Draft, other: Draft, bounds: Bounds) -> bool:
    return (
        are_at_other_hours(one, other, bounds.concepts)
        and is_day(one)
        and is_day(other)
        and not _tell_one_death(one, other, bounds)
    )


def _tell_one_fate(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when both tell what is done to one person once."""
    return bool(one.concepts & other.concepts & bounds.concepts.deeds.once) and share_undergoer(one, other, bounds)


def _tell_one_death(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when both tell of the death of one person."""
    return bool(one.concepts & other.concepts & bounds.concepts.deeds.death) and share_undergoer(one, other, bounds)


def share_undergoer(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where it may have been done to one person in both: "a blast kills the mayor's brother" kills no mayor."""
    if one.persons.isdisjoint(other.persons):
        return False
    return not bounds.facts(one).undergoers.isdisjoint(bounds.facts(other).undergoers)


def _lie_elsewhere(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when both name places, and none of one is, holds or lies in one of the other."""
    if not one.places or not other.places:
        return False
    mine, theirs = bounds.facts(one), bounds.facts(other)
    if not mine.where.whereabouts.isdisjoint(theirs.where.whereabouts):
        return False
    if (mine.where.nowhere and theirs.where.holds) or (theirs.where.nowhere and mine.where.holds):
        return False
    return mine.where.outer.isdisjoint(theirs.where.whereabouts) and theirs.where.outer.isdisjoint(
        mine.where.whereabouts
    )


def _days_meet(one: When, other: When) -> bool:
    return one.meets(other) if one.resolved and other.resolved else one.edtf == other.edtf


def is_day(draft: Draft) -> bool:
    """True for what is told of one day."""
    days = draft.when.days if draft.when is not None else None
    return days is not None and days[0] == days[1]


def are_called_otherwise(one: Draft, other: Draft) -> bool:
    """True where each names another place of a kind, or another one of a series."""
    return any(kind.startswith((SPOT, NTH)) for kind in kinds_called_otherwise(one, other))


def kinds_called_otherwise(one: Draft, other: Draft) -> frozenset[str]:
    """The kinds of which each names another one: two villages, two hospitals, the seventh convoy and the eighth."""
    if not one.called or not other.called or one.lang != other.lang:
        return frozenset()
    mine, theirs = (by_kind(draft.called) for draft in (one, other))
    return frozenset(kind for kind in mine.keys() & theirs.keys() if not _meet(mine[kind], theirs[kind]))


def _meet(some: set[str], others: set[str]) -> bool:
    """True where a name of the one is one of the other, or a spelling of it with a letter more: "Rubaya", "Rubayah"."""
    return any(one[:-1] == other or other[:-1] == one or one == other for one in some for other in others)


def by_kind(called: frozenset[str]) -> dict[str, set[str]]:
    """Kind -> words of the names of that kind."""
    found: dict[str, set[str]] = {}
    for one in called:
        kind, _, name = one.rpartition(":")
        found.setdefault(kind, set()).add(name)
    return found
