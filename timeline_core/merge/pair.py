"""`Pair`: two tellings of two reports side by side, and what they share.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.facts import Facts
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.draft import Draft
from timeline_core.model.once import cached_property

_NOBODY: frozenset[str] = frozenset()


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
    def mine(self) -> Facts:
        """What is known of the one."""
        return self.bounds.facts(self.one)

    @cached_property
    def theirs(self) -> Facts:
        """What is known of the other."""
        return self.bounds.facts(self.other)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The persons whom both name."""
        return self.one.persons & self.other.persons

    @cached_property
    def actors(self) -> frozenset[str]:
        """The bodies that both name; groups without a name are others in every report."""
        return (self.mine.actors & self.theirs.actors) - self.persons

    def in_one_role(self, role: ActorRole) -> bool:
        """True where somebody has that role in both."""
        return not self.mine.in_role.get(role, _NOBODY).isdisjoint(self.theirs.in_role.get(role, _NOBODY))

    def have_part_in(self, *roles: ActorRole) -> bool:
        """True where somebody has one of these roles in both, whichever he has in each."""
        mine, theirs = (
            _NOBODY.union(*(f.in_role.get(role, _NOBODY) for role in roles)) for f in (self.mine, self.theirs)
        )
        return not mine.isdisjoint(theirs)

    @property
    def one_deed_of_a_person(self) -> bool:
        """True where one person does what both have a predicate of one class for, says it, or has it done to him."""
        if not self.one_class:
            return False
        return any(id in self.persons for _, id in self.mine.parts & frozenset(self.other.roles))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that both name, whatever their size."""
        return self.mine.where.places & self.theirs.where.places

    @cached_property
    def exact_places(self) -> frozenset[str]:
        """Those of them that are no country or region."""
        return self.mine.where.exact & self.theirs.where.exact

    @cached_property
    def small_places(self) -> frozenset[str]:
        """Those of them in which nothing else lies: a quarter, a village, a town."""
        return self.exact_places & self.mine.where.small

    @cached_property
    def things(self) -> frozenset[str]:
        """What was hit, taken or met in both."""
        return self.mine.things & self.theirs.things

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The deeds that both tell. Across languages, an Arabic raid may be the strike of the other one."""
        return self.mine.deeds & self.theirs.deeds

    @cached_property
    def common_deeds(self) -> frozenset[str]:
        """Whatever deeds both tell, by the names that their languages have, and by those that another may have."""
        shared = self.one.concepts & self.other.concepts
        if self.one.lang == self.other.lang:
            return shared
        known = {self.concepts.abroad.get(deed) for deed in shared}
        return shared | (self.mine.abroad & self.theirs.abroad - known)

    @property
    def regional_deed(self) -> bool:
        """True for a deed that a region sees once a day, told by both predicates: a quake, an election."""
        both = self.deeds & self.concepts.deeds.regional
        return bool(self.places) and any(self.mine.owns(deed) and self.theirs.owns(deed) for deed in both)

    @cached_property
    def one_class(self) -> bool:
        """True where both have a predicate of one class: two arrests, two sentences."""
        return bool(self.one.predicate) and self.one.predicate == self.other.predicate

    @cached_property
    def one_scene(self) -> bool:
        """True where the classes of their predicates can be of one scene: a strike hits, and five are killed."""
        return not self.mine.scenes.isdisjoint(self.theirs.scenes)

    @cached_property
    def number(self) -> int:
        """The largest number that both give of one thing; 0 where there is none."""
        return max((low for _, low in self.mine.numbers & self.theirs.numbers), default=0)

    @cached_property
    def _likest_words(self) -> tuple[float, int]:
        """Of the mentions whose words are most alike: the share of words that both have, and how many these are."""
        if self.one.lang != self.other.lang:
            return (0.0, 0)
        return max(_alike(mine, theirs) for mine in self.mine.words.wordings for theirs in self.theirs.words.wordings)

    @property
    def wording(self) -> float:
        """Share of the content words of two mentions that both have (Dice), names and dates aside."""
        return self._likest_words[0]

    @property
    def shared_words(self) -> int:
        """How many they are."""
        return self._likest_words[1]


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> tuple[float, int]:
    shared, count = len(mine & theirs), len(mine) + len(theirs)
    return (2 * shared / count if count else 0.0, shared)
