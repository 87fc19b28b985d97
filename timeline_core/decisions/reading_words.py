"""What the program reads in words of which a person makes an event: the date and its reason, whom and where they name.

The date is that of the reader of dates, with the verdict that it has in the whole report; nothing is guessed. Where the
words say several days, or none that is sure, the person says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline_core.decisions.by_hand import LONGEST_TITLE, ByHand
from timeline_core.events.accounts import account_of, expressions, read, reading_of
from timeline_core.events.ahead import ahead
from timeline_core.knowledge import Knowledge
from timeline_core.model.event import Kind
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published, Report
from timeline_core.model.span import Span
from timeline_core.model.verdict import Effect, Limit, Verdict
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.text.marks import STOPS
from timeline_core.text.sentences import sentences, trim


class WordsRead(NamedTuple):
    """What was read in the words."""

    span: Span
    """Theirs, without white space at the ends."""
    kind: Kind
    said: ByHand
    dates: tuple[Expression, ...] = ()
    """Where they say several days, of which none is taken: these."""


def read_words(report: Report, published: Published, span: Span, known: Knowledge) -> WordsRead:
    """Read the words of that span of the report, as a part of the whole report.

    Args:
        published: when it was published, as the timeline knows it (`Timeline.published`).
    """
    span = trim(report.text, span)
    one = replace(read(report, known), published=published)
    verdicts = {verdict.span: verdict for verdict in account_of(one, known).verdicts}
    found = [(date, verdicts[date.span]) for date in expressions(one, known) if date.span in verdicts]
    date, several = find_date(span, found)
    reading = reading_of(one, known)
    hits = [*reading.hits_in(span, ACTOR), *reading.hits_in(span, PLACE)]
    lang = next((code for part, code in one.parts if part.overlaps(span) and code), one.report.lang)
    said = ByHand(
        title=title_of(report.text, span),
        when=date.when if date is not None and date.when is not None and date.when.resolved else None,
        lang=lang,
        actors=reading.names_in(span, ACTOR),
        places=reading.names_in(span, PLACE),
        read=date,
        naming=tuple({hit.id: hit.span for hit in reversed(hits)}.items()),
    )
    kind = Kind.PLANNED if date is not None and ahead(date, published.when) else Kind.OCCURRENCE
    return WordsRead(span, kind, said, several)


def title_of(text: str, span: Span) -> str:
    """The first sentence of the words, in one line and without its full stop."""
    first = next(iter(sentences(text, span)), span)
    title = " ".join(first.of(text).split())
    return title.rstrip(STOPS + " ")[:LONGEST_TITLE] or title[:LONGEST_TITLE]


_Dates = Iterable[tuple[Expression, Verdict]]


def find_date(span: Span, dates: _Dates) -> tuple[Expression | None, tuple[Expression, ...]]:
    """Find the date of the words: what dates a verb of theirs, else what stands among them and belongs to no noun.

    Returns:
        The date, or None and the dates between which nothing decides.
    """
    every = [(one, verdict) for one, verdict in dates if verdict.limit is not Limit.MEASURE]
    inside = [(one, verdict) for one, verdict in every if span.covers(one.span)]
    for some in (
        [one for one, verdict in inside if _dates_in(verdict, span)],
        [one for one, verdict in every if _dates_in(verdict, span)],
        [one for one, verdict in inside if verdict.effect is not Effect.NOUN],
    ):
        if some:
            taken = _one_of(some)
            return taken, () if taken is not None else tuple(some)
    return None, ()


def _dates_in(verdict: Verdict, span: Span) -> bool:
    return verdict.effect is Effect.DATES and verdict.words is not None and span.covers(verdict.words)


def _one_of(dates: Sequence[Expression]) -> Expression | None:
    """The finest of them, where the others only say the same less closely; one that is open where all are."""
    known = [(one, one.when) for one in dates if one.when is not None and one.when.days is not None]
    if not known:
        return dates[0] if len(dates) == 1 else None
    finest, day = min(known, key=lambda pair: _days(pair[1]))
    return finest if all(when.covers(day) for _, when in known) else None


def _days(when: When) -> int:
    return (when.days[1] - when.days[0]).days if when.days is not None else 0
