"""Traces: what of the words of a mention other mentions can point back to, and what of its own words points back.

«اجتمع الوزير …» leaves the deed «اجتمع», to which the definite noun of «وخلال الاجتماع …» points.

Source:
    Definite noun phrases as anaphors (Heim 1982): what is definite was told before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_core.events.ahead import is_anterior
from timeline_core.events.discourse.frames import NOBODY, Frame, both, describes, frame, is_of_unrest
from timeline_core.events.discourse.numbers import counted, counts_on, hits_of, in_plural
from timeline_core.events.discourse.speakers import ids_of_speaker, names_doers, office_of, speaker_of
from timeline_core.events.roles.referents import is_echo, is_own_force
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN, RELATIVE
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate, Tree, Unit

_HAPPENS = "happens"
_DEED = frozenset({ACTION, _HAPPENS})
OCCUR, MOVE = "occur", "move"
_SUFFERED = frozenset({"participle", "passive"})
PREVENT = "prevent"
"""Class of what is one with the deed that it is done to: «صد الهجوم»; a sentence that is carried out is another."""
_PRONOUNS = (Kind.PRONOUN, Kind.CLITIC)
_DEFINITE = "definite"
VIOLENCE = "violence"
"""The scene, and the list of the nouns that tell of it."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a mention leaves in the discourse."""

    deeds: frozenset[str] = frozenset()
    """Lemmas of its predicate and of the actions beside it."""
    tells: frozenset[str] = frozenset()
    """Those of them that it tells itself, and does not only speak of: not the attack of "a video of the attack"."""
    classes: frozenset[str] = frozenset()
    """The class of its predicate; of one that only supports a noun, those of the actions that it stands with."""
    scenes: frozenset[str] = frozenset()
    """The scenes of those."""
    again: frozenset[str] = frozenset()
    """Lemmas of its definite nouns of action."""
    again_of: frozenset[str] = frozenset()
    """The classes of those."""
    many_again: frozenset[str] = frozenset()
    """Concepts of nouns that point back and stand in the plural: «هذه العمليات», "these raids"."""
    many: frozenset[str] = frozenset()
    """Concepts of nouns of action that are told with a number: «43 عملية», "43 raids"."""
    stands_for: frozenset[str] = frozenset()
    """What was told that its definite nouns can go on telling of: of "the operation" an arrest, a raid."""
    of_series: bool = False
    """One of those nouns is one of several that are known: "the second strike"."""
    subject: frozenset[str] = frozenset()
    """Lemmas and classes of the one that is the subject: «الهجوم أسفر …», "the meeting ended"."""
    evokes_violence: bool = False
    """It is told of weapons, ruins or victims: "five bombs were dropped", «نقل الجرحى»."""
    of_victims: bool = False
    """It is told of those who were hurt: «ونقل المصابون», "the dead were buried"."""
    of_unrest: bool = False
    """It is told of what belongs to a march or riot: "tear gas", «هتافات», "the protesters"."""
    by_doers: bool = False
    """Its subject is a noun for those who did such a deed: "the attackers", «اللصوص»."""
    any_happening: bool = False
    """The one that is the subject, or in which it happened, may stand for any happening: "the incident"."""
    during: frozenset[str] = frozenset()
    """Lemmas of those in or during which it happened: «أصيب ثلاثة خلال الهجوم», "two died in the raid"."""
    within: frozenset[str] = frozenset()
    """Those of them that stand in its own clause, and not in one that only says who or what somebody is."""
    head: str = ""
    """Lemma of what its predicate tells: of the noun of a light verb, else of the verb."""
    nouns: frozenset[str] = frozenset()
    """Lemmas of all that takes part."""
    known: frozenset[str] = frozenset()
    """Those of them that are definite."""
    pronoun: bool = False
    """A pronoun in it, which is not its subject, stands for something told: «وتصدت له», "and fled from it"."""
    speakers: frozenset[str] = frozenset()
    """Of a statement: ids of who makes it."""
    matter: frozenset[str] = frozenset()
    """Of a statement: lemmas of the nouns that tell what it is about."""
    continues: bool = False
    """True for a statement whose speaker is not named again: "he added"."""
    for_speaker: bool = False
    """Whoever says it is of the one that spoke: "its commander said", «وقال قائدها»."""
    office: str = ""
    """The noun for who says it, where it is definite by itself and was told before: "the mayor", «المدير»."""
    joined: frozenset[str] = frozenset()
    """Lemmas of the verbs joined to its own under one subject: "lifted the ban and | replaced it"."""
    goes_with: str = ""
    """The lemma of the verb that its own is joined to, of which it has the subject: "shelled" of "and destroyed it"."""
    anterior: bool = False
    """It was before what is told around it: «كان قد أعلن», "had said"."""
    turns: bool = False
    """The sentence opens with words that turn to another thing: «من جهة أخرى», "separately"."""
    among_others: bool = False
    """It goes on counting beside the clause that it is joined to: "and nine others were hurt"."""
    from_others: bool = False
    """It is what somebody says to have happened: "medics said that eight died"."""
    of_open_day: bool = False
    """Its words give a time of which nobody can tell the day, so that no day of another is its own."""
    frame: Frame = NOBODY
    """Who does it, to whom, and what its verb orders or asks for."""

    @property
    def only_points(self) -> bool:
        """It tells of nothing but what a definite noun of it names: "claimed the attack"."""
        return bool(self.again) and self.deeds <= self.again and self.nouns <= self.again

    def with_those_of(self, other: Traces) -> Traces:
        """What both leave."""
        return replace(
            self,
            deeds=self.deeds | other.deeds,
            joined=self.joined | other.joined,
            tells=self.tells | other.tells,
            classes=self.classes | other.classes,
            scenes=self.scenes | other.scenes,
            again=self.again | other.again,
            again_of=self.again_of | other.again_of,
            many_again=self.many_again | other.many_again,
            many=self.many | other.many,
            stands_for=self.stands_for | other.stands_for,
            subject=self.subject | other.subject,
            evokes_violence=self.evokes_violence or other.evokes_violence,
            of_unrest=self.of_unrest or other.of_unrest,
            any_happening=self.any_happening or other.any_happening,
            during=self.during | other.during,
            nouns=self.nouns | other.nouns,
            known=self.known | other.known,
            matter=self.matter | other.matter,
            speakers=self.speakers | other.speakers,
            frame=both(self.frame, other.frame),
        )


