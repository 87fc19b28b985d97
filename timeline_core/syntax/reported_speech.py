"""`Sayings`: one sentence with its verbs of saying and denying, and what opens the words that are said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from timeline_core.syntax.segments import Cut, starts
from timeline_core.text.words import Hit

SPEAKER = 9
"""Words that may stand before a verb of saying to name who speaks."""

_NO_HEAD = ("notice", "none")
"""What is no verb of saying, though it stands among them: statement, «تغير يذكر»."""
_NOTICE_BEFORE, _NOTICE_AFTER = 4, 12
"""Words between a verb of publishing and the notice, or «أن», that makes it a saying."""


class Sayings(Cut):
    """Who says, and where what is said begins."""

    @cached_property
    def heads(self) -> tuple[Hit, ...]:
        """The verbs of saying and denying, and the participles that continue one."""
        hits = tuple(hit for hit in self.phrasing.speech.verbs.find(self.run) if not self.in_date(hit.at))
        notices = [hit.at for hit in hits if hit.concept == "notice"]
        openings = [hit.at for hit in self._strong if hit.concept in ("that", "he", "she")]
        found = []
        for hit in hits:
            says = self._proven(hit, notices, openings) if hit.concept == "publishes" else hit.concept not in _NO_HEAD
            if says and self.glued(hit) in self.grammar.joints and not self._undone(hit) and not self._noun(hit):
                found.append(hit)
        return tuple(found)

    @cached_property
    def unmarked(self) -> frozenset[int]:
        """The words that begin another clause: «وأضاف», «واندلعت» before its subject, «وفق ما ذكرت»."""
        return frozenset(at for at in range(1, len(self.run)) if self._begins_another(at))

    def _begins_another(self, at: int) -> bool:
        if self.in_date(at):
            return False
        phrasing, word = self.phrasing, self.run[at].folded
        trails = phrasing.speech.trailing.at(self.run, at)
        if trails is not None and phrasing.clauses.marks.at(self.run, at) is None:
            return True
        if word in phrasing.clauses.parting:
            return True
        if self.conjoined(at):
            return self._says(at, 1) or (word[1:] in phrasing.clauses.subject_behind and not self.led_to(at + 1))
        return word in phrasing.clauses.conjunctions and at + 1 < len(self.run) and self._says(at + 1, 0)

    def _says(self, at: int, clitic: int) -> bool:
        hit = self.phrasing.speech.verbs.at(self.run, at)
        return hit is not None and hit.concept in ("say", "denies") and hit.clitic == clitic

    def _noun(self, hit: Hit) -> bool:
        """True for a noun that is spelled as the verb: «مع توقع هطول أمطار», «8000 طالب وطالبة»."""
        if hit.concept != "say":
            return False
        before = self.run[hit.at - 1].folded if hit.at and not hit.clitic else ""
        ends = self.text.endswith(self.grammar.noun_ends, 0, self.run[hit.at].end)
        counted = ends or (before[-1:].isdecimal() and not self.in_date(hit.at - 1))
        return counted or before in self.phrasing.clauses.prepositions

    def _undone(self, hit: Hit) -> bool:
        """True for what was not said, and for a denial that is denied: «لم تعلن», «لا ينفي»."""
        before = self.phrasing.reality.unreal.at(self.run, hit.at - 1) if hit.at else None
        undone = ("negated", "undone") if hit.concept == "denies" else ("negated",)
        return before is not None and before.concept in undone and hit.concept in ("say", "denies")

    def _proven(self, hit: Hit, notices: Sequence[int], openings: Sequence[int]) -> bool:
        """True when a notice stands near the verb, in its segment, or «أن» behind it: «أصدر بيانا», not «أصدر عفوا»."""
        if self._claims(hit):
            return True
        start, end = self.segments[self.segment_of(hit.at)]
        low, high = max(start, hit.at - _NOTICE_BEFORE), min(end, hit.at + _NOTICE_AFTER)
        noticed = bisect_left(notices, high) > bisect_left(notices, low)
        return noticed or bisect_left(openings, high) > bisect_left(openings, hit.at)

    def _claims(self, hit: Hit) -> bool:
        """True for an attack right behind the verb: nobody publishes one, but says it was his ("claimed a raid")."""
        behind = range(hit.at + hit.count, min(hit.at + hit.count + 2, len(self.run)))
        found = (self.phrasing.topics.deeds.at(self.run, at) for at in behind if not self.in_date(at))
        return self.grammar.bare_said and any(
            deed is not None and deed.concept in self.phrasing.concepts.deeds.claimed for deed in found
        )

    def glued(self, hit: Hit) -> str:
        """The letters before the phrase that are taken for a conjunction or a preposition."""
        return self.run[hit.at].folded[: hit.clitic]

    @cached_property
    def _openings(self) -> tuple[Hit, ...]:
        found = self.phrasing.speech.openers.find(self.run)
        return tuple(hit for hit in found if not self.in_date(hit.at) and self._opens_content(hit))

    def _opens_content(self, hit: Hit) -> bool:
        """True with nothing but a conjunction glued to it; a noun of what happened may have a preposition («بمقتل»)."""
        glued = self.glued(hit)
        return glued in self.grammar.joints or (hit.concept == "content" and glued in self.grammar.by)

    @cached_property
    def _strong(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self._openings if hit.concept != "weak")

    def told(self, head: Hit) -> Hit | None:
        """What opens the content of the saying; before the next verb of saying."""
        stop = next((hit.at for hit in self.heads if hit.at > head.at and hit.concept == "goes_on"), len(self.run))
        verb = self.run[head.at].folded[head.clitic :]
        for hits in (self._strong, self._openings if starts(verb, self.phrasing.speech.weak_verbs) else ()):
            k = bisect_left(hits, head.at + head.count, key=lambda hit: hit.at)
            if k < len(hits) and hits[k].at < stop:
                return self._over(hits[k], stop)
        return None

    def _over(self, deed: Hit, stop: int) -> Hit:
        """What opens the content: «أن» where it begins a segment, rather than a preposition of a noun before it."""
        if deed.concept != "deed":
            return deed
        stop = min(stop, next((hit.at for hit in self.heads if hit.at > deed.at), stop))
        opened = (hit for hit in self._strong if deed.at < hit.at < stop and hit.at in self.cuts)
        return next((hit for hit in opened if hit.concept in ("that", "he", "she")), deed)
