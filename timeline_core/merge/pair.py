"""`Pair`: two tellings of two reports side by side, and what they share.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.merge.bounds import Bounds
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.entry import UNLISTED, UNNAMED
from timeline_core.model.once import cached_property

RARE_WORDS = 4
"""Longest words of a mention, of which two with one wording share one."""
_OWN = frozenset({ActorRole.AGENT, ActorRole.PATIENT, ActorRole.SPEAKER})
_MENTIONS = 4
"""Mentions of one report that are held against those of another."""


@dataclass(frozen=True)
class Pair:
    """Two tellings that may be of one happening."""

    one: Draft
    other: Draft
    bounds: Bounds

    @property
    def concepts(self) -> Concepts:
        """What can be told."""
        return self.bounds.concepts

    @cached_property
    def persons(self) -> frozenset[str]:
        """The persons whom both name."""
        return self.one.persons & self.other.persons

    @cached_property
    def actors(self) -> frozenset[str]:
        """The bodies that both name; groups without a name are others in every report."""
        mine = frozenset(id for id in self.one.actors if not id.startswith(UNNAMED))
        return (mine & frozenset(self.other.actors)) - self.persons

    def in_one_role(self, *roles: ActorRole) -> bool:
        """True where somebody has one of these roles in both."""
        mine = {id for id in in_roles(self.one.roles, *roles) if not id.startswith(UNNAMED)}
        return not mine.isdisjoint(in_roles(self.other.roles, *roles))

    @property
    def one_deed_of_a_person(self) -> bool:
        """True where one person does what both have a predicate of one class for, says it, or has it done to him."""
        if not self.one_class:
            return False
        roles = {(role, id) for role, id in self.one.roles if id in self.persons and role in _OWN}
        return not roles.isdisjoint(self.other.roles)

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that both name, whatever their size."""
        return frozenset(self.one.places) & frozenset(self.other.places)

    @cached_property
    def exact_places(self) -> frozenset[str]:
        """Those of them that are no country or region."""
        return self.places - self.bounds.vague

    @cached_property
    def small_places(self) -> frozenset[str]:
        """Those of them in which nothing else lies: a quarter, a village, a town."""
        around, vague = self.bounds.around, self.bounds.vague
        return frozenset(
            place
            for place in self.exact_places - self.bounds.holders
            if place.startswith(UNLISTED) or around.get(place, frozenset()) - vague
        )

    @cached_property
    def things(self) -> frozenset[str]:
        """What was hit, taken or met in both."""
        return things_of(self.one, self.concepts) & things_of(self.other, self.concepts)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The deeds that both tell. Across languages, an Arabic raid may be the strike of the other one."""
        mine, theirs = (deeds_of(draft, self.concepts) for draft in (self.one, self.other))
        return mine & theirs

    @property
    def regional_deed(self) -> bool:
        """True for a deed that a region sees once a day, told by both predicates: a quake, an election."""
        both = self.deeds & self.concepts.deeds.regional
        return bool(self.places) and any(
            owns(self.one, deed, self.concepts) and owns(self.other, deed, self.concepts) for deed in both
        )

    @cached_property
    def one_class(self) -> bool:
        """True where both have a predicate of one class: two arrests, two sentences."""
        return bool(self.one.predicate) and self.one.predicate == self.other.predicate

    @cached_property
    def one_scene(self) -> bool:
        """True where the classes of their predicates can be of one scene: a strike hits, and five are killed."""
        mine, theirs = (scenes_of(draft, self.concepts) for draft in (self.one, self.other))
        return not mine.isdisjoint(theirs)

    @cached_property
    def number(self) -> int:
        """The largest number that both give of one thing; 0 where there is none."""
        mine, theirs = (
            {(self.concepts.counted_as(figure.what), figure.low) for figure in draft.figures}
            for draft in (self.one, self.other)
        )
        return max((low for _, low in mine & theirs), default=0)

    @cached_property
    def _likest_words(self) -> tuple[float, int]:
        """Of the mentions whose words are most alike: the share of words that both have, and how many these are."""
        if self.one.lang != self.other.lang:
            return (0.0, 0)
        return max(_alike(mine, theirs) for mine in wordings_of(self.one) for theirs in wordings_of(self.other))

    @property
    def wording(self) -> float:
        """Share of the content words of two mentions that both have (Dice), names and dates aside."""
        return self._likest_words[0]

    @property
    def shared_words(self) -> int:
        """How many they are."""
        return self._likest_words[1]


def wordings_of(draft: Draft) -> tuple[frozenset[str], ...]:
    """The words of each of its mentions."""
    return draft.wordings[:_MENTIONS] or (draft.words,)


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> tuple[float, int]:
    shared, count = len(mine & theirs), len(mine) + len(theirs)
    return (2 * shared / count if count else 0.0, shared)


def deeds_of(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """The deeds by which it is told from others, by one name for all languages.

    Where it tells any that its predicate can be, only these: who dies "by telephone" did not call.
    """
    told = draft.concepts & (concepts.deeds.distinct | concepts.deeds.toll | concepts.deeds.regional)
    own = told & deeds_of_predicate(draft, concepts)
    return frozenset(concepts.abroad_as(deed) for deed in own or told)


def owns(draft: Draft, deed: str, concepts: Concepts) -> bool:
    """True where the deed is what its predicate tells: a quake that "struck", and not the aid sent after it."""
    known = concepts.classes.get(draft.predicate)
    return known is None or known.support or deed in deeds_of_predicate(draft, concepts)


def deeds_of_predicate(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """What a predicate of its class can be, more closely."""
    found = (concepts.deeds_of_scene.get(scene, frozenset()) for scene in scenes_of(draft, concepts))
    return frozenset().union(*found)


def things_of(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """What was hit, taken or met, without tools, of which a day has many, and what only follows a happening."""
    return draft.things - concepts.things.tool - concepts.things.sequel


def scenes_of(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """The scene of its predicate."""
    return concepts.scenes_of((draft.predicate,)) if draft.predicate else frozenset()


def wheres_of(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """What it is told of in general: the class of its predicate, the scene of that, its deeds."""
    own = frozenset({f"class:{draft.predicate}"} if draft.predicate else ())
    return own | {f"scene:{scene}" for scene in scenes_of(draft, concepts)} | deeds_of(draft, concepts)


def anchors_of(draft: Draft, bounds: Bounds) -> set[object]:
    """Whom, where, what and how many: two tellings that share none of these and no wording are never one."""
    concepts = bounds.concepts
    named: set[object] = {id for id in draft.actors if not id.startswith(UNNAMED)}
    named |= {*draft.places} - bounds.vague
    named |= things_of(draft, concepts)
    return named | {(concepts.counted_as(figure.what), figure.low) for figure in draft.figures}


def rare_words(draft: Draft) -> frozenset[str]:
    """The longest words of its mentions, which hardly any other telling of a day has."""
    return frozenset(
        word for some in wordings_of(draft) for word in sorted(some, key=lambda word: (-len(word), word))[:RARE_WORDS]
    )
