"""Links: which clause every predicate heads, and what that clause hangs on.

One pass over the groups with a stack of open clauses. A word that opens a clause puts one on the stack; a verb takes
the place that awaits it; what is inside closes when the outer clause goes on. Which of these it is, the tables of
`rules.links` decide.

Source:
    Shift-reduce attachment without backtracking; link types after FactBank and Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from timeline_core.model.span import Span
from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.links import VERBS
from timeline_core.syntax.rules.openers import NONFINITE, OPENERS, acts
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, DATE, FINITE, JOINT, MARK, NOUN, OPENER, OTHER, RELATIVE
from timeline_core.syntax.tree.marks import ASIDE, ASIDE_END, BRACKET, CLAUSE, COLON, COMMA, OPENS, STOP
from timeline_core.syntax.tree.stack import Stack
from timeline_core.syntax.tree.values import ACTION, Clause, Group, Kind, Link, Predicate, Unit
from timeline_core.text.fold import folded

_OUTSIDE = frozenset({Kind.PREPOSITION, Kind.CLITIC})
"""Units of a verb group that are no part of the verb."""


class Linker:
    """One pass over the groups of a sentence."""

    def __init__(self, groups: Sequence[Group], grammar: Grammar) -> None:
        self.here = Stack(groups, grammar)
        self.predicates: list[Predicate] = []

    def read(self) -> list[Predicate]:
        """The predicates of the sentence, each in its clause."""
        for group in self.here.groups:
            self.here.group = group
            _STEPS.get(group.kind, Linker._nonfinite)(self, group)
            if group.kind not in (OTHER, MARK):
                self.here.before = group
        for predicate in self.predicates:
            if predicate.clause.head is predicate:
                clause = predicate.clause
                predicate.link = Link.JOINED if clause.continues else clause.link
                predicate.parent = clause.parent
                predicate.rule = predicate.clause.rule
                predicate.rules.append(predicate.rule)
            else:
                predicate.link, predicate.parent = Link.COMPLEMENT, self._inside(predicate)
        return self.predicates

    @staticmethod
    def _inside(predicate: Predicate) -> Predicate | None:
        """What a noun of action or a participle hangs on: the head of its clause."""
        head = predicate.clause.head
        return head if head is not None else predicate.clause.parent

    def _keep(self, group: Group) -> None:
        group.clause = top = self.here.top
        top.groups.append(group)

    def _noun(self, group: Group) -> None:
        if acts(self.here):
            self._circumstance(group)
            return
        if _outer_asks(self.here, group):
            self.here.stack.pop()
        if _only_adds(self.here, group):
            self._leave_relatives()
            self._keep(group)
            self.here.joint = None
            return
        group.listed = self.here.directly_joined and self.here.joins is not None and self.here.joins.kind == NOUN
        self._keep(group)
        if not (_after_joint(self.here, group) or _parted_subject(self.here, group)) or self._pairs(group):
            self.here.joint = None
        if not group.lead and not self._pairs(group):
            self.here.bare = group
        self.here.noun = group
        word = self._predicating(group)
        if word is not None:
            kind = "noun" if "action" in word.marks or word.kind is Kind.GERUND else "participle"
            self._add(Predicate(kind, Span(word.start, word.end), group, word, self.here.top, form=kind))

    def _leave_relatives(self) -> None:
        """Close relative clauses: what only adds to a statement is of none: «أثنى على ما بذلوه، وذلك خلال زيارته»."""
        outer = self.here.joint is not None and self.here.joint.comma
        while (
            outer
            and self.here.top.link is Link.RELATIVE
            and self.here.top.head is not None
            and not self.here.top.bounded
        ):
            self.here.stack.pop()

    def _circumstance(self, group: Group) -> None:
        """An adverbial participle, an act beside the main one: «…، مشيرا إلى أن …», "…, adding that …"."""
        rule = first(NONFINITE, self.here)
        self._head(rule.effect(self.here), group, "participle", rule.name)
        self.predicates[-1].form = "participle"
        self.here.noun = group

    def _pairs(self, group: Group) -> bool:
        """The second noun behind "between": "between the army and the militia"."""
        other = self.here.joins
        return group.listed and other is not None and self.here.grammar.has("between", other.lead)

    def _predicating(self, group: Group) -> Unit | None:
        """The predicate in a noun group: a noun of action, or an attributive participle («بيان صادر أمس»)."""
        head, carrier = group.head, self.here.grammar.has("carriers", group.head.word)
        inner = [unit for unit in group.units if unit is not head]
        carried = next((unit for unit in inner if "action" in unit.marks), None) if carrier else None
        if carried is not None or "action" in head.marks or head.kind is Kind.GERUND:
            return carried or head
        if carrier:
            return None
        if self._describes(group):
            return head
        return next(
            (unit for unit in inner if "participle" in unit.marks and not _names_place(self.here, head, unit)), None
        )

    def _describes(self, group: Group) -> bool:
        """A participle with its article behind the noun that it describes («الاتفاقية الموقعة»)."""
        if "participle" not in group.marks or "definite" not in group.marks or group.lead or group.comma:
            return False
        return self.here.before is not None and self.here.before.kind == NOUN and self.here.before.at == group.at - 1

    def _add(self, predicate: Predicate) -> None:
        self.predicates.append(predicate)
        predicate.clause.predicates.append(predicate)

    def _verb(self, group: Group) -> None:
        rule = first(VERBS, self.here)
        copula = group.kind == COPULA and self.here.grammar.has("copulas", group.head.word) and not self._exists()
        self._head(rule.effect(self.here), group, "copula" if copula else "verb", rule.name)

    def _exists(self) -> bool:
        """An expletive subject stands before it: "there was"."""
        before = self.here.before
        return before is not None and self.here.grammar.has("expletive", before.head.word)

    def _nonfinite(self, group: Group) -> None:
        rule = first(NONFINITE, self.here)
        self._head(rule.effect(self.here), group, "participle" if group.kind == "participle" else "verb", rule.name)
        if group.kind == "gerund" and not group.lead:
            self.here.noun = group

    def _head(self, clause: Clause, group: Group, kind: str, rule: str) -> None:
        """Give the clause its predicate."""
        group.clause = clause
        clause.groups.append(group)
        units = [unit for unit in group.units if unit.kind not in _OUTSIDE]
        span = Span(units[0].start, units[-1].end) if units else group.span
        if clause.head is not None:
            self.predicates.remove(clause.head)
            clause.predicates.remove(clause.head)
            clause.rule = rule
        clause.head = Predicate(kind, span, group, _main_verb(group), clause, form=group.kind)
        clause.rule = clause.rule or rule
        self._add(clause.head)
        self.here.joint = None

    def _opener(self, group: Group) -> None:
        rule = first(OPENERS, self.here)
        clause = rule.effect(self.here)
        clause.rule, clause.opener = rule.name, group
        self._keep(group)
        self.here.joint = None

    def _joint(self, group: Group) -> None:
        self.here.joint, self.here.joins = group, self.here.before

    def _mark(self, group: Group) -> None:
        role, _, inside = group.role.partition(" ")
        if role in (COMMA, STOP):
            self._comma(role)
        elif role in (ASIDE, ASIDE_END):
            self._comma(COMMA)
        elif role == COLON:
            self._colon()
        elif role in (OPENS, BRACKET) and inside == CLAUSE:
            self._quote(role)
        elif inside == CLAUSE and group.partner >= 0:
            self._unbound()

    def _comma(self, role: str) -> None:
        """A second comma closes what the first opened; a semicolon closes all that is no statement."""
        follows = self.here.follows
        while len(self.here.stack) > 1 and not self.here.top.bounded and self.here.top.head is not None:
            inner = (self.here.top.link is Link.RELATIVE and self._parted(follows)) or _closes_aside(self.here, follows)
            if not inner and not (role == STOP and self.here.top.link not in (Link.MAIN, Link.QUOTE)):
                return
            self.here.stack.pop()

    def _parted(self, follows: Group | None) -> bool:
        """The comma parts a relative clause from what goes on without it."""
        if follows is None or follows.kind == JOINT:
            return False
        if follows.kind == FINITE and "past" in follows.marks and _awaits_verb(self.here, self.here.top.above):
            return True
        return self.here.top.comma or follows.kind == DATE or (follows.kind == NOUN and bool(follows.lead))

    def _quote(self, role: str) -> None:
        fresh = (
            self.here.top.head is None
            or self.here.group.comma
            or _colon_before(self.here)
            or _opens_with_verb(self.here)
        )
        if role == OPENS and fresh:
            self._close_to_saying()
        clause = self.here.open(Link.QUOTE if role == OPENS else Link.MAIN, rule="quotation")
        clause.bounded = True
        self.here.joint = None

    def _close_to_saying(self) -> None:
        """Close what was opened since the verb of saying: what follows a colon or stands quoted is said by it."""
        saying = next((c for c in self.here.headed if c.head is not None and "says" in c.head.head.marks), None)
        if saying is not None:
            self.here.close_to(saying)

    def _colon(self) -> None:
        """What follows a colon is said, or goes with the whole statement."""
        self._close_to_saying()
        statement = self.here.statement()
        if statement is not None and not statement.bounded:
            self.here.close_to(statement)
        if self.here.top.head is not None:
            self.here.open(Link.QUOTE, rule="colon")
        self.here.joint = None

    def _unbound(self) -> None:
        """Close the quotation or bracket, with all that was opened in it."""
        bounded = next((clause for clause in self.here.within if clause.bounded), None)
        if bounded is not None:
            self.here.close_to(bounded)
            self.here.stack.pop()
            self.here.bare = None


_STEPS: Mapping[str, Callable[[Linker, Group], None]] = {
    NOUN: Linker._noun,
    FINITE: Linker._verb,
    COPULA: Linker._verb,
    OPENER: Linker._opener,
    RELATIVE: Linker._opener,
    JOINT: Linker._joint,
    MARK: Linker._mark,
    DATE: Linker._keep,
    OTHER: Linker._keep,
}
"""Kind of group -> what the linker does with it; all others are verbs without tense."""


def _outer_asks(here: Stack, group: Group) -> bool:
    """The prepositional object belongs to the verb outside the relative clause, by valency, not to that inside.

    «حذر طبيب استضافته إذاعة من تراجع السمع».
    """
    top = here.top
    if not group.lead or top.link is not Link.RELATIVE:
        return False
    inner, outer = top.head, top.above
    if here.before is not None and here.before.kind == NOUN and ACTION in here.before.marks:
        return False
    if inner is None or outer is None or outer.head is None:
        return False
    behind = (one for one in outer.groups if one.at > outer.head.group.at)
    given = any(one.lead == group.lead for one in behind)
    return not given and _asks(here, outer.head, group.lead) and not _asks(here, inner, group.lead)


def _asks(here: Stack, verb: Predicate, lead: str) -> bool:
    """What the preposition leads to is its complement (valency)."""
    return here.grammar.has("asks_for", f"{folded(verb.head.lemma)} {lead}")


def _after_joint(here: Stack, group: Group) -> bool:
    """Nothing but dates and led nouns stands between the joint and the noun, or it is led itself."""
    joint = here.joint
    if joint is None:
        return False
    between = here.groups[joint.at + 1 : group.at]
    if group.lead and not any(one.listed for one in between):
        return True
    return all(one.kind in (DATE, OTHER) or (one.kind == NOUN and bool(one.lead)) for one in between)


def _parted_subject(here: Stack, group: Group) -> bool:
    """A prepositional phrase of the noun that a comma and a conjunction open: ", and the names of the kings were …"."""
    joint = here.joint
    if joint is None or not joint.comma or not group.lead or here.top.head is None:
        return False
    first, *rest = here.groups[joint.at + 1 : group.at] or [group]
    return first.kind == NOUN and not first.lead and all(one.kind == OTHER or bool(one.lead) for one in rest)


def _only_adds(here: Stack, group: Group) -> bool:
    """A joint and «ذلك» before a preposition only go on with the clause: «انسحب الجيش، وذلك بعد الهجوم»."""
    follows = here.follows
    alone = (
        here.directly_joined
        and not group.lead
        and len(group.units) == 1
        and here.grammar.has("neuter", group.head.word)
    )
    return alone and here.grammar.head_first and follows is not None and follows.kind == NOUN and bool(follows.lead)


def _names_place(here: Stack, head: Unit, unit: Unit) -> bool:
    """An indefinite word behind a kind of place is the place's name: «بلدة مودية»."""
    return "definite" not in unit.marks and here.grammar.names("place", head)


