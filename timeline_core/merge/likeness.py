"""Record linkage: whether two tellings can be, and are, of one happening.

One report tells that "a raid killed five in Tadmur on 10 May", another one «مقتل خمسة في غارة على تدمر الأربعاء»:
the days meet, and place, deed and number are the same, so they are one event.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.concepts import Concepts
from timeline_core.events.discourse import numbers as counting
from timeline_core.events.discourse.incompatible import name_other_forces
from timeline_core.events.discourse.numbers import figures_differ, figures_far
from timeline_core.merge.apart import is_day, share_undergoer
from timeline_core.merge.bounds import FRESH, Bounds, are_other_news, is_stale
from timeline_core.merge.called import kinds_called_otherwise
from timeline_core.merge.differences import name_other_things
from timeline_core.merge.pair import Pair, owns
from timeline_core.merge.same_sentence import are_copies, find_numerals
from timeline_core.merge.weighing import NEWS_OF, score_by_table
from timeline_core.model.draft import Draft
from timeline_core.model.entry import UNLISTED, UNNAMED
from timeline_core.model.when import When

_UNNAMED_COPY = 6
"""Content words that a copy needs where the two name nobody and no place: «اليوم آخر أيام العزاء» is said of many."""
BRIDGE = 1.5
"""Likeness from which on a telling that fits two groups unites them."""
SURE = 2.2
"""Likeness from which on two sayings of one day are one statement, whatever they announce."""
_TELLING, LARGE, _HUGE = 5, 20, 100
"""Numbers that two reports hardly share by chance: at one place; in one country or of one thing; on one day."""
_SEVERAL = 3
"""The least such number of two reports that are about one place."""
_WIDE = 14
"""Days. A period that is longer by more joins only by a person, or by an action at one small place."""


def _at_one_time(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where both can mean one arrest: dated alike, undated but news of one week, or at one small place."""
    dated = one.when is not None and other.when is not None
    near = not _differ_in_length(one.when, other.when) if dated else not is_stale(one, other, bounds)
    return near or bool(shared_exact_places(one, other, bounds))


