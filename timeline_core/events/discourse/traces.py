"""Traces: what of the words of a mention other mentions can point back to, and what of its own words points back.

«اجتمع الوزير …» leaves the deed «اجتمع», to which the definite noun of «وخلال الاجتماع …» points.

Source:
    Definite noun phrases as anaphors (Heim 1982): what is definite was told before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_core.events.roles.people import doer
from timeline_core.events.roles.referents import is_echo
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate, Tree, Unit

_HAPPENS = "happens"
_OCCUR = "occur"
_PAST = "past"
VIOLENCE = "violence"
"""The scene, and the list of the nouns that tell of it."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a mention leaves in the discourse."""

    deeds: frozenset[str] = frozenset()
    """Lemmas of its predicate and of the actions beside it."""
    classes: frozenset[str] = frozenset()
    """The class of its predicate; of one that only supports a noun, those of the actions that it stands with."""
    again: frozenset[str] = frozenset()
    """Lemmas of its definite nouns of action."""
    again_of: frozenset[str] = frozenset()
    """The classes of those."""
    subject: frozenset[str] = frozenset()
    """Lemmas and classes of the one that is the subject: «الهجوم أسفر …», "the meeting ended"."""
    evokes_violence: bool = False
    """It is told of weapons, ruins or victims: "five bombs were dropped", «نقل الجرحى»."""
    any_happening: bool = False
    """The one that is the subject, or in which it happened, may stand for any happening: "the incident"."""
    during: frozenset[str] = frozenset()
    """Lemmas of those in or during which it happened: «أصيب ثلاثة خلال الهجوم», "two died in the raid"."""
    head: str = ""
    """Lemma of what its predicate tells: of the noun of a light verb, else of the verb."""
    nouns: frozenset[str] = frozenset()
    """Lemmas of all that takes part."""
    known: frozenset[str] = frozenset()
    """Those of them that are definite."""
    speakers: frozenset[str] = frozenset()
    """Of a statement: ids of who makes it."""
    matter: frozenset[str] = frozenset()
    """Of a statement: lemmas of the nouns that tell what it is about."""
    continues: bool = False
    """True for a statement whose speaker is not named again: "he added"."""
    anterior: bool = False
    """It was before what is told around it: «كان قد أعلن», "had said"."""
    turns: bool = False
    """The sentence opens with words that turn to another thing: «من جهة أخرى», "separately"."""

    @property
    def only_points(self) -> bool:
        """It tells of nothing but what a definite noun of it names: "claimed the attack"."""
        return bool(self.again) and self.deeds <= self.again and self.nouns <= self.again

    def with_those_of(self, other: Traces) -> Traces:
        """What both leave."""
        return replace(
            self,
            deeds=self.deeds | other.deeds,
            classes=self.classes | other.classes,
            again=self.again | other.again,
            again_of=self.again_of | other.again_of,
            subject=self.subject | other.subject,
            evokes_violence=self.evokes_violence or other.evokes_violence,
            any_happening=self.any_happening or other.any_happening,
            during=self.during | other.during,
            nouns=self.nouns | other.nouns,
            known=self.known | other.known,
            matter=self.matter | other.matter,
            speakers=self.speakers | other.speakers,
        )


def traces(
    tree: Tree,
    span: Span,
    head: Predicate | None,
    grammar: Grammar,
    determiners: frozenset[str],
    named: Callable[[Span], frozenset[str]],
    *,
    own: bool = False,
    turns: bool = False,
) -> Traces:
    """What the words of a mention leave.

    Args:
        span: of its words.
        head: its predicate, where it is known.
        grammar: of its language.
        determiners: the words that make a noun definite ("the", "this"), where the language has such.
        named: ids of the actors named in a part of the text.
        own: only what stands in the clause of the predicate itself, and nothing of those below it.
        turns: the sentence turns to another thing.
    """
    groups = [group for group in tree.groups if group.kind == NOUN and span.covers(group.span)]
    if own and head is not None:
        groups = [group for group in groups if group.clause is head.clause]
    actions = [_action(group) for group in groups]
    inside = [unit for unit in (*actions, head.deed if head is not None else None) if unit is not None]
    pairs = zip(groups, actions, strict=True)
    speaker = _speaker(head) if head is not None else None
    known = [
        group
        for group in groups
        if _is_definite(group, determiners) or (group is speaker and _is_of_a_day(group, tree))
    ]
    pointing = [unit for group, unit in pairs if unit is not None and group in known]
    doing = [unit for unit in pointing if speaker is not None and unit in speaker.units]
    return Traces(
        deeds=frozenset(unit.lemma for unit in inside if unit.lemma),
        classes=_classes(head, [unit for unit in inside if head is not None and _is_argument(unit, head)]),
        again=frozenset(unit.lemma for unit in pointing),
        again_of=frozenset(unit.concept for unit in pointing if unit.concept),
        subject=frozenset(name for unit in doing for name in (unit.lemma, unit.concept)),
        evokes_violence=any(grammar.names(VIOLENCE, group.head) for group in groups),
        any_happening=_took_place(head, grammar)
        or any(
            grammar.names("happenings", group.head) and (group is speaker or _is_led(group, grammar)) for group in known
        ),
        during=frozenset(group.head.lemma for group in groups if group.head in pointing and _is_led(group, grammar)),
        head=head.deed.lemma if head is not None else "",
        nouns=frozenset(_heads(groups)),
        known=frozenset(_heads(known)),
        speakers=named(speaker.span) if speaker is not None and not _is_of_another(speaker, grammar) else frozenset(),
        matter=frozenset(_matter(group for group in groups if group is not speaker)),
        continues=speaker is None
        or speaker.head.kind in (Kind.PRONOUN, Kind.CLITIC)
        or (own and is_echo(speaker, grammar, determiners)),
        anterior=head is not None and _is_anterior(head, grammar),
        turns=turns,
    )


