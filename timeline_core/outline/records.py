"""Records: blocks of lines that each name what they hold, as forms and logs of incidents have them.

"Date: 7 March 2021 / Location: Talbiseh / Incident: A bridge fell.", «التاريخ: … / المكان: … / الحادثة: …»: a row of a
table that stands upright. The day holds for the whole record, and only the line that tells what happened tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.yearless import value
from timeline_core.text.fold import CONTROLS, SIGNS
from timeline_core.text.sentences import trim

WHEN, WHERE, WHAT, SOURCE, TITLE, OTHER = "when", "where", "what", "source", "title", "other"
_LABEL = re.compile(
    rf"[*_{CONTROLS}]*(?P<label>[^\W\d_][\w{SIGNS} .'’()/-]{{0,39}}?)[*_]*\s*[:：][*_]*(?!\S*//)[\s{CONTROLS}]*"
)
_WORDS = 4
"""Words of a label."""
_LOOSE = 20
"""Code points beside the day on its line: the day of the week, the hour."""
_MORE = 3
"""Lines that what happened may take beside its first."""
_CELLS = 2
_PLAIN = BlockRole.PARAGRAPH
_TELLING = frozenset({BlockRole.PARAGRAPH, BlockRole.ITEM})


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a record: number of the line, what it holds, its words."""

    number: int
    label: str
    holds: str
    body: Span


def with_records(
    text: str, found: Sequence[Line], mentions: Sequence[Mention], words: OutlineWords
) -> tuple[tuple[Line, ...], Mapping[int, Head]]:
    """The lines, those of records with what they hold; and of each record, the number of its first line, its day."""
    starts = {mention.span.start: place for place, mention in enumerate(mentions)}
    groups = [(group, _day(group, mentions, starts)) for group in _groups(text, found, mentions, starts, words)]
    dated = [(group, day) for group, day in groups if day is not None]
    lines, heads = list(found), dict[int, Head]()
    for group, day in dated:
        told = _told(group, many=len(dated) > 1)
        more = tuple(_goes_on(text, found, group[-1])) if group[-1] is told else ()
        if told is None or (len(dated) == 1 and group[-1].number + len(more) + 1 < len(found)):
            continue
        for one in group:
            holds = WHAT if one is told else OTHER if one.holds == TITLE else one.holds
            lines[one.number] = replace(found[one.number], body=one.body, cells=(), role=_PLAIN, field=holds)
        for number in more:
            lines[number] = replace(found[number], field=WHAT)
        heads[group[0].number] = _head(group, found, mentions[day], day)
    return tuple(lines), heads


def _goes_on(text: str, found: Sequence[Line], last: Field) -> Iterator[int]:
    """The lines right below the last of a record that go on telling: no line stands empty between them."""
    for number in range(last.number + 1, min(last.number + 1 + _MORE, len(found))):
        between = text[found[number - 1].span.end : found[number].span.start]
        if found[number].role is not _PLAIN or found[number].cells or between.count("\n") > 1:
            return
        if _LABEL.match(text, found[number].body.start, found[number].body.end):
            return
        yield number


def _head(group: Sequence[Field], found: Sequence[Line], day: Mention, place: int) -> Head:
    start = found[group[0].number].span.start
    where, source = _of(group, WHERE), _of(group, SOURCE)
    return Head(
        HeadKind.ENTRY,
        Span(start, start),
        day.span,
        value(day.meaning),
        place,
        place=where.body if where else None,
        author=source.body if source else None,
        record=True,
    )


def _groups(
    text: str, found: Sequence[Line], mentions: Sequence[Mention], starts: Mapping[int, int], words: OutlineWords
) -> Iterator[list[Field]]:
    """Labelled lines that follow one another, parted where a label or a day comes again."""
    group: list[Field] = []
    for number, line in enumerate(found):
        field = _field(text, number, line, words)
        if group and (field is None or _comes_again(field, group, mentions, starts)):
            yield group
            group = []
        if field is not None:
            group.append(field)
    if group:
        yield group


def _comes_again(field: Field, group: Sequence[Field], mentions: Sequence[Mention], starts: Mapping[int, int]) -> bool:
    if any(field.label == one.label for one in group):
        return True
    return _day([field], mentions, starts) is not None and _day(group, mentions, starts) is not None


def _field(text: str, number: int, line: Line, words: OutlineWords) -> Field | None:
    if line.role is BlockRole.ROW and len(line.cells) == _CELLS and not any(cell.column for cell in line.cells):
        label, body = line.cells[0].span.of(text), line.cells[1].span
    else:
        hit = _LABEL.match(text, line.body.start, line.body.end) if line.role in _TELLING and not line.cells else None
        if hit is None:
            return None
        label, body = hit["label"], trim(text, Span(min(hit.end(), line.body.end), line.body.end))
    said = phrase(label)
    if not said or len(said.split()) > _WORDS:
        return None
    return Field(number, said, words.holds(said) or OTHER, body)


def _day(group: Sequence[Field], mentions: Sequence[Mention], starts: Mapping[int, int]) -> int | None:
    """The place of the mention that fills the line of the day."""
    for one in group:
        if one.holds != WHEN:
            continue
        for at in range(one.body.start, min(one.body.end, one.body.start + _LOOSE)):
            place = starts.get(at)
            if place is not None and len(one.body) <= len(mentions[place].span) + _LOOSE:
                return place
    return None


def _told(group: Sequence[Field], *, many: bool) -> Field | None:
    """The line that tells what happened; None where it is no record: "Date: …" on top is the day of a report.

    Args:
        many: several days stand so in the report; one alone needs a place and what happened, and nothing below it, to
            be told from the head of a report.
    """
    named, where = _of(group, WHAT), _of(group, WHERE)
    if not many:
        return named if where is not None else None
    others = [one for one in group if one.holds == OTHER and len(one.body)]
    longest = max(others, key=lambda one: len(one.body)) if where is not None and others else None
    return named or _of(group, TITLE) or longest


def _of(group: Sequence[Field], holds: str) -> Field | None:
    return next((one for one in group if one.holds == holds and len(one.body)), None)
