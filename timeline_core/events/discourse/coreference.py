"""Event coreference inside one report: whether a mention tells again of a happening that was told before it.

What speaks for it is a table: each row has a name, a weight and an example, and the weights are added. What speaks
against it is looked at first, since a wrong join is worse than a missed one.

Source:
    DESIGN.md section 5: mentions of one happening in one report are one telling.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import NamedTuple

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.incompatible import are_at_other_hours, count_others, lasts_beyond
from timeline_core.events.discourse.numbers import figures_differ, figures_far, largest_shared_number
from timeline_core.events.discourse.traces import OCCUR, Traces
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind, Role
from timeline_core.model.when import Precision
from timeline_core.names.gazetteer import Gazetteer

ENOUGH = 2.0
"""What the rows that hold must come to."""
_NUMBER = 3
"""A number that two mentions of one report hardly share by chance."""
_COPY = 0.6
"""Share of the words of the shorter mention that stand in the other one too."""
_LONGEST = timedelta(31)
"""A longer time holds too many days for one of them to be the same happening's."""
_WIDE = ("country", "state", "region")
"""Types of places that tell no happening from another."""
_FEW = 4
"""Words that it has at least for that to say anything."""


class Near(Enum):
    """How near the mention stands to the last words on that happening."""

    SENTENCE = "in the same sentence"
    NEXT = "in the sentence right behind it"
    FAR = "further on"


@dataclass(frozen=True, slots=True)
class Pair:
    """A happening that is told already, and a mention behind it."""

    told: Draft
    mention: Draft
    left: Traces
    """What the words on the happening left."""
    traces: Traces
    """Those of the mention."""
    near: Near
    alone: bool
    """True where no other happening of its scene was told before."""
    concepts: Concepts
    gazetteer: Gazetteer

    @property
    def named_again(self) -> bool:
        """A definite noun of the mention stands for the happening: «الغارة», "the strike"."""
        return not self.traces.stands_for.isdisjoint(deeds_told(self.told, self.left, self.concepts))

    def exact_places(self, draft: Draft) -> frozenset[str]:
        """Its places without the states and regions."""
        return frozenset(place for place in draft.places if self.gazetteer[place].type not in _WIDE)


def deeds_told(told: Draft, left: Traces, concepts: Concepts) -> frozenset[str]:
    """The deeds of which its verb may tell, and none of those that its words only speak of: "a video of the attack"."""
    known = [concepts.classes[name] for name in left.classes if name in concepts.classes]
    known = [one for one in known if one.says or not one.support]
    if not known:
        return told.concepts
    scenes = {one.scene or one.name for one in known}
    alike = (one.deeds for one in concepts.classes.values() if (one.scene or one.name) in scenes)
    return told.concepts & frozenset().union(*alike)


class Row(NamedTuple):
    """One thing that speaks for a pair."""

    name: str
    weight: float
    example: str
    holds: Callable[[Pair], bool]
    points: bool = False
    """True for what points from one to the other; the rest only goes with it, and joins nothing by itself."""


def _shares_person(pair: Pair) -> bool:
    return bool(pair.told.persons & pair.mention.persons)


def _shares_deed(pair: Pair) -> bool:
    told, mention = pair.told.concepts, pair.mention.concepts
    return bool(told & mention - pair.concepts.deeds.thin)


def shares_number(pair: Pair) -> bool:
    """A number that two mentions of one report hardly share by chance."""
    return largest_shared_number(pair.told, pair.mention, pair.concepts) >= _NUMBER


def shares_place(pair: Pair) -> bool:
    """The same town; states say too little."""
    return not pair.exact_places(pair.told).isdisjoint(pair.exact_places(pair.mention))


def _shares_thing(pair: Pair) -> bool:
    return bool(pair.told.things & pair.mention.things)


