"""Denials: whether a sentence, or a saying in it, denies: its own verb or what it says does, and no relative clause.

Source:
    DESIGN.md section 5; polarity belongs to a predicate (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.speech import is_decision
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.values import SAYS, Link, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause
from timeline_core.syntax.tree.values import Kind as UnitKind
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit


def denies(sentence: Sentence, tree: Tree | None, clause: Clause) -> bool:
    """A word of denial stands in these words, and not in a clause that only tells of a noun among them.

    "The office said that 130 had died, a figure which the army did not confirm" denies nothing.
    """
    saying = _clause_at(sentence, tree, clause.head) if clause.said and clause.head >= 0 else None
    here = (hit for hit in denials(sentence, tree) if clause.whole[0] <= hit.at < clause.whole[1])
    told = (hit for hit in here if not _turns_down(sentence, tree, hit.at))
    inside = (hit.at for hit in told if hit.count > 1 or not _is_thing(sentence, tree, hit.at))
    return any(not _is_aside(_clause_at(sentence, tree, at), saying, sentence.run[at].start) for at in inside)


def denials(sentence: Sentence, tree: Tree | None) -> Iterator[Hit]:
    """The words that deny, in order; those that do so only as what somebody says, where a saying holds them.

    «أكد عدم وجود ضحايا», "said there was no evidence".
    """
    for hit in sentence.marks:
        if hit.concept == "denial" or (hit.concept == "weak_denial" and _is_said(sentence, tree, hit.at)):
            yield hit


def _is_said(sentence: Sentence, tree: Tree | None, at: int) -> bool:
    clause, start = _clause_at(sentence, tree, at), sentence.run[at].start
    while clause is not None:
        if clause.head is not None and clause.head.speech == SAYS and clause.head.span.end <= start:
            return True
        clause = clause.sister if clause.sister is not None else clause.above
    return False


def home(sentence: Sentence, tree: Tree | None, at: int) -> WordRange:
    """The words of the clause that holds the word."""
    clause = _clause_at(sentence, tree, at)
    span = clause_extent(tree, clause) if tree is not None and clause is not None else None
    words = sentence.range_of(span) if span is not None else sentence.whole
    return words if words[0] <= at < words[1] else sentence.whole


def stands(sentence: Sentence, tree: Tree | None, at: int) -> bool:
    """What denies there is told in the present: how things are, and no statement of a day: "it denies any link"."""
    last = sentence.run[at].end - 1
    here = (one for one in (tree.predicates if tree is not None else ()) if one.span.start <= last < one.span.end)
    return any("present" in one.head.marks and "past" not in one.head.marks for one in here)


def _turns_down(sentence: Sentence, tree: Tree | None, at: int) -> bool:
    """It refuses what was asked for, and denies nothing: "rejected the appeal"."""
    last = sentence.run[at].end - 1
    here = (one for one in (tree.predicates if tree is not None else ()) if one.span.start <= last < one.span.end)
    return any(is_decision(one) for one in here)


def _is_thing(sentence: Sentence, tree: Tree | None, at: int) -> bool:
    """It is spelled as a verb that denies, and is the noun of another meaning: "disputes over the border"."""
    last = sentence.run[at].end - 1
    units = (unit for group in (tree.groups if tree is not None else ()) for unit in group.units)
    found = next((unit for unit in units if unit.start <= last < unit.end), None)
    return found is not None and found.kind is UnitKind.NOUN and "denies" not in found.marks


def _clause_at(sentence: Sentence, tree: Tree | None, at: int) -> TreeClause | None:
    """The clause of the tree that holds the word."""
    start = sentence.run[at].start
    groups = tree.groups if tree is not None else ()
    return next((group.clause for group in groups if group.span.start <= start < group.span.end), None)


def _is_aside(clause: TreeClause | None, saying: TreeClause | None, start: int) -> bool:
    """A relative clause stands between it and the saying, or the sentence, and does not say it of others.

    «الذين نبهوا إلى عدم وجود جسر»: those who say so deny it.
    """
    while clause is not None and clause is not saying:
        if clause.link is Link.RELATIVE and not _says(clause, start):
            return True
        clause = clause.sister if clause.sister is not None else clause.above
    return False


def _says(clause: TreeClause, start: int) -> bool:
    """Its verb says something, and the word stands in what it says."""
    head = clause.head
    return head is not None and "says" in head.head.marks and start >= head.span.end
