"""The clause of a sentence that a date governs, and whether the date belongs to what happened or to the saying of it.

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_core.cut import Range
from timeline_core.sentence import SPEAKER, Sentence
from timeline_core.text.words import Hit

_ENOUGH = 3
"""Words that a segment needs beside its date to tell of something; a date alone belongs to what stands next to it."""
_TOLL = frozenset({"kill", "wound", "arrest", "displace"})
"""Concepts of what is done to people: two of them that are joined share a date."""
_OPENS = 3
"""Words within which a segment names what it tells of, to be one that goes on counting."""
_FRAME = 4
"""Words within which a subordinate clause shows that it is one: «بعد ثلاثة أيام من …», "three days after …"."""
_PLACING = frozenset({"beside", "deadline"})


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
    denied: bool = False
    """True for a denial, with what it denies."""
    own: bool = False
    """True when it is a deed of the speaker: «أعلن التحالف عن تنفيذ …»."""
    skips: Range | None = None
    """What a title leaves out of `words`: an apposition between subject and verb («، وهو مسؤول …،»)."""
    content: Range | None = None
    """Of a saying that follows what it says («…, the army said on Friday»): the words of what is said."""


def governed(whole: Sentence, date: Range) -> Clause:
    """The clause that the expression at these words governs."""
    before = _before(whole, date)
    if before is not None:
        return _behind(whole, before, date)
    after = next((hit for hit in whole.heads if hit.at >= date[1]), None)
    if after is not None and _leads(whole, date, after):
        return replace(saying(whole, after), denied=after.concept == "denies")
    return _plain(whole, date)


def _before(whole: Sentence, date: Range) -> Hit | None:
    """The verb of saying before the date; a source named in a segment of its own is none («بحسب …،»)."""
    home = whole.segments[whole.segment_of(date[0])][0]
    for hit in reversed(whole.heads[: bisect_left(whole.heads, date[0], key=lambda hit: hit.at)]):
        if hit.concept != "attributes" or hit.at >= home:
            return hit
    return None


def _leads(whole: Sentence, date: Range, head: Hit) -> bool:
    """True when the date stands before a saying only to date it."""
    if head.concept not in ("say", "publishes", "denies"):
        return False
    number = whole.segment_of(date[0])
    home = whole.segments[number]
    if home[0] <= head.at < home[1]:
        return whole.content_words((home[0], date[0])) < 2
    thin = whole.content_words(home) < _ENOUGH and not _tells(whole, number, number)
    return thin and whole.segment_of(head.at) == number + 1 and not _hangs_back(whole, number)


def _hangs_back(whole: Sentence, number: int) -> bool:
    """True when the segment is a date alone and belongs to what is told before it («قتل …، الثلاثاء،»)."""
    home = whole.segments[number]
    alone = number > 0 and whole.content_words(home) == 0 and not whole.marked(home[0], "joins")
    return alone and _tells(whole, number - 1, number - 1)


def _behind(whole: Sentence, head: Hit, date: Range) -> Clause:
    if head.concept == "denies":
        return _denied(whole, head, date)
    told = whole.told(head)
    zero = whole.phrasing.zero_told and head.concept != "publishes"
    if told is None and zero and not _close(whole, head, date):
        return _content(whole, head, None, date)
    if told is None or told.at > date[0]:
        return _second(whole, head, date) or saying(whole, head)
    return _content(whole, head, told, date)


def _denied(whole: Sentence, head: Hit, date: Range) -> Clause:
    """The denial with all that it denies, whatever the date belongs to; or the clause joined to it that has it."""
    number = whole.segment_of(date[0])
    home = whole.segments[number]
    if home[0] > head.at and whole.marked(home[0], "joins") and whole.content_words(home) >= _ENOUGH:
        end = _end(whole, number)
        return Clause((home[0], end), (home[0], end))
    return replace(saying(whole, head), denied=True)


def _second(whole: Sentence, head: Hit, date: Range) -> Clause | None:
    """What is said, where the saying has a date of its own before this one («أدان في 12 أيار الهجوم الذي وقع …»)."""
    k = bisect_left(whole.dates, date) - 1
    if k < 0 or whole.dates[k][0] < head.at or whole.content_words((whole.dates[k][1], date[0])) < 2:
        return None
    end = max(_end(whole, whole.segment_of(date[0])), date[1])
    return _told_clause(whole.dates[k][1], end, _far_end(whole, end), head, None)


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
    if start < home[0] and _stands_alone(whole, start, home) and not _shares(whole, whole.segment_of(date[0])):
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
    if inner := _beside(whole, date):
        return inner
    while first > 0 and (_told_in(whole, first, last) < _ENOUGH or _leans(whole, first, date)):
        first -= 1
    while first > 0 and not _tells(whole, first, last) and _tells(whole, first - 1, last):
        first -= 1
    while first > 0 and _shares(whole, first):
        first -= 1
    while last + 1 < len(whole.segments) and _thin(whole, first, last):
        last += 1
    start = _below(whole, whole.segments[first][0], date[0])
    end = max(_end(whole, last), date[1])
    return Clause((start, end), (start, _far_end(whole, end)))


def _thin(whole: Sentence, first: int, last: int) -> bool:
    return _told_in(whole, first, last) < _ENOUGH and not (
        _tells(whole, first, last) and _told_in(whole, first, last) > 1
    )


def _beside(whole: Sentence, date: Range) -> Clause | None:
    """The clause that only places the main one in time and has the date for itself: «بعد مقتل … في 3 أيار، شن …»."""
    start, end = whole.segments[whole.segment_of(date[0])]
    if end == len(whole.run) or start > 0:
        return None
    for hit in whole.phrasing.frames.find(whole.run[start : min(start + _FRAME, date[0])]):
        begin = start + hit.at + hit.count
        if hit.concept in _PLACING and begin < date[0] + 1 and not whole.in_date(start + hit.at):
            return Clause((begin, end), (begin, end)) if whole.concepts_in((begin, end)) else None
    return None


def _leans(whole: Sentence, number: int, date: Range) -> bool:
    """True when the segment cannot stand by itself: it begins with a preposition, or with a date and tells nothing."""
    at = whole.segments[number][0]
    if whole.marked(at, "leans"):
        return True
    word, known = whole.run[at].folded, whole.phrasing.prepositions
    placed = word in known or any(word.startswith(form[:-1]) for form in known if form.endswith("-"))
    dated = whole.in_date(at) or (placed and at + 1 < len(whole.run) and whole.in_date(at + 1))
    if dated or at == date[0]:
        return not _tells(whole, number, number)
    return placed


def _shares(whole: Sentence, number: int) -> bool:
    """True when the segment goes on counting the victims of what is told before it, which has no date of its own."""
    if number == 0 or not whole.marked(whole.segments[number][0], "joins"):
        return False
    start, before = whole.segments[number][0], whole.segments[number - 1]
    here, there = (
        any(hit.concept in _TOLL for hit in whole.concepts_in(part)) for part in ((start, start + _OPENS), before)
    )
    k = bisect_left(whole.dates, (before[0], 0))
    free = k == len(whole.dates) or whole.dates[k][0] >= start
    return here and there and free


def _tells(whole: Sentence, first: int, last: int) -> bool:
    """True when something happens in these segments that is known by name."""
    return bool(whole.concepts_in((whole.segments[first][0], whole.segments[last][1])))


def _told_in(whole: Sentence, first: int, last: int) -> int:
    return whole.content_words((whole.segments[first][0], whole.segments[last][1]))


def _end(whole: Sentence, segment: int) -> int:
    """Where the clause that is told in this segment ends: before a new statement."""
    k = bisect_right(whole.turns, whole.segments[segment][0])
    return whole.turns[k] if k < len(whole.turns) else len(whole.run)


def _far_end(whole: Sentence, end: int) -> int:
    """The end with what goes on telling of the same («مشيرة إلى أن …»)."""
    k = bisect_left(whole.heads, end, key=lambda hit: hit.at)
    if k == len(whole.heads) or whole.heads[k].at != end or whole.heads[k].concept not in ("goes_on", "attributes"):
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


def apart(whole: Sentence, clause: Clause, dates: Sequence[Range]) -> list[Clause]:
    """The clause of each of several dates that govern the same words, in order.

    It is cut where a joining word or a relative stands between two dates; where none does, all share its words.
    """
    cuts = [_cut(whole, one[1], two[0]) for one, two in pairwise(dates)]
    if len(dates) == 1:
        return [clause]
    edges = [(clause.words[0], False), *(cut for cut in cuts if cut), (clause.words[1], False)]
    if len(edges) != len(dates) + 1 or whole.content_words((edges[0][0], edges[1][0])) < 2:
        return _together(whole, clause, dates)
    return [_piece(whole, clause, edges, k) for k in range(len(dates))]


def _cut(whole: Sentence, low: int, high: int) -> tuple[int, bool] | None:
    """Where the clause of the second of two dates begins between them, and whether it is inside that of the first."""
    for at in range(high - 1, low - 1, -1):
        if whole.run[at].folded in whole.phrasing.relatives and at > low:
            nouns = whole.concepts_in((low, at))
            return (nouns[-1].at if nouns else at - 1), True
        if whole.marked(at, "joins") and whole.content_words((at, high)) > 0:
            return at, False
    return None


def _piece(whole: Sentence, clause: Clause, edges: Sequence[tuple[int, bool]], k: int) -> Clause:
    start, end = edges[k][0], edges[k + 1][0]
    if edges[k + 1][1]:
        end = edges[k + 2][0]
    far = clause.whole[1] if end == clause.words[1] else end
    if k == 0:
        skips = clause.skips if clause.skips and clause.skips[1] <= end else None
        return replace(clause, words=(start, end), whole=(clause.whole[0], far), skips=skips)
    if whole.content_words((start, end)) < 2:
        return Clause((edges[0][0], end), (edges[0][0], far), head=clause.head)
    return Clause((start, end), (start, far), head=clause.head)


def _together(whole: Sentence, clause: Clause, dates: Sequence[Range]) -> list[Clause]:
    """The same words for each date; the evidence of each is as long as it can be without being that of another."""
    start, end = clause.whole
    if whole.content_words((start, dates[0][0])) > 0:
        ends = [*(date[0] for date in dates[1:]), end]
        return [replace(clause, whole=(start, max(stop, start + 1))) for stop in ends]
    starts = [start, *(date[1] for date in dates[:-1])]
    return [replace(clause, whole=(min(begin, end - 1), end)) for begin in starts]


def real(whole: Sentence, clause: Clause, date: Range, *, ahead: bool) -> Clause | None:
    """The clause, as a denial where it is negated; None where it is supposed, asked or cancelled.

    Args:
        ahead: the date lies ahead of the report.
    """
    if clause.said or clause.denied:
        return clause
    if whole.asks:
        return None
    for hit in whole.unreal:
        if not clause.words[0] <= hit.at < clause.words[1] or hit.concept == "ahead":
            continue
        if hit.concept == "cancelled":
            if hit.at < date[0] and (ahead or _was_ahead(whole, hit.at, date)):
                return None
        elif _scopes(whole, clause, hit.at, date):
            tells = hit.concept == "negated" and whole.concepts_in((hit.at, clause.words[1]))
            return replace(clause, denied=True) if tells else None
    return clause


def _was_ahead(whole: Sentence, low: int, date: Range) -> bool:
    return any(hit.concept == "ahead" and low < hit.at < date[0] for hit in whole.unreal)


def _scopes(whole: Sentence, clause: Clause, at: int, date: Range) -> bool:
    """True when the word bears on what the date is given for: nothing is told before it, and it stands near."""
    if whole.concepts_in((clause.words[0], at)):
        return False
    beside = at < date[0] and whole.segment_of(at) == whole.segment_of(date[0])
    close = beside and whole.content_words((at, date[0])) <= _ENOUGH
    return close or whole.content_words((clause.words[0], at)) < _ENOUGH


def frame(whole: Sentence, date: Range) -> str:
    """`since` or `deadline` where such a word leads to the date, else nothing: «منذ 7 أكتوبر», "by May 5"."""
    low = max(0, date[0] - _FRAME)
    found = [
        hit for hit in whole.phrasing.frames.find(whole.run[low : date[0]]) if hit.concept in ("since", "deadline")
    ]
    if not found:
        return ""
    last = found[-1]
    between = whole.run[low + last.at + last.count : date[0]]
    small = whole.phrasing.date_leads | whole.phrasing.trails
    return last.concept if all(word.folded in small for word in between) else ""
