"""`Facts`: what depends on one telling alone, worked out once, however many others it is held against.

The deed of "two farmers were shot dead near Karam" is looked up once, though sixty other tellings of its day share
the village with it.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from timeline_core.merge.same_sentence import find_numerals
from timeline_core.model.actor_role import ActorRole, in_roles, taking_part
from timeline_core.model.entry import UNLISTED, UNNAMED
from timeline_core.model.once import cached_property

if TYPE_CHECKING:
    from timeline_core.concepts import Concepts
    from timeline_core.model.draft import Draft

RARE_WORDS = 7
"""Longest words of a mention, of which two of like wording share one: ten pairs of 2,038 more than by four."""
_MENTIONS = 4
"""Mentions of one report that are held against those of another."""
TELLING = 5
"""A number that two reports hardly share by chance."""
_NAMELESS = (UNNAMED, "body:")
_OWN = {"agent": ActorRole.AGENT, "patient": ActorRole.PATIENT, "speaker": ActorRole.SPEAKER}
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """Of one telling, what another one may share with it."""

    lang: str
    columns: Mapping[str, frozenset[Hashable]]
    """What it has of each kind: what the rows of the table look at, by `Feature.shares`, and what the rules do."""
    words: frozenset[str]
    """Those of all its mentions."""


@dataclass(frozen=True, eq=False)
class Where:
    """Of one telling, where it puts what it tells."""

    draft: Draft
    vague: frozenset[str]
    """Countries and regions."""
    holders: frozenset[str]
    """The places that others lie in."""
    around: Mapping[str, frozenset[str]]
    """Place id -> the places that it lies in."""

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that it names, whatever their size."""
        return frozenset(self.draft.places)

    @cached_property
    def exact(self) -> frozenset[str]:
        """Those of them that are no country or region."""
        return self.places - self.vague

    @cached_property
    def small(self) -> frozenset[str]:
        """Those of its places in which nothing else lies: a quarter, a village, a town."""
        around, vague = self.around, self.vague
        known = self.places - self.holders
        return frozenset([id for id in known if id.startswith(UNLISTED) or around.get(id, vague) - vague])

    @cached_property
    def whereabouts(self) -> frozenset[str]:
        """Where it puts itself: its exact places, or, without any, the countries."""
        if self.exact:
            return self.exact
        return frozenset(outer for id in self.draft.places for outer in (self.around.get(id) or frozenset({id})))

    @cached_property
    def outer(self) -> frozenset[str]:
        """What those lie in."""
        return frozenset().union(*(self.around.get(id, frozenset()) for id in self.whereabouts))

    @cached_property
    def holds(self) -> bool:
        """True where others lie in one of those."""
        return not self.holders.isdisjoint(self.whereabouts)

    @cached_property
    def nowhere(self) -> bool:
        """True where one of them is a place that no list knows, of which nothing tells where it lies."""
        return any(id.startswith(UNLISTED) and not self.around.get(id) for id in self.whereabouts)


@dataclass(frozen=True, eq=False)
class Words:
    """Of one telling, in which words and numerals it is told."""

    draft: Draft

    @cached_property
    def numerals(self) -> frozenset[str]:
        """The numbers in figures of its quotes, those of dates aside."""
        return find_numerals(self.draft)

    @cached_property
    def bare_numerals(self) -> frozenset[str]:
        """Those of them that count nobody."""
        counts = [str(number) for figure in self.draft.figures for number in (figure.low, figure.high)]
        return self.numerals.difference(counts)

    @cached_property
    def wordings(self) -> tuple[frozenset[str], ...]:
        """The words of each of its mentions."""
        return self.draft.wordings[:_MENTIONS] or (self.draft.words,)

    @cached_property
    def rare_words(self) -> frozenset[str]:
        """The longest words of its mentions, which hardly any other telling of a day has."""
        ranked = (sorted(some, key=lambda word: (-len(word), word))[:RARE_WORDS] for some in self.wordings)
        return frozenset(word for some in ranked for word in some)


