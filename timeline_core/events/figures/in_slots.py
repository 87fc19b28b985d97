"""Counts by the slot of a predicate: who was killed is the noun that «قتل» is done to.

"A child was killed and six wounded" counts one and six, «استشهد مواطنان» two, «ارتفع عدد القتلى إلى 21» twenty-one.

Source:
    DESIGN.md section 5: counts in words, the dual and the singular count too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline_core.events.roles.slots import NameSlots
from timeline_core.events.roles.undergoers import Undergoers
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit
from timeline_core.text.words import Hit, Word, words_in

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


class Patients:
    """To whom the predicates of one sentence were done."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, slots: NameSlots) -> None:
        self._sentence, self._tree, self._grammar = sentence, tree, grammar
        self._undergoers = Undergoers(tree, grammar, slots)
        self._words = sentence.phrasing.figures
        self._counts: Mapping[str, str] = sentence.phrasing.concepts.counts

    def found(self) -> tuple[Patient, ...]:
        """In the order of their predicates; each noun of a list by itself."""
        return (*self._done_to(), *self._tallied())

    def _done_to(self) -> Iterator[Patient]:
        for predicate in self._tree.predicates:
            said = self._said(predicate)
            what = said or self._by_class(predicate)
            if what is not None and predicate.polarity == "positive":
                for units in self._undergoers.of(predicate):
                    listed = Span(units[0].start, units[-1].end)
                    parts = (span for span in _parts(units) if said or what != _HELD or self._is_people(span))
                    yield from (Patient(span, what, listed) for span in parts)

    def _by_class(self, predicate: Predicate) -> str | None:
        """What those of its class are counted as; to die is no deed upon another («شيع الآلاف الضحايا»)."""
        buried = predicate.head.concept != _HOLD and predicate.object is not None
        return None if buried else _BY_CLASS.get(predicate.head.concept)

    def _said(self, predicate: Predicate) -> str | None:
        """What its words say of those to whom it was done: killed, wounded, arrested."""
        found = self._sentence.concepts_at(predicate.span)
        return next((self._counts[hit.concept] for hit in found if hit.concept in self._counts), None)

    def _is_people(self, span: Span) -> bool:
        run = words_in(self._sentence.text, span)
        people, singles = self._words.people.find(run), self._words.singles.find(run)
        return any(True for _ in people) or any(True for _ in singles)

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


def _has_number(group: Group) -> bool:
    return any(unit.kind is Kind.NUMBER for unit in group.units)


def _parts(units: Sequence[Unit]) -> Iterator[Span]:
    """The nouns of a list, each with its number."""
    part: list[Unit] = []
    for unit in units:
        if unit.kind in (Kind.JOINT, Kind.MARK):
            yield from _span(part)
            part = []
        else:
            part.append(unit)
    yield from _span(part)


def _span(part: Sequence[Unit]) -> Iterator[Span]:
    if part and not _is_owned(part):
        yield Span(part[0].start, part[-1].end)


def _is_owned(part: Sequence[Unit]) -> bool:
    """Its noun is made definite by the one behind it, so that it is known who it is: «رجل الأمن», «رجل زوجته»."""
    nouns = [at for at, unit in enumerate(part) if unit.kind is Kind.NOUN]
    owner = part[nouns[0] + 1] if nouns and nouns[0] + 1 < len(part) else None
    return owner is not None and owner.kind is Kind.DEFINITE and all(unit.kind is not Kind.NUMBER for unit in part)


def dual(hit: Hit, run: Sequence[Word], report: str, lexicon: FigureWords) -> Figure | None:
    """One word that says two of a thing («سيارتين»); two people («جنديين») are counted by what was done to them."""
    what: str | None = hit.concept
    if what == "people":
        acts = list(lexicon.acts.find(run[max(0, hit.at - _ACT_NEAR) : hit.at]))
        what = acts[-1].concept if acts else None
    return Figure(what, low=2, high=2, approximate=False, report=report, span=run[hit.at].span) if what else None


def one_or_two(
    text: str, patients: Sequence[Patient], counted: Sequence[Figure], lexicon: FigureWords, report: str
) -> Iterator[Figure]:
    """The figures of those that one word counts: «طفل», «مواطنان», "a woman". `counted`: what numbers count already."""
    for patient in patients:
        numbered = text[: patient.span.start].rstrip()[-1:].isdecimal()
        if numbered or any(patient.span.overlaps(figure.span) for figure in counted):
            continue
        run = words_in(text, patient.span)
        dual = next((hit for hit in lexicon.duals.find(run) if hit.concept == "people"), None)
        single = next((hit for hit in lexicon.singles.find(run) if not hit.clitic), None)
        hit, low = (dual, 2) if dual is not None else (single, 1)
        led = hit is single and lexicon.single_leads
        if hit is not None and hit.at <= _LED and (not led or run[0].folded in lexicon.single_leads):
            yield Figure(patient.what, low, low, approximate=False, report=report, span=run[hit.at].span)


def in_sums(
    text: str,
    patients: Sequence[Patient],
    numbered: Sequence[Figure],
    worded: Sequence[Figure],
    lexicon: FigureWords,
) -> Iterator[Figure]:
    """The figures, with one for a list of whom each is counted: "a man and two women", «ثلاثة شرطيين وأربعة مدنيين».

    Children or women behind a number of people are a part of these: «30 شخصا و7 أطفال».
    """
    summed: list[Figure] = []
    for listed in dict.fromkeys(patient.listed for patient in patients):
        parts = [patient for patient in patients if patient.listed is not None and patient.listed == listed]
        counts = [next((one for one in (*numbered, *worded) if part.span.overlaps(one.span)), None) for part in parts]
        told = [one for one in counts if one is not None and one.what == parts[0].what and one.high == one.low]
        if len(told) > 1 and len(told) == len(parts) and not _holds_next(text, parts, lexicon):
            low = sum(one.low for one in told)
            span = Span(told[0].span.start, told[-1].span.end)
            about = any(one.approximate for one in told)
            yield replace(told[0], low=low, high=low, approximate=about, span=span)
            summed += told
    yield from (one for one in (*numbered, *worded) if one not in summed)


def _holds_next(text: str, parts: Sequence[Patient], lexicon: FigureWords) -> bool:
    """The first of them are people of any kind, and those of a kind behind them may be of these."""
    runs = [words_in(text, part.span) for part in parts]
    whole = any(hit.concept == "any" for hit in lexicon.kinds.find(runs[0]))
    return whole and any(hit.concept == "kind" for run in runs[1:] for hit in lexicon.kinds.find(run))


_LED = 2
"""Words before the noun that counts: an article, what describes it ("a young man")."""
_ACT_NEAR = 2
"""Words between an act and the two people that it was done to."""