def _differ_in_length(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.days is None or other.days is None:
        return False
    lengths = [(days[1] - days[0]).days for days in (one.days, other.days)]
    return max(lengths) - min(lengths) > _WIDE


def score_likeness(one: Draft, other: Draft, bounds: Bounds) -> float:
    """How surely two tellings that do not `contradict` each other are of one happening; 0 when that cannot be known."""
    found = _score_by_rules(one, other, bounds)
    return found if found >= BRIDGE else max(found, score_by_table(one, other, bounds))


def _score_by_rules(one: Draft, other: Draft, bounds: Bounds) -> float:
    """Score what is told of one happening alone.

    A person and his death weigh most, then a number of one thing at one place, several deeds at one place, one deed.
    """
    deeds = bounds.concepts.deeds
    if _sequels(one, bounds) != _sequels(other, bounds):
        return SURE if _are_copies(one, other) else 0.0
    if one.concepts & deeds.of_others:
        return _score_sequels(one, other, bounds)
    concepts = find_common_deeds(one, other, bounds.concepts)
    if one.persons & other.persons and not _tell_other_deeds(one, other, deeds.once):
        fate = share_undergoer(one, other)
        if fate and (concepts & deeds.death or (concepts & deeds.once and _at_one_time(one, other, bounds))):
            return 3.0 + 0.1 * len(concepts)
        if concepts & deeds.distinct and one.when == other.when and one.when is not None and one.report != other.report:
            return 2.0
    if _tell_one_loss(one, other, bounds):
        return 1.2
    place = bool(shared_exact_places(one, other, bounds))
    number = counting.largest_shared_number(one, other, bounds.concepts)
    if _differ_in_length(one.when, other.when) or one.when is None or other.when is None:
        named = _are_named_alike(one, other, bounds, place=place)
        return 1.0 if concepts & deeds.distinct and named and _tells_apart(one, other, bounds, number) else 0.0
    return _score_by_days(one, other, bounds, number, place=place)


def _are_named_alike(one: Draft, other: Draft, bounds: Bounds, *, place: bool) -> bool:
    """True for one small place or two actors; of two undated reports of other days, for a place and an actor."""
    actors = _shared_actors(one, other)
    if one.when is None and other.when is None and are_other_news(one, other, bounds, days=0):
        return place and bool(actors)
    return place or len(actors) > 1


def _tells_apart(one: Draft, other: Draft, bounds: Bounds, number: int) -> bool:
    """True for a number that identifies a happening without a day; the older the news, the larger it must be."""
    if one.when is not None and other.when is not None:
        return number >= _TELLING
    return number >= LARGE or (number >= _TELLING and not is_stale(one, other, bounds))


def _tell_one_loss(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where two reports say of one small place that it was lost, in one month or closer."""
    if one.report == other.report or find_numerals(one) or find_numerals(other):
        return False
    if not one.concepts & other.concepts & bounds.concepts.deeds.lost_once:
        return False
    dated = one.when is not None and other.when is not None and not _differ_in_length(one.when, other.when)
    return dated and not _is_long(one.when) and bool(_share_small_place(one, other, bounds))


def _is_long(when: When | None) -> bool:
    """True for more than a month."""
    days = when.days if when is not None else None
    return days is None or days[1] - days[0] > FRESH


def _score_sequels(one: Draft, other: Draft, bounds: Bounds) -> float:
    """Two reactions (condemn, visit, condole) share the words of what they react to, so only a person joins them.

    Without a day they are one only as news of two days in a row: a minister visits often.
    """
    if _are_copies(one, other):
        return SURE
    if one.when is None and other.when is None and are_other_news(one, other, bounds, days=NEWS_OF.days):
        return 0.0
    return 1.3 if one.report != other.report and one.persons & other.persons else 0.0


def _tell_other_deeds(one: Draft, other: Draft, once: frozenset[str]) -> bool:
    """True when one says of a person what the other does not: arrested there, killed here."""
    mine, theirs = one.concepts & once, other.concepts & once
    return bool(mine and theirs and not mine & theirs)


def _score_by_days(one: Draft, other: Draft, bounds: Bounds, number: int, *, place: bool) -> float:
    """Score two tellings of the same or nearly the same days that share no person."""
    concepts = find_common_deeds(one, other, bounds.concepts) & bounds.concepts.deeds.distinct
    others = name_other_forces(one, other)
    if (number >= _HUGE or not others) and _share_number(one, other, bounds, number, place=place):
        return 2.5
    if one.report == other.report or not is_day(one) or not is_day(other):
        return 0.0
    if number >= _HUGE and concepts - bounds.concepts.deeds.frequent:
        return 2.0
    if _are_copies(one, other):
        return SURE
    if _share_thing(one, other, bounds.concepts, place=place):
        return 1.8
    if others or _differ_in_things(one, other, bounds) or figures_far(one, other, bounds.concepts):
        return 0.0
    return _score_by_deeds(one, other, bounds, concepts, number, place=place)


def _score_by_deeds(
    one: Draft, other: Draft, bounds: Bounds, concepts: frozenset[str], number: int, *, place: bool
) -> float:
    """Score by the deeds, where the two are about one place or share a number."""
    telling = concepts - bounds.concepts.deeds.frequent
    rare_here = [
        deed
        for deed in concepts & bounds.concepts.deeds.rare
        if owns(one, deed, bounds.concepts) and owns(other, deed, bounds.concepts)
    ]
    if tell_one_meeting(one, other, bounds.concepts):
        return 1.2
    near = place or _share_context(one, other, bounds)
    if len(telling) > 1 and (near or number):
        return 1.5
    if rare_here and place:
        return 1.2
    confirmed = (
        number or _shared_actors(one, other) or _share_small_place(one, other, bounds) if place else number >= _SEVERAL
    )
    return 1.0 if telling and near and confirmed else 0.0


def _share_small_place(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where both name one quarter, village or town: so small that it sees one deed of a kind a day."""
    shared = frozenset(one.places) & frozenset(other.places) - bounds.holders
    return any(place.startswith(UNLISTED) or bounds.around.get(place, frozenset()) - bounds.vague for place in shared)


def tell_one_meeting(one: Draft, other: Draft, concepts: Concepts) -> bool:
    """True where both tell of one meeting or agreement of those whom both name."""
    return bool(one.concepts & other.concepts & concepts.deeds.held) and _share_two_names(one, other)


def find_common_deeds(one: Draft, other: Draft, concepts: Concepts) -> frozenset[str]:
    """The deeds that both tell. Across languages, an Arabic raid may be the strike of the other one."""
    shared = one.concepts & other.concepts
    if one.lang == other.lang:
        return shared
    known = {concepts.abroad.get(deed) for deed in shared}
    mine, theirs = (
        {concepts.abroad[deed] for deed in draft.concepts & concepts.abroad.keys()} for draft in (one, other)
    )
    return shared | (mine & theirs - known)


def _share_number(one: Draft, other: Draft, bounds: Bounds, number: int, *, place: bool) -> bool:
    """True when a number of one and the same thing joins them."""
    concepts = find_common_deeds(one, other, bounds.concepts) & bounds.concepts.deeds.distinct
    if number < LARGE and kinds_called_otherwise(one, other):
        return False
    if place and number >= _TELLING and concepts - bounds.concepts.deeds.death:
        return True
    if number < _HUGE and concepts <= bounds.concepts.deeds.death and not _killed_alike(one, other, bounds):
        return False
    return number >= LARGE and bool(
        concepts
        and (place or one.things & other.things or _shared_actors(one, other) or set(one.places) & set(other.places))
    )


def _killed_alike(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where both give one way of killing; or only one gives any, and both name one small place."""
    known = bounds.concepts
    mine, theirs = (
        {known.abroad_as(deed) for deed in known.meant(draft.concepts) & known.deeds.lethal} for draft in (one, other)
    )
    if bool(mine) != bool(theirs):
        return _share_small_place(one, other, bounds)
    return not mine or not mine.isdisjoint(theirs)


def _share_thing(one: Draft, other: Draft, concepts: Concepts, *, place: bool) -> bool:
    """True when both tell of one deed to one kind of thing, by one actor or at one place: that market."""
    things = one.things & other.things
    if (
        not things
        or kinds_called_otherwise(one, other)
        or not find_common_deeds(one, other, concepts) & concepts.deeds.to_things
        or not (place or _shared_actors(one, other))
    ):
        return False
    return not (figures_far(one, other, concepts) if things - concepts.things.tool else figures_differ(one, other))


def _differ_in_things(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where they name other things, or each another one of a kind: a market and a school, two hospitals."""
    return bool(kinds_called_otherwise(one, other)) or name_other_things(Pair(one, other, bounds))


def _share_two_names(one: Draft, other: Draft) -> bool:
    """True when both name an actor and one name more."""
    actors = _shared_actors(one, other)
    return bool(actors) and len(actors | (frozenset(one.places) & frozenset(other.places))) > 1


def hardly_match(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True for two that do not `contradict` but differ: in numbers by far, in what was hit, or one is only a sequel."""
    far = figures_far(one, other, bounds.concepts)
    return far or _differ_in_things(one, other, bounds) or _sequels(one, bounds) != _sequels(other, bounds)


def _sequels(draft: Draft, bounds: Bounds) -> frozenset[str]:
    """Its sequels: what follows another happening and names it, such as a funeral or a visit."""
    return (draft.concepts | draft.things) & bounds.concepts.sequels


def _shared_actors(one: Draft, other: Draft) -> frozenset[str]:
    """The actors that both name; groups without a name of their own are others in every report."""
    return frozenset(id for id in one.actors if not id.startswith(UNNAMED)) & frozenset(other.actors)


def shared_exact_places(one: Draft, other: Draft, bounds: Bounds) -> frozenset[str]:
    """The small places that both name, or that one names and the other's report is about."""
    mine, theirs = (frozenset(draft.places) - bounds.vague for draft in (one, other))
    return (mine & theirs) | (mine & other.context) | (theirs & one.context)


def _share_context(one: Draft, other: Draft, bounds: Bounds) -> bool:
    return bool((one.context & other.context) - bounds.vague)


def _are_copies(one: Draft, other: Draft) -> bool:
    """True when the two are one text, from two reports; two sentences with other numbers are two happenings."""
    if one.report == other.report or not is_day(one) or not is_day(other) or one.lang != other.lang:
        return False
    if not are_copies(one.words, other.words) or figures_differ(one, other) or kinds_called_otherwise(one, other):
        return False
    named = bool({*one.actors, *one.places} & {*other.actors, *other.places})
    if not named and min(len(one.words), len(other.words)) < _UNNAMED_COPY:
        return False
    mine, theirs = find_numerals(one), find_numerals(other)
    if _number_other_things(mine, theirs, one, other):
        return False
    return mine == theirs or bool(mine & theirs)


def _number_other_things(mine: frozenset[str], theirs: frozenset[str], one: Draft, other: Draft) -> bool:
    """True where each has a number that counts nobody, and they are other ones: «النقطة رقم 3», «النقطة رقم 7»."""
    named, other_named = mine - _counts(one), theirs - _counts(other)
    return bool(named and other_named) and named.isdisjoint(other_named)


def _counts(draft: Draft) -> frozenset[str]:
    return frozenset(str(number) for figure in draft.figures for number in (figure.low, figure.high))
