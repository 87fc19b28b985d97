"""Scene: where a clause says that what it tells took place.

«قتل جنديان، فجر الأحد، في بلدة الكرامة» was in al-Karama, whatever stands between; "the president said in Geneva that
a raid hit Mosul" was said in Geneva.

Source:
    Locative arguments and adjuncts of a predicate, told from attributes of its nouns by the path in the tree
    (Gildea and Jurafsky 2002), with rules in the place of learned weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_core.events.roles.beside import Beside
from timeline_core.events.roles.nouns import Nouns
from timeline_core.events.scenes.attributes import Attributes
from timeline_core.model.entry import Named
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import above
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import CIRCUMSTANCES, Group, Link, Predicate, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause

_SAY = "say"
_COMPLETED = frozenset({"plans", "wants", "phase", "modal"})
"""Marks of verbs that tell nothing without the next: "plan to travel"."""


class Scene:
    """The places of one sentence, and which of its clauses tell of something there."""

    def __init__(
        self, sentence: Sentence, tree: Tree, grammar: Grammar, places: Sequence[Named], states: frozenset[Span]
    ) -> None:
        """`places`: all that the sentence names, in order; `states`: which of them are states."""
        self._sentence, self._tree, self._grammar, self._places = sentence, tree, grammar, places
        actions = {id(one.group): one for one in tree.predicates if one.kind == "noun"}
        nouns = Nouns(sentence, grammar, actions)
        self._actions = actions
        spans = [hit.span for hit in places]
        self._beside = Beside(tree, grammar, spans, actions, nouns)
        self._attributes = Attributes(sentence, tree, grammar, self._beside, spans, states)

    def of(self, clause: Clause, span: Span, *, by_outlet: bool = False) -> list[Named]:
        """The places in the slots of its predicates, in order of mention.

        Args:
            span: the words of the clause, with those of its date.
            by_outlet: an outlet says what it tells.
        """
        saying = self._saying(clause)
        if saying is not None:
            said = [hit for hit in self._places if self._is_said_in(hit, saying)]
            passed_on = not said and not clause.denied and (by_outlet or self._relays(saying))
            return [*self._told_of(saying)] if passed_on else said
        found = [hit for hit in self._places if self._is_told(hit, clause, span) and self._is_located(hit, clause)]
        return found or [*self._shared(clause)]

    def _saying(self, clause: Clause) -> Predicate | None:
        if not (clause.said or clause.denied):
            return None
        heads = (one for one in self._tree.predicates if self._sentence.range_of(one.span)[0] == clause.head)
        return next(heads, None)

    def _is_said_in(self, hit: Named, saying: Predicate) -> bool:
        """It is where somebody said so, led to from the verb or from the statement («في مؤتمر في جنيف»); or where the
        deed was that is announced as a noun («أعلنت الجمارك اعتقال مهرب في سوسة»)."""
        group = self._beside.group_of(hit.span)
        lead = self._beside.lead(group) if group is not None else ""
        if group is None or group.clause is not saying.clause or not lead:
            return False
        host = self._beside.host(group)
        by_speaker = host is saying.subject and not self._grammar.has("of", lead)
        free = host is None or by_speaker or self._grammar.names("notice", host.head)
        return (free or self._announces(host, saying)) and self._is_located(hit)

    def _relays(self, saying: Predicate) -> bool:
        """Who says it only passes it on: «مصادر», "witnesses"."""
        units = saying.subject.units if saying.subject is not None else ()
        return any(self._grammar.names("relays", unit) for unit in units)

    def _told_of(self, saying: Predicate) -> Iterator[Named]:
        """Where that was which is said to have happened: «أفادت مصادر بأن المسلحين انتشروا في الموصل»."""
        told = saying.content
        if told is None or told.polarity != "positive" or told.modality or "happens" not in told.head.marks:
            return
        for hit in self._places:
            group = self._beside.group_of(hit.span)
            if group is not None and group.clause is told.clause and self._is_located(hit):
                yield hit

    def _announces(self, host: Group | None, saying: Predicate) -> bool:
        action = self._actions.get(id(host)) if host is not None else None
        plain = saying.head.concept == _SAY and saying.content is None
        return plain and action is not None and "happens" in action.head.marks and "says" not in action.head.marks

    def _is_located(self, hit: Named, clause: Clause | None = None) -> bool:
        group = self._beside.group_of(hit.span)
        told = clause.predicate.group if clause is not None and clause.predicate is not None else None
        return group is None or not self._attributes.is_attribute(hit.span, group, told)

    # --- the clauses that tell of it -----------------------------------------------------------------------------

    def _is_told(self, hit: Named, clause: Clause, span: Span) -> bool:
        """It stands in the words of the clause, or in a slot of its verb beyond them."""
        group = self._beside.group_of(hit.span)
        inner = group.clause if group is not None else None
        verb = clause.predicate
        if span.covers(hit.span):
            return inner is None or self._belongs(inner, verb, span)
        if inner is None or verb is None or verb.clause.head is not verb:
            return False
        return inner is verb.clause or self._goes_on(inner, verb, hit.span)

    def _belongs(self, inner: TreeClause, verb: Predicate | None, span: Span) -> bool:
        """It holds the predicate, or is no source, and no clause that only says when, why, or who somebody is."""
        outer = [*above(verb.clause)] if verb is not None else []
        for one in above(inner):
            if one in outer:
                return True
            if one.head is not None and (one.link is Link.SOURCE or not self._is_of_it(one.head, span)):
                return False
        return True

    def _is_of_it(self, predicate: Predicate, span: Span) -> bool:
        clause, parent = predicate.clause, predicate.parent
        if predicate.kind == "participle":
            return False
        inside = parent is not None and parent is not predicate and span.covers(parent.span)
        if parent is None or not inside or clause.link not in CIRCUMSTANCES:
            return True
        if clause.link is Link.PURPOSE:
            return bool(_COMPLETED & parent.head.marks)
        return clause.link is Link.RELATIVE and clause.host is not None and id(clause.host) in self._actions

    def _goes_on(self, inner: TreeClause, verb: Predicate, place: Span) -> bool:
        """The same subject goes on there, on no day of its own: "crossed the border and hit Yida", «… ودخلت دوما»."""
        head = inner.head
        if head is None or inner.link is not Link.JOINED or inner.sister is not verb.clause:
            return False
        own = head.subject is not None and not head.subject.span.covers(place)
        return not own and all(date.predicate is not head for date in self._tree.dates)

    def _shared(self, clause: Clause) -> Iterator[Named]:
        """Those of the clause that tells of more, for a deed named in it: «قتلوا في الغوطة خلال هجوم بدأ أمس»."""
        verb = clause.predicate
        if verb is None:
            return
        hosted = verb.clause.link is Link.RELATIVE and verb.clause.host is not None
        outer = verb.clause.above if hosted and id(verb.clause.host) in self._actions else None
        if verb.clause.head is not verb:
            outer = verb.clause
        if outer is None or outer.head is None or "says" in outer.head.head.marks:
            return
        for hit in self._places:
            group = self._beside.group_of(hit.span)
            if group is not None and group.clause is outer and self._is_located(hit):
                yield hit
