"""What the rest of its sentence says against a happening: that it was called off, or that reports of it are untrue.

«كان مقررا أن …، إلا أنه تأجل», "rumours that nine were killed are false".

Source:
    DESIGN.md section 5: nothing is listed as having happened that its own words deny.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.model.span import Span
from timeline_core.syntax.rules.factuality import PLANNED, WANTED
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Clause, DateWord, Group, Kind, Link, Predicate, Tree

_TELLING = frozenset({Link.RELATIVE, Link.CONTENT, Link.COMPLEMENT})
_MAKING = "create"
_RECORDING = frozenset({"find", "publish", "create", "look", "know"})
"""Classes of verbs by which somebody takes down what others did."""
_SPEAKING = frozenset({"say", "speak"})
_SMALL = frozenset({Kind.PREPOSITION, Kind.CLITIC, Kind.DETERMINER, Kind.NEGATION})


class Unreal:
    """What one sentence says did not happen, though the verb itself does not say so."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self._tree, self._grammar = tree, grammar

    # --- called off ----------------------------------------------------------------------------------------------

    def is_called_off(self, date: DateWord) -> bool:
        """What the date dates was to be, and was cancelled or put off."""
        told = date.predicate
        if told is None:
            return False
        if self._is_superseded(told):
            return True
        if self._calls_off(told):
            return not self._grammar.has("goal", date.lead) and self._was_set(told, date)
        above = told.parent if told.kind in ("noun", "participle") or told.clause.host is not None else None
        if above is not None and self._calls_off(above):
            return not self._is_new_time(told)
        if self._hosted(told):
            return True
        return told.modality in (PLANNED, WANTED) and self._is_called_off_later(told)

    def _is_superseded(self, told: Predicate) -> bool:
        """What a version said that was put right: "an earlier version of this story said he died on Monday"."""
        outer = told.clause.parent
        if outer is None or "says" not in outer.head.marks:
            return False
        before = [unit for group in self._tree.groups[: told.group.at] for unit in group.units]
        version = next((at for at, unit in enumerate(before) if self._grammar.names("versions", unit)), None)
        near = before[max(version - 1, 0) : version + 2] if version is not None else []
        return any(self._grammar.has("superseded", unit.word) for unit in near)

    def _calls_off(self, predicate: Predicate) -> bool:
        return self._grammar.names("calls_off", predicate.head)

    def _is_new_time(self, told: Predicate) -> bool:
        """To it something was put off: «أرجئت القضية إلى جلسة الغد», "adjourned to a session on Monday"."""
        return self._grammar.has("goal", told.group.lead)

    def _was_set(self, verb: Predicate, date: DateWord) -> bool:
        """What was set for that day stands between: «تأجلت المباراة المقررة أمس»."""
        between = (one for one in verb.clause.predicates if verb.group.at < one.group.at < date.group.at)
        return any(one.kind == "participle" and "plans" in one.head.marks for one in between)

    def _hosted(self, told: Predicate) -> bool:
        """It says of a noun when it was to be, and the action of calling that off stands before it."""
        host = told.clause.host
        return host is not None and any(
            self._calls_off(one) and one.group.at in (host.at, host.at - 1) for one in self._tree.predicates
        )

    def _is_called_off_later(self, told: Predicate) -> bool:
        """«كان مقررا أن يعقد المؤتمر غدا إلا أن الوزير أعلن تأجيله»."""
        later = (one for one in self._tree.predicates if told.span < one.span and one.clause is not told.clause)
        return any(self._calls_off(one) for one in later)

    # --- only introduced ------------------------------------------------------------------------------------------

    def introduces(self) -> bool:
        """Its verb only says that what follows was recorded: «رصد المركز الانتهاكات التالية»."""
        main = next((one for one in self._tree.predicates if one.kind == "verb"), None)
        if main is None or main.head.concept not in _RECORDING:
            return False
        return any(self._grammar.names("cataphoric", unit) for group in self._tree.groups for unit in group.units)

    # --- untrue --------------------------------------------------------------------------------------------------

    def refuted(self, told: Predicate) -> Span | None:
        """The words by which the report of it is called untrue; None where nothing does so."""
        claim = self._claim(told)
        if claim is None or claim.clause is None:
            return None
        untrue = next((group for group in self._beside(claim) if self._calls_untrue(group)), None)
        if untrue is None:
            return None
        whole = clause_extent(self._tree, claim.clause) or claim.span
        return whole.hull(claim.span).hull(untrue.span)

    def _claim(self, told: Predicate) -> Group | None:
        """The noun for a report of it, which it stands behind: «أنباء عن مقتل …», "rumours that …".

        Or the object of the verb: «وصف الأنباء بأنها كاذبة».
        """
        groups, clause = self._tree.groups, told.clause
        if told.object is not None and clause.head is told and self._is_claim(told.object):
            return told.object
        if clause.head is told and clause.link in _TELLING:
            opener = clause.opener
            before = clause.host or (groups[opener.at - 1] if opener is not None and opener.at else None)
            return before if before is not None and self._is_claim(before) else None
        for group in reversed(groups[: told.group.at]):
            if group.kind != NOUN:
                return None
            if self._is_claim(group):
                return group
        return None

    def _is_claim(self, group: Group) -> bool:
        return any(self._grammar.names("claims", unit) for unit in group.units)

    def _beside(self, claim: Group) -> Iterator[Group]:
        """The groups of its clause, and of the clauses that say something of it."""
        for group in self._tree.groups:
            clause: Clause | None = group.clause
            if group is not claim and clause is not None and claim.clause in (clause, clause.above):
                yield group

    def _calls_untrue(self, group: Group) -> bool:
        """It stands alone («كاذبة»), or with a word for none: «لا صحة», "no truth"."""
        words = [unit for unit in group.units if unit.kind not in _SMALL]
        if group.kind != NOUN or len(words) != 1:
            return False
        if self._grammar.names("untrue", words[0]):
            return True
        before = self._tree.groups[group.at - 1].units[-1] if group.at else group.units[0]
        denied = before.kind is Kind.NEGATION or self._grammar.has("none", group.units[0].word)
        return denied and self._grammar.names("truth", words[0])


