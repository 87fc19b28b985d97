"""For which happening of a report a noun stands: one that was told before it, or one that is told only behind it.

Source:
    Definite descriptions as anaphors (Heim 1982); cataphora (Halliday and Hasan 1976).
"""

from __future__ import annotations

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.anaphors import Anaphor
from timeline_core.events.discourse.pairs import Near, deeds_told
from timeline_core.events.discourse.traces import VIOLENCE, Traces
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind, Role


class Standing:
    """How well a noun stands for a happening."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts

    def stands_for(self, noun: Anaphor, told: Draft, left: Traces, near: Near) -> tuple[int, ...]:
        """How well it stands for that happening; empty where it cannot."""
        if not self._can_stand(noun, told, left, near):
            return ()
        same = not noun.lemmas.isdisjoint(left.tells)
        called = not noun.deeds.isdisjoint(deeds_told(told, left, self._concepts))
        alike = self._is_alike(noun, left) and (noun.leads or VIOLENCE in self._scenes(noun))
        if not (same or called or alike or noun.any_happening):
            return ()
        shared = len(noun.about & left.nouns)
        if not (same or called) and (near is Near.FAR and not told.lead):
            return ()
        if noun.about and not shared and not same:
            return ()
        story = told.role is not Role.BACKGROUND
        return (story, min(shared, 1), same, called, alike, near is not Near.FAR, told.lead, near is Near.SENTENCE)

    def is_foretold(self, noun: Anaphor, told: Draft, left: Traces) -> tuple[int, ...]:
        """How well it names what is told only behind it: one deed, and one that it was done to, there; else empty."""
        if noun.any_happening or told.evidence[0].span.start < noun.at or not self._can_be(noun, told, left):
            return ()
        same = not noun.lemmas.isdisjoint(left.tells)
        alike = noun.concept in left.classes and not noun.deeds.isdisjoint(deeds_told(told, left, self._concepts))
        shared, there = len(noun.about & left.nouns), len(noun.places & {*told.places})
        if not (same or alike) or not (shared or there) or (noun.places and told.places and not there):
            return ()
        return (same, shared + there, told.lead)

    def _can_stand(self, noun: Anaphor, told: Draft, left: Traces, near: Near) -> bool:
        if told.role is Role.BACKGROUND and near is not Near.SENTENCE:
            return False
        return told.evidence[0].span.start <= noun.at and self._can_be(noun, told, left)

    def _can_be(self, noun: Anaphor, told: Draft, left: Traces) -> bool:
        """Nothing says that it is another: a day, a person."""
        if told.kind is not Kind.OCCURRENCE:
            return False
        if noun.when and told.when is not None and not any(told.when.meets(day) for day in noun.when):
            return False
        known = self._concepts.classes
        if noun.any_happening and not any(known[one].ground for one in left.classes if one in known):
            return False
        return not noun.persons or not told.persons or bool(noun.persons & told.persons)

    def _scenes(self, noun: Anaphor) -> frozenset[str]:
        if noun.concept:
            return self._concepts.scenes_of({noun.concept})
        return frozenset({VIOLENCE}) if noun.of_violence else frozenset()

    def _is_alike(self, noun: Anaphor, left: Traces) -> bool:
        return not self._scenes(noun).isdisjoint(left.scenes)
