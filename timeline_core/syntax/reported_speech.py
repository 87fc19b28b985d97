"""`Sayings`: the verbs of saying and denying of one sentence, and what opens the words that are said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from timeline_core.syntax.segments import Segments, starts
from timeline_core.syntax.sentence_words import SentenceWords
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit

SPEAKER = 9
"""Words that may stand before a verb of saying to name who speaks."""

_NO_HEAD = ("notice", "none")
"""What is no verb of saying, though it stands among them: statement, «تغير يذكر»."""
_NOTICE_BEFORE, _NOTICE_AFTER = 4, 12
"""Words between a verb of publishing and the notice, or «أن», that makes it a saying."""


class Sayings:
    """Who says, and where what is said begins."""

    def __init__(self, words: SentenceWords, segments: Segments) -> None:
        self._words, self._segments, self._run = words, segments, words.run
        self._phrasing, self._grammar = words.phrasing, words.grammar

    @cached_property
    def heads(self) -> tuple[Hit, ...]:
        """The verbs of saying and denying, and the participles that continue one."""
        hits = tuple(hit for hit in self._phrasing.speech.verbs.find(self._run) if not self._words.in_date(hit.at))
        notices = [hit.at for hit in hits if hit.concept == "notice"]
        openings = [hit.at for hit in self._strong if hit.concept in ("that", "he", "she")]
        found = []
        for hit in hits:
            says = self._proven(hit, notices, openings) if hit.concept == "publishes" else hit.concept not in _NO_HEAD
            if (
                says
                and self._words.glued(hit) in self._grammar.joints
                and not self._undone(hit)
                and not self._noun(hit)
            ):
                found.append(hit)
        return tuple(found)

    def _noun(self, hit: Hit) -> bool:
        """True for a noun that is spelled as the verb: «مع توقع هطول أمطار», «8000 طالب وطالبة»."""
        if hit.concept != "say":
            return False
        before = self._run[hit.at - 1].folded if hit.at and not hit.clitic else ""
        ends = self._words.text.endswith(self._grammar.noun_ends, 0, self._run[hit.at].end)
        counted = ends or (before[-1:].isdecimal() and not self._words.in_date(hit.at - 1))
        return counted or before in self._phrasing.clauses.prepositions

    def _undone(self, hit: Hit) -> bool:
        """True for what was not said, and for a denial that is denied: «لم تعلن», «لا ينفي»."""
        before = self._phrasing.reality.unreal.at(self._run, hit.at - 1) if hit.at else None
        undone = ("negated", "undone") if hit.concept == "denies" else ("negated",)
        return before is not None and before.concept in undone and hit.concept in ("say", "denies")

    def _proven(self, hit: Hit, notices: Sequence[int], openings: Sequence[int]) -> bool:
        """True when a notice stands near the verb, in its segment, or «أن» behind it: «أصدر بيانا», not «أصدر عفوا»."""
        if self._claims(hit):
            return True
        start, end = self._segments.around(hit.at)
        low, high = max(start, hit.at - _NOTICE_BEFORE), min(end, hit.at + _NOTICE_AFTER)
        noticed = bisect_left(notices, high) > bisect_left(notices, low)
        return noticed or bisect_left(openings, high) > bisect_left(openings, hit.at)

    def _claims(self, hit: Hit) -> bool:
        """True for an attack right behind the verb: nobody publishes one, but says it was his ("claimed a raid")."""
        behind = range(hit.at + hit.count, min(hit.at + hit.count + 2, len(self._run)))
        found = (self._phrasing.topics.deeds.at(self._run, at) for at in behind if not self._words.in_date(at))
        return self._grammar.bare_said and any(
            deed is not None and deed.concept in self._phrasing.concepts.deeds.claimed for deed in found
        )

    @cached_property
    def _openings(self) -> tuple[Hit, ...]:
        found = self._phrasing.speech.openers.find(self._run)
        return tuple(hit for hit in found if not self._words.in_date(hit.at) and self._opens_content(hit))

    def _opens_content(self, hit: Hit) -> bool:
        """True with nothing but a conjunction glued to it; a noun of what happened may have a preposition («بمقتل»)."""
        glued = self._words.glued(hit)
        return glued in self._grammar.joints or (hit.concept == "content" and glued in self._grammar.by)

    @cached_property
    def _strong(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self._openings if hit.concept != "weak")

    def told(self, head: Hit) -> Hit | None:
        """What opens the content of the saying; before the next verb of saying."""
        stop = next((hit.at for hit in self.heads if hit.at > head.at and hit.concept == "goes_on"), len(self._run))
        verb = self._run[head.at].folded[head.clitic :]
        for hits in (self._strong, self._openings if starts(verb, self._phrasing.speech.weak_verbs) else ()):
            k = bisect_left(hits, head.at + head.count, key=lambda hit: hit.at)
            if k < len(hits) and hits[k].at < stop:
                return self._over(hits[k], stop)
        return None

    def _over(self, deed: Hit, stop: int) -> Hit:
        """What opens the content: «أن» where it begins a segment, rather than a preposition of a noun before it."""
        if deed.concept != "deed":
            return deed
        stop = min(stop, next((hit.at for hit in self.heads if hit.at > deed.at), stop))
        opened = (hit for hit in self._strong if deed.at < hit.at < stop and hit.at in self._segments.firsts)
        return next((hit for hit in opened if hit.concept in ("that", "he", "she")), deed)

    @cached_property
    def denials(self) -> tuple[Hit, ...]:
        """The words that deny; those that do so only as what somebody says, behind a verb of saying."""
        found = [hit for hit in self._words.marks if hit.concept in ("denial", "weak_denial")]
        if not any(hit.concept == "weak_denial" for hit in found):
            return tuple(found)
        heads = [hit.at for hit in self.heads if hit.concept == "say"]
        return tuple(hit for hit in found if hit.concept == "denial" or self._said_so(hit.at, heads))

    def _said_so(self, at: int, heads: Sequence[int]) -> bool:
        """True when what is said begins close before the word."""
        return any(head < at and self._words.content_words(WordRange(head + 1, at)) <= SPEAKER // 2 for head in heads)

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The first words of the segments that make a new statement."""
        return tuple(start for start in self._segments.firsts if self._opens(start))

    def _opens(self, at: int) -> bool:
        """True when a new statement begins at that word."""
        reach = 1 if self._grammar.verb_first else SPEAKER
        last = min(at + reach, self._segments.around(at).end - 1)
        k = bisect_left(self.heads, at, key=lambda hit: hit.at)
        if k < len(self.heads) and self.heads[k].at <= last:
            return True
        return self._turned(at)

    def _turned(self, at: int) -> bool:
        """True when the word turns to another thing («بينما»)."""
        k = bisect_left(self._words.marks, at, key=lambda hit: hit.at)
        return k < len(self._words.marks) and self._words.marks[k].at == at and self._words.marks[k].concept == "turn"
