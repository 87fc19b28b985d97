"""`NewEvent`: an event that a person makes of words of a report, as asked for, and the decision that makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_core.decisions.by_hand import AROUND, LONGEST_QUOTE, LONGEST_TITLE, values_of
from timeline_core.model.decision import Act, Decision, Hold, Target
from timeline_core.model.event import Kind
from timeline_core.model.report import Published, Report
from timeline_core.model.span import Span
from timeline_core.model.when import When
from tui.commands.shared.decision_words import DecideError, Table

if TYPE_CHECKING:
    from timeline_core.decisions.reading_words import WordsRead


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What was asked for; what is empty is read in the words."""

    report: str
    """Its id, or the beginning of it or of its hash."""
    words: str = ""
    """As they stand there, white space aside; needed where there is no `span`."""
    span: Span | None = None
    date: str = ""
    title: str = ""
    kind: str = ""


def report_of(asked: NewEvent, table: Table) -> Report:
    """The report of that id, or of an id or hash that begins so.

    Raises:
        DecideError: none or several.
    """
    reports, said = table.timeline.reports, asked.report.strip()
    exact = table.timeline.report(said)
    if exact is not None:
        return exact
    found = [one for one in reports if said and (one.id.startswith(said) or one.sha256.startswith(said))]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found[:10]) + (", …" if len(found) > 10 else "")
        raise DecideError(f"several reports begin with «{said}» ({ids}); write one of them")
    raise DecideError(f"no report is called «{said}»; «waqai reports» lists them")


def span_of(asked: NewEvent, report: Report) -> Span:
    """Where its words stand.

    Raises:
        DecideError: nowhere, or at several places, or they are too long for one event.
    """
    span = asked.span or _found(asked.words, report)
    if not span.of(report.text).strip():
        raise DecideError("write the words of the report that tell of the event: --words “…”")
    if len(span) > LONGEST_QUOTE:
        raise DecideError(f"these are {len(span):,} letters; an event is made of {LONGEST_QUOTE:,} at most")
    return span


def _found(words: str, report: Report) -> Span:
    parts = words.split()
    if not parts:
        return Span(0, 0)
    found = [*re.finditer(r"\s+".join(map(re.escape, parts)), report.text)]
    if len(found) == 1:
        return Span(*found[0].span())
    shown = " ".join(parts)[:60]
    if found:
        raise DecideError(
            f"«{shown}» stands at {len(found)} places of «{report.id}»; write more of the words around it"
        )
    raise DecideError(f"«{shown}» does not stand in «{report.id}»; copy the words as they are in the report")


def counted_from(published: Published, today: date) -> date:
    """The day that typed words like “yesterday” are counted from: that of the report, where it is known to the day."""
    first = published.when.first if published.when is not None else None
    return first if first is not None and first == (published.when and published.when.last) else today


def read_in(table: Table, report: Report, span: Span) -> WordsRead:
    """What the program reads in these words."""
    from timeline_core.decisions.reading_words import read_words

    return read_words(report, table.timeline.published.get(report.id, Published()), span, table.known)


def draft_new(table: Table, asked: NewEvent, who: str) -> Decision:
    """The decision to record.

    Raises:
        DecideError: the report, the words, the date or the kind cannot be understood.
    """
    report = report_of(asked, table)
    found = read_in(table, report, span_of(asked, report))
    said, kind = found.said, _kind(asked.kind) or found.kind.value
    if asked.date.strip():
        said = replace(said, when=_typed(asked.date, report, table), typed=" ".join(asked.date.split()), read=None)
    elif found.dates:
        dates = ", ".join(f"«{one.text}»" for one in found.dates)
        raise DecideError(f"these words say several dates ({dates}); say which with --date")
    if asked.title.strip():
        said = replace(said, title=" ".join(asked.title.split())[:LONGEST_TITLE])
    text, span = report.text, found.span
    before, behind = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    hold = Hold(report.sha256, span.start, span.end, span.of(text), before, behind, kind)
    return Decision("", Act.NEW, "", who, (Target("", (hold,), said.title),), values_of(said))


def _typed(words: str, report: Report, table: Table) -> When:
    from timeline_core.view.typed_date import typed_date

    day = counted_from(table.timeline.published.get(report.id, Published()), table.today)
    value = typed_date(words, day, table.known.languages.values())
    if value is None or len(words) > 500:
        raise DecideError(f"no date can be read in «{words[:60]}»; 2023-02-10, 2023-02 or “10 February 2023” are")
    return When(value)


def _kind(said: str) -> str:
    if said and said not in frozenset(Kind):
        raise DecideError(f"no kind is called «{said}»; there are {', '.join(Kind)}")
    return said
