"""The clause of a sentence that a date governs, and whether the date belongs to what happened or to the saying of it.

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from timeline_core.phrasing import Phrasing
from timeline_core.span import Span
from timeline_core.text.words import Hit, Word, words

_BREAK = re.compile(r"[،؛;—–]|,(?=\s|$)|:(?=\s|$)")
_ENOUGH = 3
"""Words that a segment needs beside its date to tell of something; a date alone belongs to what stands next to it."""

_SPEAKER = 9
"""Words that may stand before a verb of saying to name who speaks."""

Range = tuple[int, int]
"""Half-open range of words of a sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a sentence that tell of one thing."""

    words: Range
    """What tells of the thing."""
    whole: Range
    """`words`, and what goes on telling of the same: the evidence."""
    said: bool = False
    """True when this is the saying itself."""
    head: int = -1
    """The word of the saying verb that this clause belongs to; -1 where nobody is quoted."""
    pronoun: str = ""
    """`he` or `she` when the clause was opened by a word that holds its subject («أنه», «أنها»)."""
    own: bool = False
    """True when it is a deed of the speaker: «أعلن التحالف عن تنفيذ …»."""
    skips: Range | None = None
    """What a title leaves out of `words`: an apposition between subject and verb («، وهو مسؤول …،»)."""
    content: Range | None = None
    """Of a saying that follows what it says («…, the army said on Friday»): the words of what is said."""


class Sentence:
    """One sentence, cut in segments, with the verbs of saying in it. Word positions count within the sentence."""

    def __init__(self, text: str, span: Span, dates: Sequence[Span], phrasing: Phrasing) -> None:
        """`dates`: the spans of all expressions of the text that lie in the sentence."""
        self.text, self.span, self.phrasing = text, span, phrasing
        self.run: tuple[Word, ...] = words(span.of(text), span.start)
        self.dates = tuple(self.range_of(date) for date in dates)

    def range_of(self, span: Span) -> Range:
        """The words that the span touches."""
        inside = [k for k, word in enumerate(self.run) if word.span.overlaps(span)]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def span_of(self, part: Range) -> Span:
        """From the first to the last of these words."""
        first, last = self.run[part[0]].span, self.run[max(part[0], part[1] - 1)].span
        return Span(first.start, last.end)

    @cached_property
    def segments(self) -> tuple[Range, ...]:
        """The sentence cut at commas, semicolons, colons and dashes that stand in no bracket."""
        cuts, depth = [0], 0
        for k, (word, after) in enumerate(zip(self.run, self.run[1:], strict=False)):
            gap = self.text[word.span.end : after.span.start]
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
            hit for hit in self.phrasing.saying.find(self.run) if hit.concept != "notice" and not self._in_date(hit.at)
        )

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """What is told to happen, as concepts, with their words."""
        return tuple(hit for hit in self.phrasing.concepts.find(self.run) if not self._in_date(hit.at))

    @cached_property
    def marks(self) -> tuple[Hit, ...]:
        """The words that look ahead, deny, recall, or turn to another thing."""
        return tuple(self.phrasing.marks.find(self.run))

    @cached_property
    def links(self) -> tuple[Hit, ...]:
        """The words that tell how clauses hang together: `joins`, `leans`, `below`."""
        return tuple(self.phrasing.links.find(self.run))

    def _in_date(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.dates)

    def content_words(self, part: Range) -> int:
        """How many words of the range are neither date nor small."""
        small = self.phrasing.trails | self.phrasing.drops
        return sum(not self._in_date(k) and self.run[k].folded not in small for k in range(*part))

    def told(self, head: Hit) -> Hit | None:
        """What opens the content of the saying; before the next verb of saying."""
        stop = next((hit.at for hit in self.heads if hit.at > head.at and hit.concept == "goes_on"), len(self.run))
        found = [
            hit
            for hit in self.phrasing.told.find(self.run)
            if head.at + head.count <= hit.at < stop and not self._in_date(hit.at)
        ]
        strong = [hit for hit in found if hit.concept != "weak"]
        return next(iter(strong or found), None)

    def clause(self, date: Range) -> Clause:
        """The clause that the expression at these words governs."""
        before = [hit for hit in self.heads if hit.at < date[0]]
        after = [hit for hit in self.heads if hit.at >= date[1]]
        if before:
            return self._behind(before[-1], date)
        if after and self._leads(date, after[0]):
            return self.saying(after[0])
        return self._plain(date)

    def _leads(self, date: Range, head: Hit) -> bool:
        """True when the date stands before a saying only to date it."""
        home = self.segments[self.segment_of(date[0])]
        if home[0] <= head.at < home[1]:
            return self.content_words((home[0], date[0])) < 2
        return self.content_words(home) < _ENOUGH and self.segment_of(head.at) == self.segment_of(date[0]) + 1

    def _behind(self, head: Hit, date: Range) -> Clause:
        told = self.told(head)
        if told is None and self.phrasing.zero_told and not self._close(head, date):
            return self._content(head, None, date)
        if told is None or told.at > date[0]:
            return self.saying(head)
        return self._content(head, told, date)

    def _close(self, head: Hit, date: Range) -> bool:
        """True when nothing but small words and a word for the statement stands between verb and date."""
        between = self.run[head.at + head.count : date[0]]
        notices = {hit.at for hit in self.phrasing.saying.find(between) if hit.concept == "notice"}
        small = self.phrasing.trails | self.phrasing.drops
        return all(k in notices or word.folded in small for k, word in enumerate(between))

    def saying(self, head: Hit) -> Clause:
        """The clause of the saying itself, with who says it where that stands close before the verb."""
        segment = self.segment_of(head.at)
        start, end = self.segments[segment]
        first = next(hit.at for hit in self.heads if start <= hit.at < end)
        begin = start if first - start <= _SPEAKER else first
        clause = Clause((begin, self._end(segment)), (begin, self._end(segment)), said=True, head=head.at)
        if self.phrasing.zero_told and segment > 0 and self.content_words((head.at + head.count, end)) == 0:
            return replace(clause, words=(begin, end), whole=(0, end), content=(0, start))
        return clause

    def content(self, head: Hit) -> Clause | None:
        """What is said to have happened, whatever its date; None where the words do not show where it begins."""
        told = self.told(head)
        if told is None and not self.phrasing.zero_told:
            return None
        start = head.at + head.count if told is None else _opening(told)
        if start >= len(self.run):
            return None
        end = self._end(self.segment_of(start))
        return _told_clause(start, end, self._far_end(end), head, told)

    def _content(self, head: Hit, told: Hit | None, date: Range) -> Clause:
        home = self.segments[self.segment_of(date[0])]
        start = head.at + head.count if told is None else _opening(told)
        if start < home[0] and self._stands_alone(home):
            start, told = home[0], None
        start = self._below(start, date[0])
        end = max(self._end(self.segment_of(date[0])), date[1])
        clause = _told_clause(start, end, self._far_end(end), head, told)
        after = self.segments[self.segment_of(start)][1]
        return replace(clause, skips=(after, home[0])) if after < home[0] else clause

    def _stands_alone(self, segment: Range) -> bool:
        """True when the segment is a clause of its own: joined by a conjunction, or with another date before it."""
        own = self._marked(segment[0], "joins") or any(date[0] < segment[0] for date in self.dates)
        return own and self.content_words(segment) >= _ENOUGH

    def _marked(self, at: int, concept: str) -> bool:
        glued = concept == "joins" and self._conjoined(at)
        return glued or any(hit.at == at and hit.concept == concept for hit in self.links)

    def _conjoined(self, at: int) -> bool:
        """True when a conjunction is glued to the word («وقتل»), and is not a letter of it («وزير»)."""
        word = self.run[at].folded
        return word[:1] == "و" and len(word) > 3 and not word.startswith(self.phrasing.keeps_waw)

    def _below(self, start: int, date: int) -> int:
        """Where the innermost clause before the date begins: after «منذ», "since"."""
        inner = [
            hit.at + hit.count
            for hit in self.links
            if hit.concept == "below" and start < hit.at < date and not self._in_date(hit.at)
        ]
        found = [at for at in inner if self.content_words((at, date)) >= 2]
        return found[-1] if found else start

    def _plain(self, date: Range) -> Clause:
        first = last = self.segment_of(date[0])
        while first > 0 and (self._told_in(first, last) < _ENOUGH or self._marked(self.segments[first][0], "leans")):
            first -= 1
        while first > 0 and not self._tells(first, last) and self._tells(first - 1, last):
            first -= 1
        while last + 1 < len(self.segments) and self._told_in(first, last) < _ENOUGH:
            last += 1
        start = self._below(self.segments[first][0], date[0])
        end = max(self._end(last), date[1])
        return Clause((start, end), (start, self._far_end(end)))

    def _tells(self, first: int, last: int) -> bool:
        """True when something happens in these segments that is known by name."""
        start, end = self.segments[first][0], self.segments[last][1]
        return any(start <= hit.at < end for hit in self.concepts)

    def _told_in(self, first: int, last: int) -> int:
        return self.content_words((self.segments[first][0], self.segments[last][1]))

    def _end(self, segment: int) -> int:
        """Where the clause that is told in this segment ends: before a new statement."""
        for start, _ in self.segments[segment + 1 :]:
            if self._opens(start):
                return start
        return len(self.run)

    def _opens(self, at: int) -> bool:
        """True when a new statement begins at that word."""
        reach = _SPEAKER if self.phrasing.zero_told else 1
        last = min(at + reach, self.segments[self.segment_of(at)][1] - 1)
        return any(at <= hit.at <= last for hit in self.heads) or any(
            hit.at == at and hit.concept == "turn" for hit in self.marks
        )

    def _far_end(self, end: int) -> int:
        """The end with what goes on telling of the same («مشيرة إلى أن …»)."""
        goes_on = any(hit.at == end and hit.concept == "goes_on" for hit in self.heads)
        if not goes_on:
            return end
        return self._end(self.segment_of(end))


def _opening(told: Hit) -> int:
    """The first word of the content: a noun of what happened is part of it, «أن» is not."""
    return told.at if told.concept == "content" else told.at + told.count


def _told_clause(start: int, end: int, far: int, head: Hit, told: Hit | None) -> Clause:
    concept = told.concept if told is not None else ""
    pronoun = concept if concept in ("he", "she") else ""
    own = concept in ("content", "deed")
    return Clause((start, end), (start, far), head=head.at, pronoun=pronoun, own=own)
