"""Control: who does what an action or a verb without tense tells, where a pronoun stands for him, or nothing at all.

«انسحب الجيش بعد قصفه البلدة», "the army left after shelling the town": it is the army that shelled.

Source:
    The minimal distance principle (Rosenbaum 1967): the subject of the nearest verb above is the controller.
"""

from __future__ import annotations

from itertools import pairwise

from timeline_core.events.report_reading import Reading
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate, Unit

_WITHOUT_TENSE = frozenset({"gerund", "infinitive"})
_ADJUNCTS = frozenset({Link.TIME, Link.PURPOSE, Link.COMPLEMENT})
_FEMININE, _MASCULINE = "feminine", "masculine"


def controller(reading: Reading, action: Predicate, grammar: Grammar) -> str:
    """Id of the one actor who is the subject of the verb that it hangs on; empty where that is not sure."""
    above = action.parent
    if above is None or above is action or above.subject is None or "passive" in above.head.marks:
        return ""
    if not (_is_bare(action) or _is_owned(action, above, grammar)):
        return ""
    named = dict.fromkeys(reading.names_in(above.subject.span, ACTOR))
    return next(iter(named)) if len(named) == 1 else ""


def _is_bare(action: Predicate) -> bool:
    """A verb without tense that goes beside the verb, and has no subject: "after shelling the town"."""
    adjunct = action.clause.head is action and action.link in _ADJUNCTS
    return adjunct and action.form in _WITHOUT_TENSE and action.subject is None and "passive" not in action.head.marks


def _is_owned(action: Predicate, above: Predicate, grammar: Grammar) -> bool:
    """A pronoun of its gender owns the action: «قصفه», «قصفها», "its raid"."""
    if action.kind != "noun" or ACTION not in action.head.marks:
        return False
    owner = _owner(action.group, action.head, grammar)
    if owner is None:
        return False
    feminine, verb = grammar.has("her", owner.word), above.head.marks
    return (_MASCULINE if feminine else _FEMININE) not in verb or grammar.subject_first


def _owner(group: Group, head: Unit, grammar: Grammar) -> Unit | None:
    """The pronoun glued behind the noun, or before it."""
    behind = next((two for one, two in pairwise(group.units) if one is head), None)
    glued = behind if behind is not None and behind.kind is Kind.CLITIC else None
    led = next((unit for unit in group.units if unit.end <= head.start and grammar.has("whose", unit.word)), None)
    return glued or led