@dataclass(frozen=True, eq=False)
class Facts:
    """One telling, and what is known of it without any other one."""

    draft: Draft
    concepts: Concepts
    where: Where
    words: Words

    @cached_property
    def is_day(self) -> bool:
        """True for what is told of one day."""
        days = self.draft.when.days if self.draft.when is not None else None
        return days is not None and days[0] == days[1]

    @property
    def persons(self) -> frozenset[str]:
        """The persons whom it names."""
        return self.draft.persons

    @cached_property
    def actors(self) -> frozenset[str]:
        """Those whom it names; groups without a name are others in every report."""
        return frozenset([id for id in self.draft.actors if not id.startswith(UNNAMED)])

    @cached_property
    def in_role(self) -> Mapping[ActorRole, frozenset[str]]:
        """Role -> those who have it, groups without a name left out."""
        found: dict[ActorRole, set[str]] = {}
        for role, id in self.draft.roles:
            if not id.startswith(UNNAMED):
                found.setdefault(role, set()).add(id)
        return {role: frozenset(ids) for role, ids in found.items()}

    @cached_property
    def named_in_role(self) -> Mapping[ActorRole, frozenset[str]]:
        """The same without what is only called after what it is: "a police unit"."""
        named = ((role, [id for id in ids if not id.startswith(_NAMELESS)]) for role, ids in self.in_role.items())
        return {role: frozenset(ids) for role, ids in named if ids}

    @cached_property
    def parts(self) -> frozenset[tuple[ActorRole, str]]:
        """Who does it, has it done to him, or says it."""
        return frozenset([(role, id) for role, id in self.draft.roles if role in _OWN.values()])

    @cached_property
    def undergoers(self) -> frozenset[str]:
        """The persons who have a part in it, where a slot says to whom it was done; else any that it names."""
        if not in_roles(self.draft.roles, ActorRole.PATIENT):
            return self.draft.persons
        return self.draft.persons.intersection(taking_part(self.draft.roles))

    @cached_property
    def numbers(self) -> frozenset[tuple[str, int]]:
        """What it counts, and how many."""
        return frozenset([(self.concepts.counted_as(figure.what), figure.low) for figure in self.draft.figures])

    @cached_property
    def things(self) -> frozenset[str]:
        """What was hit, taken or met, without tools, of which a day has many, and what only follows a happening."""
        return self.draft.things - self.concepts.things.tool - self.concepts.things.sequel

    @cached_property
    def sequels(self) -> frozenset[str]:
        """What follows another happening and names it, such as a funeral or a visit."""
        return (self.draft.concepts | self.draft.things) & self.concepts.sequels

    @cached_property
    def scenes(self) -> frozenset[str]:
        """The scene of its predicate."""
        return self.concepts.scenes_of((self.draft.predicate,)) if self.draft.predicate else frozenset()

    @cached_property
    def of_predicate(self) -> frozenset[str]:
        """The deeds that a predicate of its class can be, more closely."""
        return frozenset().union(*(self.concepts.deeds_of_scene.get(scene, frozenset()) for scene in self.scenes))

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The deeds by which it is told from others, by one name for all languages.

        Where it tells any that its predicate can be, only these: who dies "by telephone" did not call.
        """
        kinds = self.concepts.deeds
        told = self.draft.concepts & (kinds.distinct | kinds.toll | kinds.regional)
        own = told & self.of_predicate
        return frozenset([self.concepts.abroad_as(deed) for deed in own or told])

    @cached_property
    def regional(self) -> frozenset[str]:
        """Those of them that a region sees once a day: a quake, an election."""
        return self.deeds & self.concepts.deeds.regional

    @cached_property
    def abroad(self) -> frozenset[str]:
        """What another language may call its deeds by, where that is another word."""
        abroad = self.concepts.abroad
        return frozenset([abroad[deed] for deed in self.draft.concepts if deed in abroad])

    def owns(self, deed: str) -> bool:
        """True where the deed is what its predicate tells: a quake that "struck", and not the aid sent after it."""
        known = self.concepts.classes.get(self.draft.predicate)
        return known is None or known.support or deed in self.of_predicate

    @cached_property
    def ways(self) -> frozenset[str]:
        """How people were killed, as far as it says so."""
        lethal = self.concepts.meant(self.draft.concepts) & self.concepts.deeds.lethal
        return frozenset([self.concepts.abroad_as(deed) for deed in lethal])

    @cached_property
    def reactions(self) -> frozenset[str]:
        """What others did about a happening, where its predicate tells none: not "he died, she said by telephone"."""
        of_others = self.concepts.deeds.of_others
        own = self.draft.concepts & self.of_predicate - of_others
        return frozenset() if own else self.draft.concepts & of_others

    @cached_property
    def wheres(self) -> frozenset[str]:
        """What it is told of in general: the class of its predicate, the scene of that, its deeds."""
        own = frozenset({f"class:{self.draft.predicate}"} if self.draft.predicate else ())
        return own | {f"scene:{scene}" for scene in self.scenes} | self.deeds

    @cached_property
    def glance(self) -> Glance:
        """What another telling may share with it."""
        draft, where, deeds = self.draft, self.where, self.concepts.deeds
        joining = draft.concepts & (deeds.distinct | deeds.on_things | deeds.held | deeds.lost_once)
        columns: dict[str, frozenset[Hashable]] = {
            "class": frozenset([draft.predicate] if draft.predicate else ()),
            "scenes": self.scenes,
            "deeds": self.deeds,
            "regional": self.regional,
            "persons": self.persons,
            "actors": self.actors,
            **{name: self.in_role.get(role, _NOBODY) for name, role in _OWN.items()},
            "places": where.places,
            "exact": where.exact,
            "small": where.exact & where.small,
            "things": self.things,
            **self._counted(),
            "joining": joining | self.abroad,
            "held": draft.concepts & deeds.held,
            "objects": draft.things,
            "spots": where.exact | where.small,
            "near": draft.context - where.vague,
        }
        return Glance(draft.lang, columns, reduce(frozenset.union, self.words.wordings, draft.words))

    def _counted(self) -> Mapping[str, frozenset[Hashable]]:
        """Its numbers, by how telling they are."""
        names = {
            one: "number" if one[1] >= TELLING else "small number" if one[1] > 1 else "lone" for one in self.numbers
        }
        kinds = ("number", "small number", "lone")
        return {kind: frozenset([one for one, name in names.items() if name == kind]) for kind in kinds}

    @property
    def anchors(self) -> frozenset[object]:
        """Whom, where, what and how many: two tellings that share none of these and no wording are never one."""
        return frozenset([*self.actors, *self.where.exact, *self.things, *self.numbers])
