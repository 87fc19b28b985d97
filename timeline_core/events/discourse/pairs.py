"""A pair: a happening that was told, and a mention behind it; with what is asked of it in more than one table.

Source:
    The mention-pair model of coreference (Soon, Ng and Lim 2001).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.traces import Traces
from timeline_core.model.draft import Draft
from timeline_core.names.gazetteer import Gazetteer

_COPY = 0.6
"""Share of the words of the shorter mention that stand in the other one too."""
_FEW = 4
"""Words that it has at least for that to say anything."""
_WIDE = ("country", "state", "region", "water")
"""Types of places that tell no happening from another."""


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
    opens: bool
    """It is the first happening that the report told, by itself or as what somebody said."""
    concepts: Concepts
    gazetteer: Gazetteer
    listed: bool = False
    """They stand in two items of a list, each of which tells another thing."""
    spoke_last: bool = False
    """No other statement was made since."""

    @property
    def named_again(self) -> bool:
        """A definite noun of the mention stands for the happening: «الغارة», "the strike"."""
        return not self.traces.stands_for.isdisjoint(deeds_told(self.told, self.left, self.concepts))

    def exact_places(self, draft: Draft) -> frozenset[str]:
        """Its places without the states, regions and seas."""
        return frozenset(place for place in draft.places if self.gazetteer[place].type not in _WIDE)


def deeds_told(told: Draft, left: Traces, concepts: Concepts) -> frozenset[str]:
    """The deeds of which its verb may tell, and none of those that its words only speak of: "a video of the attack".

    Where no word says which, and none is done to somebody once, it may be any of its class: "met" was a meeting.
    """
    known = [concepts.classes[name] for name in left.classes if name in concepts.classes]
    known = [one for one in known if one.says or not one.support]
    if not known:
        return told.concepts
    deeds = frozenset().union(*(concepts.deeds_of_scene[one.in_scene] for one in known))
    return told.concepts & deeds or (frozenset() if deeds & concepts.deeds.once else deeds)


class Row(NamedTuple):
    """One thing that speaks for a pair."""

    name: str
    weight: float
    example: str
    holds: Callable[[Pair], bool]
    points: bool = False
    """True for what points from one to the other; the rest only goes with it, and joins nothing by itself."""


def shares_deed(pair: Pair) -> bool:
    """A deed that tells something is in both: a strike, an arrest."""
    told, mention = pair.told.concepts, pair.mention.concepts
    return bool(told & mention - pair.concepts.deeds.thin)


def shares_place(pair: Pair) -> bool:
    """The same town; states say too little."""
    return not pair.exact_places(pair.told).isdisjoint(pair.exact_places(pair.mention))


def shares_part(pair: Pair) -> bool:
    """Somebody or something has a part in both: an actor, a town, a thing, a noun."""
    nouns = (pair.left.nouns & pair.traces.nouns) - pair.left.deeds
    things = pair.told.things & pair.mention.things
    return bool({*pair.told.actors} & {*pair.mention.actors} or things or nouns) or shares_place(pair)


def says_the_same(pair: Pair) -> bool:
    """Most of the words that tell something are the same."""
    fewer = min(len(pair.told.words), len(pair.mention.words))
    return fewer >= _FEW and len(pair.told.words & pair.mention.words) >= _COPY * fewer


def is_of_one_class(pair: Pair) -> bool:
    """Their verbs are of one class: "was arrested", "was held"."""
    return bool(pair.told.predicate) and pair.told.predicate == pair.mention.predicate


def has_other_day(pair: Pair) -> bool:
    """Both have days, and not the same."""
    return pair.told.when is not None and pair.mention.when is not None and pair.told.when != pair.mention.when