def is_of_one_scene(pair: Pair) -> bool:
    """What both tell can be one happening: what harms, and who is harmed."""
    one, other = (pair.concepts.scenes_of(traces.classes) for traces in (pair.left, pair.traces))
    return not one.isdisjoint(other)


def _says_the_same(pair: Pair) -> bool:
    fewer = min(len(pair.told.words), len(pair.mention.words))
    return fewer >= _FEW and len(pair.told.words & pair.mention.words) >= _COPY * fewer


def _names_its_action(pair: Pair) -> bool:
    return bool(pair.traces.again & pair.left.tells)


def _names_its_class(pair: Pair) -> bool:
    again = pair.concepts.scenes_of(pair.traces.again_of)
    return not again.isdisjoint(pair.concepts.scenes_of(pair.left.classes))


def shares_verb(pair: Pair) -> bool:
    """A deed of the one, verb or noun, is a deed of the other."""
    return bool(pair.traces.deeds & pair.left.deeds)


def _is_of_one_class(pair: Pair) -> bool:
    return bool(pair.told.predicate) and pair.told.predicate == pair.mention.predicate


def takes_up_one(pair: Pair) -> bool:
    """A noun of the one is definite in the other."""
    return bool(pair.traces.known & pair.left.nouns)


def _takes_up_two(pair: Pair) -> bool:
    return len(pair.traces.known & pair.left.nouns) > 1


def _is_of_one_exact_day(pair: Pair) -> bool:
    one, other = pair.told.when, pair.mention.when
    return one is not None and one == other and one.precision is Precision.DAY


def _is_the_only_one(pair: Pair) -> bool:
    return pair.alone and pair.mention.when is None and is_of_one_scene(pair)


def _meets_it(pair: Pair) -> bool:
    return pair.near is Near.SENTENCE and pair.traces.pronoun and is_of_one_scene(pair)


def _shares_body(pair: Pair) -> bool:
    mine, theirs = (set(draft.actors) - draft.persons for draft in (pair.told, pair.mention))
    return bool(mine & theirs)


def _does_the_same_to_the_same(pair: Pair) -> bool:
    mine, theirs = (traces.nouns - traces.deeds for traces in (pair.left, pair.traces))
    return shares_verb(pair) and _is_of_one_class(pair) and _shares_body(pair) and not mine.isdisjoint(theirs)


def _does_it_to_the_same(pair: Pair) -> bool:
    mine, theirs = (set(draft.actors) - draft.persons for draft in (pair.told, pair.mention))
    return shares_verb(pair) and _is_of_one_class(pair) and _is_of_one_exact_day(pair) and len(mine & theirs) > 1


def _speaks_again(pair: Pair) -> bool:
    goes_on = pair.traces.continues and pair.near is not Near.FAR
    return goes_on or bool(pair.traces.speakers & pair.left.speakers)


def _speaks_in_person(pair: Pair) -> bool:
    return bool(pair.traces.speakers & pair.left.speakers & pair.told.persons)


def _is_of_one_matter(pair: Pair) -> bool:
    others = {*pair.told.actors} & {*pair.mention.actors} - pair.left.speakers - pair.traces.speakers
    nouns = pair.left.matter & pair.traces.matter
    return bool(nouns or others) or _shares_deed(pair) or shares_place(pair)


def _is_another_statement(pair: Pair) -> bool:
    """Of another speaker or day, made before, or on another matter: further on, on a day, where words turn away."""
    other = pair.traces.speakers and not pair.traces.speakers & pair.left.speakers
    before = pair.traces.anterior and not pair.left.anterior
    dated = pair.mention.when is not None and pair.told.when is None
    away = (pair.near is Near.FAR or pair.traces.turns or dated) and not _is_of_one_matter(pair)
    counts = figures_far(pair.told, pair.mention, pair.concepts)
    return bool(other) or before or away or counts or _has_other_day(pair) or _is_another_act(pair)


