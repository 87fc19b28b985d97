"""The discourse of one report: its mentions in order, each given to the happening that it tells of again.

«قتل ثلاثة مدنيين …» and, below, «وقع القصف مساء السبت» are one telling: of Saturday, with both quotes.

Source:
    DESIGN.md section 5: mentions of one happening in one report are one telling; its day is that of any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.continuity import how_continues
from timeline_core.events.discourse.coreference import ENOUGH, Near, Pair, score
from timeline_core.events.discourse.numbers import figures_differ
from timeline_core.events.discourse.traces import Traces
from timeline_core.model.actor_role import ActorRole, in_roles, joined_roles
from timeline_core.model.draft import Draft, Key
from timeline_core.model.event import Evidence, Kind, Role
from timeline_core.names.gazetteer import Gazetteer

_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)
Again = Callable[[Draft], bool]
"""Whether a definite noun of the mention stands for that happening."""


class Discourse:
    """What a report has told so far. Used once."""

    def __init__(self, concepts: Concepts, gazetteer: Gazetteer) -> None:
        self._concepts, self._gazetteer = concepts, gazetteer
        self.told: list[Draft] = []
        self._left: dict[Key, Traces] = {}
        self._moved: dict[Key, Key] = {}
        self._last: tuple[Key, ...] = ()
        """The happenings that the sentence before told of."""
        self._here: tuple[Key, ...] = ()
        """Those that this sentence has told of so far."""

    def take(self, mention: Draft, traces: Traces, again: Again) -> Draft:
        """The happening that it tells of, with what it adds: one that was told before, or a new one."""
        pairs = [(self._score(told, mention, traces, again), at) for at, told in enumerate(self.told)]
        best, at = max(pairs, default=(0.0, -1))
        if best < ENOUGH:
            mention = self._within(mention, traces)
            self.told.append(mention)
            self._left[mention.key] = traces
            self._here = (*self._here, mention.key)
            return mention
        before = self._left.get(self.told[at].key, Traces())
        joined = self.told[at] if mention.said and traces.only_points else join(self.told[at], mention)
        self.replace(at, joined)
        self._moved[mention.key] = joined.key
        self._left[joined.key] = before.with_those_of(traces)
        self._here = (*self._here, joined.key)
        return joined

    def point(self, reference: Draft, traces: Traces, again: Again) -> bool:
        """Give a clause that only tells more of a happening to that one, as one more quote; to none where none fits.

        Returns:
            Whether that leaves nothing else to tell of: its numbers are those of the happening.
        """
        pairs = [
            (how_continues(self._pair(told, reference, traces, again)), at)
            for at, told in enumerate(self.told)
            if told.kind in _SAID or told.kind is Kind.OCCURRENCE
        ]
        best, at = max(pairs, default=(0.0, -1))
        if best < ENOUGH:
            return False
        told, quote = self.told[at], reference.evidence[0]
        self._here = (*self._here, told.key)
        before = self._left.get(told.key, Traces())
        self._left[told.key] = before.with_those_of(traces)
        if not any(piece.span.covers(quote.span) for piece in told.evidence):
            pieces = sorted((*told.evidence, _running_on(quote, told)), key=lambda piece: piece.span)
            self.replace(at, replace(told, evidence=tuple(pieces)))
        return not figures_differ(told, reference)

    def vouch(self, statement: Draft) -> None:
        """Somebody only says again what was told: quote the whole statement, and name who says so as a source."""
        whole = statement.evidence[0]
        speakers = ((ActorRole.SOURCE, id) for id in in_roles(statement.roles, ActorRole.SPEAKER))
        for at, told in enumerate(self.told):
            inside = [piece for piece in told.evidence if whole.span.covers(piece.span)]
            if told.kind is not Kind.OCCURRENCE or not inside:
                continue
            others = [piece for piece in told.evidence if piece not in inside]
            pieces = sorted((*others, _running_on(whole, told)), key=lambda piece: piece.span)
            roles = joined_roles((*told.roles, *speakers))
            self.replace(at, replace(told, evidence=tuple(pieces), roles=roles))
            return

    def _within(self, mention: Draft, traces: Traces) -> Draft:
        """On the day of what it was a part of, where it gives none: "two died in the raid"."""
        if mention.when is not None or not traces.during:
            return mention
        for told in reversed(self.told):
            left = self._left.get(told.key, Traces())
            if told.kind is mention.kind and told.when is not None and traces.during & left.deeds:
                pieces = tuple(_running_on(piece, told) for piece in mention.evidence)
                return replace(mention, when=told.when, evidence=pieces)
        return mention

    def _score(self, told: Draft, mention: Draft, traces: Traces, again: Again) -> float:
        return score(self._pair(told, mention, traces, again))

    def _pair(self, told: Draft, mention: Draft, traces: Traces, again: Again) -> Pair:
        key = self.now(told.key)
        near = Near.SENTENCE if key in map(self.now, self._here) else Near.NEXT if key in self._last else Near.FAR
        left = self._left.get(told.key, Traces())
        alone = not any(
            other is not told and self._is_of_scene(other, left) and not _is_of_another_time(other, told)
            for other in self.told
        )
        return Pair(told, mention, left, traces, near, alone, again(told), self._concepts, self._gazetteer)

    def _is_of_scene(self, other: Draft, left: Traces) -> bool:
        """It tells of a happening of one scene with what left those traces."""
        scenes = self._concepts.scenes_of(left.classes)
        theirs = self._left.get(other.key, Traces())
        return not other.said and not scenes.isdisjoint(self._concepts.scenes_of(theirs.classes))

    def is_of_others(self, told: Draft, classes: Collection[str]) -> bool:
        """All of these classes are of other scenes than that happening."""
        mine = self._concepts.scenes_of(classes)
        theirs = self._concepts.scenes_of(self._left.get(told.key, Traces()).classes)
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def replace(self, at: int, grown: Draft) -> None:
        """Put what it has grown to in its place."""
        before = self.told[at].key
        if before != grown.key:
            self._moved[before] = grown.key
            self._left[grown.key] = self._left.get(before, Traces())
        self.told[at] = grown

    def now(self, key: Key) -> Key:
        """The key that what was told under it has now."""
        while key in self._moved and self._moved[key] != key:
            key = self._moved[key]
        return key

    def next_sentence(self, told: Sequence[Draft] = ()) -> None:
        """A sentence has ended, which told of these, and of what it went on with; else the one before still counts."""
        here = tuple(self.now(key) for key in (*(draft.key for draft in told), *self._here))
        self._last, self._here = here or self._last, ()

    def drafts(self) -> tuple[Draft, ...]:
        """All that was told; what points to one of them points to what became of it."""
        return tuple(
            replace(
                draft,
                announces=tuple(dict.fromkeys(map(self.now, draft.announces))),
                disputes=tuple(dict.fromkeys(map(self.now, draft.disputes))),
            )
            for draft in self.told
        )


def join(told: Draft, mention: Draft) -> Draft:
    """One telling of two mentions: all that both say, on the closer day; a quote without a date runs on from it."""
    dated = min((told, mention), key=_length)
    pieces = sorted((*told.evidence, *mention.evidence), key=lambda piece: piece.span)
    return replace(
        told,
        when=dated.when,
        evidence=tuple(_running_on(piece, dated) for piece in pieces),
        actors=tuple(dict.fromkeys((*told.actors, *mention.actors))),
        places=tuple(dict.fromkeys((*told.places, *mention.places))),
        scene=_grown(told.scene, mention.scene),
        roles=joined_roles((*told.roles, *mention.roles)),
        persons=told.persons | mention.persons,
        figures=tuple(dict.fromkeys((*told.figures, *mention.figures))),
        concepts=told.concepts | mention.concepts,
        words=told.words | mention.words,
        things=told.things | mention.things,
        context=told.context | mention.context,
        counted=told.counted | mention.counted,
        hours=dated.hours,
        announces=(*told.announces, *mention.announces),
        disputes=(*told.disputes, *mention.disputes),
        personal=told.personal,
        lead=told.lead or mention.lead,
    )


def _is_of_another_time(other: Draft, told: Draft) -> bool:
    """It only reminds of what was before the story: "a quake killed 600 there in February"."""
    return other.role is Role.BACKGROUND and told.role is not Role.BACKGROUND


def _running_on(piece: Evidence, dated: Draft) -> Evidence:
    """The quote with the date of the happening, where it has none of its own."""
    proof = next((one.expression for one in dated.evidence if one.expression is not None), None)
    if piece.expression is not None or proof is None:
        return piece
    return replace(piece, expression=proof, inherited=True)


def _grown(scene: tuple[str, ...] | None, more: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if scene is None or more is None else tuple(dict.fromkeys((*scene, *more)))


def _length(draft: Draft) -> int:
    days = draft.when.days if draft.when is not None else None
    return (days[1] - days[0]).days if days is not None else 1_000_000
