"""`Sentence`: one sentence cut in segments, and the words in it that tell how its clauses hang together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from timeline_core.phrasing import Phrasing
from timeline_core.span import Span
from timeline_core.text.words import Hit, Word, words

Range = tuple[int, int]
"""Half-open range of words of a sentence."""
SPEAKER = 9
"""Words that may stand before a verb of saying to name who speaks."""

_BREAK = re.compile(r"[،؛;—–]|[,:]\s")


class Sentence:
    """One sentence, cut in segments, with the verbs of saying in it. Word positions count within the sentence."""

    def __init__(self, text: str, span: Span, dates: Sequence[Span], phrasing: Phrasing) -> None:
        """`dates`: the spans of all expressions of the text that lie in the sentence."""
        self.text, self.span, self.phrasing = text, span, phrasing
        self._dated = tuple(dates)

    @cached_property
    def run(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return words(self.span.of(self.text), self.span.start)

    @cached_property
    def dates(self) -> tuple[Range, ...]:
        """The words of each expression."""
        return tuple(self.range_of(date) for date in self._dated)

    def range_of(self, span: Span) -> Range:
        """The words that the span touches."""
        inside = [k for k, word in enumerate(self.run) if word.start < span.end and span.start < word.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def span_of(self, part: Range) -> Span:
        """From the first to the last of these words."""
        return Span(self.run[part[0]].start, self.run[max(part[0], part[1] - 1)].end)

    @cached_property
    def segments(self) -> tuple[Range, ...]:
        """The sentence cut at commas, semicolons, colons and dashes that stand in no bracket."""
        cuts, depth = [0], 0
        for k, (word, after) in enumerate(zip(self.run, self.run[1:], strict=False)):
            gap = self.text[word.end : after.start]
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            if depth == 0 and _BREAK.search(gap):
                cuts.append(k + 1)
        return tuple(zip(cuts, [*cuts[1:], len(self.run)], strict=True))

    def segment_of(self, at: int) -> int:
        """The number of the segment that holds the word."""
        return next((n for n, (start, end) in enumerate(self.segments) if start <= at < end), 0)

    @cached_property
    def heads(self) -> tuple[Hit, ...]:
        """The verbs of saying, and the participles that continue one."""
        return tuple(
            hit for hit in self.phrasing.saying.find(self.run) if hit.concept != "notice" and not self.in_date(hit.at)
        )

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """What is told to happen, as concepts, with their words."""
        return tuple(hit for hit in self.phrasing.concepts.find(self.run) if not self.in_date(hit.at))

    @cached_property
    def marks(self) -> tuple[Hit, ...]:
        """The words that look ahead, deny, recall, or turn to another thing."""
        return tuple(self.phrasing.marks.find(self.run))

    @cached_property
    def links(self) -> tuple[Hit, ...]:
        """The words that tell how clauses hang together: `joins`, `leans`, `below`."""
        return tuple(self.phrasing.links.find(self.run))

    def in_date(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.dates)

    def content_words(self, part: Range) -> int:
        """How many words of the range are neither date nor small."""
        small = self.phrasing.trails | self.phrasing.drops
        return sum(not self.in_date(k) and self.run[k].folded not in small for k in range(*part))

    def told(self, head: Hit) -> Hit | None:
        """What opens the content of the saying; before the next verb of saying."""
        stop = next((hit.at for hit in self.heads if hit.at > head.at and hit.concept == "goes_on"), len(self.run))
        found = [
            hit
            for hit in self.phrasing.told.find(self.run)
            if head.at + head.count <= hit.at < stop and not self.in_date(hit.at)
        ]
        strong = [hit for hit in found if hit.concept != "weak"]
        return next(iter(strong or found), None)

    def marked(self, at: int, concept: str) -> bool:
        glued = concept == "joins" and self._conjoined(at)
        return glued or any(hit.at == at and hit.concept == concept for hit in self.links)

    def _conjoined(self, at: int) -> bool:
        """True when a conjunction is glued to the word («وقتل»), and is not a letter of it («وزير»)."""
        word = self.run[at].folded
        return word[:1] == "و" and len(word) > 3 and not self.phrasing.begins_with_waw(word)

    def opens(self, at: int) -> bool:
        """True when a new statement begins at that word."""
        reach = SPEAKER if self.phrasing.zero_told else 1
        last = min(at + reach, self.segments[self.segment_of(at)][1] - 1)
        return any(at <= hit.at <= last for hit in self.heads) or any(
            hit.at == at and hit.concept == "turn" for hit in self.marks
        )
