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
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import DateWord, Kind, Link, Predicate, Tree
from timeline_core.temporal.senses.dates import Weekday
from timeline_core.temporal.senses.sense import Sense
from timeline_core.temporal.told_dates import stands

_PARTICIPLE = "participle"
_OF_TIME = "within"
"""The list of prepositions by which a noun may say when something was."""


def years_before_yearless(mentions: Sequence[Mention]) -> list[Span]:
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
            if tree is not None and any(
                _is_aside(date, tree, sentence, trees) for date in tree.dates if date.span == year
            ):
                passing.add(year)
    return frozenset(passing)


def _is_of_thing(date: DateWord, tree: Tree, grammar: Grammar) -> bool:
    """True for the year of a thing or person; «خلال أزمة عام 2008», "in the 2014 season" frame what is told.

    In "the drought of 1931 the mill closed" the noun behind the year begins another phrase.
    """
    noun = date.noun
    if noun is None:
        return False
    lead = noun.lead
    if noun.span.start > date.span.start:
        above = tree.groups[date.group.at - 1] if date.group.at else None
        article = above if above is not None and above.head.kind is Kind.DETERMINER else None
        lead = article.lead if article is not None else date.lead
        if noun.units[0].kind is Kind.DETERMINER:
            return False
    return not (lead and grammar.has(_OF_TIME, lead))


def _is_aside(date: DateWord, tree: Tree, sentence: Sentence, trees: Trees) -> bool:
    """True where it only says of which thing the sentence speaks: of a noun, a relative clause, a participle."""
    verb = date.predicate
    if verb is None:
        return _is_of_thing(date, tree, trees.grammar(sentence))
    return verb.link is Link.RELATIVE or verb.kind == _PARTICIPLE or _is_reduced(verb, tree, sentence, trees)


def _is_reduced(verb: Predicate, tree: Tree, sentence: Sentence, trees: Trees) -> bool:
    """True for a verb beside which the statement stands, with no "and": "the library, built in 1952, burned down"."""
    beside = any(one.parent is verb and one.rule == BESIDE for one in tree.predicates)
    return beside and trees.can_be_participle(sentence, verb)


def _recurs(mention: Mention) -> bool:
    sense = mention.meaning
    return isinstance(sense, Sense) and sense.recurs and not isinstance(sense, Weekday)
