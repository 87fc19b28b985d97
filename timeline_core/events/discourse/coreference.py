"""Event coreference inside one report: whether a mention tells again of a happening that was told before it.

What speaks for it is a table: each row has a name, a weight and an example, and the weights are added. What speaks
against it is looked at first, since a wrong join is worse than a missed one.

Source:
    DESIGN.md section 5: mentions of one happening in one report are one telling.
"""

from __future__ import annotations

from timeline_core.events.discourse.incompatible import (
    are_at_other_hours,
    count_others,
    counts_nameless,
    is_of_one_day,
    is_of_one_night,
    lasts_beyond,
)
from timeline_core.events.discourse.numbers import figures_differ, figures_far, largest_shared_number
from timeline_core.events.discourse.one_act import (
    does_alike,
    does_it_to_the_same,
    does_it_with_others,
    does_the_same_to_the_same,
    has_one_core,
    is_of_one_exact_day,
    is_the_same_act,
    shares_body,
    shares_verb,
)
from timeline_core.events.discourse.other_deeds import (
    is_of_an_ended_part,
    is_ordered_for_others,
    is_other_deed,
    ordered_again,
)
from timeline_core.events.discourse.pairs import (
    Met,
    Near,
    Pair,
    Row,
    deeds_told,
    is_of_one_class,
    says_the_same,
    shares_deed,
    shares_number,
    shares_part,
    shares_person,
    shares_place,
    tells_alike,
)
from timeline_core.events.discourse.statements import how_much_is_one
from timeline_core.events.discourse.traces import MOVE, OCCUR, VIOLENCE
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind, Role

ENOUGH = 2.0
"""What the rows that hold must come to."""
_LARGE = 10
"""A number that they do not share by chance."""


def is_counted_alike(pair: Pair) -> bool:
    """One deed was done to as many in both: "foiled a raid, seizing 26 pirates … nabbed 26 pirates"."""
    return shares_number(pair) and shares_deed(pair)


def _shares_large_number(pair: Pair) -> bool:
    return largest_shared_number(pair.told, pair.mention, pair.concepts) >= _LARGE


def _shares_thing(pair: Pair) -> bool:
    return bool(pair.told.things & pair.mention.things)


def is_of_one_scene(pair: Pair) -> bool:
    """What both tell can be one happening: what harms, and who is harmed."""
    return not pair.left.scenes.isdisjoint(pair.traces.scenes)


def _names_its_action(pair: Pair) -> bool:
    return bool(pair.traces.again & pair.left.tells)


def _names_its_class(pair: Pair) -> bool:
    return not pair.concepts.scenes_of(pair.traces.again_of).isdisjoint(pair.left.scenes)


def takes_up_one(pair: Pair) -> bool:
    """A noun of the one is definite in the other."""
    return bool(pair.traces.known & pair.left.nouns)


def _takes_up_two(pair: Pair) -> bool:
    return len(pair.traces.known & pair.left.nouns) > 1


def _is_the_only_one(pair: Pair) -> bool:
    """Harm can be told again without its victims or its place, nothing else can: "four were hurt" after a strike."""
    told = shares_part(pair) or VIOLENCE in pair.left.scenes & pair.traces.scenes
    return pair.alone and pair.mention.when is None and is_of_one_scene(pair) and told


def _meets_it(pair: Pair) -> bool:
    return pair.near is Near.SENTENCE and pair.traces.pronoun and is_of_one_scene(pair)


def _came_of_it(pair: Pair) -> bool:
    """Of one exact day, the one was done to him who left: "left prison on Thursday … was freed on Thursday"."""
    taken = takes_up_one(pair) or shares_person(pair)
    return (
        taken
        and is_of_one_exact_day(pair)
        and (_left(pair, pair.told, pair.mention) or _left(pair, pair.mention, pair.told))
    )


def _left(pair: Pair, gone: Draft, done: Draft) -> bool:
    deeds = {pair.concepts.left[thing] for thing in gone.things if thing in pair.concepts.left}
    return gone.predicate == MOVE and not deeds.isdisjoint(done.concepts)


def stands_for_any(pair: Met) -> bool:
    """A definite noun or a pronoun in it stands for what was told last, or first."""
    return pair.traces.any_happening and (pair.near is not Near.FAR or pair.opens)


def _was_just_told(pair: Pair) -> bool:
    return pair.named_again and pair.near is not Near.FAR


def _has_no_doer(pair: Pair) -> bool:
    return is_of_one_scene(pair) and not in_roles(pair.mention.roles, ActorRole.AGENT)


