"""Which noun a relative clause tells of, where that is sure.

«نتائج | الفحص الذي أجري»: the pronoun agrees with the second noun alone. «أهل | الفقيد الذي …»: it may be either.

Source:
    A relative clause agrees with its head in gender and number (Ryding 2005, 14.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.phrases import is_open
from timeline_core.events.titles.stated.forms import (
    AS_FEMININE,
    FORMS,
    MANY,
    STATED,
    is_feminine,
    is_masculine,
    tells_of_another,
)
from timeline_core.events.titles.stated.own_words import own_groups
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.values import ACTION, PHASE, Group, Kind, Predicate, Unit

_MEN = frozenset({"masculine", "plural"})
"""Marks of a sound plural of people: «المصابين», of whom no «التي» tells."""
_NEAR = 2
"""Groups from a noun to the word that opens what is said of it, a comma among them."""


class Hosts:
    """The nouns of one sentence that its relative clauses tell of."""

    def __init__(self, view: ClauseView) -> None:
        self._tree, self._grammar, self._persons = view.tree, view.grammar, view.sentence.persons

    def of(self, predicate: Predicate, span: Span) -> Span | None:
        """The words of the noun, up to its clause, where it surely is the one that the clause tells of."""
        clause, host = predicate.clause, predicate.clause.host
        first = clause.opener if clause.opener is not None else next(iter(own_groups(clause)), None)
        if host is None or first is None or first.at - host.at > _NEAR:
            return None
        if host.listed and predicate.head.marks & MANY:  # «سالم وهدى اللذان …»
            return None
        start = span.start if self._grammar.subject_first else self._described_from(host, span.start)
        if not start < host.span.end <= predicate.span.start or self._is_led_on(host, start):
            return None
        if tells_of_another(predicate, self._tree, self._grammar):
            return None
        told = start if self._grammar.subject_first else self._meant(host, start, predicate)
        end = max(one.span.end for one in self._tree.groups[host.at : first.at] if one is host or one.kind == NOUN)
        return Span(told, end) if told >= 0 else None

    def _meant(self, host: Group, start: int, predicate: Predicate) -> int:
        """Where the noun begins of which the clause tells; -1 where that is not sure.

        Of «أهل | الفقيد الذي …» it may be either noun, unless only one of them agrees with the pronoun: «نتائج | الفحص
        الذي …». What takes place is the first («حادث السير الذي وقع»), what is done for a purpose is of the last
        («لتنفيذ | الخطة التي …»).
        """
        units = [unit for unit in self.units(Span(start, host.span.end)) if unit.kind in STATED]
        nouns = [unit for unit in units if unit.kind is not Kind.ADJECTIVE] or units
        if not nouns or (nouns[0].kind is Kind.NUMBER and self._measures(units)):
            return -1
        owners = (two for one, two in pairwise(units) if one.kind is Kind.NOUN and two.kind is not Kind.NAME)
        first, later = nouns[0], [unit for unit in owners if unit in nouns]
        fits = [unit for unit in later if self._agrees(unit, predicate) or is_feminine(predicate, self._grammar)]
        purpose = ACTION in first.marks and self._grammar.has("purpose", host.lead)
        if first.kind is Kind.NAME and self._is_behind_noun(host, first, predicate):
            return -1
        if not self._agrees(first, predicate) or (purpose and fits):
            return fits[-1].start if len(fits) == 1 and fits[0].marks & FORMS else -1
        takes_place = PHASE in predicate.head.marks or self._grammar.names("takes_place", predicate.head)
        open_ = fits and not (first.kind is Kind.NUMBER or takes_place)
        return -1 if open_ or (later and not first.marks & FORMS and first.kind is Kind.NOUN) else start

    def _is_behind_noun(self, host: Group, name: Unit, predicate: Predicate) -> bool:
        """A noun stands right before it, of which the clause may tell («مطار الأمير بجدة | الذي»); but a person is told
        of himself."""
        person = any(one.start == name.start for one in self._persons)
        before = self._tree.groups[host.at - 1] if host.at else host
        units = [unit for unit in before.units if unit.kind in STATED] if before.kind == NOUN else []
        return not person and before is not host and any(self._agrees(unit, predicate) for unit in units)

    def _measures(self, units: Sequence[Unit]) -> bool:
        return any(self._grammar.names("measures", unit) for unit in units)

    def _described_from(self, host: Group, start: int) -> int:
        """With the noun that a lone definite word describes: «العمل الكبير | المتقن، الذي …».

        Of an action without what it belongs to: «ضحايا | الهجوم المسلح | الغادر الذي …».
        """
        before = self._tree.groups[host.at - 1] if host.at else host
        alone = not (host.units[1:] or host.lead or host.comma) and host.head.kind in (Kind.DEFINITE, Kind.ADJECTIVE)
        argument = any(host in (one.subject, one.object) for one in self._tree.predicates if one.clause is host.clause)
        quality = host.head.kind is Kind.ADJECTIVE or "participle" in host.marks or not argument
        if not (alone and quality) or start < host.span.start or before.kind != NOUN:
            return start
        if before.units[-1].kind not in (Kind.DEFINITE, Kind.ADJECTIVE):
            return start
        at = len(before.units) - 1
        while at and before.units[at].kind is Kind.ADJECTIVE:
            at -= 1
        while at and before.units[at - 1].kind is Kind.NOUN and ACTION not in before.units[at].marks:
            at -= 1
        return before.units[at].start

    def _is_led_on(self, host: Group, start: int) -> bool:
        """The words begin in the middle of a phrase or a name: «قائمة | الأغذية», «"أيام قرطاج" | السينمائية»."""
        first = next(one for one in self._tree.groups if one.span.end > start)
        before = self._tree.groups[first.at - 1] if first.at else None
        if before is None or first.lead or first.comma or not self._grammar.head_first:
            return False
        alone = first.head.kind in (Kind.ADJECTIVE, Kind.DEFINITE) and not first.units[1:] and first is host
        if before.kind == MARK:
            return alone and before.partner >= 0 and before.partner < before.at
        described = alone and before.units[-1].kind is Kind.NAME
        names = start == first.span.start and before.units[-1].kind is first.units[0].kind is Kind.NAME
        return before.kind == NOUN and (is_open(before) or described or names)

    def _agrees(self, noun: Unit, predicate: Predicate) -> bool:
        """Gender and number of the noun and of what opens the clause agree."""
        marks = noun.marks & FORMS
        if is_masculine(predicate, self._grammar):
            return not marks & AS_FEMININE
        if is_feminine(predicate, self._grammar):
            return not marks or (bool(marks & AS_FEMININE) and not marks >= _MEN)
        return predicate.clause.opener is None or noun.kind is Kind.NUMBER or not marks or bool(marks & MANY)

    def units(self, host: Span) -> Iterator[Unit]:
        """The words of the noun."""
        groups = takewhile(lambda one: one.span.start < host.end, self._tree.groups)
        return (unit for one in groups for unit in one.units if host.start <= unit.start < host.end)

    def noun(self, host: Span) -> Unit | None:
        """The noun itself."""
        return next((unit for unit in self.units(host) if unit.kind in STATED), None)
