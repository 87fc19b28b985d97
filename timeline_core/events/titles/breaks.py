"""Breaks: where a title can end, or go on behind a gap, so that nothing before it asks for what stands behind it.

«تمكنت الفرقة | من إنقاذ ثلاث سلاحف | في الخليج»: the verb asks for the second part, and nothing for the third.

Source:
    Valency: a verb, and the noun made of it, need their complements and do without adjuncts (Tesnière 1959).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.edges import VERBAL
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN, OPENER, RELATIVE
from timeline_core.syntax.tree.marks import BRACKET
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate

_LED_BY_LESS = frozenset({Kind.PREPOSITION, Kind.CLITIC})
_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})
_TENSELESS = frozenset({"gerund", "participle"})


class Breaks:
    """The breaks of the clause of one predicate."""

    def __init__(self, view: ClauseView) -> None:
        self._view, self._groups = view, view.tree.groups
        self._heads = [one for one in view.tree.predicates if one.clause.head is one or one is view.predicate]
        self._complements = {id(one): self._complement(one) for one in self._heads}
        self._asking = [self._reach(one) for one in self._heads]
        self._bracketed = _bracketed(self._groups)

    def complement(self, verb: Predicate) -> Group | None:
        """What the verb asks for by a preposition: «تعرض … لحادث»."""
        return self._complements.get(id(verb))

    def needed(self, span: Span) -> int:
        """The end of what the predicate, and what is said, ask for in these words; who says so may stand behind."""
        found = (self.complement(one) for one in self._view.told)
        every = [*(one.span for one in found if one is not None), *self._view.needed]
        return max((one.end for one in every if span.covers(one)), default=0)

    def within(self, span: Span, low: int = 0) -> list[int]:
        """Where what stands before is whole; first those at which something else begins, and last those at which an
        adverbial may lean; of one sort the last place first."""
        inside = (one for one in self._inside(span, low) if not _joins_nouns(one, self._groups))
        whole = [one for one in inside if self._can_end_before(one)]
        whole.sort(key=lambda one: (self._leans(one), not _turns(one, self._groups, self._view)))
        return [one.span.start for one in whole]

    def turns(self, span: Span, low: int = 0) -> list[int]:
        """Where something else begins behind a comma: «…، | وقال», «…، | داعيا إلى …», "…, | after …"."""
        inside = (one for one in self._inside(span, low) if one.at not in self._bracketed)
        return [one.span.start for one in inside if _turns(one, self._groups, self._view)]

    def between_clauses(self, span: Span, opener: Group) -> list[int]:
        """Where another clause begins behind what is said without a verb; the last place first."""
        nouns = [one.at for one in self._groups[opener.at + 1 :] if one.kind == NOUN]
        told = self._groups[nouns[1]].span.end if len(nouns) > 1 else span.end
        inside = (one for one in self._inside(span, told) if one.kind == OPENER or _joins_clause(one, self._groups))
        return [one.span.start for one in inside if self._can_end_before(one)]

    def between_nouns(self, span: Span, low: int = 0) -> list[int]:
        """Where a noun is joined to one before it, which alone tells of fewer: «للبنين | والبنات»."""
        inside = (one for one in self._inside(span, low) if _joins_nouns(one, self._groups))
        return [one.span.start for one in inside if self._can_end_before(one)]

    def loose(self, span: Span, low: int = 0) -> list[int]:
        """Where a definite noun stands before what it is of: «البيان المشترك | للاجتماع»; the last place first."""
        return [one.span.start for one in self._inside(span, low) if self._parts_owner(one)]

    def _inside(self, span: Span, low: int) -> list[Group]:
        """The groups before which no verb loses what it asks for; the last first."""
        low = max(low, span.start + 1)
        inside = (one for one in reversed(self._groups) if low <= one.span.start < span.end)
        return [one for one in inside if not self._tears(one.span.start)]

    def _parts_owner(self, group: Group) -> bool:
        before = self._groups[group.at - 1] if group.at else group
        loose = any(self._view.grammar.has(name, group.lead) for name in ("of", "from", "between"))
        known = any(unit.kind is Kind.DEFINITE for unit in before.units) and ACTION not in before.marks
        return loose and before.kind == group.kind == NOUN and known and group.at not in self._bracketed

    def gaps(self) -> Iterator[Span]:
        """What stands between the subject and the complement, or a person's name before that, and can go."""
        verb = self._view.told_last
        complement = self.complement(verb) if verb is not None else None
        if verb is None or complement is None:
            return
        low = max([verb.span.end, *(one.span.end for one in (verb.subject, verb.object) if one is not None)])
        end = complement.span.start
        for group in reversed(self._groups[: complement.at]):
            if self._names_person(group):
                if group.lead or group.units[0].kind is not Kind.DEFINITE:
                    return
                end = group.span.start
            elif group.span.start < low or not self._can_go(group, verb):
                return
            elif self._can_end_before(group) and not self._tears(group.span.start, verb):
                yield Span(group.span.start, end)

    def _names_person(self, group: Group) -> bool:
        return any(one.overlaps(group.span) for one in self._view.sentence.persons)

    def _can_go(self, group: Group, verb: Predicate) -> bool:
        """It is no object of that verb, nor a second part of one."""
        if group.kind != NOUN or group.lead or group.listed or group.clause is not verb.clause:
            return True
        return self._groups[group.at - 1].kind == MARK and ACTION not in group.marks

    def edges(self, span: Span, low: int) -> list[int]:
        """Where a noun phrase begins behind another, so that words can be cut there at all; the last place first."""
        inside = (one for one in self._groups[2:] if low < one.span.start < span.end and self._is_edge(one))
        return [one.span.start for one in reversed([*inside]) if not self._tears(one.span.start)]

    def _is_edge(self, group: Group) -> bool:
        before = self._groups[group.at - 1]
        whole = before.kind == NOUN and any(unit.kind not in _LED_BY_LESS for unit in before.units)
        leans = not group.lead and before.units[-1].kind in (Kind.NOUN, Kind.NUMBER) and self._view.grammar.head_first
        return whole and group.kind in (NOUN, OPENER, RELATIVE) and not leans

    # --- what a verb asks for ----------------------------------------------------------------------------------------

    def _complement(self, verb: Predicate) -> Group | None:
        """The first noun that the verb asks for, an action rather than a thing: «اتهم عضو باللجنة جهات | بالتسبب …».

        None stands behind an action that the verb is done for: «سعى من أجل نقل … إلى …».
        """
        found = list[Group]()
        for group in self._groups[verb.group.at + 1 :]:
            if not group.lead or not self._is_of(group, verb):
                continue
            if self._view.asks(verb.head, group.lead) and not self._is_of_participle(group):
                found.append(group)
            elif ACTION in group.marks and self._view.grammar.has("purpose", group.lead):
                break
        return next((one for one in found if ACTION in one.marks), next(iter(found), None))

    @staticmethod
    def _is_of(group: Group, verb: Predicate) -> bool:
        """It stands in the verb's clause, or opens one in it: «على ما نشرته الصحيفة»."""
        if group.kind == NOUN:
            return group.clause is verb.clause
        return group.kind == RELATIVE and group.clause is not None and group.clause.above is verb.clause

    def _is_of_participle(self, group: Group) -> bool:
        """A participle with its article stands before it: «القرى المنتشرة | على طول الطريق»."""
        last = self._groups[group.at - 1].units[-1]
        return {"participle", "definite"} <= last.marks or (last.kind is Kind.DEFINITE and "participle" in last.marks)

    def _tears(self, at: int, but: Predicate | None = None) -> bool:
        """A verb would lose its object or complement there, or what stands before it as its subject would lose it."""
        asking = self._asking
        if but is not None:
            asking = [self._reach(one, bare=one is but) for one in self._heads]
        return any(first < at <= last for first, last in asking)

    def _reach(self, verb: Predicate, *, bare: bool = False) -> tuple[int, int]:
        """Where the first and the last begin of a verb and what it asks for. `bare`: but for its complement."""
        told = (verb.clause.opener, verb.subject, verb.object, None if bare else self.complement(verb))
        starts = [verb.span.start, *(group.span.start for group in told if group is not None)]
        return min(starts), max(starts)

    # --- what a noun asks for ----------------------------------------------------------------------------------------

    def _can_end_before(self, group: Group) -> bool:
        before = self._groups[group.at - 1] if group.at else group
        alone = self._view.is_circumstance(before) and not before.units[1:]
        amount = self._view.grammar.has("amounts", group.lead)  # «اشترى | نحو مليوني تذكرة»
        if alone or amount or _is_open(before) or group.at in self._bracketed or self._pairs(group):
            return False
        if group.kind == RELATIVE:
            host = group.clause.host if group.clause is not None else None
            return host is not None and not host.comma
        if group.kind == OPENER and group.clause is not None and group.clause.link is Link.CONTENT:
            return False
        if group.kind == JOINT:
            return not self._is_construct(before, group)
        if _opens_relative(group):
            return before.kind == NOUN and (bool(before.units[1:]) or not self._view.grammar.head_first)
        if group.kind == OPENER or self._view.is_pause(group) or _is_remark(group, self._groups):
            return True
        return group.kind == NOUN and bool(group.lead) and before.kind == NOUN and not self._leads_on(before, group)

    def _leads_on(self, before: Group, group: Group) -> bool:
        """What the noun group is of, or what its last word asks for: «الالتزام | بالموعد», «النسبة | بين الأجرين»."""
        grammar, last = self._view.grammar, before.units[-1]
        of = any(grammar.has(name, group.lead) for name in ("of", "from"))
        if of or (grammar.has("between", group.lead) and group.head.kind is not Kind.CLITIC):
            return True
        told = self._groups[before.at - 1].marks if before.at and _is_pronoun(before) else last.marks
        led = grammar.head_first and ACTION in told and grammar.has("governed", group.lead)
        return led or self._view.asks(last, group.lead)

    def _is_construct(self, group: Group, joint: Group) -> bool:
        """A lone indefinite noun, which may lean on what is joined to it («رؤساء | وأعضاء اللجان»); half a number."""
        units = [unit for unit in group.units if unit.kind is not Kind.PREPOSITION]
        bare = len(units) == 1 and units[0].kind is Kind.NOUN and self._view.grammar.head_first
        behind = self._groups[joint.at + 1 : joint.at + 2]
        number = Kind.NUMBER in (group.units[-1].kind, *(group.units[0].kind for group in behind))
        shares = group.units[-1].kind is Kind.NOUN and any(_is_owned(one) for one in behind)
        return (bare or number or (shares and self._view.grammar.head_first)) and not joint.comma

    def _pairs(self, place: Group) -> bool:
        """It stands behind the first of two that a preposition asks for: "between the army and rebels"."""
        for group in reversed(self._groups[: place.at]):
            if group.kind not in (NOUN, JOINT):
                return False
            if group.kind == NOUN and self._view.grammar.has("between", group.lead):
                return True
        return False

    def _leans(self, place: Group) -> bool:
        """What stands before it asks for it: «قبل السيطرة | على المدينة», «إيذانا | بافتتاحها»."""
        before, grammar = self._groups[place.at - 1], self._view.grammar
        goal = grammar.has("time", before.lead) or grammar.has("purpose", before.lead)
        adverbial = (goal and ACTION in before.marks) or self._view.is_circumstance(before)
        return adverbial and bool(place.lead) and place.kind == NOUN


