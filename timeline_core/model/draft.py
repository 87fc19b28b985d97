"""`Draft`: what one report tells of one happening, before it meets what other reports tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_core.model.actor_role import Roles
from timeline_core.model.event import Evidence, Figure, Kind, Role
from timeline_core.model.span import Span
from timeline_core.model.when import When

KIN = "kin:"
"""Beginning of what stands for a family, by its name in the spelling of the text."""
NTH, SPOT = "nth ", "place "
"""Beginnings of the kinds of what is one of a series, and of places that are called by a noun before their name."""
Key = tuple[str, int, int, str]
"""Report, start and end of the first evidence, kind: names a draft in one derivation."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dated or undated telling. `evidence` is in order of place and never empty."""

    report: str
    when: When | None
    kind: Kind
    title: str
    lang: str
    evidence: tuple[Evidence, ...]
    actors: tuple[str, ...]
    """Whoever its words name, in whatever role: by these two tellings may meet."""
    places: tuple[str, ...]
    """Whatever places its words name: by these two tellings may meet."""
    persons: frozenset[str]
    """Those of `actors` that are persons: two tellings that name different ones are two happenings."""
    figures: tuple[Figure, ...]
    concepts: frozenset[str]
    words: frozenset[str]
    """Folded content words, for likeness within one script."""
    things: frozenset[str] = frozenset()
    """What was hit, taken or met: market, hospital, depot…"""
    wordings: tuple[frozenset[str], ...] = ()
    """Of each of its mentions, the folded content words that belong to no name and no date."""
    called: frozenset[str] = frozenset()
    """What its nouns of a kind are called: `place village:سنديان`, `hospital:amal`, `nth convoy:7`."""
    context: frozenset[str] = frozenset()
    """Of a story: the actors and places of the report's opening, which its sentences need not name again."""
    counted: frozenset[str] = frozenset()
    """Those of `actors` of whom the figures count, and families: two that count others are two happenings."""
    hours: frozenset[str] = frozenset()
    """The parts of its day: see `OtherWords.hours`."""
    another: bool = False
    """True for what the words call a second, another, or done again."""
    announces: tuple[Key, ...] = ()
    disputes: tuple[Key, ...] = ()
    personal: bool = False
    """True when the title names one of the persons."""
    lead: bool = False
    """True for what the opening of the report tells."""
    predicate: str = ""
    """Class of its predicate, a name of `seeds/concepts.toml`: harm, hold, rule…; empty where it is not known."""
    scene: tuple[str, ...] | None = None
    """Where it happened, by the slots of its predicate; None where that is all of `places`."""
    roles: Roles = ()
    """What each of `actors` is to it, and its sources."""
    said: bool = False
    """True for what is only known as the content of a dated saying."""
    naming: tuple[tuple[str, Span], ...] = ()
    """Id of an actor, source or place, and the words of the report that name it."""

    @property
    def key(self) -> Key:
        """The draft's name; the same whatever else is derived."""
        first = self.evidence[0]
        return (self.report, first.span.start, first.span.end, self.kind.value)

    @property
    def role(self) -> Role:
        """Story, when any piece of its evidence is."""
        return Role.STORY if any(piece.role is Role.STORY for piece in self.evidence) else Role.BACKGROUND


def find_opening(drafts: Sequence[Draft]) -> list[Draft]:
    """Find the drafts of the report's first sentence: what it opens with is its story."""
    first = min((draft.evidence[0].span.start for draft in drafts), default=0)
    return [
        replace(draft, lead=draft.kind is Kind.OCCURRENCE and draft.evidence[0].span.start == first) for draft in drafts
    ]
