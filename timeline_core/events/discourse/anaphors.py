"""Anaphors: nouns that stand for a happening in words that tell of something else.

"A crater was left by the strike", «ومن بين القتلى طفلان», "freed hours after the verdict": the clause of each is one
more quote of what it stands for.

Source:
    Definite descriptions as anaphors (Heim 1982); bridging from an act to those who suffered it (Clark 1975).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_core.events.discourse.traces import (
    PREVENT,
    goes_on,
    is_action,
    is_definite,
    is_led,
    is_of_violence,
    only_places,
)
from timeline_core.events.limits import limit_of
from timeline_core.events.report_reading import Reading
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span
from timeline_core.model.verdict import Limit
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import above, clause_extent
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Group, Kind, Link, Predicate, Tree, Unit

_FEWEST = 2
"""Words that tell something, in a quote."""


class Anaphor(NamedTuple):
    """One noun that may stand for what was told."""

    at: int
    """Where it stands in the text."""
    quote: Span
    """The words of its clause; where that only came before or after it, those of the noun."""
    words: Span
    """Those of the noun alone, with what stands behind it."""
    lemmas: frozenset[str]
    """Of the noun, and of the actions that belong to it: of "the report of the raid" both."""
    known: bool
    """It is definite, so that it was told before; else it may be told further on: "after a raid on the port"."""
    beside: bool
    """Something else happened before or after it, or upon it."""
    concept: str
    """Its class, where it is a noun of action."""
    deeds: frozenset[str]
    """What was told that it can go on telling of."""
    about: frozenset[str]
    """Lemmas of the nouns that say which one is meant: "the attack on the clinic"."""
    of_violence: bool
    """It is of weapons, ruins or victims: "the dead"."""
    any_happening: bool
    """It may stand for any: "the incident"."""
    leads: bool
    """Its clause is about it: it is the subject, or that in which or after which something happened."""
    said: bool
    """It stands in what somebody says, and not beside the verb of saying: "blamed the army for the raid"."""
    within: bool
    """Something happened in it, or during it: "two died in the raid"."""
    when: tuple[When, ...]
    """The days that its clause gives."""
    persons: frozenset[str]
    places: frozenset[str]
    """Where it was, in its own words."""


class Anaphors:
    """Those of the sentences of one report."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees

    def of(self, sentence: Sentence) -> Iterator[Anaphor]:
        """Those of a sentence, in order; a noun that a date dates tells of its own happening."""
        tree = self._trees.of(sentence)
        if tree is None or sentence.phrasing.topics.turns_away.at(sentence.run, 0) is not None:
            return
        grammar = self._trees.grammar(sentence)
        dated = {id(date.noun) for date in tree.dates} | {
            id(one.predicate.group) for one in tree.dates if one.predicate
        }
        for group in tree.groups:
            if group.kind != NOUN or group.clause is None or group.listed or id(group) in dated:
                continue
            known = is_definite(group, sentence.phrasing.clauses.definite)
            if known or is_action(group.head):
                found = self._of_group(group, sentence, tree, grammar, known=known)
                if found is not None:
                    yield found

    def _of_group(
        self, group: Group, sentence: Sentence, tree: Tree, grammar: Grammar, *, known: bool
    ) -> Anaphor | None:
        action = is_action(group.head)
        deeds = goes_on(group, sentence)
        through = not action or group.head.concept == PREVENT
        inner = frozenset(one.lemma for one in group.units if through and one is not group.head and _is_told_of(one))
        violence, general = is_of_violence(group.head, sentence, grammar), grammar.names("happenings", group.head)
        if not (deeds or action or violence or general or inner):
            return None
        head, behind = group.clause.head if group.clause is not None else None, _behind(group, tree)
        words = group.span if behind is None else group.span.hull(behind.span)
        subject, led = head is not None and head.subject is group, is_led(group, grammar)
        placed = only_places(group, sentence, tree, grammar)
        own = next((one for one in tree.predicates if one.group is group), None)
        if not (subject or led or placed) and _tells_itself(head):
            return None
        if not (_is_real(own) and (not _is_ahead(head) if led else _is_real(head))):
            return None
        only = placed or (subject and _comes_after(group, sentence, tree, grammar))
        quote = Span(group.head.start, words.end) if only else _extent(group, tree)
        if sentence.content_words(sentence.range_of(quote)) < _FEWEST:
            return None
        units = (*group.units, *(behind.units if behind is not None else ()))
        nouns = (unit for unit in units if unit.kind in (Kind.NOUN, Kind.DEFINITE) and unit is not group.head)
        days = (one.when for one in self._reading.expressions_in(quote))
        return Anaphor(
            at=group.head.start,
            quote=quote,
            words=Span(group.head.start, words.end),
            lemmas=inner | {group.head.lemma},
            known=known,
            beside=placed or grammar.has("upon", group.lead),
            concept=group.head.concept if action else "",
            deeds=deeds,
            about=frozenset(unit.lemma or unit.word for unit in nouns) - inner,
            of_violence=violence,
            any_happening=general,
            leads=subject or led or placed,
            said=any(
                one.link in (Link.CONTENT, Link.QUOTE)
                for one in (above(group.clause) if group.clause is not None else ())
            ),
            within=led and not placed,
            when=tuple(day for day in days if day is not None),
            persons=self._reading.persons(self._reading.names_in(words, ACTOR)),
            places=frozenset(self._reading.names_in(words, PLACE)),
        )


def _extent(group: Group, tree: Tree) -> Span:
    """The words of its clause."""
    span = clause_extent(tree, group.clause) if group.clause is not None else None
    return span if span is not None and span.overlaps(group.span) else group.span


def _comes_after(group: Group, sentence: Sentence, tree: Tree, grammar: Grammar) -> bool:
    """Its clause tells of something that was before or after it: "the raid comes days after a truce was signed"."""
    behind = (one for one in tree.groups if one.at > group.at and one.clause is group.clause and one.kind == NOUN)
    return any(only_places(one, sentence, tree, grammar) for one in behind)


def _is_told_of(unit: Unit) -> bool:
    """It is a noun of action that is news: "the report of the *raid*", not "the *defence* team"."""
    return is_action(unit) and "news" in unit.marks and "says" not in unit.marks


def _behind(group: Group, tree: Tree) -> Group | None:
    """What a preposition leads to right behind it."""
    following = tree.groups[group.at + 1] if group.at + 1 < len(tree.groups) else None
    led = following is not None and following.kind == NOUN and following.lead and following.clause is group.clause
    return following if led else None


def _tells_itself(head: Predicate | None) -> bool:
    """Its clause is news or a statement, of which the noun is only the object: "appealed against the verdict"."""
    return head is not None and not head.head.marks.isdisjoint({"news", "says"})


def _is_ahead(head: Predicate | None) -> bool:
    """What happens in it is still to come: "it will be signed at the summit"."""
    return head is not None and limit_of(head, day=True) is Limit.PLANNED


def _is_real(told: Predicate | None) -> bool:
    """It is not wanted, planned, supposed or denied."""
    return told is None or limit_of(told, day=True) in (Limit.NONE, Limit.STATE)