def _turns(group: Group, groups: Sequence[Group], view: ClauseView) -> bool:
    """It is a comma, behind which neither an object stands nor a noun of a list."""
    behind = groups[group.at + 1 : group.at + 2]
    if not view.is_stop(group) or not behind:
        return False
    [next_], last = behind, groups[group.at - 1]
    if last.kind in (OPENER, RELATIVE, JOINT, *VERBAL):
        return False
    if next_.kind == OPENER:
        return next_.clause is None or next_.clause.link is not Link.CONTENT
    if next_.kind == JOINT:
        return not _joins_nouns(next_, groups)
    first = next_.units[0]
    return next_.kind == NOUN and first.kind is Kind.NOUN and "participle" in first.marks


def _bracketed(groups: Sequence[Group]) -> frozenset[int]:
    """The places of the groups before which a bracket opened that closes behind them."""
    pairs = ((one.at, one.partner) for one in groups if one.partner > one.at and one.role.startswith(BRACKET))
    return frozenset(at for first, last in pairs for at in range(first + 1, last))


def _joins_nouns(group: Group, groups: Sequence[Group]) -> bool:
    """A joint between two nouns of one list."""
    behind = groups[group.at + 1 : group.at + 2]
    return group.kind == JOINT and any(one.kind == NOUN and one.listed for one in behind)


