"""Where the words of a clause begin and end: its subject, what hangs on it, what is joined to it and shares its date.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from timeline_core.concepts import Concepts
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.marks import STOP
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Predicate, Tree, Unit
from timeline_core.syntax.word_range import WordRange

_LEADING = frozenset({Kind.PREPOSITION, Kind.POSSESSIVE})
_NAMED = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})
_OTHER_GENDER = {True: "masculine", False: "feminine"}
_TENSELESS = ("gerund", "participle")


class Violence:
    """The classes of predicates by what harm they tell of. Made once for a report."""

    def __init__(self, concepts: Concepts) -> None:
        hurt = concepts.deeds.harm | concepts.deeds.death
        told = {name: one.deeds for name, one in concepts.classes.items() if one.deeds and not one.says}
        self.deeds = frozenset(told)
        """Those that tell a deed."""
        self.harm = frozenset(name for name, deeds in told.items() if deeds & hurt)
        """Those that say who was killed or hurt."""
        scenes = concepts.scenes_of(self.harm)
        self.scene = frozenset(name for name, scene in concepts.scenes.items() if scene in scenes)
        """Those that can tell of one happening with them: a strike, damage."""


class ClauseWords:
    """The words of the clauses of one sentence."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, violence: Violence) -> None:
        self.sentence, self.tree, self.grammar, self._violence = sentence, tree, grammar, violence
        self.dated = {id(date.predicate) for date in tree.dates if date.predicate is not None}

    def of(self, span: Span) -> WordRange:
        """The span as words of the sentence."""
        return self.sentence.range_of(span)

    def harms(self, predicate: Predicate) -> bool:
        """It says who was killed or hurt."""
        return predicate.deed.concept in self._violence.harm or predicate.head.concept in self._violence.harm

    def is_violent(self, predicate: Predicate) -> bool:
        """It says what harms, or what was hurt or damaged: "several cars were damaged"."""
        return predicate.deed.concept in self._violence.scene or predicate.head.concept in self._violence.scene

    def comes_to_harm(self, verb: Predicate) -> bool:
        """It only brings about what its action says, which is harm: "led to the death of two", "left two dead"."""
        brings = "support" in verb.head.marks and "says" not in verb.head.marks
        harm = any(one.kind == "noun" and self.harms(one) for one in verb.clause.predicates)
        return (brings and harm) or self.leaves_victims(verb)

    def leaves_victims(self, verb: Predicate) -> bool:
        """It says in what state those were whom it leaves: "left two dead"."""
        if verb.object is None or "passive" in verb.head.marks:
            return False
        beside = (verb.object.at, verb.object.at + 1)
        behind = (one for one in verb.clause.groups if one.at in beside and not one.lead)
        reduced = (one for one in self.tree.predicates if one.clause.host is verb.object and not one.clause.opener)
        return any(self.grammar.names("victims", one.units[-1]) for one in behind) or any(map(self.harms, reduced))

    def tells_deed(self, words: WordRange) -> bool:
        """A deed that the table of concepts knows is told in these words."""
        span = self.sentence.span_of(words)
        inside = (unit for group in self.tree.groups for unit in group.units if span.start <= unit.start < span.end)
        known = any(_tells(unit) and unit.concept in self._violence.deeds for unit in inside)
        return known or bool(self.sentence.concepts_in(words))

    # --- a verb's clause -----------------------------------------------------------------------------------------

    def extent(self, predicate: Predicate) -> Span | None:
        """The words of its clause, with those of the verbs that it shares its date with."""
        clause = predicate.clause
        span = clause_extent(self.tree, clause)
        if span is None:
            return None
        if predicate.form in _TENSELESS and predicate.subject is None:
            span = Span(self._tenseless_start(predicate), span.end)
        span = Span(min(span.start, self._gerund_start(predicate)), span.end)
        beside, fronted = [clause], self._is_fronted(predicate)
        for other in self.tree.predicates:
            free = other.clause.head is other and id(other) not in self.dated and other.clause is not clause
            if free and any(self._joined(other, one, fronted=fronted) for one in beside):
                more = clause_extent(self.tree, other.clause)
                span = span.hull(more) if more is not None else span
                beside.append(other.clause)
        return self._with_subject(predicate, span)

    def _is_fronted(self, predicate: Predicate) -> bool:
        """Its date stands before its subject, and so is of all that it then did: "On Monday he came, ate, and left"."""
        subject = predicate.subject
        at = subject.at if self.grammar.subject_first and subject is not None else -1
        return any(date.predicate is predicate and date.group.at < at for date in self.tree.dates)

    def whole(self, clause: Clause, words: WordRange) -> WordRange:
        """The words with the sources that go with them: the evidence."""
        span = clause_extent(self.tree, clause, asides=True)
        return words if span is None else WordRange(words[0], max(words[1], self.of(span)[1]))

    def unsourced(self, words: WordRange, predicate: Predicate) -> WordRange:
        """The words without a source behind them («…، بحسب المرصد»)."""
        behind = self.tree.groups[predicate.group.at + 1 :]
        source = next((one for one in behind if one.comma and self.grammar.names_source(one)), None)
        end = self.of(source.span)[0] if source is not None else words[1]
        return WordRange(words[0], end) if words[0] < end < words[1] else words

    def statement(self, clause: Clause) -> Span | None:
        """The words of a clause, with those of all that are joined to it."""
        span = clause_extent(self.tree, clause)
        for other in self.tree.predicates:
            beside = other.clause.sister is clause or other.clause is clause.sister
            more = clause_extent(self.tree, other.clause) if beside and other.clause.head is other else None
            span = span.hull(more) if span is not None and more is not None else span
        return span

    def aside(self, predicate: Predicate) -> WordRange | None:
        """The relative clause between commas that parts the subject from its verb."""
        for other in self.tree.predicates:
            clause = other.clause
            before = self.tree.groups[predicate.group.at - 1] if predicate.group.at else predicate.group
            parted = clause.comma or (before.kind == MARK and before.clause is None)
            inside = clause.link is Link.RELATIVE and clause.head is other and parted
            if not inside or clause.above is not predicate.clause or clause.host is not predicate.subject:
                continue
            span = clause_extent(self.tree, clause)
            opener = clause.opener.span.start if clause.opener is not None else other.span.start
            if span is not None and span.end < predicate.span.start:
                return WordRange(self.of(Span(opener, span.end))[0], self.of(predicate.span)[0])
        return None

    def _gerund_start(self, predicate: Predicate) -> int:
        """Where a gerund begins that is the subject of the verb: "Shelling began"."""
        lost = predicate.subject is None and predicate.form == "finite"
        bare = (one for one in self.tree.predicates if lost and one.form == "gerund" and not one.group.lead)
        inside = (one for one in bare if one.clause.above is predicate.clause and one.group.at < predicate.group.at)
        return next((one.span.start for one in inside), predicate.span.start)

    def _tenseless_start(self, predicate: Predicate) -> int:
        """Where a participle begins, with the noun that it describes ("sailors taken near …"); a gerund by itself."""
        group = predicate.group
        before = self.tree.groups[group.at - 1] if group.at else group
        if predicate.form == "participle" and before.kind == NOUN and not before.comma:
            return self.noun_start(before)
        return predicate.span.start

    def _joined(self, other: Predicate, clause: Clause, *, fronted: bool = False) -> bool:
        """The two stand side by side with one subject and no comma between; or both say what became of somebody, and no
        semicolon parts them: "Three died; a fourth died of his wounds on 3 May".

        Args:
            fronted: they have one date in front, and commas part nothing.
        """
        sister = other.clause.sister is clause or clause.sister is other.clause
        if not sister or clause.head is None or clause.head.form != other.form:
            return False
        later = max(other, clause.head, key=lambda one: one.span)
        opens = later.clause.groups[0] if later.clause.groups else later.group
        harm = all(any(self.harms(one) for one in each.predicates) for each in (other.clause, clause))
        if harm and not _does_it_to_others(later) and not _is_behind_stop(opens, self.tree):
            return True
        says = "says" in other.head.marks
        parted = not fronted and (opens.comma or self._comma_before(opens))
        return not (says or later.subject is not None or parted)

    def _comma_before(self, group: Group) -> bool:
        """A comma stands before the joint that leads to the group."""
        before = self.tree.groups[group.at - 1] if group.at else None
        return before is not None and before.comma

    def _with_subject(self, predicate: Predicate, span: Span) -> Span:
        """With the verb beside it whose subject is its own, where it tells too little without («وصل … وغادرها»).

        So it is where a comma parts it from its subject: "X, an official linked to it, had been killed". Not with one
        of another day, as that of what had been done before is: «قصف الجيش البلدة الخميس، ثم دخلها الجمعة»,
        «توفي سالم، وكان قد فر في أيار».
        """
        sister = predicate.clause.sister
        if sister is None or predicate.subject is not None or id(sister.head) in self.dated:
            return span
        if any(self.grammar.names("anterior", unit) for unit in predicate.group.units):
            return span
        lost = self.grammar.subject_first and predicate.group.comma
        if not lost and self.sentence.content_words(self.of(span)) > 1:
            return span
        whole = clause_extent(self.tree, sister)
        return span if whole is None else whole.hull(span)

    # --- nouns ---------------------------------------------------------------------------------------------------

    def noun_start(self, group: Group, *, counted: bool = False) -> int:
        """Where the group begins: without what leads to it, and without a noun that only carries another («إطار»).

        Args:
            counted: with a noun that counts what it carries, where that is told by itself («حصيلة عملياتها»).
        """
        units = [unit for unit in group.units if unit.kind not in _LEADING] or [*group.units]
        if len(units) > 1 and self.grammar.has("carriers", units[0].word) and not (counted and self.is_tally(group)):
            units = units[1:]
        return units[0].start

    def is_tally(self, group: Group) -> bool:
        """Its first noun counts what it carries: «حصيلة عملياتها»."""
        return self.grammar.has("tallies", group.head.word)

    def is_content(self, predicate: Predicate) -> bool:
        """It is what the noun before its clause tells, and has a subject of its own: "information that 300 fled"."""
        clause = predicate.clause
        whole = predicate.subject is not None and predicate.subject is not clause.opener
        return whole and clause.host is not None and self.grammar.has("contents", clause.host.head.word)

    def counted_by_toll(self, group: Group) -> int | None:
        """Where the deed begins whose dead a noun of the group counts: «عدد قتلى | الانفجار»; None where none does."""
        tolls = [n for n, unit in enumerate(group.units[:-1]) if self.grammar.names("tolls", unit)]
        return group.units[tolls[-1] + 1].start if tolls else None

    def before_goal(self, predicate: Predicate, end: int) -> int:
        """Where what a toll came to begins behind the verb: «الانفجار الذي وقع في البلدة | إلى سبعة»."""
        behind = self.tree.groups[predicate.group.at + 1 :]
        goals = (group.span.start for group in behind if self.grammar.has("goal", group.lead))
        return min(end, next(goals, end))

    def described_start(self, participle: Predicate) -> int:
        """Where the noun begins that a participle describes, by its gender («إنهاء الحرب الدائرة»)."""
        group = participle.group
        before = self.tree.groups[group.at - 1] if group.at else group
        if group.head is not participle.head or before.kind != NOUN or group.lead:
            return self.noun_start(group)
        other = _OTHER_GENDER["feminine" in participle.head.marks]
        owned = [unit for unit in before.units if unit.kind in _NAMED and unit.start > before.head.start]
        if other not in before.marks or "plural" in participle.head.marks or not owned:
            return self.host_start(before)
        return next((unit for unit in owned if other not in unit.marks), owned[-1]).start

    def host_start(self, host: Group) -> int:
        """Where the noun begins that a relative clause is about.

        With the noun that an adjective describes («العملية الانتحارية التي»), or that a number measures («تحت 17 سنة»).
        """
        groups, ends = self.tree.groups, tuple(self.sentence.phrasing.clauses.adjective_ends)
        before = groups[host.at - 1] if host.at else host
        alone = len(host.units) == 1 and host.head.kind is Kind.DEFINITE
        quality = alone and host.head.word.endswith(ends)
        if quality and before.kind == NOUN and before.units[-1].kind is Kind.DEFINITE:
            return self.noun_start(before)
        if before.kind == NOUN and _goes_on_in(host, before):
            return self.noun_start(before)
        described = len(host.units) == 1 and host.head.kind is Kind.ADJECTIVE and not host.comma
        if described and before.kind == NOUN and before.units[-1].kind in (Kind.NOUN, Kind.ADJECTIVE):
            return self.noun_start(before)
        while host.at and before.kind == NOUN and _measures(host, before):
            host, before = before, groups[max(before.at - 1, 0)]
        if host.listed and host.head.kind is Kind.NUMBER and "definite" in host.marks:
            host = groups[host.at - 2]
        named = [name.start for name in self.sentence.persons if name.end == host.span.end and self.grammar.head_first]
        return max([*named, self.noun_start(host)])


