"""Parts of a clause that its title can do without: sources always, the others where it is too long, asides first.

"Col. Hatem, head of the station, was shot near the market, police said": the source goes, then the apposition.

Source:
    Sentence compression by dropping adjuncts of a dependency tree (Dorr, Zajic and Schwartz 2003, Hedge Trimmer).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from timeline_core.events.titles.asides import Asides, Part, Rank
from timeline_core.events.titles.besides import besides
from timeline_core.events.titles.breaks import Breaks
from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.speakers import Speakers
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, OPENS
from timeline_core.syntax.tree.values import COMMENT, RESULT, Clause, Group, Kind, Link, Predicate, Tree

_RANKS = {
    Link.SOURCE: Rank.SOURCE,
    Link.RELATIVE: Rank.RELATIVE,
    Link.TIME: Rank.CLAUSE,
    Link.PURPOSE: Rank.CLAUSE,
    Link.COMPLEMENT: Rank.CLAUSE,
}
"""A condition, and what is said, are never left out."""
_BESIDE = 2
"""Groups from a verb to the one that a joint puts right behind it."""
_SOURCES = frozenset({Link.COMPLEMENT, Link.TIME})


class Parts:
    """The parts of the clause of one predicate."""

    def __init__(self, view: ClauseView) -> None:
        self._view = view
        self._tails: tuple[Span, list[int]] | None = None
        """Of the words that were asked for last."""

    @cached_property
    def _besides(self) -> tuple[Span | None, Group | None]:
        return besides(self._view)

    @cached_property
    def _breaks(self) -> Breaks:
        """Only a title that is too long asks for them."""
        return Breaks(self._view)

    def sources(self, span: Span) -> list[Span]:
        """Who says so, behind what is told: «وفق بيان للوزارة», "as the agency reported"."""
        clauses = [one.span for one in self._clauses() if one.rank is Rank.SOURCE]
        return [
            one
            for one in (*clauses, *self._named_sources(span), *_sources_behind(self._view, span))
            if span.covers(one) and self._view.is_free(one)
        ]

    def spare(self, span: Span) -> list[Part]:
        """What can go where the title is too long, in the order in which it goes; of one rank the last first."""
        found = [*Asides(self._view).of(span)]
        if not self._says_nothing(span):
            found += self._clauses()
        asked = [one.span for one in map(self._breaks.complement, self._view.told) if one is not None]
        free = [one for one in found if self._view.is_free(one.span) and not self._is_quoted(one.span)]
        free = [one for one in free if not any(one.span.overlaps(span) for span in asked)]
        free += [Part(Rank.APPOSITION, gap)] if (gap := self._besides[0]) is not None else []
        speakers = Speakers(self._view, self._breaks)
        described = ((Rank.APPOSITION, one) for one in speakers.descriptions())
        ranked = ((Rank.ASIDE, speakers.remarks()), (Rank.OFFICE, speakers.offices()), *described)
        free += [Part(rank, one) for rank, one in ranked if one is not None]
        inside = [one for one in free if span.covers(one.span)]
        return sorted(inside, key=lambda one: (one.rank, -one.span.start))

    def tails(self, span: Span) -> list[int]:
        """Where it can end before its last words, so that what is left is whole; the last place first."""
        if self._tails is None or self._tails[0] != span:
            self._tails = span, self._tails_of(span)
        return self._tails[1]

    def _tails_of(self, span: Span) -> list[int]:
        if not self._says_nothing(span):
            return self._breaks.within(span, self._low(span))
        said, told = self._view.verbless_content(), self._view.may_be_told(span)
        return [
            *(self._breaks.between_clauses(span, said) if said is not None else []),
            *(self._breaks.turns(span, told.span.end) if told is not None else []),
        ]

    def statements(self, span: Span) -> list[int]:
        """Where a joined statement begins, which is told by itself: «رحب الوزير بالوفد | وقال إن …»; the last first."""
        places = self.tails(span)
        if not places:
            return []
        told = [one.clause for one in self._view.told]
        later = (one.clause for one in self._view.tree.predicates if one.clause.sister in told)
        starts = {one.groups[0].at - 1 for one in later if one.link is Link.JOINED and one.groups and _has_own(one)}
        joints = {self._view.tree.groups[at].span.start for at in starts if at > 0}
        return [at for at in places if at in joints]

    def loose_tails(self, span: Span) -> list[int]:
        """Where it can end before a noun that is joined to another one, or to what a definite noun is of: «البيان |
        للاجتماع»."""
        if self._says_nothing(span):
            return []
        low = self._low(span)
        return [*self._breaks.between_nouns(span, low), *self._breaks.loose(span, low)]

    def gaps(self, span: Span) -> list[Span]:
        """What stands between the subject and what the verb asks for; the shortest first."""
        return [one for one in self._breaks.gaps() if span.covers(one)]

    def _is_quoted(self, span: Span) -> bool:
        """It is all that stands between two quotation marks: a name, or a slogan: «حملة "لنزرع شجرة"»."""
        groups = self._view.tree.groups
        marks = (one for one in groups if one.kind == MARK and one.partner > one.at and one.role.startswith(OPENS))
        return any(
            groups[one.at + 1].span.start == span.start and groups[one.partner - 1].span.end == span.end
            for one in marks
        )

    def _says_nothing(self, span: Span) -> bool:
        """It is a saying, and nothing tells for sure what is said."""
        verb = self._view.predicate
        return self._view.says_nothing(span) and (verb is None or self._breaks.complement(verb) is None)

    def _low(self, span: Span) -> int:
        """The end of what no title of these words can do without."""
        told = self._besides[1]
        return self._governed(max(self._breaks.needed(span), told.span.end if told is not None else 0))

    def edges(self, span: Span) -> list[int]:
        """Where words can be cut at all; the last place first."""
        told = self._view.told_last
        return self._breaks.edges(span, told.span.end if told is not None else span.start)

    def _governed(self, low: int) -> int:
        """The end of what the verb leads to right behind its arguments by a preposition: «اتفقوا على زيادة الإنتاج»."""
        groups, grammar = self._view.tree.groups, self._view.grammar
        behind = next((group for group in groups if group.span.start >= low), None)
        governed = behind is not None and behind.kind == NOUN and grammar.has("governed", behind.lead)
        return behind.span.end if behind is not None and governed else low

    # --- clauses below ---------------------------------------------------------------------------------------------

    def _clauses(self) -> Iterator[Part]:
        for head in self._view.tree.predicates:
            clause = head.clause
            rank = _RANKS.get(clause.link) if clause.head is head else None
            span = _with_opener(self._view.tree, clause) if rank is not None else None
            if rank is None or span is None or clause is self._own_clause or not self._ends_there(span):
                continue
            ranked = self._ranked(clause, head, rank)
            if ranked is not Rank.SOURCE and self._goes_on_behind(span):
                continue
            if clause.link is not Link.RELATIVE:
                yield Part(ranked, span)
            elif self._only_adds(clause, span, ranked):
                yield Part(ranked, self._with_stop(self._with_host(clause, span)))

    def _goes_on_behind(self, span: Span) -> bool:
        """A joint behind its comma goes on with it, and would be told of somebody else: «كافأ المدير الحارس [الذي أنقذ
        طفلا]، ومنع حريقا»."""
        behind = next((one for one in self._view.tree.groups if one.span.start >= span.end and one.kind != MARK), None)
        return behind is not None and behind.kind == JOINT

    def _only_adds(self, clause: Clause, span: Span, rank: Rank) -> bool:
        """A relative clause with its pronoun; one that says which one is meant only behind the verb."""
        verb = self._view.predicate
        behind = rank is not Rank.RELATIVE or verb is None or span.start > verb.span.start
        return behind and clause.opener is not None and clause.host is not None and not self._is_free_relative(clause)

    def _is_free_relative(self, clause: Clause) -> bool:
        """Its pronoun stands for the noun itself, which a verb or a noun before it asks for: «إجمالي | ما أنفق»."""
        word = clause.opener.units[-1].word if clause.opener is not None else ""
        return self._view.grammar.has("free_relatives", word)

    @staticmethod
    def _with_host(clause: Clause, span: Span) -> Span:
        """With the noun that only leads on to it: «…، الأمر الذي أغضب كثيرين»."""
        host = clause.host
        return span.hull(host.span) if host is not None and host.comma and host.span.end <= span.start else span

    def _with_stop(self, span: Span) -> Span:
        """With the comma that closes it before the verb of its host: «الاجتماع [الذي عقد،] تناول …»."""
        groups = self._view.tree.groups
        stop = next((group for group in groups if group.span.start >= span.end), None)
        verb = groups[stop.at + 1] if stop is not None and stop.at + 1 < len(groups) else None
        told = verb is not None and any(one.group is verb for one in self._view.told)
        return span.hull(stop.span) if stop is not None and told and self._view.is_stop(stop) else span

    def _ends_there(self, span: Span) -> bool:
        """A stop stands behind it, or nothing: else what goes on may hang on words inside it."""
        behind = next((group for group in self._view.tree.groups if group.span.start >= span.end), None)
        return behind is None or behind.kind == MARK

    def _ranked(self, clause: Clause, head: Predicate, rank: Rank) -> Rank:
        told = any(one.parent is head and one.link in (Link.CONTENT, Link.QUOTE) for one in self._view.tree.predicates)
        says = "says" in head.head.marks and not told and head.object is None
        if clause.link in _SOURCES and clause.comma and says:
            return Rank.SOURCE
        if clause.opener is not None and clause.opener.units[-1].concept in (COMMENT, RESULT):
            return Rank.COMMENT
        return Rank.COMMENT if rank is Rank.RELATIVE and clause.comma else rank

    @property
    def _own_clause(self) -> Clause | None:
        return self._view.predicate.clause if self._view.predicate is not None else None

    # --- words beside the clause -----------------------------------------------------------------------------------

    def _named_sources(self, span: Span) -> Iterator[Span]:
        """A source that a preposition leads to, up to the next comma: «بحسب المرصد», "according to police"."""
        verb = self._view.predicate
        for group in self._view.tree.groups:
            inside = span.start < group.span.start < span.end
            if not inside or not self._view.grammar.names_source(group):
                continue
            if verb is not None and self._view.asks(verb.head, group.lead):
                continue
            ends = (one.span.start for one in self._view.tree.groups[group.at + 1 :] if self._view.is_stop(one))
            yield Span(group.span.start, min(next(ends, span.end), span.end))


def _with_opener(tree: Tree, clause: Clause) -> Span | None:
    """The words of a clause, with the one that opens it and all that goes with it."""
    span = clause_extent(tree, clause, asides=True)
    if span is None or not clause.groups:
        return span
    opener = clause.opener if clause.opener is not None else clause.groups[0]
    before = tree.groups[opener.at - 1] if opener.at else opener
    joined = before.kind == JOINT and before.span.end == opener.span.start
    return span.hull(before.span if joined else opener.span)


def _has_own(clause: Clause) -> bool:
    """It tells by itself, and is no verb beside another with one subject: «قتل | وأصيب»."""
    first = clause.sister.head if clause.sister is not None else None
    return first is None or clause.head is None or clause.head.group.at - first.group.at != _BESIDE


def _sources_behind(view: ClauseView, span: Span) -> Iterator[Span]:
    """The name of an outlet in brackets, last: «قصف المعبر (رويترز)», "Guards were killed (local radio)"."""
    groups = view.tree.groups
    for group in groups:
        if group.kind != MARK or group.partner <= group.at or not group.role.startswith(BRACKET):
            continue
        inside = [unit for one in groups[group.at + 1 : group.partner] for unit in one.units]
        outlet = any(view.grammar.has(name, unit.word) for unit in inside for name in ("outlets", "wires"))
        if not outlet or group.span.start >= span.end or any(unit.kind is Kind.NUMBER for unit in inside):
            continue
        behind = islice(groups, group.partner + 1, None)
        if not any(one.span.start < span.end and one.kind != MARK for one in behind):
            yield Span(group.span.start, min(groups[group.partner].span.end, span.end))
