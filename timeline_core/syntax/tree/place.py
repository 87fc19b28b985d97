"""Place: where one date stands among the groups and clauses of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from timeline_core.model.once import cached_property
from timeline_core.syntax.tree.around import Around
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import ASIDE, ASIDE_END, BRACKET, BRACKET_END, CLOSES, COMMA, OPENS
from timeline_core.syntax.tree.time import Time
from timeline_core.syntax.tree.values import DOER, Clause, Group, Kind, Link, Predicate

_INNER = frozenset({Link.RELATIVE, Link.TIME})
_NO_PARTING = ([OPENS], [CLOSES], [ASIDE], [ASIDE_END])


class Place:
    """Where one date stands among the groups and clauses."""

    def __init__(
        self,
        group: Group,
        groups: Sequence[Group],
        grammar: Grammar,
        dated: Sequence[Clause] = (),
        taken: Sequence[Predicate] = (),
    ) -> None:
        """
        Args:
            dated: the clauses whose predicate an earlier date dates.
            taken: the actions that an earlier date dates, which take no second one.
        """
        self.group, self.grammar, self.groups, self._dated, self._taken = group, grammar, groups, dated, taken
        self.clause = group.clause or Clause(Link.MAIN)
        self.time, self.around = Time(group), Around(group, groups, grammar)

    @property
    def is_second(self) -> bool:
        """Its relative or temporal clause has a date already, and this one is not coordinated with that."""
        beside = self.group.at > 0 and self.groups[self.group.at - 1].kind in (DATE, JOINT)
        return self.clause.link in _INNER and self.clause in self._dated and not beside

    @cached_property
    def then(self) -> Predicate | None:
        """The predicate of a temporal clause right behind it: «في 1983 عندما فاز الحزب»."""
        behind = self.around.beyond
        if self.grammar.has("until", self.around.lead):
            return None
        clause = behind.clause if behind is not None and self.grammar.has("then", behind.head.word) else None
        return clause.head if clause is not None and clause.link is Link.TIME and clause.opener is behind else None

    @property
    def is_dated(self) -> bool:
        """The head of its clause has a date that stands before it."""
        return self.clause in self._dated

    @property
    def has_content(self) -> bool:
        """A clause of content hangs on the head of its clause."""
        clauses = (group.clause for group in self.groups)
        return any(one is not None and one.link is Link.CONTENT and one.above is self.clause for one in clauses)

    def measured(self, event: Predicate) -> bool:
        """A word of time leads to it by way of how long: «قبل ساعات من زيارة …»."""
        before = self.groups[event.group.at - 1] if event.group.at else None
        if before is None or before.kind != NOUN or not self.grammar.has("from", event.group.lead):
            return False
        return self.grammar.has("time_nouns", before.head.word) and self.grammar.has("time", before.lead)

    def prepared(self, event: Predicate) -> bool:
        """What somebody makes ready for: «استعدادا للقاء …», "in preparation for the vote"."""
        before = self.groups[event.group.at - 1] if event.group.at else None
        ready = (one for one in (before.head, before.units[-1])) if before is not None and event.group.lead else ()
        return any(self.grammar.has("prepares", unit.word) for unit in ready)

    @cached_property
    def timed(self) -> Predicate | None:
        """The action that a word of time leads to, with nothing but what prepositions lead to before the date."""
        chain = reversed(self.around.chain)
        first = next((group for group in chain if self.grammar.has("time", group.lead)), None)
        event = self.event_of(first)
        return event if event is not None and event.kind == "noun" else None

    def has_date_before(self, event: Predicate) -> bool:
        """The head of its clause has its date, which stands before that action."""
        dates = (group.at for group in self.clause.groups if group.kind == DATE)
        return self.clause in self._dated and any(at < event.group.at for at in dates)

    @cached_property
    def inside_subject(self) -> bool:
        """What prepositions lead to stands between the subject and it: "the report by him in 1903 praised …"."""
        chain = self.around.chain
        inside = bool(chain) and bool(chain[-1].lead)
        nouns = [group for group in self.clause.groups if group.kind == NOUN and not group.lead]
        return inside and bool(nouns) and nouns[0].at <= chain[0].at and (not chain[0].lead or chain[0].comma)

    @cached_property
    def participle(self) -> Predicate | None:
        """The participle right before it: «الاتفاق الموقع عام 2014»; or that of the notice which names the source.

        «قتل جندي وفق بيان صادر عن الوزارة أمس».
        """
        before = self.around.before
        if before is None or self.around.comma_before:
            return None
        chain = self.around.chain
        source = next((at for at, one in enumerate(chain) if self.grammar.names_source(one)), len(chain))
        found = (self.event_of(group) for group in (before, *chain[source:]))
        ended = (one for one in found if one is not None and _ends_its_group(one))
        return next((one for one in ended if not self._tells_time(one.group)), None)

    @cached_property
    def state(self) -> Predicate | None:
        """The last participle before it in its clause: «المحتجزين لدى السلطات منذ نيسان»."""
        before = [one for one in self.clause.predicates if one.group.at < self.group.at]
        last = before[-1] if before else None
        if last is None or last.kind != "participle" or self.parted(last):
            return None
        return None if self._tells_time(last.group) else last

    def _tells_time(self, group: Group) -> bool:
        """A word of time is in it, or is what it describes («موعدها المقرر»)."""
        before = self.groups[group.at - 1] if group.at and not group.lead else group
        return any(self.grammar.names("time_nouns", unit) for unit in (before.head, *group.units))

    def is_subject(self, event: Predicate) -> bool:
        """The event's noun is the subject of the clause, behind an empty pronoun too («أنه تم إحباط»)."""
        head = self.clause.head
        if head is None or head.subject is None:
            return False
        held = head.subject.head.kind is Kind.CLITIC and head.head.concept == "occur" and head.object is event.group
        return (held and not self.is_dated) or event.head in head.subject.units

    def event_of(self, group: Group | None) -> Predicate | None:
        """The noun of action that the group is about."""
        return next((one for one in self.clause.predicates if one.group is group), None)

    @cached_property
    def event(self) -> Predicate | None:
        """The last noun of action or participle of its clause that stands before it."""
        found = [one for one in self.clause.predicates if self._can_be_dated(one)]
        last = found.pop() if found else None
        while found and last is not None and self._governed(last, found[-1]):
            last = found.pop()
        return last if last is not self.clause.head else None

    def first_joined(self, event: Predicate) -> Predicate:
        """Of actions joined side by side, with nothing between, the first: "his decline and death in the 1980s"."""
        while event.kind == "noun" and event.group.listed and not event.group.lead:
            before = next((one for one in self.clause.predicates if self._joined_right_before(one, event)), None)
            if before is None:
                break
            event = before
        return event

    def _joined_right_before(self, one: Predicate, event: Predicate) -> bool:
        joint = self.groups[event.group.at - 1]
        return one.kind == "noun" and joint.kind == JOINT and one.group is self.groups[joint.at - 1]

    @staticmethod
    def _governed(one: Predicate, other: Predicate) -> bool:
        """It is the object of an action right before it: «إحكامها السيطرة على …»."""
        beside = one.group.at - other.group.at == 1 and not one.group.lead
        return beside and one.kind == other.kind == "noun"

    def _can_be_dated(self, one: Predicate) -> bool:
        """It stands before the date, on the same side of the verb, and is no word of time («بداية»).

        It has no date yet, but for one that stands right before: "hurt in a game since his arrival in May on Saturday".
        """
        if (one.kind == "participle" and one is not self.participle) or self.grammar.names("time_nouns", one.head):
            return False
        if (
            self._bracketed(one)
            or _says_who(one, self.groups[: self.group.at])
            or (one in self._taken and self.groups[self.group.at - 1].kind != DATE)
        ):
            return False
        head = self.clause.head
        return one.group.at < self.group.at and not (head and one.group.at < head.group.at < self.group.at)

    def _bracketed(self, one: Predicate) -> bool:
        """Brackets around one of the two part it from the date: «غارة (للتحالف) أمس», «غارة (صور عام 2012)»."""
        between = self.groups[one.group.at : self.group.at]
        closed = any(mark.role.startswith(BRACKET_END) and mark.partner < one.group.at for mark in between)
        return closed or any(mark.partner > self.group.at for mark in between if mark.role.startswith(BRACKET))

    def parted(self, event: Predicate) -> bool:
        """A mark stands between them that parts more than the things of one list, or two brackets."""
        between = self.groups[event.group.at : self.group.at]
        marks = [group for group in between if group.kind == MARK and group.role.split()[:1] not in _NO_PARTING]
        whole = {mark.at for mark in marks if event.group.at < mark.partner < self.group.at and BRACKET in mark.role}
        return _in_aside(self, event) or any(mark.at not in whole and not self._lists(mark) for mark in marks)

    def _lists(self, mark: Group) -> bool:
        """A comma and a joint lead to one thing more of a list: «خيمة، وبطانية»."""
        behind = self.groups[mark.at + 1 :]
        return any(joint.kind == JOINT and one.listed for joint, one in islice(pairwise(behind), 1))

    def before_head(self, event: Predicate) -> bool:
        """Both stand before the verb of the clause, the date behind the noun: "the raid on Monday killed …"."""
        head = self.clause.head
        return head is not None and event.group.at < self.group.at < head.group.at and not event.group.lead

    def joined_before(self, head: Predicate) -> bool:
        """A joint stands between the date and the verb, right before it."""
        before = head.group.at - 1
        return before > self.group.at and self.groups[before].kind == JOINT