def traces(
    sentence: Sentence,
    tree: Tree,
    span: Span,
    head: Predicate | None,
    grammar: Grammar,
    named: Callable[[Span], frozenset[str]],
    *,
    speaking: frozenset[str] = frozenset(),
    persons: frozenset[str] = frozenset(),
    own: bool = False,
    turns: bool = False,
    of_open_day: bool = False,
) -> Traces:
    """What the words of a mention leave.

    Args:
        span: of its words.
        head: its predicate, where it is known.
        grammar: of its language.
        named: ids of the actors named in a part of the text.
        speaking: ids of those who make the statement, where their roles tell it.
        persons: ids of the persons that it names.
        own: only what stands in the clause of the predicate itself, and nothing of those below it.
        turns: the sentence turns to another thing.
        of_open_day: nobody can tell the day that it gives.
    """
    determiners = sentence.phrasing.clauses.definite
    host = head.clause.host if head is not None and head.clause.head is head else None
    groups = [group for group in tree.groups if group.kind == NOUN and (group is host or span.covers(group.span))]
    if own and head is not None:
        groups = [group for group in groups if group.clause is head.clause]
    inner, groups = groups, [*groups, *_shared(head, groups, tree, grammar)]
    actions = [_action(group) for group in groups]
    inside = [unit for unit in (*actions, head.deed if head is not None else None) if unit is not None]
    pairs = zip(groups, actions, strict=True)
    speaker = speaker_of(head, tree) if head is not None else None
    known = [
        group for group in groups if is_definite(group, determiners) or (group is speaker and _is_of_a_day(group, tree))
    ]
    here = [group for group in known if group is host or not only_places(group, sentence, tree, grammar)]
    parts = frame(head, named, grammar)
    pointing = [unit for group, unit in pairs if unit is not None and group in here and unit.lemma not in parts.acts]
    standing = [(group, goes_on(group, sentence)) for group in here if _is_in(group, head)]
    standing = [(group, deeds) for group, deeds in standing if deeds]
    back = [group for group in here if group.head in pointing] + [group for group, _ in standing]
    held = [group for group in back if not describes(group, tree)]
    upon = [group for group in held if is_led(group, grammar) or _is_source(group, grammar)]
    doing = [unit for unit in pointing if speaker is not None and unit in speaker.units]
    classes = _classes(head, [unit for unit in inside if head is not None and _is_argument(unit, head)])
    scenes_of = sentence.phrasing.concepts.scenes_of
    scenes = scenes_of(classes)
    telling = (*(speaker.units if speaker is not None else ()), *((head.deed,) if head is not None else ()))
    return Traces(
        deeds=frozenset((*(unit.lemma for unit in inside if unit.lemma), *_joined(head, tree))),
        joined=frozenset(_joined(head, tree)),
        tells=frozenset(
            unit.lemma
            for unit in inside
            if unit.lemma and (unit in telling or not classes or not scenes_of((unit.concept,)).isdisjoint(scenes))
        ),
        classes=classes,
        scenes=scenes,
        again=frozenset(unit.lemma for unit in pointing),
        again_of=frozenset(unit.concept for unit in pointing if unit.concept),
        many_again=in_plural(back, sentence),
        many=counted(zip(groups, actions, strict=True), sentence),
        stands_for=frozenset().union(*(deeds for _, deeds in standing)),
        of_series=any(
            any(grammar.names("ordinals", one) for one in group.units)
            for group, unit in zip(groups, actions, strict=True)
            if unit in pointing
        ),
        subject=frozenset(name for unit in doing for name in (unit.lemma, unit.concept))
        | {group.head.lemma for group, _ in standing if group is speaker},
        evokes_violence=any(is_of_violence(group.head, sentence, grammar) for group in groups),
        of_unrest=is_of_unrest(groups, head, sentence, span, grammar),
        by_doers=speaker is not None and names_doers(speaker, grammar, determiners),
        of_victims=speaker is not None and speaker in here and is_of_violence(speaker.head, sentence, grammar),
        any_happening=_took_place(head, grammar)
        or sentence.phrasing.topics.points_back.at(sentence.run, 0) is not None
        or any(
            grammar.names("happenings", group.head) and (group is speaker or is_led(group, grammar)) for group in known
        ),
        during=frozenset(group.head.lemma for group in upon),
        within=frozenset(group.head.lemma for group in upon if head is None or group.clause is head.clause),
        head=head.deed.lemma if head is not None else "",
        pronoun=any(unit.kind in _PRONOUNS for group in groups if group is not speaker for unit in group.units)
        or (head is not None and any(unit.kind is Kind.CLITIC for unit in head.group.units)),
        nouns=frozenset(_heads(groups)),
        known=frozenset(_heads(known)),
        speakers=ids_of_speaker(speaker, head, tree, grammar, named, speaking, persons),
        matter=frozenset(_matter(group for group in inner if group is not speaker)),
        continues=speaker is None or speaker.head.kind in _PRONOUNS or (own and is_echo(speaker, grammar, determiners)),
        for_speaker=is_own_force(speaker, grammar),
        office=office_of(speaker, determiners),
        goes_with=_goes_with(head),
        anterior=head is not None and is_anterior(head, grammar),
        turns=turns,
        of_open_day=of_open_day,
        among_others=head is not None and counts_on(head, span, grammar),
        from_others=head is not None and head.link is Link.CONTENT and head.parent is not None and head.parent.says,
        frame=parts,
    )