def is_day_of_words(before: DateWord, date: DateWord) -> bool:
    """The day before it is that of the words in which it stands, which tell nothing of a later day.

    "The widow, who spoke on 3 May, said she buried him the next day": that day is not 4 May.
    """
    spoke, told = before.predicate, date.predicate
    while told is not None and told.link is not Link.CONTENT:
        told = told.parent
    said = told.parent if told is not None else None
    if spoke is None or said is None or date.predicate is None or date.predicate.modality:
        return False
    return said.says and (spoke is said or (spoke.link is Link.RELATIVE and spoke.parent is said))


def is_method(predicate: Predicate, grammar: Grammar) -> bool:
    """How whoever writes came to know: «سجلنا تسع حالات اعتقال», "we reviewed photos", "who spoke to us"."""
    head, subject = predicate.head, predicate.subject
    if head.concept in _SPEAKING and predicate.content is None and _is_heard(predicate, grammar):
        return True
    units = (*predicate.group.units, *(subject.units[:1] if subject is not None else ()))
    if "first" not in head.marks and not any(grammar.has("oneself", unit.word) for unit in units):
        return False
    behind = [unit for group in predicate.clause.groups if group.at > predicate.group.at for unit in group.units]
    of_deeds = any("action" in unit.marks for unit in behind)
    return "light" in head.marks or (head.concept in _RECORDING and (head.concept != _MAKING or of_deeds))


def _is_heard(predicate: Predicate, grammar: Grammar) -> bool:
    """Whoever writes is spoken to, right behind the verb: "spoke to us", «تحدث إلينا»."""
    at = predicate.group.at
    near = (unit for group in predicate.clause.groups if at <= group.at <= at + 1 for unit in group.units)
    return any(grammar.has("listeners", unit.word) for unit in near if unit is not predicate.head)