ROWS = (
    Row("named again", 2.0, "“the strike”: a definite noun of its deed", lambda pair: pair.named_again, points=True),
    Row("just told", 1.0, "that strike was told right before", _was_just_told),
    Row("any happening", 2.0, "“the incident”: what was told last, or first", stands_for_any, points=True),
    Row("action again", 1.5, "“they met … the meeting”", _names_its_action, points=True),
    Row("scene again", 1.0, "“a strike … the attack”: a definite noun of its scene", _names_its_class, points=True),
    Row("same number", 1.5, "“seven people were killed … the seven dead”", shares_number, points=True),
    Row("large number", 1.0, "“47 men were killed … the deaths of 47”", _shares_large_number, points=True),
    Row("same person", 1.0, "“X was arrested … police held X”", shares_person, points=True),
    Row("same deed", 0.5, "“a strike hit … planes struck”", shares_deed),
    Row("same verb", 0.5, "“dropped bombs … dropped them”", shares_verb),
    Row("same class", 0.5, "“was arrested … was held”", is_of_one_class),
    Row("same scene", 0.5, "“a strike hit … five were killed”: what harms, and who is harmed", is_of_one_scene),
    Row("same place", 1.0, "the same town, no country", shares_place, points=True),
    Row("same thing", 1.0, "that market, that hospital", _shares_thing, points=True),
    Row(
        "same frame",
        0.5,
        "“rebels held six nurses … the rebels held six nurses on Monday”: one verb, one doer, one noun",
        does_the_same_to_the_same,
        points=True,
    ),
    Row(
        "same two",
        0.5,
        "“the army raided rebels … the army raided the rebels’ camp on Monday”: one verb, who does it, and to whom",
        does_it_to_the_same,
        points=True,
    ),
    Row(
        "same act",
        1.5,
        "“X ordered the trial of two on Monday … X approved their trial on Monday”: one deed that is had done",
        is_the_same_act,
        points=True,
    ),
    Row("came of it", 1.5, "“left prison on Monday … was freed on Monday”", _came_of_it, points=True),
    Row("same core", 1.0, "“X left the union … X left the union in July”", has_one_core, points=True),
    Row("same body", 0.5, "the same court, army, party", shares_body),
    Row("same day", 0.5, "one exact day in both", is_of_one_exact_day),
    Row("no doer", 0.5, "“the airport was damaged, too”: harm that nobody is told to have done", _has_no_doer),
    Row("taken up", 0.5, "“a convoy … the convoy”: a noun that is definite now", takes_up_one, points=True),
    Row("taken up twice", 0.5, "two such nouns", _takes_up_two),
    Row("same words", 1.5, "most of the words that tell something are the same", says_the_same, points=True),
    Row(
        "one sentence",
        1.0,
        "“a dam collapsed, and 30 were killed”",
        lambda pair: pair.near is Near.SENTENCE,
        points=True,
    ),
    Row("met it", 0.5, "“raiders stormed a jail, and guards fought them”: a pronoun in one sentence", _meets_it),
    Row("beside it", 0.5, "the sentence right behind it", lambda pair: pair.near is Near.NEXT),
    Row(
        "the only one",
        0.5,
        "an undated mention, where one happening of its scene was told",
        _is_the_only_one,
        points=True,
    ),
    Row("the story", 0.5, "what the report opens with", lambda pair: pair.told.lead),
)


def score(pair: Pair) -> float:
    """How much speaks for the two being one happening; 0 where anything speaks against it."""
    if pair.told.kind is not pair.mention.kind or pair.days_apart:
        return 0.0
    if pair.told.kind in (Kind.ANNOUNCEMENT, Kind.DENIAL):
        return how_much_is_one(pair)
    if _contradict(pair):
        return 0.0
    held = [row for row in ROWS if row.holds(pair)]
    return sum(row.weight for row in held) if any(row.points for row in held) else 0.0


def _contradict(pair: Pair) -> bool:
    """Other kinds, days, persons, places, hours, or counted groups; or one that is called another one."""
    told, mention = pair.told, pair.mention
    if (
        (mention.another and not pair.traces.of_series)
        or (told.said and not mention.said and not _says_when(pair))
        or _stands_inside(told, mention)
        or (pair.listed and not _points_to_it(pair))
    ):
        return True
    if not _can_be_one_deed(pair) or _only_reminds(pair) or is_other_deed(pair) or is_of_an_ended_part(pair):
        return True
    return _is_of_another_time(pair) or _is_done_to_others(pair) or lie_elsewhere(pair)


