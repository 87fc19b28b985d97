"""Verbs of doing that tell how things are: a share, a reading of a scale, an age, a day that comes round, an origin.

Source:
    Stative uses of dynamic verbs (Dowty 1979): measure phrases and shares bound no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_core.syntax.rules.facts import Facts
from timeline_core.syntax.tree.groups import DATE, NOUN
from timeline_core.syntax.tree.values import Group, Kind, Link, Unit


def is_share(here: Facts) -> bool:
    """It states a share of a whole, even with a verb of making: "makes up a third of the market"."""
    if not here.verbal or not here.names("constitutes"):
        return False
    subject, behind = here.predicate.subject, _behind(here)
    part = here.predicate.object or next((one for one in behind if subject is None or one.at != subject.at), None)
    more = next((one for one in behind if part is not None and one.at == part.at + 1), None)
    groups = (group for group in (part, more) if group is not None)
    return any("shares" in unit.lists for group in groups for unit in group.units)


def comes_round(here: Facts) -> bool:
    """An anniversary, which is no happening: «تحل الذكرى الثالثة», "the anniversary fell on a Friday"."""
    subject = here.predicate.subject
    if not here.verbal or subject is None or not here.names("comes_round"):
        return False
    return any("occasions" in unit.lists for unit in subject.units)


def goes_back(here: Facts) -> bool:
    """Of which time something is: «تعود القضية إلى عام 2011», "the chapel dates back to 1950"."""
    if not here.verbal or not here.names("goes_back"):
        return False
    dates = (one for one in here.predicate.clause.groups if one.kind == DATE)
    return any(here.has("goal", one.lead) or here.has("from", one.lead) for one in dates)


def is_reading(here: Facts) -> bool:
    """What a scale shows: "reached 45 degrees", «سجلت المدينة 45 درجة مئوية»."""
    if not here.verbal or not here.names("reads"):
        return False
    return any(_counts(group) and any("scale_units" in unit.lists for unit in group.units) for group in _shown(here))


def is_age(here: Facts) -> bool:
    """How old somebody is: "turned 40", «أتم عامه الأربعين»."""
    if not here.verbal or not here.names("ages"):
        return False
    told = here.predicate.object
    alone = told is not None and all(unit.kind is Kind.NUMBER for unit in told.units)
    units = [unit for group in _behind(here) for unit in group.units]
    own = any("time_nouns" in one.lists and two.kind is Kind.CLITIC for one, two in pairwise(units))
    return alone or (own and any(map(_orders, units)))


def _behind(here: Facts) -> Sequence[Group]:
    """The nouns behind the verb in its clause."""
    at = here.predicate.group.at
    return [one for one in here.predicate.clause.groups if one.at > at and one.kind == NOUN]


def _shown(here: Facts) -> Iterator[Group]:
    """Its object, and where it leads: "rose to 45 degrees"."""
    return (one for one in _behind(here) if not one.lead or here.has("goal", one.lead) or here.has("event", one.lead))


def _counts(group: Group) -> bool:
    return any(unit.kind is Kind.NUMBER for unit in group.units)


def _orders(unit: Unit) -> bool:
    return unit.kind is Kind.NUMBER or "ordinal" in unit.marks


def tells_case(here: Facts) -> bool:
    """It tells in which case something will be: «يغيب حال ثبت …», «في حال هطلت …»."""
    clause = here.predicate.clause
    host = clause.host if clause.link is Link.RELATIVE and clause.opener is None else None
    return host is not None and here.has("in_case", host.head.word)


def is_untrue(here: Facts) -> bool:
    """What is told there is no truth in: «لا صحة لما أشيع عن …», «نفى صحة الأنباء التي حكت عن …»."""
    clause = here.predicate.clause
    first = clause.opener or next(iter(clause.groups), here.predicate.group)
    before = [one for one in (clause.above.groups if clause.above is not None else ()) if one.at < first.at]
    if before and _has_in(here, "claims", before[-1]):
        before.pop()
    if not before or not _has_in(here, "truths", before[-1]):
        return False
    parent = here.predicate.parent
    if parent is not None and "denies" in parent.head.marks:
        return True
    *_, truth = before
    return any(_has_in(here, "not_so", one) for one in before if one.at >= truth.at - 1)


def _has_in(here: Facts, name: str, group: Group) -> bool:
    return any(here.has(name, unit.word) for unit in group.units)