def _closes_aside(here: Stack, follows: Group | None) -> bool:
    """The second of two commas around what says more of the subject: «فر سجناء، بينهم قيادي يدعى …، من السجن».

    So it is around a clause that its word opened: «عاد النازحون، بعدما انسحب الجيش، إلى البلدة».
    """
    top = here.top
    outer = top.above.head if top.above is not None else None
    if follows is None or outer is None or top.head is None:
        return False
    led = follows.kind == DATE or (follows.kind == NOUN and bool(follows.lead))
    if top.opener is not None and top.opener.comma and top.link in (Link.TIME, Link.COMPLEMENT):
        return follows.kind in (NOUN, RELATIVE) and bool(follows.lead)
    if top.rule != "circumstance":
        return False
    between = here.groups[outer.group.at : top.head.group.at]
    return led and any(group.kind == MARK and group.role.split()[:1] == [COMMA] for group in between)


def _awaits_verb(here: Stack, clause: Clause | None) -> bool:
    """An auxiliary that has its subject alone: «كان المهاجمون الذين فروا، …»."""
    head = clause.head if clause is not None else None
    if clause is None or head is None or head.form != COPULA or not here.grammar.circumstance:
        return False
    behind = [group for group in clause.groups if group.kind == NOUN and group.at > head.group.at]
    return bool(behind) and not behind[1:]


def _opens_with_verb(here: Stack) -> bool:
    """The quotation begins with its verb, so that it is a statement of its own."""
    follows = here.follows
    return follows is not None and follows.kind in (FINITE, COPULA)


def _colon_before(here: Stack) -> bool:
    at = here.group.at
    return at > 0 and here.groups[at - 1].kind == MARK


def _main_verb(group: Group) -> Unit:
    """The full verb of a verb group, else its auxiliary."""
    verbs = [unit for unit in group.units if unit.kind in _VERBAL]
    return verbs[-1] if verbs else group.head


_VERBAL = frozenset({Kind.FINITE, Kind.BASE, Kind.GERUND, Kind.PARTICIPLE})
