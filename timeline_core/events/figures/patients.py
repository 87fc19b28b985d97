"""To whom something was done: the words of each, what is counted by it, and how many they are in a word.

"A child was killed and six wounded" counts one and six, «ارتفع عدد القتلى إلى 21» twenty-one, "the flood claimed 45
lives" forty-five; "seven died in Taiz and three in Ibb" counts three by the same verb, which is left out (gapping).

Source:
    DESIGN.md section 5: a count is the noun phrase that is the subject or object of a predicate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from timeline_core.events.figures.worded import Count, Worded
from timeline_core.events.roles.nouns import meets_death
from timeline_core.events.roles.people import People
from timeline_core.events.roles.slots import NameSlots
from timeline_core.events.roles.undergoers import Undergoers
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate, Tree, Unit
from timeline_core.text.words import words, words_in

_HOLD = "hold"
_BY_CLASS = {"die": "killed", _HOLD: "arrested"}
"""What those are counted as to whom a predicate of the class was done, where its words say nothing closer."""
_HELD = "arrested"


class Patient(NamedTuple):
    """Words that name to whom something was done, and what is counted by that."""

    span: Span
    what: str
    listed: Span | None = None
    """All that are listed with them."""
    worded: Count | None = None
    """How many they are by the noun alone."""
    deed: Predicate | None = None
    """By which they are counted; none where a tally counts them."""


class Patients:
    """To whom the predicates of one sentence were done."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, slots: NameSlots) -> None:
        self._sentence, self._tree, self._grammar = sentence, tree, grammar
        self._undergoers = Undergoers(tree, grammar, slots)
        self._words = sentence.phrasing.figures
        self._people = People(sentence.phrasing, grammar)
        self._worded = Worded(sentence.text, self._words, grammar)
        self._counts: Mapping[str, str] = sentence.phrasing.concepts.counts

    def found(self) -> tuple[Patient, ...]:
        """In the order of their predicates; each noun of a list by itself."""
        return (*self._done_to(), *self._tallied())

    def _done_to(self) -> Iterator[Patient]:
        for predicate in self._tree.predicates:
            what, only_people = self._what(predicate)
            if predicate.polarity != "positive" or _is_any(predicate):
                continue
            if what is not None:
                for units in self._undergoers.of(predicate):
                    yield from self._listed(predicate, units, what, only_people=only_people)
                yield from self._gapped(predicate, what)
            else:
                for units in self._undergoers.of_lives(predicate):
                    yield from self._listed(predicate, units, _BY_CLASS["die"], only_people=False)

    def _listed(self, deed: Predicate, units: Sequence[Unit], what: str, *, only_people: bool) -> Iterator[Patient]:
        """Each noun of what may be a list. Kin of those who are counted in it count too: "a man and his wife"."""
        listed = Span(units[0].start, units[-1].end)
        people = [*takewhile(_is_no_action, _parts(units))] or [units]
        parts = [part for part in people if not only_people or self._are_people(part)]
        counts = [None if self._goes_on_behind(part) else self._worded.of(part) for part in parts]
        for at, (part, count) in enumerate(zip(parts, counts, strict=True)):
            beside = any(counts[:at]) or any(unit.kind is Kind.NUMBER for one in parts[:at] for unit in one)
            kin = self._worded.of_kin(part) if beside and count is None else None
            counts[at] = kin or (None if _is_owned(part) else count)
            yield Patient(_span(part), what, listed, counts[at], deed)

    def _goes_on_behind(self, part: Sequence[Unit]) -> bool:
        """The words behind it say of whom it is a part: "a couple | of soldiers", "a third | of them"."""
        behind = next((group for group in self._tree.groups if group.span.start >= part[-1].end), None)
        return not self._grammar.head_first and behind is not None and self._grammar.has("of", behind.lead)

    def _gapped(self, predicate: Predicate, what: str) -> Iterator[Patient]:
        """Numbers further on in its clause, as a rule with places of their own: "seven in Taiz, three in Ibb"."""
        groups = [group for group in self._tree.groups if group.clause is predicate.clause and group.kind == NOUN]
        behind_it = (group for group in groups if _has_number(group) and group.at > predicate.group.at)
        numbered = [*takewhile(lambda group: _is_no_action(group.units), behind_it)]
        for before, group in pairwise(numbered):
            behind = self._tree.groups[group.at + 1] if group.at + 1 < len(self._tree.groups) else None
            placed = behind is not None and bool(behind.lead) and behind.clause is group.clause
            bare = all(unit.kind is Kind.NUMBER for unit in group.units)
            people = group.listed and self._are_people(group.units)
            parted = self._tree.groups[group.at - 1].kind in (JOINT, MARK)
            led = any(one.lead for one in self._tree.groups[before.at + 1 : group.at])
            if not (before.lead or group.lead) and ((bare and placed) or people) and parted and led:
                yield Patient(group.span, what, deed=predicate)

    def _what(self, predicate: Predicate) -> tuple[str | None, bool]:
        """What those are counted as to whom it was done, and whether these must be people for that."""
        said = self._said(predicate)
        if said is not None:
            return said, False
        happens = "happens" in predicate.head.marks
        by_form = self._words.acts.at(words(predicate.head.lemma), 0) if happens else None
        if by_form is not None:
            return by_form.concept, by_form.concept in self._words.named
        by_class = self._by_class(predicate)
        return by_class, by_class == _HELD

    def _by_class(self, predicate: Predicate) -> str | None:
        """What those of its class are counted as; to die is no deed upon another («شيع الآلاف الضحايا»)."""
        if meets_death(predicate, self._grammar):
            return _BY_CLASS["die"]
        buried = predicate.head.concept != _HOLD and predicate.object is not None
        return None if buried else _BY_CLASS.get(predicate.head.concept)

    def _said(self, predicate: Predicate) -> str | None:
        """What its words say of those to whom it was done: killed, wounded, arrested."""
        found = self._sentence.concepts_at(predicate.span)
        return next((self._counts[hit.concept] for hit in found if hit.concept in self._counts), None)

    def _are_people(self, units: Sequence[Unit]) -> bool:
        run = words_in(self._sentence.text, _span(units))
        listed = any(True for lexicon in (self._words.people, self._words.singles) for _ in lexicon.find(run))
        return listed or any(map(self._people.is_person, units))

    def _tallied(self) -> Iterator[Patient]:
        """The number that a tally came to: «ارتفع عدد قتلى الانفجار إلى 21», "the toll rose to 21"."""
        for predicate in (one for one in self._tree.predicates if one.kind == "verb"):
            behind = (group for group in self._tree.groups[predicate.group.at :] if group.clause is predicate.clause)
            led = (group for group in behind if group.lead and self._grammar.has("goal", group.lead))
            goals = [group for group in led if _has_number(group)]
            what = self._tally(predicate) if goals else None
            if what is None:
                continue
            yield Patient(goals[0].span, what)
            for before, goal in pairwise(goals):
                gapped = self._counted_in(Span(before.span.end, goal.span.start))
                if gapped is not None:
                    yield Patient(goal.span, gapped)

    def _tally(self, predicate: Predicate) -> str | None:
        """What its subject counts, with what leads on from it: "the number of dead"."""
        subject = predicate.subject
        if subject is None:
            return None
        ahead = subject.span.end < predicate.span.start
        span = Span(subject.span.start, predicate.span.start) if ahead else subject.span
        return self._counted_in(span)

    def _counted_in(self, span: Span) -> str | None:
        """What the words name that is counted: a tally, else a noun; so it is where the verb is left out (gapping).

        «ارتفع عدد القتلى إلى 21 والجرحى إلى 50».
        """
        run = words_in(self._sentence.text, span)
        hits = [*self._words.tallies.find(run), *self._words.nouns.find(run)]
        return hits[0].concept if hits else None