def _is_behind_stop(group: Group, tree: Tree) -> bool:
    return group.at > 0 and tree.groups[group.at - 1].role == STOP


def _does_it_to_others(predicate: Predicate) -> bool:
    """A subject of its own does it to an object of its own: "a bomb hit Sirte, and the army shelled Derna"."""
    return predicate.subject is not None and predicate.object is not None and "passive" not in predicate.head.marks


def _tells(unit: Unit) -> bool:
    """A noun of action, or a participle of what was done to somebody."""
    return "action" in unit.marks or {"participle", "passive"} <= unit.marks


def _goes_on_in(host: Group, before: Group) -> bool:
    """A quality by its owner, an improper annexation: «الموجة شديدة الحرارة»."""
    last = before.units[-1]
    quality = last.kind is Kind.ADJECTIVE and "definite" not in last.marks and before.head.kind is Kind.DEFINITE
    return quality and not host.lead and host.head.kind is Kind.DEFINITE


def _measures(group: Group, before: Group) -> bool:
    """A number in it says how old, long or many what stands before it is."""
    number = any(unit.kind is Kind.NUMBER for unit in group.units)
    return (bool(group.lead) and number) or before.units[-1].kind is Kind.NUMBER


def is_bare(group: Group) -> bool:
    """A noun without a preposition."""
    return group.kind == NOUN and not group.lead
