"""Dates of a noun in a clause that tells of another day: «قبيل انتخابات الأحد», "the anniversary of the May 4 fire".

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from timeline_core.model.span import Span
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence

_REACH = 8
"""Words between «قبل» and its date."""
_TELLING = 2
"""Telling words that a noun needs to be an event; those that may say how long before it something was."""


def of_noun(whole: Sentence, date: Range, *, lies_ahead: bool = False) -> Range | None:
    """The noun that the date is of, which is not what the clause tells; the date alone where it tells nothing."""
    home = whole.segments[whole.segment_of(date[0])]
    low = max(home[0], max((other[1] for other in whole.dates if other[1] <= date[0]), default=0))
    if whole.content_words((home[0], date[0])) == 0:
        return None
    return _attributive(whole, low, date) or _preceded(whole, date, lies_ahead=lies_ahead)


def in_title(whole: Sentence, date: Range, span: Span) -> bool:
    """True where a title of that span is not to lose the date, for it says which one the noun is."""
    found = date if whole.owns(date) else of_noun(whole, date, lies_ahead=True)
    return found is not None and span.start < whole.run[found[0]].start


def _preceded(whole: Sentence, date: Range, *, lies_ahead: bool) -> Range | None:
    """What another thing came before, on that day: «قتل … قبل ساعات من زيارة الوزير غدا», "ahead of Sunday's election".

    Returns:
        The date alone where the noun tells nothing, or it is open whether its weekday has passed.
    """
    home = whole.segments[whole.segment_of(date[0])]
    low = max(home[0], date[0] - _REACH)
    frames = whole.phrasing.clauses.frames.find(whole.run[low : date[0]])
    hit = next((hit for hit in reversed([*frames]) if hit.concept in ("before", "eve")), None)
    if hit is None or whole.in_date(low + hit.at):
        return None
    noun = _next_noun(whole, low + hit.at + hit.count, date, whatever=hit.concept == "eve")
    if noun is None:
        return None
    weekday = date[1] - date[0] == 1 and not whole.run[date[0]].folded[:1].isdecimal()
    end = max(home[1], date[1])
    open_ = (weekday and not lies_ahead) or whole.content_words((noun, end)) < _TELLING
    return date if open_ else (noun, end)


def _next_noun(whole: Sentence, begin: int, date: Range, *, whatever: bool) -> int | None:
    """The noun behind «قبل», "ahead of" that the date is of; `whatever`: it may be any noun."""
    owns = whole.owns(date)
    after = min(date[1] + 1, whole.segments[whole.segment_of(date[0])][1]) if owns else date[0]
    told = next((hit.at for hit in whole.concepts_in((begin, after))), None)
    if told is None and (whatever or owns):
        told = next((at for at in range(begin, after) if whole.content_words((at, at + 1))), None)
    if told is None or any(whole.auxiliary(at) for at in range(begin, date[0])):
        return None
    return told if _only_measures(whole, (begin, told)) else None


def _only_measures(whole: Sentence, part: Range) -> bool:
    """True when these words only tell how long before it was, or name the noun: «ساعات من», "the"."""
    return whole.content_words(part) <= _TELLING and not any(whole.begins_joined(at) for at in range(*part))


def _attributive(whole: Sentence, start: int, date: Range) -> Range | None:
    """The noun behind a date that belongs to it: "the anniversary of the Aug. 4 explosion", "Sunday's election".

    Returns:
        None where it tells the day of the clause all the same: somebody was killed "in Friday's attack".
    """
    if not whole.grammar.date_before_noun or whole.content_words((start, date[0])) == 0 or date[1] >= len(whole.run):
        return None
    at = date[0] - (whole.run[date[0] - 1].folded in whole.phrasing.clauses.determiners)
    noun = whole.concepts_in((date[1], date[1] + _TELLING))
    if not noun or not (whole.owns(date) or at < date[0]):
        return None
    harmed = any(hit.concept in whole.phrasing.concepts.deeds.harm for hit in whole.concepts_in((start, at)))
    if harmed and whole.run[at - 1].folded in whole.phrasing.clauses.prepositions:
        return None
    end = whole.segments[whole.segment_of(date[1])][1]
    return (date[1], end) if whole.content_words((date[1], end)) >= _TELLING else date
