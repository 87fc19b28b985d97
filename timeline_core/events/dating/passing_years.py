"""Years that a report names in passing: of a noun or a relative clause, so that no story is of them.

«احترقت المكتبة التي شيدت عام 1952 في نيسان», "the player, a champion in 2018, retired in March": April and March are
counted from the report. The year of a main clause may open a story: "In 2020 the bank opened a branch, and in March …".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline_core.events.report_reading import Reading
from timeline_core.events.trees import Trees
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.syntax.tree.values import DateWord, Link
from timeline_core.temporal.senses.dates import Weekday
from timeline_core.temporal.senses.sense import Sense
from timeline_core.temporal.told_dates import stands

_PARTICIPLE = "participle"


def open_years(mentions: Sequence[Mention]) -> list[Span]:
    """The bare years behind which a date without a year stands, that may be counted from them.

    Args:
        mentions: of a text, in its order.
    """
    found: list[Span] = []
    last = max((place for place, mention in enumerate(mentions) if _recurs(mention)), default=0)
    for mention in mentions[:last]:
        value = stands(mention)
        if value is not None and value.precision is Precision.YEAR:
            found.append(mention.span)
    return found


def years_in_passing(reading: Reading, trees: Trees, years: Collection[Span]) -> frozenset[Span]:
    """Those of the years that their sentence only names in passing."""
    passing: set[Span] = set()
    for year in years:
        for sentence in reading.sentences.overlapping(year):
            tree = trees.of(sentence)
            dates = tree.dates if tree is not None else ()
            passing.update(date.span for date in dates if date.span == year and _is_passing(date))
    return frozenset(passing)


def _is_passing(date: DateWord) -> bool:
    verb = date.predicate
    aside = verb is not None and (verb.link is Link.RELATIVE or verb.kind == _PARTICIPLE)
    return aside or date.noun is not None


def _recurs(mention: Mention) -> bool:
    sense = mention.meaning
    return isinstance(sense, Sense) and sense.recurs and not isinstance(sense, Weekday)
