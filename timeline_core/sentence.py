"""`Sentence`: one sentence, with the words that tell what is said, what happened, and how its clauses hang together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from timeline_core.cut import Cut, Range, starts
from timeline_core.text.words import Hit

SPEAKER = 9
"""Words that may stand before a verb of saying to name who speaks."""

_AND = frozenset({"", "و", "ف"})
"""What may be glued to a verb or to «أن»: «كان» is not ك and «أن»."""
_OF_CONTENT = ("content", "ب")
"""A noun of what happened may have a preposition: «أفاد بمقتل»."""
_NOTICE_BEFORE, _NOTICE_AFTER = 4, 7
"""Words between a verb of publishing and the notice, or «أن», that makes it a saying."""


class Sentence(Cut):
    """One sentence, with its verbs of saying, its concepts, and the words that join or part its clauses."""

    @cached_property
    def heads(self) -> tuple[Hit, ...]:
        """The verbs of saying and denying, and the participles that continue one."""
        hits = tuple(hit for hit in self.phrasing.saying.find(self.run) if not self.in_date(hit.at))
        proofs = [hit.at for hit in hits if hit.concept == "notice"]
        proofs = sorted([*proofs, *(hit.at for hit in self._strong if hit.concept in ("that", "he", "she"))])
        found = []
        for hit in hits:
            says = self._proven(hit, proofs) if hit.concept == "publishes" else hit.concept != "notice"
            if says and self.glued(hit) in _AND and not self._undone(hit):
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
        trails = phrasing.trailing.at(self.run, at)
        if trails is not None and phrasing.marks.at(self.run, at) is None:
            return True
        if word[:1] == "و" and self.conjoined(at):
            return self._says(at, 1) or (word[1:] in phrasing.own_subject and not self.led_to(at + 1))
        return word in phrasing.joining and at + 1 < len(self.run) and self._says(at + 1, 0)

    def _says(self, at: int, clitic: int) -> bool:
        hit = self.phrasing.saying.at(self.run, at)
        return hit is not None and hit.concept in ("say", "denies") and hit.clitic == clitic

    def charges(self, head: Hit) -> bool:
        """True for a verb that has somebody behind it, and not what is said: "accused", "condemned"."""
        return self.run[head.at].folded in self.phrasing.charges

    def trailing(self, number: int) -> bool:
        """True when the segment only names the source of what stands before it («وفق ما قالت مصادر عسكرية»)."""
        start, end = self.segments[number]
        lead = self.phrasing.trailing.at(self.run, start)
        if lead is None or not any(start <= hit.at <= start + lead.count for hit in self.heads):
            return False
        return not any(start <= hit.at < end for hit in self._strong)

    def turned(self, at: int) -> bool:
        """True when the word turns to another thing («بينما»)."""
        k = bisect_left(self.marks, at, key=lambda hit: hit.at)
        return k < len(self.marks) and self.marks[k].at == at and self.marks[k].concept == "turn"

    def _undone(self, hit: Hit) -> bool:
        """True for a denial that is denied: «لا ينفي»."""
        before = self.phrasing.unreal.at(self.run, hit.at - 1) if hit.concept == "denies" and hit.at else None
        return before is not None and before.concept in ("negated", "undone")

    def _proven(self, hit: Hit, proofs: Sequence[int]) -> bool:
        """True when a notice stands near the verb, in its segment: «أصدر بيانا», not «أصدر عفوا»."""
        start, end = self.segments[self.segment_of(hit.at)]
        low, high = max(start, hit.at - _NOTICE_BEFORE), min(end, hit.at + _NOTICE_AFTER)
        return bisect_left(proofs, high) > bisect_left(proofs, low)

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """What is told to happen, as concepts, with their words."""
        found = self.phrasing.concepts.find(self.run)
        return tuple(hit for hit in found if not self.in_date(hit.at) and "ك" not in self.glued(hit))

    @cached_property
    def _concept_places(self) -> list[int]:
        return [hit.at for hit in self.concepts]

    def concepts_in(self, part: Range) -> tuple[Hit, ...]:
        """What is told to happen in these words."""
        places = self._concept_places
        return self.concepts[bisect_left(places, part[0]) : bisect_left(places, part[1])]

    @cached_property
    def marks(self) -> tuple[Hit, ...]:
        """The words that look ahead, deny, recall, or turn to another thing."""
        return tuple(self.phrasing.marks.find(self.run))

    @cached_property
    def denials(self) -> tuple[Hit, ...]:
        """The words that deny; those that do so only as what somebody says, behind a verb of saying."""
        found = [hit for hit in self.marks if hit.concept in ("denial", "weak_denial")]
        if not any(hit.concept == "weak_denial" for hit in found):
            return tuple(found)
        first = next((hit.at for hit in self.heads if hit.concept == "say"), len(self.run))
        return tuple(hit for hit in found if hit.concept == "denial" or hit.at > first)

    @cached_property
    def links(self) -> tuple[Hit, ...]:
        """The words that tell how clauses hang together: `joins`, `leans`, `below`."""
        return tuple(self.phrasing.links.find(self.run))

    @cached_property
    def unreal(self) -> tuple[Hit, ...]:
        """The words by which something is told not to have happened."""
        return tuple(
            hit
            for hit in self.phrasing.unreal.find(self.run)
            if hit.concept not in ("real", "undone") and self.glued(hit) in _AND and not self.in_date(hit.at)
        )

    @cached_property
    def asks(self) -> bool:
        """True for a question."""
        return self.span.of(self.text).rstrip(" \"'”’»)]")[-1:] in ("?", "؟")

    def begins(self, part: Range) -> bool:
        """True when a verb of beginning stands in these words."""
        return any(hit.concept == "begins" for hit in self.phrasing.frames.find(self.run[part[0] : part[1]]))

    def glued(self, hit: Hit) -> str:
        """The letters before the phrase that are taken for a conjunction or a preposition."""
        return self.run[hit.at].folded[: hit.clitic]

    @cached_property
    def _openings(self) -> tuple[Hit, ...]:
        found = self.phrasing.told.find(self.run)
        return tuple(
            hit
            for hit in found
            if not self.in_date(hit.at) and (self.glued(hit) in _AND or (hit.concept, self.glued(hit)) == _OF_CONTENT)
        )

    @cached_property
    def _strong(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self._openings if hit.concept != "weak")

    def told(self, head: Hit) -> Hit | None:
        """What opens the content of the saying; before the next verb of saying."""
        stop = next((hit.at for hit in self.heads if hit.at > head.at and hit.concept == "goes_on"), len(self.run))
        verb = self.run[head.at].folded[head.clitic :]
        for hits in (self._strong, self._openings if starts(verb, self.phrasing.warns) else ()):
            k = bisect_left(hits, head.at + head.count, key=lambda hit: hit.at)
            if k < len(hits) and hits[k].at < stop:
                return hits[k]
        return None

    def marked(self, at: int, concept: str) -> bool:
        glued = concept == "joins" and self.conjoined(at)
        k = bisect_left(self.links, at, key=lambda hit: hit.at)
        hit = self.links[k] if k < len(self.links) else None
        return glued or (hit is not None and hit.at == at and hit.concept == concept and not hit.clitic)

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The first words of the segments that make a new statement."""
        return tuple(start for start in self.cuts if self._opens(start))

    def _opens(self, at: int) -> bool:
        """True when a new statement begins at that word."""
        reach = SPEAKER if self.phrasing.zero_told else 1
        last = min(at + reach, self.segments[self.segment_of(at)][1] - 1)
        k = bisect_left(self.heads, at, key=lambda hit: hit.at)
        if k < len(self.heads) and self.heads[k].at <= last:
            return True
        return self.turned(at)
