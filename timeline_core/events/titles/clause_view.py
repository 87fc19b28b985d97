"""`ClauseView`: what a title must know of the clause that it is made of: its predicate, and which words must stay.

Source:
    DESIGN.md section 5: a title is built from subject, verb and object.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, DATE, JOINT, MARK, NOUN, OPENER, RELATIVE
from timeline_core.syntax.tree.marks import ASIDE, ASIDE_END, COMMA, STOP
from timeline_core.syntax.tree.values import ACTION, PHASE, DateWord, Group, Kind, Link, Predicate, Tree, Unit
from timeline_core.text.fold import folded


class ClauseView:
    """The clause of one predicate in its sentence."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, predicate: Predicate | None) -> None:
        self.sentence, self.tree, self.grammar = sentence, tree, grammar
        self.predicate = predicate if predicate is not None else _first(tree)

    @cached_property
    def told(self) -> Sequence[Predicate]:
        """Its predicate, and of a saying those of what is said."""
        found, one = list[Predicate](), self.predicate
        while one is not None:
            found.append(one)
            one = one.content
        return found

    @property
    def told_last(self) -> Predicate | None:
        """The innermost of them: what is said."""
        return next(reversed(self.told), None)

    @cached_property
    def needed(self) -> Sequence[Span]:
        found = list[Span]()
        for one in self.told:
            groups = (one.group, one.subject, one.object)
            found += [one.span, *(group.span for group in groups if group is not None)]
        return found

    def asks(self, unit: Unit, lead: str) -> bool:
        """The verb, or the noun made of it, needs what the preposition leads to: «تعرض … لحادث» (valency)."""
        performs = self.grammar.names("performs", unit) and self.grammar.has("together", lead)
        return performs or self.grammar.has("asks_for", f"{folded(unit.lemma)} {lead}")

    def says_nothing(self, span: Span) -> bool:
        """It is a saying, and neither an object nor a clause tells what is said: what it says may be any word."""
        one = self.predicate
        if one is None or "says" not in one.head.marks or one.object is not None or not span.covers(one.span):
            return False
        wanted = (other for other in self.tree.predicates if other.parent is one and other.link is Link.CONDITION)
        asked = "wants" in one.head.marks and any(wanted)
        return not asked and one.content is None

    def verbless_content(self) -> Group | None:
        """The word that opens what is said, where a noun tells something of another: «قال إن المواقع | لها حماية»."""
        one = self.predicate
        behind = self.tree.groups[one.group.at + 1 :] if one is not None and "says" in one.head.marks else ()
        opens = (group for group in behind if group.kind == OPENER and group.clause is not None)
        return next((group for group in opens if group.clause is not None and group.clause.link is Link.CONTENT), None)

    def may_be_told(self, span: Span) -> Group | None:
        """What a saying that tells no object may tell: an action («أكد الدكتور سالم | أهمية الملتقى»), or what it asks
        for by a preposition."""
        one = self.predicate
        if one is None:
            return None
        own = (group for group in one.clause.groups if group.at > one.group.at and group.kind == NOUN)
        return next((group for group in own if span.covers(group.span) and self._may_tell(group)), None)

    def _may_tell(self, group: Group) -> bool:
        verb = self.predicate
        asked = verb is not None and self.asks(verb.head, group.lead)
        return asked or (not group.lead and not group.listed and ACTION in group.units[0].marks)

    def is_free(self, span: Span) -> bool:
        """Nothing that the title needs stands there."""
        return not any(span.overlaps(one) for one in self.needed)

    def only_dates(self) -> frozenset[Span]:
        """The dates that are all that its verb says: «الموعد سيكون غرة حزيران», "the truce lasts until Friday"."""
        one = self.predicate
        copula = one is not None and COPULA in (one.kind, one.form)
        if one is None or one.object is not None or not (copula or PHASE in one.head.marks):
            return frozenset()
        behind = takewhile(lambda group: group.kind != JOINT, self.tree.groups[one.group.at + 1 :])
        if any(group.kind not in (DATE, MARK) and group is not one.subject for group in behind):
            return frozenset()
        return frozenset(
            date.span
            for date in self.tree.dates
            if date.predicate is one and (copula or self.grammar.has("until", date.group.lead))
        )

    def told_dates(self) -> frozenset[Span]:
        """The dates without which the words around them would be torn; see `only_dates`."""
        return self.only_dates() | {date.span for date in self.tree.dates if self._tears(date)}

    def _tears(self, date: DateWord) -> bool:
        """A verb asks for it («يعود إلى عام 2011»), is told with a time as its subject («يشهد العام الحالي»), or it is
        what makes the noun before it definite («في درس أمس الذي …»)."""
        at = date.group.at
        before, behind = self.tree.groups[max(at - 1, 0)], self.tree.groups[at + 1 : at + 2]
        last = before.units[-1]
        if at == 0 or before.kind == MARK:
            return False
        if date.lead:  # «يعود إلى عام 2011», but not "an agreement | on Monday"
            asked = self.grammar.has("governed", date.lead) and self.asks(last, date.lead)
            return asked and "day" not in date.group.marks
        named = before.kind == NOUN and bool(before.lead) and last.kind is Kind.NOUN
        definite = any(one.kind == RELATIVE for one in behind)
        witness = self.grammar.names("witnesses", last) and "day" not in date.group.marks
        return (named and definite) or (witness and any(one.kind == NOUN and not one.lead for one in behind))

    def is_circumstance(self, group: Group) -> bool:
        """A noun that tells in front why or how something was done: «استمرارا لحملة الوزارة نفذ …»."""
        return self.grammar.has("circumstances", group.units[0].word)

    def is_pause(self, group: Group) -> bool:
        """A comma, or one of two that set something apart."""
        return self.is_stop(group) or (group.kind == MARK and group.role.split()[:1] in ([ASIDE], [ASIDE_END]))

    def is_stop(self, group: Group) -> bool:
        """A comma, but not that of a number ("12,000"), and no dash: it may part the two numbers of a score."""
        if group.kind != MARK or group.role.split()[:1] not in ([COMMA], [STOP]):
            return False
        if self.grammar.has("dash", group.head.word):
            return False
        groups = self.tree.groups
        return group.at + 1 >= len(groups) or groups[group.at + 1].span.start > group.span.end


def _first(tree: Tree) -> Predicate | None:
    """The verb of the sentence itself, else the first one of any clause."""
    heads = [one for one in tree.predicates if one.clause.head is one]
    return next((one for one in heads if one.link is Link.MAIN), heads[0] if heads else None)
