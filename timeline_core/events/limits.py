"""What limits a predicate: why its day is no day of an event, as far as the tree says.

Source:
    Polarity and modality of FactBank (Saurí and Pustejovsky 2009); DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline_core.model.verdict import Limit
from timeline_core.syntax.rules.facts import NEGATIVE
from timeline_core.syntax.rules.factuality import ASKED, CONDITIONAL, DENIED, PLANNED, STATE, SUPPOSED, WANTED
from timeline_core.syntax.tree.values import Kind, Link, Predicate, Unit

_LIMITS: Mapping[str, Limit] = {
    ASKED: Limit.ASKED,
    CONDITIONAL: Limit.CONDITIONAL,
    DENIED: Limit.DENIED,
    PLANNED: Limit.PLANNED,
    STATE: Limit.STATE,
    SUPPOSED: Limit.SUPPOSED,
    WANTED: Limit.WANTED,
}
_STAYS = frozenset({"be", "go_on"})
"""Classes of verbs that give a subject its quality."""


def limit_of(predicate: Predicate, *, day: bool) -> Limit:
    """What limits the predicate; `day`: its date is one day."""
    if _is_prevented(predicate):
        return Limit.NEGATIVE
    if _is_planned(predicate):
        return Limit.PLANNED
    if predicate.modality in _LIMITS:
        return _LIMITS[predicate.modality]
    if predicate.polarity == NEGATIVE:
        return Limit.NEGATIVE
    return Limit.STATE if _is_state(predicate, day=day) else Limit.NONE


def _is_prevented(predicate: Predicate) -> bool:
    """What was foiled: "foiled an attack planned for Friday"."""
    parent, planned = predicate.parent, predicate.kind == "participle" and "plans" in predicate.head.marks
    bare = predicate.kind == "noun" and not predicate.group.lead
    return (bare or planned) and parent is not None and "prevents" in parent.head.marks


def _is_planned(predicate: Predicate) -> bool:
    """What is to be: "the march planned for Friday", "the council is due to meet", «ينتظر أن يغادر»."""
    if predicate.kind == "participle":
        return "plans" in predicate.head.marks and "happens" not in predicate.head.marks
    parent = predicate.parent
    if predicate.modality != WANTED:
        return False
    if parent is None:
        return predicate.link is Link.CONTENT
    awaited = parent.subject is None and predicate.link is Link.CONTENT and "present" in parent.head.marks
    return awaited or (parent.kind == "copula" and predicate.form == "infinitive")


def _is_state(predicate: Predicate, *, day: bool) -> bool:
    """It tells how things are: a copula, or a class that does not happen.

    What somebody managed to do is done («تمكن من السيطرة», an implicative verb: Karttunen 1971), and what went on
    on one day is of that day («واصلت تقدمها أمس»).
    """
    head = predicate.head
    if _is_left(predicate):
        return True
    if not head.concept or "happens" in head.marks:
        return predicate.kind == "copula"
    done = "doubts" in head.marks and "past" in head.marks
    if done or ("phase" in head.marks and day):
        return False
    return not _is_held(predicate)


def _is_left(predicate: Predicate) -> bool:
    """How something is left: "remained closed", «ظلت الطريق مغلقة»."""
    parent, told = predicate.parent, predicate.object
    if predicate.kind == "participle":
        beside = parent is not None and parent.group.at == predicate.group.at - 1 and parent.form == "finite"
        return beside and parent is not None and parent.head.concept in _STAYS
    quality = told is not None and (told.head.kind is Kind.ADJECTIVE or "participle" in told.head.marks)
    return quality and predicate.form == "finite" and predicate.head.concept in _STAYS


def _is_held(predicate: Predicate) -> bool:
    """A participle says what was done to somebody: «كانت محتجزة منذ شباط»."""
    beside = (one for one in predicate.clause.predicates if one.group.at == predicate.group.at + 1)
    told = [one.head for one in beside if one.kind == "participle"]
    if predicate.form == "copula" and predicate.object is not None:
        told.append(predicate.object.head)
    return any("happens" in one.marks and ("passive" in one.marks or _is_captive(one)) for one in told)


def _is_captive(one: Unit) -> bool:
    """Spelled alike for who holds and who is held, it says so of who is held: «محتجزة»."""
    return "participle" in one.marks and one.concept == "hold"
