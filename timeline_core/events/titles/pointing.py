"""Words of a clause that point at what was told before it: a title says the noun alone.

«أوضح الوزير أن هذا القرار يدعم المزارعين» tells of «القرار», "signed this agreement" of "the agreement". A season that
is "last" or "this" only by the report's day goes, as its dates do.

Source:
    Demonstratives and deictic adjectives are understood by what stands around (Halliday and Hasan 1976).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.marks import OPENS
from timeline_core.syntax.tree.values import Group, Kind, Unit

_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})


class Pointing:
    """What points in the words of one clause."""

    def __init__(self, view: ClauseView) -> None:
        self._view = view

    def words(self) -> Iterator[tuple[Span, str]]:
        """Each demonstrative right before its noun, and what the title says for it."""
        grammar = self._view.grammar
        said = next(iter(grammar.lists.get("plain_article", ())), " ")
        for group in self._view.tree.groups:
            if group.kind != NOUN or group.lead or any(low < group.at < high for low, high in self._quoted):
                continue  # «في هذا الصدد»; and what is quoted stays as it was said
            for one, noun in pairwise(group.units):
                if grammar.has("pointing", one.word) and self._is_told_by(one, noun, group):
                    yield Span(one.start, one.end), said

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        """The places between two quotation marks."""
        groups = self._view.tree.groups
        return [(one.at, one.partner) for one in groups if one.partner > one.at and one.role.startswith(OPENS)]

    def _is_told_by(self, pointing: Unit, noun: Unit, group: Group) -> bool:
        """The noun has its article, or needs one; no letter is glued to the demonstrative («بهذا القرار»)."""
        glued = any(one.end == pointing.start for one in group.units)
        head_first = self._view.grammar.head_first
        told = noun.kind is Kind.DEFINITE if head_first else noun.kind in _NOUNS
        return told and not glued and noun.start > pointing.end

    def seasons(self) -> Iterator[Span]:
        """Periods that only the report's day tells: «الموسم الماضي», "last season"."""
        grammar, verb = self._view.grammar, self._view.predicate
        for group in self._view.tree.groups:
            if group.kind != NOUN or not group.units[1:] or not self._view.is_free(group.span):
                continue
            if not grammar.names("seasons", group.head):
                continue
            leads = not group.lead or grammar.has("within", group.lead) or grammar.has("in", group.lead)
            which = any(grammar.has(name, unit.word) for unit in group.units for name in ("this_or_last", "pointing"))
            behind = verb is None or group.at > verb.group.at or grammar.subject_first
            if leads and which and behind and not (group.listed or group.units[3:]):
                yield group.span
