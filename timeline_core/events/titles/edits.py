"""What a title does to the words of the report: dates, sources and asides go, a subject is put in.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline_core.events.titles.hours import lead
from timeline_core.events.titles.length import COMMA
from timeline_core.events.titles.loose_ends import Glue, tidied
from timeline_core.events.titles.marks import APOSTROPHES, COMMAS, EDGES, closed, closed_again, goes_on
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.span import Span
from timeline_core.text.markup import without_markup
from timeline_core.text.sentences import without_marks
from timeline_core.text.words import words

NOTHING_GLUED = Glue()
_ENOUGH = 2_000
"""Code points of a clause that are looked at for its title."""
_BEHIND = re.compile(r"[\s)»]*[،,]")
"""A comma right behind a date."""
_STOPS = ("،", ",", "؛", ":")
_PAIRED = 4
"""Words within which the second of two commas stands that set something apart."""
_QUOTED = re.compile('""|«»|“”|‘’')
_LOOSE = 3
"""Words: what is shorter has not told enough for a comma to end it."""


class Edit(NamedTuple):
    """What a title does to words of the report."""

    span: Span
    words: str | None = ""
    """What it says for them: nothing, or the subject that a pronoun stands for; None of a date."""


def title(
    text: str,
    spans: Sequence[Span],
    dates: Iterable[Span],
    phrasing: Phrasing,
    edits: Sequence[Edit] = (),
    glue: Glue = NOTHING_GLUED,
    *,
    fronted: bool = False,
) -> str:
    """The words of the spans, one after another, without the dates and the words that lead to them.

    Args:
        edits: what else it leaves out, with the commas around it, or says in other words.
        glue: what is known of letters glued to its words.
        fronted: whether a preposition in front leads to words of the clause: «على الفور نقل …», not «على غرار …».
    """
    dates = [*dates]
    told = " ".join(_told(text, span, dates, phrasing, edits).strip(EDGES) for span in spans)
    return tidied(without_markup(without_marks(told)), phrasing, glue, fronted=fronted)


def _told(text: str, span: Span, dates: Iterable[Span], phrasing: Phrasing, edits: Sequence[Edit]) -> str:
    last, end = span.end, closed(text, span)
    edits = [one._replace(span=Span(one.span.start, end)) if one.span.end == last else one for one in edits]
    span = Span(span.start, min(end, span.start + _ENOUGH))
    kept, torn = text[span.start : span.end], goes_on(text, span)
    for one in sorted(_outermost(edits, dates), key=lambda one: one.span, reverse=True):
        if one.span.overlaps(span) or (one.words and span.covers(one.span)):
            start, end = max(one.span.start, span.start) - span.start, min(one.span.end, span.end) - span.start
            kept = _edited(kept[:start], one.words, kept[end:], phrasing)
    return closed_again(kept) if torn else kept


def _outermost(edits: Sequence[Edit], dates: Iterable[Span]) -> list[Edit]:
    """The edits, and the dates as edits, that stand in no other."""
    once = _joined_edits(dict.fromkeys(edits))
    made = [one for one in once if not any(other is not one and other.span.covers(one.span) for other in once)]
    return [*made, *(Edit(date, None) for date in dates if not any(one.span.covers(date) for one in edits))]


def _joined_edits(edits: Iterable[Edit]) -> list[Edit]:
    """The edits, those that leave out words of one another as one: a day between commas, and where it was said."""
    joined = list[Edit]()
    for one in sorted(edits, key=lambda one: one.span):
        last = joined[-1] if joined else one
        if joined and last.words == one.words == "" and last.span.overlaps(one.span):
            joined[-1] = Edit(last.span.hull(one.span))
        else:
            joined.append(one)
    return joined


def _edited(before: str, words_put: str | None, after: str, phrasing: Phrasing) -> str:
    if words_put is None:
        led = before[: lead(before, len(before), phrasing)]
        return _joined(led, without_marks(_unowned(after, phrasing)), phrasing)
    if words_put:
        return f"{before.rstrip()} {words_put} {after.lstrip()}"
    return _closed_up(before if after.strip() else closed_again(before), after, phrasing)


def _closed_up(before: str, after: str, phrasing: Phrasing) -> str:
    """What stood on both sides of a part that goes, without the comma before it and the one that pairs with it.

    One that only closed the part goes where what stands before it leads on: «التاجر [الذي وصل]، إلى المدينة».
    """
    told, stop = before.rstrip(), _BEHIND.match(after)
    if not told.endswith(_STOPS):
        return (
            f"{before} {after[stop.end() :] if stop is not None and _leans(after[stop.end() :], phrasing) else after}"
        )
    return f"{told[:-1]} {after[stop.end() :] if stop is not None else after}"


def _unowned(after: str, phrasing: Phrasing) -> str:
    """What stands behind a date without what is glued to it to say what is its own: "Friday's attack", «أمس فقط»."""
    run = words(after)
    if run and run[0].folded in phrasing.titles.focus_behind and not after[: run[0].start].strip():
        return after[run[0].end :]
    if after[:1] not in APOSTROPHES:
        return after
    return after[run[0].end :] if run and not after[1 : run[0].start].strip() else after


def _joined(before: str, after: str, phrasing: Phrasing) -> str:
    """What stood on both sides of a date; a comma behind it goes too where it would part what hangs together, and so do
    the quotation marks around nothing else."""
    if _QUOTED.fullmatch(before.rstrip()[-1:] + after.lstrip()[:1]):
        return f"{before.rstrip()[:-1]} {after.lstrip()[1:]}"
    stop = _BEHIND.match(after)
    if stop is None and before.rstrip().endswith(COMMAS) and (run := words(after)):
        joins = phrasing.grammar.joined(run[0].folded) and not phrasing.clauses.keeps_first_letter(run[0].folded)
        paired = COMMA.search(after[: run[min(_PAIRED, len(run)) - 1].end + 2]) is not None
        leans = not joins and not paired and not after[: run[0].start].strip()
        return f"{before.rstrip()[:-1]} {after}" if leans else f"{before} {after}"
    if stop is None or before.rstrip()[-1:] in _STOPS:
        return f"{before} {after}"
    leans = _leans(after[stop.end() :], phrasing) or len(words(before)) < _LOOSE
    return f"{before} {after[stop.end() :]}" if leans else f"{before} {after}"


def _leans(after: str, phrasing: Phrasing) -> bool:
    """A preposition opens it."""
    follows = words(after)
    return bool(follows) and phrasing.clauses.leads(follows[0].folded)
