"""The rules by which a predicate finds its subject, in the order in which they are tried."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.phrases.name_edges import OF_PERSON, OF_PLACE
from timeline_core.syntax.tree.values import Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.slots import Slots

HOST, BEFORE, AFTER, TOPIC, SECOND = "host", "before", "after", "topic", "second"
"""Effects: the noun that a relative clause is about, the noun before the verb, the noun behind it, that with the noun
put first as the object, and the second noun behind it with the first as the object."""
SubjectRule: TypeAlias = "Rule[Slots, str]"


def _of_relative(here: Slots) -> bool:
    return here.clause.link is Link.RELATIVE and here.clause.host is not None and here.before is None


def _relative_object(here: Slots) -> bool:
    """«الغارة التي نفذها الجيش»: the noun is the object, its pronoun is glued to the verb."""
    if here.grammar.subject_first or here.clause.link is not Link.RELATIVE or not here.takes_object:
        return False
    return _of_relative(here) and bool(here.after)


def _topic(here: Slots) -> bool:
    """«اللوحة رسمها الفنان»: the noun put first is the object, and who does it stands behind.

    A verb that has two objects may have its subject first: «المدير منحه الوزير», "gave it to the minister".
    """
    if here.grammar.subject_first or not here.takes_object or here.before is None or not here.after:
        return False
    behind = here.after[0]
    first = next((unit for unit in behind.units if unit.kind is not Kind.DETERMINER), behind.head)
    acts = first.kind is Kind.NAME or any(here.grammar.names(name, first) for name in _ACTS)
    put_first = here.before.units[0]
    gives = put_first.kind is Kind.NAME or any(here.grammar.names(name, put_first) for name in _ACTS)
    return acts and not (gives and here.predicate.head.concept == GIVES) and here.agrees(behind)


GIVES = "give"
"""Class of the verbs that have two objects: «منح الملك | الطبيب | وساما»."""
_ACTS = ("persons", "posts", "courtesies", "honorifics", "bodies", "stands_for")
"""Lists of those who do things."""


def _stands_before(here: Slots) -> bool:
    return here.before is not None


def _stands_behind(here: Slots) -> bool:
    if here.grammar.subject_first:
        if not here.after:
            return False
        inverted = here.clause.link in _INVERTED and "says" in here.predicate.head.marks
        known = here.grammar.lists["expletive"]
        return inverted or any(group.head.word in known for group in here.clause.groups)
    return bool(here.after) and here.agrees(here.after[0])


def _behind_place(here: Slots) -> bool:
    """The place that somebody goes to or leaves stands before him: «غادر تونس أمس | المبعوث سامر حداد»."""
    place, goes = next(pairwise(here.after), (None, None))
    if here.grammar.subject_first or place is None or goes is None:
        return False
    moves = here.grammar.names("visits", here.predicate.head)
    human = any(here.grammar.names(name, goes.units[0]) for name in _ACTS)
    human = human or any(OF_PERSON in unit.marks for unit in goes.units)
    return moves and human and OF_PLACE in place.units[0].marks and here.agrees(goes)


_INVERTED = frozenset({Link.MAIN, Link.SOURCE})

SUBJECTS: tuple[SubjectRule, ...] = (
    Rule("relative's object", "arguments", "the noun it is about is its object", _relative_object, AFTER),
    Rule("relative's subject", "arguments", "the noun it is about is its subject", _of_relative, HOST),
    Rule("topic", "arguments", "put first, and resumed by a pronoun on the verb: it is the object", _topic, TOPIC),
    Rule("subject before", "arguments", "the noun before the verb, in its clause", _stands_before, BEFORE),
    Rule(
        "subject behind a place",
        "arguments",
        "the second noun behind a verb of movement",
        _behind_place,
        SECOND,
        ("visits",),
    ),
    Rule("subject behind", "arguments", "the noun behind the verb", _stands_behind, AFTER),
    Rule("no subject", "arguments", "it is in the verb, or not told", lambda _: True, ""),
)
