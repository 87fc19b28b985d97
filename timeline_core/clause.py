"""The clause of a sentence that a date governs, and whether the date belongs to what happened or to the saying of it.

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_core.sentence import SPEAKER, Range, Sentence
from timeline_core.text.words import Hit

_ENOUGH = 3
"""Words that a segment needs beside its date to tell of something; a date alone belongs to what stands next to it."""


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


def governed(whole: Sentence, date: Range) -> Clause:
    """The clause that the expression at these words governs."""
    before = [hit for hit in whole.heads if hit.at < date[0]]
    after = [hit for hit in whole.heads if hit.at >= date[1]]
    if before:
        return _behind(whole, before[-1], date)
    if after and _leads(whole, date, after[0]):
        return saying(whole, after[0])
    return _plain(whole, date)


def _leads(whole: Sentence, date: Range, head: Hit) -> bool:
    """True when the date stands before a saying only to date it."""
    home = whole.segments[whole.segment_of(date[0])]
    if home[0] <= head.at < home[1]:
        return whole.content_words((home[0], date[0])) < 2
    return whole.content_words(home) < _ENOUGH and whole.segment_of(head.at) == whole.segment_of(date[0]) + 1


def _behind(whole: Sentence, head: Hit, date: Range) -> Clause:
    told = whole.told(head)
    if told is None and whole.phrasing.zero_told and not _close(whole, head, date):
        return _content(whole, head, None, date)
    if told is None or told.at > date[0]:
        return saying(whole, head)
    return _content(whole, head, told, date)


def _close(whole: Sentence, head: Hit, date: Range) -> bool:
    """True when nothing but small words and a word for the statement stands between verb and date."""
    between = whole.run[head.at + head.count : date[0]]
    notices = {hit.at for hit in whole.phrasing.saying.find(between) if hit.concept == "notice"}
    small = whole.phrasing.trails | whole.phrasing.drops
    return all(k in notices or word.folded in small for k, word in enumerate(between))


def saying(whole: Sentence, head: Hit) -> Clause:
    """The clause of the saying itself, with who says it where that stands close before the verb."""
    segment = whole.segment_of(head.at)
    start, end = whole.segments[segment]
    first = next(hit.at for hit in whole.heads if start <= hit.at < end)
    begin = start if first - start <= SPEAKER else first
    clause = Clause((begin, _end(whole, segment)), (begin, _end(whole, segment)), said=True, head=head.at)
    if whole.phrasing.zero_told and segment > 0 and whole.content_words((head.at + head.count, end)) == 0:
        return replace(clause, words=(begin, end), whole=(0, end), content=(0, start))
    return clause


def content(whole: Sentence, head: Hit) -> Clause | None:
    """What is said to have happened, whatever its date; None where the words do not show where it begins."""
    told = whole.told(head)
    if told is None and not whole.phrasing.zero_told:
        return None
    start = head.at + head.count if told is None else _opening(told)
    if start >= len(whole.run):
        return None
    end = _end(whole, whole.segment_of(start))
    return _told_clause(start, end, _far_end(whole, end), head, told)


def _content(whole: Sentence, head: Hit, told: Hit | None, date: Range) -> Clause:
    home = whole.segments[whole.segment_of(date[0])]
    start = head.at + head.count if told is None else _opening(told)
    if start < home[0] and _stands_alone(whole, start, home):
        start, told = home[0], None
    start = _below(whole, start, date[0])
    end = max(_end(whole, whole.segment_of(date[0])), date[1])
    clause = _told_clause(start, end, _far_end(whole, end), head, told)
    after = whole.segments[whole.segment_of(start)][1]
    return replace(clause, skips=(after, home[0])) if after < home[0] else clause


def _stands_alone(whole: Sentence, start: int, segment: Range) -> bool:
    """True when the segment is a clause of its own: it is joined, or what began at `start` has a date of its own."""
    own = whole.marked(segment[0], "joins") or any(start <= date[0] < segment[0] for date in whole.dates)
    return own and whole.content_words(segment) >= _ENOUGH


def _below(whole: Sentence, start: int, date: int) -> int:
    """Where the innermost clause before the date begins: after «منذ», "since"."""
    inner = [
        hit.at + hit.count
        for hit in whole.links
        if hit.concept == "below" and start < hit.at < date and not whole.in_date(hit.at)
    ]
    found = [at for at in inner if whole.content_words((at, date)) >= 2]
    return found[-1] if found else start


def _plain(whole: Sentence, date: Range) -> Clause:
    first = last = whole.segment_of(date[0])
    while first > 0 and (_told_in(whole, first, last) < _ENOUGH or whole.marked(whole.segments[first][0], "leans")):
        first -= 1
    while first > 0 and not _tells(whole, first, last) and _tells(whole, first - 1, last):
        first -= 1
    while last + 1 < len(whole.segments) and _told_in(whole, first, last) < _ENOUGH:
        last += 1
    start = _below(whole, whole.segments[first][0], date[0])
    end = max(_end(whole, last), date[1])
    return Clause((start, end), (start, _far_end(whole, end)))


def _tells(whole: Sentence, first: int, last: int) -> bool:
    """True when something happens in these segments that is known by name."""
    start, end = whole.segments[first][0], whole.segments[last][1]
    return any(start <= hit.at < end for hit in whole.concepts)


def _told_in(whole: Sentence, first: int, last: int) -> int:
    return whole.content_words((whole.segments[first][0], whole.segments[last][1]))


def _end(whole: Sentence, segment: int) -> int:
    """Where the clause that is told in this segment ends: before a new statement."""
    for start, _ in whole.segments[segment + 1 :]:
        if whole.opens(start):
            return start
    return len(whole.run)


def _far_end(whole: Sentence, end: int) -> int:
    """The end with what goes on telling of the same («مشيرة إلى أن …»)."""
    goes_on = any(hit.at == end and hit.concept == "goes_on" for hit in whole.heads)
    if not goes_on:
        return end
    return _end(whole, whole.segment_of(end))


def _opening(told: Hit) -> int:
    """The first word of the content: a noun of what happened is part of it, «أن» is not."""
    return told.at if told.concept == "content" else told.at + told.count


def _told_clause(start: int, end: int, far: int, head: Hit, told: Hit | None) -> Clause:
    concept = told.concept if told is not None else ""
    pronoun = concept if concept in ("he", "she") else ""
    own = concept in ("content", "deed")
    return Clause((start, end), (start, far), head=head.at, pronoun=pronoun, own=own)