def _is_another_act(pair: Pair) -> bool:
    """A person speaks for the body that spoke, and does something else by it: "it condemned …", "its spokesman said"."""
    others = (pair.traces.speakers & pair.mention.persons) - pair.left.speakers
    return bool(others) and not _is_of_one_class(pair)


def stands_for_any(pair: Pair) -> bool:
    """A definite noun or a pronoun in it stands for what was told last, or first."""
    return pair.traces.any_happening and (pair.near is not Near.FAR or pair.told.lead)


def _was_just_told(pair: Pair) -> bool:
    return pair.named_again and pair.near is not Near.FAR


def _has_no_doer(pair: Pair) -> bool:
    return is_of_one_scene(pair) and not in_roles(pair.mention.roles, ActorRole.AGENT)


def _has_other_day(pair: Pair) -> bool:
    return pair.told.when is not None and pair.mention.when is not None and pair.told.when != pair.mention.when


ROWS = (
    Row("named again", 2.0, "“the strike”: a definite noun of its deed", lambda pair: pair.named_again, points=True),
    Row("just told", 1.0, "that strike was told right before", _was_just_told),
    Row("any happening", 2.0, "“the incident”: what was told last, or first", stands_for_any, points=True),
    Row("action again", 1.5, "“they met … the meeting”", _names_its_action, points=True),
    Row("scene again", 1.0, "“a strike … the attack”: a definite noun of its scene", _names_its_class, points=True),
    Row("same number", 1.5, "“seven people were killed … the seven dead”", shares_number, points=True),
    Row("same person", 1.0, "“X was arrested … police held X”", _shares_person, points=True),
    Row("same deed", 0.5, "“a strike hit … planes struck”", _shares_deed),
    Row("same verb", 0.5, "“dropped bombs … dropped them”", shares_verb),
    Row("same class", 0.5, "“was arrested … was held”", _is_of_one_class),
    Row("same scene", 0.5, "“a strike hit … five were killed”: what harms, and who is harmed", is_of_one_scene),
    Row("same place", 1.0, "the same town, no country", shares_place, points=True),
    Row("same thing", 1.0, "that market, that hospital", _shares_thing, points=True),
    Row(
        "same frame",
        0.5,
        "“rebels held six nurses … the rebels held six nurses on Monday”: one verb, one doer, one noun",
        _does_the_same_to_the_same,
        points=True,
    ),
    Row(
        "same two",
        0.5,
        "“the army raided rebels … the army raided the rebels’ camp on Monday”: one verb, who does it, and to whom",
        _does_it_to_the_same,
        points=True,
    ),
    Row("same body", 0.5, "the same court, army, party", _shares_body),
    Row("same day", 0.5, "one exact day in both", _is_of_one_exact_day),
    Row("no doer", 0.5, "“the airport was damaged, too”: harm that nobody is told to have done", _has_no_doer),
    Row("taken up", 0.5, "“a convoy … the convoy”: a noun that is definite now", takes_up_one, points=True),
    Row("taken up twice", 0.5, "two such nouns", _takes_up_two),
    Row("same words", 1.5, "most of the words that tell something are the same", _says_the_same, points=True),
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


SPEAKERS = (
    Row("same speaker", 1.5, "“the ministry said … the ministry added”", _speaks_again),
    Row("same person speaks", 0.5, "“the minister said … X said”: who speaks once in a report", _speaks_in_person),
    Row("same words", 1.5, "most of the words that tell something are the same", _says_the_same),
    Row("beside it", 0.5, "the sentence right behind it", lambda pair: pair.near is not Near.FAR),
    Row("in its sentence", 1.0, "“the ministry denied it, and said …”", lambda pair: pair.near is Near.SENTENCE),
    Row("same matter", 0.5, "a deed, a place, somebody else or a noun in common", _is_of_one_matter),
)
"""What speaks for two statements being one."""


def how_speaks_on(pair: Pair) -> float:
    """How much speaks for words being of the speaker of a statement; 0 where they are of another."""
    return 0.0 if not _speaks_again(pair) else sum(row.weight for row in SPEAKERS if row.holds(pair))


def score(pair: Pair) -> float:
    """How much speaks for the two being one happening; 0 where anything speaks against it."""
    if pair.told.kind is not pair.mention.kind:
        return 0.0
    if pair.told.kind in (Kind.ANNOUNCEMENT, Kind.DENIAL):
        return 0.0 if _is_another_statement(pair) else sum(row.weight for row in SPEAKERS if row.holds(pair))
    if _contradict(pair):
        return 0.0
    held = [row for row in ROWS if row.holds(pair)]
    return sum(row.weight for row in held) if any(row.points for row in held) else 0.0


def _contradict(pair: Pair) -> bool:
    """Other kinds, days, persons, places, hours, or counted groups; or one that is called another one."""
    told, mention, deeds = pair.told, pair.mention, pair.concepts.deeds
    if (
        (mention.another and not pair.traces.of_series)
        or (told.said and not mention.said)
        or _stands_inside(told, mention)
    ):
        return True
    if not _can_be_one_deed(pair) or _only_reminds(pair):
        return True
    if told.when is not None and mention.when is not None and not is_of_one_day(told, mention):
        return True
    if lasts_beyond(told, mention) and not pair.named_again:
        return True
    if told.persons and mention.persons and not told.persons & mention.persons:
        return True
    mine, theirs = told.concepts & deeds.once, mention.concepts & deeds.once
    if mine and theirs and not mine & theirs and not pair.named_again:
        return True
    if are_at_other_hours(told, mention, pair.concepts) or count_others(told, mention) or _other_means(pair):
        return True
    return lie_elsewhere(pair) or (figures_differ(told, mention) and not (pair.named_again or _names_its_action(pair)))


def _only_reminds(pair: Pair) -> bool:
    """A day long before the story is no day of what the story tells without one, but where it says when that was."""
    reminds = pair.mention.role is Role.BACKGROUND and pair.told.role is not Role.BACKGROUND
    return reminds and pair.told.when is None and not _says_when(pair)


def _says_when(pair: Pair) -> bool:
    """It says of nothing but what was told right before that it took place: "It took place on 17 April 2017"."""
    points = stands_for_any(pair) or bool(pair.traces.subject) and (pair.named_again or _names_its_action(pair))
    return pair.mention.predicate == OCCUR and pair.near is not Near.FAR and points


def _other_means(pair: Pair) -> bool:
    """Both say how harm was done, and not the same: a raid, and shelling."""
    known = pair.concepts
    mine, theirs = (known.meant(draft.concepts) & known.deeds.lethal for draft in (pair.told, pair.mention))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and not (pair.named_again or _names_its_action(pair))


def _stands_inside(told: Draft, mention: Draft) -> bool:
    """The one is told in words of the other, of which the tree says that it is another: «… لوالد من توفي الأربعاء»."""
    return any(piece.span.overlaps(other.span) for piece in told.evidence for other in mention.evidence)


def _can_be_one_deed(pair: Pair) -> bool:
    """Of one class or scene; what is told of the deed itself, which is the subject, may be of any other."""
    if _is_of_one_class(pair) or is_of_one_scene(pair):
        return True
    any_deed = pair.concepts.deeds.any_deed
    again = pair.traces.again & pair.left.tells or pair.traces.again_of & pair.left.classes
    if pair.traces.any_happening or _carries_out(pair):
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
    return pair.traces.head in pair.left.deeds - {pair.left.head} and _shares_person(pair)


def is_of_one_day(told: Draft, mention: Draft) -> bool:
    """The days of the one lie in those of the other."""
    mine, theirs = (draft.when.days if draft.when is not None else None for draft in (told, mention))
    if mine is None or theirs is None:
        return told.when == mention.when
    shorter, longer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    inside = longer[0] <= shorter[0] and shorter[1] <= longer[1]
    return inside and longer[1] - longer[0] <= _LONGEST


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
