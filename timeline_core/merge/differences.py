"""In what two tellings differ: what weighs against their being of one happening.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.merge.apart import kinds_called_otherwise
from timeline_core.merge.pair import Pair
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.event import Figure


def have_others(pair: Pair, role: ActorRole) -> bool:
    """True where both name who has that role, and nobody has it in both."""
    mine, theirs = (facts.named_in_role.get(role) for facts in (pair.mine, pair.theirs))
    return mine is not None and theirs is not None and mine.isdisjoint(theirs)


def name_other_persons(pair: Pair) -> bool:
    """True where each names a person whom the other does not."""
    return bool(pair.one.persons - pair.other.persons and pair.other.persons - pair.one.persons)


def name_other_places(pair: Pair) -> bool:
    """True where each names a small place that the other does not, and that does not lie in one of the other."""
    mine, theirs = pair.mine.where.exact, pair.theirs.where.exact
    return _any_outside(mine - theirs, theirs, pair) and _any_outside(theirs - mine, mine, pair)


def _any_outside(some: frozenset[str], others: frozenset[str], pair: Pair) -> bool:
    around = pair.bounds.around
    return any(
        not others & around.get(place, frozenset()) and not any(place in around.get(one, ()) for one in others)
        for place in some
    )


def give_other_numerals(pair: Pair, least: int = 1) -> bool:
    """True where less than half of their numbers in figures are the same, those that count somebody aside.

    Args:
        least: numbers that the one must have that has fewer.
    """
    mine, theirs = pair.mine.words.bare_numerals, pair.theirs.words.bare_numerals
    count = min(len(mine), len(theirs))
    return count >= least and 2 * len(mine & theirs) < count


def count_times_as_many(pair: Pair) -> float:
    """How many times one counts what the other counts; 1 where nothing is counted by both."""
    both = {figure.what for figure in pair.one.figures} & {figure.what for figure in pair.other.figures}
    return max((_ratio(pair.one.figures, pair.other.figures, what) for what in both), default=1.0)


def _ratio(some: tuple[Figure, ...], others: tuple[Figure, ...], what: str) -> float:
    """The least ratio of a number of the one and one of the other."""
    mine, theirs = ([figure.high or figure.low for figure in of if figure.what == what] for of in (some, others))
    return min(max(a, b) / max(1, min(a, b)) for a in mine for b in theirs)


def name_other_things(pair: Pair) -> bool:
    """True where one tells of a market, and the other one of a school."""
    mine, theirs = pair.mine.things, pair.theirs.things
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def tell_other_ways(pair: Pair) -> bool:
    """True where both say how people were killed, and no way is in both: a bomb, and clashes."""
    mine, theirs = pair.mine.ways, pair.theirs.ways
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def name_others_of_a_kind(pair: Pair) -> bool:
    """True where each names another one of a kind: two hospitals, the seventh and the eighth."""
    return bool(kinds_called_otherwise(pair.one, pair.other))


def react_otherwise(pair: Pair) -> bool:
    """True where one tells what others did about a happening and the other does not, or where nobody did it in both."""
    mine, theirs = pair.mine.reactions, pair.theirs.reactions
    if mine != theirs:
        return True
    return bool(mine) and not (pair.persons or pair.have_part_in(ActorRole.SPEAKER, ActorRole.AGENT))


def name_other_sequels(pair: Pair) -> bool:
    """True where one tells of what follows a happening, such as a funeral, and the other does not."""
    return pair.mine.sequels != pair.theirs.sequels
