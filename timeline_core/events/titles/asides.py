"""Words beside a clause that its title can do without: brackets, other names, explanations, what stands in front.

"Col. Hatem, head of the station, was shot": what stands between the commas goes.

Source:
    Sentence compression by dropping adjuncts of a dependency tree (Dorr, Zajic and Schwartz 2003, Hedge Trimmer).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.meant.subject_words import is_pronoun
from timeline_core.events.titles.phrases import is_open
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET
from timeline_core.syntax.tree.values import ACTION, Group, Kind

_DESCRIBING = frozenset({Kind.DEFINITE, Kind.ADJECTIVE})


class Rank(IntEnum):
    """How easily a title does without a part; the lowest goes first."""

    SOURCE = 0
    ASIDE = 1
    APPOSITION = 2
    COMMENT = 3
    OFFICE = 4
    RELATIVE = 5
    CLAUSE = 6


class Part(NamedTuple):
    """Words of a clause that hang on others."""

    rank: Rank
    span: Span


class Asides:
    """What stands beside the clause of one predicate."""

    def __init__(self, view: ClauseView) -> None:
        self._view = view

    def of(self, span: Span) -> Iterator[Part]:
        """Those of the words of a title, in no order."""
        yield from self._brackets()
        yield from self._appositions()
        yield from self._explained()
        yield from self._fronted(span)

    def _brackets(self) -> Iterator[Part]:
        """What stands in brackets, but no bare number, which is told nowhere else: «أكثر من (120) فعالية»."""
        for group in self._view.tree.groups:
            if group.kind != MARK or group.partner <= group.at or not group.role.startswith(BRACKET):
                continue
            last = self._view.tree.groups[max(group.at - 1, 0)].units[-1]
            asks = last.kind is Kind.NOUN and ACTION in last.marks and self._view.grammar.head_first
            if group.at and (asks or last.kind is Kind.PREPOSITION or len(last.word) == 1 or self._is_name(group)):
                continue
            inside = self._view.tree.groups[group.at + 1 : group.partner]
            if not all(unit.kind is Kind.NUMBER for one in inside for unit in one.units):
                yield Part(Rank.ASIDE, group.span.hull(self._view.tree.groups[group.partner].span))

    def _is_name(self, mark: Group) -> bool:
        """It holds the name that an indefinite noun owns, with what describes that behind it: «شركة (أفق) المحدودة»."""
        groups = self._view.tree.groups
        noun, behind = groups[mark.at - 1], groups[mark.partner + 1 : mark.partner + 2]
        owns = noun.kind == NOUN and is_open(noun) and self._view.grammar.head_first
        known = (one.kind == NOUN and not one.lead and one.units[0].kind in _DESCRIBING for one in behind)
        return owns and any(known)

    def _fronted(self, span: Span) -> Iterator[Part]:
        """What a preposition leads to in front, up to its comma: "In a corner of the garden, …"."""
        low = min((one.start for one in self._view.needed), default=span.start)
        front = [group for group in self._view.tree.groups if span.start <= group.span.start < low]
        if not front or front[0].kind != NOUN or not (front[0].lead or self._view.is_circumstance(front[0])):
            return
        verb = self._view.predicate
        verb_next = not self._view.grammar.subject_first and verb is not None and verb.group.at == front[-1].at + 1
        if self._view.is_pause(front[-1]) or verb_next:
            time = ACTION in front[0].marks and self._view.grammar.has("time", front[0].lead)
            why = time or self._view.is_circumstance(front[0])
            yield Part(Rank.ASIDE if why else Rank.CLAUSE, Span(front[0].span.start, front[-1].span.end))

    def _appositions(self) -> Iterator[Part]:
        """Another name for the noun before it, between commas: "Col. Hatem, head of the station, was …"."""
        groups = self._view.tree.groups
        for group in groups[1:]:
            if not group.comma or group.kind != NOUN or group.lead or group.at < 2:
                continue
            if groups[group.at - 2].kind != NOUN or _are_other(group, groups[group.at - 2]):
                continue
            end = next((one for one in groups[group.at + 1 :] if one.kind != NOUN), None)
            if end is None or not self._view.is_stop(end) or end.at + 1 >= len(groups):
                continue
            behind = groups[end.at + 1]
            if self._may_be_object(group):
                continue
            if behind.kind == JOINT or (behind.kind == NOUN and not behind.lead):
                continue
            yield Part(Rank.APPOSITION, Span(group.span.start, groups[end.at - 1].span.end))

    def _explained(self) -> Iterator[Part]:
        """What a joint and a pronoun say of a noun, between commas: «الوكالة، وهي شركة عالمية، نشرت …»."""
        groups = self._view.tree.groups
        for joint, pronoun in pairwise(groups):
            if joint.kind != JOINT or not joint.comma or not is_pronoun(pronoun, self._view.grammar):
                continue
            stop = next((one for one in groups[pronoun.at + 1 :] if self._view.is_stop(one)), None)
            if stop is not None and stop.at > pronoun.at + 1:
                yield Part(Rank.APPOSITION, Span(joint.span.start, groups[stop.at - 1].span.end))

    def _may_be_object(self, group: Group) -> bool:
        """Nothing else behind a verb that stands in front is its object: «كرم الأمير سالم، العريف أحمد، على شجاعته»."""
        verb = self._view.predicate
        if (
            verb is None
            or self._view.grammar.subject_first
            or group.at < verb.group.at
            or group.clause is not verb.clause
        ):
            return False
        own = [one for one in verb.clause.groups if one.at > group.at and one.kind == NOUN]
        grammar = self._view.grammar
        loose = ("of", "together", "from")
        led = any(
            grammar.has("governed", one.lead) and not any(grammar.has(name, one.lead) for name in loose) for one in own
        )
        bare = any(not one.lead and not one.listed and one.units[-1].kind is not Kind.NAME for one in own)
        return not (led or bare) and verb.content is None


def _are_other(group: Group, named: Group) -> bool:
    """People in the plural are no other name of one person or place: «في حي النخيل، السكان المقيمين …، إلى …»."""
    return "plural" in group.head.marks and named.units[-1].kind is Kind.NAME