def _joins_clause(group: Group, groups: Sequence[Group]) -> bool:
    """A joint right before a verb, or before the word that opens a clause."""
    behind = groups[group.at + 1 : group.at + 2]
    return group.kind == JOINT and any(one.kind in (OPENER, *VERBAL) for one in behind)


def _is_remark(group: Group, groups: Sequence[Group]) -> bool:
    """A participle that says more behind a whole statement: «رحب بالبيان | معتبرا أن …»."""
    alone = group.kind == NOUN and not group.lead and not group.units[1:] and group.head.kind is Kind.NOUN
    behind = (one for one in groups[group.at + 1 : group.at + 2] if one.kind == OPENER and one.clause is not None)
    content = any(one.clause is not None and one.clause.link is Link.CONTENT for one in behind)
    return alone and "participle" in group.marks and content


def _is_owned(group: Group) -> bool:
    """An indefinite noun with its owner, which one before it may share: «نتائج | وتوصيات دراسة»."""
    return not group.lead and group.units[0].kind is Kind.NOUN and any(unit.kind in _NOUNS for unit in group.units[1:2])


def _is_open(before: Group) -> bool:
    """Something must follow it: a verb, what opens a clause, a joint, «كل»."""
    kinds = (OPENER, RELATIVE, JOINT, *VERBAL)
    return before.kind in kinds or before.units[-1].kind is Kind.DETERMINER


def _opens_relative(group: Group) -> bool:
    """A relative clause without a pronoun begins with it: «عالم مشهور | يدعى …», "a camp | sheltering thousands"."""
    clause = group.clause
    if clause is None or clause.head is None or clause.head.group is not group or clause.opener is not None:
        return False
    return clause.link is Link.RELATIVE or group.kind in _TENSELESS


def _is_pronoun(group: Group) -> bool:
    """A preposition with the pronoun that is glued to it: «عليهما»."""
    return [unit.kind for unit in group.units] == [Kind.PREPOSITION, Kind.CLITIC]
