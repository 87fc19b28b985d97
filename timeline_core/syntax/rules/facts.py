"""A predicate as the rules of factuality see it: its own words, what stands around it, and what it hangs on.

Source:
    FactBank (Saurí and Pustejovsky 2009): a source, a polarity and a modality for every event.
"""

from __future__ import annotations

from timeline_core.model.once import cached_property
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE
from timeline_core.syntax.tree.values import Group, Kind, Link, Predicate

NEGATIVE = "negative"
_INSIDE = frozenset({Link.CONTENT, Link.PURPOSE, Link.COMPLEMENT, Link.QUOTE})
_NOTHING = frozenset[str]()


class Facts:
    """A predicate with its grammar, as the rules see it."""

    def __init__(
        self, predicate: Predicate, grammar: Grammar, *, behind: Group | None = None, asked: bool = False
    ) -> None:
        """`behind`: the group right behind it; `asked`: it stands in a question."""
        self.predicate, self._grammar, self.behind, self.asked = predicate, grammar, behind, asked
        self._words = [unit.word for unit in predicate.group.units]
        self.verbal = predicate.kind in ("verb", "copula")
        """It is no noun."""

    def word(self, name: str) -> bool:
        """A word of that list stands in its group."""
        return not self._grammar.lists.get(name, _NOTHING).isdisjoint(self._words)

    def opened_by(self, name: str) -> bool:
        """A word of that list opens its clause: "asked whether the bridge was closed", «لم يعرف ما إذا وصل»."""
        opener = self.predicate.clause.opener
        return opener is not None and self._grammar.has(name, opener.head.word)

    @property
    def inverted(self) -> bool:
        """A condition told by its word order: "Had the guards left on Monday, the cook would be free"."""
        outer = self.predicate.parent
        first = outer if outer is not None and self.predicate.link is Link.CONTENT else self.predicate
        opens = not first.group.at and first.subject is None and not self.asked
        return opens and self._grammar.has("inverts", first.group.units[0].word)

    @property
    def was_to_be(self) -> bool:
        """A plan of the past, of which it is open whether it was carried out: "talks that had been due to start"."""
        parent = self.predicate.parent
        if parent is None or self.predicate.form != "infinitive":
            return False
        plan = parent.kind == "copula" or "plans" in parent.head.marks
        undone = any(self._grammar.has("perfect_auxiliaries", unit.word) for unit in self.predicate.group.units)
        before = any(self._grammar.has("pluperfect", unit.word) for unit in parent.group.units)
        return (parent.kind == "copula" and undone) or (plan and before)

    @property
    def is_now(self) -> bool:
        """A present state whose "today" means nowadays: «القرى التي أصبحت ضاحية اليوم», «ما يجري اليوم»."""
        clause = self.predicate.clause
        if not self.verbal or clause.link is not Link.RELATIVE or clause.comma or clause.head is not self.predicate:
            return False
        dates = [one for one in clause.groups if one.kind == DATE]
        bare = all(not one.lead and self._grammar.has("these_days", one.head.word) for one in dates)
        goes_on = "present" in self.predicate.head.marks and not self.future and self._is_free
        return bool(dates) and bare and (goes_on or self._grammar.names("becomes", self.predicate.head))

    @property
    def _is_free(self) -> bool:
        """In a relative clause that is about no noun: «ما يجري»."""
        first = next(iter(self.predicate.clause.groups), None)
        return first is not None and self._grammar.has("free_relatives", first.head.word)

    def names(self, name: str) -> bool:
        """Its verb is on that list, in whatever form."""
        return self._grammar.names(name, self.predicate.head)

    def has(self, name: str, word: str) -> bool:
        """The word is on that list."""
        return self._grammar.has(name, word)

    def below(self, trait: str) -> bool:
        """A predicate of a class with that trait is about it: the one it hangs on, or the word before its clause."""
        parent = self.predicate.parent
        if self.verbal:
            return trait in self._around
        if trait in self._around:
            return True
        return parent is not None and trait in parent.head.marks and self._is_about(parent, trait)

    @cached_property
    def _around(self) -> frozenset[str]:
        """The features of what the verb hangs on and of the word before its clause; of that before the noun."""
        if not self.verbal:
            return self._before_noun()
        parent, beside = self.predicate.parent, self.predicate.form == "gerund" and self.predicate.clause.comma
        if self.predicate.link not in _INSIDE or beside:
            return _NOTHING
        return self._leading() | (parent.head.marks if parent is not None else _NOTHING)

    def _is_about(self, parent: Predicate, trait: str) -> bool:
        """The noun is the object of the verb, the subject of its passive, or what its preposition leads to."""
        group = self.predicate.group
        if group is parent.object or ("passive" in parent.head.marks and group is parent.subject):
            return True
        return self.predicate.kind == "noun" and self._is_complement(parent, trait)

    def _is_complement(self, parent: Predicate, trait: str) -> bool:
        """The first action that a preposition of the verb leads to: «دعا إلى وقف القصف», "warned of an attack"."""
        names = ("governed", "governed_in") if trait == "prevents" else ("governed",)

        def led(one: Predicate) -> bool:
            right = any(self._grammar.has(name, one.group.lead) for name in names)
            return one.kind == "noun" and one.group.at > parent.group.at and right

        first = next((one for one in self.predicate.clause.predicates if led(one)), None)
        objects = [one for one in self.predicate.clause.predicates if one.group is parent.object]
        return first is self.predicate and not objects

    def _before_noun(self) -> frozenset[str]:
        """The features of the noun right before: «لا بد من انسحاب», not «فرص الفوز في انتخابات» with its own.

        So it is behind what somebody gets ready for: «استعدادا للقاء».
        """
        groups = self.predicate.clause.groups
        at = self.predicate.group.at - 1
        before = next((one for one in groups if one.at == at), None)
        if before is None or before.head is not before.units[-1]:
            return frozenset()
        ready = bool(self.predicate.group.lead) and self._grammar.has("prepares", before.head.word)
        return before.marks if ready or "modal" in before.marks else frozenset()

    @property
    def is_due(self) -> bool:
        """Somebody has to do it, or it is agreed: «على الجيش أن ينسحب», «انسحب على أن يعود غدا»."""
        opener = self.predicate.clause.opener
        above = self.predicate.clause.above
        if opener is None or not self.without_tense:
            return False
        if self._grammar.has("duty", opener.lead):
            return True
        before = [one for one in above.groups if one.at == opener.at - 1] if above is not None else []
        return any(self._grammar.has("duty", one.lead) for one in before) and (above is None or above.head is None)

    @property
    def achieved(self) -> bool:
        """What somebody managed, or began, to do: "managed to enter", «تمكن من السيطرة»."""
        parent = self.predicate.parent
        if parent is None:
            return False
        phase = "phase" in parent.head.marks and self.verbal and self.predicate.link in _INSIDE
        managed = "past" in parent.head.marks and self._grammar.names("implicatives", parent.head)
        return (
            (phase or managed or self._did_not_hold_back(parent))
            and self.without_tense
            and (self.verbal or self._is_about(parent, ""))
        )

    def _did_not_hold_back(self, parent: Predicate) -> bool:
        negated = any(unit.kind is Kind.NEGATION for unit in parent.group.units)
        return negated and parent.polarity != NEGATIVE and self._grammar.names("holds_back", parent.head)

    @property
    def may_be(self) -> bool:
        """A word that before a verb in the present tells what may be: «قد يصل»."""
        return self.verbal and "present" in self.predicate.head.marks and self.word("maybe")

    @property
    def lasts(self) -> bool:
        """A continuing state: "was still closed", «ما زال مقطوعا»; not a continuing act."""
        predicate, marks = self.predicate, self.predicate.head.marks
        if self.word("lasting") or self._led_by("lasting"):
            return not self.verbal or "passive" in marks or predicate.subject is None
        outcome = predicate.object
        return predicate.head.concept == "go_on" and outcome is not None and "participle" in outcome.head.marks

    def _led_by(self, name: str) -> bool:
        """A word of that list stands right before its group: "Still cut"."""
        at = self.predicate.group.at - 1
        before = next((one for one in self.predicate.clause.groups if one.at == at), None)
        return before is not None and self._grammar.has(name, before.units[-1].word)

    def _leading(self) -> frozenset[str]:
        """The features of the noun or participle right before the clause: «من المقرر أن …», "expected to …"."""
        clause = self.predicate.clause
        first = clause.opener or self.predicate.group
        inside = clause.above.groups if clause.above is not None else []
        return next((group.marks for group in inside if group.at == first.at - 1), frozenset())

    @property
    def without_tense(self) -> bool:
        """It says nothing of its own time: an infinitive, a subjunctive, a noun."""
        head = self.predicate.head
        finite = self.predicate.form in ("finite", "copula")
        return not finite or "subjunctive" in head.marks or ("present" in head.marks and not self.future)

    @property
    def future(self) -> bool:
        """It looks ahead by its own words."""
        return self.verbal and self.word("future")