def is_another_like_it(pair: Pair) -> bool:
    """By one verb it tells of one deed, done to other persons, or elsewhere: "X was hanged … Y, too, was hanged"."""
    happened = pair.told.kind is Kind.OCCURRENCE is pair.mention.kind
    alike = is_of_one_class(pair) and pair.left.head == pair.traces.head
    beside = shares_body(pair) or is_of_one_exact_day(pair)
    return happened and alike and beside and (_is_done_to_others(pair) or lie_elsewhere(pair))


def _is_of_another_time(pair: Pair) -> bool:
    """Of other days or hours; a day in the year that was told is the same one where nouns point back."""
    told, mention = pair.told, pair.mention
    dated = told.when is not None and mention.when is not None
    if (pair.traces.of_open_day and told.when is not None) or (pair.left.of_open_day and mention.when is not None):
        return True
    if dated and is_of_one_night(told, mention, pair.concepts):
        return not _is_told_again(pair)
    if dated and not is_of_one_day(told, mention) and not _is_surely_within(pair):
        return True
    lasts = lasts_beyond(told, mention) and not pair.named_again
    return lasts or are_at_other_hours(told, mention, pair.concepts)


def _is_told_again(pair: Pair) -> bool:
    """A definite noun points back, or the deed was done to the same thing, or one so called at the same place."""
    nouns = (pair.left.nouns & pair.traces.nouns) - pair.left.deeds
    there = _shares_thing(pair) or bool(shares_place(pair) and nouns)
    return pair.named_again or _names_its_action(pair) or (shares_deed(pair) and there)


def _is_done_to_others(pair: Pair) -> bool:
    """Other persons, other deeds that are done to somebody once, other counts, means or things."""
    told, mention, once = pair.told, pair.mention, pair.concepts.deeds.once
    if told.persons and mention.persons and not told.persons & mention.persons and not _takes_many(pair):
        return True
    mine, theirs = told.concepts & once, mention.concepts & once
    if mine and theirs and not mine & theirs and not pair.named_again:
        return True
    if ordered_again(pair) and is_ordered_for_others(pair):
        return True
    if _happens_to_other_things(pair) or _counts_others(pair) or _other_means(pair) or does_it_with_others(pair):
        return True
    again = pair.named_again or _names_its_action(pair) or _is_other_toll(pair)
    return figures_differ(told, mention) and not again


def _takes_many(pair: Pair) -> bool:
    """Others take part in what is not done to one person: "X met Y … Z attended the meeting"."""
    known = pair.concepts
    done = frozenset().union(*(known.classes[name].deeds for name in pair.left.classes if name in known.classes))
    return pair.named_again and not done & known.deeds.once


def _points_to_it(pair: Pair) -> bool:
    """By a definite noun, a person or most of its words, as little else can from one item of a list to another."""
    return pair.named_again or shares_person(pair) or says_the_same(pair) or _shares_large_number(pair)


def _is_other_toll(pair: Pair) -> bool:
    """Somebody counts the same people otherwise, right behind: "killed six miners … medics said eight miners died"."""
    mine, theirs = pair.left.frame, pair.traces.frame
    people = (mine.undergoers | mine.doers) & (theirs.undergoers | theirs.doers)
    plain = (
        pair.mention.when is None
        and not pair.mention.places
        and not figures_far(pair.told, pair.mention, pair.concepts)
    )
    return pair.traces.from_others and bool(people) and plain and pair.alone and pair.near is not Near.FAR


def _only_reminds(pair: Pair) -> bool:
    """A day long before the story is no day of what the story tells without one, but where it says when that was."""
    reminds = pair.mention.role is Role.BACKGROUND and pair.told.role is not Role.BACKGROUND
    return reminds and pair.told.when is None and not _says_when(pair)


def _says_when(pair: Pair) -> bool:
    """It says of what was told right before, or first, that it took place: "It took place at noon"."""
    points = stands_for_any(pair) or (bool(pair.traces.subject) and (pair.named_again or _names_its_action(pair)))
    return pair.mention.predicate == OCCUR and (pair.near is not Near.FAR or pair.opens) and points


def _counts_others(pair: Pair) -> bool:
    """Those counted are others, and are not as many of whom no name is told."""
    many = _shares_large_number(pair) and counts_nameless(pair.told, pair.mention)
    return count_others(pair.told, pair.mention) and not many