def _matter(groups: Iterable[Group]) -> Iterator[str]:
    """The lemmas of all nouns but those that only say that something was said: «في بيان», "in a statement"."""
    for unit in (unit for group in groups for unit in group.units):
        if unit.kind in (Kind.NOUN, Kind.DEFINITE) and unit.lemma and "says" not in unit.marks:
            yield unit.lemma


def _goes_with(head: Predicate | None) -> str:
    if head is None or head.clause.head is not head or head.subject is not None or head.clause.sister is None:
        return ""
    sister = head.clause.sister.head
    return sister.deed.lemma if sister is not None and "says" not in sister.head.marks else ""


def _joined(head: Predicate | None, tree: Tree) -> Iterator[str]:
    """The deeds of the verbs that are joined to it under its subject: "lifted the ban, and | replaced it by a tax"."""
    if head is None or head.says:
        return
    for one in tree.predicates:
        beside = one.clause.sister is head.clause and one.clause.head is one and one.subject is None
        if beside and one.polarity == head.polarity and one.deed.lemma and not one.says:
            yield one.deed.lemma


def _shared(head: Predicate | None, own: Sequence[Group], tree: Tree, grammar: Grammar) -> list[Group]:
    """What it shares with the clauses beside it: "in the raids nine died and two were hurt, by the tally"."""
    if head is None or head.clause.head is not head:
        return []
    sister = head.clause.sister
    told = (group for group in tree.groups if group.kind == NOUN and group not in own and group.clause is not None)
    return [
        group for group in told if _is_source(group, grammar) or (group.clause is sister and is_led(group, grammar))
    ]


def _is_source(group: Group, grammar: Grammar) -> bool:
    """It says from whom, or from what, something is known: "according to the tally"."""
    clause = group.clause
    return grammar.has("source", group.lead) or (clause is not None and clause.link is Link.SOURCE)


def _is_in(group: Group, head: Predicate | None) -> bool:
    """It stands in no clause with a relative pronoun, which only says who somebody is («الذين فروا من الهجوم»)."""
    clause = group.clause
    opened = clause is not None and bool(clause.groups) and clause.groups[0].kind == RELATIVE
    return not opened or (head is not None and head.clause is clause)


