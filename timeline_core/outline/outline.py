"""`Outline`: which day, or at least which year, holds for each part of a report until the next that sets one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline_core.lexicon.outline_words import OutlineWords
from timeline_core.model.block import Block, BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.outline.asides import with_asides
from timeline_core.outline.day_numbers import with_day_numbers
from timeline_core.outline.figures_order import in_one_order
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.heads.day_lines import head_of, of_week
from timeline_core.outline.heads.rows import of_year, row_of, telling, with_columns, with_stated
from timeline_core.outline.heads.years import chapters, unread
from timeline_core.outline.labels import beside, in_mail_head, quotes
from timeline_core.outline.lines import Line, lines
from timeline_core.outline.notes import cited, tells_when_read, with_notes, without_cited
from timeline_core.outline.records import WHAT, WHEN, with_records
from timeline_core.outline.scopes import TOP, Scope, scopes_of
from timeline_core.outline.sittings import with_sittings
from timeline_core.outline.speakers import with_speakers
from timeline_core.outline.weekdays import Weekdays, weekdays
from timeline_core.outline.yearless import among_lunar, says_no_year, value, with_lunar_years
from timeline_core.outline.years import Years
from timeline_core.temporal.dateline import MOST_LATE
from timeline_core.temporal.senses.sense import Sense
from timeline_core.text.sentences import is_ended

_SILENT = frozenset({BlockRole.HEADING, BlockRole.BREAK, BlockRole.NOTE, BlockRole.CAPTION, BlockRole.DATELINE})
_SHORT = 40
"""Code points of a line that is no part of a paragraph broken into lines: who signs a letter."""
_DAY_LEVEL = 60
"""Of a heading with a day that only its words show."""
_OWN = frozenset({HeadKind.DATELINE, HeadKind.HEADING, HeadKind.ENTRY, HeadKind.MESSAGE})


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a report, what gives a day among them, and where each such day holds."""

    lines: tuple[Line, ...] = ()
    heads: Mapping[int, Head] = field(default_factory=dict)
    """Number of a line -> the head on it."""
    parts: tuple[tuple[Span, ...], ...] = ()
    """Of each line, what tells something, each part apart from the others; nothing of a heading, a label, a note."""
    scopes: tuple[Scope, ...] = ()
    """In text order, an outer one before those inside it."""
    years: Mapping[int, Head | None] = field(default_factory=dict)
    """Place of a mention whose year is said above it -> where; None for the title."""
    open: frozenset[int] = frozenset()
    """Places of mentions whose year nobody can tell."""
    weekdays: Weekdays = field(default_factory=lambda: Weekdays({}))
    """What the weekdays count from that are headings."""
    mentions: tuple[Mention, ...] = ()
    """Those given, with the years that are said above them."""
    published: Head | None = None
    """Where the report itself says its day."""


def outline(
    text: str, blocks: Sequence[Block], mentions: Sequence[Mention], words: OutlineWords, title: str = ""
) -> Outline:
    """What each part of the report counts from; knows nothing of the day on which it was published.

    Args:
        blocks: as the file marks them.
        mentions: of the text, in its order.
        title: of the report, where that stands apart from its text.
    """
    sources = cited(text, mentions, words)
    mentions = [
        mention
        for mention in in_one_order(text, mentions)
        if not (tells_when_read(text, mention, words) or any(one.covers(mention.span) for one in sources))
    ]
    plain = lines(text, blocks, frozenset(mention.span.start for mention in mentions))
    plain = tuple(without_cited(line, sources, text) for line in plain) if sources else plain
    mentions = with_stated(plain, mentions, words)
    mentions = among_lunar(text, plain, mentions)
    mentions, lunar = with_lunar_years(text, plain, with_day_numbers(text, plain, mentions))
    starts = [mention.span.start for mention in mentions]
    found, records = with_records(text, plain, mentions, words)
    found = tuple(with_columns(text, found, words))
    found = tuple(with_asides(text, found, words))
    found = tuple(with_notes(text, found, frozenset(starts), words))
    found = tuple(with_speakers(text, found, frozenset(starts), words))
    heads = with_sittings(text, found, _heads(found, mentions, starts, text, words), mentions, words)
    heads = _apart(text, found, {**heads, **records}, words)
    years = Years(text, found, heads, mentions, title)
    scopes = scopes_of(found, years.heads, blocks)
    filled, dated_mentions = years.filled(scopes)
    filled = {**filled, **lunar}
    parts = tuple(_parts(text, line, years.heads.get(number), words) for number, line in enumerate(found))
    published = _published(text, found, years.heads, mentions)
    days = weekdays(found, years.heads, dated_mentions, scopes)
    undated = frozenset((*years.open, *_without_base(years.heads, dated_mentions)))
    return Outline(found, years.heads, parts, scopes, filled, undated, days, dated_mentions, published)