def _is_any(predicate: Predicate) -> bool:
    """It tells of nobody who is known, and of no time: «من يقتل شخصا», "whoever kills a child"."""
    parent = predicate.parent
    open_ = predicate.link in (Link.RELATIVE, Link.CONDITION) or (parent is not None and parent.polarity != "positive")
    return open_ and "present" in predicate.head.marks


def _has_number(group: Group) -> bool:
    return any(unit.kind is Kind.NUMBER for unit in group.units)


def _parts(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The nouns of a list, each with its number."""
    part: list[Unit] = []
    for unit in units:
        if unit.kind not in (Kind.JOINT, Kind.MARK):
            part.append(unit)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _is_no_action(part: Sequence[Unit]) -> bool:
    """What is joined as an action tells of others: «قتل 12 عاملا وإصابة 30»."""
    return ACTION not in part[0].marks or part[0].kind not in (Kind.NOUN, Kind.DEFINITE)


def _span(part: Sequence[Unit]) -> Span:
    return Span(part[0].start, part[-1].end)


def _is_owned(part: Sequence[Unit]) -> bool:
    """Its noun is made definite by the one behind it, so that it is known who it is: «رجل الأمن», «رجل زوجته»."""
    nouns = [at for at, unit in enumerate(part) if unit.kind is Kind.NOUN]
    owner = part[nouns[0] + 1] if nouns and nouns[0] + 1 < len(part) else None
    return owner is not None and owner.kind is Kind.DEFINITE and all(unit.kind is not Kind.NUMBER for unit in part)
