"""`Titles`: the headlines of one report's clauses.

Source:
    DESIGN.md section 5: subject, verb, object; no loose ends; at most 120 cells.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from timeline_core.events.report_reading import Reading
from timeline_core.events.titles.beginnings import first_verb, is_fronted, may_be
from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.edges import Edges
from timeline_core.events.titles.edits import Edit, title
from timeline_core.events.titles.fitting import Room, fitted
from timeline_core.events.titles.length import fits, shortened
from timeline_core.events.titles.loose_ends import Glue, unled
from timeline_core.events.titles.marks import CUT
from timeline_core.events.titles.meant.focus import Focus
from timeline_core.events.titles.meant.subject_words import SubjectWords
from timeline_core.events.titles.meant.subjects import Subjects
from timeline_core.events.titles.openness import Left, Openness, statements_around
from timeline_core.events.titles.own_headline import OwnHeadline
from timeline_core.events.titles.parts import Parts
from timeline_core.events.titles.phrases import behind_headline, phrase_end
from timeline_core.events.titles.pointing import Pointing
from timeline_core.events.titles.stated.stating import Knows, Stating
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.values import ACTION, DateWord, Group, Kind, Link, Predicate, Tree
from timeline_core.syntax.word_range import WordRange

GUESSED = "guessed"
"""Mark of a word that no list knows."""
_NEAR = 2
"""Groups from a noun to the word that opens what is said of it, a comma among them."""


class Titles:
    """Makes the titles of one report."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees
        self._joints: tuple[Span, Mapping[str, bool]] | None = None
        self._own, self._focus = OwnHeadline(reading, trees), Focus(reading, trees)
        self._subjects = Subjects(reading, trees)
        self._text = reading.report.text

    def of(self, sentence: Sentence, clause: Clause, called: str = "") -> str:
        """The clause without what it skips; of a saying that comes last, who speaks and what is said.

        Empty where its words tell of no deed, nor does a statement around them.

        Args:
            called: whom the pronoun that opens the clause stands for.
        """
        own = self._own.of(sentence, clause)
        if own:
            return own
        told, left = self._told(sentence, clause, called)
        whole = self._enclosing(sentence, clause) if left is not Left.NOTHING else ""
        whole = whole or self._came_of_it(sentence, clause, left)
        return whole or self._described(sentence, clause, told) or ("" if left is Left.ALL else told)

    def _came_of_it(self, sentence: Sentence, clause: Clause, left: Left) -> str:
        """What a cause that is not told led to: «أدى إلى | وفاة طباخ وإصابة خباز», «نتج عنه | انهيار السقف»."""
        told, tree, span = clause.predicate, self._trees.of(sentence), sentence.span_of(clause.words)
        if told is None or tree is None or told.head.concept != "cause" or clause.noun:
            return ""
        behind = [group for group in tree.groups[told.group.at + 1 :] if group.kind == NOUN and span.covers(group.span)]
        points = [unit.kind for group in behind[:1] for unit in group.units] == [Kind.PREPOSITION, Kind.CLITIC]
        if left is not Left.SOMEBODY and not points:
            return ""
        nouns = (unit for group in behind[:_NEAR] for unit in group.units if unit.kind is Kind.NOUN)
        action = next((unit for unit in nouns if {ACTION, "news"} <= unit.marks), None)
        return (
            shortened(self.plain([Span(action.start, span.end)], sentence), sentence.phrasing)
            if action is not None
            else ""
        )

    def _described(self, sentence: Sentence, clause: Clause, told: str) -> str:
        """A participle behind a comma with the noun that it describes: "The mural, | unveiled on Monday, | …"."""
        tree, one = self._trees.of(sentence), clause.predicate
        if tree is None or one is None or one.form != "participle" or not one.group.comma or not told:
            return ""
        if sentence.span_of(clause.words).start < one.group.span.start:
            return ""
        before = [*takewhile(lambda group: group.kind == NOUN, reversed(tree.groups[: one.group.at - 1]))]
        named = self.plain([before[-1].span.hull(before[0].span)], sentence) if before else ""
        return f"{named} {told}" if named and not before[-1].lead else ""

    def _enclosing(self, sentence: Sentence, clause: Clause) -> str:
        """The title of the least statement around the clause that tells all by itself, with the dates in it that are
        not of its own verb; empty where there is none, or where it is too long."""
        tree, told = self._trees.of(sentence), clause.predicate
        span = sentence.span_of(clause.words)
        if tree is None:
            return ""
        for head, words in statements_around(tree, told, span, self._trees.grammar(sentence)):
            held = sentence.range_of(words)
            stays = frozenset(_of_other_times(tree, told, head))
            deed = told.head if told is not None else None
            must = Span(deed.start, deed.end) if deed is not None else span
            found, left = self._told(sentence, Clause(held, held, predicate=head), "", stays, must)
            whole = deed is None or self._text[deed.start : deed.end] in found
            if left is Left.NOTHING and whole and not found.endswith(CUT):
                return found
        return ""

    def _told(
        self,
        sentence: Sentence,
        clause: Clause,
        called: str,
        kept: frozenset[Span] = frozenset(),
        must: Span | None = None,
    ) -> tuple[str, Left]:
        """The words of the clause, and what they leave open.

        Args:
            kept: dates that are told.
            must: words that are told however long it is.
        """
        view = self._view(sentence, clause)
        spans, edits, at = self._stated(sentence, clause)
        stated, left = at >= 0, Left.NOTHING
        if view is not None:
            edits += map(Edit, _gone(view, clause, spans))
            spans[-1] = replace(spans[-1], end=phrase_end(view.tree, spans[-1].end, view.grammar))
        if not called and len(spans) == 1:
            edits += self._filled(sentence, clause)
        stays = kept | view.told_dates() if view is not None else kept
        if view is not None:
            filled = bool(called) or any(edit.words for edit in edits)
            bound, left = self._bound(view, clause, spans, edits, stated=stated, filled=filled)
            edits += (*bound, *(Edit(*one) for one in Pointing(view).words()))

        parts = [spans] if stated else [[one] for one in spans]
        edits += self._unled(sentence, clause, spans[max(at, 0)]) if clause.noun else ()
        between = ": " if clause.content is not None and clause.speaker is not None else " "

        def render(without: Sequence[Span]) -> str:
            told = [self.plain(part, sentence, [*edits, *map(Edit, without)], stays) for part in parts]
            named = between.join(one for one in told if one)
            return f"{called} {named}" if called and named else named

        told = render(())
        if fits(told) or view is None:
            return shortened(told, sentence.phrasing), left
        gone = [*(date for date in sentence.dated if date not in stays), *(edit.span for edit in edits)]
        room = Room(self._text, spans, gone, told)
        return fitted(room, Parts(view), render, must) or shortened(told, sentence.phrasing), left

    def _bound(
        self,
        view: ClauseView,
        clause: Clause,
        spans: Sequence[Span],
        edits: Sequence[Edit],
        *,
        stated: bool,
        filled: bool,
    ) -> tuple[list[Edit], Left]:
        """What the title says for its pronouns, and what its words leave open all the same."""
        openness = Openness(view, spans, [edit.span for edit in edits])
        told = clause.predicate
        bound = {} if filled else self._focus.bound(view.sentence, told, openness.unbound(told))
        left = openness.left(clause, stated=stated, filled=filled, bound=bound)
        return [Edit(said.place, said.words) for said in bound.values()], left

    def _stated(self, sentence: Sentence, clause: Clause) -> tuple[list[Span], list[Edit], int]:
        """The words of the title in their order, what it says for the pronouns of a relative clause that is told as a
        statement, and which of the words its noun is; -1 where none is told so."""
        spans, view = self._spans(sentence, clause), self._view(sentence, clause)
        if not clause.noun or view is None or len(spans) != 1:
            return spans, [], -1
        knows = Knows(
            partial(self._trees.can_be_verb, sentence),
            partial(self._trees.is_word, sentence),
            partial(self._subjects.around, sentence),
        )
        stated = Stating(view, self._text, SubjectWords(self._reading), knows).of(clause.predicate, spans[0])
        return ([*stated.spans], [*stated.edits], stated.noun) if stated is not None else (spans, [], -1)

    def _unled(self, sentence: Sentence, clause: Clause, noun: Span) -> Iterator[Edit]:
        """The noun without the preposition glued to its article: «للفيضان»."""
        word = noun.of(self._text).split(maxsplit=1)[0]
        alone = unled(word, sentence.grammar, self._shares(sentence), definite=_is_definite(clause))
        if alone != word:
            yield Edit(Span(noun.start, noun.start + len(word)), alone)

    def plain(
        self,
        spans: Sequence[Span],
        sentence: Sentence,
        edits: Sequence[Edit] = (),
        stays: Collection[Span] = frozenset(),
    ) -> str:
        """The title of parts of the sentence, without its dates; but for those that say which one a noun is, and those
        that stay."""
        span = spans[0].hull(spans[-1])
        owned = self._trees.owned(sentence)
        kept = {date for date, noun in owned.items() if noun >= span.start and date.start > span.start}
        dates = [date for date in sentence.dated if date not in kept and date not in stays]
        groups = tree.groups if (tree := self._trees.of(sentence)) is not None else ()
        modal = may_be(groups, spans[0], self._trees.grammar(sentence)) if groups else False
        glue = Glue(self._glued(sentence), self._shares(sentence), modal=modal, verb=first_verb(groups, spans[0]))
        fronted = is_fronted(groups, spans[0])
        return title(self._text, spans, dates, sentence.phrasing, edits, glue, fronted=fronted)

    def _shares(self, sentence: Sentence) -> Callable[[str], bool]:
        return partial(self._trees.shares_letter, sentence) if self._trees.of(sentence) is not None else bool

    def _filled(self, sentence: Sentence, clause: Clause) -> Iterator[Edit]:
        """The subject that its verb leaves out or names by a pronoun; that of the first verb that it is joined to."""
        span, tree = sentence.span_of(clause.words), self._trees.of(sentence)
        told = _first_of_chain(clause.predicate, span.start) if clause.content is None else None
        found = self._subjects.of(sentence, told, span.start)
        if found is None or told is None:
            return
        heads = tree.predicates if tree is not None else ()
        first = not any(one.clause.head is one and span.start <= one.span.start < told.span.start for one in heads)
        if first and found.at.start >= span.start and not span.covers(found.words):
            yield Edit(found.at, found.words.of(self._text))

    def _glued(self, sentence: Sentence) -> Mapping[str, bool]:
        """The words of which the tree knows whether a joint is glued to them."""
        if self._joints is None or self._joints[0] != sentence.span:
            tree = self._trees.of(sentence)
            self._joints = (sentence.span, joints(tree) if tree is not None else {})
        return self._joints[1]

    def _view(self, sentence: Sentence, clause: Clause) -> ClauseView | None:
        tree = self._trees.of(sentence)
        return None if tree is None else ClauseView(sentence, tree, self._trees.grammar(sentence), clause.predicate)

    def _spans(self, sentence: Sentence, clause: Clause) -> list[Span]:
        """The words of the title, in the order in which it tells them."""
        if clause.content is not None:
            speaker = [sentence.span_of(clause.speaker)] if clause.speaker is not None else []
            return [*speaker, sentence.span_of(clause.content)]
        if clause.noun:
            span = sentence.span_of(clause.words)
            led = self._text.startswith(sentence.grammar.to_article, span.start)
            return [self._with_name(span if clause.begin < 0 or led else replace(span, start=clause.begin))]
        if clause.skips is not None:
            parts = ((clause.words[0], clause.skips[0]), (clause.skips[1], clause.words[1]))
            return [sentence.span_of(WordRange(*part)) for part in parts]
        subject = self._unsaid_subject(sentence, clause) if clause.said else Span(0, 0)
        if subject and self.plain([subject], sentence):
            return [subject, sentence.span_of(WordRange(clause.head, clause.words.end))]
        return [self._unattributed(sentence, _placed(sentence, clause))]

    def _unattributed(self, sentence: Sentence, clause: Clause) -> Span:
        """The clause without the source named at its beginning («بحسب وكالة رويترز كان …»), and without the headline
        before its statement."""
        span = sentence.span_of(clause.words)
        tree, told = self._trees.of(sentence), clause.predicate
        if tree is not None and told is not None:
            span = replace(span, start=behind_headline(tree, told, span.start, self._trees.grammar(sentence)))
        groups = [one for one in tree.groups if span.start <= one.span.start < span.end] if tree is not None else []
        if told is None or not groups or not self._trees.grammar(sentence).names_source(groups[0]):
            return span
        parted = next((one for one in groups if one.comma), None)
        if parted is not None and parted.span.start <= told.span.start:
            return replace(span, start=parted.span.start)
        behind = next((one for one in groups[1:] if not _goes_with(one, groups[0])), None)
        free = behind is not None and behind.span.start <= told.span.start and not clause.said
        return replace(span, start=behind.span.start) if behind is not None and free else span

    def _with_name(self, span: Span) -> Span:
        """The span from the beginning of the name that it begins in."""
        return replace(span, start=min((span.start, *(hit.span.start for hit in self._reading.names_over(span.start)))))

    @staticmethod
    def _unsaid_subject(sentence: Sentence, clause: Clause) -> Span:
        """Who speaks, where the verb is joined to another one of the same speaker: "X denied it but said on Friday"."""
        told = clause.predicate
        before = told.clause.sister.head if told is not None and told.clause.sister is not None else None
        subject = before.subject if before is not None and before.says else None
        if before is None or subject is None or told is None or subject.span.start > before.span.start:
            return Span(0, 0)
        own = told.subject
        if own is not None and own is not subject and before.span.end <= own.span.start < told.span.start:
            return Span(0, 0)
        return subject.span if sentence.span_of(clause.words).start > before.span.start else Span(0, 0)


