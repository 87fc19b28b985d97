"""Which line gives a day for what follows: «بغداد، 19 أيار 2023 -», «10 شباط 2023» alone, "January 3: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.heads.behind import MARKS, Behind
from timeline_core.outline.heads.years import bare_year
from timeline_core.outline.labels import is_made, labelled
from timeline_core.outline.lines import Line
from timeline_core.outline.weekdays import is_week
from timeline_core.outline.yearless import value
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.text.fold import SIGNS, fold
from timeline_core.text.marks import COMMAS, DASHES, STOPS, TATWEEL

_NO_DATELINE = (Deictic, Weekday, Month, Year)
"""What is no day of a calendar: «التقرير الشهري - تشرين الأول 2021» is a title."""
_NAME = rf"(?:[^\W\d][\w{SIGNS}]*[ .'’-]*){{1,3}}"
_CITY = re.compile(
    rf"(?P<around>[(\[])?(?P<place>{_NAME}(?:[{COMMAS}/]\s*{_NAME})?)[*_]*"
    rf"(?P<cut>\([^()\n]{{1,30}}\)\s*[-{COMMAS}/–—]?|[{COMMAS}/–—{TATWEEL}])?"
    rf"(?P<quoted>\s*:?\s*[«\"“][^«»\"“”\n]{{1,30}}[»\"”]\s*[{DASHES}{COMMAS}/:]?)?\s*(?P<opened>\()?\s*"
)
"""What stands before the date of a dateline: «عمّان، », "(Tunis, ", «دمشق (رويترز) », «صنعاء - "سبأ" »."""
_PAPER = re.compile(rf"[*_]*{_NAME}(?:{_NAME})?[*_]*\s*\(")
"""Who is quoted, before the day in brackets of a review of what others wrote: "The Lantern (4 May): "."""
_ENDS_LEAD = re.compile(rf"[:|(,،{DASHES}]\s*$")
"""Behind the name of what is of a week: "Weekly brief: 4–10 May 2015"."""
_LED_AGENCY = re.compile(r"^\([^()\n]{1,30}\)\s*")
"""An agency before the place: "(QN) Halem 4-6-2013: "."""
_DASHED = re.compile(rf"\s[{DASHES}]$")
_NEAR = 4
"""Dates of a line that are looked at."""
_LONGEST_LEAD = 80
"""Code points that may stand before the date of a head."""
_BARE_PLACE = 2
"""Words of a place that no mark parts from the date."""
_COUNTED = re.compile(rf"[*_]*(?:[^\W\d][\w{SIGNS}]*\s+)?\d{{1,3}}\s*[(\[–—-]\s*")
"""The number of a day of what is told, before that day: "Day 1 (5 March): ", "Day 3 – 9 June"."""
_OTHER_DAYS = re.compile(rf"[*_]*\d{{1,2}}(?:\s*[/&{COMMAS}–—-]\s*\d{{0,2}})*\s*")
"""Other days of the same month, which the date itself does not take in: «7/8 | أيار», "5 & | 6 May"."""
_STAMPED = re.compile(rf"[^\n:{COMMAS}]{{1,40}}[{COMMAS}]\s*[\[(]\s*")
"""Who wrote, before the stamp of a post that was copied: «مرصد الوادي, [»."""
_POSTED = re.compile(r"[^\n:]{0,60}@\w{2,30}\s*[·•|–—-]?\s*")
"""The same by the name of an account: "Rasafa Media @rasafa · "."""
_ONLY_MARKS = re.compile(rf"[*{MARKS}]*")
_ONLY_STOP = re.compile(rf"[*{MARKS}]*[{STOPS}][*{MARKS}]*")
_NUMBER = re.compile(r"\d+")
_BETWEEN = re.compile(rf"[\s|/=(\[{COMMAS}{DASHES}]+")
"""Marks between one way to say a day and the other."""
_PARTED_DATE = re.compile(rf"(?:\w+[\s.,،]+){{2,5}}[|/=(\[{DASHES}]\s*")

_LEVEL = {"day": 60, "week": 55, "month": 50}
"""Levels of headings that only their words show, by how much they name: below all that a file marks."""


def head_of(
    text: str, line: Line, mentions: Sequence[Mention], first: int, words: OutlineWords, *, apart: bool = False
) -> Head | None:
    """The head of a line; None where it gives no day.

    Args:
        apart: it stands at the top or the foot of the report, and goes on with no sentence.
        mentions: of the whole text.
        first: place of the first that stands in the line; as many as there are where none does.
    """
    if line.role in (BlockRole.ROW, BlockRole.BREAK, BlockRole.NOTE, BlockRole.CAPTION) or line.cells:
        return None
    mention = mentions[first] if first < len(mentions) and mentions[first].span.end <= line.body.end else None
    if mention is None:
        return bare_year(text, line)
    date = _core(text, mention.span)
    lead = text[line.body.start : date.start]
    lead = "" if _said_before(lead, date.of(text)) else lead
    if len(lead) > _LONGEST_LEAD:
        return None
    end = _said_again(text, line, mention.span)
    behind = Behind.of(text, end, line.body.end, words)
    if _counted_from(mentions[first : first + _NEAR], line):
        behind = replace(behind, counted=True)
    ends = behind.ends or _ONLY_STOP.fullmatch(text, end, line.body.end) is not None
    label = labelled(lead, words, ends=ends or (apart and len(line.body) <= _LONGEST_LEAD and is_made(lead, words)))
    kind = label or _kind(lead, behind, words, apart=apart)
    if kind is None or (kind is HeadKind.DATELINE and isinstance(mention.meaning, _NO_DATELINE)):
        return None
    said = value(mention.meaning)
    if kind is HeadKind.DATELINE and behind.ends and said is not None and is_week(said):
        kind = HeadKind.HEADING
    end = line.body.end if label else behind.end
    level = _level(line, mention) if kind is HeadKind.HEADING else 0
    place = _place(lead, line.body.start) if kind is HeadKind.DATELINE else None
    at = Span(line.span.start, end)
    if kind is HeadKind.ENTRY and _OTHER_DAYS.fullmatch(lead):
        return Head(kind, at, date, None, -1)
    return Head(kind, at, date, value(mention.meaning), first, level, place, behind.author or _poster(lead, line))


def _said_again(text: str, line: Line, at: Span) -> int:
    """Where the date of a line ends, which may be said in two languages: «14 June 2012 | 14 حزيران 2012».

    A line is read in one language, so the other is known by its numbers alone.
    """
    between = _BETWEEN.match(text, at.end, line.body.end)
    rest = text[between.end() : line.body.end] if between is not None else ""
    numbers = _NUMBER.findall(fold(at.of(text)))
    again = len(rest.split()) <= len(at.of(text).split()) + 1 and len(numbers) > 1
    return line.body.end if again and _NUMBER.findall(fold(rest)) == numbers else at.end


def _said_before(lead: str, said: str) -> bool:
    """The same before the date that is read: "14 حزيران 2012 | ", and then "14 June 2012"."""
    numbers = _NUMBER.findall(fold(said))
    return _PARTED_DATE.fullmatch(lead) is not None and len(numbers) > 1 and _NUMBER.findall(fold(lead)) == numbers


def _place(lead: str, start: int) -> Span | None:
    """Where the place of a dateline stands, without the marks around it: «عمّان», "CAIRO, Egypt"."""
    left = len(lead) - len(lead.lstrip("*_ (["))
    city = _CITY.fullmatch(lead.strip("*_ "))
    if city is None:
        return None
    said = re.split(rf"\s[{DASHES}]\s", city["place"])[0].rstrip(f" .'’/{DASHES}{COMMAS}")
    return Span(start + left, start + left + len(said))


def _poster(lead: str, line: Line) -> Span | None:
    """Who wrote a post that was copied: «مرصد الوادي, [»."""
    if _STAMPED.fullmatch(lead) is None:
        return None
    said = lead[: max(map(lead.rfind, COMMAS))].rstrip()
    return Span(line.body.start, line.body.start + len(said))


def _counted_from(near: Sequence[Mention], line: Line) -> bool:
    """True where a word for today or yesterday stands behind a whole date on its line: it is counted from that date."""
    day, *others = near
    whole = isinstance(day.meaning, Day) and not day.meaning.relative
    return whole and any(
        isinstance(other.meaning, Deictic) and other.meaning.offset <= 0 and other.span.end <= line.body.end
        for other in others
    )


def _core(text: str, at: Span) -> Span:
    """The words of a date without the comma that they may begin with."""
    start = at.start
    while start < at.end and not text[start].isalnum():
        start += 1
    return Span(start, at.end)


def _kind(lead: str, behind: Behind, words: OutlineWords, *, apart: bool) -> HeadKind | None:
    """What the words before the date and the marks behind it make of it."""
    if _ONLY_MARKS.fullmatch(lead) or phrase(lead) in words.before_day:
        return _day_kind(lead, behind)
    if behind.parted and lead and _OTHER_DAYS.fullmatch(lead):
        return HeadKind.ENTRY
    if _COUNTED.fullmatch(lead) and (behind.ends or (behind.parted and behind.closed)):
        return HeadKind.HEADING if behind.ends else HeadKind.ENTRY
    if behind.ends and ((_STAMPED.fullmatch(lead) and behind.clock) or _POSTED.fullmatch(lead)):
        return HeadKind.MESSAGE
    return HeadKind.DATELINE if _is_dateline(lead, behind, words, apart=apart) else None


def of_week(text: str, line: Line, mentions: Sequence[Mention], first: int, words: OutlineWords) -> Head | None:
    """A title that ends on the days of a week: "Weekly brief: 4–10 May 2015", «حصاد الأسبوع (من 4 إلى 10 أيار)»."""
    if line.role is not BlockRole.HEADING and not _is_top(line):
        return None
    for place, mention in enumerate(mentions[first : first + _NEAR], first):
        said = value(mention.meaning)
        if mention.span.end > line.body.end or said is None or not is_week(said):
            continue
        lead = text[line.body.start : mention.span.start]
        leads = phrase(re.split(r"[\s(\[]+", lead.rstrip())[-1]) in words.before_day
        if (leads or _ENDS_LEAD.search(lead)) and _ONLY_MARKS.fullmatch(text, mention.span.end, line.body.end):
            return Head(HeadKind.HEADING, line.span, mention.span, said, place, _level(line, mention))
    return None


def _is_top(line: Line) -> bool:
    """The first line of the report."""
    return not line.span.start and line.role is BlockRole.PARAGRAPH


def _day_kind(lead: str, behind: Behind) -> HeadKind | None:
    """What a line is that begins with its day."""
    if behind.ends:
        return HeadKind.HEADING
    bare = not any(map(str.isalpha, lead))
    entry = behind.parted or behind.clock or (bare and (behind.closed or behind.counted))
    return HeadKind.ENTRY if entry else None


def _is_dateline(lead: str, behind: Behind, words: OutlineWords, *, apart: bool) -> bool:
    if behind.reviewed and _PAPER.fullmatch(lead):
        return True
    lead = _LED_AGENCY.sub("", lead.strip("*_ "))
    city = _CITY.fullmatch(lead)
    if city is None:
        return False
    if ((behind.dash and behind.agency) or (behind.ends and apart)) and _leads_in(lead, words):
        return True
    cut = bool(city["cut"] or city["quoted"] or _DASHED.search(lead.strip("*_ ")))
    if not _is_place(lead.strip("*_ "), words, cut=cut):
        return False
    closed = behind.dash or behind.parted or bool((city["opened"] or city["around"]) and behind.closed)
    return closed or (cut and (behind.agency or behind.ends))


def _leads_in(lead: str, words: OutlineWords) -> bool:
    """True for a place and the word that leads to a day behind it: «تونس في 6 جانفي 2022 / وات / -»; or below a letter,
    «السلمية في 9 تموز 2020»."""
    *place, led = lead.split() or [""]
    return bool(place) and phrase(led) in words.before_day


def _is_place(lead: str, words: OutlineWords, *, cut: bool) -> bool:
    """True for what may be a place before a date; with no mark behind it, it is short and in capitals."""
    said = lead.split()
    if cut:
        return True
    small = any(word[0].islower() or phrase(word) in words.before_day for word in said)
    return len(said) <= _BARE_PLACE and not small


def _level(line: Line, mention: Mention) -> int:
    if line.role is BlockRole.HEADING and line.level:
        return line.level
    said = value(mention.meaning)
    if said is not None and said.precision is Precision.RANGE:
        return _LEVEL["week"]
    return _LEVEL["month" if mention.meaning.rule.startswith(("month", "part")) else "day"]
