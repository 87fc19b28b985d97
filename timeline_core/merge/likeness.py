"""Record linkage: whether two tellings can be, and are, of one happening.

One report tells that "a raid killed five in Tadmur on 10 May", another one «مقتل خمسة في غارة على تدمر الأربعاء»:
the days meet, and place, deed and number are the same, so they are one event.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.events.discourse.incompatible import name_other_forces
from timeline_core.events.discourse.numbers import figures_differ, figures_far
from timeline_core.merge.apart import kinds_called_otherwise, share_undergoer
from timeline_core.merge.bounds import FRESH, Bounds, are_other_news, is_stale
from timeline_core.merge.differences import name_other_things
from timeline_core.merge.pair import Pair
from timeline_core.merge.same_sentence import are_copies
from timeline_core.merge.weighing import NEWS_OF, score_pair
from timeline_core.model.draft import Draft
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


def _at_one_time(pair: Pair) -> bool:
    """True where both can mean one arrest: dated alike, undated but news of one week, or at one small place."""
    one, other = pair.one, pair.other
    dated = one.when is not None and other.when is not None
    near = not _differ_in_length(one.when, other.when) if dated else not is_stale(one, other, pair.bounds)
    return near or bool(shared_exact_places(pair))


def _differ_in_length(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.days is None or other.days is None:
        return False
    lengths = [(days[1] - days[0]).days for days in (one.days, other.days)]
    return max(lengths) - min(lengths) > _WIDE


def score_likeness(one: Draft, other: Draft, bounds: Bounds) -> float:
    """How surely two tellings that do not `contradict` each other are of one happening; 0 when that cannot be known."""
    pair = Pair(one, other, bounds)
    found = _score_by_rules(pair)
    return found if found >= BRIDGE else max(found, score_pair(pair))


def _score_by_rules(pair: Pair) -> float:
    """Score what is told of one happening alone.

    A person and his death weigh most, then a number of one thing at one place, several deeds at one place, one deed.
    """
    one, other, deeds = pair.one, pair.other, pair.concepts.deeds
    if pair.mine.sequels != pair.theirs.sequels:
        return SURE if _are_copies(pair) else 0.0
    if one.concepts & deeds.of_others:
        return _score_sequels(pair)
    if pair.persons and (by_person := _score_by_person(pair)):
        return by_person
    if _tell_one_loss(pair):
        return 1.2
    if not _share_what_joins(pair):
        return 0.0
    concepts = pair.common_deeds
    place = bool(shared_exact_places(pair))
    if _differ_in_length(one.when, other.when) or one.when is None or other.when is None:
        named = _are_named_alike(pair, place=place)
        return 1.0 if concepts & deeds.distinct and named and _tells_apart(pair) else 0.0
    return _score_by_days(pair, place=place)


def _score_by_person(pair: Pair) -> float:
    """Score two that name one person: what was done to him once, or one deed of one day."""
    one, other, deeds, concepts = pair.one, pair.other, pair.concepts.deeds, pair.common_deeds
    if _tell_other_deeds(one, other, deeds.once):
        return 0.0
    fate = share_undergoer(one, other, pair.bounds)
    if fate and (concepts & deeds.death or (concepts & deeds.once and _at_one_time(pair))):
        return 3.0 + 0.1 * len(concepts)
    if concepts & deeds.distinct and one.when == other.when and one.when is not None and one.report != other.report:
        return 2.0
    return 0.0


def _share_what_joins(pair: Pair) -> bool:
    """False for the many that share a name and no deed: nothing that is asked of two days joins them."""
    common, deeds = pair.common_deeds, pair.concepts.deeds
    return not all(map(common.isdisjoint, (deeds.distinct, deeds.on_things, deeds.held))) or _may_be_copies(pair)


def _are_named_alike(pair: Pair, *, place: bool) -> bool:
    """True for one small place or two actors; of two undated reports of other days, for a place and an actor."""
    one, other, actors = pair.one, pair.other, _shared_actors(pair)
    if one.when is None and other.when is None and are_other_news(one, other, pair.bounds, days=0):
        return place and bool(actors)
    return place or len(actors) > 1


def _tells_apart(pair: Pair) -> bool:
    """True for a number that identifies a happening without a day; the older the news, the larger it must be."""
    one, other = pair.one, pair.other
    if one.when is not None and other.when is not None:
        return pair.number >= _TELLING
    return pair.number >= LARGE or (pair.number >= _TELLING and not is_stale(one, other, pair.bounds))


def _tell_one_loss(pair: Pair) -> bool:
    """True where two reports say of one small place that it was lost, in one month or closer."""
    one, other = pair.one, pair.other
    if one.report == other.report or not one.concepts & other.concepts & pair.concepts.deeds.lost_once:
        return False
    if pair.mine.words.numerals or pair.theirs.words.numerals:
        return False
    dated = one.when is not None and other.when is not None and not _differ_in_length(one.when, other.when)
    return dated and not _is_long(one.when) and _share_small_place(pair)


def _is_long(when: When | None) -> bool:
    """True for more than a month."""
    days = when.days if when is not None else None
    return days is None or days[1] - days[0] > FRESH


def _score_sequels(pair: Pair) -> float:
    """Two reactions (condemn, visit, condole) share the words of what they react to, so only a person joins them.

    Without a day they are one only as news of two days in a row: a minister visits often.
    """
    one, other = pair.one, pair.other
    if _are_copies(pair):
        return SURE
    if one.when is None and other.when is None and are_other_news(one, other, pair.bounds, days=NEWS_OF.days):
        return 0.0
    return 1.3 if one.report != other.report and pair.persons else 0.0


def _tell_other_deeds(one: Draft, other: Draft, once: frozenset[str]) -> bool:
    """True when one says of a person what the other does not: arrested there, killed here."""
    mine, theirs = one.concepts & once, other.concepts & once
    return bool(mine and theirs and not mine & theirs)


def _score_by_days(pair: Pair, *, place: bool) -> float:
    """Score two tellings of the same or nearly the same days that share no person."""
    one, other, number = pair.one, pair.other, pair.number
    concepts = pair.common_deeds & pair.concepts.deeds.distinct
    others = name_other_forces(one, other)
    if (number >= _HUGE or not others) and _share_number(pair, place=place):
        return 2.5
    if one.report == other.report or not pair.mine.is_day or not pair.theirs.is_day:
        return 0.0
    if number >= _HUGE and concepts - pair.concepts.deeds.frequent:
        return 2.0
    if _are_copies(pair):
        return SURE
    if _share_thing(pair, place=place):
        return 1.8
    if others or _differ_in_things(pair) or figures_far(one, other, pair.concepts):
        return 0.0
    return _score_by_deeds(pair, concepts, place=place)


def _score_by_deeds(pair: Pair, concepts: frozenset[str], *, place: bool) -> float:
    """Score by the deeds, where the two are about one place or share a number."""
    deeds, number = pair.concepts.deeds, pair.number
    telling = concepts - deeds.frequent
    if tell_one_meeting(pair):
        return 1.2
    near = place or _share_context(pair)
    if len(telling) > 1 and (near or number):
        return 1.5
    if place and any(pair.mine.owns(deed) and pair.theirs.owns(deed) for deed in concepts & deeds.rare):
        return 1.2
    confirmed = number or _shared_actors(pair) or _share_small_place(pair) if place else number >= _SEVERAL
    return 1.0 if telling and near and confirmed else 0.0


def _share_small_place(pair: Pair) -> bool:
    """True where both name one quarter, village or town: so small that it sees one deed of a kind a day."""
    return not pair.mine.where.small.isdisjoint(pair.theirs.where.small)


def tell_one_meeting(pair: Pair) -> bool:
    """True where both tell of one meeting or agreement of those whom both name."""
    return bool(pair.one.concepts & pair.other.concepts & pair.concepts.deeds.held) and _share_two_names(pair)


def _share_number(pair: Pair, *, place: bool) -> bool:
    """True when a number of one and the same thing joins them."""
    number, deeds = pair.number, pair.concepts.deeds
    concepts = pair.common_deeds & deeds.distinct
    if number < _TELLING or (number < LARGE and kinds_called_otherwise(pair.one, pair.other)):
        return False
    if place and concepts - deeds.death:
        return True
    if number < _HUGE and concepts <= deeds.death and not _killed_alike(pair):
        return False
    return number >= LARGE and bool(
        concepts and (place or pair.one.things & pair.other.things or _shared_actors(pair) or pair.places)
    )


def _killed_alike(pair: Pair) -> bool:
    """True where both give one way of killing; or only one gives any, and both name one small place."""
    mine, theirs = pair.mine.ways, pair.theirs.ways
    if bool(mine) != bool(theirs):
        return _share_small_place(pair)
    return not mine or not mine.isdisjoint(theirs)


def _share_thing(pair: Pair, *, place: bool) -> bool:
    """True when both tell of one deed to one kind of thing, by one actor or at one place: that market."""
    one, other, concepts = pair.one, pair.other, pair.concepts
    things = one.things & other.things
    if (
        not things
        or not pair.common_deeds & concepts.deeds.to_things
        or not (place or _shared_actors(pair))
        or kinds_called_otherwise(pair.one, pair.other)
    ):
        return False
    return not (figures_far(one, other, concepts) if things - concepts.things.tool else figures_differ(one, other))


def _differ_in_things(pair: Pair) -> bool:
    """True where they name other things, or each another one of a kind: a market and a school, two hospitals."""
    return bool(kinds_called_otherwise(pair.one, pair.other)) or name_other_things(pair)


def _share_two_names(pair: Pair) -> bool:
    """True when both name an actor and one name more."""
    actors = _shared_actors(pair)
    return bool(actors) and len(actors | pair.places) > 1


def hardly_match(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True for two that do not `contradict` but differ: in numbers by far, in what was hit, or one is only a sequel."""
    pair = Pair(one, other, bounds)
    far = figures_far(one, other, bounds.concepts)
    return far or _differ_in_things(pair) or pair.mine.sequels != pair.theirs.sequels