def _is_of_one_time(date: DateWord, head: Predicate, tree: Tree) -> bool:
    """It dates the statement, or an action beside its verb, which has no other: "conceded | defeat on Friday"."""
    one = date.predicate
    beside = one is not None and one.kind == "noun" and one.clause is head.clause
    return one is head or (beside and all(other.predicate is not head for other in tree.dates))


def _of_other_times(tree: Tree, told: Predicate | None, head: Predicate) -> Iterator[Span]:
    """The dates that the title of the statement tells: all but its own, and its own too where what it is widened from
    is joined to it and has another: "was built | in 1971 | and repaired | in 2009"."""
    joined = told is not None and told is not head and told.clause.sister is not None and told.clause.head is told
    dated = [date.predicate for date in tree.dates] if joined else []
    two = any(one is told for one in dated) and any(one is head for one in dated)
    yield from (date.span for date in tree.dates if two or not _is_of_one_time(date, head, tree))


def _gone(view: ClauseView, clause: Clause, spans: list[Span]) -> Iterator[Span]:
    """What every title does without; the last of the spans grows to what a saying says behind an aside."""
    edges, found = Edges(view), list[Span]()
    late = edges.late_content(spans[-1]) if clause.said and clause.content is None else None
    if late is not None:
        yield Span(spans[-1].end, late.start)
        spans[-1] = spans[-1].hull(late)
    whole, twin = spans[0].hull(spans[-1]), edges.twin(spans[-1])
    yield from Pointing(view).seasons()
    head = clause.predicate
    opener = head.clause.opener if head is not None and (clause.timed or head.link is Link.PURPOSE) else None
    if opener is not None and opener.span.start == whole.start:  # "After the bridge was mined", «لينهي الفريق موسمه»
        yield opener.span
    yield from edges.resuming(clause.predicate)
    if clause.content is None:
        found += (*Parts(view).sources(whole), *edges.loose(whole))
    yield from (*found, *edges.asides(whole), *edges.in_front(whole))
    if twin is not None:
        spans[-1] = spans[-1].hull(twin)