def _happens_to_other_things(pair: Pair) -> bool:
    """A mosque, and a school in which "a blast occurred": where nothing points back."""
    mine, theirs = (draft.things - pair.concepts.things.tool for draft in (pair.told, pair.mention))
    again = pair.named_again or _names_its_action(pair) or shares_number(pair)
    return pair.mention.predicate == OCCUR and bool(mine and theirs) and mine.isdisjoint(theirs) and not again


def _other_means(pair: Pair) -> bool:
    """Both say how harm was done, and not the same: a raid, and shelling."""
    known = pair.concepts
    mine, theirs = (known.meant(draft.concepts) & known.deeds.lethal for draft in (pair.told, pair.mention))
    again = pair.named_again or _names_its_action(pair) or _shares_large_number(pair) or _names_it_otherwise(pair)
    return bool(mine and theirs) and mine.isdisjoint(theirs) and not again


def _names_it_otherwise(pair: Pair) -> bool:
    """A definite noun of its scene, done to what that was done to: "bombed a dam … the raid on the dam"."""
    known = (pair.traces.known & pair.left.nouns) - pair.left.deeds
    return _names_its_class(pair) and bool(known or _shares_thing(pair))


def _stands_inside(told: Draft, mention: Draft) -> bool:
    """The one is told in words of the other, of which the tree says that it is another: «… لوالد من توفي الأربعاء»."""
    return any(piece.span.overlaps(other.span) for piece in told.evidence for other in mention.evidence)


def _can_be_one_deed(pair: Pair) -> bool:
    """Of one class or scene; what is told of the deed itself, which is the subject, may be of any other."""
    if is_of_one_class(pair) or is_of_one_scene(pair) or tells_alike(pair):
        return True
    any_deed = pair.concepts.deeds.any_deed
    again = pair.traces.again & pair.left.tells or pair.traces.again_of & pair.left.classes
    if pair.traces.any_happening or _carries_out(pair) or is_counted_alike(pair) or is_the_same_act(pair):
        return True
    if _came_of_it(pair) or does_alike(pair):
        return True
    if (
        pair.named_again
        and pair.traces.during
        and not deeds_told(pair.told, pair.left, pair.concepts).isdisjoint(any_deed)
    ):
        return True
    return bool(pair.traces.subject & {*again}) or (pair.named_again and bool(pair.traces.subject))


def _carries_out(pair: Pair) -> bool:
    """Its verb is the action of what was told, of the same persons: "ordered the release of X … X was released"."""
    return pair.traces.head in pair.left.deeds - {pair.left.head} and shares_person(pair)


def _is_surely_within(pair: Pair) -> bool:
    """Of the year that was told, or of a day in it, what its nouns point back to.

    "Bombed a mill in 2007 … the raid on it in 2007 … bombed the mill on 3 May 2007".
    """
    mine, theirs = (draft.when.days if draft.when is not None else None for draft in (pair.told, pair.mention))
    if mine is None or theirs is None:
        return False
    shorter, longer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    known = (pair.traces.known & pair.left.nouns) - pair.left.deeds
    others = pair.traces.known - pair.traces.deeds
    alike = _names_it_otherwise(pair)
    if mine == theirs and _names_its_class(pair) and _shares_large_number(pair):
        return True
    if mine == theirs and (known or not others):
        return pair.named_again or _names_its_action(pair) or alike or (_names_its_class(pair) and pair.alone)
    one, other = pair.left.frame, pair.traces.frame
    parts = one.doers & other.doers and one.undergoers & other.undergoers
    core = (shares_deed(pair) or shares_verb(pair)) and parts
    points = bool(known and (pair.named_again or _names_its_action(pair) or core or alike))
    return longer[0] <= shorter[0] and shorter[1] <= longer[1] and points


def lie_elsewhere(pair: Pair) -> bool:
    """Both name places, and none of the one is, holds or lies in one of the other.

    States count only where neither names a smaller place and no noun points back: "the attack, near the border with X".
    """
    mine, theirs = pair.exact_places(pair.told), pair.exact_places(pair.mention)
    if not mine and not theirs and not (pair.named_again or _names_its_action(pair)):
        mine, theirs = frozenset(pair.told.places), frozenset(pair.mention.places)
    if not mine or not theirs or mine & theirs:
        return False
    around = [{outer for place in places for outer in pair.gazetteer.around(place)} for places in (mine, theirs)]
    return not (around[0] & theirs or around[1] & mine)