def joined_behind(here: Place) -> Predicate | None:
    """The predicate of a clause joined to that of the date, which has a subject behind it."""
    behind = (group.clause for group in here.groups[here.group.at + 1 :])
    joined = (one.head for one in behind if one is not None and one.sister is here.clause)
    found = next((one for one in joined if one is not None), None)
    subject = found.subject if found is not None else None
    return found if subject is not None and subject.at > here.group.at else None


def _ends_its_group(one: Predicate) -> bool:
    """It is a participle of an action verb that says what was done, and the last word of its group.

    One that names who does it has no day: «الدولة الصانعة», «مراجعين».
    """
    words, marks = [unit for unit in one.group.units if unit.kind is not Kind.CLITIC], one.head.marks
    doer = (DOER in marks and "news" not in marks) or marks >= {"active", "masculine", "plural"}
    return one.kind == "participle" and "happens" in marks and not doer and one.head is words[-1]


def _in_aside(here: Place, event: Predicate) -> bool:
    """Commas set off the words around the action, and the date by itself: «غادر الوزير، بعد لقاء وفد، أمس، إلى حلب»."""
    head = here.clause.head
    alone = here.group.at > 0 and here.groups[here.group.at - 1].role == ASIDE
    if head is None or not (alone and head.group.at < event.group.at):
        return False
    return any(group.role == COMMA for group in here.groups[head.group.at : event.group.at])


def _says_who(one: Predicate, before: Sequence[Group]) -> bool:
    """It stands between an office and the name of who holds it: «ناطق باسم هيئة الغابات والمراعي سامر حداد»."""
    behind = before[one.group.at + 1 :]
    return any(group.explains is not None and group.explains.at < one.group.at for group in behind)
