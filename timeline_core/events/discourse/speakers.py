"""Speakers: who makes a statement, by the subject of its verb and the name that stands in apposition to it.

Source:
    Attribution (Prasad et al. 2008); close apposition: the name is the referent, the office describes it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile

from timeline_core.events.roles.people import doer
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.marks import OPENS
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate, Tree

_DOERS = "perpetrators"
"""The list of nouns for those who did what harms or takes."""


def speaker_of(head: Predicate, tree: Tree) -> Group | None:
    """Its subject; of a verb without one that is joined to a deed, whoever did that: «طعن الدفاع في الحكم، وطالب …».

    The words that are quoted behind a saying are none: «وأضاف "الجسر بعيد"».
    """
    if head.subject is not None and "says" in head.head.marks and _is_quoted_behind(head, head.subject, tree):
        return None
    sister = head.clause.sister.head if head.clause.sister is not None else None
    shared = head.subject is None and sister is not None and "says" not in sister.head.marks
    return doer(head) if shared else head.subject


def ids_of_speaker(
    speaker: Group | None,
    head: Predicate | None,
    tree: Tree,
    grammar: Grammar,
    named: Callable[[Span], frozenset[str]],
    speaking: frozenset[str],
    persons: frozenset[str],
) -> frozenset[str]:
    """Ids of those whom the subject of a statement names, and of who holds the office that it tells.

    "The minister Adam Novak", «رئيس المجلس في المدينة سالم حداد»; of "Salma's father" none.

    Args:
        speaking: those who speak by their role.
        persons: who of those that are named is a person: the spokesman of a body speaks for it, a lawyer for himself.
    """
    if speaker is None or head is None:
        return frozenset()
    holder = _holder(speaker, head, tree) if grammar.head_first and head.says else None
    own = named(speaker.span)
    found = speaking | own
    if _is_of_another(speaker, grammar):
        found -= own & persons
    return found | (named(holder) if holder is not None else frozenset())


def _holder(speaker: Group, head: Predicate, tree: Tree) -> Span | None:
    """The words behind the office, past what prepositions lead to, that end in his name: «الدكتور سالم حداد»."""
    for group in tree.groups[speaker.at + 1 :]:
        if group.kind != NOUN or group.clause is not head.clause:
            return None
        if not group.lead:
            named = group.units[-1].kind is Kind.NAME and ACTION not in group.head.marks and not group.listed
            titled = all(unit.kind in (Kind.NAME, Kind.DEFINITE) for unit in group.units)
            return group.span if named and (titled or head.content is not None) else None
        if (behind := _behind_article(group)) is not None:
            return behind
    return None


def _behind_article(group: Group) -> Span | None:
    """The names behind a noun with an article, which owns none: «للمدينة | سالم حداد»."""
    units = [*dropwhile(lambda unit: unit.kind is not Kind.DEFINITE, group.units)]
    names = [*dropwhile(lambda unit: unit.kind is not Kind.NAME, units)]
    plain = bool(names) and all(unit.kind is Kind.NAME for unit in names)
    return Span(names[0].start, names[-1].end) if plain else None


def office_of(speaker: Group | None, determiners: frozenset[str]) -> str:
    """The noun that it is, with an article of its own: «المدير», "the mayor"; empty for «رئاسة الجمهورية»."""
    if speaker is None or speaker.head.kind not in (Kind.NOUN, Kind.DEFINITE):
        return ""
    definite = speaker.head.kind is Kind.DEFINITE or any(unit.word in determiners for unit in speaker.units)
    return (speaker.head.lemma or speaker.head.word).casefold() if definite else ""


def _is_quoted_behind(head: Predicate, group: Group, tree: Tree) -> bool:
    """A quotation opens between the two, and the group is no mere name right behind the verb: «قال "أبو عمر" إن»."""
    between = tree.groups[head.group.at + 1 : group.at]
    opens = next((mark for mark in between if mark.role.startswith(OPENS) and not 0 <= mark.partner < group.at), None)
    named = all(unit.kind is Kind.NAME for unit in group.units)
    return opens is not None and not (named and opens is between[0])


def _is_of_another(speaker: Group, grammar: Grammar) -> bool:
    """Somebody else's father or lawyer, of whom only that one is named: «والد سلمى», "Salma's father"."""
    pairs = zip(speaker.units, speaker.units[1:], strict=False)
    owned = any(one is speaker.head and one.kind is Kind.NOUN and two.kind is Kind.NAME for one, two in pairs)
    signs = (unit.word[:1] for unit in speaker.units if not unit.word[:1].isalnum())
    return owned or any(grammar.has("owner_signs", sign) for sign in signs)


def names_doers(subject: Group, grammar: Grammar, determiners: frozenset[str]) -> bool:
    """It is a definite noun for those who did a deed, so called by it: «المهاجمون», "the attackers"."""
    head, bare = subject.head, subject.head.word.removeprefix(grammar.article)
    definite = (
        bare != head.word or head.kind is Kind.DEFINITE or any(unit.word in determiners for unit in subject.units)
    )
    listed = grammar.lists_of(bare, head.lemma) if definite and bare else head.lists
    return definite and _DOERS in (listed | head.lists)
