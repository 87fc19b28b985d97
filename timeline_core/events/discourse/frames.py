"""Frames: who does it in a mention, to whom, and what deed its verb only orders, plans or asks for.

"The court sent two grocers to trial" has the doer "court", the one it is done to "grocer"; "ordered the trial of X"
has the act "trial". Two mentions share them whatever verbs they are told by.

Source:
    Predicate and arguments as what event mentions are compared by (Cybulska and Vossen 2015, "bag of events").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from timeline_core.events.roles.people import doer, undergoers
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate, Tree, Unit

_HAPPENS, _PASSIVE = "happens", "passive"
_ABOUT = frozenset({"plans", "wants"})
"""Marks of verbs that put a deed before others: "ordered", "agreed to", «طالب»."""
_ADVERBIAL = ("upon", "within", "time", "concession")
"""What leads to when, where or in spite of what, and not to whom it is done."""
_NOUNS = (Kind.NOUN, Kind.DEFINITE, Kind.NAME)


class Frame(NamedTuple):
    """Who takes part in a deed, by lemma, word or id."""

    doers: frozenset[str] = frozenset()
    undergoers: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    """Lemmas of the deeds that its verb is about: of "ordered the trial of X" the trial."""
    company: frozenset[str] = frozenset()
    """All nouns of the words for its doer: of "navy personnel" the navy too."""
    points: bool = False
    """A pronoun is the one that it is done to: "the third strike hit us"."""


NOBODY = Frame()
"""Of a mention whose predicate is not known."""


def frame(head: Predicate | None, named: Callable[[Span], frozenset[str]], grammar: Grammar) -> Frame:
    """The frame of a predicate; `named` gives the ids of the actors in a part of the text."""
    if head is None:
        return NOBODY
    passive = _PASSIVE in head.head.marks
    who = None if passive else _who(head)
    act = _act(head, grammar)
    told = _in(head.subject, named) if passive and head.subject is not None else _names(undergoers(head), named)
    under = frozenset(_names(act.to_whom, named) if act is not None else told)
    told_of = head.object is not None and head.object.head.kind in (Kind.PRONOUN, Kind.CLITIC)
    return Frame(
        doers=frozenset(_in(who, named)) if who is not None else frozenset(),
        undergoers=under,
        acts=frozenset({act.lemma}) if act is not None else frozenset(),
        company=frozenset(_names(who.units, named)) if who is not None else frozenset(),
        points=told_of and not under,
    )


def _who(head: Predicate) -> Group | None:
    """Its subject; of a relative clause the noun that it is about: "the state, which joined the union"."""
    subject, clause = doer(head), head.clause
    about = clause.host is not None and clause.head is head and subject is not None and subject is clause.opener
    return clause.host if about else subject


def both(one: Frame, other: Frame) -> Frame:
    """Those of two mentions of one happening."""
    return Frame(
        one.doers | other.doers,
        one.undergoers | other.undergoers,
        one.acts | other.acts,
        one.company | other.company,
        one.points,
    )


def _in(group: Group, named: Callable[[Span], frozenset[str]]) -> Iterator[str]:
    """What a group is called by: its head, a name of it, and the ids of those that it names."""
    yield from named(group.span)
    yield from _names((unit for unit in group.units if unit is group.head or unit.kind is Kind.NAME), named)


def _names(units: Iterable[Unit], named: Callable[[Span], frozenset[str]]) -> Iterator[str]:
    for unit in units:
        if unit.kind in _NOUNS and unit.end > unit.start:
            yield (unit.lemma or unit.word).casefold()
            yield from named(Span(unit.start, unit.end))


class _Act(NamedTuple):
    """The deed that a verb orders, plans or asks for, and the nouns for what it is to be done to."""

    lemma: str
    to_whom: tuple[Unit, ...]


def _act(head: Predicate, grammar: Grammar) -> _Act | None:
    """The verb that is the content of another, or the first noun of action behind it: "decided to jail them"."""
    if _ABOUT.isdisjoint(head.head.marks) or head.kind != "verb":
        return None
    if head.content is not None:
        return _Act(head.content.deed.lemma, tuple(undergoers(head.content)))
    behind = [group for group in head.clause.groups if group.kind == NOUN and group.at > head.group.at]
    for at, group in enumerate(behind):
        if {ACTION, _HAPPENS} <= group.head.marks and group is not head.subject:
            inside = [unit for unit in group.units if unit.start >= group.head.end and unit.kind in _NOUNS]
            next_ = (
                one for one in behind[at + 1 : at + 2] if not any(grammar.has(name, one.lead) for name in _ADVERBIAL)
            )
            after = [one.head for one in next_ if one.head.kind in _NOUNS]
            return _Act(group.head.lemma, tuple(inside[:1] or after))
        if group is not head.subject:
            return None
    return None


def describes(group: Group, tree: Tree) -> bool:
    """It belongs to a participle that only says who somebody is: «المتورطين في التفجير», "men involved in it"."""
    before = tree.groups[group.at - 1] if group.at else group
    bare = before.kind == NOUN and "participle" in before.units[-1].marks
    return before is not group and (bare or before.kind == Kind.PARTICIPLE)


def is_of_unrest(
    groups: Iterable[Group], head: Predicate | None, sentence: Sentence, span: Span, grammar: Grammar
) -> bool:
    """It is told of what belongs to a march or riot ("tear gas", «هتافات»), and of no other one: "in another march"."""
    units = (*(unit for group in groups for unit in group.units), *((head.head,) if head is not None else ()))
    if not any(grammar.names("unrest", unit) for unit in units):
        return False
    words = sentence.run.part(*sentence.range_of(span))
    return next(iter(sentence.phrasing.topics.particulars.another.find(words)), None) is None
