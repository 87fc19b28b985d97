"""One act: the same done by the same, or to the same, whatever the words: what the parts of a mention speak for.

Source:
    Predicate and arguments as what event mentions are compared by (Cybulska and Vossen 2015, "bag of events").
"""

from __future__ import annotations

from timeline_core.events.discourse.other_deeds import is_ordered_for_others, ordered_again
from timeline_core.events.discourse.pairs import Pair, is_of_one_class, says_the_same
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.when import Precision


def is_of_one_exact_day(pair: Pair) -> bool:
    """Both are of one day, and not only of one month."""
    one, other = pair.told.when, pair.mention.when
    return one is not None and one == other and one.precision is Precision.DAY


def shares_verb(pair: Pair) -> bool:
    """A deed of the one, verb or noun, is a deed of the other."""
    return bool(pair.traces.deeds & pair.left.deeds)


def shares_body(pair: Pair) -> bool:
    """A court, an army or a party has a part in both."""
    mine, theirs = (set(draft.actors) - draft.persons for draft in (pair.told, pair.mention))
    return bool(mine & theirs)


def does_the_same_to_the_same(pair: Pair) -> bool:
    """One verb of one body, done to one noun: "rebels held six nurses … the rebels held six nurses on Monday"."""
    mine, theirs = (traces.nouns - traces.deeds for traces in (pair.left, pair.traces))
    return shares_verb(pair) and is_of_one_class(pair) and shares_body(pair) and not mine.isdisjoint(theirs)


def does_it_to_the_same(pair: Pair) -> bool:
    """One verb, and two bodies in both: "the army raided rebels … the army raided the rebels on Monday"."""
    mine, theirs = (set(draft.actors) - draft.persons for draft in (pair.told, pair.mention))
    return shares_verb(pair) and is_of_one_class(pair) and is_of_one_exact_day(pair) and len(mine & theirs) > 1


def does_alike(pair: Pair) -> bool:
    """On one exact day one thing or body did what most words of both tell, by verbs of two classes.

    The body of a report tells its summary again: «عبرت القافلة الخط الجمعة … دخلت قافلة من عشر شاحنات البلدة الجمعة».
    """
    one, other = pair.left.frame, pair.traces.frame
    alike = one.company <= other.company or other.company <= one.company
    return bool(one.doers & other.doers) and alike and is_of_one_exact_day(pair) and says_the_same(pair)


def does_it_with_others(pair: Pair) -> bool:
    """One verb that by itself tells no deed takes another noun: "used drones over the town … used tear gas"."""
    mine, theirs = pair.left.frame, pair.traces.frame
    both = bool(mine.undergoers and theirs.undergoers) and mine.undergoers.isdisjoint(theirs.undergoers)
    known = pair.concepts.classes.get(pair.mention.predicate)
    bare = known is not None and not known.deeds
    return both and bare and pair.left.head == pair.traces.head and not pair.named_again


def is_the_same_act(pair: Pair) -> bool:
    """Who had it done has it done again: "ordered the trial of X on Monday … approved the trial of X"."""
    one, other = pair.left.frame, pair.traces.frame
    mine, theirs = (
        set(in_roles(draft.roles, ActorRole.AGENT, ActorRole.SPEAKER)) for draft in (pair.told, pair.mention)
    )
    once = pair.told.when is None or pair.mention.when is None or is_of_one_exact_day(pair)
    by_one = mine & theirs or one.doers & other.doers
    return once and bool(by_one and ordered_again(pair)) and not is_ordered_for_others(pair)


def has_one_core(pair: Pair) -> bool:
    """One verb, of one doer, done to one noun: "X became a state … X became its own state in July"."""
    mine, theirs = pair.left.frame, pair.traces.frame
    parts = (mine.doers & theirs.doers, mine.undergoers & theirs.undergoers)
    return pair.traces.head == pair.left.head and all(parts)
