"""Pairs: the happenings that a report has told so far, each with a mention behind it; and what many tables ask of them.

Source:
    The mention-pair model of coreference (Soon, Ng and Lim 2001).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from heapq import nlargest
from typing import NamedTuple

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.anaphors import Anaphor
from timeline_core.events.discourse.blocks import MOST, Blocks, day_of
from timeline_core.events.discourse.numbers import largest_shared_number
from timeline_core.events.discourse.traces import Traces
from timeline_core.model.draft import Draft, Key
from timeline_core.model.event import Kind, Role
from timeline_core.model.once import cached_property
from timeline_core.names.gazetteer import Gazetteer

_NOTHING = Traces()
_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)
_COPY = 0.6
"""Share of the words of the shorter mention that stand in the other one too."""
_ALL = 0.8
"""Share of them from which on the two say one thing."""
_FEW = 4
"""Words that it has at least for that to say anything."""
_NUMBER = 3
"""A number that two mentions of one report hardly share by chance."""
_NIGHT = timedelta(1)
"""What went on until after midnight is told of either day."""
_WIDE = ("country", "state", "region", "water")
"""Types of places that tell no happening from another."""


class Near(Enum):
    """How near the mention stands to the last words on that happening."""

    SENTENCE = "in the same sentence"
    NEXT = "in the sentence right behind it"
    FAR = "further on"


class Met:
    """A happening that is told already, and the traces of words behind it; what few ask of it is worked out then."""

    def __init__(self, at: int, traces: Traces, story: Story) -> None:
        """
        Args:
            at: its place among all that was told.
        """
        self.at, self.told, self.left, self.traces = at, story.told[at], story.traces(at), traces
        self.concepts, self.gazetteer, self.story = story.concepts, story.gazetteer, story

    @cached_property
    def near(self) -> Near:
        """How near the words stand to the last ones on that happening."""
        return self.story.near(self.at)

    @cached_property
    def opens(self) -> bool:
        """It is the first happening that the report told, by itself or as what somebody said."""
        return self.at == self.story.opening

    @cached_property
    def before_this_story(self) -> bool:
        """The report has turned to another happening like it since."""
        return self.story.is_before(self.at)

    @cached_property
    def alone(self) -> bool:
        """True where no other happening of its scene was told before."""
        return self.story.is_alone(self.at)

    @cached_property
    def points_to_many_others(self) -> bool:
        """Its noun is in the plural, and several were just told beside this: «43 مداهمة … هذه المداهمات»."""
        pointed = self.traces.many_again
        return bool(pointed - self.left.many) and self.story.has_just_told_many(pointed)

    @cached_property
    def named_again(self) -> bool:
        """A definite noun of the words stands for the happening: «الغارة», "the strike"."""
        return not self.traces.stands_for.isdisjoint(deeds_told(self.told, self.left, self.concepts))


class Pair(Met):
    """A happening that is told already, and a mention behind it."""

    def __init__(self, at: int, mention: Draft, traces: Traces, story: Story) -> None:
        super().__init__(at, traces, story)
        self.mention = mention

    @cached_property
    def days_apart(self) -> bool:
        """Each is of one exact day, and these are not the same, nor two with a night between them."""
        return _are_apart(day_of(self.told), day_of(self.mention))

    @cached_property
    def spoke_last(self) -> bool:
        """No other statement was made since."""
        return self.story.spoken == self.at

    @cached_property
    def listed(self) -> bool:
        """They stand in two items of a list, each of which tells another thing."""
        return self.story.are_listed_apart(self.told, self.mention)

    def exact_places(self, draft: Draft) -> frozenset[str]:
        """Its places without the states, regions and seas."""
        return frozenset(place for place in draft.places if self.gazetteer[place].type not in _WIDE)


class Story:
    """Of one report; grows with each sentence. What was told keeps its place, whatever it grows to."""

    def __init__(self, concepts: Concepts, gazetteer: Gazetteer, item_at: Callable[[int], int | None]) -> None:
        """`item_at`: the number of the item of a list in which a place of the report stands."""
        self.concepts, self.gazetteer, self._item_at = concepts, gazetteer, item_at
        self.told: list[Draft] = []
        self.opening = -1
        """The place of the first happening."""
        self.spoken = -1
        """That of the statement that was made last."""
        self._segment, self._segments = 0, list[int]()
        """The part of the report that is read, and those that what was told stands in."""
        self.counts = False
        """Whether a happening has a number."""
        self._left: list[Traces] = []
        self._at: dict[Key, int] = {}
        """Where a mention was told, by its key."""
        self._of_scene: dict[str, set[int]] = defaultdict(set)
        """The places of the happenings of a scene."""
        self._blocks = Blocks(concepts)
        self._grown: dict[int, None] = {}
        """What its blocks do not know yet, what grew last at the end."""
        self._leads: set[int] = set()
        """What the report opens with."""
        self._last: frozenset[int] = frozenset()
        """The happenings that the sentence before told of."""
        self._here: set[int] = set()
        """Those that this sentence has told of so far."""

    def add(self, mention: Draft, traces: Traces | None = None) -> None:
        """Take in a happening that was not told before; without traces it is no part of what the sentence tells."""
        at = len(self.told)
        self.told.append(mention)
        self._left.append(_NOTHING)
        self._segments.append(self._segment)
        self._note(at, mention)
        if self.opening < 0 and mention.kind is Kind.OCCURRENCE:
            self.opening = at
        if traces is not None:
            self.tell_again(at, traces)
            self.hear(at)

    def replace(self, at: int, grown: Draft) -> None:
        """Put what it has grown to in its place."""
        self._note(at, grown)
        self.told[at] = grown

    def _note(self, at: int, told: Draft) -> None:
        self._at[told.key] = at
        self._grow(at)
        self.counts = self.counts or (told.kind is Kind.OCCURRENCE and bool(told.figures))
        if told.lead:
            self._leads.add(at)

    def _grow(self, at: int) -> None:
        self._grown.pop(at, None)
        self._grown[at] = None

    def turn(self, at: int) -> None:
        """What was told there is another like one that was told before, and begins a part of the report."""
        self._segment += 1
        self._segments[at] = self._segment

    def is_before(self, at: int) -> bool:
        """What was told there stands in a part of the report that has ended."""
        return self._segments[at] < self._segment

    def move(self, mention: Draft, at: int) -> None:
        """Whatever points to the mention means what was told there."""
        self._at[mention.key] = at

    def tell_again(self, at: int, left: Traces | None = None) -> None:
        """This sentence tells of what was told there, and leaves these traces of it."""
        self._here.add(at)
        if left is not None:
            self._left[at] = left
            self._grow(at)
            for scene in left.scenes:
                self._of_scene[scene].add(at)

    def hear(self, at: int) -> None:
        """Note a statement as the last one."""
        if self.told[at].kind in _SAID:
            self.spoken = at

    def now(self, key: Key) -> Key:
        """The key that what was told under it has now."""
        at = self._at.get(key)
        return key if at is None else self.told[at].key

    def next_sentence(self, told: Sequence[Draft]) -> None:
        """A sentence has ended, which told of these, and of what it went on with; else the one before still counts."""
        known = (self._at.get(draft.key) for draft in told)
        here = self._here.union(at for at in known if at is not None)
        self._last, self._here = frozenset(here) or self._last, set()

    def traces(self, at: int) -> Traces:
        """What the words on what was told there left."""
        return self._left[at]

    def near(self, at: int) -> Near:
        """How near what was told there stands to the words that are read."""
        return Near.SENTENCE if at in self._here else Near.NEXT if at in self._last else Near.FAR

    def met(self, traces: Traces) -> Iterator[Met]:
        """Words that leave these traces with each happening that they may go on with."""
        return (Met(at, traces, self) for at in self._beside(self._known_blocks().of_traces(traces)))

    def pair(self, at: int, mention: Draft, traces: Traces) -> Pair:
        """The mention with what was told there."""
        return Pair(at, mention, traces, self)

    def pairs(self, mention: Draft, traces: Traces) -> Iterator[Pair]:
        """The mention with each happening that it may tell of; any, where its noun may stand for any.

        Of more than `MOST` those of its days go first, and then what was told last.
        """
        if traces.any_happening:
            places: Sequence[int] = range(len(self.told))
        else:
            places = self._beside(self._known_blocks().of(mention, traces))
        if len(places) > MOST:
            places = self._beside({*self._nearest(places, mention)})
        return (Pair(at, mention, traces, self) for at in places)

    def _nearest(self, places: Sequence[int], mention: Draft) -> Sequence[int]:
        day, steps = day_of(mention), self._known_blocks().steps
        return nlargest(MOST, places, key=lambda at: (not _are_apart(day_of(self.told[at]), day), steps[at]))

    def named_by(self, noun: Anaphor) -> list[int]:
        """The places of what a noun may stand for, whether it was told before it or is behind it."""
        return self._beside(self._known_blocks().of_noun(noun) | self._leads)

    def _beside(self, places: set[int]) -> list[int]:
        """Those places with the ones of what was told just now, and first."""
        return sorted(places | self._here | self._last | ({self.opening} if self.opening >= 0 else set()))

    def _known_blocks(self) -> Blocks:
        for at in self._grown:
            told, left = self.told[at], self._left[at]
            self._blocks.put(at, told, left, deeds_told(told, left, self.concepts))
        self._grown.clear()
        return self._blocks

    def has_just_told_many(self, concepts: frozenset[str]) -> bool:
        """What the sentence before told of, or this one, was told of by one of these nouns with a number."""
        return any(not concepts.isdisjoint(self._left[at].many) for at in (*self._last, *self._here))

    def is_alone(self, at: int) -> bool:
        """No other happening of its scene was told, but what is of another time."""
        told = self.told[at]
        others = {other for scene in self._left[at].scenes for other in self._of_scene[scene]} - {at}
        return all(self.told[other].said or _is_of_another_time(self.told[other], told) for other in others)

    def are_listed_apart(self, told: Draft, mention: Draft) -> bool:
        """They stand in two items of a list."""
        item = self._item_at(mention.evidence[0].span.start)
        if item is None:
            return False
        others = {self._item_at(piece.span.start) for piece in told.evidence}
        return item not in others and None not in others


def _are_apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _NIGHT


def _is_of_another_time(other: Draft, told: Draft) -> bool:
    """It only reminds of what was before the story: "a quake killed 600 there in February"."""
    return other.role is Role.BACKGROUND and told.role is not Role.BACKGROUND


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


def shares_person(pair: Pair) -> bool:
    """Somebody who is named has a part in both."""
    return bool(pair.told.persons & pair.mention.persons)


def shares_number(pair: Pair) -> bool:
    """A number that two mentions of one report hardly share by chance."""
    return largest_shared_number(pair.told, pair.mention, pair.concepts) >= _NUMBER


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


def tells_alike(pair: Pair) -> bool:
    """Nearly all of the words that tell something are the same, so that no class of a verb parts them: «عمد الحراس إلى
    استخدام قارب … عمد الحراس الذين وصلوا إلى استخدام قارب».
    """
    fewer = min(len(pair.told.words), len(pair.mention.words))
    return fewer >= _FEW and len(pair.told.words & pair.mention.words) >= _ALL * fewer


def is_of_one_class(pair: Pair) -> bool:
    """Their verbs are of one class: "was arrested", "was held"."""
    return bool(pair.told.predicate) and pair.told.predicate == pair.mention.predicate


def has_other_day(pair: Pair) -> bool:
    """Both have days, and not the same."""
    return pair.told.when is not None and pair.mention.when is not None and pair.told.when != pair.mention.when