def _is_definite(clause: Clause) -> bool:
    """A relative pronoun stands behind the noun, which only a definite one has: «للجنة التي …»."""
    opener = clause.predicate.clause.opener if clause.predicate is not None else None
    return opener is not None and opener.units[-1].kind is Kind.RELATIVE


def _first_of_chain(predicate: Predicate | None, low: int) -> Predicate | None:
    """The first of the verbs that the words tell one after another: «بدأت | واستمرت»."""
    while predicate is not None and predicate.clause.sister is not None:
        before = predicate.clause.sister.head
        if before is None or before.span.start < low or before is predicate:
            break
        predicate = before
    return predicate


def joints(tree: Tree) -> dict[str, bool]:
    """Words of the sentence -> whether their first letter is a joint; what no table knows is left out."""
    found: dict[str, bool] = {}
    units = [unit for group in tree.groups for unit in group.units]
    for before, unit, after in zip(units[:1] + units, units, units[1:] + units[-1:], strict=False):
        if before.kind is Kind.JOINT and before.end == unit.start and before.start < before.end:
            found[before.word + unit.word] = True
        elif before.kind is Kind.RELATIVE and unit.kind is Kind.FINITE:  # nothing joins it: «الذي | وافته المنية»
            found[unit.word.removesuffix(after.word if after.kind is Kind.CLITIC else "")] = False
        elif unit.concept or unit.kind is Kind.NUMBER or (unit.marks - {GUESSED} and unit.kind is not Kind.FINITE):
            found.setdefault(unit.word, False)
    return found


def _goes_with(group: Group, source: Group) -> bool:
    """It is of the source that the other opens: led on, or a name in quotation marks («بحسب وكالة «رويترز»»)."""
    quoted = group.kind == MARK and group.partner >= 0
    return quoted or (group.kind == NOUN and (bool(group.lead) or group.comma or group.at == source.at + _NEAR))


def _placed(sentence: Sentence, clause: Clause) -> Clause:
    """The clause without the «بعد» that places another one by it, where that one is told before it."""
    start, end = clause.words
    placing = sentence.phrasing.clauses.placing.at(sentence.run, start)
    behind = sentence.is_parted(start) and not any(map(sentence.is_parted, range(start + 1, end)))
    if placing is None or placing.clitic or not behind or clause.said:
        return clause
    return replace(clause, words=WordRange(start + placing.count, end)) if start + placing.count < end else clause
