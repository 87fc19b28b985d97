"""Sayings as words of their sentence: who said or denied something, and what was said.

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from timeline_core.events.clause_words import ClauseWords, is_bare
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.speech import opens_content
from timeline_core.syntax.tree.groups import MARK
from timeline_core.syntax.tree.marks import COLON, OPENS
from timeline_core.syntax.tree.values import Clause as TreeClause
from timeline_core.syntax.tree.values import Group, Link, Predicate
from timeline_core.syntax.word_range import WordRange

_STATEMENTS = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})
_INSIDE = frozenset({Link.CONTENT, Link.COMPLEMENT, Link.QUOTE, Link.PURPOSE})


class ClauseSayings:
    """The sayings of one sentence."""

    def __init__(self, words: ClauseWords) -> None:
        self._words, self._tree = words, words.tree

    @staticmethod
    def denial_above(predicate: Predicate) -> Predicate | None:
        """The denial that the predicate is, or whose content it is."""
        return next((one for one in _parents(predicate) if one.denies), None)

    def clause(self, predicate: Predicate, span: Span) -> Clause:
        """The saying, with what it says. `span`: the words of its clause."""
        head, denied = self._words.of(predicate.span)[0], predicate.denies
        content = self._told_before(predicate)
        if content is not None:
            whole = self._words.of(content.hull(span))
            found = Clause(whole, whole, said=True, head=head, denied=denied, predicate=predicate)
            speaker = self._speaker(predicate, content, denied=denied)
            return replace(found, speaker=speaker, content=self._words.of(content))
        words = self._words.of(span)
        whole, aside = self._words.whole(predicate.clause, words), self._words.aside(predicate)
        return Clause(words, whole, said=True, head=head, denied=denied, skips=aside, predicate=predicate)

    def _told_before(self, predicate: Predicate) -> Span | None:
        """What is said, where it stands before the saying: "…, the army said", «…، وفق ما قالت الشرطة»."""
        told = predicate.content
        if told is not None:
            span = self._words.statement(told.clause)
            return span if span is not None and span.start < predicate.span.start else None
        clause = predicate.clause
        aside = clause.link is Link.RELATIVE and clause.comma and predicate.subject is not clause.host
        if clause.link is Link.SOURCE or (aside and predicate.denies):
            return self._told_above(clause, predicate)
        return None

    def _told_above(self, clause: TreeClause, predicate: Predicate) -> Span | None:
        """The statement that a source is named for, up to where it is named."""
        statement = next((one for one in _outer(clause.above) if one.link in _STATEMENTS), None)
        span = self._words.statement(statement) if statement is not None else None
        opener = clause.opener.span.start if clause.opener is not None else predicate.span.start
        if span is None or span.start >= opener:
            return None
        inside = (group for group in self._tree.groups if span.start <= group.span.start and group.kind != MARK)
        ends = [group.span.end for group in inside if group.span.end <= opener]
        return Span(span.start, ends[-1]) if ends else None

    def _speaker(self, predicate: Predicate, told: Span, *, denied: bool) -> WordRange:
        """Who says it: before the verb, else behind it; of a denial the verb too."""
        clause = predicate.clause
        own = [group for group in self._tree.groups if group.clause is clause and group.span.start >= told.end]
        before = [group for group in own if group.at < predicate.group.at and group is not clause.opener]
        behind = [group for group in own if group.at > predicate.group.at]
        found = before if any(is_bare(group) for group in before) else behind
        span = found[0].span.hull(found[-1].span) if found else predicate.span
        return self._words.of(span.hull(predicate.span) if denied else span)

    def content(self, predicate: Predicate) -> Predicate | Group | None:
        """What the saying says: a clause, or an action that is its object («أعلن الجيش مقتل …»)."""
        told = predicate.content
        if told is not None:
            return told
        behind = (one for one in predicate.clause.predicates if one.group.at > predicate.group.at)
        found = next((one.group for one in behind if one.kind == "noun" and self._is_object(one.group)), None)
        if found is not None and (self._is_inside_quotation(predicate, found) or self._is_before_words(found)):
            return None
        other = found is not predicate.object and opens_content(predicate, self._tree.groups)
        return None if other else found

    def _is_inside_quotation(self, predicate: Predicate, group: Group) -> bool:
        """It stands further on in words that are quoted: «قال "لدينا 30 عقدا"», not «أعلن "إرجاء" الرحلة»."""
        between = self._tree.groups[predicate.group.at : group.at - 1]
        return any(one.role.startswith(OPENS) and one.partner > group.at for one in between)

    def _is_before_words(self, group: Group) -> bool:
        """What was said is quoted behind it: «قال المشرف على النقل "نحن راضون"», not «أعلن إطلاق "المنصة"».

        With a colon it may stand further on: «قال المدير ردا على طلب بإلغاء السباق: "لا أرى ذلك"».
        """
        behind = self._tree.groups[group.at + 1 :]
        if any(one.role == COLON and two.role.startswith(OPENS) for one, two in pairwise(behind)):
            return True
        return (
            bool(behind) and behind[0].role.startswith(OPENS) and len(behind[1 : behind[0].partner - group.at - 1]) > 1
        )

    def _is_object(self, group: Group) -> bool:
        """It is said, or led to by a word that gives no time («أعلن عن تنفيذ»); no owner («رئيس لجنة للانتخابات»)."""
        grammar = self._words.grammar
        whose = grammar.has("of", group.lead)
        return (len(group.lead) <= 1 and not whose) or grammar.has("no_time", group.lead)

    def pronoun(self, predicate: Predicate) -> str:
        """`he` or `she` where the word that opens the clause holds its subject («أنه», «أنها»)."""
        opener, words = predicate.clause.opener, self._words
        if opener is None:
            return ""
        hit = words.sentence.phrasing.speech.openers.at(words.sentence.run, words.of(opener.span)[0])
        concept = hit.concept if hit is not None and hit.concept in ("he", "she") else ""
        return "" if concept == "he" and "feminine" in predicate.head.marks else concept


def _outer(clause: TreeClause | None) -> Iterator[TreeClause]:
    while clause is not None:
        yield clause
        clause = clause.sister if clause.sister is not None else clause.above


def _parents(predicate: Predicate) -> Iterator[Predicate]:
    """The predicate, and those whose content or object it is."""
    one: Predicate | None = predicate
    while one is not None:
        yield one
        one = one.parent if one.link in _INSIDE else None