def _matter(groups: Iterable[Group]) -> Iterator[str]:
    """The lemmas of all nouns but those that only say that something was said: «في بيان», "in a statement"."""
    for unit in (unit for group in groups for unit in group.units):
        if unit.kind in (Kind.NOUN, Kind.DEFINITE) and unit.lemma and "says" not in unit.marks:
            yield unit.lemma


def _speaker(head: Predicate) -> Group | None:
    """Its subject; of a verb without one that is joined to a deed, whoever did that: «طعن الدفاع في الحكم، وطالب …»."""
    sister = head.clause.sister.head if head.clause.sister is not None else None
    shared = head.subject is None and sister is not None and "says" not in sister.head.marks
    return doer(head) if shared else head.subject


def _is_anterior(head: Predicate, grammar: Grammar) -> bool:
    """Its tense is the pluperfect: an auxiliary of the past with another verb of the past, or its participle."""
    passed = head.head.kind is Kind.PARTICIPLE or _PAST in head.head.marks
    before = (unit for group in head.clause.groups if group.at <= head.group.at for unit in group.units)
    return passed and any(unit.kind is Kind.AUXILIARY and grammar.names("anterior", unit) for unit in before)


def _took_place(head: Predicate | None, grammar: Grammar) -> bool:
    """Its pronoun stands for a happening: "it took place", «وقع ذلك»."""
    subject = head.subject if head is not None else None
    if head is None or subject is None or subject.head.kind is not Kind.PRONOUN:
        return False
    return head.deed.concept == _OCCUR and grammar.names("neuter", subject.head)


def _is_of_another(speaker: Group, grammar: Grammar) -> bool:
    """Somebody else's father or lawyer, of whom only that one is named: «والد سلمى», "Salma's father"."""
    pairs = zip(speaker.units, speaker.units[1:], strict=False)
    owned = any(one is speaker.head and one.kind is Kind.NOUN and two.kind is Kind.NAME for one, two in pairs)
    signs = (unit.word[:1] for unit in speaker.units if not unit.word[:1].isalnum())
    return owned or any(grammar.has("owner_signs", sign) for sign in signs)


def _is_led(group: Group, grammar: Grammar) -> bool:
    """A preposition of time or place leads to it."""
    return grammar.has("upon", group.lead) or grammar.has("within", group.lead)


def _classes(head: Predicate | None, arguments: Sequence[Unit]) -> frozenset[str]:
    if head is None:
        return frozenset()
    names = (
        [unit.concept for unit in arguments]
        if "support" in head.deed.marks
        else [head.deed.concept or head.head.concept]
    )
    return frozenset(name for name in names if name)


def _is_argument(unit: Unit, head: Predicate) -> bool:
    """It stands in its subject or behind it in its clause."""
    subject = head.subject.units if head.subject is not None else ()
    return unit in subject or any(one.head is unit for one in head.clause.predicates)


def _action(group: Group) -> Unit | None:
    """The noun of action that the group is about."""
    return group.head if {ACTION, _HAPPENS} <= group.head.marks else None


def _is_definite(group: Group, determiners: frozenset[str]) -> bool:
    return any(unit.kind is Kind.DEFINITE or unit.word in determiners for unit in group.units)


def _is_of_a_day(group: Group, tree: Tree) -> bool:
    """The day right beside it says which one is meant: «تفجير الأحد», "Monday's blast"."""
    return any(not date.group.lead and abs(date.group.at - group.at) == 1 for date in tree.dates)


def _heads(groups: Iterator[Group] | list[Group]) -> Iterator[str]:
    """The lemmas of the nouns that the groups are about."""
    for group in groups:
        if group.head.kind in (Kind.NOUN, Kind.DEFINITE) and group.head.lemma:
            yield group.head.lemma