def _shared_actors(pair: Pair) -> frozenset[str]:
    """The actors that both name; groups without a name of their own are others in every report."""
    return pair.mine.actors & pair.theirs.actors


def shared_exact_places(pair: Pair) -> frozenset[str]:
    """The small places that both name, or that one names and the other's report is about."""
    mine, theirs = pair.mine.where.exact, pair.theirs.where.exact
    return (mine & theirs) | (mine & pair.other.context) | (theirs & pair.one.context)


def _share_context(pair: Pair) -> bool:
    return bool((pair.one.context & pair.other.context) - pair.bounds.vague)


def _may_be_copies(pair: Pair) -> bool:
    """False where too few of their words are the same."""
    return pair.one.lang == pair.other.lang and are_copies(pair.one.words, pair.other.words)


def _are_copies(pair: Pair) -> bool:
    """True when the two are one text, from two reports; two sentences with other numbers are two happenings."""
    one, other = pair.one, pair.other
    if one.report == other.report or not pair.mine.is_day or not pair.theirs.is_day or not _may_be_copies(pair):
        return False
    if figures_differ(one, other) or kinds_called_otherwise(pair.one, pair.other):
        return False
    named = bool({*one.actors, *one.places} & {*other.actors, *other.places})
    if not named and min(len(one.words), len(other.words)) < _UNNAMED_COPY:
        return False
    if _number_other_things(pair):
        return False
    mine, theirs = pair.mine.words.numerals, pair.theirs.words.numerals
    return mine == theirs or bool(mine & theirs)


def _number_other_things(pair: Pair) -> bool:
    """True where each has a number that counts nobody, and they are other ones: «النقطة رقم 3», «النقطة رقم 7»."""
    named, other_named = pair.mine.words.bare_numerals, pair.theirs.words.bare_numerals
    return bool(named and other_named) and named.isdisjoint(other_named)
