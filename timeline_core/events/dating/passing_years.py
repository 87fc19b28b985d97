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
from timeline_core.syntax.rules.links import BESIDE
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import Link, Predicate
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
            for date in tree.dates if tree is not None else ():
                verb = date.predicate
                if date.span == year and (date.noun is not None or (verb and _is_aside(verb, sentence, trees))):
                    passing.add(year)
    return frozenset(passing)


def _is_aside(verb: Predicate, sentence: Sentence, trees: Trees) -> bool:
    """True for a verb that says of which thing the sentence speaks: a relative clause, a participle."""
    return verb.link is Link.RELATIVE or verb.kind == _PARTICIPLE or _is_reduced(verb, sentence, trees)


def _is_reduced(verb: Predicate, sentence: Sentence, trees: Trees) -> bool:
    """True for a verb beside which the statement stands, with no "and": "the library, built in 1952, burned down"."""
    tree = trees.of(sentence)
    beside = tree is not None and any(one.parent is verb and one.rule == BESIDE for one in tree.predicates)
    return beside and trees.can_be_participle(sentence, verb)


def _recurs(mention: Mention) -> bool:
    sense = mention.meaning
    return isinstance(sense, Sense) and sense.recurs and not isinstance(sense, Weekday)
