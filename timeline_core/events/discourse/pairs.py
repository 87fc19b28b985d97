"""Pairs: the happenings that a report has told so far, each with a mention behind it; and what many tables ask of them.

Source:
    The mention-pair model of coreference (Soon, Ng and Lim 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from timeline_core.concepts import Concepts
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
_WIDE = ("country", "state", "region", "water")
"""Types of places that tell no happening from another."""


class Near(Enum):
    """How near the mention stands to the last words on that happening."""

    SENTENCE = "in the same sentence"
    NEXT = "in the sentence right behind it"
    FAR = "further on"


class Met:
    """A happening that is told already, and the traces of words behind it; what few ask of it is worked out then."""

    def __init__(self, told: Draft, left: Traces, traces: Traces, near: Near, story: Story, *, opens: bool) -> None:
        """
        Args:
            left: what the words on the happening left.
            opens: it is the first happening that the report told, by itself or as what somebody said.
        """
        self.told, self.left, self.traces, self.near, self.opens = told, left, traces, near, opens
        self.concepts, self.gazetteer, self.story = story.concepts, story.gazetteer, story

    @cached_property
    def alone(self) -> bool:
        """True where no other happening of its scene was told before."""
        return self.story.is_alone(self.told, self.left)

    @cached_property
    def named_again(self) -> bool:
        """A definite noun of the words stands for the happening: «الغارة», "the strike"."""
        return not self.traces.stands_for.isdisjoint(deeds_told(self.told, self.left, self.concepts))


class Pair(Met):
    """A happening that is told already, and a mention behind it."""

    def __init__(
        self,
        told: Draft,
        mention: Draft,
        left: Traces,
        traces: Traces,
        near: Near,
        story: Story,
        *,
        opens: bool,
    ) -> None:
        super().__init__(told, left, traces, near, story, opens=opens)
        self.mention = mention

    @cached_property
    def spoke_last(self) -> bool:
        """No other statement was made since."""
        return self.story.spoke_last(self.told)

    @cached_property
    def listed(self) -> bool:
        """They stand in two items of a list, each of which tells another thing."""
        return self.story.are_listed_apart(self.told, self.mention)

    def exact_places(self, draft: Draft) -> frozenset[str]:
        """Its places without the states, regions and seas."""
        return frozenset(place for place in draft.places if self.gazetteer[place].type not in _WIDE)


class Story:
    """Of one report; grows with each sentence."""

    def __init__(self, concepts: Concepts, gazetteer: Gazetteer, item_at: Callable[[int], int | None]) -> None:
        """`item_at`: the number of the item of a list in which a place of the report stands."""
        self.concepts, self.gazetteer, self._item_at = concepts, gazetteer, item_at
        self.told: list[Draft] = []
        self._keys: list[Key] = []
        """Those of what was told."""
        self._left: dict[Key, Traces] = {}
        self._moved: dict[Key, Key] = {}
        self._last: tuple[Key, ...] = ()
        """The happenings that the sentence before told of."""
        self._here: tuple[Key, ...] = ()
        """Those that this sentence has told of so far."""
        self._spoken: Key | None = None
        """The statement that was made last."""

    def add(self, mention: Draft, traces: Traces | None = None) -> None:
        """Take in a happening that was not told before; without traces it is no part of what the sentence tells."""
        key = mention.key
        self.told.append(mention)
        self._keys.append(key)
        if traces is not None:
            self._left[key] = traces
            self._here = (*self._here, key)
            self.hear(mention)

    def replace(self, at: int, grown: Draft) -> None:
        """Put what it has grown to in its place."""
        before, key = self._keys[at], grown.key
        if before != key:
            self._moved[before] = key
            self._left[key] = self._left.get(before, _NOTHING)
        self.told[at], self._keys[at] = grown, key

    def move(self, mention: Draft, at: int) -> None:
        """Whatever points to the mention means what was told there."""
        self._moved[mention.key] = self._keys[at]

    def tell_again(self, at: int, left: Traces | None = None) -> None:
        """This sentence tells of what was told there, and leaves these traces of it."""
        key = self._keys[at]
        self._here = (*self._here, key)
        if left is not None:
            self._left[key] = left

    def hear(self, told: Draft) -> None:
        """Note a statement as the last one."""
        if told.kind in _SAID:
            self._spoken = told.key

    def spoke_last(self, told: Draft) -> bool:
        """No other statement was made since that one."""
        return self._spoken is not None and self.now(self._spoken) == self.now(told.key)

    def now(self, key: Key) -> Key:
        """The key that what was told under it has now."""
        while key in self._moved and self._moved[key] != key:
            key = self._moved[key]
        return key

    def next_sentence(self, told: Sequence[Draft]) -> None:
        """A sentence has ended, which told of these, and of what it went on with; else the one before still counts."""
        here = tuple(self.now(key) for key in (*(draft.key for draft in told), *self._here))
        self._last, self._here = here or self._last, ()

    def traces(self, at: int) -> Traces:
        """What the words on what was told there left."""
        return self._left.get(self._keys[at], _NOTHING)

    def nearness(self) -> list[Near]:
        """How near each of the told stands to the words that are read."""
        here = {*map(self.now, self._here)}
        every = map(self.now, self._keys)
        return [Near.SENTENCE if key in here else Near.NEXT if key in self._last else Near.FAR for key in every]

    def met(self, traces: Traces) -> Iterator[Met]:
        """Words that leave these traces with each happening that was told."""
        for told, left, near, opens in self._placed():
            yield Met(told, left, traces, near, self, opens=opens)

    def pairs(self, mention: Draft, traces: Traces) -> Iterator[tuple[int, Pair]]:
        """The mention with each happening that was told, and its place."""
        for at, (told, left, near, opens) in enumerate(self._placed()):
            yield at, Pair(told, mention, left, traces, near, self, opens=opens)

    def _placed(self) -> Iterator[tuple[Draft, Traces, Near, bool]]:
        """All that was told, with what it left, how near it is, and whether it is the first happening."""
        first = True
        for told, key, near in zip(self.told, self._keys, self.nearness(), strict=True):
            opens = first and told.kind is Kind.OCCURRENCE
            first = first and not opens
            yield told, self._left.get(key, _NOTHING), near, opens

    def is_alone(self, told: Draft, left: Traces) -> bool:
        """No other happening of the scene of what left those traces was told, but what is of another time."""
        return not left.scenes or not any(
            other is not told and self._is_of_scene(at, left) and not _is_of_another_time(other, told)
            for at, other in enumerate(self.told)
        )

    def are_listed_apart(self, told: Draft, mention: Draft) -> bool:
        """They stand in two items of a list."""
        item = self._item_at(mention.evidence[0].span.start)
        if item is None:
            return False
        others = {self._item_at(piece.span.start) for piece in told.evidence}
        return item not in others and None not in others

    def _is_of_scene(self, at: int, left: Traces) -> bool:
        """What was told there tells of a happening of one scene with what left those traces."""
        return not self.told[at].said and not left.scenes.isdisjoint(self.traces(at).scenes)


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
