"""What a long title does without of who speaks or acts: the offices before a name, and where it was said.

«أكد | أمين المكتبة في صيدا الأستاذ | سامر الحداد | في مقال له | أن …»: what stands between the bars goes, and the name
stays. "Hatem said | in an interview with the paper | that …".

Source:
    Close apposition: the name is the referent, the title before it a description (Quirk et al. 1985, 17.65 ff.).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

from timeline_core.events.roles.people import People
from timeline_core.events.titles.breaks import Breaks
from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN, OPENER, OTHER
from timeline_core.syntax.tree.marks import COLON, OPENS, WORDS
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate, Unit

_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME, Kind.ADJECTIVE})
_CLOSED = (Kind.DEFINITE, Kind.NAME, Kind.ADJECTIVE)


class Speakers:
    """The words between the verb of a clause and what it says, or leads to."""

    def __init__(self, view: ClauseView, breaks: Breaks) -> None:
        self._view, self._breaks = view, breaks
        self._people = People(view.sentence.phrasing, view.grammar)

    def remarks(self) -> Span | None:
        """What stands between who speaks and what he says: where, when and to whom he said it."""
        found = self._between()
        return self._remarks(*found) if found is not None else None

    def offices(self) -> Span | None:
        """The offices before the name of who speaks or acts; where no list knows it, all but the first."""
        found = self._between() if not self._view.grammar.subject_first else None
        return (self._offices(found[0]) or self._later_offices(found[0])) if found is not None else None

    def descriptions(self) -> Iterator[Span]:
        """Who somebody is, behind his name, up to what is said, or to the comma before the object."""
        verb, groups = self._view.predicate, self._view.tree.groups
        if verb is None or self._view.grammar.subject_first:
            return
        for name in self._view.sentence.persons:
            first = next((one for one in groups if one.span.start >= name.end), None)
            if first is None or name.start < verb.span.end or not self._opens_office(first):
                continue
            end = next((one for one in groups[first.at + 1 :] if not self._goes_on(one)), None)
            if end is not None and self._told_from(end, verb):
                yield Span(first.span.start, end.span.end if self._is_comma(end) else end.span.start)

    def _told_from(self, end: Group, verb: Predicate) -> bool:
        """What is said begins there, or behind that comma the object."""
        said = self._said(verb)
        behind = self._view.tree.groups[end.at + 1 : end.at + 2] if self._is_comma(end) else ()
        led = any(one.kind == NOUN and not one.lead and not self._opens_office(one) for one in behind)
        return end is said or (said is not None and any(one is said for one in behind)) or led

    def _is_comma(self, group: Group) -> bool:
        return group.kind == MARK and self._view.grammar.has("comma", group.head.word)

    def _goes_on(self, group: Group) -> bool:
        """It is of an office before it: another office, an adjective, what a preposition leads to."""
        alone = not group.units[1:] and group.units[0].kind in _CLOSED
        return group.kind == NOUN and (bool(group.lead) or alone or self._opens_office(group)) and not group.comma

    def _opens_office(self, group: Group) -> bool:
        return group.kind == NOUN and not (group.lead or group.comma) and self._is_title(group.units[0])

    def _between(self) -> tuple[Sequence[Group], Group] | None:
        """The groups between the verb and what it says or leads to, and where that begins."""
        verb = self._view.predicate
        if verb is None or "passive" in verb.head.marks:
            return None
        found = (one for one in (self._said(verb), self._breaks.complement(verb)) if one is not None)
        behind = min(found, key=lambda one: one.at, default=None)
        if behind is None or behind.at <= verb.group.at:
            return None
        between = self._view.tree.groups[verb.group.at + 1 : behind.at]
        return None if any(self._tells_more(one) for one in between) else (between, behind)

    def _tells_more(self, group: Group) -> bool:
        """Another saying, or an action that is the object: «كرر | التأكيد على …، مذكرا بأن …»."""
        return self._tells_of(group) and not group.lead

    @staticmethod
    def _tells_of(group: Group) -> bool:
        """An action of saying or another one, which may lead to what is said: «أعرب | عن اعتقاده | بأن …»."""
        return group.kind == NOUN and bool({ACTION, "says"} & group.marks)

    def _said(self, verb: Predicate) -> Group | None:
        """Where what is said begins: the word or the mark that opens it."""
        content = verb.content if "says" in verb.head.marks else None
        if content is None:
            return self._view.verbless_content() or self._quoted(verb)
        if content.group.at < verb.group.at:
            return None
        inside = self._view.tree.groups[verb.group.at + 1 : content.group.at]
        opens = next((one for one in inside if self._opens_content(one, content)), None)
        before = self._view.tree.groups[opens.at - 1] if opens is not None else None
        led = before is not None and before.at > verb.group.at and self._tells_of(before)
        return before if led else opens

    def _quoted(self, verb: Predicate) -> Group | None:
        """A colon behind the verb, and words in quotation marks behind that."""
        for mark, opened in pairwise(self._view.tree.groups[verb.group.at + 1 :]):
            if mark.role == COLON and opened.role.startswith(OPENS):
                return mark
        return None

    @staticmethod
    def _opens_content(group: Group, content: Predicate) -> bool:
        if group.kind == OPENER:
            return group is content.clause.opener or (group.clause is not None and group.clause.link is Link.CONTENT)
        quotes = group.role.startswith(OPENS) and group.partner > content.group.at
        return group.kind == MARK and (group.role == COLON or quotes)

    def _name(self, between: Sequence[Group]) -> Span | None:
        """The one person whom the words name, to the end of the words about him."""
        if not between:
            return None
        whole = between[0].span.hull(between[-1].span)
        named = [one for one in self._view.sentence.persons if whole.covers(one) and not self._is_owned(one, between)]
        last = next((one for one in between if named and one.span.end >= named[0].end), None)
        return named[0].hull(Span(named[0].end, last.span.end)) if len(named) == 1 and last is not None else None

    def _is_owned(self, name: Span, between: Sequence[Group]) -> bool:
        """A body or a place is called by it: «مركز الملك | سلمان», «جامعة | نايف»."""
        units = [unit for one in between for unit in one.units if unit.start < name.start]
        before = next(dropwhile(self._is_definite_title, reversed(units)), None)
        return before is not None and before.kind is Kind.NOUN and not self._is_title(before)

    # --- where it was said -------------------------------------------------------------------------------------------

    def _remarks(self, between: Sequence[Group], said: Group) -> Span | None:
        verb, name = self._view.predicate, self._name(between)
        subject = verb.subject if verb is not None else None
        ends = (one.span.end for one in (verb, subject) if one is not None)
        low = max((*ends, name.end if name is not None else 0))
        behind = [one for one in between if one.span.start >= low]
        first = next((one for one in behind if self._tells_where(one, named=name is not None)), None)
        if first is None or (name is not None and first is not next(one for one in behind if one.kind != MARK)):
            return None
        start = behind.index(first)
        while name is None and start and behind[start - 1].kind == OTHER:
            start -= 1
        later = [one for one in behind[start:] if any(unit.kind is not Kind.PREPOSITION for unit in one.units)]
        if any(one.kind == JOINT or self._may_be_object(one, named=name is not None) for one in later):
            return None
        if not later:
            return None
        end = said.span.start if later[-1] is behind[-1] else later[-1].span.end
        return Span(behind[0].span.start if name is not None else later[0].span.start, end)

    def _tells_where(self, group: Group, *, named: bool) -> bool:
        """It leads to a place, a time or a hearer; behind a name, it is his office."""
        grammar = self._view.grammar
        led = bool(group.lead) and (named or not any(grammar.has(name, group.lead) for name in ("of", "from")))
        office = named and not group.lead and self._is_title(group.units[0])
        return group.kind == DATE or (group.kind == NOUN and (led or office))

    def _may_be_object(self, group: Group, *, named: bool) -> bool:
        """It hangs on nothing before it: «حث الأمين في هذا الصدد | الدول | على …»."""
        before = self._view.tree.groups[group.at - 1]
        quoted = before.role.startswith(OPENS) and before.role.endswith(WORDS)
        leans = quoted or (before.kind == NOUN and before.units[-1].kind is Kind.NOUN)
        return group.kind == NOUN and not (group.lead or leans or (named and self._is_title(group.units[0])))

    # --- offices before a name ---------------------------------------------------------------------------------------

    def _offices(self, between: Sequence[Group]) -> Span | None:
        """Nothing where he who is named may be but the owner of what stands before him."""
        name = self._name(between)
        groups = [one for one in between if name is not None and one.span.start < name.start]
        inside = [one for one in between if name is not None and one.span.start < name.end]
        if name is None or any(one.kind not in (NOUN, JOINT) for one in groups):
            return None
        units = [unit for one in inside for unit in one.units if unit.start < name.start]
        title = self._title(units)
        start = title.start if title is not None else name.start
        described = [unit for unit in units if unit.end <= start]
        sure = bool(described) and (title is not None or self._describes(described))
        return Span(described[0].start, start) if sure else None

    def _later_offices(self, between: Sequence[Group]) -> Span | None:
        """From the second office to the title before the name: «وزير النقل | رئيس مجلس الشركة | المهندس …»."""
        opened = [one for one in between[1:] if self._opens_office(one) and not one.listed]
        second = next((one for one in opened if one.units[0].kind is Kind.NOUN), None)
        title = next((one for one in reversed(opened) if one.units[0].kind is Kind.DEFINITE), None)
        if second is None or title is None or title.at <= second.at:
            return None
        closed = self._view.tree.groups[second.at - 1].units[-1].kind in _CLOSED
        return Span(second.span.start, title.span.start) if closed else None

    def _title(self, units: Sequence[Unit]) -> Unit | None:
        """The title with its article right before the name, where it begins a phrase: «… مكة الأمير | خالد»."""
        before = [*dropwhile(self._is_definite_title, reversed(units))]
        titled = len(before) < len(units) and bool(before) and before[0].kind in _CLOSED
        return units[-1] if titled and not self._is_title(before[0]) else None

    def _is_definite_title(self, unit: Unit) -> bool:
        return unit.kind is Kind.DEFINITE and self._is_title(unit)

    def _is_title(self, unit: Unit) -> bool:
        bare = self._view.sentence.grammar.without_article(unit.word)
        listed = any(self._view.grammar.has(name, bare) for name in ("courtesies", "posts"))
        return listed or self._people.is_person(unit)

    def _describes(self, units: Sequence[Unit]) -> bool:
        """Offices, and no kin or aide of another: «رئيس مجلس الإدارة مدير المصنع», but not «نجل وزير الدفاع»."""
        people = [at for at, unit in enumerate(units) if unit.kind in _NOUNS and self._is_title(unit)]
        single = [at for at in people if "plural" not in units[at].marks]
        apart = all(units[at - 1].kind in _CLOSED for at in single[1:])
        return units[-1].kind in _CLOSED and single[:1] == [0] and apart