def other_day(outline: Outline, given: When | None) -> Head | None:
    """Where the report says another day than it was given; None where it was put out a day or two after its own."""
    head = outline.published
    if given is None or given.days is None or head is None or head.when is None or head.when.days is None:
        return None
    own = head.when.days
    met = own[0] <= given.days[1] and given.days[0] <= own[1]
    late = 0 <= (given.days[0] - own[1]).days <= MOST_LATE
    return None if met or late else head


def _heads(
    found: Sequence[Line], mentions: Sequence[Mention], starts: Sequence[int], text: str, words: OutlineWords
) -> dict[int, Head]:
    heads: dict[int, Head] = {}
    for number, line in enumerate(found):
        if line.field:
            continue
        first = bisect_left(starts, line.body.start)
        apart = _stands_apart(text, found, number)
        head = row_of(line, mentions, first, words) or of_year(text, line, words) if line.cells else None
        head = head or head_of(text, line, mentions, first, words, apart=apart)
        head = head or of_week(text, line, mentions, first, words)
        if head is not None or first < len(mentions):
            head = _of_mail(found, number, head, text, words, mentions, first)
        if head is not None:
            heads[number] = head
    return {**heads, **chapters(text, found, heads), **unread(text, found, heads)}


def _without_base(heads: Mapping[int, Head], mentions: Sequence[Mention]) -> Iterator[int]:
    """The entries that count from the one above them ("The next day: …") where nobody can tell the day of that."""
    open_ = False
    for _, head in sorted(heads.items()):
        meaning = mentions[head.mention].meaning if head.mention >= 0 else None
        counts = isinstance(meaning, Sense) and meaning.anaphoric
        open_ = head.kind is HeadKind.ENTRY and head.when is None and (open_ if counts else head.mention < 0)
        if open_ and counts:
            yield head.mention


def _stands_apart(text: str, found: Sequence[Line], number: int) -> bool:
    """True for a line at the top or the foot of a report that goes on with no sentence above it."""
    if not number:
        return True
    above = found[number - 1]
    begins = found[number].span.start - above.span.end > len("\n") or len(above.span) <= _SHORT
    ended = is_ended(above.span.of(text)) or above.role is BlockRole.HEADING
    return (number < TOP or number >= len(found) - TOP) and (begins or ended)


def _of_mail(
    found: Sequence[Line],
    number: int,
    head: Head | None,
    text: str,
    words: OutlineWords,
    mentions: Sequence[Mention],
    first: int,
) -> Head | None:
    """The day on top of a mail within the text, or in the line above its words, holds for that mail alone."""
    line = found[number]
    mention = mentions[first] if first < len(mentions) and mentions[first].span.end <= line.body.end else None
    when = value(mention.meaning) if mention is not None else None
    if mention is None or when is None:
        return head
    author = quotes(text, found, number, words)
    kind = HeadKind.MESSAGE if author is not None else HeadKind.DATELINE
    if author is None and (head is None or head.kind is not HeadKind.PUBLISHED):
        return head
    if author is None and not in_mail_head(text, found, number, words):
        return head
    return Head(kind, line.span, mention.span, when, first, author=author, quoted=author is not None)


