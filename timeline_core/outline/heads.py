"""Which line gives a day for what follows: «بغداد، 19 أيار 2023 -», «10 شباط 2023» alone, "January 3: …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.labels import is_made, labelled
from timeline_core.outline.lines import Line
from timeline_core.outline.weekdays import is_week
from timeline_core.outline.yearless import value
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.text.fold import CONTROLS, SIGNS, fold
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
_COLON = re.compile(r"\s*\)[*_]*\s*:(?=\s)")
_ENDS_LEAD = re.compile(rf"[:|(,،{DASHES}]\s*$")
"""Behind the name of what is of a week: "Weekly brief: 4–10 May 2015"."""
_LED_AGENCY = re.compile(r"^\([^()\n]{1,30}\)\s*")
"""An agency before the place: "(QN) Halem 4-6-2013: "."""
_DASHED = re.compile(rf"\s[{DASHES}]$")
_AGENCY = re.compile(
    rf"\s*(?P<agency>[(/][^()/\n]{{1,30}}[)/]|/\s*[^()/\n:–—-]{{1,30}}(?=:\s|\s[{DASHES}]\s))?"
    rf"[ \t]*(?P<dash>[{DASHES}:]+(?=\s))?\s*"
)
_WEEKDAY = re.compile(r"\s*\([^()\d\n]{2,20}\)")
"""The day of the week behind a date: "7 March 2021 (Sunday)"."""
_BRACKETED = re.compile(r"\s*[)\]>|·•]+\s*")
"""What closes a date in brackets, or parts it as a cell is parted."""
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
_MARKS = rf"\s*_`<>\"'«»“”\[\](){CONTROLS}"
_ONLY_MARKS = re.compile(rf"[*{_MARKS}]*")
_CLOCK = re.compile(
    rf"[{COMMAS};|@–—\-{_MARKS}]*?T?(?P<clock>\d{{1,2}}[:.٫]\d{{2}}(?:[:.]\d{{2}})?)(?:\.\d+)?(?:Z|[+-]\d{{2}}:?\d{{2}})?(?!\d)"
    rf"|[{COMMAS}\s]*[0-2]\d[0-5]\d\s?h(?:rs?|ours)?\b"
)
_WORD = re.compile(rf"[{COMMAS}{_MARKS}]*(?P<word>[^\W\d][\w{SIGNS}]*\.?(?:\+\d{{1,2}}(?::?\d{{2}})?)?)")
_DAYTIME = re.compile(rf"\s*[{COMMAS}–—-]?\s*(?P<word>[^\W\d][\w{SIGNS}]*)\s*$")
"""The part of a day, last on its line: «السبت، 7 نيسان 2018، صباحا»."""
_DAYTIME_PARTED = re.compile(
    rf"\s*[{COMMAS}–—-]?\s*(?P<word>[^\W\d][\w{SIGNS}]*)(?=[*_]*\s*(?:[:：](?!\d)|[{DASHES}]+(?=\s)))"
)
"""The same before the mark that parts the day from what it dates: «9 أيار مساء - », "9 May, evening: "."""
_PLACE_BEHIND = re.compile(r"\s*,\s*(?:[A-Z][\w'’-]*\s?){1,3}(?=\s*(?::|[–—-])\s)")
"""Where it was, between the day of an entry and what happened: "22 May, Aleppo – "."""
_SAME_BOLD = re.compile(r"\s*[,،]\s*[^*_\n:]{1,30}(?::[*_]{2,3}|[*_]{2,3}:)(?=\s)")
"""What stands in bold with the day of an entry, before its colon: "**4 May 2018, six in the evening:** "."""
_ONLY_STOP = re.compile(rf"[*{_MARKS}]*[{STOPS}][*{_MARKS}]*")
_CLOSED = re.compile(rf"[*{_MARKS}]*")
_PARTED = re.compile(rf"[*_]*\s*(?:[:：](?!\d)|\.(?=\s)|[{DASHES}]+(?=[*_]*\s)|(?<=[*_\s])[-–—]+)[*_]*[\s{CONTROLS}]*")
_AUTHOR = re.compile(rf"(?P<author>[^\W\d][^:\n{STOPS}{COMMAS}]{{0,40}}):\s+")
_AUTHOR_WORDS = 4
_YEAR = re.compile(r"[(\[]?(?:1[89]|20)\d\d(?:\s?[-–—/]\s?(?:(?:1[89]|20)\d\d|\d\d))?[)\]]?:?")
_NUMBER = re.compile(r"\d+")
_BETWEEN = re.compile(rf"[\s|/=(\[{COMMAS}{DASHES}]+")
"""Marks between one way to say a day and the other."""
_PARTED_DATE = re.compile(rf"(?:\w+[\s.,،]+){{2,5}}[|/=(\[{DASHES}]\s*")
_CHAPTER = re.compile(rf"(?:[:{COMMAS}{DASHES}]|\s(?=\())\s*(?P<year>{_YEAR.pattern})\s*$")
_UNREAD = re.compile(rf"(?P<date>\d{{1,2}}\s+[^\W\d]+)\s*(?P<mark>:|\s[{DASHES}])\s")
"""What an entry begins with whose day is a figure and a word."""
_HEADING_LEVEL = {"day": 60, "week": 55, "month": 50, "year": 40}
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
        return _bare_year(text, line)
    date = _core(text, mention.span)
    lead = text[line.body.start : date.start]
    lead = "" if _said_before(lead, date.of(text)) else lead
    if len(lead) > _LONGEST_LEAD:
        return None
    end = _said_again(text, line, mention.span)
    behind = _Behind.of(text, end, line.body.end, words)
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


def _kind(lead: str, behind: _Behind, words: OutlineWords, *, apart: bool) -> HeadKind | None:
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


def _day_kind(lead: str, behind: _Behind) -> HeadKind | None:
    """What a line is that begins with its day."""
    if behind.ends:
        return HeadKind.HEADING
    bare = not any(map(str.isalpha, lead))
    entry = behind.parted or behind.clock or (bare and (behind.closed or behind.counted))
    return HeadKind.ENTRY if entry else None


def _is_dateline(lead: str, behind: _Behind, words: OutlineWords, *, apart: bool) -> bool:
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
        return _HEADING_LEVEL["week"]
    return _HEADING_LEVEL["month" if mention.meaning.rule.startswith(("month", "part")) else "day"]


def _bare_year(text: str, line: Line) -> Head | None:
    """A year alone on its line, which the words around may not show to be one: «2021»."""
    said = line.body.of(text).strip("*_# ")
    return _year(line, said, line.body) if _YEAR.fullmatch(said) else None


def chapters(text: str, found: Sequence[Line], heads: Mapping[int, Head]) -> dict[int, Head]:
    """The headings that end on a year behind a mark, where several do: "Chapter One: 1987", «الفصل الثاني – 1988»."""
    marked = (
        (number, line, hit)
        for number, line in enumerate(found)
        if line.role is BlockRole.HEADING and line.level and number not in heads and not line.cells
        if (hit := _CHAPTER.search(text, line.body.start, line.body.end)) is not None
    )
    years = {number: _year(line, hit["year"], Span(*hit.span("year"))) for number, line, hit in marked}
    known = {number: head for number, head in years.items() if head is not None}
    return known if len(known) > 1 else {}


def unread(text: str, found: Sequence[Line], heads: Mapping[int, Head]) -> dict[int, Head]:
    """The entries of a list whose day nobody reads, told by the one above them: "4 Frimaire: …" below "12 May: …"."""
    entries, last = dict[int, Head](), 0
    for number, line in enumerate(found):
        if number in heads:
            last = number if heads[number].kind is HeadKind.ENTRY else 0
        hit = _UNREAD.match(text, line.body.start, line.body.end) if last and number not in heads else None
        if hit is None or line.role is not found[last].role or line.cells or line.field:
            continue
        above = _UNREAD.match(text, found[last].body.start, found[last].body.end)
        if above is not None and above["mark"] == hit["mark"]:
            at = Span(line.span.start, hit.end())
            entries[number] = Head(HeadKind.ENTRY, at, Span(*hit.span("date")), None, -1)
    return entries


def _year(line: Line, said: str, at: Span) -> Head | None:
    """A heading of the year, or the years, that are said there."""
    numbers = re.findall(r"\d+", fold(said))
    first, last = numbers[0], numbers[-1]
    last = first[: 4 - len(last)] + last
    when = When(first) if first == last else When(f"{first}/{last}") if first < last else None
    level = line.level if line.role is BlockRole.HEADING and line.level else _HEADING_LEVEL["year"]
    return None if when is None else Head(HeadKind.HEADING, line.span, at, when, -1, level)


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind the date: the hour, an agency, the mark that parts it from what it dates."""

    end: int
    ends: bool
    """Nothing else stands on the line."""
    clock: bool
    parted: bool
    agency: bool
    dash: bool
    closed: bool = False
    """A bracket ends with it, or a bar parts it."""
    reviewed: bool = False
    """A bracket ends with it, and a colon follows."""
    counted: bool = False
    """Words behind it count from it."""
    author: Span | None = None
    """Who wrote it, named behind the hour: "Rana: "."""

    @classmethod
    def of(cls, text: str, at: int, end: int, words: OutlineWords) -> _Behind:
        behind = _AGENCY.match(text, at, end)
        agency, dash = bool(behind and behind["agency"]), bool(behind and behind["dash"])
        if behind and agency and dash:
            return cls(behind.end(), ends=False, clock=False, parted=True, agency=True, dash=True)
        if weekday := _WEEKDAY.match(text, at, end):
            at = weekday.end()
        at, clock = _past_hour(text, at, end, words)
        closed = _CLOSED.match(text, at, end)
        if closed and closed.end() == end:
            return cls(end, ends=True, clock=clock, parted=False, agency=agency, dash=False)
        parted = (
            _PARTED.match(text, at, end)
            or _SAME_BOLD.match(text, at, end)
            or (_PARTED.match(text, closed.end(), end) if closed else None)
        )
        bracket = _BRACKETED.match(text, at, end)
        colon = _COLON.match(text, at, end)
        at = parted.end() if parted else closed.end() if clock and closed else bracket.end() if bracket else at
        at = end if clock and bracket and bracket.end() == end else at
        if at == end:
            return cls(end, ends=True, clock=clock, parted=False, agency=agency, dash=False)
        author = _author(text, at, end) if clock else None
        at = author.end() if author else at
        by = Span(*author.span("author")) if author else None
        marks = {
            "clock": clock,
            "parted": bool(parted),
            "agency": agency,
            "dash": dash,
            "closed": bool(bracket),
            "reviewed": bool(colon),
        }
        return cls(at, ends=False, **marks, author=by)


def _past_hour(text: str, at: int, end: int, words: OutlineWords) -> tuple[int, bool]:
    """Behind the hour, the part of the day or the place beside a date; and whether an hour is told."""
    clock = _CLOCK.match(text, _past_zone(text, at, end, words), end)
    if clock:
        at = _past_zone(text, clock.end(), end, words)
    else:
        daytime = _DAYTIME.match(text, at, end) or _DAYTIME_PARTED.match(text, at, end)
        at = daytime.end() if daytime and phrase(daytime["word"]) in words.clock else at
    place = _PLACE_BEHIND.match(text, at, end)
    return (place.end() if place else at), clock is not None


def _past_zone(text: str, at: int, end: int, words: OutlineWords) -> int:
    """Behind «م», "PM GMT+3" and the like."""
    while (word := _WORD.match(text, at, end)) and fold(word["word"].strip(".").split("+")[0]) in words.clock:
        at = word.end()
    return at


def _author(text: str, at: int, end: int) -> re.Match[str] | None:
    """The name of who wrote a post: "Rana: ", where it is short enough for one."""
    author = _AUTHOR.match(text, at, end)
    return author if author and len(author["author"].split()) <= _AUTHOR_WORDS else None
