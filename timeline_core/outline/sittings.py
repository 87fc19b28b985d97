"""Days of what sits or is counted: «جلسة يوم 3 أيار 2021», "Hearing of 3 May 2021", "Day 2: …", «اليوم الثاني:».

That of a line that leads to a list of incidents ("The network recorded these attacks on 3 May:") holds for its items.
Several sittings in one report each hold for what stands below them. The second day of a siege, a trial or a journey is
of no calendar: it ends what stood above it, and only a day on its line or right above it dates it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.yearless import says_no_year, value
from timeline_core.text.fold import SIGNS
from timeline_core.text.marks import COMMAS, DASHES

_LONGEST = 6
"""Words before the day of a sitting: "Third session of the appeal, "."""
_LED_LEVEL = 65
"""Of a line that leads to a list: within a day or a dateline, around the entries of the list."""
_FEWEST = 2
_LEVEL = 60
"""Of a heading with a day that only its words show."""
_REST = re.compile(rf"[{DASHES}\s*_#:(\[{COMMAS}/]*(?:\([^()\d\n]{{2,20}}\))?[\s*_.)\]:]*")
"""What may stand behind the day of a heading: a bracket, the day of the week."""
_PARTED = re.compile(rf"[\s*_)\]]*(?::|[{DASHES}](?=\s))[\s*_]*")
_COUNTED = re.compile(
    rf"[*_]*(?P<label>(?P<day>[^\W\d][\w{SIGNS}]*(?: [^\W\d][\w{SIGNS}]*)?) (?:\d{{1,3}}|[^\W\d][\w{SIGNS}-]*))[*_]*"
    rf"(?:\s*(?P<mark>[{DASHES}:.{COMMAS}(]|$)[*_\s]*)"
)
"""The number of a day and the mark behind it: "Day 2: ", «اليوم الثاني - »."""
_BESIDE = 3
"""Words before a day in which a noun can be what was published on it: "a statement of 3 May on the attacks:"."""
_LEADS = frozenset({BlockRole.PARAGRAPH, BlockRole.HEADING})
_ROLES = frozenset({BlockRole.PARAGRAPH, BlockRole.ITEM, BlockRole.HEADING})


def with_sittings(
    text: str, found: Sequence[Line], heads: Mapping[int, Head], mentions: Sequence[Mention], words: OutlineWords
) -> dict[int, Head]:
    """The heads, and those of sittings and of counted days among them."""
    lines = [(number, line) for number, line in enumerate(found) if line.role in _ROLES and not line.cells]
    starts = [mention.span.start for mention in mentions]
    sittings = dict(_sittings(text, lines, mentions, starts, words))
    alone = len(sittings) < _FEWEST
    told = {**heads, **{number: head for number, head in sittings.items() if not (alone and head.sitting)}}
    counted = dict(_counted(text, lines, told, starts, words))
    led = {number: head for number, head in _leading(text, found, mentions, starts, words) if number not in told}
    return {**led, **told, **counted}


def _leading(
    text: str, found: Sequence[Line], mentions: Sequence[Mention], starts: Sequence[int], words: OutlineWords
) -> Iterator[tuple[int, Head]]:
    """Every line that leads to a list of incidents, with its only day: «وثق المركز الهجمات التالية في 3 أيار:».

    A day before their noun may be that on which they were documented.
    """
    for number, (line, following) in enumerate(pairwise(found)):
        first, after = (bisect_left(starts, at) for at in (line.body.start, line.body.end))
        lists = line.role in _LEADS and following.role is BlockRole.ITEM and not following.cells
        if not lists or after - first != 1 or text[line.body.end - 1] != ":" or not _is_day(mentions[first]):
            continue
        date = mentions[first].span
        lead = phrase(text[line.body.start : date.start]).split()
        if words.incidents.isdisjoint(lead) or not words.documents.isdisjoint(lead[-_BESIDE:]):
            continue
        yield (
            number,
            Head(HeadKind.HEADING, line.span, date, value(mentions[first].meaning), first, _LED_LEVEL, leads=True),
        )


def _sittings(
    text: str,
    lines: Sequence[tuple[int, Line]],
    mentions: Sequence[Mention],
    starts: Sequence[int],
    words: OutlineWords,
) -> Iterator[tuple[int, Head]]:
    """Every line that begins with what sits, and its day."""
    for number, line in lines:
        first = bisect_left(starts, line.body.start)
        mention = mentions[first] if first < len(mentions) and starts[first] < line.body.end else None
        if mention is None or not _is_day(mention):
            continue
        date = Span(mention.span.start, mention.span.end)
        said = phrase(text[line.body.start : date.start].strip(f"*_#:(–—-{COMMAS} "))
        run = said.split()
        sits = len(run) <= _LONGEST and any(word in words.sittings for word in run)
        if not sits and not _is_counted(said, words):
            continue
        found = _headed(text, line, date)
        if found is not None:
            yield number, replace(found, when=value(mention.meaning), mention=first, sitting=sits)


def _is_day(mention: Mention) -> bool:
    when = value(mention.meaning)
    return (when is not None and when.precision is Precision.DAY) or (when is None and says_no_year(mention.meaning))


def _headed(text: str, line: Line, date: Span) -> Head | None:
    """The line as a heading, or as the entry of what its day parts from it; None where it goes on as a sentence."""
    rest = _REST.match(text, date.end, line.body.end)
    if rest is not None and rest.end() == line.body.end:
        return Head(HeadKind.HEADING, line.span, date, None, level=line.level or _LEVEL)
    parted = _PARTED.match(text, date.end, line.body.end)
    return None if parted is None else Head(HeadKind.ENTRY, Span(line.span.start, parted.end()), date, None)


def _counted(
    text: str,
    lines: Sequence[tuple[int, Line]],
    heads: Mapping[int, Head],
    starts: Sequence[int],
    words: OutlineWords,
) -> Iterator[tuple[int, Head]]:
    """Every line that begins with the number of a day and says no other; right below a heading it is of its day."""
    for number, line in lines:
        said = _COUNTED.match(text, line.body.start, line.body.end)
        if said is None or number in heads or not _is_counted(phrase(said["label"]), words):
            continue
        if bisect_left(starts, said.end("label")) > bisect_left(starts, said.start("label")):
            continue
        above = heads.get(number - 1)
        alone = said.end() == line.body.end
        at = Span(line.span.start, said.end())
        if above is not None and above.kind is HeadKind.HEADING and above.mention >= 0 and not alone:
            yield number, replace(above, kind=HeadKind.ENTRY, span=at, level=0)
        elif not alone or above is None:
            yield number, Head(HeadKind.HEADING, at, Span(at.start, at.start), None, level=line.level or _LEVEL)


def _is_counted(said: str, words: OutlineWords) -> bool:
    """True for "day 2", «اليوم الثاني», "trial day 2": a word for what is counted, and its number."""
    *counted, _ = said.split() or [""]
    return " ".join(counted) in words.counted_days