def _apart(text: str, found: Sequence[Line], heads: dict[int, Head], words: OutlineWords) -> dict[int, Head]:
    """The only entry, where it is the day of the report itself, as such.

    Where several lines say "Published: …", each with another day, each holds for what follows it; what stands below one
    of several that say "Date: …" is of its day, as in the log of an office.
    """
    entries = [number for number, head in heads.items() if head.kind is HeadKind.ENTRY]
    if len(entries) == 1 and 0 < entries[0] < TOP and beside(text, found[entries[0]], heads[entries[0]]):
        heads[entries[0]] = replace(heads[entries[0]], kind=HeadKind.PUBLISHED, span=found[entries[0]].span)
    if (imprint := _imprint(found, heads)) is not None:
        heads[imprint] = replace(heads[imprint], kind=HeadKind.PUBLISHED)
    days = {head.when for head in heads.values() if head.kind is HeadKind.PUBLISHED}
    if len(days) <= 1:
        return heads
    return {
        number: _each(text, head, words) if head.kind is HeadKind.PUBLISHED else head for number, head in heads.items()
    }


def _imprint(found: Sequence[Line], heads: Mapping[int, Head]) -> int | None:
    """The month alone on top of a report, where it heads no chronology: when the report was put out, "June 2020"."""
    if len(heads) != 1:
        return None
    [(number, head)] = heads.items()
    month = head.kind is HeadKind.HEADING and head.when is not None and head.when.precision is Precision.MONTH
    return number if month and 0 < number < TOP and not found[number].level else None


def _each(text: str, head: Head, words: OutlineWords) -> Head:
    """One of several days with a label: of what stands below it, where the label says no more than that it is a day."""
    label = text[head.span.start : head.date.start].strip("*_#: ")
    if words.holds(label) == WHEN:
        return replace(head, kind=HeadKind.HEADING, level=_DAY_LEVEL)
    return replace(head, kind=HeadKind.DATELINE)


def _published(text: str, found: Sequence[Line], heads: Mapping[int, Head], mentions: Sequence[Mention]) -> Head | None:
    """Where the report says its own day: on a line with that label, or in its only dateline or day line, on top."""
    labelled = [head for head in heads.values() if head.kind is HeadKind.PUBLISHED]
    if labelled:
        return labelled[0]
    own = [(number, head) for number, head in heads.items() if head.kind in _OWN and not head.leads]
    own = [one for one in own if one[1].when is not None or not _counts_from_day(one[1], mentions)]
    if len(own) != 1:
        return None
    [(number, head)] = own
    above = [line.span.of(text) for line in found[:number]]
    on_top = number < TOP and not any(map(is_ended, above))
    signed = head.kind is HeadKind.DATELINE and number == len(found) - 1
    apart = head.kind is HeadKind.DATELINE or (head.kind is HeadKind.HEADING and not found[number].level)
    return head if (on_top and apart) or signed else None


def _counts_from_day(head: Head, mentions: Sequence[Mention]) -> bool:
    """True for a heading that only counts from the report's own day: "Next week"."""
    meaning = mentions[head.mention].meaning if head.mention >= 0 else None
    return meaning is not None and meaning.relative and not says_no_year(meaning)


def _parts(text: str, line: Line, head: Head | None, words: OutlineWords) -> tuple[Span, ...]:
    """The parts of a line that tell something, each apart from the others; none of a heading or a label."""
    if line.cells and line.role is BlockRole.ROW:
        return telling(text, line, head, words)
    if line.role in _SILENT or line.cells or line.field not in ("", WHAT):
        return ()
    if line.field:
        return (line.body,) if len(line.body) else ()
    if head is None:
        return (line.body,) if len(line.body) else ()
    left = Span(min(head.span.end, line.span.end), line.span.end)
    return (left,) if len(left) else ()