def goes_on(group: Group, sentence: Sentence) -> frozenset[str]:
    """The deeds that its noun can go on telling of: of "the arrest operation" and "the report of the raid" the inner
    one, of "the renewal of the raids" none of these.
    """
    inner = [unit for unit in group.units if unit is not group.head and is_action(unit)]
    if inner and _gives_way(group.head, sentence):
        return frozenset(hit.concept for unit in inner for hit in hits_of(unit, sentence))
    known = sentence.phrasing.concepts.goes_on
    nouns = group.units if group.head.kind is Kind.DETERMINER else (group.head,)
    hits = (hit for unit in nouns for hit in hits_of(unit, sentence))
    return frozenset().union(*(known.get(hit.concept, frozenset()) for hit in hits))


def _gives_way(noun: Unit, sentence: Sentence) -> bool:
    """It is no action, one by which any may be called («عملية»), or what it prevents is meant («صد الهجوم»)."""
    general = sentence.phrasing.concepts.deeds.any_deed
    called = any(hit.concept in general for hit in hits_of(noun, sentence))
    return called or not is_action(noun) or noun.concept == PREVENT


def is_of_violence(noun: Unit, sentence: Sentence, grammar: Grammar) -> bool:
    """It is of weapons, ruins or victims: "a shell", "the dead", «المصابون»."""
    if grammar.names(VIOLENCE, noun):
        return True
    suffered = noun.kind in (Kind.NOUN, Kind.DEFINITE) and noun.marks >= _SUFFERED
    return suffered and VIOLENCE in sentence.phrasing.concepts.scenes_of({noun.concept})


def only_places(group: Group, sentence: Sentence, tree: Tree, grammar: Grammar) -> bool:
    """Something else happened before or after it: "hours after the verdict", or it goes on a list of such."""
    if group.listed and group.at:
        return only_places(tree.groups[group.at - 1], sentence, tree, grammar)
    before = tree.groups[group.at - 1] if group.at and grammar.has("from", group.lead) else group
    if grammar.has("before", group.lead) or grammar.has("before", before.lead):
        return True
    return sentence.phrasing.clauses.placing.at(sentence.run, sentence.range_of(group.span).start) is not None


def _took_place(head: Predicate | None, grammar: Grammar) -> bool:
    """Its pronoun stands for a happening: "it took place", «وقع ذلك»."""
    subject = head.subject if head is not None else None
    if head is None or subject is None or subject.head.kind is not Kind.PRONOUN:
        return False
    return head.deed.concept == OCCUR and grammar.names("neuter", subject.head)


def is_led(group: Group, grammar: Grammar) -> bool:
    """A preposition of time or place leads to it."""
    return grammar.has("upon", group.lead) or grammar.has("within", group.lead)


def _classes(head: Predicate | None, arguments: Sequence[Unit]) -> frozenset[str]:
    """Its class, and that of the deed that is its subject; of one that supports a noun, those of all its nouns.

    "Issued a verdict" supports one, "published a video" none; a relative clause tells of the deed that it is about.
    """
    if head is None:
        return frozenset()
    host = head.clause.host if head.clause.head is head else None
    if host is not None and is_action(host.head):
        return frozenset({host.head.concept})
    about = [unit for unit in arguments if head.subject is not None and unit in head.subject.units]
    plain = head.object is not None and not any(unit in arguments for unit in head.object.units)
    supports = "support" in head.deed.marks and not (plain and not about)
    own = () if supports else (head.deed.concept or head.head.concept,)
    names = (*own, *(unit.concept for unit in (arguments if supports else about)))
    return frozenset(name for name in names if name)


def _is_argument(unit: Unit, head: Predicate) -> bool:
    """It stands in its subject or behind it in its clause."""
    subject = head.subject.units if head.subject is not None else ()
    return unit in subject or any(one.head is unit for one in head.clause.predicates)


def _action(group: Group) -> Unit | None:
    """The noun of action that the group is about."""
    return group.head if is_action(group.head) else None


def is_action(unit: Unit) -> bool:
    """A noun of action that happens: "the attack"."""
    return unit.marks >= _DEED


def is_definite(group: Group, determiners: frozenset[str]) -> bool:
    """An article, a pronoun or "this" says that it is known."""
    for unit in group.units:  # a generator would cost more than the few words of a group
        if unit.kind is Kind.DEFINITE or _DEFINITE in unit.marks or unit.word in determiners:
            return True
    return False


def _is_of_a_day(group: Group, tree: Tree) -> bool:
    """The day right beside it says which one is meant: «تفجير الأحد», "Monday's blast"."""
    return any(not date.group.lead and abs(date.group.at - group.at) == 1 for date in tree.dates)


def _heads(groups: Iterator[Group] | list[Group]) -> Iterator[str]:
    """The lemmas of the nouns that the groups are about."""
    for group in groups:
        if group.head.kind in (Kind.NOUN, Kind.DEFINITE) and (name := group.head.lemma or group.head.word):
            yield name
