"""References: clauses that tell more of a happening which the report has told, and no happening of their own.

"Five bombs were dropped" and «وأسفر الانفجار عن أضرار» each become one more quote of the raid, and add nothing else.

Source:
    Event coreference and its parts: identity, and membership in one scene (Hovy et al. 2013, "quasi-identity").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from timeline_core.concepts import Concepts
from timeline_core.events.dating.dating import Dating
from timeline_core.events.discourse.mentions import has_passed
from timeline_core.events.discourse.traces import Traces, traces
from timeline_core.events.draft_builder import Drafter
from timeline_core.events.limits import limit_of
from timeline_core.events.report_reading import Reading
from timeline_core.events.trees import Trees
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.model.verdict import Limit
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.values import Link, Predicate, Tree
from timeline_core.syntax.word_range import WordRange
from timeline_core.temporal.quotation import spoken_from

SAY = "say"
"""Class of a plain saying, which neither judges nor asks nor denies."""
_TELLS = frozenset({Link.MAIN, Link.JOINED, Link.CONTENT, Link.TIME, Link.COMPLEMENT, Link.QUOTE})


class Reference:
    """A clause that may tell of what was told; what it tells is drafted when it is first asked for."""

    def __init__(self, make: Callable[[], Draft], predicate: str, traces: Traces, *, may_lapse: bool = False) -> None:
        """`predicate`: its class; `may_lapse`: it happened, so that nothing is lost where it can go on with nothing."""
        self._make, self.predicate, self.traces, self.may_lapse = make, predicate, traces, may_lapse

    @cached_property
    def draft(self) -> Draft:
        return replace(self._make(), predicate=self.predicate)


class References:
    """Those of one report."""

    def __init__(self, reading: Reading, trees: Trees, dating: Dating, drafter: Drafter, concepts: Concepts) -> None:
        self._concepts = concepts
        self._reading, self._trees, self._dating, self._drafter = reading, trees, dating, drafter

    def of(self, sentence: Sentence, told: Sequence[Draft], stated: Sequence[Draft] = ()) -> Iterator[Reference]:
        """The clauses of a sentence that are not told by themselves, in order.

        Args:
            told: what the sentence tells by itself.
            stated: its statements, of which no other one is made.
        """
        tree = self._trees.of(sentence)
        if tree is None:
            return
        elsewhere = sentence.phrasing.topics.turns_away.at(sentence.run, 0) is not None
        own = [piece.span for draft in told for piece in draft.evidence if draft.kind is Kind.OCCURRENCE]
        said = [draft.evidence[0].span for draft in stated]
        for head in tree.predicates:
            if head.clause.head is not head or any(one.covers(head.span) for one in own):
                continue
            span = clause_extent(tree, head.clause)
            if span is None:
                continue
            if self._says_more(head, sentence):
                dated = any(date.predicate is head for date in tree.dates)
                if not dated and not any(one.covers(head.span) for one in said):
                    yield self._statement(sentence, head, span, self._traces(sentence, tree, head, span))
                continue
            undated = not elsewhere and not self._reading.expressions_in(span)
            if undated and self._tells(head, sentence):
                yield from self._reference(sentence, head, span, self._traces(sentence, tree, head, span))

    def _says_more(self, head: Predicate, sentence: Sentence) -> bool:
        """Somebody says it who is named or meant: "he added", «وأضاف», «وتابع أن»; not «يذكر أن»."""
        clauses = self._dating.clauses(sentence)
        if clauses is None or head.link not in _TELLS:
            return False
        says = head.head.concept == SAY and head.says
        if not says and (head.content is None or "phase" not in head.head.marks):
            return False
        word = sentence.run[sentence.range_of(Span(head.head.start, head.head.end)).start].folded
        impersonal = "passive" in head.head.marks or word in sentence.phrasing.speech.impersonal
        return not impersonal and head.polarity == "positive" and has_passed(head, clauses)

    def _statement(self, sentence: Sentence, head: Predicate, span: Span, left: Traces) -> Reference:
        """With what is said before it, in sentences of its own too: "'Nobody died. We were asleep,' she said"."""
        clauses, words = self._dating.clauses(sentence), sentence.range_of(span)
        first = clauses.sayings.clause(head, span).words[0] if clauses is not None else words[0]
        whole = WordRange(min(words[0], first), words[1])
        clause = Clause(whole, whole, said=True, head=words.start, predicate=head)
        return Reference(partial(self._spoken, sentence, clause), SAY, left)

    def _spoken(self, sentence: Sentence, clause: Clause) -> Draft:
        """The statement, from where the quotation begins that its sentence ends."""
        told = self._drafter.untitled(sentence, clause, None)
        opened = spoken_from(self._reading.report.text, sentence.span)
        if opened is None:
            return told
        first, *more = told.evidence
        whole = self._drafter.evidence(Span(opened, first.span.end), first.role, first.expression)
        return replace(told, evidence=(whole, *more))

    def _tells(self, head: Predicate, sentence: Sentence) -> bool:
        """Its verb says that something happened, and no mere saying."""
        clauses = self._dating.clauses(sentence)
        if clauses is None or head.kind not in ("verb", "copula") or head.link not in _TELLS:
            return False
        if "says" in head.head.marks or head.says:
            return False
        if limit_of(head, day=True) not in (Limit.NONE, Limit.STATE) or not has_passed(head, clauses):
            return False
        return not clauses.is_conditional(head) and not clauses.is_usual(head)

    def _may_go_on(self, left: Traces) -> bool:
        """It tells of violence, of a class that is news, or by a noun that points back."""
        pointing = left.subject or left.during or left.any_happening or left.goes_with or left.frame.company
        return bool(pointing or left.evokes_violence or self._concepts.news_of(left.classes))

    def _reference(self, sentence: Sentence, head: Predicate, span: Span, left: Traces) -> Iterator[Reference]:
        """What it tells of, where it can go on with anything."""
        if not self._may_go_on(left):
            return
        words, told = sentence.range_of(span), head.deed.concept or head.head.concept
        clause = Clause(words, words, predicate=head)
        happened = told != SAY and self._drafter.kind(sentence, clause, None) is Kind.OCCURRENCE
        yield Reference(partial(self._drafter.untitled, sentence, clause, None), told, left, may_lapse=happened)

    def _traces(self, sentence: Sentence, tree: Tree, head: Predicate, span: Span) -> Traces:
        return traces(
            sentence,
            tree,
            span,
            head,
            self._trees.grammar(sentence),
            lambda part: frozenset(self._reading.names_in(part, ACTOR)),
            persons=self._reading.persons(self._reading.names_in(span, ACTOR)),
            own=True,
            turns=sentence.phrasing.topics.turns_away.at(sentence.run, 0) is not None,
        )
